//! What there is to be offered, so that no link leads to what is not there.

use crate::model::{EditionIdx, GroupIdx, Status};
use crate::rankings::may_have_own_weights;
use crate::report::group::GroupResult;
use crate::report::model::Report;

/// Whether an edition has announced results.
pub(crate) fn has_announcement(report: &Report<'_>, edition: EditionIdx) -> bool {
    report.edition(edition).groups.iter().any(|g| !g.statements.is_empty())
}

/// Whether readers may weigh some group of the latest edition, as far as that is quickly said.
pub(crate) fn has_own_weights(report: &Report<'_>) -> bool {
    let parts = report.series.latest().map(|latest| GroupResult::all(report, latest)).unwrap_or_default();
    parts.iter().any(|part| may_have_own_weights(part.group, part.ranking))
}

/// Whether there is anything to say: two editions of one group at least.
pub(crate) fn has_trends(report: &Report<'_>) -> bool {
    let editions = report.series.editions.iter().filter(|edition| edition.status != Status::Withdrawn);
    let mut seen = vec![false; report.series.groups.len()];
    let mut twice = |group: GroupIdx| std::mem::replace(&mut seen[group.0], true);
    editions.flat_map(|edition| &edition.groups).any(|group| twice(group.group))
}
