//! A sink that keeps the SHA-256 of each file and nothing of its bytes: for whoever compares a site with a build.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::sync::Mutex;

use super::stream::{ReadBytes, read_hashed};
use super::tally::Tally;
use crate::tree::StaticFile;
use crate::{Sink, SinkFile, Written};

/// The hashes of the files of a site.
#[derive(Debug, Default)]
pub(crate) struct HashSink {
    hashes: Mutex<BTreeMap<String, [u8; 32]>>,
}

impl HashSink {
    /// The hash of each file that was handed over, by its path.
    #[must_use]
    pub(crate) fn into_hashes(self) -> BTreeMap<String, [u8; 32]> {
        self.hashes.into_inner().unwrap_or_default()
    }

    fn take(&self, path: &str, sha256: [u8; 32]) -> io::Result<()> {
        super::check_path(path)?;
        let mut hashes = self.hashes.lock().map_err(|_| io::Error::other("a writer stopped"))?;
        if hashes.insert(path.to_owned(), sha256).is_some() {
            return Err(io::Error::new(io::ErrorKind::AlreadyExists, format!("two files at {path}")));
        }
        Ok(())
    }
}

impl Sink for HashSink {
    fn put(&self, path: &str, bytes: &[u8]) -> io::Result<Written> {
        let mut file = self.stream(path)?;
        file.write_all(bytes)?;
        file.end()
    }

    fn stream<'s>(&'s self, path: &str) -> io::Result<Box<dyn SinkFile + 's>> {
        Ok(Box::new(HashedFile { sink: self, path: path.to_owned(), tally: Tally::default() }))
    }

    fn copy(&self, path: &str, from: &StaticFile) -> io::Result<Written> {
        let ReadBytes { sha256, len, .. } = read_hashed(&mut from.open()?, false, u64::MAX)?;
        self.take(path, sha256)?;
        Ok(Written { len, sha256: Some(sha256) })
    }
}

/// A file whose end is not there yet.
struct HashedFile<'s> {
    sink: &'s HashSink,
    path: String,
    tally: Tally,
}

impl Write for HashedFile<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.tally.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl SinkFile for HashedFile<'_> {
    fn end(self: Box<Self>) -> io::Result<Written> {
        self.sink.take(&self.path, self.tally.sha256())?;
        Ok(self.tally.written())
    }
}
