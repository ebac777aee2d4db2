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

/// Makes a kind of position that can't be taken for one of another kind.
macro_rules! position {
    ($(#[$about:meta])+ $name:ident) => {
        $(#[$about])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) struct $name(usize);

        impl $name {
            /// The one at a number, from 0.
            #[must_use]
            pub(crate) fn at(position: usize) -> Self {
                Self(position)
            }

            /// So many, from the first on.
            pub(crate) fn all(n: usize) -> impl DoubleEndedIterator<Item = Self> + ExactSizeIterator + Clone {
                (0..n).map(Self::at)
            }

            /// Its number, from 0.
            #[must_use]
            pub(crate) fn index(self) -> usize {
                self.0
            }
        }
    };
}

position! {
    /// A row of a group in an edition: one of its units, by its position in the score file.
    Row
}

position! {
    /// A column of a group in an edition: one of the criteria of its scheme, by position, or the total, one after the
    /// last.
    Column
}

/// Lets a column pick from a list that has one thing for each.
macro_rules! by_column {
    ($($list:ty),+) => {$(
        impl<T> Index<Column> for $list {
            type Output = T;

            fn index(&self, column: Column) -> &T {
                &self[column.index()]
            }
        }

        impl<T> IndexMut<Column> for $list {
            fn index_mut(&mut self, column: Column) -> &mut T {
                &mut self[column.index()]
            }
        }
    )+};
}

by_column!(Vec<T>, [T]);

/// How many rows, units or statements there are.
///
/// # Panics
/// With four thousand million of them, which no score file can have: none above 64 MiB is read.
#[must_use]
pub(crate) fn count_of(n: usize) -> u32 {
    u32::try_from(n).expect("a score file has fewer lines than a count can hold")
}
