//! Why a folder is not published to, and how far a build came that could not end well.

use std::io;
use std::path::PathBuf;

/// Why a folder is not published to; the words stand in `commands`.
#[derive(Debug)]
pub enum Refused {
    /// It holds files and no manifest of ours.
    NotOurs(PathBuf),
    /// It holds files that no manifest of ours names, in their order.
    ForeignFiles(Vec<PathBuf>),
    /// The site has a file of its own where somebody else's lies.
    Taken(PathBuf),
    /// Somebody else's file came into the folder of the site before, and the site has another one of that name.
    TwoOfAName(PathBuf, PathBuf),
    /// The folder beside it, which is ours by its name, is a link or holds what is not ours.
    ForeignBeside(PathBuf),
    /// It is a symbolic link.
    SymbolicLink(PathBuf),
    /// It contains the input.
    ContainsInput(PathBuf),
    /// It lies in the input.
    InsideInput(PathBuf),
    /// It is the home folder.
    Home(PathBuf),
    /// It is `/`.
    Root,
    /// It is a mount point.
    MountPoint(PathBuf),
    /// It is a file.
    NotAFolder(PathBuf),
    /// Another build is at work on it.
    Busy(PathBuf),
    /// The machine refused before anything was changed.
    Io(PathBuf, io::Error),
    /// The site is in place; the machine refused while what is left of the exchange was put in order.
    Untidy(PathBuf, io::Error),
    /// The machine refused while files were replaced one by one: old and new ones are mixed until the next build.
    HalfWay(PathBuf, io::Error),
    /// The machine refused to put the site before back into its place; it lies here until the next build.
    Away(PathBuf, io::Error),
}

impl Refused {
    /// Whether the output is what it was.
    #[must_use]
    pub fn is_unchanged(&self) -> bool {
        !matches!(self, Self::Untidy(..) | Self::HalfWay(..) | Self::Away(..))
    }
}
