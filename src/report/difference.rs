//! A difference of two whole values, rounded once for print.

use rust_decimal::Decimal;

use crate::report::shown::half_up;

/// A difference of two whole values, rounded once for print; it has the sign of the whole one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    /// Unrounded.
    pub(crate) exact: Decimal,
    /// Rounded; zero only where the whole one is.
    pub(crate) by: Decimal,
    /// Whether the two values that are printed beside it differ by something else, so that a word has to say why.
    pub(crate) is_unlike_print: bool,
    /// Whether it is only the difference of two rounded values, since there is no one whole value on a side.
    pub(crate) is_of_rounded: bool,
}

/// How many decimals percentage points are told with.
const SHARE_DECIMALS: u32 = 2;

/// The fewest decimals of a difference that the printed values do not make.
const UNLIKE_DECIMALS: u32 = 4;

impl Difference {
    /// Of points that are printed with so many decimals, if these are limited; beside the two printed values.
    pub(crate) fn of_points(exact: Decimal, decimals: Option<u32>, printed: Option<(Decimal, Decimal)>) -> Self {
        let Some(decimals) = decimals else { return Self::plain(exact, exact.normalize()) };
        let by = rounded(exact, decimals);
        let is_unlike_print = printed.is_some_and(|(was, now)| now.checked_sub(was) != Some(by));
        let by = if is_unlike_print { rounded(exact, decimals.max(UNLIKE_DECIMALS)) } else { by };
        Self { is_unlike_print, ..Self::plain(exact, by) }
    }

    /// Of two printed values; those who have them have different whole ones.
    pub(crate) fn of_rounded(by: Decimal) -> Self {
        Self { is_of_rounded: true, ..Self::plain(by, by.normalize()) }
    }

    pub(crate) fn of_shares(exact: Decimal) -> Self {
        Self::plain(exact, rounded(exact, SHARE_DECIMALS))
    }

    fn plain(exact: Decimal, by: Decimal) -> Self {
        Self { exact, by, is_unlike_print: false, is_of_rounded: false }
    }
}

/// A number with that many decimals, half-up, or with as many more as it needs not to look like nothing.
fn rounded(exact: Decimal, decimals: u32) -> Decimal {
    (decimals..=exact.scale())
        .map(|decimals| half_up(exact, decimals))
        .find(|by| !by.is_zero())
        .unwrap_or_else(|| exact.normalize())
}

/// Two whole values with so many decimals, or as many more as they need to differ as the whole ones do.
pub(crate) fn told_apart(was: Decimal, now: Decimal, decimals: u32) -> [Decimal; 2] {
    let told = |decimals| [was, now].map(|value| half_up(value, decimals));
    let finest = was.scale().max(now.scale());
    (decimals..=finest).map(told).find(|[a, b]| a.cmp(b) == was.cmp(&now)).unwrap_or([was.normalize(), now.normalize()])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    use super::{Difference, rounded, told_apart};

    fn number(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    /// Two printed values with what is told of the change of the whole ones: `*` where a word has to say why.
    #[track_caller]
    fn case(exact: &str, decimals: Option<u32>, printed: (&str, &str), expected: &str) {
        let told = Difference::of_points(number(exact), decimals, Some((number(printed.0), number(printed.1))));
        let mark = if told.is_unlike_print { "*" } else { "" };
        assert_eq!(format!("{}{mark}", told.by), expected);
    }

    #[test]
    fn a_change_is_that_of_the_whole_values_rounded_once() {
        case("1.5", None, ("18", "19.5"), "1.5");
        case("-1", Some(0), ("5", "4"), "-1");
        // 4.5 and 4.75, printed with no decimal and with one.
        case("0.25", Some(1), ("5", "4.8"), "0.25*");
        // 4.4 and 4.6, 3.1 and 3.0, printed whole.
        case("0.2", Some(0), ("4", "5"), "0.2*");
        case("-0.1", Some(0), ("3", "3"), "-0.1*");
        case("0", Some(0), ("3", "3"), "0");
        case("0.333333333333", Some(1), ("4.3", "4.7"), "0.3333*");
        case("0.333333333334", Some(1), ("4.3", "4.6"), "0.3");
    }

    #[test]
    fn two_values_are_told_with_the_decimals_that_tell_them_apart() {
        let told =
            |was: &str, now: &str, decimals| told_apart(number(was), number(now), decimals).map(|n| n.to_string());
        assert_eq!(told("4.5", "4.75", 1), ["4.5", "4.8"]);
        assert_eq!(told("3.0004", "3.0001", 1), ["3.0004", "3.0001"]);
        assert_eq!(told("3.33333", "3.33331", 1), ["3.33333", "3.33331"]);
        assert_eq!(told("3", "3.0", 1), ["3", "3"]);
    }

    #[test]
    fn a_share_that_changed_never_looks_the_same() {
        let told = |exact: &str| Difference::of_shares(number(exact)).by.to_string();
        assert_eq!(["13.333333333333", "-0.004", "0.0000001", "0"].map(told), ["13.33", "-0.004", "0.0000001", "0"]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

        /// The sign is that of the whole values, and what two printed values do not make has a word beside it.
        #[test]
        fn a_change_never_contradicts_what_it_is_the_change_of(
            was in -9999..9999_i64,
            now in -9999..9999_i64,
            scale in 0..5_u32,
            shown in (0..4_u32, 0..4_u32),
        ) {
            let [was, now] = [was, now].map(|mantissa| Decimal::new(mantissa, scale));
            let exact = now - was;
            let print = |value, decimals| if decimals < scale { rounded_plainly(value, decimals) } else { value };
            let printed = (print(was, shown.0), print(now, shown.1));
            let told = Difference::of_points(exact, Some(shown.0.max(shown.1)), Some(printed));
            prop_assert_eq!(told.by.cmp(&Decimal::ZERO), exact.cmp(&Decimal::ZERO));
            prop_assert_eq!(told.is_unlike_print, printed.1 - printed.0 != rounded(exact, shown.0.max(shown.1)));
            prop_assert!(told.is_unlike_print || printed.1 - printed.0 == told.by);
        }
    }

    fn rounded_plainly(value: Decimal, decimals: u32) -> Decimal {
        value.round_dp_with_strategy(decimals, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
    }
}
