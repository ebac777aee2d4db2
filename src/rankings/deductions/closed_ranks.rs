//! Rule 2: a unit that is not named at a fully listed rank does not hold that rank.
//!
//! By hand: ranks 1 and 2 are listed in full, and the last is 5. Whoever is not named is from 3 to 4, if 5 is listed too.

use super::ladder::{Ladder, OPEN_END};
use super::track::Track;

/// Moves the ends of each unit's ranks to the nearest rank that is not listed in full.
pub(super) fn apply(track: &mut Track) {
    let Some(ladder) = &mut track.ladder else { return };
    if !ladder.rungs.iter().any(|rung| rung.is_closed) {
        return;
    }
    let (next, previous) = open_neighbours(ladder);
    for row in (0..ladder.places.len()).filter(|&row| ladder.counted[row] && !ladder.pinned[row]).collect::<Vec<_>>() {
        let (best, worst) = ladder.places[row];
        let best = next.get(best as usize).copied().unwrap_or(best);
        let worst = if worst == OPEN_END { worst } else { previous.get(worst as usize).copied().unwrap_or(worst) };
        match ladder.narrow(row, best, worst) {
            Some(has_changed) => track.is_dirty |= has_changed,
            None => {
                track.stopped.get_or_insert(Some(row));
                return;
            }
        }
    }
}

/// For each place the next one from it on, and the last one up to it, that is not listed in full.
fn open_neighbours(ladder: &Ladder) -> (Vec<u32>, Vec<u32>) {
    let n_rungs = u32::try_from(ladder.rungs.len()).unwrap_or(OPEN_END);
    let is_closed = |place: u32| ladder.rungs[place as usize].is_closed;
    let (mut next, mut previous): (Vec<u32>, Vec<u32>) = ((0..n_rungs).collect(), (0..n_rungs).collect());
    for place in (0..n_rungs).rev().filter(|&place| is_closed(place)) {
        next[place as usize] = next.get(place as usize + 1).copied().unwrap_or(n_rungs);
    }
    for place in (1..n_rungs).filter(|&place| is_closed(place)) {
        previous[place as usize] = previous[place as usize - 1];
    }
    (next, previous)
}
