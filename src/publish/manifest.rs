//! What was published: path, size, time and hash of each file, in the root of the output.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, Metadata};
use std::path::Path;
use std::time::UNIX_EPOCH;

/// The name of the manifest; it is the publisher's own and no part of the site's bytes.
pub(super) const MANIFEST: &str = ".scorebook-manifest";

/// The first line, which tells the version.
const HEAD: &str = "scorebook manifest 1";

/// The files of a published tree.
#[derive(Clone, Debug, Default)]
pub(super) struct Manifest {
    entries: BTreeMap<String, Entry>,
}

/// One file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) hash: u128,
    pub(super) len: u64,
    pub(super) modified: u128,
}

impl Manifest {
    /// Reads a manifest; one that is missing, or not understood, is empty: then nothing of it is trusted.
    pub(super) fn read(path: &Path) -> Self {
        fs::read_to_string(path).ok().and_then(|text| Self::parse(&text)).unwrap_or_default()
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        if lines.next() != Some(HEAD) {
            return None;
        }
        let mut entries = BTreeMap::new();
        for line in lines {
            let mut parts = line.splitn(4, ' ');
            let hash = u128::from_str_radix(parts.next()?, 16).ok()?;
            let len = parts.next()?.parse().ok()?;
            let modified = parts.next()?.parse().ok()?;
            entries.insert(parts.next()?.to_owned(), Entry { hash, len, modified });
        }
        Some(Self { entries })
    }

    /// The text of the manifest: hash, size, time in nanoseconds and path of each file.
    pub(super) fn to_text(&self) -> String {
        let mut text = String::with_capacity(self.entries.len() * 96);
        text.push_str(HEAD);
        text.push('\n');
        for (path, entry) in &self.entries {
            let _ = writeln!(text, "{:032x} {} {} {path}", entry.hash, entry.len, entry.modified);
        }
        text
    }

    /// Adds a file.
    pub(super) fn insert(&mut self, path: String, entry: Entry) {
        self.entries.insert(path, entry);
    }

    /// Whether it names nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether it names a path.
    pub(super) fn has(&self, path: &str) -> bool {
        self.entries.contains_key(path)
    }

    /// The paths that it names.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// Whether a file on the disk holds just these bytes: the manifest says so, and nobody touched the file since.
    pub(super) fn matches(&self, path: &str, hash: u128, len: u64, file: &Path) -> bool {
        let Some(entry) = self.entries.get(path) else { return false };
        let untouched =
            |found: Metadata| found.is_file() && found.len() == entry.len && modified(&found) == entry.modified;
        entry.hash == hash && entry.len == len && fs::symlink_metadata(file).is_ok_and(untouched)
    }
}

/// When a file was changed, in nanoseconds since 1970.
pub(super) fn modified(found: &Metadata) -> u128 {
    let since = found.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    since.map_or(0, |since| since.as_nanos())
}
