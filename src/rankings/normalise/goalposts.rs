//! `method: goalposts`: between two fixed values, as in the Human Development Index (Handbook, "Min-Max" with limits
//! that do not move from year to year).
//!
//! By hand: a life expectancy of 72.0 between 20 and 85: (72 − 20) / (85 − 20) = 0.8. With `log`, the logarithms of the
//! goalposts are taken too.

use rust_decimal::Decimal;

use super::{between, logarithm};
use crate::model::Normalise;

/// (x − low) / (high − low), cut to 0…1, times `to`.
pub(super) fn points(rule: &Normalise, values: &[Decimal]) -> Vec<Option<Decimal>> {
    let low = rule.low.and_then(|low| logarithm(rule, low));
    let high = rule.high.and_then(|high| logarithm(rule, high));
    values.iter().map(|&value| between(rule, low?, high?, value)).collect()
}
