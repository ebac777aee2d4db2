//! A folder that gets its first files, all of them or none: nothing that is there is changed.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::write::{create_new, folder, write_beside};

/// Why a folder is not written.
#[derive(Debug)]
pub(crate) enum FolderTaken {
    /// There is something of that name.
    There,
    /// The machine refused.
    Io(io::Error),
}

/// Writes a folder that is not there yet, with its files: all of them, or nothing.
///
/// # Errors
/// When there is something of that name, or the machine refuses.
pub(crate) fn write_folder(target: &Path, files: &[(String, Vec<u8>)]) -> Result<(), FolderTaken> {
    if fs::symlink_metadata(target).is_ok() {
        return Err(FolderTaken::There);
    }
    write_all(target, files).map_err(FolderTaken::Io)
}

/// Writes a file that is not there yet into a folder of a site, with the folders that it lies in: whole, or not at all.
/// It is written beside its place and linked to it, which nothing that is there gives way to.
///
/// # Errors
/// When there is something of that name, or the machine refuses.
pub(crate) fn write_new(site: &Path, path: &str, bytes: &[u8]) -> Result<(), FolderTaken> {
    let target = site.join(path);
    if fs::symlink_metadata(&target).is_ok() {
        return Err(FolderTaken::There);
    }
    let mut made = Filled::default();
    let written = made.folder(target.parent().unwrap_or(site)).and_then(|()| beside(&target, bytes));
    written.map_err(|error| {
        made.undo();
        if error.kind() == io::ErrorKind::AlreadyExists { FolderTaken::There } else { FolderTaken::Io(error) }
    })
}

/// Writes a file under another name, then gives it its own; on a file system without links it is written at once.
fn beside(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = write_beside(target, bytes)?;
    let linked = fs::hard_link(&beside, target);
    let removed = fs::remove_file(&beside);
    match linked {
        Err(error) if is_unable(&error) => create_new(target, bytes),
        Err(error) => Err(error),
        Ok(()) => removed,
    }
}

/// Whether an error says that the file system has no links.
fn is_unable(error: &io::Error) -> bool {
    [io::ErrorKind::Unsupported, io::ErrorKind::PermissionDenied].contains(&error.kind())
}

/// Why a folder is not filled.
#[derive(Debug)]
pub(crate) enum NotFilled {
    /// It holds something that does not begin with a dot, or a file that would be written: its name.
    Holds(String),
    /// The machine refused.
    Io(io::Error),
}

impl From<io::Error> for NotFilled {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Writes files into a folder that is new, or that holds nothing but names that begin with a dot: all files, or none.
///
/// # Errors
/// When the folder holds something else, a file is there already, or the machine refuses; then it is as it was.
pub(crate) fn fill_folder(target: &Path, files: &[(String, Vec<u8>)]) -> Result<(), NotFilled> {
    if let Some(name) = held(target, files)? {
        return Err(NotFilled::Holds(name));
    }
    Ok(write_all(target, files)?)
}

/// Writes files that are not there yet into a folder, whatever else it holds: all files, or none.
///
/// # Errors
/// When one of them is there already, or the machine refuses; then the folder is as it was.
pub(crate) fn add_files(target: &Path, files: &[(String, Vec<u8>)]) -> Result<(), NotFilled> {
    let is_there = |path: &&String| fs::symlink_metadata(target.join(path)).is_ok();
    match files.iter().map(|(path, _)| path).find(is_there) {
        Some(path) => Err(NotFilled::Holds(path.clone())),
        None => Ok(write_all(target, files)?),
    }
}

fn write_all(target: &Path, files: &[(String, Vec<u8>)]) -> io::Result<()> {
    let mut made = Filled::default();
    for (path, bytes) in files {
        if let Err(error) = made.file(&target.join(path), bytes) {
            made.undo();
            return Err(error);
        }
    }
    Ok(())
}

/// What stands in the way, if something does.
fn held(target: &Path, files: &[(String, Vec<u8>)]) -> io::Result<Option<String>> {
    let entries = match fs::read_dir(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        entries => entries?,
    };
    let names: io::Result<Vec<String>> =
        entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect();
    let mut others: Vec<String> = names?.into_iter().filter(|name| !name.starts_with('.')).collect();
    others.sort();
    let is_there = |path: &&String| fs::symlink_metadata(target.join(path)).is_ok();
    Ok(others.into_iter().next().or_else(|| files.iter().map(|(path, _)| path).find(is_there).cloned()))
}

/// What was made so far, in order.
#[derive(Default)]
struct Filled {
    files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
}

impl Filled {
    fn file(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.folder(path.parent().unwrap_or(path))?;
        create_new(path, bytes).inspect_err(|error| {
            // What was begun and could not be ended.
            if error.kind() != io::ErrorKind::AlreadyExists {
                let _ = fs::remove_file(path);
            }
        })?;
        self.files.push(path.to_owned());
        Ok(())
    }

    fn folder(&mut self, path: &Path) -> io::Result<()> {
        if path.as_os_str().is_empty() || path.is_dir() {
            return Ok(());
        }
        if let Some(above) = path.parent() {
            self.folder(above)?;
        }
        folder(path)?;
        self.folders.push(path.to_owned());
        Ok(())
    }

    /// Takes everything away again, as far as the machine allows.
    fn undo(self) {
        self.files.iter().for_each(|file| drop(fs::remove_file(file)));
        self.folders.iter().rev().for_each(|folder| drop(fs::remove_dir(folder)));
    }
}
