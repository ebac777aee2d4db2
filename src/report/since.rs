//! What changed in a group since the edition before, with both sides of it.

use rust_decimal::{Decimal, RoundingStrategy};

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

    /// The change of a cell, of the whole values.
    pub(crate) fn cell(&self, part: GroupResult<'_>, column: usize, row: usize) -> CellChange {
        self.change.cell(self.then, (part.group, part.ranking), column, row)
    }

    /// The change of a cell with the difference that pages tell of it.
    pub(crate) fn told(&self, part: GroupResult<'_>, column: usize, row: usize) -> CellTold {
        let cell = self.cell(part, column, row);
        let by = match cell.verdict {
            CellVerdict::Comparable => cell.score.map(|exact| self.points(exact, part, column, row)),
            CellVerdict::Share => cell.share.map(Difference::of_shares),
            CellVerdict::Broken | CellVerdict::New => None,
        };
        CellTold { cell, by }
    }

    fn points(&self, exact: Decimal, part: GroupResult<'_>, column: usize, row: usize) -> Difference {
        let rules = [part.rule(column), self.place_then(column, row).and_then(|(then, column, _)| then.rule(column))];
        let decimals = rules.into_iter().flatten().map(|shown| shown.decimals).max();
        Difference::of_points(exact, decimals, self.value_then(column, row).zip(part.shown_value(column, row)))
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

/// The change of a cell, and the difference that is told of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct CellTold {
    /// The change of the whole values.
    pub(crate) cell: CellChange,
    /// In points, or in percentage points where the scale changed; where it may be told.
    pub(crate) by: Option<Difference>,
}

/// A difference of two whole values, rounded once for print; it has the sign of the whole one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    /// Unrounded.
    pub(crate) exact: Decimal,
    /// Rounded; zero only where the whole one is.
    pub(crate) by: Decimal,
    /// Whether the two values that are printed beside it differ by something else, so that a word has to say why.
    pub(crate) is_unlike_print: bool,
}

/// How many decimals percentage points are told with.
const SHARE_DECIMALS: u32 = 2;

/// The fewest decimals of a difference that the printed values do not make.
const UNLIKE_DECIMALS: u32 = 4;

impl Difference {
    /// Of points that are printed with so many decimals, if these are limited; beside the two printed values.
    fn of_points(exact: Decimal, decimals: Option<u32>, printed: Option<(Decimal, Decimal)>) -> Self {
        let Some(decimals) = decimals else { return Self { exact, by: exact.normalize(), is_unlike_print: false } };
        let by = rounded(exact, decimals);
        let is_unlike_print = printed.is_some_and(|(was, now)| now.checked_sub(was) != Some(by));
        let by = if is_unlike_print { rounded(exact, decimals.max(UNLIKE_DECIMALS)) } else { by };
        Self { exact, by, is_unlike_print }
    }

    fn of_shares(exact: Decimal) -> Self {
        Self { exact, by: rounded(exact, SHARE_DECIMALS), is_unlike_print: false }
    }
}

/// A number with that many decimals, half-up, or with as many more as it needs not to look like nothing.
fn rounded(exact: Decimal, decimals: u32) -> Decimal {
    let round = |decimals| exact.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero).normalize();
    (decimals..=exact.scale()).map(round).find(|by| !by.is_zero()).unwrap_or_else(|| exact.normalize())
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::{Difference, rounded};

    fn number(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    /// Two printed values with what is told of the change of the whole ones: `*` where a word has to say why.
    #[track_caller]
    fn case(exact: &str, decimals: Option<u32>, printed: (&str, &str), expected: &str) {
        let told = Difference::of_points(number(exact), decimals, Some((number(printed.0), number(printed.1))));
        let mark = if told.is_unlike_print { "*" } else { "" };
        assert_eq!(format!("{}{mark}", told.by), expected);
    }

    #[test]
    fn a_change_is_that_of_the_whole_values_rounded_once() {
        case("1.5", None, ("18", "19.5"), "1.5");
        case("-1", Some(0), ("5", "4"), "-1");
        // 4.5 and 4.75, printed with no decimal and with one.
        case("0.25", Some(1), ("5", "4.8"), "0.25*");
        // 4.4 and 4.6, 3.1 and 3.0, printed whole.
        case("0.2", Some(0), ("4", "5"), "0.2*");
        case("-0.1", Some(0), ("3", "3"), "-0.1*");
        case("0", Some(0), ("3", "3"), "0");
        case("0.333333333333", Some(1), ("4.3", "4.7"), "0.3333*");
        case("0.333333333334", Some(1), ("4.3", "4.6"), "0.3");
    }

    #[test]
    fn a_share_that_changed_never_looks_the_same() {
        let told = |exact: &str| Difference::of_shares(number(exact)).by.to_string();
        assert_eq!(["13.333333333333", "-0.004", "0.0000001", "0"].map(told), ["13.33", "-0.004", "0.0000001", "0"]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

        /// The sign is that of the whole values, and what two printed values do not make has a word beside it.
        #[test]
        fn a_change_never_contradicts_what_it_is_the_change_of(
            was in -9999..9999_i64,
            now in -9999..9999_i64,
            scale in 0..5_u32,
            shown in (0..4_u32, 0..4_u32),
        ) {
            let [was, now] = [was, now].map(|mantissa| Decimal::new(mantissa, scale));
            let exact = now - was;
            let print = |value, decimals| if decimals < scale { rounded_plainly(value, decimals) } else { value };
            let printed = (print(was, shown.0), print(now, shown.1));
            let told = Difference::of_points(exact, Some(shown.0.max(shown.1)), Some(printed));
            prop_assert_eq!(told.by.cmp(&Decimal::ZERO), exact.cmp(&Decimal::ZERO));
            prop_assert_eq!(told.is_unlike_print, printed.1 - printed.0 != rounded(exact, shown.0.max(shown.1)));
            prop_assert!(told.is_unlike_print || printed.1 - printed.0 == told.by);
        }
    }

    fn rounded_plainly(value: Decimal, decimals: u32) -> Decimal {
        value.round_dp_with_strategy(decimals, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
    }
}
