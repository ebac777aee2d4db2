//! The maximum that the parts of a column make, by its own rule.

use rust_decimal::{Decimal, MathematicalOps, RoundingStrategy};

use super::index::Column;
use super::scheme::{Aggregate, Scheme};

/// How many decimals a computed value keeps.
const DECIMALS: u32 = 12;

impl Scheme {
    /// The maximum that its parts make of a column: a weighted sum, mean or geometric mean of theirs, rounded once, to 12
    /// decimals; none for a leaf, for a given total, and where a part that counts has no maximum.
    #[must_use]
    pub(crate) fn made_max(&self, column: Column) -> Option<Decimal> {
        if self.criterion(column).is_some_and(|criterion| criterion.children.is_empty()) {
            return None;
        }
        let parts = self.parts(column).into_iter().map(|part| &self.criteria[part]).filter(|part| part.scored);
        let parts: Vec<(Decimal, Decimal)> = parts.map(|part| Some((part.max?, part.weight))).collect::<Option<_>>()?;
        let made = match self.aggregate(column) {
            Aggregate::Given => None,
            Aggregate::Sum => weighted(&parts, Some),
            Aggregate::Mean | Aggregate::GeometricMean if parts.windows(2).all(|pair| pair[0].0 == pair[1].0) => {
                return parts.first().map(|(max, _)| *max);
            }
            Aggregate::Mean => weighted(&parts, Some)?.checked_div(weights(&parts)?),
            Aggregate::GeometricMean => {
                weighted(&parts, |max| max.checked_ln())?.checked_div(weights(&parts)?)?.checked_exp()
            }
        };
        Some(made?.round_dp_with_strategy(DECIMALS, RoundingStrategy::MidpointAwayFromZero).normalize())
    }
}

/// Σ w·f(max).
fn weighted(parts: &[(Decimal, Decimal)], of: fn(Decimal) -> Option<Decimal>) -> Option<Decimal> {
    parts.iter().try_fold(Decimal::ZERO, |sum, (max, weight)| sum.checked_add(of(*max)?.checked_mul(*weight)?))
}

/// Σ w.
fn weights(parts: &[(Decimal, Decimal)]) -> Option<Decimal> {
    parts.iter().try_fold(Decimal::ZERO, |sum, (_, weight)| sum.checked_add(*weight))
}
