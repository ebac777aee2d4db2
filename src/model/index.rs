//! Things by their position among all of their kind.

use std::ops::{Index, IndexMut};

/// A group, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct GroupIdx(pub(crate) usize);
/// A unit, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct UnitIdx(pub(crate) usize);
/// A scheme, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct SchemeIdx(pub(crate) usize);
/// An edition, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct EditionIdx(pub(crate) usize);

/// A row of a group in an edition: one of its units, by its position in the score file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Row(usize);

impl Row {
    /// The row at a position.
    #[must_use]
    pub(crate) fn at(position: usize) -> Self {
        Self(position)
    }

    /// So many rows, from the first on.
    pub(crate) fn all(n: usize) -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator + Clone {
        (0..n).map(Self::at)
    }

    /// Its position.
    #[must_use]
    pub(crate) fn index(self) -> usize {
        self.0
    }
}

/// A column of a group in an edition: one of the criteria of its scheme, by position, or the total, one after the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Column(usize);

impl Column {
    /// The column at a position.
    #[must_use]
    pub(crate) fn at(position: usize) -> Self {
        Self(position)
    }

    /// So many columns, from the first on.
    pub(crate) fn all(n: usize) -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator + Clone {
        (0..n).map(Self::at)
    }

    /// Its position.
    #[must_use]
    pub(crate) fn index(self) -> usize {
        self.0
    }
}

impl<T> Index<Column> for Vec<T> {
    type Output = T;

    fn index(&self, column: Column) -> &T {
        &self[column.index()]
    }
}

impl<T> IndexMut<Column> for Vec<T> {
    fn index_mut(&mut self, column: Column) -> &mut T {
        &mut self[column.index()]
    }
}

impl<T> Index<Column> for [T] {
    type Output = T;

    fn index(&self, column: Column) -> &T {
        &self[column.index()]
    }
}

impl<T> IndexMut<Column> for [T] {
    fn index_mut(&mut self, column: Column) -> &mut T {
        &mut self[column.index()]
    }
}

/// How many rows, units or statements there are.
///
/// # Panics
/// With four thousand million of them, which no score file can have: none above 64 MiB is read.
#[must_use]
pub(crate) fn count_of(n: usize) -> u32 {
    u32::try_from(n).expect("a score file has fewer lines than a count can hold")
}
