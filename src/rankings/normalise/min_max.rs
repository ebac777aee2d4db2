//! `method: min-max`: between the lowest and the highest value of the group and edition (Handbook, "Min-Max").
//!
//! By hand: 20, 50, 30 to 100: (30 − 20) / (50 − 20) · 100 = 33.333333333333. Where all values are equal there is no
//! width to divide by, and no points.

use rust_decimal::Decimal;

use super::between;
use crate::model::Normalise;

/// (x − min) / (max − min), times `to`.
pub(super) fn points(rule: &Normalise, values: &[Decimal]) -> Vec<Option<Decimal>> {
    let (low, high) = (values.iter().min().copied(), values.iter().max().copied());
    values.iter().map(|&value| between(rule, low?, high?, value)).collect()
}
