//! What differs between two schemes: since the one before, or for one group.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::model::{Column, Criterion, Scheme, SchemeEntry};
use crate::rankings::{Verdict, schemes_between};
use crate::render::Html;
use crate::report::columns::size;
use crate::routes::Route;
use crate::say::normalise;
use crate::say::rules::settled;
use crate::say::ties::tie_rule;
use crate::writers::html::frame::context::Page;
use crate::writers::html::frame::link::Link;
use crate::writers::html::pieces::scheme::tree::{Node, tree};

/// What changed since the scheme before.
#[derive(Serialize)]
pub(crate) struct Changes {
    pub(crate) before: Link,
    points: Vec<String>,
}

/// What differs for one group.
#[derive(Serialize)]
pub(crate) struct Differing {
    group: Html,
    points: Vec<String>,
    tree: Vec<Node>,
}

/// What changed since the scheme that this one replaces, if it is there.
pub(crate) fn since(page: &Page<'_>, scheme: &Scheme) -> Option<Changes> {
    let before = scheme.replaces.as_ref()?;
    let entry = page.series().schemes.iter().find(|entry| entry.base.id == *before)?;
    let pair = Pair { was: &entry.base, now: scheme, kind: "change" };
    let mut points = pair.criteria(page);
    points.extend(pair.amounts(page, |_| true));
    points.extend(pair.rules(page));
    points.extend(comparable(page, &entry.base, scheme));
    let before = Link::to(page, Route::Methodology(&entry.base.id), page.text(&entry.base.title));
    Some(Changes { before, points })
}

/// What can still be compared with the scheme before, what only as a share of the maximum, and what not.
fn comparable(page: &Page<'_>, was: &Scheme, now: &Scheme) -> Vec<String> {
    let changes = schemes_between(page.series(), was, now);
    let total = page.say("table.total", &[]);
    let named = |verdict: Verdict| -> Vec<String> {
        let columns = now.columns().filter(|&column| changes[column].verdict == verdict);
        columns.map(|column| now.criterion(column).map_or_else(|| total.clone(), |c| page.text_of(&c.name))).collect()
    };
    let say = |verdict: Verdict, key: &str| {
        let names = named(verdict);
        (!names.is_empty()).then(|| page.say(key, &[("names", &page.words().list(&names))]))
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

/// What differs for each group with differences of its own.
pub(crate) fn by_group(page: &Page<'_>, entry: &SchemeEntry) -> Vec<Differing> {
    let one = |group: crate::model::GroupIdx, scheme: &Scheme| Differing {
        group: page.html(&page.series().groups[group.0].name),
        points: differences(page, &entry.base, scheme),
        tree: tree(page, scheme),
    };
    entry.by_group.iter().map(|(group, scheme)| one(*group, scheme)).collect()
}

/// What one scheme has and another has not, in sentences.
fn differences(page: &Page<'_>, was: &Scheme, now: &Scheme) -> Vec<String> {
    let pair = Pair { was, now, kind: "group" };
    let mut told = pair.criteria(page);
    told.extend(pair.amounts(page, |_| true));
    told.extend(pair.rules(page));
    told
}

/// What changed between two schemes in short: criteria at the top, their maxima and the rule for ties.
pub(crate) fn in_few_words(page: &Page<'_>, was: &Scheme, now: &Scheme) -> Vec<String> {
    let pair = Pair { was, now, kind: "change" };
    let mut told = pair.criteria(page);
    told.extend(pair.amounts(page, |column| now.criteria[column].parent.is_none()));
    if was.rank.ties != now.rank.ties {
        let [was, now] = [was, now].map(|scheme| tie_rule(page.voice, scheme, &scheme.rank));
        told.push(replaced(page, pair.kind, &page.say("rule.ties", &[]), &was, &now));
    }
    told
}

/// Two schemes: one after the other, or one in general and the same for a group.
struct Pair<'a> {
    was: &'a Scheme,
    now: &'a Scheme,
    /// `change` or `group`, for the keys of phrases.
    kind: &'static str,
}

impl Pair<'_> {
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
    fn criteria(&self, page: &Page<'_>) -> Vec<String> {
        let origins: Vec<Option<Column>> = self.now.criterion_columns().map(|column| self.origin(column)).collect();
        let name = |criterion: &Criterion| page.text_of(&criterion.name);
        let (mut added, mut kept, mut renamed) = (Vec::new(), Vec::new(), Vec::new());
        for (criterion, origin) in self.now.criteria.iter().zip(&origins) {
            let before = origin.map(|origin| name(&self.was.criteria[origin]));
            match before {
                None => added.push(name(criterion)),
                Some(before) if before == name(criterion) => kept.push(before),
                Some(before) => {
                    renamed.push(page.say("change.continued", &[("name", &name(criterion)), ("was", &before)]));
                }
            }
        }
        let left = self.was.numbered_criteria().filter(|(column, _)| !origins.contains(&Some(*column)));
        let removed: Vec<String> = left.map(|(_, criterion)| name(criterion)).collect();
        let say = |key: &str, names: &[String]| {
            (!names.is_empty()).then(|| page.say(key, &[("names", &page.words().list(names))]))
        };
        let of_group = self.kind == "group";
        let mut told: Vec<String> = [
            say(if of_group { "differ.group.added" } else { "differ.change.added" }, &added),
            say(if of_group { "differ.group.removed" } else { "differ.change.removed" }, &removed),
            say("change.kept", &kept).filter(|_| !of_group),
        ]
        .into_iter()
        .flatten()
        .collect();
        told.extend(renamed);
        told
    }

    /// Maxima, weights and methods that are others, of the total and of some criteria.
    fn amounts(&self, page: &Page<'_>, wanted: impl Fn(Column) -> bool) -> Vec<String> {
        let (kind, was, now) = (self.kind, self.was, self.now);
        let total = page.say("table.total", &[]);
        let mut told = Vec::new();
        told.extend(amount(page, &format!("differ.{kind}.max"), &total, was.max, now.max));
        for (column, criterion) in now.numbered_criteria().filter(|(column, _)| wanted(*column)) {
            let Some(other) = self.origin(column) else { continue };
            let (before, name) = (&was.criteria[other], page.text_of(&criterion.name));
            told.extend(amount(page, &format!("differ.{kind}.max"), &name, size(was, other), size(now, column)));
            let weights = (Some(before.weight), Some(criterion.weight));
            told.extend(amount(page, &format!("differ.{kind}.weight"), &name, weights.0, weights.1));
            told.extend(method(page, kind, before, criterion));
        }
        told
    }

    /// Rules that are others.
    fn rules(&self, page: &Page<'_>) -> Vec<String> {
        let mut told = Vec::new();
        let (old, new) = (settled(page.voice, self.was), settled(page.voice, self.now));
        let none = || page.say("change.no-rule", &[]);
        for rule in &new {
            let before = old.iter().find(|other| other.name == rule.name);
            if before.is_none_or(|before| before.texts != rule.texts) {
                let was = before.map_or_else(none, |before| before.texts.join(" "));
                told.push(replaced(page, self.kind, &rule.name, &was, &rule.texts.join(" ")));
            }
        }
        for rule in old.iter().filter(|rule| !new.iter().any(|other| other.name == rule.name)) {
            told.push(replaced(page, self.kind, &rule.name, &rule.texts.join(" "), &none()));
        }
        told
    }
}

/// A maximum or weight that is another one.
fn amount(page: &Page<'_>, key: &str, name: &str, was: Option<Decimal>, now: Option<Decimal>) -> Option<String> {
    let in_words =
        |amount: Option<Decimal>| amount.map_or_else(|| page.say("change.none", &[]), |n| page.number(&n.normalize()));
    (was != now).then(|| page.say(key, &[("name", name), ("was", &in_words(was)), ("now", &in_words(now))]))
}

/// Another way in which raw values become points.
fn method(page: &Page<'_>, kind: &str, was: &Criterion, now: &Criterion) -> Option<String> {
    let in_words = |criterion: &Criterion| match &criterion.normalise {
        Some(rule) => normalise::in_words(page.voice, rule),
        None => page.say("change.no-rule", &[]),
    };
    let name = page.say("change.method", &[("name", page.text(&now.name))]);
    (was.normalise != now.normalise).then(|| replaced(page, kind, &name, &in_words(was), &in_words(now)))
}

fn replaced(page: &Page<'_>, kind: &str, name: &str, was: &str, now: &str) -> String {
    page.say(&format!("differ.{kind}.rule"), &[("rule", name), ("was", was), ("now", now)])
}
