//! Rows in the order of a language: in blocks as every table lists them, at a rank, by name.

use crate::model::Rank;
use crate::rankings::Known;
use crate::report::blocks::{Stand, interleave, waits_for_rank};
use crate::report::group::GroupResult;
use crate::say::names::name_of;
use crate::say::voice::Voice;

/// The units of a group by name.
pub(crate) fn by_name(voice: Voice<'_>, part: GroupResult<'_>) -> Vec<usize> {
    let mut rows: Vec<usize> = (0..part.group.units.len()).collect();
    let name = |row: usize| voice.unit_name(part.edition, part.group.units[row]);
    rows.sort_by(|&a, &b| voice.words.compare(name(a), name(b)));
    rows
}

/// The rows at a rank, in the order of the language.
pub(crate) fn at_rank(voice: Voice<'_>, part: GroupResult<'_>, column: usize, rank: Rank) -> Vec<usize> {
    let n = part.group.units.len();
    let mut rows: Vec<usize> = (0..n).filter(|&row| part.standing(column, row).rank == Known::Exact(rank)).collect();
    rows.sort_by(|&a, &b| voice.words.compare(name_of(voice, part, a), name_of(voice, part, b)));
    rows
}

/// The rows of a column in blocks: known ranks in order, unknown ones by name where they must lie, unranked ones last.
pub(crate) fn blocks(voice: Voice<'_>, part: GroupResult<'_>, column: usize) -> Vec<(Stand, Vec<usize>)> {
    let mut exact: Vec<(Rank, usize)> = Vec::new();
    let mut open: Vec<(Rank, Rank, usize)> = Vec::new();
    let (mut unknown, mut last, mut unranked) = (Vec::new(), Vec::new(), Vec::new());
    for row in 0..part.group.units.len() {
        let standing = part.standing(column, row);
        match standing.rank {
            Known::Exact(rank) => exact.push((rank, row)),
            Known::Between(best, worst) => open.push((best, worst, row)),
            Known::Nothing if part.is_last_unnumbered(column, row) => last.push(row),
            Known::Nothing if waits_for_rank(part, row, &standing) => unknown.push(row),
            Known::Nothing => unranked.push(row),
        }
    }
    let name = |row: usize| voice.unit_name(part.edition, part.group.units[row]);
    let by_name = |a: usize, b: usize| voice.words.compare(name(a), name(b));
    exact.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| by_name(a.1, b.1)));
    open.sort_by(|a, b| a.0.cmp(&b.0).then_with(|| by_name(a.2, b.2)));
    for rows in [&mut unknown, &mut last, &mut unranked] {
        rows.sort_by(|&a, &b| by_name(a, b));
    }
    let mut blocks = interleave(&exact, &open);
    for (stand, rows) in &mut blocks {
        if matches!(stand, Stand::Open(_)) {
            rows.sort_by(|&a, &b| by_name(a, b));
        }
    }
    for (stand, rows) in [(Stand::Open(None), unknown), (Stand::Last, last), (Stand::Unranked, unranked)] {
        if !rows.is_empty() {
            blocks.push((stand, rows));
        }
    }
    blocks
}
