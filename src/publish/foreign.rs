//! What others laid into the output: which of it is left alone, which stops a build, and how it comes through an exchange.

use std::collections::BTreeSet;
use std::fs::{self, Metadata};
use std::io;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, RenameFlags, renameat_with};
use rustix::io::Errno;

use super::manifest::{MANIFEST, Manifest};
use super::refused::Refused;
use super::write;
use crate::tree::is_left_by_system;

/// Whether a name is one that a system leaves behind.
pub(super) fn is_of_system(name: &str) -> bool {
    is_left_by_system(name.as_bytes())
}

/// Refuses an output with files that the manifest does not name; let be are names in its root that begin with a dot, and
/// what systems leave behind.
pub(super) fn check(output: &Path, live: &Manifest) -> Result<(), Refused> {
    if !output.is_dir() {
        return Ok(());
    }
    let ours = output.join(MANIFEST).is_file();
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(inside) = folders.pop() {
        let folder = output.join(&inside);
        for entry in fs::read_dir(&folder).map_err(|e| Refused::Io(folder.clone(), e))? {
            let entry = entry.map_err(|e| Refused::Io(folder.clone(), e))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if (inside.as_os_str().is_empty() && name.starts_with('.')) || is_of_system(&name) {
                continue;
            }
            let path = inside.join(entry.file_name());
            let kind = entry.file_type().map_err(|e| Refused::Io(entry.path(), e))?;
            if kind.is_dir() {
                folders.push(path);
            } else if !ours {
                return Err(Refused::NotOurs(output.to_owned()));
            } else if !live.names(&path) {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    if found.is_empty() { Ok(()) } else { Err(Refused::ForeignFiles(found)) }
}

/// Refuses where the new site would have a file in the place of one that is not ours.
pub(super) fn check_taken<'p>(
    output: &Path,
    live: &Manifest,
    paths: impl Iterator<Item = &'p str>,
) -> Result<(), Refused> {
    for path in paths.filter(|path| !live.has(path)) {
        let there = output.join(path);
        if fs::symlink_metadata(&there).is_ok_and(|found| !found.is_dir()) {
            return Err(Refused::Taken(there));
        }
        // A folder whose name begins with a dot is not looked into otherwise.
        let Some((folder, _)) = path.split_once('/').filter(|_| path.starts_with('.')) else { continue };
        let there = output.join(folder);
        if fs::symlink_metadata(&there).is_ok_and(|found| !found.is_dir()) {
            return Err(Refused::Taken(there));
        }
    }
    Ok(())
}

/// The files and folders below a folder that a manifest does not name, each as high up as nothing of ours lies in it.
pub(super) fn find(folder: &Path, ours: &Manifest) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(inside) = folders.pop() {
        for entry in fs::read_dir(folder.join(&inside))? {
            let entry = entry?;
            let path = inside.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                if ours.names_below(&path) { folders.push(path) } else { found.push(path) }
            } else if !ours.names(&path) && path != Path::new(MANIFEST) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Gives the files in the root of a folder that are not ours a second name in another one, so that they are there at the
/// moment of an exchange. Answers which they are; what cannot have two names is moved afterwards.
pub(super) fn link(from: &Path, to: &Path, ours: &Manifest) -> io::Result<BTreeSet<(u64, u64)>> {
    let mut linked = BTreeSet::new();
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let name = entry.file_name();
        if entry.file_type()?.is_file()
            && !ours.names(Path::new(&name))
            && name != MANIFEST
            && fs::hard_link(entry.path(), to.join(&name)).is_ok()
        {
            linked.insert(identity(&entry.metadata()?));
        }
    }
    Ok(linked)
}

/// What moved where; it can be moved back.
#[derive(Debug, Default)]
pub(super) struct Moves(Vec<(PathBuf, PathBuf)>);

impl Moves {
    /// Moves everything back, the last first.
    pub(super) fn undo(self) -> io::Result<()> {
        self.0.into_iter().rev().try_for_each(|(from, to)| move_new(&to, &from))
    }
}

/// Carries what is not ours from one folder to another; `linked` is what has got a second name there before.
///
/// # Errors
/// When the machine refuses, or two different files have one name; what was moved until then stands in `moves`.
pub(super) fn carry(
    from: &Path,
    to: &Path,
    ours: &Manifest,
    linked: &BTreeSet<(u64, u64)>,
    moves: &mut Moves,
) -> Result<(), Refused> {
    if !fs::symlink_metadata(from).is_ok_and(|found| found.is_dir()) {
        return Err(Refused::NotAFolder(from.to_owned()));
    }
    let mut left = find(from, ours).map_err(|error| Refused::Io(from.to_owned(), error))?;
    left.reverse();
    while let Some(path) = left.pop() {
        let (here, there) = (from.join(&path), to.join(&path));
        let io = |error| Refused::Io(here.clone(), error);
        let found = fs::symlink_metadata(&here).map_err(io)?;
        match fs::symlink_metadata(&there) {
            Ok(other) if other.is_dir() && found.is_dir() => {
                for entry in fs::read_dir(&here).map_err(io)? {
                    left.push(path.join(entry.map_err(io)?.file_name()));
                }
            }
            Ok(other) if identity(&other) == identity(&found) => {
                fs::remove_file(&here).map_err(io)?;
                moves.0.push((here, there));
            }
            // Somebody replaced the file since it got its second name: the newer one holds.
            Ok(other) if linked.contains(&identity(&other)) => {
                fs::rename(&here, &there).map_err(io)?;
                moves.0.push((here, there));
            }
            // What a system leaves behind in both is written anew whenever it is missing.
            Ok(_) if path.file_name().is_some_and(|name| is_of_system(&name.to_string_lossy())) => {
                fs::remove_file(&here).map_err(io)?;
            }
            Ok(_) => return Err(Refused::TwoOfAName(here, there)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                write::folders_below(to, there.parent().unwrap_or(to)).map_err(io)?;
                move_new(&here, &there).map_err(io)?;
                moves.0.push((here, there));
            }
            Err(error) => return Err(Refused::Io(there, error)),
        }
    }
    Ok(())
}

/// What tells one file of a machine from all others.
fn identity(found: &Metadata) -> (u64, u64) {
    (found.dev(), found.ino())
}

/// Moves a file or folder to a name that is free.
fn move_new(from: &Path, to: &Path) -> io::Result<()> {
    match renameat_with(CWD, from, CWD, to, RenameFlags::NOREPLACE) {
        Err(Errno::NOSYS | Errno::INVAL | Errno::NOTSUP) if fs::symlink_metadata(to).is_ok() => {
            Err(io::ErrorKind::AlreadyExists.into())
        }
        Err(Errno::NOSYS | Errno::INVAL | Errno::NOTSUP) => fs::rename(from, to),
        other => Ok(other?),
    }
}
