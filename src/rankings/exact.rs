//! Decimal arithmetic that never panics, and the one rounding that every computed value goes through.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::model::Rounding;

/// How many decimals a computed value keeps.
pub(super) const DECIMALS: u32 = 12;

/// Rounds a computed value half-up to [`DECIMALS`] and drops the zeros at its end: that is *the* value.
pub(super) fn settle(value: Decimal) -> Decimal {
    round(value, DECIMALS, Rounding::HalfUp).normalize()
}

/// Rounds to a number of decimals.
pub(super) fn round(value: Decimal, decimals: u32, rounding: Rounding) -> Decimal {
    value.round_dp_with_strategy(
        decimals,
        match rounding {
            Rounding::HalfUp => RoundingStrategy::MidpointAwayFromZero,
            Rounding::HalfEven => RoundingStrategy::MidpointNearestEven,
            Rounding::Down => RoundingStrategy::ToZero,
        },
    )
}

/// What a value is of a maximum, in percent; none where there is no answer of 28 digits.
#[must_use]
pub(crate) fn percent(value: Decimal, max: Decimal) -> Option<Decimal> {
    Some(settle(value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(max)?))
}

/// Adds up; none if a sum needs more than 28 digits.
pub(super) fn sum(values: impl IntoIterator<Item = Decimal>) -> Option<Decimal> {
    values.into_iter().try_fold(Decimal::ZERO, Decimal::checked_add)
}

/// The values as whole numbers of their finest decimal, if all fit: they sort several times as fast.
pub(super) fn on_one_grid(values: &[Decimal]) -> Option<Vec<i64>> {
    let scale = values.iter().map(Decimal::scale).max()?;
    values.iter().map(|value| grid(*value, scale)).collect()
}

/// A value in units of `10^-scale`, if that is a whole number that fits.
fn grid(value: Decimal, scale: u32) -> Option<i64> {
    let factor = 10_i128.checked_pow(scale.checked_sub(value.scale())?)?;
    i64::try_from(value.mantissa().checked_mul(factor)?).ok()
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{on_one_grid, percent, settle};

    #[track_caller]
    fn case(value: &str, expected: &str) {
        assert_eq!(settle(value.parse::<Decimal>().unwrap()).to_string(), expected);
    }

    #[test]
    fn computed_values_keep_twelve_decimals_and_no_zeros_at_the_end() {
        case("22.0", "22");
        case("0.1234567890125", "0.123456789013");
        case("-0.1234567890125", "-0.123456789013");
        case("0.1234567890124999", "0.123456789012");
    }

    #[test]
    fn percentages_are_settled_once() {
        let of = |value: &str, max: &str| percent(value.parse().unwrap(), max.parse().unwrap()).map(|p| p.to_string());
        assert_eq!(of("20", "30").as_deref(), Some("66.666666666667"));
        assert_eq!(of("15.0", "20").as_deref(), Some("75"));
        assert_eq!([of("1", "0"), of("79228162514264337593543950335", "1")], [None, None]);
    }

    #[test]
    fn one_grid_holds_what_fits() {
        let values = |texts: &[&str]| texts.iter().map(|t| t.parse().unwrap()).collect::<Vec<Decimal>>();
        assert_eq!(on_one_grid(&values(&["20.5", "6", "-0.25"])), Some(vec![2050, 600, -25]));
        assert_eq!(on_one_grid(&values(&["1000000000", "0.00000000000001"])), None);
    }
}
