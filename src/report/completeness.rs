//! How many cells are known, and how: of the units that are counted in each column.

use crate::report::group::GroupResult;

/// How many cells are known, and how.
#[derive(Default, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Count {
    /// Those of units that are counted.
    pub(crate) cells: usize,
    /// Scored, announced or computed.
    pub(crate) known: usize,
    /// Deduced exactly.
    pub(crate) deduced: usize,
    /// Known to the publisher and not shown.
    pub(crate) withheld: usize,
    /// Ranks that are exactly known.
    pub(crate) ranks: usize,
}

impl Count {
    pub(crate) fn add(&mut self, other: Self) {
        self.cells += other.cells;
        self.known += other.known;
        self.deduced += other.deduced;
        self.withheld += other.withheld;
        self.ranks += other.ranks;
    }

    /// How many are neither known nor withheld: not published.
    pub(crate) fn hidden(&self) -> usize {
        self.cells - self.known - self.deduced - self.withheld
    }
}

/// Counts the leaves of a group.
pub(crate) fn leaves(part: GroupResult<'_>) -> Count {
    let mut sum = Count::default();
    for column in part.group.scheme.leaves() {
        sum.add(count(part, column));
    }
    sum
}

/// Counts one column of a group.
pub(crate) fn count(part: GroupResult<'_>, column: usize) -> Count {
    let column = part.column(column);
    let (counts, deduced) = (column.counts, column.deduced);
    Count {
        cells: counts.counted(),
        known: counts.known - deduced,
        deduced,
        withheld: counts.withheld,
        ranks: column.ranks,
    }
}
