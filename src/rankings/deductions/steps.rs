//! Rule 3: a lower rank has a lower score: with `dense`, k ranks lower means at least k steps, also where the ranks
//! between are not known; with other tie rules one step, with `announced` not higher, without `decimals` the step is 0.
//!
//! By hand: with one decimal, rank 1 has 24 and the last, 8, has 13.8. Then ranks 2 to 7 have at most 23.9 and at least
//! 13.9, and with `dense` rank 3 at most 23.8.
//!
//! Where equal scores can have different ranks (`ordinal`, `announced`, a breaker) there is no step.

use super::grid;
use super::ladder::Ladder;
use super::track::Track;
use crate::model::Ties;

/// Narrows what each rank allows by the ranks above and below it.
pub(super) fn apply(track: &mut Track) {
    let Some(ladder) = &mut track.ladder else { return };
    hold(ladder);
    let (gap, has_no_gaps) = (ladder.gap, ladder.ties == Ties::Dense);
    let mut ceiling = grid::OPEN;
    for rung in ladder.rungs.iter_mut().skip(1) {
        rung.best = rung.best.min(ceiling);
        if rung.is_held || has_no_gaps {
            ceiling = ceiling.min(grid::shift(rung.best, -gap));
        }
    }
    let mut floor = -grid::OPEN;
    for rung in ladder.rungs.iter_mut().skip(1).rev() {
        rung.worst = rung.worst.max(floor);
        if rung.is_held {
            floor = floor.max(grid::shift(rung.worst, gap));
        }
    }
    if ladder.rungs.iter().any(|rung| rung.is_held && rung.worst > rung.best) {
        track.stop(None);
    }
}

/// With dense ranks each place above a held one is held.
fn hold(ladder: &mut Ladder) {
    if ladder.ties != Ties::Dense {
        return;
    }
    let last = ladder.rungs.iter().rposition(|rung| rung.is_held).unwrap_or(0).max(ladder.last.unwrap_or(0) as usize);
    for rung in ladder.rungs.iter_mut().take(last + 1).skip(1) {
        rung.is_held = true;
    }
}
