//! Texts in the languages of the site: brought to NFC, without characters that hide or turn what is read.

use unicode_normalization::UnicodeNormalization;

use super::countries::language_of;
use super::fields::empty;
use super::signs::{Entry, KeysOf, Unasked, unasked};
use crate::diagnostics::codes::shape;
use crate::diagnostics::nearest;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{LangIdx, Place, Text};
use crate::yaml::{Kind, Node, scalar};

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

    /// Their positions; of unknown ones the first.
    pub(super) fn indices(&self) -> impl Iterator<Item = LangIdx> {
        (0..self.tags.len().max(1)).map(LangIdx)
    }

    /// The fault of a tag that is not among them.
    pub(super) fn unknown(&self, tag: &str, place: Place) -> Diagnostic {
        // The code of a country is no language, and is near to others.
        let of_country = language_of(tag);
        let of_country = of_country.filter(|language| self.position(language).is_some());
        Diagnostic::new(&shape::LANGUAGE_UNKNOWN, place)
            .with("language", tag)
            .with_some("near", of_country.or_else(|| nearest(tag, self.tags())))
            .with("known", self.tags.join(", "))
            .caused_by(tag)
    }
}

/// A text: a string in the first language, or a map by language.
pub(super) fn text(node: Node<'_>, languages: &Languages, faults: &mut Faults) -> Option<Text> {
    match node.kind() {
        Kind::Scalar => line_in(node, languages.tags().next(), faults).map(Text::plain),
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
    let is_empty = |n: &Node<'_>| n.kind() == Kind::Scalar && (n.is_null() || n.text().trim().is_empty());
    let known = |key: &Node<'_>| languages.position(key.text()).is_some();
    let own = node.entries().filter(|(key, _)| known(key)).map(|(_, value)| value);
    // A map that a fault emptied is not empty in the file.
    let has_none = node.source().split_whitespace().collect::<String>() == "{}";
    let mut values = own.chain(Some(node));
    if let Some(found) = values.find(|n| is_empty(n) || (has_none && n.kind() == Kind::Map)) {
        faults.push(empty(found, [what, what_vi]));
        return Text::default();
    }
    if !["a name", "a title", "the title"].contains(&what) {
        return text(node, languages, faults).unwrap_or_default();
    }
    let text = one_line(node, languages, faults).unwrap_or_default();
    let longest =
        languages.indices().filter_map(|language| text.exact(language)).map(|text| text.chars().count()).max();
    if let Some(n) = longest.filter(|n| *n > NAME_CHARS_MAX) {
        faults.push(Diagnostic::new(&shape::NAME_TOO_LONG, node.place()).with("n", n));
    }
    text
}

/// How many characters a name may have.
const NAME_CHARS_MAX: usize = 300;

/// A text that stands on one line wherever it is printed, however it is written.
pub(super) fn one_line(node: Node<'_>, languages: &Languages, faults: &mut Faults) -> Option<Text> {
    text(node, languages, faults).map(|text| text.map(joined))
}

/// A text with any white space as one space, and none at its ends.
pub(super) fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text that was typed, on one line and with its letters composed.
#[must_use]
pub(crate) fn composed(text: &str) -> String {
    joined(&text.nfc().collect::<String>())
}

/// A text as a file writes it on one line: a string where it is in the first language alone, else a map by language.
#[must_use]
pub(crate) fn text_value(text: &Text, languages: &[String]) -> String {
    let said = languages.iter().enumerate().filter_map(|(i, tag)| Some((i, tag, scalar(text.exact(LangIdx(i))?))));
    let said: Vec<(usize, &String, String)> = said.collect();
    match said.as_slice() {
        [(0, _, only)] => only.clone(),
        several => {
            let all: Vec<String> = several.iter().map(|(_, tag, text)| format!("{tag}: {text}")).collect();
            format!("{{ {} }}", all.join(", "))
        }
    }
}

fn by_language(node: Node<'_>, languages: &Languages, faults: &mut Faults) -> Text {
    let mut texts: Vec<Option<Box<str>>> = vec![None; languages.tags.len().max(1)];
    let entries: Vec<Entry<'_>> = node.entries().collect();
    for (key, value) in &entries {
        let position = if languages.is_unknown() { Some(0) } else { languages.position(key.text()) };
        // A language with nothing behind it has no text yet.
        if let Some(position) = position.filter(|_| !value.is_null())
            && let Some(text) = line_in(*value, Some(key.text()), faults)
        {
            texts[position].get_or_insert_with(|| text.into());
        }
    }
    if !languages.is_unknown() {
        unasked(KeysOf::Texts, &entries, &|tag| languages.position(tag).is_some()).into_iter().for_each(|other| {
            faults.push(match other {
                Unasked::Sign(fault, _) => *fault,
                Unasked::Word((key, _)) => languages.unknown(key.text(), key.place()),
                Unasked::Split(text, place) => languages.unknown(&text, place),
            });
        });
    }
    Text::new(texts)
}

/// One string, cleaned; reports what may not stand in it.
pub(super) fn line(node: Node<'_>, faults: &mut Faults) -> Option<String> {
    line_in(node, None, faults)
}

/// One string in a language, if it is known.
pub(super) fn line_in(node: Node<'_>, language: Option<&str>, faults: &mut Faults) -> Option<String> {
    if node.kind() != Kind::Scalar {
        faults.push(Diagnostic::new(&shape::NOT_A_TEXT, node.place()));
        return None;
    }
    clean(node.text(), language.is_some_and(is_vietnamese), &mut |code, c| {
        // What comes along with one text comes along with others.
        let cause = format!("{} {c}", node.place().file);
        let fault = Diagnostic::new(code, node.place()).with("character", format!("U+{:04X}", c as u32));
        faults.push(fault.caused_by(cause));
    })
}

/// Whether a tag is that of Vietnamese.
pub(super) fn is_vietnamese(tag: &str) -> bool {
    tag == "vi" || tag.starts_with("vi-")
}

/// Brings a text to NFC; nothing where a character of it is refused. Characters without width are removed and told.
pub(super) fn clean(
    text: &str,
    in_vietnamese: bool,
    tell: &mut dyn FnMut(&'static crate::diagnostics::Code, char),
) -> Option<String> {
    if text.is_ascii() && !text.bytes().any(|b| b.is_ascii_control() && b != b'\n') {
        return Some(text.to_owned());
    }
    let (mut refused, mut removed) = (None, None);
    // A tab comes along from spreadsheets, and is a space like any other.
    let kept = text.chars().map(|c| if c == '\t' { ' ' } else { c }).filter(|&c| {
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
    if let Some(c) =
        clean.chars().find(|c| "ÐðƉ".contains(*c)).filter(|_| in_vietnamese || clean.chars().any(is_of_vietnamese))
    {
        tell(&shape::LETTER_ETH, c);
    }
    if let Some(c) = removed {
        tell(&shape::CHARACTER_REMOVED, c);
    }
    if let Some(c) = refused {
        tell(&shape::CHARACTER_REFUSED, c);
        return None;
    }
    Some(clean)
}

/// Whether a letter is one that Vietnamese has, and languages with an eth have not.
fn is_of_vietnamese(c: char) -> bool {
    matches!(c, 'ă' | 'Ă' | 'đ' | 'Đ' | 'ơ' | 'Ơ' | 'ư' | 'Ư' | '\u{1EA0}'..='\u{1EF9}')
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[track_caller]
    fn case(text: &str, expected: Option<&str>, told: &[&str]) {
        case_in(false, text, expected, told);
    }

    #[track_caller]
    fn case_in(is_vietnamese: bool, text: &str, expected: Option<&str>, told: &[&str]) {
        let mut codes = Vec::new();
        let result = clean(text, is_vietnamese, &mut |code, _| codes.push(code.id));
        assert_eq!((result.as_deref(), codes.as_slice()), (expected, told));
    }

    #[test]
    fn texts_are_composed_and_hide_nothing() {
        case("So\u{31b}\u{309} Y te\u{302}\u{301}", Some("Sở Y tế"), &[]);
        case("a\u{200b}b", Some("ab"), &["character-removed"]);
        case("a\u{202e}b", None, &["character-refused"]);
        case("Ðiện Biên", Some("Ðiện Biên"), &["letter-eth"]);
        case("Ísland, Ðaa", Some("Ísland, Ðaa"), &[]);
        case_in(true, "Ðông Anh", Some("Ðông Anh"), &["letter-eth"]);
        case("a\u{7}b", None, &["character-refused"]);
        case("Sở\tY tế", Some("Sở Y tế"), &[]);
        case("a\tb", Some("a b"), &[]);
        case("می\u{200c}خواهم", Some("می\u{200c}خواهم"), &[]);
    }
}
