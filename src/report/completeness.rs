//! How many cells are known, and how: of the units that are counted in each column.

use crate::model::{Column, State};
use crate::report::group::GroupResult;

/// How many cells are known, and how.
#[derive(Default, Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct KnownCount {
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
    /// How many ranks there are, as far as the source says.
    pub(crate) ranked: usize,
}

impl KnownCount {
    pub(crate) fn add(&mut self, other: Self) {
        self.cells += other.cells;
        self.known += other.known;
        self.deduced += other.deduced;
        self.withheld += other.withheld;
        self.ranks += other.ranks;
        self.ranked += other.ranked;
    }

    /// How many are neither known nor withheld: not published.
    pub(crate) fn hidden(&self) -> usize {
        self.cells - self.known - self.deduced - self.withheld
    }
}

/// Counts the leaves and the totals of all groups of an edition.
pub(crate) fn of_edition(parts: &[GroupResult<'_>]) -> [KnownCount; 2] {
    let (mut cells, mut totals) = (KnownCount::default(), KnownCount::default());
    for &part in parts {
        cells.add(leaves(part));
        totals.add(count(part, part.total()));
    }
    [cells, totals]
}

/// Whether every unit of each group is named, so that what is counted is counted of all.
pub(crate) fn names_all(parts: &[GroupResult<'_>]) -> bool {
    parts.iter().all(|part| part.group.names_all())
}

/// Whether the source says of each group how many units it has.
pub(crate) fn says_how_many(parts: &[GroupResult<'_>]) -> bool {
    parts.iter().all(|part| part.column(part.total()).of.ranked().is_some())
}

/// Counts the leaves of a group.
pub(crate) fn leaves(part: GroupResult<'_>) -> KnownCount {
    let mut sum = KnownCount::default();
    for column in part.group.scheme.measured() {
        sum.add(count(part, column));
    }
    sum
}

/// Counts one column of a group.
pub(crate) fn count(part: GroupResult<'_>, column: Column) -> KnownCount {
    let column = part.column(column);
    let (counts, deduced) = (column.counts, column.deduced);
    KnownCount {
        cells: counts.counted(),
        known: counts.known - deduced,
        deduced,
        withheld: counts.without_number(State::is_secret),
        ranks: column.ranks,
        ranked: column.ranked_or_named(),
    }
}
