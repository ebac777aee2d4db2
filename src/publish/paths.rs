//! A sink that keeps the paths of a site and nothing of its bytes: for whoever wants to know whether it can be built.

use std::collections::BTreeSet;
use std::io;
use std::sync::Mutex;

use super::tally::Tally;
use crate::tree::StaticFile;
use crate::{Sink, SinkFile, Written};

/// The paths of the files of a site.
#[derive(Debug, Default)]
pub struct PathSink {
    paths: Mutex<BTreeSet<String>>,
}

impl PathSink {
    /// The paths of the files that were handed over.
    #[must_use]
    pub fn into_paths(self) -> BTreeSet<String> {
        self.paths.into_inner().unwrap_or_default()
    }

    fn take(&self, path: &str) -> io::Result<()> {
        super::check_path(path)?;
        let mut paths = self.paths.lock().map_err(|_| io::Error::other("a writer stopped"))?;
        if !paths.insert(path.to_owned()) {
            return Err(io::Error::new(io::ErrorKind::AlreadyExists, format!("two files at {path}")));
        }
        Ok(())
    }
}

impl Sink for PathSink {
    fn put(&self, path: &str, bytes: &[u8]) -> io::Result<Written> {
        self.take(path)?;
        Ok(Written::of(bytes))
    }

    fn stream<'s>(&'s self, path: &str) -> io::Result<Box<dyn SinkFile + 's>> {
        self.take(path)?;
        Ok(Box::new(Tally::default()))
    }

    /// Opens the file, so that one that cannot be read is noticed, and reads nothing.
    fn copy(&self, path: &str, from: &StaticFile) -> io::Result<Written> {
        self.take(path)?;
        Ok(Written { len: from.open()?.metadata()?.len(), sha256: None })
    }
}

#[cfg(test)]
mod tests {
    use super::PathSink;
    use crate::Sink;
    use crate::tree::StaticFile;

    #[test]
    fn paths_are_kept_and_sizes_told_and_no_byte_is_kept() {
        let sink = PathSink::default();
        let page = vec![b'x'; 1 << 20];
        let written: u64 = (0..100).map(|n| sink.put(&format!("{n}/index.html"), &page).unwrap().len).sum();
        let paths = sink.into_paths();
        let kept: usize = paths.iter().map(String::capacity).sum();
        assert_eq!((paths.len(), written), (100, 100 << 20));
        assert!(kept < 100 * 64, "{kept} bytes kept of {written}");
    }

    #[test]
    fn a_path_that_no_site_can_have_and_a_file_that_cannot_be_read_are_refused() {
        let sink = PathSink::default();
        sink.put("index.html", b"").unwrap();
        for path in ["index.html", "../x", "a//b", ""] {
            assert!(sink.put(path, b"").is_err(), "{path:?}");
        }
        let nowhere = StaticFile {
            path: "static/x".into(),
            shown: "content/static/x".into(),
            source: "/nowhere/at/all".into(),
            len: 1,
            identity: None,
        };
        assert!(sink.copy("static/x", &nowhere).is_err());
    }
}
