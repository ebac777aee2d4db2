//! Stage 7: the only writer of the disk. The site appears all at once or not at all.
//!
//! The new tree is made in a twin beside the output, `.NAME.scorebook/twin`: the output before the last one, kept so that
//! files can be linked. Only what differs is written, always as a new file; what is the same is linked. Then the two are
//! exchanged in one call. A build that fails or is killed leaves the output as it was, and a twin without a manifest,
//! which the next build discards.

mod guard;
mod manifest;
mod memory;
mod paths;
mod swap;
mod write;

use std::collections::BTreeMap;
use std::fmt;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use xxhash_rust::xxh3::xxh3_128;

use crate::tree::StaticFile;
use crate::{Sink, Written};
use manifest::{Entry, MANIFEST, Manifest};
pub use memory::MemorySink;
pub use paths::PathSink;
pub use write::{FolderTaken, create_folder, create_new, replace, write_folder};

/// Dotfiles of the site itself, which are written and never carried over.
const HOSTING: [&str; 2] = [".htaccess", ".nojekyll"];

/// Why a folder is not published to.
#[derive(Debug)]
pub enum Refused {
    /// It holds files and no manifest of ours.
    NotOurs(PathBuf),
    /// It holds a file that no manifest of ours names.
    ForeignFile(PathBuf),
    /// It is a symbolic link.
    SymbolicLink(PathBuf),
    /// It contains the input.
    ContainsInput(PathBuf),
    /// It lies in the input.
    InsideInput(PathBuf),
    /// It is the home folder.
    Home(PathBuf),
    /// It is `/`.
    Root,
    /// It is a mount point.
    MountPoint(PathBuf),
    /// It is a file.
    NotAFolder(PathBuf),
    /// Another build is at work on it.
    Busy(PathBuf),
    /// The machine refused.
    Io(PathBuf, io::Error),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotOurs(path) => write!(f, "{} holds files and was not written by Scorebook", path.display()),
            Self::ForeignFile(path) => write!(f, "{} was not written by Scorebook", path.display()),
            Self::SymbolicLink(path) => write!(f, "{} is a symbolic link", path.display()),
            Self::ContainsInput(path) => write!(f, "{} contains the input", path.display()),
            Self::InsideInput(path) => write!(f, "{} lies in the input", path.display()),
            Self::Home(path) => write!(f, "{} is the home folder", path.display()),
            Self::Root => write!(f, "/ cannot be the output"),
            Self::MountPoint(path) => write!(f, "{} is a mount point", path.display()),
            Self::NotAFolder(path) => write!(f, "{} is not a folder", path.display()),
            Self::Busy(path) => write!(f, "another build is writing {}", path.display()),
            Self::Io(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

/// What publishing changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// Files of the site.
    pub files: usize,
    /// Files that were written.
    pub written: usize,
    /// Files that stayed as they were.
    pub unchanged: usize,
    /// Files that are no longer there.
    pub removed: usize,
    /// Bytes of the whole site.
    pub bytes: u64,
}

/// Takes the files of a site and exchanges the folder at the end.
#[derive(Debug)]
pub struct Publisher {
    output: PathBuf,
    beside: PathBuf,
    live: Manifest,
    twin: Manifest,
    taken: Mutex<BTreeMap<String, Taken>>,
    folders: Mutex<std::collections::BTreeSet<PathBuf>>,
    begun: Mutex<bool>,
    broken: AtomicBool,
    _lock: File,
}

/// A file that was handed over.
#[derive(Clone, Copy, Debug)]
struct Taken {
    hash: u128,
    len: u64,
    written: bool,
}

impl Publisher {
    /// Prepares to publish to a folder; `inputs` are the folders that the site is made from.
    ///
    /// # Errors
    /// When the folder may not be written, or another build is at work on it.
    pub fn open(output: &Path, inputs: &[&Path]) -> Result<Self, Refused> {
        let output = guard::absolute(output)?;
        guard::check_place(&output, inputs)?;
        let beside = guard::beside(&output);
        fs::create_dir_all(&beside).map_err(|e| Refused::Io(beside.clone(), e))?;
        let lock = guard::lock(&beside, &output)?;
        swap::recover(&output, &beside)?;
        guard::check_output(&output)?;
        let live = Manifest::read(&output.join(MANIFEST), &beside);
        guard::check_foreign(&output, &live)?;
        swap::bring_back(&output, &beside.join("twin"), &live)?;
        let twin = Manifest::read(&beside.join("twin").join(MANIFEST), &beside);
        Ok(Self {
            output,
            beside,
            live,
            twin,
            taken: Mutex::default(),
            folders: Mutex::default(),
            begun: Mutex::new(false),
            broken: AtomicBool::new(false),
            _lock: lock,
        })
    }

    /// Publishes what was handed over; where nothing differs, nothing is touched.
    ///
    /// # Errors
    /// When the machine refuses; then the output is as it was.
    pub fn finish(self) -> Result<Published, Refused> {
        let taken = self.taken.lock().map(|t| t.clone()).unwrap_or_default();
        let removed = self.live.paths().filter(|path| !taken.contains_key(*path)).count();
        let written = taken.values().filter(|t| t.written).count();
        let published = Published {
            files: taken.len(),
            written,
            unchanged: taken.len() - written,
            removed,
            bytes: taken.values().map(|t| t.len).sum(),
        };
        if self.broken.load(Ordering::Relaxed) {
            let error = io::Error::other("a file could not be taken");
            return Err(Refused::Io(self.output.clone(), error));
        }
        if written == 0 && removed == 0 && self.output.is_dir() {
            return Ok(published);
        }
        let io = |error| Refused::Io(self.output.clone(), error);
        self.begin().map_err(io)?;
        self.complete(&taken).map_err(io)?;
        swap::exchange(&self.output, &self.beside, &self.live).map_err(io)?;
        Ok(published)
    }

    fn twin_folder(&self) -> PathBuf {
        self.beside.join("twin")
    }

    /// Makes the twin ready to be changed: without a manifest nobody trusts it until it is whole.
    fn begin(&self) -> io::Result<()> {
        let mut begun = self.begun.lock().map_err(|_| io::Error::other("a writer stopped"))?;
        if *begun {
            return Ok(());
        }
        let twin = self.twin_folder();
        if self.twin.is_empty() && twin.exists() {
            fs::remove_dir_all(&twin)?;
        }
        match fs::remove_file(twin.join(MANIFEST)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        write::folder(&twin)?;
        *begun = true;
        Ok(())
    }

    /// Fills the twin with what did not change, and takes away what does not belong to it.
    fn complete(&self, taken: &BTreeMap<String, Taken>) -> io::Result<()> {
        let twin = self.twin_folder();
        for (path, file) in taken.iter().filter(|(_, file)| !file.written) {
            let there = twin.join(path);
            if self.twin.matches(path, file.hash, file.len, &there) {
                continue;
            }
            self.make_folder(&there)?;
            write::link_or_copy(&self.output.join(path), &there)?;
        }
        swap::remove_others(&twin, taken.keys().map(String::as_str))?;
        let mut manifest = Manifest::default();
        for (path, file) in taken {
            let modified = Some(manifest::modified(&fs::metadata(twin.join(path))?));
            manifest.insert(path.clone(), Entry { hash: file.hash, len: file.len, modified });
        }
        let text = manifest.to_text();
        let times = manifest::times_name(&text);
        swap::forget_times(&self.beside, &[&times, &manifest::times_name(&self.live.to_text())])?;
        write::new_file(&self.beside.join(times), manifest.times().as_bytes())?;
        write::new_file(&twin.join(MANIFEST), text.as_bytes())?;
        swap::flush(&twin)
    }

    fn make_folder(&self, file: &Path) -> io::Result<()> {
        let Some(folder) = file.parent() else { return Ok(()) };
        let mut made = self.folders.lock().map_err(|_| io::Error::other("a writer stopped"))?;
        if made.contains(folder) {
            return Ok(());
        }
        write::folders_below(&self.twin_folder(), folder)?;
        made.insert(folder.to_owned());
        Ok(())
    }

    /// Notes a file; answers whether the live one is the same.
    fn take(&self, path: &str, hash: u128, len: u64) -> io::Result<bool> {
        check_path(path)?;
        let same = self.live.matches(path, hash, len, &self.output.join(path));
        let mut taken = self.taken.lock().map_err(|_| io::Error::other("a writer stopped"))?;
        if taken.insert(path.to_owned(), Taken { hash, len, written: !same }).is_some() {
            return Err(io::Error::new(io::ErrorKind::AlreadyExists, format!("two files at {path}")));
        }
        Ok(same)
    }

    fn put_inner(&self, path: &str, bytes: &[u8]) -> io::Result<Written> {
        let len = bytes.len() as u64;
        if !self.take(path, xxh3_128(bytes), len)? {
            self.begin()?;
            let there = self.twin_folder().join(path);
            self.make_folder(&there)?;
            write::new_file(&there, bytes)?;
        }
        Ok(Written { len })
    }
}

impl Sink for Publisher {
    fn put(&self, path: &str, bytes: &[u8]) -> io::Result<Written> {
        let result = self.put_inner(path, bytes);
        if result.is_err() {
            self.broken.store(true, Ordering::Relaxed);
        }
        result
    }

    fn copy(&self, path: &str, from: &StaticFile) -> io::Result<Written> {
        self.put(path, &fs::read(&from.source)?)
    }
}

/// Refuses a path that would lead out of the site, or that some system cannot hold.
fn check_path(path: &str) -> io::Result<()> {
    let fine = |part: &str| !part.is_empty() && part != "." && part != ".." && !part.contains(['\\', '\0']);
    if path == MANIFEST || !path.split('/').all(fine) || path.chars().any(char::is_control) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, format!("{path:?} is not a path of a site")));
    }
    Ok(())
}
