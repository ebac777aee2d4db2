//! What differs between two schemes: since the one before, or for one group.

use rust_decimal::Decimal;
use serde::Serialize;

use super::points;
use super::rules::settled;
use super::tree::{Node, size, tree};
use crate::model::{Criterion, Scheme, SchemeEntry};
use crate::pages::context::Page;
use crate::pages::frame::Link;
use crate::rankings::{Verdict, schemes_between};
use crate::render::Html;
use crate::routes::Route;

/// What changed since the scheme before.
#[derive(Serialize)]
pub(super) struct Changes {
    pub(super) before: Link,
    points: Vec<String>,
}

/// What differs for one group.
#[derive(Serialize)]
pub(super) struct Differing {
    group: Html,
    points: Vec<String>,
    tree: Vec<Node>,
}

/// What changed since the scheme that this one replaces, if it is there.
pub(super) fn since(page: &Page<'_>, scheme: &Scheme) -> Option<Changes> {
    let before = scheme.replaces.as_ref()?;
    let entry = page.series().schemes.iter().find(|entry| entry.base.id == *before)?;
    let mut points = differences(page, &entry.base, scheme, "change");
    if let Some(kept) = names(page, scheme, |c| find(&entry.base, &c.id).is_some()) {
        points.insert(points.len().min(2), page.say("change.kept", &[("names", &kept)]));
    }
    points.extend(comparable(page, &entry.base, scheme));
    let before = Link::to(page, Route::Methodology(&entry.base.id), page.text(&entry.base.title));
    Some(Changes { before, points })
}

/// What can still be compared with the scheme before, what only as a share of the maximum, and what not.
fn comparable(page: &Page<'_>, was: &Scheme, now: &Scheme) -> Vec<String> {
    let changes = schemes_between(page.series(), was, now);
    let total = page.say("table.total", &[]);
    let named = |verdict: Verdict| -> Vec<String> {
        let columns = (0..now.n_columns()).filter(|&column| changes[column].verdict == verdict);
        columns
            .map(|column| now.criteria.get(column).map_or_else(|| total.clone(), |c| page.text_of(&c.name)))
            .collect()
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
pub(super) fn by_group(page: &Page<'_>, entry: &SchemeEntry) -> Vec<Differing> {
    let one = |group: crate::model::GroupIdx, scheme: &Scheme| Differing {
        group: page.html(&page.series().groups[group.0].name),
        points: differences(page, &entry.base, scheme, "group"),
        tree: tree(page, scheme),
    };
    entry.by_group.iter().map(|(group, scheme)| one(*group, scheme)).collect()
}

/// What one scheme has and another has not, in sentences.
fn differences(page: &Page<'_>, was: &Scheme, now: &Scheme, kind: &str) -> Vec<String> {
    let mut told = Vec::new();
    let added = names(page, now, |c| find(was, &c.id).is_none());
    let removed = names(page, was, |c| find(now, &c.id).is_none());
    for (key, names) in [("added", added), ("removed", removed)] {
        told.extend(names.map(|names| page.say(&format!("differ.{kind}.{key}"), &[("names", &names)])));
    }
    let total = page.say("table.total", &[]);
    told.extend(amount(page, &format!("differ.{kind}.max"), &total, was.max, now.max));
    for (column, criterion) in now.criteria.iter().enumerate() {
        let Some(other) = find(was, &criterion.id) else { continue };
        let (before, name) = (&was.criteria[other], page.text_of(&criterion.name));
        told.extend(amount(page, &format!("differ.{kind}.max"), &name, size(was, other), size(now, column)));
        let weights = (Some(before.weight), Some(criterion.weight));
        told.extend(amount(page, &format!("differ.{kind}.weight"), &name, weights.0, weights.1));
        told.extend(method(page, kind, before, criterion));
    }
    let (old, new) = (settled(page, was), settled(page, now));
    for rule in &new {
        let before = old.iter().find(|other| other.name == rule.name);
        if before.is_none_or(|before| before.texts != rule.texts) {
            let was = before.map_or_else(|| page.say("change.no-rule", &[]), |before| before.texts.join(" "));
            told.push(replaced(page, kind, &rule.name, &was, &rule.texts.join(" ")));
        }
    }
    for rule in old.iter().filter(|rule| !new.iter().any(|other| other.name == rule.name)) {
        told.push(replaced(page, kind, &rule.name, &rule.texts.join(" "), &page.say("change.no-rule", &[])));
    }
    told
}

fn find(scheme: &Scheme, id: &str) -> Option<usize> {
    scheme.criteria.iter().position(|criterion| criterion.id == id)
}

/// The names of some criteria in a row, if there are any.
fn names(page: &Page<'_>, scheme: &Scheme, wanted: impl Fn(&Criterion) -> bool) -> Option<String> {
    let some = scheme.criteria.iter().filter(|criterion| wanted(criterion));
    let names: Vec<String> = some.map(|criterion| page.text_of(&criterion.name)).collect();
    (!names.is_empty()).then(|| page.words().list(&names))
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
        Some(rule) => points::in_words(page, rule),
        None => page.say("change.no-rule", &[]),
    };
    let name = page.say("change.method", &[("name", page.text(&now.name))]);
    (was.normalise != now.normalise).then(|| replaced(page, kind, &name, &in_words(was), &in_words(now)))
}

fn replaced(page: &Page<'_>, kind: &str, name: &str, was: &str, now: &str) -> String {
    page.say(&format!("differ.{kind}.rule"), &[("rule", name), ("was", was), ("now", now)])
}
