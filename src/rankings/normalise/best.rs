//! `method: best`: the share of the best value of the group and edition (Handbook, "Distance to a reference").
//!
//! By hand: 20 and 50 to 100: 20 / 50 · 100 = 40 where higher is better; where lower is, 20 / 50 · 100 = 40 for the 50.
//! A share of what is zero or below would turn the order round (−4 / −1 = 4), so that such a value has no points.

use rust_decimal::Decimal;

use crate::model::Normalise;

/// x / best, or best / x where lower is better, times `to`.
pub(super) fn points(rule: &Normalise, values: &[Decimal]) -> Vec<Option<Decimal>> {
    let best = if rule.lower_is_better { values.iter().min() } else { values.iter().max() };
    let share = |value: Decimal| {
        if value <= Decimal::ZERO {
            return None;
        }
        let (part, whole) = if rule.lower_is_better { (*best?, value) } else { (value, *best?) };
        part.checked_mul(rule.to)?.checked_div(whole)
    };
    values.iter().map(|&value| share(value)).collect()
}
