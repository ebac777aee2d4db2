//! What differs between two schemes, in sentences: since the one before, or for one group.

use rust_decimal::Decimal;

use crate::model::{Column, Criterion, Scheme};
use crate::rankings::{Verdict, schemes_between};
use crate::report::columns::size;
use crate::say::normalise;
use crate::say::rules::settled;
use crate::say::voice::Voice;

/// What changed since a scheme, and what can still be compared with it.
pub(crate) fn since(voice: Voice<'_>, before: &Scheme, scheme: &Scheme) -> Vec<String> {
    let pair = SchemePair { was: before, now: scheme, of: Pairing::Change };
    let mut points = differences(voice, &pair);
    points.extend(comparable(voice, before, scheme));
    points
}

/// What a group's own scheme has and the general one has not, and the other way round.
pub(crate) fn of_group(voice: Voice<'_>, general: &Scheme, own: &Scheme) -> Vec<String> {
    differences(voice, &SchemePair { was: general, now: own, of: Pairing::Group })
}

/// What can still be compared with the scheme before, what only as a share of the maximum, and what not.
fn comparable(voice: Voice<'_>, was: &Scheme, now: &Scheme) -> Vec<String> {
    let changes = schemes_between(voice.series(), was, now);
    let named = |verdict: Verdict| -> Vec<String> {
        let columns = now.columns().filter(|&column| changes[column].verdict == verdict);
        columns.map(|column| voice.column_name(now, column)).collect()
    };
    let say = |verdict: Verdict, key: &str| {
        let names = named(verdict);
        (!names.is_empty()).then(|| voice.say(key, &[("names", &voice.words.list(&names))]))
    };
    [
        say(Verdict::Comparable, "change.comparable"),
        say(Verdict::Share, "change.share"),
        say(Verdict::Broken, "change.broken"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Criteria, amounts and rules that are others.
fn differences(voice: Voice<'_>, pair: &SchemePair<'_>) -> Vec<String> {
    let mut told = pair.criteria(voice);
    told.extend(pair.amounts(voice, |_| true));
    told.extend(pair.rules(voice));
    told
}

/// What changed between two schemes in short: criteria at the top, their maxima, and all rules.
pub(crate) fn in_few_words(voice: Voice<'_>, was: &Scheme, now: &Scheme) -> Vec<String> {
    let pair = SchemePair { was, now, of: Pairing::Change };
    let mut told = pair.criteria(voice);
    told.extend(pair.amounts(voice, |column| now.criteria[column].parent.is_none()));
    told.extend(pair.rules(voice));
    told
}

/// Two schemes: one after the other, or one in general and the same for a group.
struct SchemePair<'a> {
    was: &'a Scheme,
    now: &'a Scheme,
    of: Pairing,
}

/// Of what two schemes are a pair; it decides how a difference is told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pairing {
    /// The later one replaced the earlier one.
    Change,
    /// The later one is the same scheme for a group.
    Group,
}

impl Pairing {
    /// The key of a phrase among those for such a pair.
    fn key(self, name: &str) -> String {
        match self {
            Self::Change => format!("differ.change.{name}"),
            Self::Group => format!("differ.group.{name}"),
        }
    }
}

impl SchemePair<'_> {
    /// The criterion that one of the later scheme goes on from: the one that the publisher names, or that of the same id.
    fn origin(&self, column: Column) -> Option<Column> {
        let id = self.now.criteria[column].id.as_str();
        let follows = self.now.replaces.as_deref() == Some(self.was.id.as_str());
        let said = self.now.comparable.criteria.iter().filter(|_| follows);
        let named = said.clone().find(|(now, _)| now == id).map(|(_, was)| was.as_str());
        let taken = || said.clone().any(|(now, was)| was == id && now != id);
        named.or_else(|| (!taken()).then_some(id)).and_then(|id| self.was.criterion_column(id))
    }

    /// The criteria that came, went, go on and have another name.
    fn criteria(&self, voice: Voice<'_>) -> Vec<String> {
        let origins: Vec<Option<Column>> = self.now.criterion_columns().map(|column| self.origin(column)).collect();
        let name = |criterion: &Criterion| voice.text_of(&criterion.name);
        let (mut added, mut kept, mut renamed) = (Vec::new(), Vec::new(), Vec::new());
        for (criterion, origin) in self.now.criteria.iter().zip(&origins) {
            let before = origin.map(|origin| name(&self.was.criteria[origin]));
            match before {
                None => added.push(name(criterion)),
                Some(before) if before == name(criterion) => kept.push(before),
                Some(before) => {
                    renamed.push(voice.say("change.continued", &[("name", &name(criterion)), ("was", &before)]));
                }
            }
        }
        let left = self.was.numbered_criteria().filter(|(column, _)| !origins.contains(&Some(*column)));
        let removed: Vec<String> = left.map(|(_, criterion)| name(criterion)).collect();
        let say = |key: &str, names: &[String]| {
            (!names.is_empty()).then(|| voice.say(key, &[("names", &voice.words.list(names))]))
        };
        let mut told: Vec<String> = [
            say(&self.of.key("added"), &added),
            say(&self.of.key("removed"), &removed),
            say("change.kept", &kept).filter(|_| self.of == Pairing::Change),
        ]
        .into_iter()
        .flatten()
        .collect();
        told.extend(renamed);
        told
    }

    /// Maxima, weights and methods that are others, of the total and of some criteria.
    fn amounts(&self, voice: Voice<'_>, wanted: impl Fn(Column) -> bool) -> Vec<String> {
        let (of, was, now) = (self.of, self.was, self.now);
        let total = voice.say("table.total", &[]);
        let mut told = Vec::new();
        told.extend(amount(voice, &of.key("max"), &total, was.max, now.max));
        for (column, criterion) in now.numbered_criteria().filter(|(column, _)| wanted(*column)) {
            let Some(other) = self.origin(column) else { continue };
            let (before, name) = (&was.criteria[other], voice.text_of(&criterion.name));
            told.extend(amount(voice, &of.key("max"), &name, size(was, other), size(now, column)));
            let weights = (Some(before.weight), Some(criterion.weight));
            told.extend(amount(voice, &of.key("weight"), &name, weights.0, weights.1));
            told.extend(method(voice, of, before, criterion));
        }
        told
    }

    /// Rules that are others.
    fn rules(&self, voice: Voice<'_>) -> Vec<String> {
        let mut told = Vec::new();
        let (old, new) = (settled(voice, self.was), settled(voice, self.now));
        let none = || voice.say("change.no-rule", &[]);
        for rule in &new {
            let before = old.iter().find(|other| other.name == rule.name);
            if before.is_none_or(|before| before.texts != rule.texts) {
                let was = before.map_or_else(none, |before| before.texts.join(" "));
                told.push(replaced(voice, self.of, &rule.name, &was, &rule.texts.join(" ")));
            }
        }
        for rule in old.iter().filter(|rule| !new.iter().any(|other| other.name == rule.name)) {
            told.push(replaced(voice, self.of, &rule.name, &rule.texts.join(" "), &none()));
        }
        told
    }
}

/// A maximum or weight that is another one.
fn amount(voice: Voice<'_>, key: &str, name: &str, was: Option<Decimal>, now: Option<Decimal>) -> Option<String> {
    let in_words = |amount: Option<Decimal>| {
        amount.map_or_else(|| voice.say("change.none", &[]), |n| voice.number(&n.normalize()))
    };
    (was != now).then(|| voice.say(key, &[("name", name), ("was", &in_words(was)), ("now", &in_words(now))]))
}

/// Another way in which raw values become points.
fn method(voice: Voice<'_>, of: Pairing, was: &Criterion, now: &Criterion) -> Option<String> {
    let in_words = |criterion: &Criterion| match &criterion.normalise {
        Some(rule) => normalise::in_words(voice, rule),
        None => voice.say("change.no-rule", &[]),
    };
    let name = voice.say("change.method", &[("name", voice.text(&now.name))]);
    (was.normalise != now.normalise).then(|| replaced(voice, of, &name, &in_words(was), &in_words(now)))
}

fn replaced(voice: Voice<'_>, of: Pairing, name: &str, was: &str, now: &str) -> String {
    voice.say(&of.key("rule"), &[("rule", name), ("was", was), ("now", now)])
}
