//! Rule 6: with a known population, dense ranks and a known last rank, a rank that only one unit can hold is its own.
//!
//! By hand: four units, the last rank is 3, one unit is 1 for certain and two are 3. The fourth can be 2 or 3; dense
//! ranks leave none out, only it can be 2, so it is.

use super::rank_bounds::RankBounds;
use super::score_bounds::{CellKind, Conflict, ScoreBounds};
use crate::rankings::ties::Counted;

/// Gives each rank that one unit can hold to it.
pub(super) fn apply(scores: &mut ScoreBounds) {
    let Some(mut ranks) = scores.ranks.take() else { return };
    if let (Counted::Values, true, Some(last)) = (ranks.rule.counted, ranks.all_here, ranks.last) {
        give(scores, &mut ranks, last as usize);
    }
    scores.ranks = Some(ranks);
}

fn give(scores: &mut ScoreBounds, ranks: &mut RankBounds, last: usize) {
    let holders = holders(ranks, last);
    for (bucket, &(count, sum_of_rows)) in (0_u32..).zip(&holders).skip(1).take(last) {
        if ranks.buckets.get(bucket as usize).is_some_and(|bucket| bucket.is_closed) {
            continue;
        }
        match count {
            0 => return scores.contradict(Conflict::Column),
            1 if scores.kind[sum_of_rows] == CellKind::Narrowable => match ranks.narrow(sum_of_rows, bucket, bucket) {
                Some(has_changed) => {
                    ranks.sole[sum_of_rows] = true;
                    scores.is_dirty |= has_changed;
                }
                None => return scores.contradict(Conflict::Row(sum_of_rows)),
            },
            _ => {}
        }
    }
}

/// For each bucket how many units can hold it, and the sum of their rows: of one, it is that row.
fn holders(ranks: &RankBounds, last: usize) -> Vec<(usize, usize)> {
    let mut changes = vec![(0_isize, 0_isize); last + 2];
    for (row, &(best, worst)) in ranks.possible.iter().enumerate().filter(|(row, _)| ranks.is_ranked[*row]) {
        let (begin, end) = ((best as usize).min(last + 1), (worst as usize).saturating_add(1).min(last + 1));
        let row = isize::try_from(row).unwrap_or(0);
        (changes[begin].0, changes[begin].1) = (changes[begin].0 + 1, changes[begin].1 + row);
        (changes[end].0, changes[end].1) = (changes[end].0 - 1, changes[end].1 - row);
    }
    let mut running = (0_isize, 0_isize);
    let add = |change: (isize, isize)| {
        running = (running.0 + change.0, running.1 + change.1);
        (usize::try_from(running.0).unwrap_or(0), usize::try_from(running.1).unwrap_or(0))
    };
    changes.into_iter().map(add).collect()
}
