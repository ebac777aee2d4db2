//! A file of the site that comes piece by piece: a small one waits in memory, a large one beside the output, until its end
//! tells whether it differs from the published one.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use xxhash_rust::xxh3::{Xxh3, xxh3_64};

use super::tally::Tally;
use super::write;

/// How much of a file waits in memory.
pub(super) const HELD: usize = 256 << 10;

/// How the names of files begin that wait beside the output.
pub(super) const NEW: &str = "new-";

/// What came of a file so far.
pub(super) struct Spool {
    /// Where it waits, if it is large.
    place: PathBuf,
    /// What waits in memory; nothing once some of the file waits on the disk.
    held: Vec<u8>,
    waiting: Option<Waiting>,
    hash: Xxh3,
    tally: Tally,
}

/// A file beside the output; it goes with the value.
struct Waiting {
    file: File,
    place: PathBuf,
}

impl Spool {
    /// A file of the site by its path, which waits in a folder.
    pub(super) fn new(path: &str, beside: &Path) -> Self {
        let place = beside.join(format!("{NEW}{:x}", xxh3_64(path.as_bytes())));
        Self { place, held: Vec::new(), waiting: None, hash: Xxh3::new(), tally: Tally::default() }
    }

    /// Takes a piece, to the disk if there is too much of the file to hold.
    pub(super) fn push(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.hash.update(bytes);
        self.tally.add(bytes);
        if let Some(Waiting { file, .. }) = &mut self.waiting {
            return file.write_all(bytes);
        }
        self.held.extend(bytes);
        if self.held.len() > HELD {
            let mut file = write::opened_new(&self.place)?;
            file.write_all(&self.held)?;
            self.held = Vec::new();
            self.waiting = Some(Waiting { file, place: self.place.clone() });
        }
        Ok(())
    }

    /// The hash and the length of what came.
    pub(super) fn digest(&self) -> (u128, u64) {
        (self.hash.digest128(), self.tally.len())
    }

    /// The SHA-256 of what came.
    pub(super) fn sha256(&self) -> [u8; 32] {
        self.tally.sha256()
    }

    /// Puts the file where it belongs.
    pub(super) fn place(self, there: &Path) -> io::Result<()> {
        match &self.waiting {
            Some(waiting) => write::move_new(&waiting.place, there),
            None => write::new_file(there, &self.held),
        }
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.place);
    }
}

/// Removes what a killed build left waiting.
pub(super) fn forget(beside: &Path) -> io::Result<()> {
    for entry in fs::read_dir(beside)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(NEW) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}
