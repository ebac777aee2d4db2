//! The ranks of one column: which of them each unit can have, and which scores each of them allows.
//!
//! Ranks are counted in buckets: a bucket is a whole rank, or half of one where equal units have the mean of their places. Scores are compared in
//! steps of the column's grid, oriented so that more is always better: with `order: ascending` their sign is turned.

use super::grid;
use crate::model::Rank;
use crate::rankings::ties::TieRule;

/// The number of a bucket that has no known end: the worst rank is not known.
pub(super) const OPEN_END: u32 = u32::MAX;

/// What is known of the ranks of a column.
#[derive(Clone, Debug)]
pub(super) struct RankBounds {
    /// The tie rule.
    pub(super) rule: &'static TieRule,
    /// Whether the lowest score is best.
    pub(super) is_ascending: bool,
    /// The least by which the scores of different ranks differ, in steps; 0 where equal scores can have different ranks.
    pub(super) min_gap: i64,
    /// Whether equal scores always have one rank.
    pub(super) equals_share: bool,
    /// The best oriented score that there can be, where that is limited.
    pub(super) best_possible: Option<i64>,
    /// How far scores that are equal once rounded can lie apart, in steps.
    pub(super) rounding_slack: i64,
    /// How many units are ranked in the column; none where the population is unknown.
    pub(super) population: Option<u32>,
    /// Whether all of them are rows of the edition.
    pub(super) all_here: bool,
    /// The last bucket, if announced.
    pub(super) last: Option<u32>,
    /// Whether anything believed speaks of ranks in the column.
    pub(super) is_announced: bool,
    /// By row, whether the unit is ranked in the column.
    pub(super) is_ranked: Vec<bool>,
    /// By row, the best and the worst bucket that the unit can be in.
    pub(super) possible: Vec<(u32, u32)>,
    /// By row, whether its one bucket was announced.
    pub(super) pinned: Vec<bool>,
    /// By row, whether the unit is the only one in its bucket.
    pub(super) sole: Vec<bool>,
    /// By row, how many units are proved to share its rank; 0 where that is not known.
    pub(super) sharing: Vec<u32>,
    /// What is known of each bucket; number 0 is no rank.
    pub(super) buckets: Vec<RankBucket>,
}

/// What is known of one bucket.
#[derive(Clone, Copy, Debug)]
pub(super) struct RankBucket {
    /// The worst oriented score that a unit in it can have.
    pub(super) worst: i64,
    /// The best oriented score that a unit in it can have.
    pub(super) best: i64,
    /// Whether some unit is in it for certain.
    pub(super) is_held: bool,
    /// Whether every unit in it is named.
    pub(super) is_closed: bool,
}

impl RankBucket {
    /// A bucket of which nothing is known.
    pub(super) const UNKNOWN: Self = Self { worst: -grid::OPEN, best: grid::OPEN, is_held: false, is_closed: false };
}

impl RankBounds {
    /// An interval of scores, given as low and high end, as its worst and its best oriented score.
    pub(super) fn oriented_interval(&self, (low, high): (i64, i64)) -> (i64, i64) {
        if self.is_ascending { (-high, -low) } else { (low, high) }
    }

    /// An oriented interval to be compared with others: the better end is moved by the rounding slack.
    ///
    /// One unit ranks surely above another if its worst score is above the other's best one by more than the slack, so
    /// that one of the two ends has to be moved, and only one.
    pub(super) fn comparable_interval(&self, scores: (i64, i64)) -> (i64, i64) {
        let (worst, best) = self.oriented_interval(scores);
        (worst, grid::shift(best, self.rounding_slack))
    }

    /// The oriented scores of all units that can share a rank with one in this interval: both ends are moved by the
    /// rounding slack, since the others may lie on either side of it.
    pub(super) fn shared_interval(&self, scores: (i64, i64)) -> (i64, i64) {
        let (worst, best) = self.comparable_interval(scores);
        (grid::shift(worst, -self.rounding_slack), best)
    }

    /// An oriented interval as the low and the high end of scores.
    pub(super) fn score_interval(&self, (worst, best): (i64, i64)) -> (i64, i64) {
        if self.is_ascending { (-best, -worst) } else { (worst, best) }
    }

    /// How many buckets a rank has.
    pub(super) fn buckets_per_rank(&self) -> u32 {
        self.rule.equals.ranks_per_place()
    }

    /// The bucket of a rank; none if the tie rule gives no such rank.
    pub(super) fn bucket(&self, rank: Rank) -> Option<u32> {
        let halves = rank.in_halves();
        let bucket = halves * self.buckets_per_rank() / 2;
        (bucket > 0 && self.rank(bucket) == rank).then_some(bucket)
    }

    /// The rank of a bucket.
    pub(super) fn rank(&self, bucket: u32) -> Rank {
        Rank::halves(bucket.saturating_mul(2 / self.buckets_per_rank()))
    }

    /// The worst bucket that there can be.
    pub(super) fn worst_bucket(&self) -> u32 {
        let by_population = self.population.map(|n| n.saturating_mul(self.buckets_per_rank()));
        self.last.or(by_population).unwrap_or(OPEN_END)
    }

    /// Narrows the buckets of a row, and answers whether that changed anything; nothing if none is left.
    pub(super) fn narrow(&mut self, row: usize, best: u32, worst: u32) -> Option<bool> {
        let possible = &mut self.possible[row];
        let narrowed = (possible.0.max(best), possible.1.min(worst));
        let has_changed = narrowed != *possible;
        *possible = narrowed;
        (narrowed.0 <= narrowed.1).then_some(has_changed)
    }

    /// The best and the worst rank that a row can have, if both are known and say something.
    pub(super) fn range(&self, row: usize) -> Option<(Rank, Rank)> {
        let (best, worst) = self.possible[row];
        let says_nothing = best <= self.buckets_per_rank() && worst == self.worst_bucket() && !self.is_announced;
        let is_shown = self.is_ranked[row] && worst != OPEN_END && !says_nothing;
        is_shown.then(|| (self.rank(best), self.rank(worst)))
    }

    /// Where a bucket stands in the list; beyond the last one that of the last.
    pub(super) fn index(&self, bucket: u32) -> usize {
        (bucket as usize).min(self.buckets.len().saturating_sub(1))
    }
}
