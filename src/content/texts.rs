//! Texts in the languages of the site: brought to NFC, without characters that hide or turn what is read.

use unicode_normalization::UnicodeNormalization;

use super::comma;
use super::nearest;
use crate::diagnostics::codes::shape;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::Text;
use crate::yaml::{Kind, Node};

/// The languages of the site, as far as site.yaml could be read.
#[derive(Clone, Debug)]
pub(super) struct Languages {
    tags: Vec<String>,
}

impl Languages {
    /// Those of site.yaml; without it any language is taken for the first.
    pub(super) fn of(tags: Option<&[String]>) -> Self {
        Self { tags: tags.map(<[String]>::to_vec).unwrap_or_default() }
    }

    /// The position of a language.
    pub(super) fn position(&self, tag: &str) -> Option<usize> {
        self.tags.iter().position(|known| known == tag)
    }

    /// Whether nothing is known of them.
    pub(super) fn is_unknown(&self) -> bool {
        self.tags.is_empty()
    }

    /// Their tags.
    pub(super) fn tags(&self) -> impl Iterator<Item = &str> {
        self.tags.iter().map(String::as_str)
    }

    /// Their tags in a row.
    pub(super) fn names(&self) -> String {
        self.tags.join(", ")
    }
}

/// A text: a string in the first language, or a map by language.
pub(super) fn text(node: Node<'_>, languages: &Languages, faults: &mut Faults) -> Option<Text> {
    match node.kind() {
        Kind::Scalar => line(node, faults).map(Text::plain),
        Kind::Map => Some(by_language(node, languages, faults)),
        Kind::List => {
            faults.push(Diagnostic::new(&shape::NOT_A_TEXT, node.place()));
            None
        }
    }
}

/// A text that may not be empty in any language that it has; `what` it is in English and Vietnamese.
pub(super) fn needed_text(
    node: Node<'_>,
    [what, what_vi]: [&'static str; 2],
    languages: &Languages,
    faults: &mut Faults,
) -> Text {
    let empty = |n: &Node<'_>| n.kind() == Kind::Scalar && (n.is_null() || n.text().trim().is_empty());
    let known = |key: &Node<'_>| languages.position(key.text()).is_some();
    let own = node.entries().filter(|(key, _)| known(key)).map(|(_, value)| value);
    // A map that a fault emptied is not empty in the file.
    let has_none = node.source().split_whitespace().collect::<String>() == "{}";
    let mut values = own.chain(Some(node));
    if let Some(found) = values.find(|n| empty(n) || (has_none && n.kind() == Kind::Map)) {
        let fault = Diagnostic::new(&shape::TEXT_EMPTY, found.place());
        faults.push(fault.with("what", what).with("what_vi", what_vi));
        return Text::default();
    }
    text(node, languages, faults).unwrap_or_default()
}

fn by_language(node: Node<'_>, languages: &Languages, faults: &mut Faults) -> Text {
    let mut texts: Vec<Option<Box<str>>> = vec![None; languages.tags.len().max(1)];
    let mut before: Option<Node<'_>> = None;
    let mut rest = comma::Rest::default();
    for (key, value) in node.entries() {
        let position = if languages.is_unknown() { Some(0) } else { languages.position(key.text()) };
        match position {
            // A language with nothing behind it has no text yet.
            Some(_) if value.is_null() => {}
            Some(position) => {
                if let Some(text) = line(value, faults) {
                    texts[position].get_or_insert_with(|| text.into());
                }
            }
            None if value.is_null() && before.is_some() => {
                rest.add(key, before);
                continue;
            }
            None => faults.push(
                Diagnostic::new(&shape::LANGUAGE_UNKNOWN, key.place())
                    .with("language", key.text())
                    .with_some("near", nearest(key.text(), languages.tags.iter().map(String::as_str)))
                    .with("known", languages.names())
                    .caused_by(key.text()),
            ),
        }
        rest.tell(faults);
        before = Some(value);
    }
    rest.tell(faults);
    Text::new(texts)
}

/// One string, cleaned; reports what may not stand in it.
pub(super) fn line(node: Node<'_>, faults: &mut Faults) -> Option<String> {
    if node.kind() != Kind::Scalar {
        faults.push(Diagnostic::new(&shape::NOT_A_TEXT, node.place()));
        return None;
    }
    clean(node.text(), &mut |code, c| {
        faults.push(Diagnostic::new(code, node.place()).with("character", format!("U+{:04X}", c as u32)));
    })
}

/// Brings a text to NFC; nothing where a character of it is refused. Characters without width are removed and told.
pub(super) fn clean(text: &str, tell: &mut dyn FnMut(&'static crate::diagnostics::Code, char)) -> Option<String> {
    if text.is_ascii() && !text.bytes().any(|b| b.is_ascii_control() && b != b'\n') {
        return Some(text.to_owned());
    }
    let (mut refused, mut removed) = (None, None);
    let kept = text.chars().filter(|&c| {
        if (c.is_control() && c != '\n' && c != '\r')
            || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{2028}' | '\u{2029}')
        {
            refused = refused.or(Some(c));
        }
        if matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}') {
            removed = removed.or(Some(c));
            return false;
        }
        c != '\r'
    });
    let clean: String = kept.nfc().collect();
    if let Some(c) = removed {
        tell(&shape::CHARACTER_REMOVED, c);
    }
    if let Some(c) = refused {
        tell(&shape::CHARACTER_REFUSED, c);
        return None;
    }
    Some(clean)
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[track_caller]
    fn case(text: &str, expected: Option<&str>, told: &[&str]) {
        let mut codes = Vec::new();
        let result = clean(text, &mut |code, _| codes.push(code.id));
        assert_eq!((result.as_deref(), codes.as_slice()), (expected, told));
    }

    #[test]
    fn texts_are_composed_and_hide_nothing() {
        case("So\u{31b}\u{309} Y te\u{302}\u{301}", Some("Sở Y tế"), &[]);
        case("a\u{200b}b", Some("ab"), &["character-removed"]);
        case("a\u{202e}b", None, &["character-refused"]);
        case("a\u{7}b", None, &["character-refused"]);
        case("می\u{200c}خواهم", Some("می\u{200c}خواهم"), &[]);
    }
}
