//! Percentages that add up to 100: what rounding takes away goes to those that lost most by it (largest remainder).

use rust_decimal::Decimal;

/// The percentages of weights with that many decimals, which add up to 100; none where the weights have no sum above 0.
pub(crate) fn percentages(weights: &[Decimal], decimals: u32) -> Option<Vec<Decimal>> {
    let whole = weights.iter().try_fold(Decimal::ZERO, |sum, weight| sum.checked_add(*weight))?;
    let step = Decimal::try_new(1, decimals).ok()?;
    let exact = |weight: &Decimal| weight.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(whole);
    let exact: Vec<Decimal> = weights.iter().map(exact).collect::<Option<_>>()?;
    let mut rounded: Vec<Decimal> = exact.iter().map(|share| share.trunc_with_scale(decimals)).collect();
    let mut left = Decimal::ONE_HUNDRED - rounded.iter().sum::<Decimal>();
    let mut by_remainder: Vec<usize> = (0..exact.len()).collect();
    by_remainder.sort_by_key(|&at| std::cmp::Reverse(exact[at] - rounded[at]));
    for at in by_remainder {
        if left < step {
            break;
        }
        rounded[at] += step;
        left -= step;
    }
    Some(rounded.into_iter().map(|share| share.normalize()).collect())
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::percentages;

    #[track_caller]
    fn case(weights: &[&str], decimals: u32, expected: &[&str]) {
        let weights: Vec<Decimal> = weights.iter().map(|text| text.parse().unwrap()).collect();
        let shares = percentages(&weights, decimals).unwrap_or_default();
        assert_eq!(shares.iter().map(ToString::to_string).collect::<Vec<_>>(), expected);
        assert!(shares.is_empty() || shares.iter().sum::<Decimal>() == Decimal::ONE_HUNDRED, "{shares:?}");
    }

    #[test]
    fn percentages_add_up() {
        case(&["1", "1", "1"], 1, &["33.4", "33.3", "33.3"]);
        case(&["0.333", "0.333", "0.333"], 1, &["33.4", "33.3", "33.3"]);
        case(&["1", "1", "1", "1", "1", "1"], 1, &["16.7", "16.7", "16.7", "16.7", "16.6", "16.6"]);
        case(&["24", "10", "24", "15", "27"], 1, &["24", "10", "24", "15", "27"]);
        case(&["2", "1"], 1, &["66.7", "33.3"]);
        case(&["2", "1"], 0, &["67", "33"]);
        case(&["1", "0", "2"], 1, &["33.3", "0", "66.7"]);
        case(&["7"], 1, &["100"]);
        case(&["0", "0"], 1, &[]);
    }
}
