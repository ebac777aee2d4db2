//! What may be published to: never a folder with somebody's files in it.

use std::env;
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions, TryLockError};
use std::io;
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt, PermissionsExt};
use std::path::{Component, Path, PathBuf};

use rustix::fs::OFlags;

use super::refused::Refused;
use super::spool::NEW;
use super::{foreign, write};

/// Who may look into the folder beside the output: it holds sites that are not published, or no longer.
const OWN: u32 = 0o700;

/// Closes the folder beside the output for a web server that runs as its owner.
const CLOSED: (&str, &str) = (".htaccess", "Require all denied\n");

/// The whole path of the output. Only its last part may be a link, which is refused later.
pub(super) fn absolute(output: &Path) -> Result<PathBuf, Refused> {
    let io = |error| Refused::Io(output.to_owned(), error);
    let whole = std::path::absolute(output).map_err(io)?;
    let Some(name) = whole.file_name() else {
        return whole.canonicalize().map_err(io);
    };
    let parent = whole.parent().unwrap_or(Path::new("/"));
    let there = parent.ancestors().find(|folder| folder.exists()).unwrap_or(Path::new("/"));
    let mut path = there.canonicalize().map_err(io)?;
    for part in parent.strip_prefix(there).unwrap_or(Path::new("")).components() {
        match part {
            Component::ParentDir => drop(path.pop()),
            other => path.push(other),
        }
    }
    Ok(path.join(name))
}

/// The folder beside the output that holds the twin and the lock: `.NAME.scorebook`.
pub(super) fn beside(output: &Path) -> PathBuf {
    let name = output.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    output.with_file_name(format!(".{name}.scorebook"))
}

/// Folders that were made for an output; those that turn out to be of no use go again, with the value.
#[derive(Debug, Default)]
pub(super) struct MadeFolder {
    above: Vec<PathBuf>,
    beside: Option<PathBuf>,
}

impl MadeFolder {
    /// Makes the folders above the output, and the one beside it, which only its owner may look into.
    pub(super) fn new(output: &Path, beside: &Path) -> Result<Self, Refused> {
        let mut made = Self::default();
        let parent = output.parent().unwrap_or(Path::new("/"));
        let missing: Vec<&Path> = parent.ancestors().take_while(|folder| !folder.exists()).collect();
        for folder in missing.into_iter().rev() {
            fs::create_dir(folder).map_err(|error| Refused::Io(folder.to_owned(), error))?;
            made.above.push(folder.to_owned());
        }
        let io = |error| Refused::Io(beside.to_owned(), error);
        match DirBuilder::new().mode(OWN).create(beside) {
            Ok(()) => made.beside = Some(beside.to_owned()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => check_beside(beside)?,
            Err(error) => return Err(io(error)),
        }
        if fs::metadata(beside).map_err(io)?.permissions().mode() & 0o777 != OWN {
            // A file system without permissions has nobody to keep out.
            let _ = fs::set_permissions(beside, Permissions::from_mode(OWN));
        }
        Ok(made)
    }

    /// The folders are needed from now on.
    pub(super) fn keep(&mut self) {
        self.beside = None;
        self.above.clear();
    }
}

impl Drop for MadeFolder {
    fn drop(&mut self) {
        if let Some(beside) = &self.beside {
            let _ = fs::remove_dir_all(beside);
        }
        for folder in self.above.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Refuses a folder beside the output that is a link, or holds what we do not put there.
pub(super) fn check_beside(beside: &Path) -> Result<(), Refused> {
    let io = |error| Refused::Io(beside.to_owned(), error);
    let foreign = || Err(Refused::ForeignBeside(beside.to_owned()));
    if !fs::symlink_metadata(beside).map_err(io)?.is_dir() {
        return foreign();
    }
    let (mut is_empty, mut is_locked) = (true, false);
    for entry in fs::read_dir(beside).map_err(io)? {
        let entry = entry.map_err(io)?;
        let kind = entry.file_type().map_err(io)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if foreign::is_of_system(&name) {
            continue;
        }
        is_empty = false;
        is_locked |= name == "lock";
        let is_ours = match name.as_str() {
            "twin" | "old" => kind.is_dir(),
            "lock" | "exchanging" => kind.is_file(),
            name => kind.is_file() && (name == CLOSED.0 || ["times-", NEW].iter().any(|start| name.starts_with(start))),
        };
        if !is_ours {
            return foreign();
        }
    }
    if is_empty || is_locked { Ok(()) } else { foreign() }
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

/// Takes the lock of an output; it is given back when the file is closed, also by a kill. None where the file system knows
/// no locks.
pub(super) fn lock(beside: &Path, output: &Path) -> Result<Option<File>, Refused> {
    let io = |error| Refused::Io(beside.to_owned(), error);
    let path = beside.join("lock");
    let mut options = OpenOptions::new();
    options.create(true).truncate(false).write(true).custom_flags(OFlags::NOFOLLOW.bits().cast_signed());
    let file = options.open(&path).map_err(io)?;
    let locked = match file.try_lock() {
        Ok(()) => true,
        Err(TryLockError::WouldBlock) => return Err(Refused::Busy(output.to_owned())),
        Err(TryLockError::Error(error)) if knows_no_locks(&error) => false,
        Err(TryLockError::Error(error)) => return Err(io(error)),
    };
    // Another run may have made the folder, and taken it away again with the file that is locked now.
    let found = fs::symlink_metadata(&path).map_err(io)?;
    if found.ino() != file.metadata().map_err(io)?.ino() {
        return Err(Refused::Busy(output.to_owned()));
    }
    let closed = beside.join(CLOSED.0);
    if fs::symlink_metadata(&closed).is_err() {
        write::new_file(&closed, CLOSED.1.as_bytes()).map_err(io)?;
    }
    Ok(locked.then_some(file))
}

/// Whether a lock was refused because there are none: on some network drives and in some containers.
fn knows_no_locks(error: &io::Error) -> bool {
    use rustix::io::Errno;
    let unable = [Errno::NOSYS, Errno::NOTSUP, Errno::NOLCK, Errno::INVAL];
    unable.iter().any(|errno| error.raw_os_error() == Some(errno.raw_os_error()))
}

/// Refuses an output that is a link, a file or a mount point.
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
