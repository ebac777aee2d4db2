//! Scores as whole numbers of steps of `10^-scale`, with room for "no limit".

use rust_decimal::Decimal;

/// No upper limit; minus this, no lower one.
pub(super) const OPEN: i64 = i64::MAX / 2;

/// Finite numbers stay below this, so that sums of two never reach [`OPEN`].
const LIMIT: i64 = i64::MAX / 16;

/// The finest scale of columns without `decimals`: computed values have no more decimals.
pub(super) const FINEST: u32 = crate::rankings::exact::DECIMALS;

/// Which way a number between two steps is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Towards {
    Lower,
    Higher,
}

/// A lower limit in steps of `10^-scale`.
pub(super) fn at_least(value: Decimal, scale: u32, towards: Towards) -> i64 {
    let steps = steps(value, scale, towards);
    if steps < i128::from(-LIMIT) { -OPEN } else { i64::try_from(steps.min(i128::from(LIMIT))).unwrap_or(LIMIT) }
}

/// An upper limit in steps of `10^-scale`.
pub(super) fn at_most(value: Decimal, scale: u32, towards: Towards) -> i64 {
    let steps = steps(value, scale, towards);
    if steps > i128::from(LIMIT) { OPEN } else { i64::try_from(steps.max(i128::from(-LIMIT))).unwrap_or(-LIMIT) }
}

/// A quotient as a lower limit.
pub(super) fn quotient_at_least(over: i128, under: i128, towards: Towards) -> i64 {
    let quotient = divide(over, under, towards);
    if quotient < i128::from(-LIMIT) { -OPEN } else { i64::try_from(quotient.min(i128::from(LIMIT))).unwrap_or(LIMIT) }
}

/// A quotient as an upper limit.
pub(super) fn quotient_at_most(over: i128, under: i128, towards: Towards) -> i64 {
    let quotient = divide(over, under, towards);
    if quotient > i128::from(LIMIT) { OPEN } else { i64::try_from(quotient.max(i128::from(-LIMIT))).unwrap_or(-LIMIT) }
}

/// Moves a limit, unless there is none.
pub(super) fn shift(limit: i64, by: i64) -> i64 {
    if limit.abs() >= OPEN { limit } else { limit.saturating_add(by).clamp(-OPEN, OPEN) }
}

/// Whether there is a limit.
pub(super) fn is_limit(limit: i64) -> bool {
    limit.abs() < OPEN
}

/// The number that so many steps are.
pub(super) fn decimal(steps: i64, scale: u32) -> Decimal {
    Decimal::new(steps, scale).normalize()
}

/// A number in steps of `10^-scale`, exactly; none if it lies between two, or is too large.
pub(super) fn exact_steps(value: Decimal, scale: u32) -> Option<i128> {
    let value = value.normalize();
    value.mantissa().checked_mul(10_i128.checked_pow(scale.checked_sub(value.scale())?)?)
}

fn steps(value: Decimal, scale: u32, towards: Towards) -> i128 {
    let value = value.normalize();
    let mantissa = value.mantissa();
    if value.scale() > scale {
        return divide(mantissa, 10_i128.pow(value.scale() - scale), towards);
    }
    mantissa.saturating_mul(10_i128.pow(scale - value.scale()))
}

fn divide(over: i128, under: i128, towards: Towards) -> i128 {
    let (quotient, is_between) = (over.div_euclid(under), over.rem_euclid(under) != 0);
    quotient + i128::from(is_between && towards == Towards::Higher)
}

#[cfg(test)]
mod tests {
    use super::{OPEN, Towards, at_least, at_most};

    #[track_caller]
    fn case(value: &str, towards: Towards, expected: (i64, i64)) {
        let value = value.parse().unwrap();
        assert_eq!((at_least(value, 1, towards), at_most(value, 1, towards)), expected);
    }

    #[test]
    fn numbers_between_two_steps_go_the_way_asked_for() {
        case("24", Towards::Lower, (240, 240));
        case("23.95", Towards::Lower, (239, 239));
        case("23.95", Towards::Higher, (240, 240));
        case("-0.05", Towards::Lower, (-1, -1));
        case("-0.05", Towards::Higher, (0, 0));
    }

    #[test]
    fn numbers_too_large_are_no_limit_on_their_side() {
        assert_eq!(at_most("99999999999999999999".parse().unwrap(), 1, Towards::Higher), OPEN);
        assert_eq!(at_least("-99999999999999999999".parse().unwrap(), 1, Towards::Lower), -OPEN);
    }
}
