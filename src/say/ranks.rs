//! Ranks in words: inside sentences, and in cells that have no room for signs.

use crate::model::{GroupIdx, Rank};
use crate::rankings::{Known, Standing};
use crate::report::group::GroupResult;
use crate::say::voice::Voice;

/// A rank within a sentence, where the sign of a tie would not be read: `rank 2`, or `tied rank 2` where others have it
/// too.
pub(crate) fn rank(voice: Voice<'_>, shown: &str, is_tied: bool) -> String {
    voice.say(if is_tied { "rank.held.tied" } else { "rank.held" }, &[("rank", shown)])
}

/// The rank that a unit of some groups holds, of how many where that is known.
pub(crate) fn held(voice: Voice<'_>, groups: &[GroupIdx], held: Rank, is_tied: bool, of: Option<u32>) -> String {
    let place = rank(voice, &voice.words.rank(held), is_tied);
    match of {
        Some(n) => voice.say_units_of(groups, "rank.of", n as usize, &[("rank", &place)]),
        None => place,
    }
}

/// What is said of a rank besides: that it is disputed, or that the announcement calls it the last one.
pub(crate) fn besides(voice: Voice<'_>, standing: &Standing) -> Option<String> {
    match (standing.has_printed_rank(), standing.has_last_rank()) {
        (true, _) => Some(voice.say("finder.disputed", &[])),
        (false, true) => Some(voice.say("finder.announced-last", &[])),
        (false, false) => None,
    }
}

/// A rank that is told, with what is said of it besides: `3 (disputed)`.
pub(crate) fn with_besides(voice: Voice<'_>, standing: &Standing, rank: String) -> String {
    match besides(voice, standing) {
        Some(said) => voice.say("rank.besides", &[("rank", &rank), ("said", &said)]),
        None => rank,
    }
}

/// The rank of a unit by the total, between which it lies, or in a word why there is none: `=2`, `4–6`, `…`.
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
