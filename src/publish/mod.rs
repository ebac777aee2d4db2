//! Stage 7: the only writer of the disk. The site appears all at once or not at all.
//!
//! The new tree is made in a twin beside the output, `.NAME.scorebook/twin`: the output before the last one, kept so that
//! files can be linked. Only what differs is written, always as a new file; what is the same is linked. Then the two are
//! exchanged in one call. A build that fails or is killed leaves the output as it was, and what others laid into it comes
//! through every ending. The promises and how they are tested: docs/reliability.md.

mod fill;
mod folder;
mod foreign;
mod guard;
mod hashes;
mod look;
mod manifest;
mod memory;
mod one_file;
mod paths;
mod refused;
mod spool;
mod stream;
mod swap;
mod tally;
mod write;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Seek};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use sha2::{Digest, Sha256};
use xxhash_rust::xxh3::xxh3_128;

use crate::routes::is_asset;
use crate::tree::StaticFile;
use crate::writers::hosting::is_for_host;
use crate::{Sink, SinkFile, Written};
pub(crate) use fill::{FolderTaken, NotFilled, add_files, fill_folder, write_folder, write_new};
pub(crate) use folder::{LeftBy, Listing, OddEntry, OddKind, RECORD, list as list_published, open as open_published};
use guard::MadeFolder;
pub(crate) use hashes::HashSink;
pub(crate) use look::{look, published_in};
use manifest::{MANIFEST, Manifest, ManifestEntry};
pub use memory::MemorySink;
pub(crate) use one_file::OneFileSink;
pub use paths::PathSink;
pub use refused::Refused;
use spool::Spool;
pub(crate) use stream::{ReadBytes, TEXT_MAX, read_hashed};
use swap::SitePaths;
pub(crate) use write::{ReplacedFile, replace_same};
pub use write::{create_folder, create_new, replace};

/// What is to be known of the way in which a site was published: the file system lacks something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// No locks: nothing keeps two builds from one output.
    NoLocks,
    /// All disks were flushed, for one alone cannot be.
    WholeSync,
    /// The output was away for a moment.
    TwoSteps,
    /// Files were replaced one by one.
    FileByFile,
}

/// What publishing changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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
    /// What else is to be known.
    pub words: Vec<Word>,
    /// Files for hosts that somebody changed since they were written: they stay as they are.
    pub kept: Vec<String>,
}

/// Takes the files of a site and exchanges the folder at the end.
#[derive(Debug)]
pub struct SitePublisher {
    places: SitePaths,
    live: Manifest,
    twin: Manifest,
    taken: Mutex<BTreeMap<String, Taken>>,
    folders: Mutex<std::collections::BTreeSet<PathBuf>>,
    begun: Mutex<bool>,
    broken: AtomicBool,
    made: MadeFolder,
    lock: Option<File>,
}

/// A file that was handed over, or an asset of the site before that stays for one build more.
#[derive(Clone, Copy, Debug)]
struct Taken {
    hash: u128,
    len: u64,
    written: bool,
    is_of_before: bool,
    /// Whether somebody changed it since it was written, so that it stays as it is; hash and length are of what was written.
    is_changed: bool,
}

impl SitePublisher {
    /// Prepares to publish to a folder; `inputs` are the folders that the site is made from.
    ///
    /// # Errors
    /// When the folder may not be written, or another build is at work on it; then nothing new is left behind.
    pub fn open(output: &Path, inputs: &[&Path]) -> Result<Self, Refused> {
        let output = guard::absolute(output)?;
        guard::check_place(&output, inputs)?;
        let places = SitePaths { beside: guard::beside(&output), output };
        let made = MadeFolder::new(&places.output, &places.beside)?;
        let lock = guard::lock(&places.beside, &places.output)?;
        guard::check_output(&places.output)?;
        swap::recover(&places)?;
        spool::forget(&places.beside).map_err(|error| Refused::Io(places.beside.clone(), error))?;
        let live = Manifest::read(&places.output.join(MANIFEST), &places.beside);
        foreign::check(&places.output, &live)?;
        let twin = Manifest::read(&places.twin().join(MANIFEST), &places.beside);
        Ok(Self {
            places,
            live,
            twin,
            taken: Mutex::default(),
            folders: Mutex::default(),
            begun: Mutex::new(false),
            broken: AtomicBool::new(false),
            made,
            lock,
        })
    }

    /// The paths of the site that is published now.
    pub fn published(&self) -> impl Iterator<Item = &str> {
        self.live.paths()
    }

    /// Publishes what was handed over; where nothing differs, nothing is touched.
    ///
    /// # Errors
    /// When the machine refuses, or somebody laid a file where the site has one; [`Refused::is_unchanged`] tells whether the
    /// output is as it was.
    pub fn finish(mut self) -> Result<Published, Refused> {
        let mut taken = self.taken.lock().map(|t| t.clone()).unwrap_or_default();
        // What was changed by hand stays also where it is no longer asked for.
        for path in self.live.paths().filter(|path| is_for_host(path) && !taken.contains_key(*path)).collect::<Vec<_>>()
        {
            taken.extend(self.changed(path).map(|changed| (path.to_owned(), changed)));
        }
        let gone = self.live.entries().filter(|(path, _)| !taken.contains_key(*path));
        let (before, gone): (Vec<_>, Vec<_>) = gone.partition(|(_, entry)| entry.is_of_before);
        let written = taken.values().filter(|t| t.written).count();
        let mut published = Published {
            files: taken.len(),
            written,
            unchanged: taken.len() - written,
            removed: 0,
            bytes: taken.values().map(|t| t.len).sum(),
            words: if self.lock.is_some() { Vec::new() } else { vec![Word::NoLocks] },
            kept: taken.iter().filter(|(_, file)| file.is_changed).map(|(path, _)| path.clone()).collect(),
        };
        if self.broken.load(Ordering::Relaxed) {
            let error = io::Error::other("a file could not be taken");
            return Err(Refused::Io(self.places.output.clone(), error));
        }
        if written == 0 && gone.is_empty() && self.places.output.is_dir() {
            return Ok(published);
        }
        let kept = self.kept(&gone);
        published.removed = before.len() + gone.len() - kept.len();
        taken.extend(kept);
        foreign::check_taken(&self.places.output, &self.live, taken.keys().map(String::as_str))?;
        let io = |error| Refused::Io(self.places.output.clone(), error);
        self.begin().map_err(io)?;
        let new = self.complete(&taken).map_err(io)?;
        let exchanged = swap::exchange(&self.places, &self.live, &new);
        if exchanged.as_ref().map_or_else(|why| !why.is_unchanged(), |_| true) {
            self.made.keep();
            self.begun = Mutex::new(false);
        }
        published.words.extend(exchanged?);
        Ok(published)
    }

    /// Which of the files that are gone stay for one build more: assets that a page in a cache asks for.
    fn kept(&self, gone: &[(&str, ManifestEntry)]) -> Vec<(String, Taken)> {
        let is_whole = |path: &str, entry: &ManifestEntry| {
            self.live.matches(path, entry.hash, entry.len, &self.places.output.join(path))
        };
        let kept = gone.iter().filter(|(path, entry)| is_asset(path) && is_whole(path, entry));
        let entry = |(path, entry): &(&str, ManifestEntry)| {
            let taken =
                Taken { hash: entry.hash, len: entry.len, written: false, is_of_before: true, is_changed: false };
            ((*path).to_owned(), taken)
        };
        kept.map(entry).collect()
    }

    /// Makes the twin ready to be changed: without a manifest nobody trusts it until it is whole.
    fn begin(&self) -> io::Result<()> {
        let mut begun = self.begun.lock().map_err(|_| io::Error::other("a writer stopped"))?;
        if *begun {
            return Ok(());
        }
        let twin = self.places.twin();
        match fs::remove_file(twin.join(MANIFEST)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        write::folder(&twin)?;
        write::hide(&twin);
        *begun = true;
        Ok(())
    }

    /// Fills the twin with what did not change, and takes away what does not belong to it.
    fn complete(&self, taken: &BTreeMap<String, Taken>) -> io::Result<Manifest> {
        let twin = self.places.twin();
        for (path, file) in taken.iter().filter(|(_, file)| !file.written) {
            let there = twin.join(path);
            if !file.is_changed && self.twin.matches(path, file.hash, file.len, &there) {
                continue;
            }
            self.make_folder(&there)?;
            write::link_or_copy(&self.places.output.join(path), &there)?;
        }
        swap::remove_others(&twin, taken.keys().map(String::as_str))?;
        let mut manifest = Manifest::default();
        for (path, file) in taken {
            let modified = manifest::modified(&fs::metadata(twin.join(path))?);
            let modified = Some(modified).filter(|_| !file.is_changed);
            let (hash, len, is_of_before) = (file.hash, file.len, file.is_of_before);
            manifest.insert(path.clone(), ManifestEntry { hash, len, modified, is_of_before });
        }
        let text = manifest.to_text();
        let times = manifest::times_name(&text);
        swap::forget_times(&self.places.beside, &[&times, &manifest::times_name(&self.live.to_text())])?;
        write::new_file(&self.places.beside.join(times), manifest.times().as_bytes())?;
        write::new_file(&twin.join(MANIFEST), text.as_bytes())?;
        write::show(&twin)?;
        Ok(manifest)
    }

    fn make_folder(&self, file: &Path) -> io::Result<()> {
        let Some(folder) = file.parent() else { return Ok(()) };
        let mut made = self.folders.lock().map_err(|_| io::Error::other("a writer stopped"))?;
        if made.contains(folder) {
            return Ok(());
        }
        write::folders_below(&self.places.twin(), folder)?;
        made.insert(folder.to_owned());
        Ok(())
    }

    /// Notes a file; answers whether the live one is the same.
    fn take(&self, path: &str, hash: u128, len: u64) -> io::Result<bool> {
        check_path(path)?;
        let same = self.live.matches(path, hash, len, &self.places.output.join(path));
        let mut taken = self.taken.lock().map_err(|_| io::Error::other("a writer stopped"))?;
        let file = Taken { hash, len, written: !same, is_of_before: false, is_changed: false };
        if taken.insert(path.to_owned(), file).is_some() {
            return Err(io::Error::new(io::ErrorKind::AlreadyExists, format!("two files at {path}")));
        }
        Ok(same)
    }

    /// A file for a host that somebody changed since it was written.
    fn changed(&self, path: &str) -> Option<Taken> {
        let entry = self.live.changed(path, &self.places.output.join(path))?;
        let (hash, len, is_of_before) = (entry.hash, entry.len, entry.is_of_before);
        Some(Taken { hash, len, written: false, is_of_before, is_changed: true })
    }

    fn put_inner(&self, path: &str, bytes: &[u8]) -> io::Result<Written> {
        let len = bytes.len() as u64;
        if let Some(changed) = is_for_host(path).then(|| self.changed(path)).flatten() {
            let mut taken = self.taken.lock().map_err(|_| io::Error::other("a writer stopped"))?;
            taken.insert(path.to_owned(), changed);
            return Ok(Written::of(bytes));
        }
        if !self.take(path, xxh3_128(bytes), len)? {
            write::new_file(&self.made_ready(path)?, bytes)?;
        }
        Ok(Written::of(bytes))
    }

    /// Copies a file piece by piece. It may change meanwhile: the manifest says what was written.
    fn copy_inner(&self, path: &str, from: &StaticFile) -> io::Result<Written> {
        let mut file = from.open()?;
        let mut sha256 = Sha256::new();
        let (mut hash, mut len) = write::digest(&mut file, |piece| sha256.update(piece))?;
        if !self.take(path, hash, len)? {
            file.rewind()?;
            sha256 = Sha256::new();
            let place = self.made_ready(path)?;
            (hash, len) = write::new_file_of(&place, &mut file, |piece| sha256.update(piece))?;
            let mut taken = self.taken.lock().map_err(|_| io::Error::other("a writer stopped"))?;
            taken.insert(path.to_owned(), Taken { hash, len, written: true, is_of_before: false, is_changed: false });
        }
        Ok(Written { len, sha256: Some(sha256.finalize().into()) })
    }

    /// Where a file of the twin is written; its folder is there.
    fn made_ready(&self, path: &str) -> io::Result<PathBuf> {
        self.begin()?;
        let there = self.places.twin().join(path);
        self.make_folder(&there)?;
        Ok(there)
    }

    /// Notes whether a file was taken: without one of them no site is whole.
    fn noted(&self, result: io::Result<Written>) -> io::Result<Written> {
        result.inspect_err(|_| self.note_broken())
    }

    fn note_broken(&self) {
        self.broken.store(true, Ordering::Relaxed);
    }
}

impl Drop for SitePublisher {
    /// A site that was begun and not published goes: nobody would trust it, and it would fill the disk.
    fn drop(&mut self) {
        if self.begun.get_mut().is_ok_and(|begun| *begun) {
            let _ = fs::remove_dir_all(self.places.twin());
        }
    }
}

impl Sink for SitePublisher {
    fn put(&self, path: &str, bytes: &[u8]) -> io::Result<Written> {
        self.noted(self.put_inner(path, bytes))
    }

    fn stream<'s>(&'s self, path: &str) -> io::Result<Box<dyn SinkFile + 's>> {
        let spool = Spool::new(path, &self.places.beside);
        Ok(Box::new(NewFile { publisher: self, path: path.to_owned(), spool }))
    }

    fn copy(&self, path: &str, from: &StaticFile) -> io::Result<Written> {
        self.noted(self.copy_inner(path, from))
    }
}

/// A file of the site that comes piece by piece.
struct NewFile<'p> {
    publisher: &'p SitePublisher,
    path: String,
    spool: Spool,
}

impl NewFile<'_> {
    /// Puts it into its place, where it differs from the published one.
    fn placed(self) -> io::Result<Written> {
        let (publisher, sha256) = (self.publisher, self.spool.sha256());
        let (hash, len) = self.spool.digest();
        if !publisher.take(&self.path, hash, len)? {
            self.spool.place(&publisher.made_ready(&self.path)?)?;
        }
        Ok(Written { len, sha256: Some(sha256) })
    }
}

impl io::Write for NewFile<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.spool.push(bytes).inspect_err(|_| self.publisher.note_broken())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl SinkFile for NewFile<'_> {
    fn end(self: Box<Self>) -> io::Result<Written> {
        let publisher = self.publisher;
        publisher.noted(self.placed())
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

#[cfg(test)]
mod tests;
