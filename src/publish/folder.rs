//! A published folder as it lies on a disk: what is ours, what others left in it, and what may not lie there.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use rustix::fs::OFlags;

use super::manifest::MANIFEST;
use crate::tree::is_left_by_system;

/// The name of the publisher's own record, which no host should serve.
pub(crate) const RECORD: &str = MANIFEST;

/// What lies in a published folder. Paths have slashes and are in their order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Listing {
    /// Files.
    pub(crate) files: BTreeSet<String>,
    /// What is a link, or neither file nor folder, or has a name that is no text. None of it is looked into.
    pub(crate) odd: Vec<OddEntry>,
    /// What is no part of the site and may lie there.
    pub(crate) left: BTreeSet<(LeftBy, String)>,
}

/// Something that no site has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OddEntry {
    /// Its path, as far as it can be shown.
    pub(crate) path: String,
    /// What it is.
    pub(crate) kind: OddKind,
}

/// What it is that no site has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OddKind {
    /// A symbolic link, which could publish what lies elsewhere.
    SymbolicLink,
    /// A name that is not UTF-8.
    NameNotText,
    /// Neither file nor folder.
    Special,
}

/// Who left something in a published folder that is no fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum LeftBy {
    /// Scorebook: its record of what it published.
    Scorebook,
    /// A build before: an asset that stays for pages in caches.
    BuildBefore,
    /// Whoever tends the host: a file for it that is other than Scorebook wrote it, which a build keeps.
    Webmaster,
    /// The publisher: a name in the root that begins with a dot, such as `.git`.
    Publisher,
    /// A system that showed or shared the folder.
    System,
}

/// Lists a published folder. What `is_listed` names, files and folders, belongs to the site whatever its name.
///
/// # Errors
/// When the machine refuses to read a folder.
pub(crate) fn list(root: &Path, is_listed: &dyn Fn(&str) -> bool) -> io::Result<Listing> {
    let mut listing = Listing::default();
    let mut folders = vec![String::new()];
    while let Some(inside) = folders.pop() {
        let folder = root.join(&inside);
        let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", folder.display()));
        for entry in fs::read_dir(&folder).map_err(named)? {
            let entry = entry.map_err(named)?;
            let before = if inside.is_empty() { String::new() } else { format!("{inside}/") };
            let path = format!("{before}{}", entry.file_name().to_string_lossy());
            let kind = entry.file_type().map_err(named)?;
            if entry.file_name().to_str().is_none() {
                listing.odd.push(OddEntry { path, kind: OddKind::NameNotText });
            } else if let Some(by) = left_by(&path).filter(|_| !is_listed(&path)) {
                listing.left.insert((by, path));
            } else if kind.is_dir() {
                folders.push(path);
            } else if kind.is_file() {
                listing.files.insert(path);
            } else {
                let kind = if kind.is_symlink() { OddKind::SymbolicLink } else { OddKind::Special };
                listing.odd.push(OddEntry { path, kind });
            }
        }
    }
    listing.odd.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(listing)
}

/// Who is known to leave a path like this.
fn left_by(path: &str) -> Option<LeftBy> {
    let name = path.rsplit('/').next().unwrap_or(path);
    match path {
        MANIFEST => Some(LeftBy::Scorebook),
        _ if is_left_by_system(name.as_bytes()) => Some(LeftBy::System),
        _ if path == name && name.starts_with('.') => Some(LeftBy::Publisher),
        _ => None,
    }
}

/// Opens a file of a published folder; a link in its place is refused, and a pipe there is not waited for.
///
/// # Errors
/// When it is no file, or the machine refuses.
pub(crate) fn open(root: &Path, path: &str) -> io::Result<fs::File> {
    let place: PathBuf = root.join(path);
    let flags = OFlags::NOFOLLOW.union(OFlags::NONBLOCK).bits().cast_signed();
    let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", place.display()));
    let file = fs::OpenOptions::new().read(true).custom_flags(flags).open(&place).map_err(named)?;
    if file.metadata().map_err(named)?.is_file() {
        Ok(file)
    } else {
        Err(io::Error::other(format!("{} is no file", place.display())))
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::{LeftBy, OddKind, list, open};

    #[test]
    fn a_folder_is_sorted_into_ours_left_and_odd() {
        let folder = tempfile::tempdir().unwrap();
        let put = |path: &str| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "x").unwrap();
        };
        let ours = ["index.html", "2018/.hidden", ".well-known/security.txt", ".htaccess"];
        let left = [".scorebook-manifest", ".git/config", ".nojekyll", "2018/Thumbs.db", ".DS_Store"];
        ours.into_iter().chain(left).for_each(put);
        symlink("/etc", folder.path().join("2018/etc")).unwrap();
        let listed = [".well-known", ".well-known/security.txt", ".htaccess"];
        let listing = list(folder.path(), &|path| listed.contains(&path)).unwrap();
        let files: Vec<&str> = listing.files.iter().map(String::as_str).collect();
        assert_eq!(files, [".htaccess", ".well-known/security.txt", "2018/.hidden", "index.html"]);
        let left: Vec<(LeftBy, &str)> = listing.left.iter().map(|(by, path)| (*by, path.as_str())).collect();
        let expected = [
            (LeftBy::Scorebook, ".scorebook-manifest"),
            (LeftBy::Publisher, ".git"),
            (LeftBy::Publisher, ".nojekyll"),
            (LeftBy::System, ".DS_Store"),
            (LeftBy::System, "2018/Thumbs.db"),
        ];
        assert_eq!(left, expected);
        let odd: Vec<(&str, OddKind)> = listing.odd.iter().map(|odd| (odd.path.as_str(), odd.kind)).collect();
        assert_eq!(odd, [("2018/etc", OddKind::SymbolicLink)]);
        assert!(open(folder.path(), "index.html").is_ok());
        assert!(open(folder.path(), "2018/etc").is_err(), "a link");
        assert!(open(folder.path(), "2018").is_err(), "a folder");
    }
}
