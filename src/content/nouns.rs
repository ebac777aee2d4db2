//! What a unit is called, by language: in the form for one, and for any other number.

use super::fields::{Fields, empty, no_map};
use super::texts::{Languages, joined, line};
use crate::diagnostics::Faults;
use crate::model::{Noun, Text};
use crate::yaml::{Kind, Node};

/// Reads `noun`: a map by language, each with `other` and, where the language has one, the form for `one`.
pub(super) fn noun(node: Node<'_>, languages: &Languages, broken: bool, faults: &mut Faults) -> Option<Noun> {
    if node.kind() != Kind::Map {
        faults.push(no_map(node, "`noun`"));
        return None;
    }
    let mut forms: [Vec<Option<Box<str>>>; 2] = Default::default();
    for (key, value) in node.entries() {
        let position = if languages.is_unknown() { Some(0) } else { languages.position(key.text()) };
        let Some(position) = position else {
            faults.push(languages.unknown(key.text(), key.place()));
            continue;
        };
        let Some(mut m) = Fields::of(value, "a noun", broken, faults) else { continue };
        let other = m.need("other").and_then(|n| word(n, faults));
        let one = m.get("one").and_then(|n| word(n, faults)).or_else(|| other.clone());
        m.done(faults);
        for (form, text) in forms.iter_mut().zip([one, other]) {
            form.resize(form.len().max(position + 1), None);
            form[position] = text.map(Into::into);
        }
    }
    let [one, other] = forms.map(Text::new);
    Some(Noun { one, other })
}

/// A word that is not empty.
fn word(node: Node<'_>, faults: &mut Faults) -> Option<String> {
    let text = line(node, faults)?;
    if text.trim().is_empty() {
        faults.push(empty(node, ["a noun", "danh từ"]));
        return None;
    }
    Some(joined(&text))
}
