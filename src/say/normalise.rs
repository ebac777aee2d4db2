//! How raw values become points, in words.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::model::{Criterion, Method, Normalise, Scheme};
use crate::say::voice::Voice;

/// One way in which raw values become points, and the criteria that are so made.
#[derive(Serialize)]
pub(crate) struct PointsWay {
    criteria: String,
    rule: String,
}

/// The ways in which raw values become points, in the order of the scheme.
pub(crate) fn ways(voice: Voice<'_>, scheme: &Scheme) -> Vec<PointsWay> {
    let mut ways: Vec<(String, Vec<String>)> = Vec::new();
    for criterion in scheme.criteria.iter().filter(|c| c.children.is_empty()) {
        let Some(rule) = &criterion.normalise else { continue };
        let (rule, name) = (in_words(voice, rule), measured(voice, criterion));
        match ways.iter_mut().find(|(other, _)| *other == rule) {
            Some((_, names)) => names.push(name),
            None => ways.push((rule, vec![name])),
        }
    }
    ways.into_iter().map(|(rule, names)| PointsWay { criteria: voice.words.list(&names), rule }).collect()
}

/// The name of a criterion with what its raw values are measured in.
fn measured(voice: Voice<'_>, criterion: &Criterion) -> String {
    let name = voice.text_of(&criterion.name);
    match &criterion.unit {
        Some(unit) => voice.say("normalise.measured", &[("criterion", &name), ("unit", voice.text(unit))]),
        None => name,
    }
}

/// The method in words, with its formula.
pub(crate) fn in_words(voice: Voice<'_>, rule: &Normalise) -> String {
    let mut sentences = vec![voice.say(&format!("normalise.{}", rule.method.word()), &[])];
    if rule.method != Method::None {
        let direction = if rule.lower_is_better { "normalise.lower" } else { "normalise.higher" };
        sentences.push(voice.say(direction, &[]));
    }
    if rule.log {
        sentences.push(voice.say("normalise.log", &[]));
    }
    if let Some(formula) = formula(voice, rule, &x(rule)) {
        sentences.push(voice.say("normalise.formula", &[("formula", &formula)]));
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
pub(crate) fn formula(voice: Voice<'_>, rule: &Normalise, x: &str) -> Option<String> {
    let number = |end: Option<Decimal>| Some(logarithm(rule, &voice.number(&end?.normalize())));
    let word = |key: &str| logarithm(rule, &voice.say(key, &[]));
    let between = |low: &str, high: &str| match rule.lower_is_better {
        true => format!("({high} − {x}) / ({high} − {low})"),
        false => format!("({x} − {low}) / ({high} − {low})"),
    };
    let made = match (rule.method, rule.lower_is_better) {
        (Method::MinMax, _) => between(&word("normalise.word.low"), &word("normalise.word.high")),
        (Method::Goalposts, _) => between(&number(rule.low)?, &number(rule.high)?),
        (Method::ZScore, lower) => {
            let (mean, deviation) = (voice.say("normalise.word.mean", &[]), voice.say("normalise.word.deviation", &[]));
            if lower { format!("({mean} − {x}) / {deviation}") } else { format!("({x} − {mean}) / {deviation}") }
        }
        (Method::Best, true) => format!("{} / {x}", word("normalise.word.low")),
        (Method::Best, false) => format!("{x} / {}", word("normalise.word.high")),
        (Method::Rank | Method::None, _) => return None,
    };
    let is_one = rule.to == Decimal::ONE;
    Some(if is_one { made } else { format!("{made} × {}", voice.number(&rule.to.normalize())) })
}
