//! Rule 4: the interval of a score limits its ranks, and a rank its score; units at one rank share its interval.
//!
//! By hand: rank 3 has 93.6 and a unit has at most 92, so its rank is 4 or lower; rank 2 has 12 and the last, 5, has 6,
//! so a unit at 3 or 4 has from 6.1 to 11.9.

use super::grid;
use super::ladder::{Ladder, OPEN_END};
use super::track::{Cause, Kind, Track};

/// Narrows what a rank allows by the units that have it: rule 3 then carries that on.
pub(super) fn share(track: &mut Track) {
    let Some(mut ladder) = track.ladder.take() else { return };
    for row in 0..ladder.places.len() {
        let (best_place, worst_place) = ladder.places[row];
        if best_place != worst_place || !ladder.counted[row] {
            continue;
        }
        let slack = ladder.slack;
        let (worst, best) = merit(track, &ladder, row);
        let Some(rung) = ladder.rungs.get_mut(best_place as usize) else { continue };
        rung.is_held = true;
        rung.worst = rung.worst.max(grid::shift(worst, -slack));
        rung.best = rung.best.min(grid::shift(best, slack));
    }
    track.ladder = Some(ladder);
}

/// Narrows the ranks of each unit by its score, and its score by its ranks.
pub(super) fn apply(track: &mut Track) {
    let Some(mut ladder) = track.ladder.take() else { return };
    for row in 0..ladder.places.len() {
        if !ladder.counted[row] || track.stopped.is_some() {
            continue;
        }
        let (worst, best) = merit(track, &ladder, row);
        let (best_place, worst_place) = possible_places(&ladder, worst, best);
        match ladder.narrow(row, best_place, worst_place) {
            Some(has_changed) => track.is_dirty |= has_changed,
            None => track.stop(Some(row)),
        }
        if track.kind[row] == Kind::Live {
            let (best_place, worst_place) = ladder.places[row];
            let best = ladder.rungs[ladder.rung(best_place)].best;
            let worst =
                if worst_place == OPEN_END { -grid::OPEN } else { ladder.rungs[ladder.rung(worst_place)].worst };
            let (low, high) = if ladder.is_ascending { (-best, -worst) } else { (worst, best) };
            track.raise(row, low, Cause::Ranks);
            track.lower(row, high, Cause::Ranks);
        }
    }
    track.ladder = Some(ladder);
}

/// The best and the worst place whose scores meet an interval.
fn possible_places(ladder: &Ladder, worst: i64, best: i64) -> (u32, u32) {
    let rungs = &ladder.rungs[1..];
    let too_good = rungs.partition_point(|rung| rung.worst > best);
    let not_too_bad = rungs.partition_point(|rung| rung.best >= worst);
    let place = |n: usize| u32::try_from(n).unwrap_or(OPEN_END);
    let is_unlimited = not_too_bad == rungs.len();
    (place(too_good + 1), if is_unlimited { OPEN_END } else { place(not_too_bad) })
}

/// The interval of a row with the better end last.
fn merit(track: &Track, ladder: &Ladder, row: usize) -> (i64, i64) {
    ladder.merit(track.low[row], track.high[row])
}
