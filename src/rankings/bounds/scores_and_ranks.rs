//! Rule 4: the interval of a score limits its ranks, and a rank its score; units at one rank share its interval.
//!
//! By hand: rank 3 has 93.6 and a unit has at most 92, so its rank is 4 or lower; rank 2 has 12 and the last, 5, has 6,
//! so a unit at 3 or 4 has from 6.1 to 11.9.

use super::grid;
use super::rank_bounds::{OPEN_END, RankBounds};
use super::score_bounds::{Cause, CellKind, Conflict, ScoreBounds};

/// Narrows what a rank allows by the units that have it: rule 3 then carries that on.
pub(super) fn share(scores: &mut ScoreBounds) {
    let Some(mut ranks) = scores.ranks.take() else { return };
    for row in 0..ranks.possible.len() {
        let (best_bucket, worst_bucket) = ranks.possible[row];
        if best_bucket != worst_bucket || !ranks.is_ranked[row] {
            continue;
        }
        let (worst, best) = ranks.shared_interval((scores.low[row], scores.high[row]));
        let Some(bucket) = ranks.buckets.get_mut(best_bucket as usize) else { continue };
        bucket.is_held = true;
        (bucket.worst, bucket.best) = (bucket.worst.max(worst), bucket.best.min(best));
    }
    scores.ranks = Some(ranks);
}

/// Narrows the ranks of each unit by its score, and its score by its ranks.
pub(super) fn apply(scores: &mut ScoreBounds) {
    let Some(mut ranks) = scores.ranks.take() else { return };
    for row in 0..ranks.possible.len() {
        if !ranks.is_ranked[row] || scores.contradiction.is_some() {
            continue;
        }
        let (worst, best) = ranks.oriented_interval((scores.low[row], scores.high[row]));
        let (best_bucket, worst_bucket) = possible_buckets(&ranks, worst, best);
        match ranks.narrow(row, best_bucket, worst_bucket) {
            Some(has_changed) => scores.is_dirty |= has_changed,
            None => scores.contradict(Conflict::Row(row)),
        }
        if scores.kind[row] == CellKind::Narrowable {
            let (best_bucket, worst_bucket) = ranks.possible[row];
            let best = ranks.buckets[ranks.index(best_bucket)].best;
            let worst =
                if worst_bucket == OPEN_END { -grid::OPEN } else { ranks.buckets[ranks.index(worst_bucket)].worst };
            let (low, high) = ranks.score_interval((worst, best));
            scores.raise(row, low, Cause::Ranks);
            scores.lower(row, high, Cause::Ranks);
        }
    }
    scores.ranks = Some(ranks);
}

/// The best and the worst bucket whose scores meet an interval.
fn possible_buckets(ranks: &RankBounds, worst: i64, best: i64) -> (u32, u32) {
    let buckets = &ranks.buckets[1..];
    let too_good = buckets.partition_point(|bucket| bucket.worst > best);
    let not_too_bad = buckets.partition_point(|bucket| bucket.best >= worst);
    let number = |n: usize| u32::try_from(n).unwrap_or(OPEN_END);
    let is_unlimited = not_too_bad == buckets.len();
    (number(too_good + 1), if is_unlimited { OPEN_END } else { number(not_too_bad) })
}
