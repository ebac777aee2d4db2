//! The announced statements of an edition and their standing.

use crate::model::EditionIdx;
use crate::rankings::{ClaimState, claim_state};
use crate::report::announcement::Quoted;
use crate::report::group::GroupResult;
use crate::report::model::Report;

/// How many statements of an announcement contradict others, and how many of these are quoted.
pub(crate) fn disputed(report: &Report<'_>, index: EditionIdx) -> Quoted {
    let parts = GroupResult::all(report, index);
    let statements = parts.iter().flat_map(|part| &part.group.statements).zip(states(&parts));
    Quoted::of(statements.filter(|(_, state)| *state == ClaimState::Disputed).map(|(statement, _)| statement))
}

pub(crate) fn states(parts: &[GroupResult<'_>]) -> Vec<ClaimState> {
    parts.iter().flat_map(|p| p.group.statements.iter().map(|s| claim_state(p.group, p.ranking, s))).collect()
}
