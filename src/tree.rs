//! Input files in memory: path → bytes, and the only reader of the disk.

use std::fs;
use std::io;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use include_dir::Dir;
use rayon::prelude::*;
use rustix::fs::OFlags;
use unicode_normalization::UnicodeNormalization;
use walkdir::{DirEntry, WalkDir};

/// The largest file that is read.
const LIMIT: u64 = 64 << 20;

/// The files of one folder, as they were when they were read.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// Files that the stages read, in the order of their paths; a place in the input names its file by position in this list.
    pub files: Vec<File>,
    /// Files that are copied as they are, in the order of their paths.
    pub statics: Vec<StaticFile>,
    /// What may not lie there: the display path, and why.
    pub refused: Vec<(String, Refusal)>,
}

/// A file that the stages read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path as people see it, with slashes: `content/scores/2018.yaml`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A file that is copied as it is.
#[derive(Clone, Debug)]
pub struct StaticFile {
    /// Its path in the site: `static/logo.svg`.
    pub path: String,
    /// What people know it by: `content/static/logo.svg`.
    pub shown: String,
    /// Where it lies on the disk.
    pub source: PathBuf,
    /// How many bytes it has.
    pub len: u64,
    /// What tells it from all other files of the machine: what stands there later may be another one, or a link. None
    /// where that does not matter.
    pub identity: Option<Identity>,
}

/// Which file of the machine it is. Its number may be given to another one once it is gone; the time of its birth is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Identity {
    disk: u64,
    number: u64,
    born: Option<SystemTime>,
}

impl Identity {
    fn of(found: &fs::Metadata) -> Self {
        Self { disk: found.dev(), number: found.ino(), born: found.created().ok() }
    }
}

impl StaticFile {
    /// Opens the file that was found, and no other one.
    ///
    /// # Errors
    /// When another file or a link stands in its place, or the machine refuses.
    pub fn open(&self) -> io::Result<fs::File> {
        let mut options = fs::OpenOptions::new();
        let file = options.read(true).custom_flags(NOT_THROUGH_A_LINK).open(&self.source)?;
        let found = file.metadata()?;
        if self.identity.is_some_and(|identity| !found.is_file() || identity != Identity::of(&found)) {
            let source = self.source.display();
            return Err(io::Error::other(format!("{source} was replaced while it was read; build again")));
        }
        Ok(file)
    }
}

/// A link that stands where a file was found is refused; a pipe there is not waited for.
const NOT_THROUGH_A_LINK: i32 = OFlags::NOFOLLOW.union(OFlags::NONBLOCK).bits().cast_signed();

/// Why a path may not lie in the content folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A symbolic link could publish what lies outside.
    SymbolicLink,
    /// Larger than 64 MiB.
    TooLarge,
    /// Its name is not UTF-8.
    NameNotText,
    /// Neither file nor folder.
    Special,
    /// A folder that is named like a file of the format.
    Folder,
    /// A text that is copied as it is, with the markers of a merge that nobody finished.
    Conflict,
}

impl Tree {
    /// The text of a file of the tree, up to the first byte that is no UTF-8.
    #[must_use]
    pub fn text(&self, file: u32) -> &str {
        let bytes = &self.files[file as usize].bytes;
        match std::str::from_utf8(bytes) {
            Ok(text) => text,
            Err(fault) => std::str::from_utf8(&bytes[..fault.valid_up_to()]).unwrap_or_default(),
        }
    }

    /// How many files places can name: the position of the first one of a tree that is appended.
    #[must_use]
    pub fn n_files(&self) -> u32 {
        u32::try_from(self.files.len()).unwrap_or(u32::MAX)
    }

    /// The files of another tree behind those of this one, so that faults of both can be told together.
    pub fn append(&mut self, other: Self) {
        self.files.extend(other.files);
        self.statics.extend(other.statics);
        self.refused.extend(other.refused);
    }
}

/// Reads a content folder, shown to people as `shown`; what lies under `static/` and `root/` is only listed.
///
/// # Errors
/// When the folder is not there, or the machine refuses to read a file.
pub fn read(folder: &Path, shown: &str) -> io::Result<Tree> {
    walk(folder, shown, true)
}

/// Reads a theme folder, every file of it.
///
/// # Errors
/// When the folder is not there, or the machine refuses to read a file.
pub fn read_theme(folder: &Path, shown: &str) -> io::Result<Tree> {
    walk(folder, shown, false)
}

/// Reads one file, wherever it lies; none where there is none.
///
/// # Errors
/// When it is larger than what is read, or the machine refuses.
pub(crate) fn read_file(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let about = match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        about => about?,
    };
    if about.len() > LIMIT {
        return Err(io::Error::from(io::ErrorKind::FileTooLarge));
    }
    fs::read(path).map(Some)
}

/// The files of a folder that is compiled into the program, in the order of their paths; these have slashes.
pub(crate) fn embedded(folder: &Dir<'_>) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    let mut folders = vec![folder];
    while let Some(folder) = folders.pop() {
        let path = |path: &Path| path.to_string_lossy().replace('\\', "/");
        files.extend(folder.files().map(|file| (path(file.path()), file.contents().to_vec())));
        folders.extend(folder.dirs());
    }
    files.sort();
    files
}

/// Whether a folder is there.
#[must_use]
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Whether a file is there.
#[must_use]
pub(crate) fn is_file(path: &Path) -> bool {
    path.is_file()
}

/// The path of a folder without links in it; as it is where there is none.
#[must_use]
pub(crate) fn without_links(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

fn walk(folder: &Path, shown: &str, statics: bool) -> io::Result<Tree> {
    if !folder.is_dir() {
        return Err(io::Error::new(io::ErrorKind::NotFound, format!("there is no folder {}", folder.display())));
    }
    let mut tree = Tree::default();
    let mut found: Vec<(String, PathBuf)> = Vec::new();
    let entries = WalkDir::new(folder).follow_links(false).min_depth(1).into_iter();
    let mut entries = entries.filter_entry(|entry| !ignored(entry, folder));
    while let Some(entry) = entries.next() {
        let entry = entry?;
        let inside = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let Some(path) = with_slashes(inside) else {
            tree.refused.push((format!("{shown}/{}", inside.display()), Refusal::NameNotText));
            continue;
        };
        let shown = format!("{shown}/{path}");
        let kind = entry.file_type();
        if kind.is_symlink() {
            tree.refused.push((shown, Refusal::SymbolicLink));
        } else if kind.is_file() {
            let about = entry.metadata()?;
            let len = about.len();
            if let Some(path) = published(&path).filter(|_| statics) {
                let identity = Some(Identity::of(&about));
                if has_conflict(entry.path(), len)? {
                    tree.refused.push((shown.clone(), Refusal::Conflict));
                }
                tree.statics.push(StaticFile { path, shown, source: entry.into_path(), len, identity });
            } else if len > LIMIT {
                tree.refused.push((shown, Refusal::TooLarge));
            } else {
                found.push((shown, entry.into_path()));
            }
        } else if !kind.is_dir() {
            tree.refused.push((shown, Refusal::Special));
        } else if statics && published(&path).is_none() && is_named_like_file(&path) {
            tree.refused.push((shown, Refusal::Folder));
            entries.skip_current_dir();
        }
    }
    found.sort();
    tree.statics.sort_by(|a, b| a.path.cmp(&b.path));
    tree.refused.sort_by(|a, b| a.0.cmp(&b.0));
    let read = |(path, source): (String, PathBuf)| {
        let bytes = fs::read(&source).map_err(|e| io::Error::new(e.kind(), format!("{}: {e}", source.display())))?;
        Ok(File { path, bytes })
    };
    tree.files = found.into_par_iter().map(read).collect::<io::Result<_>>()?;
    Ok(tree)
}

/// Whether a folder has the name of a file that the stages read.
fn is_named_like_file(path: &str) -> bool {
    let lower = path.to_ascii_lowercase();
    [".yaml", ".yml", ".md"].iter().any(|end| lower.ends_with(end))
}

/// How many bytes a file may have that is looked at for what a merge left in it.
const LOOKED_AT_MAX: u64 = 1 << 20;

/// Ends of names of texts that are copied as they are; names without an end are texts too, as `CNAME` and `_headers`.
const TEXTS: [&str; 12] = ["css", "csv", "htm", "html", "js", "json", "md", "svg", "txt", "webmanifest", "xml", "yaml"];

/// Whether a merge left two versions in a text, one begun and ended by markers that no text has by itself.
fn has_conflict(path: &Path, len: u64) -> io::Result<bool> {
    let end = path.extension().map(|end| end.to_ascii_lowercase());
    let is_text = end.is_none_or(|end| TEXTS.iter().any(|known| end == **known));
    if !is_text || len > LOOKED_AT_MAX {
        return Ok(false);
    }
    let bytes = fs::read(path)?;
    let marked =
        |sign: u8| bytes.split(|byte| *byte == b'\n').any(|line| line.first() == Some(&sign) && is_merge_marker(line));
    Ok(marked(b'<') && marked(b'>'))
}

/// Whether a line is a marker that a merge of two versions leaves, bare or with a name behind a space. One of `=` alone
/// underlines a heading in Markdown, and is none by itself.
pub(crate) fn is_merge_marker(line: &[u8]) -> bool {
    let rest = ["<<<<<<<", ">>>>>>>", "|||||||"].iter().find_map(|marker| line.strip_prefix(marker.as_bytes()));
    rest.is_some_and(|rest| rest.is_empty() || matches!(rest[0], b' ' | b'\r'))
}

/// Names that systems leave behind, in any case.
const LEFT_BY_SYSTEMS: [&str; 14] = [
    ".apdisk",
    ".directory",
    ".documentrevisions-v100",
    ".ds_store",
    ".fseventsd",
    ".spotlight-v100",
    ".temporaryitems",
    ".trashes",
    "$recycle.bin",
    "desktop.ini",
    "ehthumbs.db",
    "icon\r",
    "system volume information",
    "thumbs.db",
];

/// How names begin that systems leave behind: beside files of other disks, for what was thrown away, and for what was
/// removed while it was still open.
const BEGUN_BY_SYSTEMS: [&str; 4] = ["._", ".trash-", ".nfs", ".fuse_hidden"];

/// How names begin that editors give to what they have open.
const BEGUN_BY_EDITORS: [&str; 3] = ["~$", ".~lock.", ".#"];

/// Folders in which other programs keep what is theirs.
const OF_OTHERS: [&str; 4] = [".git", ".svn", ".hg", ".idea"];

/// Ends of names that editors leave behind.
const LEFT_BY_EDITORS: [&str; 3] = ["~", ".bak", ".orig"];

/// Whether a name is one that a system leaves behind in any folder which it shows or shares, in whatever case.
#[must_use]
pub fn is_left_by_system(name: &[u8]) -> bool {
    let name = name.to_ascii_lowercase();
    let begins = BEGUN_BY_SYSTEMS.iter().any(|start| name.starts_with(start.as_bytes()));
    begins || LEFT_BY_SYSTEMS.iter().any(|known| name == known.as_bytes())
}

/// Whether a name is one that editors and systems leave behind: such a file is passed over, and never published.
#[must_use]
pub fn is_left_behind(name: &[u8]) -> bool {
    let name = name.to_ascii_lowercase();
    let is_of_others = OF_OTHERS.iter().any(|known| name == known.as_bytes());
    let is_editors = LEFT_BY_EDITORS.iter().any(|end| name.ends_with(end.as_bytes())) || is_swap(&name);
    let is_open = BEGUN_BY_EDITORS.iter().any(|start| name.starts_with(start.as_bytes()));
    let is_temporary = name.len() > 1 && name.starts_with(b"#") && name.ends_with(b"#");
    is_left_by_system(&name) || is_of_others || is_editors || is_open || is_temporary
}

/// Whether a name is one that vim gives to what it has not saved yet: `.2018.yaml.swp`.
fn is_swap(name: &[u8]) -> bool {
    let end = name.len().saturating_sub(4);
    name.starts_with(b".") && name[end..].starts_with(b".sw")
}

/// Where a file that is copied as it is lands in the site: `static/logo.svg` there, `root/CNAME` at `CNAME`.
fn published(path: &str) -> Option<String> {
    let is_static = path.starts_with("static/").then_some(path);
    is_static.or_else(|| path.strip_prefix("root/")).map(str::to_owned)
}

/// What is passed over: what nobody wrote for the site, and hidden files but those for the root of the site.
fn ignored(entry: &DirEntry, folder: &Path) -> bool {
    let name = entry.file_name().as_encoded_bytes();
    let is_for_root = || entry.path().strip_prefix(folder).is_ok_and(|inside| inside.starts_with("root"));
    is_left_behind(name) || name.starts_with(b".") && !is_for_root()
}

/// A path with slashes, its letters composed as those of all texts are: some systems store them taken apart.
fn with_slashes(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.components().map(|part| part.as_os_str().to_str()).collect();
    Some(parts?.join("/").nfc().collect())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::{Refusal, read};

    #[test]
    fn a_folder_becomes_paths_and_bytes() {
        let folder = tempfile::tempdir().unwrap();
        let put = |path: &str| {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "x").unwrap();
        };
        let ours = ["site.yaml", "scores/2018.yaml", "static/logo.svg", "root/CNAME", "root/.well-known/security.txt"];
        let left = [
            ".hidden",
            "scores/2018.yaml~",
            "scores/~$2018.yaml",
            "scores/2018.yaml.bak",
            "scores/.2018.yaml.swp",
            ".git/config",
            "static/Thumbs.db",
            "static/._logo.svg",
            "static/Icon\r",
            "desktop.ini",
            "root/.DS_Store",
            "root/.git/config",
            "root/.~lock.robots.txt#",
            "root/.#robots.txt",
            "root/.Trash-1000/files/CNAME",
            "root/.directory",
            "static/$RECYCLE.BIN/desktop.ini",
            "System Volume Information/IndexerVolumeGuid",
        ];
        ours.into_iter().chain(left).for_each(put);
        symlink("/etc/hostname", folder.path().join("link.yaml")).unwrap();
        let tree = read(folder.path(), "content").unwrap();
        let files: Vec<&str> = tree.files.iter().map(|f| f.path.as_str()).collect();
        assert_eq!(files, ["content/scores/2018.yaml", "content/site.yaml"]);
        assert_eq!(
            tree.statics.iter().map(|f| (f.path.as_str(), f.len)).collect::<Vec<_>>(),
            [(".well-known/security.txt", 1), ("CNAME", 1), ("static/logo.svg", 1)]
        );
        assert_eq!(tree.refused, [("content/link.yaml".to_owned(), Refusal::SymbolicLink)]);
    }

    #[test]
    fn a_name_taken_apart_is_composed() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("static")).unwrap();
        fs::write(folder.path().join("static/Quye\u{302}\u{301}t.pdf"), "x").unwrap();
        let tree = read(folder.path(), "content").unwrap();
        assert_eq!(tree.statics[0].path, "static/Quyết.pdf");
    }

    #[test]
    fn a_file_that_was_replaced_since_it_was_found_is_not_opened() {
        let folder = tempfile::tempdir().unwrap();
        let (file, other) = (folder.path().join("static/in/film.mp4"), folder.path().join("other"));
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, "film").unwrap();
        fs::write(&other, "secret").unwrap();
        let found = read(folder.path(), "content").unwrap().statics.remove(0);
        assert!(found.open().is_ok());
        fs::remove_file(&file).unwrap();
        symlink(&other, &file).unwrap();
        assert!(found.open().is_err(), "a link");
        fs::remove_file(&file).unwrap();
        fs::hard_link(&other, &file).unwrap();
        assert!(found.open().is_err(), "another file");
        fs::remove_dir_all(folder.path().join("static/in")).unwrap();
        fs::create_dir(folder.path().join("elsewhere")).unwrap();
        fs::write(folder.path().join("elsewhere/film.mp4"), "secret").unwrap();
        symlink(folder.path().join("elsewhere"), folder.path().join("static/in")).unwrap();
        assert!(found.open().is_err(), "a folder behind a link");
    }

    #[test]
    fn a_missing_folder_is_named() {
        let error = read(std::path::Path::new("/no/such/content"), "content").unwrap_err();
        assert_eq!(error.to_string(), "there is no folder /no/such/content");
    }
}
