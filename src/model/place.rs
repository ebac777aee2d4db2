//! Where something stands in the input.

/// A range of bytes in one input file; the file is its position in the tree's list of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct Place {
    /// Which file, by position in the tree.
    pub file: u32,
    /// The first byte.
    pub start: u32,
    /// The byte after the last one; equal to `start` for a place between two characters.
    pub end: u32,
}

impl Place {
    /// The start of a file, for faults of the file as a whole.
    #[must_use]
    pub fn whole(file: u32) -> Self {
        Self { file, start: 0, end: 0 }
    }
}
