//! The keys of one map: taken by name, the rest reported.

use super::nearest;
use super::shapes;
use crate::diagnostics::codes::shape;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::Place;
use crate::yaml::{Kind, Node};

/// A map whose keys are taken one by one.
pub(super) struct Fields<'a> {
    node: Node<'a>,
    what: &'static str,
    entries: Vec<(Node<'a>, Node<'a>)>,
    asked: Vec<&'static str>,
    broken: bool,
}

impl<'a> Fields<'a> {
    /// The keys of a map; reports a node that is none.
    pub(super) fn of(node: Node<'a>, what: &'static str, broken: bool, faults: &mut Faults) -> Option<Self> {
        if node.kind() != Kind::Map {
            faults.push(Diagnostic::new(&shape::NOT_A_MAP, node.place()).with("what", what));
            return None;
        }
        Some(Self { node, what, entries: node.entries().collect(), asked: Vec::new(), broken })
    }

    /// The value of a key, if it is written and not empty.
    pub(super) fn get(&mut self, key: &'static str) -> Option<Node<'a>> {
        self.get_even_null(key).filter(|value| !value.is_null())
    }

    /// The value of a key, if it is written.
    pub(super) fn get_even_null(&mut self, key: &'static str) -> Option<Node<'a>> {
        self.asked.push(key);
        self.entries.iter().find(|(k, _)| k.text() == key).map(|(_, value)| *value)
    }

    /// The value of a key that must be there.
    pub(super) fn need(&mut self, key: &'static str, faults: &mut Faults) -> Option<Node<'a>> {
        let value = self.get(key);
        if value.is_none() && !self.broken {
            let place = self.node.place();
            faults.push(Diagnostic::new(&shape::KEY_MISSING, place).with("key", key).with("what", self.what));
        }
        value
    }

    /// The value of a key that must be there, `~` included.
    pub(super) fn need_even_null(&mut self, key: &'static str, faults: &mut Faults) -> Option<Node<'a>> {
        let value = self.get_even_null(key);
        if value.is_none() && !self.broken {
            let place = self.node.place();
            faults.push(Diagnostic::new(&shape::KEY_MISSING, place).with("key", key).with("what", self.what));
        }
        value
    }

    /// Reports the keys that nobody asked for.
    pub(super) fn done(self, faults: &mut Faults) {
        shapes::keys(self.what, &self.asked, self.entries.iter().map(|(key, _)| key.text()));
        let mut before: Option<(Node<'_>, Node<'_>)> = None;
        for &(key, value) in &self.entries {
            if !self.asked.contains(&key.text()) {
                let comma = comma_in_number(key, value, before).or_else(|| comma_in_text(key, value, before));
                faults.push(comma.unwrap_or_else(|| unknown(key, value, self.what, &self.asked)));
            }
            before = Some((key, value));
        }
    }
}

/// The fault of a key that nobody knows: a comma or colon that YAML took for its own, or just another word.
pub(super) fn unknown(key: Node<'_>, value: Node<'_>, what: &'static str, known: &[&'static str]) -> Diagnostic {
    if let Some((name, number)) = glued(key, value) {
        return Diagnostic::new(&shape::COLON_WITHOUT_SPACE, key.place()).with("name", name).with("number", number);
    }
    Diagnostic::new(&shape::KEY_UNKNOWN, key.place())
        .with("key", key.text())
        .with("what", what)
        .with_some("near", nearest(key.text(), known.iter().copied()))
        .with("known", known.join(", "))
}

/// `{ staff: 9,3 }` is 9 and a key `3`: a decimal comma that YAML took for the end of the value.
pub(super) fn comma_in_number(
    key: Node<'_>,
    value: Node<'_>,
    before: Option<(Node<'_>, Node<'_>)>,
) -> Option<Diagnostic> {
    let digits = !key.text().is_empty() && key.text().bytes().all(|b| b.is_ascii_digit());
    let (name, number) = before?;
    if !digits || !value.is_null() || !key.touches(number) {
        return None;
    }
    let place = Place { end: key.place().end, ..number.place() };
    Some(
        Diagnostic::new(&shape::COMMA_SPLITS_NUMBER, place)
            .with("name", name.text())
            .with("whole", number.text())
            .with("fraction", key.text()),
    )
}

/// `{ name: Văn hoá, Thể thao }` is a text and a key: a comma that YAML took for the end of the text.
fn comma_in_text(key: Node<'_>, value: Node<'_>, before: Option<(Node<'_>, Node<'_>)>) -> Option<Diagnostic> {
    let (_, text) = before?;
    let is_key = |c: char| c.is_ascii_alphanumeric() || "-_:".contains(c);
    let is_text = text.kind() == Kind::Scalar && text.is_plain() && !text.is_null();
    if !value.is_null() || !is_text || key.text().chars().all(is_key) {
        return None;
    }
    let whole = format!("\"{}, {}\"", text.source(), key.text());
    Some(Diagnostic::new(&shape::COMMA_SPLITS_TEXT, key.place()).with("rest", key.text()).with("whole", whole))
}

/// `{staff:9}` is one key without a value: its name and the number behind the colon.
pub(super) fn glued<'a>(key: Node<'a>, value: Node<'_>) -> Option<(&'a str, &'a str)> {
    let (name, number) = key.text().split_once(':')?;
    (value.is_null() && !name.is_empty() && !number.is_empty()).then_some((name, number))
}
