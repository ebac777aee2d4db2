//! Rule 6: with a known population, dense ranks and a known last rank, a rank that only one unit can hold is its own.
//!
//! By hand: four units, the last rank is 3, one unit is 1 for certain and two are 3. The fourth can be 2 or 3; dense
//! ranks leave none out, only it can be 2, so it is.

use super::ladder::Ladder;
use super::track::{Kind, Track};
use crate::model::Ties;

/// Gives each rank that one unit can hold to it.
pub(super) fn apply(track: &mut Track) {
    let Some(mut ladder) = track.ladder.take() else { return };
    if let (Ties::Dense, true, Some(last)) = (ladder.ties, ladder.all_here, ladder.last) {
        give(track, &mut ladder, last as usize);
    }
    track.ladder = Some(ladder);
}

fn give(track: &mut Track, ladder: &mut Ladder, last: usize) {
    let holders = holders(ladder, last);
    for (place, &(count, sum_of_rows)) in (0_u32..).zip(&holders).skip(1).take(last) {
        if ladder.rungs.get(place as usize).is_some_and(|rung| rung.is_closed) {
            continue;
        }
        match count {
            0 => return track.stop(None),
            1 if track.kind[sum_of_rows] == Kind::Live => match ladder.narrow(sum_of_rows, place, place) {
                Some(has_changed) => {
                    ladder.sole[sum_of_rows] = true;
                    track.is_dirty |= has_changed;
                }
                None => return track.stop(Some(sum_of_rows)),
            },
            _ => {}
        }
    }
}

/// For each place how many units can hold it, and the sum of their rows: of one, it is that row.
fn holders(ladder: &Ladder, last: usize) -> Vec<(usize, usize)> {
    let mut changes = vec![(0_isize, 0_isize); last + 2];
    for (row, &(best, worst)) in ladder.places.iter().enumerate().filter(|(row, _)| ladder.counted[*row]) {
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
