//! Things by their position among all of their kind.

/// A group, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GroupIdx(pub usize);
/// A unit, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitIdx(pub usize);
/// A scheme, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchemeIdx(pub usize);
/// An edition, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EditionIdx(pub usize);

/// A row of a group in an edition: one of its units, by its position in the score file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Row(u32);

impl Row {
    /// The row at a position.
    #[must_use]
    pub fn at(position: usize) -> Self {
        Self(count_of(position))
    }

    /// So many rows, from the first on.
    pub fn all(n: usize) -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator {
        (0..n).map(Self::at)
    }

    /// Its position.
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// How many rows, units or statements there are. Every count fits: a score file of 64 MiB at most has no four thousand
/// million lines.
#[must_use]
pub fn count_of(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
