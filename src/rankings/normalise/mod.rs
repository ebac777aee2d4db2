//! How raw values become points: a member is one method (OECD/JRC Handbook on Constructing Composite Indicators, 2008,
//! step 5). The points are then made into totals, step 6, by `totals`.
//!
//! A method gets the values of all units of the group and edition that have one, logarithms taken if asked for, and
//! answers with points, not rounded yet; none where arithmetic has no answer.

mod best;
mod goalposts;
mod min_max;
mod none;
mod rank;
mod z_score;

use rust_decimal::{Decimal, MathematicalOps};

use super::exact;
use crate::model::{Method, Normalise};

/// Makes points of raw values, each rounded once.
pub(super) fn points(rule: &Normalise, raw: &[Decimal]) -> Vec<Option<Decimal>> {
    let measured: Vec<Option<Decimal>> = raw.iter().map(|&value| logarithm(rule, value)).collect();
    let known: Vec<Decimal> = measured.iter().copied().flatten().collect();
    let mut points = scaled(rule, &known).into_iter();
    measured.iter().map(|value| value.and_then(|_| points.next().flatten()).map(exact::settle)).collect()
}

/// The least and the most that points can be, if the method bounds them.
pub(super) fn limits(rule: &Normalise) -> Option<(Decimal, Decimal)> {
    rule.method.is_cut().then_some((Decimal::ZERO, rule.to))
}

fn scaled(rule: &Normalise, values: &[Decimal]) -> Vec<Option<Decimal>> {
    match rule.method {
        Method::MinMax => min_max::points(rule, values),
        Method::Goalposts => goalposts::points(rule, values),
        Method::ZScore => z_score::points(rule, values),
        Method::Best => best::points(rule, values),
        Method::Rank => rank::points(rule, values),
        Method::None => none::points(values),
    }
}

/// The value, or its natural logarithm if the rule asks for it.
fn logarithm(rule: &Normalise, value: Decimal) -> Option<Decimal> {
    if rule.log { value.checked_ln() } else { Some(value) }
}

/// (x − low) / (high − low), cut to 0…1, reversed where lower is better, times `to`.
fn between(rule: &Normalise, low: Decimal, high: Decimal, value: Decimal) -> Option<Decimal> {
    let width = high.checked_sub(low)?;
    let part = value.checked_sub(low)?.clamp(Decimal::ZERO.min(width), width.max(Decimal::ZERO));
    let part = if rule.lower_is_better { width.checked_sub(part)? } else { part };
    part.checked_mul(rule.to)?.checked_div(width)
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::points;
    use crate::model::{Method, Normalise};

    fn rule(method: Method) -> Normalise {
        let to = Decimal::ONE_HUNDRED;
        Normalise { method, lower_is_better: false, low: None, high: None, log: false, to }
    }

    fn lower(method: Method) -> Normalise {
        Normalise { lower_is_better: true, ..rule(method) }
    }

    #[track_caller]
    fn case(rule: &Normalise, raw: &[&str], expected: &[&str]) {
        let raw: Vec<Decimal> = raw.iter().map(|text| text.parse().unwrap()).collect();
        let made: Vec<String> =
            points(rule, &raw).into_iter().map(|v| v.map_or("none".into(), |v| v.to_string())).collect();
        assert_eq!(made, expected);
    }

    #[test]
    fn min_max_spans_the_group() {
        case(&rule(Method::MinMax), &["20", "50", "30"], &["0", "100", "33.333333333333"]);
        case(&lower(Method::MinMax), &["20", "50", "30"], &["100", "0", "66.666666666667"]);
        case(&rule(Method::MinMax), &["20", "20"], &["none", "none"]);
    }

    #[test]
    fn goalposts_are_fixed_and_cut() {
        let goals =
            Normalise { low: Some(20.into()), high: Some(85.into()), to: Decimal::ONE, ..rule(Method::Goalposts) };
        case(&goals, &["72.0", "85.5", "19"], &["0.8", "1", "0"]);
    }

    #[test]
    fn logarithms_apply_to_goalposts_too() {
        let income = Normalise {
            low: Some(100.into()),
            high: Some(75_000.into()),
            log: true,
            to: Decimal::ONE,
            ..rule(Method::Goalposts)
        };
        case(&income, &["10000", "0"], &["0.695637350573", "none"]);
    }

    #[test]
    fn z_scores_are_distances_from_the_mean() {
        let one = Normalise { to: Decimal::ONE, ..rule(Method::ZScore) };
        case(&one, &["2", "4", "6"], &["-1", "0", "1"]);
        case(&Normalise { lower_is_better: true, ..one }, &["2", "4", "6"], &["1", "0", "-1"]);
        case(&rule(Method::ZScore), &["5"], &["none"]);
    }

    #[test]
    fn best_is_a_share_of_the_best() {
        case(&rule(Method::Best), &["20", "50"], &["40", "100"]);
        case(&lower(Method::Best), &["20", "50"], &["100", "40"]);
        case(&rule(Method::Best), &["-3", "-1"], &["none", "none"]);
        case(&rule(Method::Best), &["0", "-1"], &["none", "none"]);
        case(&rule(Method::Best), &["-3", "5"], &["none", "100"]);
        case(&lower(Method::Best), &["0", "5"], &["none", "0"]);
        case(&Normalise { log: true, ..rule(Method::Best) }, &["0.5", "1"], &["none", "none"]);
    }

    #[test]
    fn ranks_count_from_the_worst() {
        case(&rule(Method::Rank), &["5", "9", "5", "7"], &["1", "4", "1", "3"]);
        case(&lower(Method::Rank), &["5", "9", "5", "7"], &["3", "1", "3", "2"]);
    }

    #[test]
    fn none_leaves_values_as_they_are() {
        case(&rule(Method::None), &["5.25", "-1"], &["5.25", "-1"]);
    }
}
