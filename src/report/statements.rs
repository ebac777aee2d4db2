//! The announced statements of an edition and their standing.

use crate::model::EditionIdx;
use crate::rankings::{ClaimState, claim_state};
use crate::report::announcement::Quoted;
use crate::report::group::GroupResult;
use crate::report::model::Report;

/// How many statements of an announcement are disputed, each for itself, and how many of these are quoted.
pub(crate) fn disputed(report: &Report<'_>, index: EditionIdx) -> Quoted {
    let parts = GroupResult::all(report, index);
    let statements = parts.iter().flat_map(|part| &part.group.statements);
    Quoted::of(statements.filter(|statement| statement.disputed.is_some()))
}

pub(crate) fn states(parts: &[GroupResult<'_>]) -> Vec<ClaimState> {
    parts.iter().flat_map(|p| p.group.statements.iter().map(|s| claim_state(p.group, p.ranking, s))).collect()
}
