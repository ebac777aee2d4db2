//! What changed in a group since the edition before, with both sides of it.

use rust_decimal::Decimal;

use crate::model::{Column, EditionGroup, EditionIdx, State, count_of};
use crate::rankings::{CellChange, CellVerdict, GroupChange, GroupRanking};
use crate::report::column::ColumnFacts;
use crate::report::difference::Difference;
use crate::report::group::GroupResult;
use crate::report::model::Report;

/// How many decimals a computed value has.
const LAST_DECIMAL: u32 = 12;

/// What changed in a group since the edition before, with both sides of it.
#[derive(Clone, Copy)]
pub(crate) struct SinceLast<'a> {
    /// The edition before.
    pub(crate) before: EditionIdx,
    /// What changed.
    pub(crate) change: &'a GroupChange,
    /// The group then, if it was there.
    pub(crate) then: Option<(&'a EditionGroup, &'a GroupRanking)>,
    /// What the columns of the group then came to.
    columns: &'a [ColumnFacts],
}

impl<'a> SinceLast<'a> {
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

    /// The change of a cell, of the whole values.
    pub(crate) fn cell(&self, part: GroupResult<'_>, column: Column, row: usize) -> CellChange {
        self.change.cell(self.then, (part.group, part.ranking), column, row)
    }

    /// The change of a cell with the difference that pages tell of it.
    pub(crate) fn told(&self, part: GroupResult<'_>, column: Column, row: usize) -> CellTold {
        let cell = self.cell(part, column, row);
        let by = match cell.verdict {
            CellVerdict::Comparable if cell.is_of_printed => {
                cell.score.map(|by| self.of_printed(by, part, column, row))
            }
            CellVerdict::Comparable => cell.score.map(|exact| self.points(exact, part, column, row)),
            CellVerdict::Share => cell.share.map(Difference::of_shares),
            CellVerdict::Broken | CellVerdict::New => None,
        };
        let was = self.place_then(column, row).and_then(|(then, column, at)| then.instead(column, at));
        CellTold { cell, by, before: self.before, instead: [was, part.instead(column, row)] }
    }

    /// The difference of what is printed; of the two numbers themselves where the printed ones are equal.
    fn of_printed(&self, by: Decimal, part: GroupResult<'_>, column: Column, row: usize) -> Difference {
        let printed = self.value_then(column, row).zip(part.shown_value(column, row));
        let shown = printed.and_then(|(was, now)| now.checked_sub(was)).filter(|shown| !shown.is_zero());
        Difference::of_rounded(shown.unwrap_or(by))
    }

    fn points(&self, exact: Decimal, part: GroupResult<'_>, column: Column, row: usize) -> Difference {
        let rules = [part.rule(column), self.place_then(column, row).and_then(|(then, column, _)| then.rule(column))];
        let decimals = rules.into_iter().flatten().map(|shown| shown.decimals).max();
        Difference::of_points(exact, decimals, self.value_then(column, row).zip(part.shown_value(column, row)))
    }

    /// The change of a unit's total by criterion; none where it may not be told.
    pub(crate) fn parts(&self, part: GroupResult<'_>, row: usize) -> Option<PartsTold> {
        let changes = self.change.parts(self.then?, (part.group, part.ranking), row)?;
        let total = part.total();
        let is_unlike = |column: Column| self.told(part, column, row).by.is_some_and(|by| by.is_unlike_print);
        let is_unlike_print = is_unlike(total) || changes.parts.iter().any(|change| is_unlike(change.column));
        let shown = |by: Decimal| part.shown_part(total, by);
        let parts = changes.parts.iter().map(|change| (change.column, shown(change.points)));
        let adjusted = self.adjusted(part, row)?;
        let rest = changes.rest.checked_sub(adjusted)?;
        // Each part, and each total before and now, was rounded once to the last decimal of computed values.
        let left_by_rounding = Decimal::new(i64::from(count_of(changes.parts.len())) + 2, LAST_DECIMAL);
        let rest = if rest.abs() <= left_by_rounding { Decimal::ZERO } else { rest };
        Some(PartsTold { parts: parts.collect(), adjusted: shown(adjusted), rest: shown(rest), is_unlike_print })
    }

    /// How many more points were added to the total of a unit, or fewer taken from it, than then.
    fn adjusted(&self, part: GroupResult<'_>, row: usize) -> Option<Decimal> {
        let (then, _, at) = self.place_then(part.total(), row)?;
        let sum = |group: &EditionGroup, row: usize| {
            let own = group.adjustments.iter().filter(|adjustment| adjustment.row.index() == row);
            own.map(|adjustment| adjustment.points).try_fold(Decimal::ZERO, Decimal::checked_add)
        };
        sum(part.group, row)?.checked_sub(sum(then.group, at)?)
    }

    /// The value of the same unit then, as it is shown.
    pub(crate) fn value_then(&self, column: Column, row: usize) -> Option<Decimal> {
        let (then, column, at) = self.place_then(column, row)?;
        then.shown_value(column, at)
    }

    /// The group then with the column and the row of the same cell.
    pub(crate) fn place_then(&self, column: Column, row: usize) -> Option<(GroupResult<'a>, Column, usize)> {
        let ((group, ranking), index) = (self.then?, self.change.before?);
        let at = self.change.units[row].same()?.index();
        let then = GroupResult { edition: self.before, index, group, ranking, columns: self.columns };
        Some((then, self.change.columns[column].before?, at))
    }
}

/// The change of a total by criterion, as it is told.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PartsTold {
    /// The criteria at the top, each with what it adds to the change, in points of the total.
    pub(crate) parts: Vec<(Column, Decimal)>,
    /// How many more points were added to the total than then, or fewer taken from it.
    pub(crate) adjusted: Decimal,
    /// What neither explains.
    pub(crate) rest: Decimal,
    /// Whether the printed values of the total, or of a criterion, differ by something else than the whole ones.
    pub(crate) is_unlike_print: bool,
}

/// The change of a cell, and the difference that is told of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct CellTold {
    /// The change of the whole values.
    pub(crate) cell: CellChange,
    /// In points, or in percentage points where the scale changed; where it may be told.
    pub(crate) by: Option<Difference>,
    /// The edition before.
    pub(crate) before: EditionIdx,
    /// What there is instead of a number, before and now.
    pub(crate) instead: [Option<State>; 2],
}

/// Whether a cell is not compared with the one at its left, which is of another edition.
pub(crate) fn is_apart(
    report: &Report<'_>,
    left: Option<GroupResult<'_>>,
    part: GroupResult<'_>,
    column: Column,
    row: usize,
) -> bool {
    let since = SinceLast::of(report, part);
    let broken = since.is_some_and(|since| since.cell(part, column, row).verdict == CellVerdict::Broken);
    let unit = part.group.units[row];
    let left = left.filter(|left| report.row_of(unit, left.edition, left.group).is_some());
    broken || left.is_some_and(|left| since.map(|since| since.before) != Some(left.edition))
}

/// Whether a cell may be compared at all.
pub(crate) fn is_compared(cell: CellChange) -> bool {
    matches!(cell.verdict, CellVerdict::Comparable | CellVerdict::Share)
}
