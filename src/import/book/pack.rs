//! The packed parts of a workbook, unpacked one by one within a limit: a small file that unpacks to a huge one is refused.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::encoding::decoded;
use super::unreadable::Unreadable;

/// How many bytes all parts together may have once they are unpacked.
const UNPACKED_MAX: u64 = 256 << 20;

/// A packed file.
pub(super) struct Pack<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// Names of parts as they are compared, each with its position.
    names: Vec<(String, usize)>,
    left: u64,
}

impl<'b> Pack<'b> {
    /// Opens a packed file.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Unreadable> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| Unreadable::broken("zip", e))?;
        let name = |index| Some((comparable(&archive.name_for_index(index)?.ok()?), index));
        let names = (0..archive.len()).filter_map(name).collect();
        Ok(Self { archive, names, left: UNPACKED_MAX })
    }

    /// Whether there is a part of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.index(name).is_some()
    }

    fn index(&self, name: &str) -> Option<usize> {
        let name = comparable(name);
        self.names.iter().find(|(other, _)| *other == name).map(|(_, index)| *index)
    }

    /// The text of a part; none where there is no such part.
    pub(super) fn text(&mut self, name: &str) -> Result<Option<String>, Unreadable> {
        let Some(index) = self.index(name) else { return Ok(None) };
        let part = self.archive.by_index(index).map_err(|e| Unreadable::broken(name, e))?;
        let mut bytes = Vec::new();
        let read = part.take(self.left + 1).read_to_end(&mut bytes).map_err(|e| Unreadable::broken(name, e))?;
        self.left = self.left.checked_sub(read as u64).ok_or(Unreadable::TooLarge)?;
        Ok(Some(decoded(&bytes).0))
    }
}

/// Some programs write names of parts in another case, or with the slashes of their system.
fn comparable(name: &str) -> String {
    name.trim_start_matches('/').replace('\\', "/").to_ascii_lowercase()
}
