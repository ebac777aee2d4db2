//! The file of a language: how it writes numbers, dates and lists, then its phrases.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::alphabet::Alphabet;
use super::{List, Phrase, Words, is_noun, places_of};
use crate::diagnostics::codes::{sense, shape};
use crate::diagnostics::{Diagnostic, Faults, nearest};
use crate::yaml::{Kind, Node, Yaml};

/// The keys of a language file.
const KEYS: [&str; 11] =
    ["name", "locale", "decimal", "group", "minus", "date", "months", "plural", "collation", "list", "phrases"];

impl Words {
    /// Reads the file of a language; what it leaves out is that of `base`, if there is one. Phrases that are not `known`, and
    /// places that those have not, are told. Nothing where it cannot be read.
    #[must_use]
    pub(crate) fn load(
        file: u32,
        text: &str,
        base: Option<Self>,
        known: Option<&Self>,
        faults: &mut Faults,
    ) -> Option<Self> {
        let yaml = Yaml::parse(file, text, faults);
        let root = yaml.root()?;
        let mut fields: BTreeMap<&str, Node<'_>> = BTreeMap::new();
        for (key, value) in root.entries() {
            if KEYS.contains(&key.text()) {
                fields.insert(key.text(), value);
            } else {
                faults.push(unknown(key, ["a language file", "tệp ngôn ngữ"], &KEYS.join(", ")));
            }
        }
        for key in ["name", "decimal", "date", "list", "phrases"] {
            if base.is_none() && !fields.contains_key(key) {
                let missing = Diagnostic::new(&shape::KEY_MISSING, root.place());
                faults.push(
                    missing
                        .with("key", key)
                        .with("value", "…")
                        .with("what", "a language file")
                        .with("what_vi", "tệp ngôn ngữ"),
                );
            }
        }
        let mut words = base.unwrap_or_else(Self::empty);
        let set = |key: &str, target: &mut String| {
            if let Some(node) = fields.get(key) {
                node.text().clone_into(target);
            }
        };
        set("name", &mut words.name);
        set("locale", &mut words.locale);
        set("decimal", &mut words.decimal);
        set("group", &mut words.group);
        set("minus", &mut words.minus);
        set("date", &mut words.date);
        if let Some(node) = fields.get("months") {
            words.months = node.items().map(|month| month.text().to_owned()).collect();
        }
        if let Some(node) = fields.get("plural") {
            words.has_one = node.text() == "one";
            if !["one", "none"].contains(&node.text()) {
                faults.push(
                    Diagnostic::new(&shape::WORD_UNKNOWN, node.place())
                        .with("word", node.text())
                        .with("known", "one, none"),
                );
            }
        }
        if let Some(node) = fields.get("collation") {
            words.alphabet = Arc::new(Alphabet::of(node.text()));
        }
        if let Some(node) = fields.get("list") {
            words.list = list(*node, faults);
        }
        if let Some(node) = fields.get("phrases") {
            if let Some(known) = known {
                known.compare_phrases(*node, faults);
            }
            Arc::make_mut(&mut words.phrases).extend(phrases(*node, faults));
        }
        Some(words)
    }

    /// Tells phrases of a file that look like one of these and are none, and places that these do not have.
    fn compare_phrases(&self, node: Node<'_>, faults: &mut Faults) {
        for (key, value) in node.entries() {
            let Some(phrase) = self.phrases.get(key.text()) else {
                let near = nearest(key.text(), self.phrases.keys().map(String::as_str));
                if let Some(near) = near {
                    let fault = Diagnostic::new(&sense::PHRASE_UNKNOWN, key.place());
                    faults.push(fault.with("key", key.text()).with("near", near));
                }
                continue;
            };
            let known = phrase.places();
            let texts =
                if value.kind() == Kind::Map { value.entries().map(|(_, text)| text).collect() } else { vec![value] };
            for text in texts {
                let own = places_of(text.text());
                let Some(strange) =
                    own.iter().find(|place| !known.contains(place) && **place != "n" && !is_noun(place))
                else {
                    continue;
                };
                let told = known.iter().map(|place| format!("`{{{place}}}`")).collect::<Vec<_>>().join(", ");
                let fault = Diagnostic::new(&sense::PHRASE_PLACE, text.place()).with("key", key.text());
                let fault = fault.with("place", format!("{{{strange}}}"));
                faults.push(fault.with("known", if told.is_empty() { "–" } else { told.as_str() }));
            }
        }
    }

    /// The same words, tagged with the language that they are in.
    #[must_use]
    pub(crate) fn tagged(mut self, tag: &str) -> Self {
        tag.clone_into(&mut self.tag);
        self
    }

    /// The same words under another name, for a language that has none of its own.
    #[must_use]
    pub(crate) fn named(mut self, name: &str) -> Self {
        name.clone_into(&mut self.name);
        self
    }

    fn empty() -> Self {
        Self {
            tag: String::new(),
            name: String::new(),
            locale: String::new(),
            decimal: ".".to_owned(),
            group: String::new(),
            minus: "-".to_owned(),
            date: "{yyyy}-{m}-{dd}".to_owned(),
            months: Vec::new(),
            has_one: false,
            list: List::default(),
            noun: None,
            phrases: Arc::default(),
            alphabet: Arc::new(Alphabet::of("und")),
        }
    }
}

fn unknown(key: Node<'_>, [what, what_vi]: [&str; 2], known: &str) -> Diagnostic {
    let fault = Diagnostic::new(&shape::KEY_UNKNOWN, key.place()).with("key", key.text()).with("known", known);
    fault.with("what", what).with("what_vi", what_vi)
}

fn list(node: Node<'_>, faults: &mut Faults) -> List {
    let mut list = List::default();
    for (key, value) in node.entries() {
        match key.text() {
            "two" => list.two = value.text().to_owned(),
            "middle" => list.middle = value.text().to_owned(),
            "last" => list.last = value.text().to_owned(),
            "apart" => list.apart = Some(value.text().to_owned()),
            _ => faults.push(unknown(key, ["`list`"; 2], "two, middle, last, apart")),
        }
    }
    list
}

fn phrases(node: Node<'_>, faults: &mut Faults) -> BTreeMap<String, Phrase> {
    let mut phrases = BTreeMap::new();
    for (key, value) in node.entries() {
        let mut phrase = Phrase { one: None, other: value.text().to_owned() };
        if value.kind() == Kind::Map {
            for (form, text) in value.entries() {
                match form.text() {
                    "one" => phrase.one = Some(text.text().to_owned()),
                    "other" => phrase.other = text.text().to_owned(),
                    _ => faults.push(unknown(form, ["a phrase", "câu"], "one, other")),
                }
            }
        }
        phrases.insert(key.text().to_owned(), phrase);
    }
    phrases
}
