//! The newest result of each unit.

use crate::model::EditionIdx;
use crate::report::model::Report;

/// The row of a unit in the newest edition that it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Newest {
    /// The edition.
    pub(crate) edition: EditionIdx,
    /// Its group, by position in the edition.
    pub(crate) group: usize,
    /// Its row in the group.
    pub(crate) row: usize,
}

/// For each unit its row in the newest edition that it is in; one that was withdrawn counts only where there is no other.
pub(crate) fn newest(report: &Report<'_>) -> Vec<Option<Newest>> {
    let mut found = vec![None; report.series.units.len()];
    for edition in report.wanted() {
        for (group, of) in report.series.editions[edition.0].groups.iter().enumerate() {
            for (row, unit) in of.units.iter().enumerate() {
                found[unit.0].get_or_insert(Newest { edition, group, row });
            }
        }
    }
    found
}
