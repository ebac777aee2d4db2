//! The ranks of one column: which each unit can have, and which scores each rank allows.

use super::grid;
use crate::model::{Rank, Ties};

/// A rank without a known worst place.
pub(super) const OPEN_END: u32 = u32::MAX;

/// The ranks of a column. A place is a whole rank, or half of one with `ties: average`.
#[derive(Clone, Debug)]
pub(super) struct Ladder {
    /// The tie rule.
    pub(super) ties: Ties,
    /// Whether the lowest score is best.
    pub(super) is_ascending: bool,
    /// The least by which the scores of different ranks differ, in units; 0 where equal scores can have different ranks.
    pub(super) gap: i64,
    /// Whether equal scores always have one rank.
    pub(super) equals_share: bool,
    /// The merit of the best value that there can be, where that is limited.
    pub(super) top: Option<i64>,
    /// How far scores that are equal once rounded can lie apart, in units.
    pub(super) slack: i64,
    /// How many units have a place in the column; none where the population is unknown.
    pub(super) population: Option<u32>,
    /// Whether all of them are rows of the edition.
    pub(super) all_here: bool,
    /// The last place, if announced.
    pub(super) last: Option<u32>,
    /// Whether anything believed speaks of ranks in the column.
    pub(super) is_announced: bool,
    /// Rows that have a place in the column.
    pub(super) counted: Vec<bool>,
    /// The best and the worst place of each row.
    pub(super) places: Vec<(u32, u32)>,
    /// Rows whose one place was announced.
    pub(super) pinned: Vec<bool>,
    /// Rows that are the only ones at their place.
    pub(super) sole: Vec<bool>,
    /// By row how many units are proved to share its rank; 0 where that is not known.
    pub(super) sharing: Vec<u32>,
    /// By place, what is known of it.
    pub(super) rungs: Vec<Rung>,
}

/// What is known of one place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rung {
    /// The worst merit that a unit there can have.
    pub(super) worst: i64,
    /// The best merit that a unit there can have.
    pub(super) best: i64,
    /// Whether somebody has the place for certain.
    pub(super) is_held: bool,
    /// Whether everybody who has it is named.
    pub(super) is_closed: bool,
}

impl Rung {
    /// A place of which nothing is known.
    pub(super) const FREE: Self = Self { worst: -grid::OPEN, best: grid::OPEN, is_held: false, is_closed: false };
}

impl Ladder {
    /// An interval of scores with the better end last.
    pub(super) fn merit(&self, low: i64, high: i64) -> (i64, i64) {
        if self.is_ascending { (-high, -low) } else { (low, high) }
    }

    /// How many places a rank has.
    pub(super) fn places_per_rank(&self) -> u32 {
        if self.ties == Ties::Average { 2 } else { 1 }
    }

    /// The place of a rank; none if the tie rule gives no such rank.
    pub(super) fn place(&self, rank: Rank) -> Option<u32> {
        let halves = rank.in_halves();
        let place = if self.ties == Ties::Average { halves } else { halves / 2 };
        (place > 0 && self.rank(place) == rank).then_some(place)
    }

    /// The rank of a place.
    pub(super) fn rank(&self, place: u32) -> Rank {
        Rank::halves(place.saturating_mul(2 / self.places_per_rank()))
    }

    /// The worst place that there can be.
    pub(super) fn worst_place(&self) -> u32 {
        let by_population = self.population.map(|n| n.saturating_mul(self.places_per_rank()));
        self.last.or(by_population).unwrap_or(OPEN_END)
    }

    /// Narrows the places of a row; answers nothing if none is left.
    pub(super) fn narrow(&mut self, row: usize, best: u32, worst: u32) -> Option<bool> {
        let places = &mut self.places[row];
        let narrowed = (places.0.max(best), places.1.min(worst));
        let has_changed = narrowed != *places;
        *places = narrowed;
        (narrowed.0 <= narrowed.1).then_some(has_changed)
    }

    /// The ranks that a row can have, if both ends are known and say something.
    pub(super) fn ranks(&self, row: usize) -> Option<(Rank, Rank)> {
        let (best, worst) = self.places[row];
        let says_nothing = best <= self.places_per_rank() && worst == self.worst_place() && !self.is_announced;
        let is_told = self.counted[row] && worst != OPEN_END && !says_nothing;
        is_told.then(|| (self.rank(best), self.rank(worst)))
    }

    /// The rung of a place; beyond the last one that of the last.
    pub(super) fn rung(&self, place: u32) -> usize {
        (place as usize).min(self.rungs.len().saturating_sub(1))
    }
}
