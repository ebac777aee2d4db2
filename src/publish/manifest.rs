//! What was published: hash, size and path of each file, in the root of the output.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, Metadata};
use std::path::Path;
use std::time::UNIX_EPOCH;

use xxhash_rust::xxh3::xxh3_128;

use super::write::digest_of;

/// The name of the manifest; it is the publisher's own and no part of the site's bytes.
pub(super) const MANIFEST: &str = ".scorebook-manifest";

/// The first line, which tells the version.
const HEAD: &str = "scorebook manifest 1";

/// The files of a published tree.
#[derive(Clone, Debug, Default)]
pub(super) struct Manifest {
    entries: BTreeMap<String, ManifestEntry>,
}

/// One file. Its time is not part of the manifest, which holds the same bytes on every machine: it is kept beside the
/// output, and a file whose time is not known is read to see whether it holds what the manifest says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ManifestEntry {
    pub(super) hash: u128,
    pub(super) len: u64,
    pub(super) modified: Option<u128>,
    /// Whether the site itself no longer has it: it is an asset of the site before, for pages in caches.
    pub(super) is_of_before: bool,
}

/// What begins the line of an asset of the site before.
const OF_BEFORE: &str = "before ";

impl Manifest {
    /// Reads a manifest and the times that are kept of it; one that is missing, or not understood, is empty: then nothing of
    /// it is trusted.
    pub(super) fn read(path: &Path, beside: &Path) -> Self {
        let Ok(text) = fs::read_to_string(path) else { return Self::default() };
        let mut manifest = Self::parse(&text).unwrap_or_default();
        let times = fs::read_to_string(beside.join(times_name(&text))).unwrap_or_default();
        for line in times.lines() {
            if let Some((time, path)) = line.split_once(' ')
                && let (Ok(time), Some(entry)) = (time.parse(), manifest.entries.get_mut(path))
            {
                entry.modified = Some(time);
            }
        }
        manifest
    }

    fn parse(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        if lines.next() != Some(HEAD) {
            return None;
        }
        let mut entries = BTreeMap::new();
        for line in lines {
            let own = line.strip_prefix(OF_BEFORE);
            let mut parts = own.unwrap_or(line).splitn(3, ' ');
            let hash = u128::from_str_radix(parts.next()?, 16).ok()?;
            let len = parts.next()?.parse().ok()?;
            let entry = ManifestEntry { hash, len, modified: None, is_of_before: own.is_some() };
            entries.insert(parts.next()?.to_owned(), entry);
        }
        Some(Self { entries })
    }

    /// The text of the manifest: hash, size and path of each file, and a word before assets of the site before.
    pub(super) fn to_text(&self) -> String {
        let mut text = String::with_capacity(self.entries.len() * 96);
        text.push_str(HEAD);
        text.push('\n');
        for (path, entry) in &self.entries {
            let before = if entry.is_of_before { OF_BEFORE } else { "" };
            let _ = writeln!(text, "{before}{:032x} {} {path}", entry.hash, entry.len);
        }
        text
    }

    /// The text of the times: nanoseconds since 1970 and path of each file.
    pub(super) fn times(&self) -> String {
        let mut text = String::with_capacity(self.entries.len() * 64);
        for (path, entry) in &self.entries {
            if let Some(time) = entry.modified {
                let _ = writeln!(text, "{time} {path}");
            }
        }
        text
    }

    /// Adds a file.
    pub(super) fn insert(&mut self, path: String, entry: ManifestEntry) {
        self.entries.insert(path, entry);
    }

    /// Whether it names nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether it names a path.
    pub(super) fn has(&self, path: &str) -> bool {
        self.entries.contains_key(path)
    }

    /// Whether it names a path of the disk.
    pub(super) fn names(&self, path: &Path) -> bool {
        path.to_str().is_some_and(|path| self.has(path))
    }

    /// Whether it names anything in a folder.
    pub(super) fn names_below(&self, folder: &Path) -> bool {
        let Some(folder) = folder.to_str().map(|folder| format!("{folder}/")) else { return false };
        self.entries.range(folder.clone()..).next().is_some_and(|(path, _)| path.starts_with(&folder))
    }

    /// What it names together with what another one does; of a path that both name, the other one speaks.
    pub(super) fn and(&self, other: &Self) -> Self {
        let mut both = self.clone();
        both.entries.extend(other.entries.clone());
        both
    }

    /// The paths that it names.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    /// The files that it names.
    pub(super) fn entries(&self) -> impl Iterator<Item = (&str, ManifestEntry)> {
        self.entries.iter().map(|(path, entry)| (path.as_str(), *entry))
    }

    /// The entry of a path whose file somebody changed since it was written.
    pub(super) fn changed(&self, path: &str, file: &Path) -> Option<ManifestEntry> {
        let entry = self.entries.get(path)?;
        let is_file = fs::symlink_metadata(file).is_ok_and(|found| found.is_file());
        let is_other = is_file && digest_of(file).is_ok_and(|found| found != (entry.hash, entry.len));
        is_other.then_some(*entry)
    }

    /// Whether a file on the disk holds just these bytes: the manifest says so, and nobody touched the file since.
    pub(super) fn matches(&self, path: &str, hash: u128, len: u64, file: &Path) -> bool {
        let Some(entry) = self.entries.get(path) else { return false };
        if entry.hash != hash || entry.len != len {
            return false;
        }
        let Ok(found) = fs::symlink_metadata(file) else { return false };
        if !found.is_file() || found.len() != len {
            return false;
        }
        entry.modified == Some(modified(&found)) || digest_of(file).is_ok_and(|found| found == (hash, len))
    }
}

/// The name of the file that keeps the times of a manifest: no other manifest has it.
pub(super) fn times_name(manifest: &str) -> String {
    format!("times-{:032x}", xxh3_128(manifest.as_bytes()))
}

/// When a file was changed, in nanoseconds since 1970.
pub(super) fn modified(found: &Metadata) -> u128 {
    let since = found.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    since.map_or(0, |since| since.as_nanos())
}
