//! The exchange of the twin with the live site, and what a killed exchange leaves to do.
//!
//! Nothing that is not ours is moved before the exchange is done, and each error turns everything back. What others laid
//! into the live site comes after it from the folder that was the site before. A note in the folder beside the output
//! says that this is going on, so that the next run can finish what a kill cut short.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, RenameFlags, renameat_with, sync, syncfs};
use rustix::io::Errno;

use super::foreign::{self, Moves};
use super::manifest::{MANIFEST, Manifest};
use super::{Refused, Word, write};

/// The folders and the note of an exchange.
#[derive(Clone, Debug)]
pub(super) struct SitePaths {
    /// The live site.
    pub(super) output: PathBuf,
    /// The folder beside it.
    pub(super) beside: PathBuf,
}

impl SitePaths {
    /// The site before last, in which the new one is made.
    pub(super) fn twin(&self) -> PathBuf {
        self.beside.join("twin")
    }

    /// Where the live site lies for a moment, where folders are not exchanged in one step.
    fn old(&self) -> PathBuf {
        self.beside.join("old")
    }

    /// Says that an exchange is going on, and which.
    fn note(&self) -> PathBuf {
        self.beside.join("exchanging")
    }
}

/// What the note says of an exchange of folders, and of one of files.
const OF_FOLDERS: &str = "the output is being exchanged\n";
pub(super) const OF_FILES: &str = "the files of the output are being replaced one by one\n";

/// Puts the twin in the place of the live site; the site before becomes the twin. Answers what is to be known of the way.
pub(super) fn exchange(places: &SitePaths, live: &Manifest, new: &Manifest) -> Result<Vec<Word>, Refused> {
    let io = |error| Refused::Io(places.output.clone(), error);
    if fs::symlink_metadata(&places.output).is_err() {
        let words = flush(&places.twin()).map_err(io)?;
        fs::rename(places.twin(), &places.output).map_err(io)?;
        return Ok(words);
    }
    write::new_file(&places.note(), OF_FOLDERS.as_bytes()).map_err(io)?;
    let words = swapped(places, live, new).inspect_err(|why| {
        if why.is_unchanged() {
            let _ = fs::remove_file(places.note());
        }
    })?;
    write::hide(&places.twin());
    fs::remove_file(places.note()).map_err(|error| Refused::Untidy(places.note(), error))?;
    Ok(words)
}

/// Exchanges the folders in the first of three ways that the file system knows.
fn swapped(places: &SitePaths, live: &Manifest, new: &Manifest) -> Result<Vec<Word>, Refused> {
    let io = |error| Refused::Io(places.output.clone(), error);
    let mut words = flush(&places.twin()).map_err(io)?;
    let linked = foreign::link(&places.output, &places.twin(), live).map_err(io)?;
    let swapped =
        in_one_step(places).or_else(|error| if is_unable(&error) { in_two_steps(places) } else { Err(io(error)) });
    let swapped = match swapped {
        Ok(renamed) => {
            words.extend(renamed);
            carried(places, live, &linked)
        }
        Err(refused) => Err(refused),
    };
    match swapped {
        Err(Refused::Io(_, error)) if error.kind() == io::ErrorKind::CrossesDevices => {
            file_by_file(places, live, new, &linked)?;
            words.push(Word::FileByFile);
        }
        other => other?,
    }
    Ok(words)
}

/// Whether an error says that the file system cannot, rather than that this time something went wrong.
fn is_unable(error: &io::Error) -> bool {
    let unable = [Errno::NOSYS, Errno::INVAL, Errno::NOTSUP, Errno::XDEV];
    unable.iter().any(|errno| error.raw_os_error() == Some(errno.raw_os_error()))
}

/// Exchanges the two folders in one call.
fn in_one_step(places: &SitePaths) -> io::Result<Option<Word>> {
    renameat_with(CWD, places.twin(), CWD, &places.output, RenameFlags::EXCHANGE)?;
    Ok(None)
}

/// Two renames, for file systems without an exchange.
pub(super) fn in_two_steps(places: &SitePaths) -> Result<Option<Word>, Refused> {
    let (output, twin, old) = (&places.output, places.twin(), places.old());
    fs::rename(output, &old).map_err(|error| Refused::Io(output.clone(), error))?;
    if let Err(error) = fs::rename(&twin, output) {
        fs::rename(&old, output).map_err(|error| Refused::Away(old.clone(), error))?;
        return Err(Refused::Io(output.clone(), error));
    }
    fs::rename(&old, &twin).map_err(|error| Refused::Untidy(old, error))?;
    Ok(Some(Word::TwoSteps))
}

/// Brings what others laid into the site before into the new one. Where that fails, the site before is put back.
pub(super) fn carried(places: &SitePaths, live: &Manifest, linked: &BTreeSet<(u64, u64)>) -> Result<(), Refused> {
    let mut moves = Moves::default();
    let Err(why) = foreign::carry(&places.twin(), &places.output, live, linked, &mut moves) else { return Ok(()) };
    let back = moves.undo().and_then(|()| match in_one_step(places) {
        Err(error) if is_unable(&error) => in_two_steps(places).map(|_| ()).map_err(|_| error),
        other => other.map(|_| ()),
    });
    match (back, why) {
        (Err(error), _) => Err(Refused::Untidy(places.twin(), error)),
        (Ok(()), Refused::TwoOfAName(_, there)) => Err(Refused::Taken(there)),
        (Ok(()), why) => Err(why),
    }
}

/// Replaces files one by one, where folders cannot be renamed: those of the lower part of an overlay. What others laid
/// into the output is not touched. A kill leaves a manifest of both sites, so that the next build knows every file.
pub(super) fn file_by_file(
    places: &SitePaths,
    live: &Manifest,
    new: &Manifest,
    linked: &BTreeSet<(u64, u64)>,
) -> Result<(), Refused> {
    let (output, twin) = (&places.output, places.twin());
    let io = |error| Refused::Io(output.clone(), error);
    // Second names of what is not ours are no part of the site.
    foreign::carry(&twin, output, new, linked, &mut Moves::default())?;
    write::new_file(&places.note(), OF_FILES.as_bytes()).map_err(io)?;
    write::replace(&output.join(MANIFEST), live.and(new).to_text().as_bytes()).map_err(io)?;
    let replace = || -> io::Result<()> {
        for path in new.paths() {
            let there = output.join(path);
            write::folders_below(output, there.parent().unwrap_or(output))?;
            fs::rename(twin.join(path), there)?;
        }
        for path in live.paths().filter(|path| !new.has(path)) {
            match fs::remove_file(output.join(path)) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => remove_empty(output, path),
            }
        }
        write::replace(&output.join(MANIFEST), new.to_text().as_bytes())?;
        fs::remove_dir_all(&twin)
    };
    replace().map_err(|error| Refused::HalfWay(output.clone(), error))
}

/// Removes the folders of a removed file that hold nothing any more.
fn remove_empty(root: &Path, path: &str) {
    for folder in Path::new(path).ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty()) {
        if fs::remove_dir(root.join(folder)).is_err() {
            return;
        }
    }
}

/// Finishes an exchange that was cut short, and brings back what is not ours. A twin that is not whole goes.
pub(super) fn recover(places: &SitePaths) -> Result<(), Refused> {
    let (output, twin, old, note) = (&places.output, places.twin(), places.old(), places.note());
    let io = |error| Refused::Io(places.beside.clone(), error);
    let there = |path: &Path| fs::symlink_metadata(path).is_ok();
    if there(&old) {
        let to = if there(output) { &twin } else { output };
        if there(output) && there(&twin) {
            // The new site, which never came into its place.
            fs::remove_dir_all(&twin).map_err(io)?;
        }
        fs::rename(&old, to).map_err(io)?;
    }
    let said = fs::read_to_string(&note).unwrap_or_default();
    let ours = Manifest::read(&twin.join(MANIFEST), &places.beside);
    // Without a note and a manifest the twin is a site that was not finished, and so it is where files were replaced one
    // by one: nothing in it is anybody's.
    let is_worthless = said == OF_FILES || (said.is_empty() && ours.is_empty());
    if there(&twin) && there(output) && !is_worthless {
        foreign::carry(&twin, output, &ours, &BTreeSet::new(), &mut Moves::default())?;
    }
    if there(&twin) && (is_worthless || ours.is_empty()) {
        fs::remove_dir_all(&twin).map_err(io)?;
    }
    if there(&note) { fs::remove_file(note).map_err(io) } else { Ok(()) }
}

/// Removes the times that belong to neither the live site nor its twin.
pub(super) fn forget_times(beside: &Path, keep: &[&str]) -> io::Result<()> {
    for entry in fs::read_dir(beside)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with("times-") && !keep.contains(&name.as_str()) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Removes from the twin whatever the new site does not hold; folders that become empty go too.
pub(super) fn remove_others<'p>(twin: &Path, keep: impl Iterator<Item = &'p str>) -> io::Result<()> {
    let keep: BTreeSet<&str> = keep.collect();
    remove_below(twin, "", &keep).map(|_| ())
}

/// Answers whether anything is left in a folder.
fn remove_below(folder: &Path, prefix: &str, keep: &BTreeSet<&str>) -> io::Result<bool> {
    let mut left = false;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            if remove_below(&entry.path(), &format!("{path}/"), keep)? {
                left = true;
            } else {
                fs::remove_dir(entry.path())?;
            }
        } else if keep.contains(path.as_str()) {
            left = true;
        } else {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(left)
}

/// Makes sure that everything in a folder is on the disk before names are exchanged.
fn flush(folder: &Path) -> io::Result<Vec<Word>> {
    match syncfs(File::open(folder)?) {
        Err(Errno::NOSYS | Errno::INVAL | Errno::NOTSUP) => {
            sync();
            Ok(vec![Word::WholeSync])
        }
        other => other.map(|()| Vec::new()).map_err(io::Error::from),
    }
}
