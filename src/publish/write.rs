//! How files come to the disk: always as new ones, readable by a web server.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Read, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use xxhash_rust::xxh3::Xxh3;

/// What a web server that runs as another user needs, whatever the mask of this one takes away.
const FILE: u32 = 0o644;
const FOLDER: u32 = 0o755;

/// Of a site that is not published, or not any more.
const OWN_FOLDER: u32 = 0o700;

/// How much of a file is in memory while it is copied.
const PIECE: usize = 128 << 10;

/// Writes a file that is not there yet.
///
/// # Errors
/// When there is one, or the machine refuses.
pub fn create_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(FILE).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Makes a folder, if it is not there yet.
///
/// # Errors
/// When the folder above is not there, or the machine refuses.
pub fn create_folder(path: &Path) -> io::Result<()> {
    folder(path)
}

/// Replaces a file: the new one is written beside it, flushed, and takes its place in one step.
///
/// # Errors
/// When the machine refuses; then the old file is as it was.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::rename(write_beside(path, bytes)?, path)
}

/// What became of a file that was to be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReplacedFile {
    /// It is another one now.
    Yes,
    /// It was not what it was known as, and stayed.
    Changed,
}

/// Replaces a file as long as it is what it is known as; who may read and write it stays.
///
/// # Errors
/// When the machine refuses; then the old file is as it was.
pub(crate) fn replace_same(path: &Path, known: &[u8], bytes: &[u8]) -> io::Result<ReplacedFile> {
    if !fs::symlink_metadata(path)?.is_file() || fs::read(path)? != known {
        return Ok(ReplacedFile::Changed);
    }
    let beside = write_beside(path, bytes)?;
    let replaced =
        fs::set_permissions(&beside, fs::metadata(path)?.permissions()).and_then(|()| fs::rename(&beside, path));
    replaced.inspect_err(|_| drop(fs::remove_file(&beside)))?;
    Ok(ReplacedFile::Yes)
}

/// Writes a file beside the place that it is meant for, flushed; answers with its path.
pub(super) fn write_beside(path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let beside = path.with_file_name(format!(".{name}.scorebook-new"));
    match fs::remove_file(&beside) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    create_new(&beside, bytes).inspect_err(|_| drop(fs::remove_file(&beside)))?;
    Ok(beside)
}

/// Writes a file of the twin, never through one that is there: that could be a link to a live page.
pub(super) fn new_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    opened_new(path)?.write_all(bytes)
}

/// Moves a new file into its place in the twin, never onto a folder that is there.
pub(super) fn move_new(from: &Path, to: &Path) -> io::Result<()> {
    if fs::symlink_metadata(to).is_ok_and(|found| found.is_dir()) {
        remove(to)?;
    }
    fs::rename(from, to)
}

/// Copies what can be read into a new file, piece by piece, each of which is shown; answers with hash and length of what
/// was written.
pub(super) fn new_file_of(path: &Path, from: &mut impl Read, mut shown: impl FnMut(&[u8])) -> io::Result<(u128, u64)> {
    let mut file = opened_new(path)?;
    pieces(from, |piece| {
        shown(piece);
        file.write_all(piece)
    })
}

/// The hash and the length of what can be read, which is never in memory as a whole; each piece is shown.
pub(super) fn digest(from: &mut impl Read, mut shown: impl FnMut(&[u8])) -> io::Result<(u128, u64)> {
    pieces(from, |piece| {
        shown(piece);
        Ok(())
    })
}

/// The hash and the length of a file.
pub(super) fn digest_of(path: &Path) -> io::Result<(u128, u64)> {
    digest(&mut File::open(path)?, |_| {})
}

fn pieces(from: &mut impl Read, mut each: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<(u128, u64)> {
    let (mut hash, mut len, mut buffer) = (Xxh3::new(), 0, vec![0; PIECE]);
    loop {
        let piece = match from.read(&mut buffer) {
            Ok(0) => return Ok((hash.digest128(), len)),
            Ok(n) => &buffer[..n],
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        hash.update(piece);
        len += piece.len() as u64;
        each(piece)?;
    }
}

/// Opens a file that all may read and that was not there before.
pub(super) fn opened_new(path: &Path) -> io::Result<File> {
    let open = || OpenOptions::new().write(true).create_new(true).mode(FILE).open(path);
    let file = match open() {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            remove(path)?;
            open()?
        }
        other => other?,
    };
    if file.metadata()?.permissions().mode() & 0o777 != FILE {
        file.set_permissions(Permissions::from_mode(FILE))?;
    }
    Ok(file)
}

/// Removes whatever is at a path.
fn remove(path: &Path) -> io::Result<()> {
    if fs::symlink_metadata(path)?.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }
}

/// Links a live file into the twin; copies it where the file system knows no links.
pub(super) fn link_or_copy(from: &Path, to: &Path) -> io::Result<()> {
    if fs::symlink_metadata(to).is_ok() {
        remove(to)?;
    }
    if fs::hard_link(from, to).is_ok() {
        return Ok(());
    }
    new_file_of(to, &mut File::open(from)?, |_| {}).map(|_| ())
}

/// Makes a folder that all may read.
pub(super) fn folder(path: &Path) -> io::Result<()> {
    match fs::create_dir(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => return Ok(()),
        Err(error) => return Err(error),
        Ok(()) => {}
    }
    show(path)
}

/// Lets everybody look into a folder.
pub(super) fn show(folder: &Path) -> io::Result<()> {
    if fs::metadata(folder)?.permissions().mode() & 0o777 != FOLDER {
        fs::set_permissions(folder, Permissions::from_mode(FOLDER))?;
    }
    Ok(())
}

/// Lets nobody but its owner look into a folder; a file system without permissions has nobody to keep out.
pub(super) fn hide(folder: &Path) {
    let _ = fs::set_permissions(folder, Permissions::from_mode(OWN_FOLDER));
}

/// Makes all folders from a root down to another one; a file in the way goes.
pub(super) fn folders_below(root: &Path, target: &Path) -> io::Result<()> {
    let mut at = root.to_owned();
    for part in target.strip_prefix(root).unwrap_or(Path::new("")).components() {
        at.push(part);
        if fs::symlink_metadata(&at).is_ok_and(|found| !found.is_dir()) {
            fs::remove_file(&at)?;
        }
        folder(&at)?;
    }
    Ok(())
}
