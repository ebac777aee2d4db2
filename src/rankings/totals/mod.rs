//! How a total is made of its parts: a member is one rule.
//!
//! A rule gets the parts that count, each with its weight, once `policy` has dealt with those that are missing or
//! exempt, and answers with a value that is not rounded yet; none where 28 digits do not hold it.

mod geometric_mean;
mod given;
mod mean;
mod sum;

use rust_decimal::Decimal;

use crate::model::Aggregate;

/// A part that counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term {
    /// Its value.
    pub(super) value: Decimal,
    /// Its weight among its siblings.
    pub(super) weight: Decimal,
}

/// What the parts that are there weigh, of what all of them weigh: for rescaling.
#[derive(Clone, Copy, Debug)]
pub(super) struct PresentShare {
    /// The weight, in a sum the weighted maximum, of the parts that are there.
    pub(super) present: Decimal,
    /// That of all parts.
    pub(super) whole: Decimal,
}

/// Makes a total of its parts; `share` is there where some parts are absent.
pub(super) fn make(aggregate: Aggregate, terms: &[Term], share: Option<PresentShare>) -> Option<Decimal> {
    match aggregate {
        Aggregate::Sum => sum::make(terms, share),
        Aggregate::Mean => mean::make(terms),
        Aggregate::GeometricMean => geometric_mean::make(terms),
        Aggregate::Given => given::make(),
    }
}

/// Σ w·x.
pub(super) fn weighted(terms: &[Term]) -> Option<Decimal> {
    terms.iter().try_fold(Decimal::ZERO, |sum, term| sum.checked_add(term.value.checked_mul(term.weight)?))
}

/// Σ w.
fn weights(terms: &[Term]) -> Option<Decimal> {
    super::exact::sum(terms.iter().map(|term| term.weight))
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::super::exact::settle;
    use super::{PresentShare, Term, make};
    use crate::model::Aggregate;

    pub(super) fn terms(pairs: &[(&str, &str)]) -> Vec<Term> {
        let number = |text: &str| text.parse::<Decimal>().unwrap();
        pairs.iter().map(|(value, weight)| Term { value: number(value), weight: number(weight) }).collect()
    }

    #[track_caller]
    fn case(aggregate: Aggregate, pairs: &[(&str, &str)], expected: &str) {
        let made = make(aggregate, &terms(pairs), None).map(settle);
        assert_eq!(made.map_or("none".into(), |v| v.to_string()), expected);
    }

    #[test]
    fn sums_are_exact() {
        case(Aggregate::Sum, &[("0.1", "1"), ("0.2", "1"), ("0.3", "1")], "0.6");
        case(Aggregate::Sum, &[("24", "1"), ("6", "1"), ("24", "1"), ("15", "1"), ("23", "1")], "92");
        case(Aggregate::Sum, &[("20.5", "2"), ("1.5", "0.5")], "41.75");
        case(Aggregate::Sum, &[("79228162514264337593543950335", "1"), ("1", "1")], "none");
    }

    #[test]
    fn a_rescaled_sum_is_as_if_the_absent_parts_did_as_well() {
        let share = PresentShare { present: Decimal::from(80), whole: Decimal::from(100) };
        let made = make(Aggregate::Sum, &terms(&[("30", "1"), ("30", "1")]), Some(share));
        assert_eq!(made.map(|v| settle(v).to_string()).as_deref(), Some("75"));
    }

    #[test]
    fn means_divide_by_their_weights() {
        case(Aggregate::Mean, &[("1", "1"), ("2", "1"), ("2", "1")], "1.666666666667");
        case(Aggregate::Mean, &[("90", "3"), ("60", "1")], "82.5");
        case(Aggregate::Mean, &[("90", "0")], "none");
    }

    #[test]
    fn geometric_means_are_roots_of_products() {
        case(Aggregate::GeometricMean, &[("4", "1"), ("9", "1")], "6");
        case(Aggregate::GeometricMean, &[("0.9", "1"), ("0.8", "1"), ("0.7", "1")], "0.795811441579");
        case(Aggregate::GeometricMean, &[("100", "8"), ("100", "8")], "100");
        case(Aggregate::GeometricMean, &[("0", "1"), ("100", "1")], "0");
        case(Aggregate::GeometricMean, &[("-1", "1"), ("100", "1")], "none");
    }

    #[test]
    fn given_totals_are_not_made() {
        case(Aggregate::Given, &[("1", "1")], "none");
    }
}
