//! What a sink took of a site, or refused.

use std::io;

use crate::Written;
use crate::writers::written::FileRecord;

/// A file that the machine refused to take.
#[derive(Debug)]
pub struct Unwritten {
    /// Its path in the site.
    pub path: String,
    /// Why.
    pub error: io::Error,
}

impl Unwritten {
    /// What a refusal of a file is told as.
    pub(super) fn at(path: &str) -> impl FnOnce(io::Error) -> Self {
        move |error| Self { path: path.to_owned(), error }
    }
}

/// What a sink told of a file.
pub(super) fn record(Written { len, sha256 }: Written) -> FileRecord {
    FileRecord { len, sha256 }
}

/// A file with what the sink told of it.
pub(super) type FileWritten = (String, FileRecord);
