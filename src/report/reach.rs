//! How much of its scale a score fills.

use rust_decimal::Decimal;

use crate::rankings::Known;

/// The part of a scale from 0 to a maximum that a score fills, cut at both ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reach {
    /// How much it surely fills.
    pub(crate) solid: Decimal,
    /// How much further it may reach, where it is not exactly known.
    pub(crate) open: Option<Decimal>,
}

/// How much of its scale a score fills; none where nothing is known of it.
pub(crate) fn reach(score: Known<Decimal>, max: Decimal) -> Option<Reach> {
    let cut = |value: Decimal| value.max(Decimal::ZERO).min(max);
    match score {
        Known::Exact(score) => Some(Reach { solid: cut(score), open: None }),
        Known::Between(low, high) => Some(Reach { solid: cut(low), open: Some(cut(high) - cut(low)) }),
        Known::Nothing => None,
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::reach;
    use crate::rankings::Known;

    #[track_caller]
    fn case(score: Known<&str>, expected: &str) {
        let number = |text: &str| text.parse::<Decimal>().unwrap();
        let score = match score {
            Known::Exact(score) => Known::Exact(number(score)),
            Known::Between(low, high) => Known::Between(number(low), number(high)),
            Known::Nothing => Known::Nothing,
        };
        let found = reach(score, Decimal::TEN);
        let open = |open: Option<Decimal>| open.map_or(String::new(), |open| format!(" and {open} more"));
        assert_eq!(found.map_or("-".to_owned(), |r| format!("{}{}", r.solid, open(r.open))), expected);
    }

    #[test]
    fn a_score_fills_its_scale_and_no_more() {
        case(Known::Exact("7.5"), "7.5");
        case(Known::Exact("12"), "10");
        case(Known::Exact("-3"), "0");
        case(Known::Between("2", "7.5"), "2 and 5.5 more");
        case(Known::Between("-2", "12"), "0 and 10 more");
        case(Known::Between("11", "12"), "10 and 0 more");
        case(Known::Nothing, "-");
    }
}
