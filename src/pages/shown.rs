//! How many decimals pages show. Files hold all of them.

use rust_decimal::{Decimal, RoundingStrategy};

use super::tables::Part;
use crate::model::{Aggregate, Rounding};
use crate::rankings::Known;

impl Part<'_> {
    /// A value of a column as pages show it: a computed one in the decimals that it is ranked on, else in two more than
    /// its parts have. Files hold all of them.
    pub(super) fn shown(&self, column: usize, value: Decimal) -> Decimal {
        let rounding = match self.group.scheme.column_rule(column).rounding {
            Rounding::HalfUp => RoundingStrategy::MidpointAwayFromZero,
            Rounding::HalfEven => RoundingStrategy::MidpointNearestEven,
            Rounding::Down => RoundingStrategy::ToZero,
        };
        self.cut(column, value, rounding)
    }

    fn cut(&self, column: usize, value: Decimal, rounding: RoundingStrategy) -> Decimal {
        let scheme = &self.group.scheme;
        let is_leaf = scheme.criteria.get(column).is_some_and(|c| c.children.is_empty());
        if is_leaf || scheme.aggregate(column) == Aggregate::Given {
            return value;
        }
        let of_parts = || scheme.column_decimals(column).map_or(4, |decimals| decimals + 2);
        let decimals = scheme.column_rule(column).precision.unwrap_or_else(of_parts);
        if value.scale() > decimals { value.round_dp_with_strategy(decimals, rounding).normalize() } else { value }
    }

    /// What is known of a score as pages show it; an interval never narrower than it is.
    pub(super) fn shown_score(&self, column: usize, score: Known<Decimal>) -> Known<Decimal> {
        match score {
            Known::Exact(value) => Known::Exact(self.shown(column, value)),
            Known::Between(low, high) => Known::Between(
                self.cut(column, low, RoundingStrategy::ToNegativeInfinity),
                self.cut(column, high, RoundingStrategy::ToPositiveInfinity),
            ),
            Known::Nothing => Known::Nothing,
        }
    }
}

/// Whether a column has values of which pages show fewer decimals than files hold.
pub(super) fn is_shortened(part: Part<'_>, column: usize) -> bool {
    (0..part.group.units.len()).map(|row| part.standing(column, row).score).any(|s| part.shown_score(column, s) != s)
}
