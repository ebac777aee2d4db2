//! Where the files of a published site are read from: a folder of a disk, or a made-up one in the manual.

use std::io;

use crate::publish::{Listing, ReadBytes, list_published, open_published, read_hashed};

/// The largest file of a folder that is hashed.
const FILE_MAX: u64 = u64::MAX;

/// The files of a published folder.
pub(crate) trait PublishedFiles: Sync {
    /// What lies there; what `is_listed` names belongs to the site whatever its name.
    ///
    /// # Errors
    /// When the machine refuses.
    fn listing(&self, is_listed: &dyn Fn(&str) -> bool) -> io::Result<Listing>;

    /// Reads a file; keeps its bytes where `keep` says so.
    ///
    /// # Errors
    /// When it is not there, is no file, or the machine refuses.
    fn bytes(&self, path: &str, keep: bool) -> io::Result<ReadBytes>;
}

/// A folder of a disk.
pub(crate) struct FolderOnDisk<'p>(pub(crate) &'p std::path::Path);

impl PublishedFiles for FolderOnDisk<'_> {
    fn listing(&self, is_listed: &dyn Fn(&str) -> bool) -> io::Result<Listing> {
        list_published(self.0, is_listed)
    }

    fn bytes(&self, path: &str, keep: bool) -> io::Result<ReadBytes> {
        read_hashed(&mut open_published(self.0, path)?, keep, FILE_MAX)
    }
}
