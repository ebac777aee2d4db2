//! The exchange of the twin with the live site, and what a killed exchange leaves to do.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::Path;

use rustix::fs::{CWD, RenameFlags, renameat_with, syncfs};
use rustix::io::Errno;

use super::Refused;
use super::manifest::{MANIFEST, Manifest};

/// Puts the twin in the place of the live site; the site before becomes the twin.
pub(super) fn exchange(output: &Path, beside: &Path, live: &Manifest) -> io::Result<()> {
    let twin = beside.join("twin");
    if !output.exists() {
        return fs::rename(&twin, output);
    }
    let moved = move_dotfiles(output, &twin, live)?;
    let swapped = match renameat_with(CWD, &twin, CWD, output, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(()),
        Err(Errno::NOSYS | Errno::INVAL | Errno::NOTSUP) => in_two_steps(output, beside),
        Err(error) => Err(error.into()),
    };
    if swapped.is_err() {
        for name in moved {
            fs::rename(twin.join(&name), output.join(&name))?;
        }
    }
    swapped
}

/// Two renames, for file systems without an exchange; the note lets the next run finish what a kill cut short.
fn in_two_steps(output: &Path, beside: &Path) -> io::Result<()> {
    let (twin, old, note) = (beside.join("twin"), beside.join("old"), beside.join("exchanging"));
    fs::write(&note, b"the output is being exchanged\n")?;
    fs::rename(output, &old)?;
    if let Err(error) = fs::rename(&twin, output) {
        fs::rename(&old, output)?;
        fs::remove_file(&note)?;
        return Err(error);
    }
    fs::rename(&old, &twin)?;
    fs::remove_file(&note)
}

/// Finishes an exchange in two steps that was cut short.
pub(super) fn recover(output: &Path, beside: &Path) -> Result<(), Refused> {
    let (twin, old, note) = (beside.join("twin"), beside.join("old"), beside.join("exchanging"));
    if !note.exists() {
        return Ok(());
    }
    let finish = || -> io::Result<()> {
        if old.exists() && !output.exists() {
            fs::rename(&old, output)?;
        } else if old.exists() && !twin.exists() {
            fs::rename(&old, &twin)?;
        }
        fs::remove_file(&note)
    };
    finish().map_err(|error| Refused::Io(beside.to_owned(), error))
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

/// Names in the root of a folder that begin with a dot and are not ours: `.git` and the like.
fn dotfiles(folder: &Path, ours: &Manifest) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') && name != MANIFEST && !ours.has(&name) {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// Carries the dotfiles of the live site over to the twin.
fn move_dotfiles(output: &Path, twin: &Path, live: &Manifest) -> io::Result<Vec<String>> {
    let names = dotfiles(output, live)?;
    for name in &names {
        fs::rename(output.join(name), twin.join(name))?;
    }
    Ok(names)
}

/// Moves dotfiles that a killed run left in the twin back to the live site.
pub(super) fn bring_back(output: &Path, twin: &Path, live: &Manifest) -> Result<(), Refused> {
    if !twin.is_dir() || !output.is_dir() {
        return Ok(());
    }
    let ours = Manifest::read(&twin.join(MANIFEST), twin);
    let back = || -> io::Result<()> {
        for name in dotfiles(twin, &ours)? {
            if !live.has(&name) && !output.join(&name).exists() && !super::HOSTING.contains(&name.as_str()) {
                fs::rename(twin.join(&name), output.join(&name))?;
            }
        }
        Ok(())
    };
    back().map_err(|error| Refused::Io(twin.to_owned(), error))
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
pub(super) fn flush(folder: &Path) -> io::Result<()> {
    Ok(syncfs(File::open(folder)?)?)
}
