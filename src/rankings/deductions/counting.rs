//! Rule 7: the units surely above or below a unit have at least so many different scores. With `dense`, k of them above
//! make its rank k + 1 or lower, k below make it at most the last rank − k. Other tie rules count units instead.
//!
//! How many different scores intervals must have is found by stabbing them greedily: take the interval with the best
//! low end, count one, skip all that reach it, go on. By hand: above a unit with at most 81.6 stand 98, 95, 95, 93.6, 92
//! and one from 81.9 to 91.9. That is 98 | 95 | 93.6 | 92 | 81.9: five scores, so its rank is 6 or lower.

use super::grid;
use super::ladder::{Ladder, OPEN_END};
use super::track::Track;
use crate::model::Ties;

/// Narrows the ranks of each unit by those surely above and below it.
pub(super) fn apply(track: &mut Track) {
    let Some(mut ladder) = track.ladder.take() else { return };
    let rows: Vec<usize> = (0..ladder.places.len()).filter(|&row| ladder.counted[row]).collect();
    let merits: Vec<(i64, i64)> = rows.iter().map(|&row| merit(track, &ladder, row)).collect();
    let counts = [counts_above(&ladder, &merits), counts_below(&ladder, &merits)];
    for (at, &row) in rows.iter().enumerate() {
        let best = (counts[0][at] + 1).saturating_mul(ladder.places_per_rank());
        let worst = worst_place(&ladder, counts[1][at]);
        match ladder.narrow(row, best, worst) {
            Some(has_changed) => track.is_dirty |= has_changed,
            None => track.stop(Some(row)),
        }
    }
    track.ladder = Some(ladder);
}

/// The worst place of a unit with so many below it.
fn worst_place(ladder: &Ladder, below: u32) -> u32 {
    let by_population = ladder.population.map(|n| n.saturating_sub(below).saturating_mul(ladder.places_per_rank()));
    let by_last = match ladder.ties {
        // The last place is that of all units; several may share it at the end.
        Ties::Dense | Ties::Modified | Ties::Ordinal => ladder.last.map(|last| last.saturating_sub(below)),
        Ties::Competition | Ties::Average => ladder.last.map(|last| last.saturating_sub(below.min(1))),
        Ties::Announced => ladder.last,
    };
    by_last.unwrap_or(OPEN_END).min(by_population.unwrap_or(OPEN_END))
}

/// An interval with the better end last, as wide as equal rounded scores can lie apart.
fn merit(track: &Track, ladder: &Ladder, row: usize) -> (i64, i64) {
    let (low, high) = (track.low[row], track.high[row]);
    let (worst, best) = if ladder.is_ascending { (-high, -low) } else { (low, high) };
    (worst, grid::shift(best, ladder.slack))
}

fn counts_below(ladder: &Ladder, merits: &[(i64, i64)]) -> Vec<u32> {
    let mirrored: Vec<(i64, i64)> = merits.iter().map(|&(worst, best)| (-best, -worst)).collect();
    counts_above(ladder, &mirrored)
}

/// For each interval, how many scores (with `dense`, different ones) lie surely above it.
fn counts_above(ladder: &Ladder, merits: &[(i64, i64)]) -> Vec<u32> {
    let mut sorted = merits.to_vec();
    sorted.sort_unstable_by(|a, b| b.cmp(a));
    let counts = if ladder.ties == Ties::Dense { different(&sorted) } else { (0..).take(sorted.len() + 1).collect() };
    let above = |&(_, best): &(i64, i64)| counts[sorted.partition_point(|&(worst, _)| worst > best)];
    merits.iter().map(above).collect()
}

/// For each prefix of intervals, sorted by their worse end from the best on, how many different scores it must have.
fn different(sorted: &[(i64, i64)]) -> Vec<u32> {
    let (mut stabbed, mut count) = (None, 0);
    let step = |&(worst, best): &(i64, i64)| {
        if stabbed.is_none_or(|point| best < point) {
            (stabbed, count) = (Some(worst), count + 1);
        }
        count
    };
    std::iter::once(0).chain(sorted.iter().map(step)).collect()
}
