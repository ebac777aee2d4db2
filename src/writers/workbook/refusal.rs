//! What the machine refuses while a workbook is made: temporary files that find no room.

use std::fmt;
use std::io;

/// The folder of the system for temporary files, which large sheets need, does not take what is written there; why, as far
/// as the package tells.
#[derive(Debug)]
pub(crate) struct TemporaryFull(pub(crate) Option<io::Error>);

impl fmt::Display for TemporaryFull {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the folder for temporary files cannot be written")
    }
}

impl std::error::Error for TemporaryFull {}

/// The error of the system that a panic speaks of: `Os { code: 28, kind: StorageFull, message: … }`.
pub(super) fn error_in(said: &str) -> Option<io::Error> {
    let (_, rest) = said.split_once("code: ")?;
    let digits = rest.split(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok().map(io::Error::from_raw_os_error)
}
