//! The keys of one map: taken by name, the rest reported.

use super::kinds;
use super::shapes;
use super::signs::{Entry, KeysOf, Unasked, quoted, unasked};
use crate::diagnostics::codes::{shape, syntax};
use crate::diagnostics::{Diagnostic, Faults, alike, nearest};
use crate::model::Place;
use crate::yaml::{Kind, Node, is_of_spreadsheet};

/// A map whose keys are taken one by one.
pub(super) struct Fields<'a> {
    node: Node<'a>,
    what: &'static str,
    entries: Vec<Entry<'a>>,
    asked: Vec<&'static str>,
    /// Those that must be there and are not.
    lacking: Vec<&'static str>,
    /// The ids of the groups, of which a missing `group` has to be one.
    groups: &'a [String],
    /// The value that a key must have, where the rest of the input tells it.
    told: Option<(&'static str, String)>,
    broken: bool,
}

impl<'a> Fields<'a> {
    /// The keys of a map; reports a node that is none.
    pub(super) fn of(node: Node<'a>, what: &'static str, broken: bool, faults: &mut Faults) -> Option<Self> {
        if node.kind() != Kind::Map {
            faults.push(no_map(node, what));
            return None;
        }
        let entries = node.entries().collect();
        Some(Self { node, what, entries, asked: Vec::new(), lacking: Vec::new(), groups: &[], told: None, broken })
    }

    /// The value of a key, if it is written and not empty.
    pub(super) fn get(&mut self, key: &'static str) -> Option<Node<'a>> {
        self.get_even_null(key).filter(|value| !value.is_null())
    }

    /// The value of a key, if it is written.
    pub(super) fn get_even_null(&mut self, key: &'static str) -> Option<Node<'a>> {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
        self.entries.iter().find(|(k, _)| k.text() == key).map(|(_, value)| *value)
    }

    /// The value of a key that must be there; [`Self::done`] tells where it is not.
    pub(super) fn need(&mut self, key: &'static str) -> Option<Node<'a>> {
        let value = self.get(key);
        if value.is_none() {
            self.lack(key);
        }
        value
    }

    /// The value of a key that must be there, `~` included.
    pub(super) fn need_even_null(&mut self, key: &'static str) -> Option<Node<'a>> {
        let value = self.get_even_null(key);
        if value.is_none() {
            self.lack(key);
        }
        value
    }

    /// Notes the ids of the groups, so that a missing `group` is told with them.
    pub(super) fn of_groups(&mut self, groups: &'a [String]) {
        self.groups = groups;
    }

    /// Notes the only value that a key can have, so that a missing one is told with it.
    pub(super) fn must_be(&mut self, key: &'static str, value: Option<String>) {
        self.told = value.map(|value| (key, value));
    }

    /// Notes that a key must be there and is not.
    pub(super) fn lack(&mut self, key: &'static str) {
        self.lacking.push(key);
    }

    /// Whether a key is written that nobody asked for: of what may be missing it can be the one that is meant.
    pub(super) fn has_unknown(&self) -> bool {
        self.entries.iter().any(|(key, _)| !self.asked.contains(&key.text()))
    }

    /// The keys that nobody asked for and whose value is of a kind; they are no longer told.
    pub(super) fn take_unasked(&mut self, is_of_kind: impl Fn(Node<'a>) -> bool) -> Vec<Entry<'a>> {
        let asked = &self.asked;
        let is_taken = |(key, value): &Entry<'a>| !asked.contains(&key.text()) && is_of_kind(*value);
        let (taken, kept) = std::mem::take(&mut self.entries).into_iter().partition(is_taken);
        self.entries = kept;
        taken
    }

    /// Reports the keys that nobody asked for, and those that are missing. A key that is written wrong is not missing too.
    pub(super) fn done(self, faults: &mut Faults) {
        let Self { node, what, entries, asked, mut lacking, groups, told, broken } = self;
        shapes::keys(what, &asked, entries.iter().map(|(key, _)| key.text()));
        for other in unasked(KeysOf::Fields, &entries, &|key| asked.contains(&key)) {
            faults.push(match other {
                Unasked::Sign(fault, name) => {
                    lacking.retain(|key| Some(*key) != name);
                    *fault
                }
                Unasked::Word((key, _)) => unknown(key.text(), key.place(), (what, &asked), &mut lacking),
                Unasked::Split(text, place) => unknown(&text, place, (what, &asked), &mut lacking),
            });
        }
        let others = entries.iter().filter(|(key, _)| !lacking.contains(&key.text()));
        others.filter_map(|(_, value)| cut(*value)).for_each(|fault| faults.push(fault));
        let is_dash = |key: &str| entries.iter().any(|(other, value)| other.text() == key && value.is_dash());
        for key in lacking.into_iter().filter(|key| !broken && !is_dash(key)) {
            let written = entries.iter().find(|(other, value)| other.text() == key && value.comment().is_some());
            let comment = written.and_then(|(_, value)| value.comment());
            let place = written.map_or(node.place(), |(_, value)| value.place());
            let fault = about(&shape::KEY_MISSING, place, what).with("key", key).with_some("comment", comment);
            let group = groups.first().filter(|_| key == "group");
            let fault = fault.with_some("known", group.map(|_| groups.join(", ")));
            let told = told.as_ref().filter(|(of, _)| *of == key).map(|(_, value)| value);
            let known = comment.map(quoted).or_else(|| told.or(group).cloned());
            let such = example(what, key).filter(|_| known.is_none());
            let fault = fault.with("value", known.as_deref().unwrap_or_else(|| shape_of(what, key)));
            faults.push(fault.with_some("such", such));
        }
    }
}

/// The value of a missing key as it is to be typed, where dots stand for what only the author knows.
fn shape_of(what: &str, key: &str) -> &'static str {
    match key {
        "format" => "1",
        "languages" => "[vi, en]",
        "publisher" => "{ name: … }",
        "groups" => "{ nhom-1: { name: … } }",
        "units" if what != "a statement" => "{ don-vi-1: { name: …, group: nhom-1 } }",
        "criteria" => "[{ id: tieu-chi-1, name: … }]",
        _ => "…",
    }
}

/// An example of what only the author knows.
fn example(what: &str, key: &str) -> Option<&'static str> {
    Some(match (what, key) {
        ("a statement", "units") => "others",
        ("a band", "from") => "0",
        (_, "rank" | "min" | "max") => "1",
        (_, "year") => "2024",
        (_, "status") => "official",
        (_, "date") => "2024-12-31",
        (_, "was" | "now") => "~",
        (_, "points") => "-1",
        (_, "criterion") => "total",
        _ => return None,
    })
}

/// The fault of a value that begins with `#`, so that YAML takes all of it for a comment.
pub(super) fn cut(node: Node<'_>) -> Option<Diagnostic> {
    let comment = node.comment()?;
    let [instead, instead_vi] = if is_of_spreadsheet(comment) {
        [
            "the number, or one of `~`, `missing`, `exempt` and `withheld`",
            "số, hoặc `~`, `missing`, `exempt`, `withheld`",
        ]
        .map(str::to_owned)
    } else {
        let whole = format!("`{}`", quoted(comment));
        [whole.clone(), whole]
    };
    let fault = Diagnostic::new(&syntax::TEXT_CUT, node.place());
    let fault = fault.with("what", "nothing stands before `#`").with("what_vi", "trước `#` không có gì");
    Some(fault.with("instead", instead).with("instead_vi", instead_vi))
}

/// The fault of a text that is empty; where `#` made it a comment, with all of it as it is to be written.
pub(super) fn empty(node: Node<'_>, [what, what_vi]: [&'static str; 2]) -> Diagnostic {
    let whole = node.comment().map(|comment| format!("`{}`", quoted(comment)));
    let value = whole.clone().unwrap_or_else(|| "it".to_owned());
    let value_vi = whole.unwrap_or_else(|| "nội dung".to_owned());
    Diagnostic::new(&shape::TEXT_EMPTY, node.place())
        .with("what", what)
        .with("what_vi", what_vi)
        .with_some("comment", node.comment())
        .with("value", value)
        .with("value_vi", value_vi)
}

/// Which of the missing keys an unknown one stands for: one that is near, or the only one; it is no longer missing.
fn meant(key: &str, lacking: &mut Vec<&'static str>) -> Option<&'static str> {
    let near =
        nearest(key, lacking.iter().copied()).or(if let [only] = lacking.as_slice() { Some(*only) } else { None })?;
    lacking.retain(|other| *other != near);
    Some(near)
}

/// A fault of a kind of map, with its name in both languages.
pub(super) fn about(code: &'static crate::diagnostics::Code, place: Place, what: &'static str) -> Diagnostic {
    Diagnostic::new(code, place).with("what", what).with("what_vi", kinds::vietnamese(what))
}

/// The fault of a node that has no keys, with what can be typed instead where that shows.
pub(super) fn no_map(node: Node<'_>, what: &'static str) -> Diagnostic {
    let source = node.source();
    let is_pair = |item: Node<'_>| item.kind() == Kind::Map && item.len() == 1;
    let inside = source.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).filter(|_| node.items().all(is_pair));
    let is_text = node.kind() == Kind::Scalar && !node.is_null();
    let example = match inside {
        Some(inside) if !node.is_empty() => Some(format!("{{{inside}}}")),
        _ if is_text => kinds::key_of_text(what).map(|key| format!("{{ {key}: {} }}", typed(node))),
        _ => None,
    };
    let pair = example.is_none().then_some(["key: value", "khoá: giá trị"]);
    let need = if what.starts_with("the scores") { "need" } else { "needs" };
    let fault = about(&shape::NOT_A_MAP, node.place(), what).with("need", need).with_some("example", example);
    fault.with_some("pair", pair.map(|pair| pair[0])).with_some("pair_vi", pair.map(|pair| pair[1]))
}

/// A scalar as it can stand in brackets.
pub(super) fn typed(node: Node<'_>) -> String {
    let source = node.source();
    let is_bare = node.is_plain() && !source.contains([',', '[', ']', '{', '}', '\n', '#']) && !source.contains(": ");
    if is_bare || !node.is_plain() { source.to_owned() } else { quoted(source) }
}

/// The fault of a key that nobody knows.
fn unknown(
    key: &str,
    place: Place,
    (what, known): (&'static str, &[&'static str]),
    lacking: &mut Vec<&'static str>,
) -> Diagnostic {
    let near = meant(key, lacking).or_else(|| nearest(key, known.iter().copied()));
    let (foreign, latin) = alike(key).unzip();
    about(&shape::KEY_UNKNOWN, place, what)
        .with("key", key)
        .with_some("near", near)
        .with_some("foreign", foreign)
        .with_some("latin", latin)
        .with("known", known.join(", "))
        .caused_by(format!("{} {what} {key}", place.file))
}
