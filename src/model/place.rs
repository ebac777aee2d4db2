//! Where something stands in the input.

use std::ops::Range;

/// A range of bytes in one input file; the file is its position in the tree's list of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub(crate) struct Place {
    /// Which file, by position in the tree.
    pub(crate) file: u32,
    /// The first byte.
    pub(crate) start: u32,
    /// The byte after the last one; equal to `start` for a place between two characters.
    pub(crate) end: u32,
}

impl Place {
    /// A range of bytes; both ends fit, since no file above 64 MiB is read.
    #[must_use]
    pub(crate) fn new(file: u32, range: Range<usize>) -> Self {
        let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { file, start: byte(range.start), end: byte(range.end) }
    }

    /// The start of a file, for faults of the file as a whole.
    #[must_use]
    pub(crate) fn whole(file: u32) -> Self {
        Self { file, start: 0, end: 0 }
    }
}
