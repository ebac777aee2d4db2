//! Numbers of a column as pages show them. Files hold all their decimals.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::model::Column;
use crate::rankings::{Known, Shown, percent};
use crate::report::group::GroupResult;

/// The fewest decimals that a part of a change is shown with, where it has them.
const PART: u32 = 4;

/// A number rounded half-up to so many decimals, without zeros at its end.
pub(crate) fn half_up(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero).normalize()
}

impl GroupResult<'_> {
    /// A value of a column as pages show it; one that the column is made of keeps its digits.
    pub(crate) fn shown(&self, column: Column, value: Decimal) -> Decimal {
        self.rule(column).map_or(value, |shown| shown.within(value, self.max(column)))
    }

    /// The whole value of a unit in a column, where it is exactly known.
    pub(crate) fn value(&self, column: Column, row: usize) -> Option<Decimal> {
        match self.standing(column, row).score {
            Known::Exact(value) => Some(value),
            _ => None,
        }
    }

    /// Whether the number of a unit was announced and stands for all that are rounded to it (rule 5 of the format).
    pub(crate) fn is_of_printed(&self, column: Column, row: usize) -> bool {
        self.standing(column, row).is_of_printed(&self.group.scheme, column)
    }

    /// The value of a unit in a column as pages show it, where it is exactly known.
    pub(crate) fn shown_value(&self, column: Column, row: usize) -> Option<Decimal> {
        match self.standing(column, row).shown_score() {
            Known::Exact(value) => Some(value),
            _ => None,
        }
    }

    /// A part of a change of a column's value: with more decimals than the value itself where it has them, so that none looks like nothing.
    pub(crate) fn shown_part(&self, column: Column, by: Decimal) -> Decimal {
        let finer = self.rule(column).map(|rule| Shown { decimals: rule.decimals.max(PART), whole: false, ..rule });
        finer.map_or_else(|| by.normalize(), |shown| shown.number(by))
    }

    /// A median as pages show it, rounded half-up to one decimal more than the values, and whether that is just it.
    pub(crate) fn told_median(&self, column: Column, median: Decimal) -> (Decimal, bool) {
        let finer = self.rule(column).map_or(median, |shown| half_up(median, shown.decimals + 1));
        let told = self.between_ends(column, finer, median);
        (told, told == median)
    }

    /// A number between the ends of a complete column with more decimals than these are shown with; shown as they are where
    /// it would lie beyond one of them.
    pub(crate) fn between_ends(&self, column: Column, finer: Decimal, whole: Decimal) -> Decimal {
        let Some(summary) = self.column(column).summary else { return finer };
        let [lowest, highest] = [summary.lowest, summary.highest].map(|end| self.shown(column, end));
        if (lowest..=highest).contains(&finer) { finer } else { self.shown(column, whole) }
    }

    /// How the values of a column that is made of others are shown.
    pub(crate) fn rule(&self, column: Column) -> Option<Shown> {
        self.ranking.columns[column].shown().filter(|_| self.group.scheme.is_made(column))
    }

    /// Whether the values of a column are rounded before they are ranked, and are shown so.
    pub(crate) fn is_ranked_rounded(&self, column: Column) -> bool {
        self.rule(column).is_some_and(|shown| shown.whole)
    }

    /// What share of its maximum a unit has in a column, in percent; where both are exactly known.
    pub(crate) fn percent_of_maximum(&self, column: Column, row: usize) -> Option<Decimal> {
        percent(self.value(column, row)?, self.standing(column, row).maximum?)
    }
}

/// Whether a column has values of which pages show fewer decimals than files hold.
pub(crate) fn is_shortened(part: GroupResult<'_>, column: Column) -> bool {
    (0..part.group.units.len()).map(|row| part.standing(column, row)).any(|s| s.shown_score() != s.score)
}
