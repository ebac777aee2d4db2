//! Input files in memory: path → bytes, and the only reader of the disk.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

/// The largest file that is read.
const LIMIT: u64 = 64 << 20;

/// The files of one folder, as they were when they were read.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// Files that the stages read, in the order of their paths; [`crate::model::Place::file`] counts in this list.
    pub files: Vec<File>,
    /// Files that are copied as they are, in the order of their paths.
    pub statics: Vec<StaticFile>,
    /// What may not lie there: the display path, and why.
    pub refused: Vec<(String, Refusal)>,
}

/// A file that the stages read.
#[derive(Clone, Debug)]
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
    /// Where it lies on the disk.
    pub source: PathBuf,
    /// How many bytes it has.
    pub len: u64,
}

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

/// Reads a content folder, shown to people as `shown`; what lies under `static/` is only listed.
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

/// Whether a folder is there.
#[must_use]
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

fn walk(folder: &Path, shown: &str, statics: bool) -> io::Result<Tree> {
    if !folder.is_dir() {
        return Err(io::Error::new(io::ErrorKind::NotFound, format!("there is no folder {}", folder.display())));
    }
    let mut tree = Tree::default();
    let mut found: Vec<(String, PathBuf)> = Vec::new();
    let entries = WalkDir::new(folder).follow_links(false).min_depth(1).into_iter().filter_entry(|e| !ignored(e));
    for entry in entries {
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
            let len = entry.metadata()?.len();
            if statics && path.starts_with("static/") {
                tree.statics.push(StaticFile { path, source: entry.into_path(), len });
            } else if len > LIMIT {
                tree.refused.push((shown, Refusal::TooLarge));
            } else {
                found.push((shown, entry.into_path()));
            }
        } else if !kind.is_dir() {
            tree.refused.push((shown, Refusal::Special));
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

/// Names that editors and systems leave behind.
fn ignored(entry: &DirEntry) -> bool {
    let name = entry.file_name().as_encoded_bytes();
    entry.depth() > 0 && (name.starts_with(b".") || name.ends_with(b"~"))
}

fn with_slashes(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.components().map(|part| part.as_os_str().to_str()).collect();
    Some(parts?.join("/"))
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
        for path in ["site.yaml", "scores/2018.yaml", "static/logo.svg", ".hidden", "scores/2018.yaml~", ".git/config"]
        {
            put(path);
        }
        symlink("/etc/hostname", folder.path().join("link.yaml")).unwrap();
        let tree = read(folder.path(), "content").unwrap();
        let files: Vec<&str> = tree.files.iter().map(|f| f.path.as_str()).collect();
        assert_eq!(files, ["content/scores/2018.yaml", "content/site.yaml"]);
        assert_eq!(tree.statics.iter().map(|f| (f.path.as_str(), f.len)).collect::<Vec<_>>(), [("static/logo.svg", 1)]);
        assert_eq!(tree.refused, [("content/link.yaml".to_owned(), Refusal::SymbolicLink)]);
    }

    #[test]
    fn a_missing_folder_is_named() {
        let error = read(std::path::Path::new("/no/such/content"), "content").unwrap_err();
        assert_eq!(error.to_string(), "there is no folder /no/such/content");
    }
}
