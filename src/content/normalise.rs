//! How a scheme writes that raw values become points: `normalise` and `direction` of a leaf.

use rust_decimal::Decimal;

use super::fields::Fields;
use super::numbers::{number, number_above_zero};
use super::values::{boolean, choice};
use crate::diagnostics::codes::shape;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Criterion, Method, Normalise};
use crate::yaml::Node;

/// Reads `normalise` of a leaf.
pub(super) fn read(node: Node<'_>, lower_is_better: bool, broken: bool, faults: &mut Faults) -> Option<Normalise> {
    let mut m = Fields::of(node, "`normalise`", broken, faults)?;
    let written = m.need("method");
    let method = written.and_then(|n| choice(n, Method::WORDS, faults));
    let ends = [("low", m.get("low")), ("high", m.get("high"))];
    let normalise = Normalise {
        method: method.unwrap_or(Method::None),
        lower_is_better,
        low: ends[0].1.and_then(|n| number(n, false, faults)),
        high: ends[1].1.and_then(|n| number(n, false, faults)),
        log: m.get("log").and_then(|n| boolean(n, faults)).unwrap_or(false),
        to: m.get("to").and_then(|n| number_above_zero(n, ["`to`", "`to`"], faults)).unwrap_or(Decimal::ONE_HUNDRED),
    };
    m.done(faults);
    if let (Some(method), Some(written)) = (method, written) {
        let ends = ends.into_iter().filter_map(|(key, end)| Some((key, end?)));
        match method {
            // Without ends that work there is nothing to compute; the fault says so.
            Method::Goalposts if !has_goalposts(&normalise, node, faults) => return None,
            Method::Goalposts => {}
            _ => ends.for_each(|(key, end)| faults.push(without_effect(key, end, written))),
        }
    }
    // Scores that stay as they are are points already, with a maximum of their own.
    method.filter(|&method| method != Method::None || normalise.log).map(|_| normalise)
}

/// Whether goalposts have two ends that work; reports where not.
fn has_goalposts(rule: &Normalise, node: Node<'_>, faults: &mut Faults) -> bool {
    let n = faults.errors();
    let is_written = |key: &str| node.entries().any(|(other, value)| other.text() == key && !value.is_null());
    if (is_written("low") && rule.low.is_none()) || (is_written("high") && rule.high.is_none()) {
        // What is written there is told.
        return false;
    }
    if rule.low.is_none() || rule.high.is_none() || rule.low >= rule.high {
        faults.push(Diagnostic::new(&shape::GOALPOSTS, node.place()));
    } else if rule.log && rule.low <= Some(Decimal::ZERO) {
        faults.push(Diagnostic::new(&shape::GOALPOSTS_WITHOUT_LOGARITHM, node.place()));
    }
    faults.errors() == n
}

fn without_effect(key: &str, end: Node<'_>, method: Node<'_>) -> Diagnostic {
    let fault = Diagnostic::new(&shape::LIMIT_WITHOUT_EFFECT, end.place());
    fault.with("key", key).with("method", method.text())
}

/// Tells that a maximum stands where points have no end.
pub(super) fn check_end(criterion: &Criterion, node: Node<'_>, faults: &mut Faults) {
    let Some(rule) = criterion.normalise.as_ref().filter(|rule| !rule.method.has_maximum()) else { return };
    let fault = Diagnostic::new(&shape::MAXIMUM_WITHOUT_END, node.place()).with("id", &criterion.id);
    faults.push(fault.with("method", rule.method.word()));
}

/// What is said of raw values must find some: on a leaf that is normalised, to the maximum that is written.
pub(super) fn check(
    criterion: &Criterion,
    direction: Option<Node<'_>>,
    normalise: Option<Node<'_>>,
    children: Option<Node<'_>>,
    faults: &mut Faults,
) {
    let fault = |code, node: Node<'_>| Diagnostic::new(code, node.place()).with("id", &criterion.id);
    match (normalise, direction) {
        (Some(node), _) if children.is_some() => faults.push(fault(&shape::NORMALISE_ON_PARENT, node)),
        (None, Some(node)) => faults.push(fault(&shape::DIRECTION_WITHOUT_NORMALISE, node)),
        _ => {}
    }
    let (Some(rule), Some(node), Some(max)) = (&criterion.normalise, normalise, criterion.max) else { return };
    check_end(criterion, node, faults);
    let written = node.entries().find(|(key, _)| key.text() == "to").map(|(_, value)| value.text().parse::<Decimal>());
    let is_read = written.is_none_or(|to| to.is_ok_and(|to| to == rule.to));
    if rule.method.has_maximum() && rule.to != max && is_read {
        faults.push(fault(&shape::NORMALISED_MAXIMUM, node).with("max", max).with("to", rule.to));
    }
}

#[cfg(test)]
mod tests {
    use super::super::schemes;
    use super::super::texts::Languages;
    use crate::diagnostics::Faults;

    /// The faults of a scheme of one criterion, by their ids.
    #[track_caller]
    fn case(criterion: &str, expected: &[&str]) {
        let mut faults = Faults::default();
        let source = format!("title: S\ncriteria: [ {{ id: a, name: A, {criterion} }} ]\n");
        schemes::read(0, &source, "s", &Languages::of(None), &mut faults);
        let ids: Vec<&str> = faults.sorted().iter().map(|fault| fault.code.id).collect();
        assert_eq!(ids, expected, "{criterion}");
    }

    #[test]
    fn what_is_said_of_raw_values_is_never_passed_over() {
        case("direction: lower, normalise: { method: min-max }", &[]);
        case("direction: lower", &["direction-without-normalise"]);
        case("normalise: { method: min-max, low: 0, high: 9 }", &["limit-without-effect", "limit-without-effect"]);
        case("normalise: { method: best }, criteria: [ { id: b, name: B } ]", &["normalise-on-parent"]);
        case("max: 100, normalise: { method: best }", &[]);
        case("max: 5, normalise: { method: best }", &["normalised-maximum"]);
        case("max: 5, normalise: { method: none }", &[]);
        case("max: 100, normalise: { method: z-score }", &["maximum-without-end"]);
        case("max: 5, normalise: { method: rank }", &["maximum-without-end"]);
        case("max: 100, normalise: { method: none, log: true }", &["maximum-without-end"]);
        case("normalise: { method: rank }", &[]);
    }

    #[test]
    fn goalposts_have_two_ends_in_order_and_logarithms() {
        case("normalise: { method: goalposts, low: 20, high: 85 }", &[]);
        case("normalise: { method: goalposts, low: 20 }", &["goalposts"]);
        case("normalise: { method: goalposts, low: x, high: 85 }", &["not-a-number"]);
        case("max: 20, normalise: { method: min-max, to: 0 }", &["number-outside-range"]);
        case("normalise: { method: goalposts, low: 85, high: 20 }", &["goalposts"]);
        case("normalise: { method: goalposts, low: 0, high: 9 }", &[]);
        case("normalise: { method: goalposts, low: 0, high: 9, log: true }", &["goalposts-without-logarithm"]);
    }
}
