//! Rule 2: a unit that is not named at a fully listed rank does not hold that rank.
//!
//! By hand: ranks 1 and 2 are listed in full, and the last is 5. Whoever is not named is from 3 to 4, if 5 is listed too.

use super::rank_bounds::{OPEN_END, RankBounds};
use super::score_bounds::{Conflict, ScoreBounds};

/// Moves the ends of each unit's ranks to the nearest rank that is not listed in full.
pub(super) fn apply(scores: &mut ScoreBounds) {
    let Some(ranks) = &mut scores.ranks else { return };
    if !ranks.buckets.iter().any(|bucket| bucket.is_closed) {
        return;
    }
    let (next, previous) = open_neighbours(ranks);
    for row in (0..ranks.possible.len()).filter(|&row| ranks.is_ranked[row] && !ranks.pinned[row]).collect::<Vec<_>>() {
        let (best, worst) = ranks.possible[row];
        let best = next.get(best as usize).copied().unwrap_or(best);
        let worst = if worst == OPEN_END { worst } else { previous.get(worst as usize).copied().unwrap_or(worst) };
        match ranks.narrow(row, best, worst) {
            Some(has_changed) => scores.is_dirty |= has_changed,
            None => {
                scores.contradiction.get_or_insert(Conflict::Row(row));
                return;
            }
        }
    }
}

/// For each bucket the next one from it on, and the last one up to it, that is not listed in full.
fn open_neighbours(ranks: &RankBounds) -> (Vec<u32>, Vec<u32>) {
    let n_buckets = u32::try_from(ranks.buckets.len()).unwrap_or(OPEN_END);
    let is_closed = |bucket: u32| ranks.buckets[bucket as usize].is_closed;
    let (mut next, mut previous): (Vec<u32>, Vec<u32>) = ((0..n_buckets).collect(), (0..n_buckets).collect());
    for bucket in (0..n_buckets).rev().filter(|&bucket| is_closed(bucket)) {
        next[bucket as usize] = next.get(bucket as usize + 1).copied().unwrap_or(n_buckets);
    }
    for bucket in (1..n_buckets).filter(|&bucket| is_closed(bucket)) {
        previous[bucket as usize] = previous[bucket as usize - 1];
    }
    (next, previous)
}
