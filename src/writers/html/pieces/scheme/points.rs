//! How raw values become points.

use serde::Serialize;

use crate::model::{Criterion, Method, Normalise, Scheme};
use crate::writers::html::frame::context::Page;

/// One way in which raw values become points, and the criteria that are so made.
#[derive(Serialize)]
pub(crate) struct PointsWay {
    criteria: String,
    rule: String,
}

/// The ways in which raw values become points, in the order of the scheme.
pub(crate) fn ways(page: &Page<'_>, scheme: &Scheme) -> Vec<PointsWay> {
    let mut ways: Vec<(String, Vec<String>)> = Vec::new();
    for criterion in scheme.criteria.iter().filter(|c| c.children.is_empty()) {
        let Some(rule) = &criterion.normalise else { continue };
        let (rule, name) = (in_words(page, rule), measured(page, criterion));
        match ways.iter_mut().find(|(other, _)| *other == rule) {
            Some((_, names)) => names.push(name),
            None => ways.push((rule, vec![name])),
        }
    }
    ways.into_iter().map(|(rule, names)| PointsWay { criteria: page.words().list(&names), rule }).collect()
}

/// The name of a criterion with what its raw values are measured in.
fn measured(page: &Page<'_>, criterion: &Criterion) -> String {
    let name = page.text_of(&criterion.name);
    match &criterion.unit {
        Some(unit) => page.say("normalise.measured", &[("criterion", &name), ("unit", page.text(unit))]),
        None => name,
    }
}

/// The method in words, with its formula.
pub(crate) fn in_words(page: &Page<'_>, rule: &Normalise) -> String {
    let mut sentences = vec![page.say(&format!("normalise.{}", rule.method.word()), &[])];
    if rule.method != Method::None {
        let direction = if rule.lower_is_better { "normalise.lower" } else { "normalise.higher" };
        sentences.push(page.say(direction, &[]));
    }
    if rule.log {
        sentences.push(page.say("normalise.log", &[]));
    }
    if let Some(formula) = formula(page, rule, &x(rule)) {
        sentences.push(page.say("normalise.formula", &[("formula", &formula)]));
    }
    sentences.join(" ")
}

/// The raw value as it enters a formula.
fn x(rule: &Normalise) -> String {
    logarithm(rule, "x")
}

fn logarithm(rule: &Normalise, value: &str) -> String {
    if rule.log { format!("ln {value}") } else { value.to_owned() }
}

/// The formula of a method, for a raw value as it is written there.
pub(crate) fn formula(page: &Page<'_>, rule: &Normalise, x: &str) -> Option<String> {
    let number = |end: Option<rust_decimal::Decimal>| Some(logarithm(rule, &page.number(&end?.normalize())));
    let word = |key: &str| logarithm(rule, &page.say(key, &[]));
    let between = |low: &str, high: &str| match rule.lower_is_better {
        true => format!("({high} − {x}) / ({high} − {low})"),
        false => format!("({x} − {low}) / ({high} − {low})"),
    };
    let made = match (rule.method, rule.lower_is_better) {
        (Method::MinMax, _) => between(&word("normalise.word.low"), &word("normalise.word.high")),
        (Method::Goalposts, _) => between(&number(rule.low)?, &number(rule.high)?),
        (Method::ZScore, lower) => {
            let (mean, deviation) = (page.say("normalise.word.mean", &[]), page.say("normalise.word.deviation", &[]));
            if lower { format!("({mean} − {x}) / {deviation}") } else { format!("({x} − {mean}) / {deviation}") }
        }
        (Method::Best, true) => format!("{} / {x}", word("normalise.word.low")),
        (Method::Best, false) => format!("{x} / {}", word("normalise.word.high")),
        (Method::Rank | Method::None, _) => return None,
    };
    let is_one = rule.to == rust_decimal::Decimal::ONE;
    Some(if is_one { made } else { format!("{made} × {}", page.number(&rule.to.normalize())) })
}
