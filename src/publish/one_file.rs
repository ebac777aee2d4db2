//! A sink that keeps the bytes of one file of a site at most: for whoever shows a site file by file.

use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

use super::stream::{ReadBytes, read_hashed};
use super::tally::Tally;
use crate::tree::StaticFile;
use crate::{Sink, SinkFile, Written};

/// The bytes of the file that is wanted, once it was handed over.
#[derive(Debug)]
pub(crate) struct OneFileSink<'p> {
    wanted: Option<&'p str>,
    bytes: Mutex<Vec<u8>>,
}

impl<'p> OneFileSink<'p> {
    /// Keeps the file of a path; without one, none.
    #[must_use]
    pub(crate) fn of(wanted: Option<&'p str>) -> Self {
        Self { wanted, bytes: Mutex::default() }
    }

    /// The bytes of the file; empty where it was not handed over.
    #[must_use]
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.bytes.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    fn keep(&self, path: &str, bytes: &[u8]) {
        if self.wanted == Some(path) {
            self.bytes.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        }
    }
}

impl Sink for OneFileSink<'_> {
    fn put(&self, path: &str, bytes: &[u8]) -> io::Result<Written> {
        self.keep(path, bytes);
        Ok(Written::of(bytes))
    }

    fn stream<'s>(&'s self, path: &str) -> io::Result<Box<dyn SinkFile + 's>> {
        Ok(Box::new(OneFile { sink: self, path: path.to_owned(), tally: Tally::default() }))
    }

    /// Reads the file for its hash; its bytes are had where it lies.
    fn copy(&self, _: &str, from: &StaticFile) -> io::Result<Written> {
        let ReadBytes { sha256, len, .. } = read_hashed(&mut from.open()?, false, u64::MAX)?;
        Ok(Written { len, sha256: Some(sha256) })
    }
}

/// A file whose end is not there yet.
struct OneFile<'s> {
    sink: &'s OneFileSink<'s>,
    path: String,
    tally: Tally,
}

impl Write for OneFile<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.sink.keep(&self.path, bytes);
        self.tally.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl SinkFile for OneFile<'_> {
    fn end(self: Box<Self>) -> io::Result<Written> {
        Ok(self.tally.written())
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::OneFileSink;
    use crate::{Sink as _, Written};

    #[test]
    fn one_file_is_kept_and_of_the_others_only_sizes_and_hashes_are_told() {
        for (wanted, kept) in [(Some("b"), "bytes"), (Some("a"), "whole"), (Some("c"), ""), (None, "")] {
            let sink = OneFileSink::of(wanted);
            assert_eq!(sink.put("a", b"whole").unwrap(), Written::of(b"whole"));
            let mut file = sink.stream("b").unwrap();
            file.write_all(b"by").unwrap();
            file.write_all(b"tes").unwrap();
            assert_eq!(file.end().unwrap(), Written::of(b"bytes"));
            assert_eq!(sink.into_bytes(), kept.as_bytes(), "{wanted:?}");
        }
    }
}
