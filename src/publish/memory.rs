//! A sink that keeps all files in memory: for tests.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::sync::Mutex;

use crate::tree::StaticFile;
use crate::{Sink, SinkFile, Written};

/// The files of a site by path.
#[derive(Debug, Default)]
pub struct MemorySink {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
}

impl MemorySink {
    /// The files that were handed over.
    #[must_use]
    pub fn into_files(self) -> BTreeMap<String, Vec<u8>> {
        self.files.into_inner().unwrap_or_default()
    }
}

impl Sink for MemorySink {
    fn put(&self, path: &str, bytes: &[u8]) -> io::Result<Written> {
        super::check_path(path)?;
        let mut files = self.files.lock().map_err(|_| io::Error::other("a writer stopped"))?;
        if files.insert(path.to_owned(), bytes.to_vec()).is_some() {
            return Err(io::Error::new(io::ErrorKind::AlreadyExists, format!("two files at {path}")));
        }
        Ok(Written::of(bytes))
    }

    fn stream<'s>(&'s self, path: &str) -> io::Result<Box<dyn SinkFile + 's>> {
        Ok(Box::new(MemoryFile { sink: self, path: path.to_owned(), bytes: Vec::new() }))
    }

    fn copy(&self, path: &str, from: &StaticFile) -> io::Result<Written> {
        let mut bytes = Vec::new();
        from.open()?.read_to_end(&mut bytes)?;
        self.put(path, &bytes)
    }
}

/// A file whose end is not there yet.
struct MemoryFile<'s> {
    sink: &'s MemorySink,
    path: String,
    bytes: Vec<u8>,
}

impl Write for MemoryFile<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl SinkFile for MemoryFile<'_> {
    fn end(self: Box<Self>) -> io::Result<Written> {
        self.sink.put(&self.path, &self.bytes)
    }
}
