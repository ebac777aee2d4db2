//! Rows that belong together in a ranking: ranked, open between two ranks, last, not ranked.

use crate::model::Rank;
use crate::rankings::{Standing, StandingState};
use crate::report::group::GroupResult;

/// Rows that belong together in a ranking.
pub(crate) enum Stand {
    /// Their ranks are exactly known.
    Ranked,
    /// Their ranks lie between two; none where nothing is known of them.
    Open(Option<(Rank, Rank)>),
    /// Said to be last, without a number.
    Last,
    /// Not ranked.
    Unranked,
}

/// Whether a unit has a rank that nobody knows: its score is not published, or its column isn't complete.
pub(crate) fn waits_for_rank(part: GroupResult<'_>, row: usize, standing: &Standing) -> bool {
    match standing.state {
        StandingState::Unpublished | StandingState::Withheld => true,
        state => state == StandingState::Known && part.group.unranked[row].is_none(),
    }
}

/// Puts rows with open ranks between the known ranks, where their best possible rank says.
pub(crate) fn interleave(exact: &[(Rank, usize)], open: &[(Rank, Rank, usize)]) -> Vec<(Stand, Vec<usize>)> {
    let mut blocks: Vec<(Stand, Vec<usize>)> = Vec::new();
    let mut waiting = open.iter().peekable();
    let mut take_open = |before: Option<Rank>, blocks: &mut Vec<(Stand, Vec<usize>)>| {
        let mut rows = Vec::new();
        let mut bounds: Option<(Rank, Rank)> = None;
        while let Some(&&(best, worst, row)) = waiting.peek() {
            if before.is_some_and(|rank| best >= rank) {
                break;
            }
            waiting.next();
            rows.push(row);
            bounds = Some(bounds.map_or((best, worst), |(b, w)| (b.min(best), w.max(worst))));
        }
        if !rows.is_empty() {
            blocks.push((Stand::Open(bounds), rows));
        }
    };
    for &(rank, row) in exact {
        take_open(Some(rank), &mut blocks);
        match blocks.last_mut() {
            Some((Stand::Ranked, rows)) => rows.push(row),
            _ => blocks.push((Stand::Ranked, vec![row])),
        }
    }
    take_open(None, &mut blocks);
    blocks
}
