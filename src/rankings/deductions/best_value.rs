//! Rule 9: nobody stands above a unit whose value is the best that the criterion allows.
//!
//! By hand: of a criterion with `max: 10` one unit has 10 and another is not known. That one may have 10 too, never
//! more, so that the rank of the first is 1. Where ties share the last of their ranks, or the mean of them, those that
//! may be equal are counted: with three of them in all the rank is at most 3, or 2.

use super::ladder::Ladder;
use super::track::Track;
use crate::model::Ties;

/// Gives the units with the best value the ranks that there are without anybody above.
pub(super) fn apply(track: &mut Track) {
    let Some(mut ladder) = track.ladder.take() else { return };
    if let Some(top) = ladder.top.filter(|_| ladder.equals_share) {
        let counted: Vec<usize> = (0..ladder.places.len()).filter(|&row| ladder.counted[row]).collect();
        let ends = |row: usize| ladder.merit(track.low[row], track.high[row]);
        // A score beyond the best one is a fault of the score file, of which nothing is concluded.
        let is_sound = counted.iter().all(|&row| ends(row).0 <= top);
        let may_be_best = counted.iter().filter(|&&row| ends(row).1.saturating_add(ladder.slack) >= top).count();
        let at_best: Vec<usize> = counted.iter().copied().filter(|&row| ends(row).0 == top && is_sound).collect();
        if let Some(worst) = worst_place(&ladder, counted.len(), may_be_best) {
            for row in at_best {
                match ladder.narrow(row, 1, worst) {
                    Some(has_changed) => track.is_dirty |= has_changed,
                    None => track.stop(Some(row)),
                }
            }
        }
    }
    track.ladder = Some(ladder);
}

/// The worst place without anybody above, where so many of the rows may be equal; none where that is not known.
fn worst_place(ladder: &Ladder, rows: usize, may_be_best: usize) -> Option<u32> {
    let unseen = |n: u32| n.saturating_sub(u32::try_from(rows).unwrap_or(n));
    let equal = || Some(unseen(ladder.population?).saturating_add(u32::try_from(may_be_best).ok()?));
    match ladder.ties {
        Ties::Dense | Ties::Competition => Some(1),
        Ties::Modified => equal(),
        // Half of 1 + how many are equal, in halves.
        Ties::Average => equal().map(|n| n.saturating_add(1)),
        Ties::Ordinal | Ties::Announced => None,
    }
}
