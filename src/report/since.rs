//! What changed in a group since the edition before, with both sides of it.

use rust_decimal::Decimal;

use crate::model::{EditionGroup, EditionIdx};
use crate::rankings::{CellChange, CellVerdict, GroupChange, GroupRanking};
use crate::report::column::Column;
use crate::report::group::GroupResult;
use crate::report::model::Report;

/// What changed in a group since the edition before, with both sides of it.
#[derive(Clone, Copy)]
pub(crate) struct Since<'a> {
    /// The edition before.
    pub(crate) before: EditionIdx,
    /// What changed.
    pub(crate) change: &'a GroupChange,
    /// The group then, if it was there.
    pub(crate) then: Option<(&'a EditionGroup, &'a GroupRanking)>,
    /// What the columns of the group then came to.
    columns: &'a [Column],
}

impl<'a> Since<'a> {
    /// What changed in a group since the edition before, if there is one.
    pub(crate) fn of(report: &'a Report<'a>, part: GroupResult<'a>) -> Option<Self> {
        let edition = report.edition(part.edition);
        let position = edition.groups.iter().position(|group| group.group == part.group.group)?;
        let change = report.rankings.changes[part.edition.0].as_ref()?;
        let group = &change.groups[position];
        let then =
            group.before.map(|at| (&report.edition(change.before).groups[at], report.ranking(change.before, at)));
        let columns = group.before.map_or(&[][..], |at| report.columns(change.before, at));
        Some(Self { before: change.before, change: group, then, columns })
    }

    /// The change of a cell, in points as pages show it.
    pub(crate) fn cell(&self, part: GroupResult<'_>, column: usize, row: usize) -> CellChange {
        let cell = self.change.cell(self.then, (part.group, part.ranking), column, row);
        let score = cell.score.map(|by| self.shown_points(part, column, row).unwrap_or(by));
        CellChange { score, ..cell }
    }

    /// The difference of two values as each is shown; none where they look the same, and the whole one has to be told.
    fn shown_points(&self, part: GroupResult<'_>, column: usize, row: usize) -> Option<Decimal> {
        let was = self.value_then(column, row)?;
        let by = part.shown_value(column, row)?.checked_sub(was)?.normalize();
        (!by.is_zero()).then_some(by)
    }

    /// The value of the same unit then, as it is shown.
    pub(crate) fn value_then(&self, column: usize, row: usize) -> Option<Decimal> {
        let (then, column, at) = self.place_then(column, row)?;
        then.shown_value(column, at)
    }

    /// The group then with the column and the row of the same cell.
    pub(crate) fn place_then(&self, column: usize, row: usize) -> Option<(GroupResult<'a>, usize, usize)> {
        let ((group, ranking), index) = (self.then?, self.change.before?);
        let at = self.change.units[row].same()? as usize;
        let then = GroupResult { edition: self.before, index, group, ranking, columns: self.columns };
        Some((then, self.change.columns[column].before?, at))
    }
}

/// Whether a cell is not compared with the one at its left, which is of another edition.
pub(crate) fn is_apart(
    report: &Report<'_>,
    left: Option<GroupResult<'_>>,
    part: GroupResult<'_>,
    column: usize,
    row: usize,
) -> bool {
    let since = Since::of(report, part);
    let broken = since.is_some_and(|since| since.cell(part, column, row).verdict == CellVerdict::Broken);
    let unit = part.group.units[row];
    let left = left.filter(|left| report.row_of(unit, left.edition, left.group).is_some());
    broken || left.is_some_and(|left| since.map(|since| since.before) != Some(left.edition))
}

/// Whether a cell may be compared at all.
pub(crate) fn is_compared(cell: CellChange) -> bool {
    matches!(cell.verdict, CellVerdict::Comparable | CellVerdict::Share)
}
