//! How many decimals the computed values of a column are shown with. Ranks, bands and files have the whole values.

use rust_decimal::{Decimal, RoundingStrategy};

use super::exact;
use super::known::{Basis, Known};
use crate::model::{Column, Rounding, Scheme};

/// The most decimals that a computed value is shown with where nothing says how many; one that ends within them is shown
/// whole.
pub(crate) const DECIMALS: u32 = 4;

/// A maximum as it is told: one that is made of others may have no end.
#[must_use]
pub(crate) fn told_maximum(max: Decimal) -> Decimal {
    exact::round(max, DECIMALS, Rounding::HalfUp).normalize()
}

/// How computed values are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shown {
    /// How many decimals they have.
    pub(crate) decimals: u32,
    /// How they are rounded to them.
    pub(crate) rounding: Rounding,
    /// Whether all have that many, also where the last ones are 0: they are ranked on just these.
    pub(crate) whole: bool,
}

impl Shown {
    /// What a scheme says of a column: `precision` where its values are rounded to it before ranking; otherwise the
    /// finest decimals of its parts, where these are points; otherwise four.
    #[must_use]
    pub(crate) fn declared(scheme: &Scheme, column: Column) -> Self {
        let rule = scheme.column_rule(column);
        if let (Some(precision), true) = (rule.precision, scheme.is_made(column)) {
            return Self { decimals: precision.min(exact::DECIMALS), rounding: rule.rounding, whole: true };
        }
        let own = scheme.column_decimals(column).filter(|_| !rests_on_raw(scheme, column));
        Self { decimals: own.unwrap_or(DECIMALS).min(exact::DECIMALS), rounding: Rounding::HalfUp, whole: false }
    }

    /// A score as it is shown: rounded, the ends of an interval outwards, so that it stays true.
    #[must_use]
    pub(crate) fn of(self, score: Known<Decimal>) -> Known<Decimal> {
        let end = |value: Decimal, towards| self.padded(value.round_dp_with_strategy(self.decimals, towards));
        match score {
            Known::Exact(value) => Known::Exact(self.number(value)),
            Known::Between(low, high) => Known::Between(
                end(low, RoundingStrategy::ToNegativeInfinity),
                end(high, RoundingStrategy::ToPositiveInfinity),
            ),
            Known::Nothing => Known::Nothing,
        }
    }

    /// A value as it is shown.
    #[must_use]
    pub(crate) fn number(self, value: Decimal) -> Decimal {
        self.padded(exact::round(value, self.decimals, self.rounding))
    }

    /// The same; whole where it would be rounded to more than its maximum, which nobody can have.
    #[must_use]
    pub(crate) fn within(self, value: Decimal, maximum: Option<Decimal>) -> Decimal {
        let shown = self.number(value);
        if maximum.is_some_and(|max| value <= max && shown > max) { value.normalize() } else { shown }
    }

    /// With all the decimals where they are declared, otherwise without zeros at the end: a sum has them from one part or
    /// another.
    fn padded(self, mut value: Decimal) -> Decimal {
        if self.whole {
            value.rescale(self.decimals);
            return value;
        }
        value.normalize()
    }
}

/// Whether a number was computed or deduced, not written by anybody.
pub(super) fn is_made(basis: Option<Basis>) -> bool {
    matches!(basis, Some(Basis::Computed | Basis::Deduced))
}

/// Whether a column is made of raw values, whose decimals say nothing of the points that they become.
fn rests_on_raw(scheme: &Scheme, column: Column) -> bool {
    scheme.is_raw(column) || scheme.parts(column).iter().any(|&part| rests_on_raw(scheme, part))
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::super::tests::support::{group, number, ranked, scheme};
    use super::Shown;
    use crate::model::{Aggregate, Rounding, Scheme};
    use crate::rankings::Known;

    /// The totals of some rows as they are shown.
    fn totals(scheme: Scheme, rows: &[&str]) -> Vec<String> {
        let (column, ranking) = (scheme.total_column(), ranked(group(scheme, rows)));
        let shown = |row| match ranking.columns[column].standing(row).shown_score() {
            Known::Exact(score) => score.to_string(),
            other => format!("{other:?}"),
        };
        (0..rows.len()).map(shown).collect()
    }

    fn mean(decimals: Option<u32>, precision: Option<u32>) -> Scheme {
        let mut scheme = scheme(&["a", "b", "c"]);
        scheme.total = Aggregate::Mean;
        scheme.rank.precision = precision;
        scheme.criteria.iter_mut().for_each(|criterion| criterion.decimals = decimals);
        scheme
    }

    #[test]
    fn precision_says_how_many_decimals_are_shown() {
        assert_eq!(totals(mean(Some(1), Some(3)), &["1 1 2", "1 1 1"]), ["1.333", "1.000"]);
        assert_eq!(totals(mean(Some(1), Some(0)), &["1 1 2", "1 1 1"]), ["1", "1"]);
    }

    #[test]
    fn otherwise_the_decimals_of_the_parts_or_four() {
        assert_eq!(totals(mean(Some(1), None), &["1 1 2", "1 1 1"]), ["1.3", "1"]);
        assert_eq!(totals(mean(None, None), &["1 1 2", "1 1 1"]), ["1.3333", "1"]);
    }

    #[test]
    fn a_value_that_ends_within_four_decimals_is_whole() {
        let mut halves = mean(Some(0), None);
        halves.criteria[1].weight = number("2");
        // 4.75 and 4.5 of whole scores, weights 1, 2 and 1.
        assert_eq!(totals(halves.clone(), &["5 5 4", "4 5 4"]), ["4.75", "4.5"]);
        // Beside them one that has no end would be rounded to as many; weights of 3 in all leave none whole.
        assert_eq!(totals(mean(Some(0), None), &["1 1 2", "5 5 5"]), ["1", "5"]);
    }

    /// A third of 40 has no end: it is told as 13.3333, and whoever has it has as much.
    #[test]
    fn who_has_a_maximum_without_end_has_its_decimals() {
        let mut thirds = mean(Some(1), None);
        for (criterion, max) in thirds.criteria.iter_mut().zip(["10", "10", "20"]) {
            criterion.max = Some(number(max));
        }
        thirds.max = thirds.made_max(thirds.total_column());
        assert_eq!(totals(thirds.clone(), &["10 10 20", "5 5 10"]), ["13.3333", "6.6667"]);
        assert_eq!(totals(thirds, &["10 10 19", "5 5 10"]), ["13", "6.7"]);
    }

    #[test]
    fn a_sum_has_no_zeros_at_the_end_that_one_of_its_parts_was_written_with() {
        let sum = Scheme { total: Aggregate::Sum, ..mean(None, None) };
        assert_eq!(totals(sum.clone(), &["20.50 35.384 0", "1.50 2.50 0", "0 0 0"]), ["55.884", "4", "0"]);
        assert_eq!(totals(sum, &["20.50 35.3840 0", "1 1 1.10", "0.00 0 0"]), ["55.884", "3.1", "0"]);
    }

    #[test]
    fn values_of_different_rank_look_different() {
        assert_eq!(totals(mean(Some(1), None), &["1 1 1.8", "1 1 1.9"]), ["1.27", "1.3"]);
        assert_eq!(totals(mean(Some(1), None), &["1 1 1.8", "1 1 1.8"]), ["1.3", "1.3"]);
    }

    #[test]
    fn written_scores_keep_their_digits() {
        let ranking = ranked(group(mean(Some(1), Some(0)), &["1.50 1 1"]));
        assert_eq!(ranking.columns[0].standing(0).shown_score(), Known::Exact(number("1.50")));
    }

    #[test]
    fn the_ends_of_an_interval_are_rounded_outwards() {
        let shown = Shown { decimals: 1, rounding: Rounding::HalfUp, whole: false };
        let ends = |low: &str, high: &str| Known::Between(number(low), number(high));
        assert_eq!(shown.of(ends("1.19", "1.21")), ends("1.1", "1.3"));
        assert_eq!(shown.of(Known::<Decimal>::Nothing), Known::Nothing);
    }
}
