//! One group of one edition, with what was computed of it.

use rust_decimal::Decimal;

use crate::model::{Column, EditionGroup, EditionIdx, Scheme, State};
use crate::rankings::{GroupRanking, Known, Standing};
use crate::report::column::{ColumnFacts, Held};
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
    /// What each column comes to.
    pub(crate) columns: &'a [ColumnFacts],
}

impl<'a> GroupResult<'a> {
    /// A group of an edition.
    pub(crate) fn of(report: &'a Report<'a>, edition: EditionIdx, index: usize) -> Self {
        let (group, ranking) = (&report.edition(edition).groups[index], report.ranking(edition, index));
        Self { edition, index, group, ranking, columns: report.columns(edition, index) }
    }

    /// All groups of an edition.
    pub(crate) fn all(report: &'a Report<'a>, edition: EditionIdx) -> Vec<Self> {
        (0..report.edition(edition).groups.len()).map(|i| Self::of(report, edition, i)).collect()
    }

    /// What a column comes to.
    pub(crate) fn column(&self, column: Column) -> &'a ColumnFacts {
        &self.columns[column]
    }

    /// What a unit has in a column.
    pub(crate) fn held(&self, column: Column, row: usize) -> Held {
        Held::of(self.group, row, &self.ranking.columns[column].standing(row))
    }

    /// Whether a unit is counted in a column: it isn't left out of the ranking and has a value, known or not.
    pub(crate) fn is_counted(&self, column: Column, row: usize) -> bool {
        self.held(column, row).is_counted()
    }

    /// The score that a unit gave itself; none where its score is withheld, of which that would tell something.
    pub(crate) fn own_score(&self, column: Column, row: usize) -> Option<Decimal> {
        let own = self.group.columns[column].extra(row)?.own?;
        (!self.standing(column, row).state.without_number().is_secret()).then_some(own)
    }

    /// What is known of a unit in a column; with a maximum only where it is one of the numbers that are shown.
    pub(crate) fn standing(&self, column: Column, row: usize) -> Standing {
        let standing = self.ranking.columns[column].standing(row);
        if self.group.scheme.is_raw(column) { Standing { maximum: None, ..standing } } else { standing }
    }

    /// The maximum of the numbers that a column shows; raw ones have none, only the points that they become, and where units
    /// have maxima of their own there is not one of all.
    pub(crate) fn max(&self, column: Column) -> Option<Decimal> {
        let is_one = !self.group.scheme.is_raw(column) && self.ranking.columns[column].has_one_maximum;
        self.group.scheme.column_max(column).filter(|_| is_one)
    }

    /// The column of the total.
    pub(crate) fn total(&self) -> Column {
        self.group.scheme.total_column()
    }

    /// Whether a unit has no rank at all in the total, rather than one that nobody knows.
    pub(crate) fn is_not_ranked(&self, row: usize) -> bool {
        !self.is_counted(self.total(), row)
    }

    /// Whether any number of a column is shown.
    pub(crate) fn has_scores(&self, column: Column) -> bool {
        (0..self.group.units.len()).any(|row| self.standing(column, row).score != Known::Nothing)
    }

    /// What a unit has in a column instead of a number; none where there is one, or bounds of it. A total of which nothing
    /// applies does not exist.
    pub(crate) fn instead(&self, column: Column, row: usize) -> Option<State> {
        let standing = self.standing(column, row);
        let state = (standing.score == Known::Nothing).then(|| standing.state.without_number())?;
        Some(if column == self.total() && state == State::Exempt { State::Missing } else { state })
    }

    /// Whether a rank of a unit is told in the total, and nobody says of how many.
    pub(crate) fn is_of_unknown(&self, row: usize) -> bool {
        let standing = self.standing(self.total(), row);
        standing.ranked.is_none() && standing.rank != Known::Nothing
    }
}

/// The groups of editions that are assessed under a scheme, the newest first, those withdrawn last.
pub(crate) fn parts_under<'a>(report: &'a Report<'a>, scheme: &Scheme) -> Vec<GroupResult<'a>> {
    let all = report.wanted().into_iter().flat_map(|index| GroupResult::all(report, index));
    all.filter(|part| part.group.scheme.id == scheme.id).collect()
}
