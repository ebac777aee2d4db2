//! A sink that keeps all files in memory: for tests.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::sync::Mutex;

use crate::tree::StaticFile;
use crate::{Sink, Written};

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

    fn copy(&self, path: &str, from: &StaticFile) -> io::Result<Written> {
        let mut bytes = Vec::new();
        from.open()?.read_to_end(&mut bytes)?;
        self.put(path, &bytes)
    }
}
