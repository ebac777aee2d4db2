//! The rank of a unit by the total in a cell that has no room for signs.

use crate::rankings::Known;
use crate::report::group::GroupResult;
use crate::say::voice::Voice;

/// A rank, between which it lies, or in a word why there is none: `=2`, `4–6`, `…`.
pub(crate) fn rank_or_why(voice: Voice<'_>, part: GroupResult<'_>, row: usize) -> String {
    let standing = part.standing(part.total(), row);
    match standing.rank {
        Known::Exact(rank) => voice.words.shared_rank(rank, standing.is_tied()),
        Known::Between(best, worst) => format!("{}–{}", voice.words.rank(best), voice.words.rank(worst)),
        Known::Nothing if standing.is_last => voice.say("cell.last", &[]),
        Known::Nothing if part.is_not_ranked(row) => voice.say("finder.unranked", &[]),
        Known::Nothing => "…".to_owned(),
    }
}
