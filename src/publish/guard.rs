//! What may be published to: never a folder with somebody's files in it.

use std::env;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use super::Refused;
use super::manifest::{MANIFEST, Manifest};

/// The whole path of the output; the folder that it lies in must be there.
pub(super) fn absolute(output: &Path) -> Result<PathBuf, Refused> {
    let io = |error| Refused::Io(output.to_owned(), error);
    let whole = std::path::absolute(output).map_err(io)?;
    let Some(name) = whole.file_name() else { return Err(Refused::Root) };
    let parent = whole.parent().unwrap_or(Path::new("/"));
    fs::create_dir_all(parent).map_err(io)?;
    Ok(parent.canonicalize().map_err(io)?.join(name))
}

/// The folder beside the output that holds the twin and the lock: `.NAME.scorebook`.
pub(super) fn beside(output: &Path) -> PathBuf {
    let name = output.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    output.with_file_name(format!(".{name}.scorebook"))
}

/// Refuses places where an output would do harm.
pub(super) fn check_place(output: &Path, inputs: &[&Path]) -> Result<(), Refused> {
    if output.parent().is_none() {
        return Err(Refused::Root);
    }
    if env::var_os("HOME").is_some_and(|home| Path::new(&home).canonicalize().is_ok_and(|home| home == output)) {
        return Err(Refused::Home(output.to_owned()));
    }
    for input in inputs {
        let Ok(input) = input.canonicalize() else { continue };
        if input.starts_with(output) {
            return Err(Refused::ContainsInput(output.to_owned()));
        }
        if output.starts_with(&input) {
            return Err(Refused::InsideInput(output.to_owned()));
        }
    }
    Ok(())
}

/// Takes the lock of an output; it is given back when the file is closed, also by a kill.
pub(super) fn lock(beside: &Path, output: &Path) -> Result<File, Refused> {
    let io = |error| Refused::Io(beside.to_owned(), error);
    let path = beside.join("lock");
    let file = OpenOptions::new().create(true).truncate(false).write(true).open(path).map_err(io)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(Refused::Busy(output.to_owned())),
        Err(TryLockError::Error(error)) => Err(io(error)),
    }
}

/// Refuses an output that is a link, a file, a mount point, or a folder with files and without our manifest.
pub(super) fn check_output(output: &Path) -> Result<(), Refused> {
    let found = match fs::symlink_metadata(output) {
        Ok(found) => found,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Refused::Io(output.to_owned(), error)),
    };
    if found.file_type().is_symlink() {
        return Err(Refused::SymbolicLink(output.to_owned()));
    }
    if !found.is_dir() {
        return Err(Refused::NotAFolder(output.to_owned()));
    }
    let parent = output.parent().and_then(|parent| fs::metadata(parent).ok());
    if parent.is_some_and(|parent| parent.dev() != found.dev()) {
        return Err(Refused::MountPoint(output.to_owned()));
    }
    Ok(())
}

/// Refuses an output with files that the manifest does not name; names in its root that begin with a dot are let be.
pub(super) fn check_foreign(output: &Path, live: &Manifest) -> Result<(), Refused> {
    if !output.is_dir() {
        return Ok(());
    }
    let ours = output.join(MANIFEST).is_file();
    let mut folders = vec![(output.to_owned(), String::new())];
    while let Some((folder, prefix)) = folders.pop() {
        let entries = fs::read_dir(&folder).map_err(|e| Refused::Io(folder.clone(), e))?;
        for entry in entries {
            let entry = entry.map_err(|e| Refused::Io(folder.clone(), e))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if prefix.is_empty() && name.starts_with('.') {
                continue;
            }
            let path = format!("{prefix}{name}");
            let kind = entry.file_type().map_err(|e| Refused::Io(entry.path(), e))?;
            if kind.is_dir() {
                folders.push((entry.path(), format!("{path}/")));
            } else if !ours {
                return Err(Refused::NotOurs(output.to_owned()));
            } else if !live.has(&path) {
                return Err(Refused::ForeignFile(entry.path()));
            }
        }
    }
    Ok(())
}
