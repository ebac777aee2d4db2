//! One group of one edition, with what was computed of it.

use rust_decimal::Decimal;

use crate::model::{EditionGroup, EditionIdx, Scheme};
use crate::rankings::{GroupRanking, Known, Standing, StandingState};
use crate::report::model::Report;

/// One group of one edition, with what was computed of it.
#[derive(Clone, Copy)]
pub(crate) struct GroupResult<'a> {
    /// Which edition.
    pub(crate) edition: EditionIdx,
    /// Its position among the groups of the edition.
    pub(crate) index: usize,
    /// What the edition says of the group.
    pub(crate) group: &'a EditionGroup,
    /// What was computed.
    pub(crate) ranking: &'a GroupRanking,
}

impl<'a> GroupResult<'a> {
    /// A group of an edition.
    pub(crate) fn of(report: &Report<'a>, edition: EditionIdx, index: usize) -> Self {
        Self { edition, index, group: &report.edition(edition).groups[index], ranking: report.ranking(edition, index) }
    }

    /// All groups of an edition.
    pub(crate) fn all(report: &Report<'a>, edition: EditionIdx) -> Vec<Self> {
        (0..report.edition(edition).groups.len()).map(|i| Self::of(report, edition, i)).collect()
    }

    /// What is known of a unit in a column; with a maximum only where it is one of the numbers that are shown.
    pub(crate) fn standing(&self, column: usize, row: usize) -> Standing {
        let standing = self.ranking.columns[column].standing(row);
        if self.group.scheme.is_raw(column) { Standing { maximum: None, ..standing } } else { standing }
    }

    /// The maximum of the numbers that a column shows; raw ones have none, only the points that they become.
    pub(crate) fn max(&self, column: usize) -> Option<Decimal> {
        self.group.scheme.column_max(column).filter(|_| !self.group.scheme.is_raw(column))
    }

    /// The column of the total.
    pub(crate) fn total(&self) -> usize {
        self.group.scheme.total_column()
    }

    /// Whether a unit has no rank at all in the total, rather than one that nobody knows.
    pub(crate) fn is_not_ranked(&self, row: usize) -> bool {
        let nothing = matches!(self.standing(self.total(), row).state, StandingState::Missing | StandingState::Exempt);
        nothing || self.group.unranked[row].is_some()
    }

    /// Whether any number of a column is shown.
    pub(crate) fn has_scores(&self, column: usize) -> bool {
        (0..self.group.units.len()).any(|row| self.standing(column, row).score != Known::Nothing)
    }

    /// Whether the announcement says that a unit is last in a column without saying which rank that is.
    pub(crate) fn is_last_unnumbered(&self, column: usize, row: usize) -> bool {
        self.standing(column, row).is_last
    }
}

/// The groups of editions that are assessed under a scheme, the newest first, those withdrawn last.
pub(crate) fn parts_under<'a>(report: &Report<'a>, scheme: &Scheme) -> Vec<GroupResult<'a>> {
    let all = report.wanted().into_iter().flat_map(|index| GroupResult::all(report, index));
    all.filter(|part| part.group.scheme.id == scheme.id).collect()
}
