//! Why a file cannot be read as a workbook.

/// Why a file is no workbook that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unreadable {
    /// There is nothing in it.
    Empty,
    /// More than 64 MiB, or more than 256 MiB once it is unpacked.
    TooLarge,
    /// More than a million filled cells, or cells beyond the last row or column that spreadsheet programs have.
    TooManyCells,
    /// It is locked by a password.
    Locked,
    /// It is another kind of file: a PDF, a picture, a web page, a workbook of a kind that is not read, as xlsb.
    NotAWorkbook {
        /// What it seems to be.
        seems: &'static str,
    },
    /// It begins as a workbook and is broken.
    Broken {
        /// The part of it, and what the reader says.
        why: String,
    },
}

impl Unreadable {
    /// A part that is broken.
    pub(super) fn broken(part: &str, why: impl std::fmt::Display) -> Self {
        Self::Broken { why: format!("{part}: {why}") }
    }
}
