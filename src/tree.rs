//! Input files in memory: path → bytes, and the only reader of the disk.

use std::path::PathBuf;

/// The files of one folder, as they were when they were read.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// Files that the stages read, in the order of their paths; [`crate::model::Place::file`] counts in this list.
    pub files: Vec<File>,
    /// Files that are copied as they are, in the order of their paths.
    pub statics: Vec<StaticFile>,
    /// What may not lie there: the display path, and why.
    pub refused: Vec<(String, Refusal)>,
}

/// A file that the stages read.
#[derive(Clone, Debug)]
pub struct File {
    /// Its path as people see it, with slashes: `content/scores/2018.yaml`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A file that is copied as it is.
#[derive(Clone, Debug)]
pub struct StaticFile {
    /// Its path in the site: `static/logo.svg`.
    pub path: String,
    /// Where it lies on the disk.
    pub source: PathBuf,
    /// How many bytes it has.
    pub len: u64,
}

/// Why a path may not lie in the content folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A symbolic link could publish what lies outside.
    SymbolicLink,
    /// Larger than 64 MiB.
    TooLarge,
    /// Its name is not UTF-8.
    NameNotText,
    /// Neither file nor folder.
    Special,
}

impl Tree {
    /// The text of a file of the tree, up to the first byte that is no UTF-8.
    #[must_use]
    pub fn text(&self, file: u32) -> &str {
        let bytes = &self.files[file as usize].bytes;
        match std::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(fault) => std::str::from_utf8(&bytes[..fault.valid_up_to()]).unwrap_or_default(),
        }
    }
}
