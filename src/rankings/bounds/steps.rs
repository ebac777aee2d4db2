//! Rule 3: a lower rank has a lower score: with `dense`, k ranks lower means at least k steps, also where the ranks
//! between are not known; with other tie rules one step, with `announced` not higher, without `decimals` the step is 0.
//!
//! By hand: with one decimal, rank 1 has 24 and the last, 8, has 13.8. Then ranks 2 to 7 have at most 23.9 and at least
//! 13.9, and with `dense` rank 3 at most 23.8.
//!
//! Where equal scores can have different ranks (`ordinal`, `announced`, a breaker) there is no step.

use super::grid;
use super::rank_bounds::RankBounds;
use super::score_bounds::{Conflict, ScoreBounds};
use crate::rankings::ties::Counted;

/// Narrows what each rank allows by the ranks above and below it.
pub(super) fn apply(scores: &mut ScoreBounds) {
    let Some(ranks) = &mut scores.ranks else { return };
    hold(ranks);
    let (min_gap, has_no_gaps) = (ranks.min_gap, ranks.rule.counted == Counted::Values);
    let mut ceiling = grid::OPEN;
    for bucket in ranks.buckets.iter_mut().skip(1) {
        bucket.best = bucket.best.min(ceiling);
        if bucket.is_held || has_no_gaps {
            ceiling = ceiling.min(grid::shift(bucket.best, -min_gap));
        }
    }
    let mut floor = -grid::OPEN;
    for bucket in ranks.buckets.iter_mut().skip(1).rev() {
        bucket.worst = bucket.worst.max(floor);
        if bucket.is_held {
            floor = floor.max(grid::shift(bucket.worst, min_gap));
        }
    }
    if ranks.buckets.iter().any(|bucket| bucket.is_held && bucket.worst > bucket.best) {
        scores.contradict(Conflict::Column);
    }
}

/// With dense ranks each bucket above a held one is held.
fn hold(ranks: &mut RankBounds) {
    if ranks.rule.counted != Counted::Values {
        return;
    }
    let last =
        ranks.buckets.iter().rposition(|bucket| bucket.is_held).unwrap_or(0).max(ranks.last.unwrap_or(0) as usize);
    for bucket in ranks.buckets.iter_mut().take(last + 1).skip(1) {
        bucket.is_held = true;
    }
}
