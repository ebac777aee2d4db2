//! The announced statements of an edition and their standing.

use crate::model::EditionIdx;
use crate::rankings::{ClaimState, claim_state};
use crate::report::group::GroupResult;
use crate::report::model::Report;

/// How many statements of an announcement contradict others.
pub(crate) fn n_disputed(report: &Report<'_>, index: EditionIdx) -> usize {
    states(&GroupResult::all(report, index)).into_iter().filter(|&state| state == ClaimState::Disputed).count()
}

pub(crate) fn states(parts: &[GroupResult<'_>]) -> Vec<ClaimState> {
    parts.iter().flat_map(|p| p.group.statements.iter().map(|s| claim_state(p.group, p.ranking, s))).collect()
}
