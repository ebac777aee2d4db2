//! How many cells are known, and how.

use crate::rankings::{Basis, Known, StandingState};
use crate::report::group::GroupResult;

/// How many cells are known, and how.
#[derive(Default, Clone, Copy)]
pub(crate) struct Count {
    /// Those for which a value exists or was printed.
    pub(crate) cells: usize,
    /// Scored, announced or computed.
    pub(crate) known: usize,
    /// Deduced exactly.
    pub(crate) deduced: usize,
    /// Ranks that are exactly known.
    pub(crate) ranks: usize,
}

impl Count {
    pub(crate) fn add(&mut self, other: Self) {
        self.cells += other.cells;
        self.known += other.known;
        self.deduced += other.deduced;
        self.ranks += other.ranks;
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
    let mut sum = Count::default();
    for row in 0..part.group.units.len() {
        let standing = part.standing(column, row);
        if matches!(standing.state, StandingState::Exempt | StandingState::Missing) {
            continue;
        }
        sum.cells += 1;
        sum.ranks += usize::from(matches!(standing.rank, Known::Exact(_)));
        if let Known::Exact(_) = standing.score {
            match standing.score_basis {
                Some(Basis::Deduced) => sum.deduced += 1,
                _ => sum.known += 1,
            }
        }
    }
    sum
}
