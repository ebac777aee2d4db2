//! `method: z-score`: the distance from the mean in standard deviations (Handbook, "Standardisation"), times `to`.
//!
//! The standard deviation is that of a sample, with n − 1, as in COINr. By hand: 2, 4, 6 have the mean 4 and
//! the deviation √((4 + 0 + 4) / 2) = 2, so their scores are −1, 0 and 1.

use rust_decimal::{Decimal, MathematicalOps};

use crate::model::Normalise;
use crate::rankings::exact;

/// (x − mean) / deviation, reversed where lower is better.
pub(super) fn points(rule: &Normalise, values: &[Decimal]) -> Vec<Option<Decimal>> {
    let spread = spread(values);
    let score = |value: Decimal| {
        let (mean, deviation) = spread?;
        let distance = if rule.lower_is_better { mean.checked_sub(value)? } else { value.checked_sub(mean)? };
        distance.checked_mul(rule.to)?.checked_div(deviation)
    };
    values.iter().map(|&value| score(value)).collect()
}

/// Mean and standard deviation; none for fewer than two values.
fn spread(values: &[Decimal]) -> Option<(Decimal, Decimal)> {
    let mean = exact::sum(values.iter().copied())?.checked_div(Decimal::from(values.len()))?;
    let square = |value: Decimal| {
        let distance = value.checked_sub(mean)?;
        distance.checked_mul(distance)
    };
    let squares = values.iter().try_fold(Decimal::ZERO, |sum, &value| sum.checked_add(square(value)?))?;
    let variance = squares.checked_div(Decimal::from(values.len().checked_sub(1)?))?;
    Some((mean, variance.sqrt()?))
}
