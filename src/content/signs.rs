//! Commas and colons in braces that YAML takes otherwise than they were meant: keys that nobody asked for show them.

use super::numbers::both_signs;
use crate::diagnostics::Diagnostic;
use crate::diagnostics::codes::shape;
use crate::model::Place;
use crate::yaml::Node;

/// A key with its value.
pub(super) type Entry<'a> = (Node<'a>, Node<'a>);

/// What a key is that nobody asked for.
pub(super) enum Unasked<'a> {
    /// A sign that YAML took for its own; the key that is written there after all.
    Sign(Box<Diagnostic>, Option<&'a str>),
    /// Another word.
    Word(Entry<'a>),
    /// A word with a comma in it, which is two keys for YAML, and its place.
    Split(String, Place),
}

/// What the keys of a map are for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum KeysOf {
    /// A map whose keys the format names.
    Fields,
    /// A text by language: what has no value there is the rest of a text, also a single word.
    Texts,
}

/// What the keys of a map are that are not known.
pub(super) fn unasked<'a>(keys: KeysOf, entries: &[Entry<'a>], is_known: &dyn Fn(&str) -> bool) -> Vec<Unasked<'a>> {
    let mut found = Vec::new();
    let mut before: Option<Entry<'a>> = None;
    let mut rest = entries;
    while let [entry, after @ ..] = rest {
        let (key, _) = *entry;
        rest = after;
        if is_known(key.text()) {
            before = Some(*entry);
            continue;
        }
        let is_free = |name: &str| is_known(name) && !entries.iter().any(|(key, _)| key.text() == name);
        if let Some(fault) = comma_in_number(*entry, before).filter(|_| keys == KeysOf::Fields) {
            found.push(Unasked::Sign(Box::new(fault), None));
            before = Some(*entry);
        } else if let Some((fault, name, n)) = colon_missing(*entry, after, &is_free) {
            found.push(Unasked::Sign(Box::new(fault), Some(name)));
            (before, rest) = (None, &after[n..]);
        } else if let Some(text) = before.filter(|before| is_rest_of_text(keys, *entry, *before)) {
            let n =
                after.iter().take_while(|next| is_rest_of_text(keys, **next, text) && !is_known(next.0.text())).count();
            let pieces: Vec<Node<'_>> = std::iter::once(key).chain(after[..n].iter().map(|(key, _)| *key)).collect();
            found.push(Unasked::Sign(Box::new(comma_in_text(text.1, &pieces)), None));
            (before, rest) = (Some(text), &after[n..]);
        } else if let Some((text, place)) = after.first().and_then(|next| comma_in_key(*entry, *next, is_known)) {
            found.push(Unasked::Split(text, place));
            (before, rest) = (None, &after[1..]);
        } else {
            found.push(glued(*entry).map_or(Unasked::Word(*entry), |fault| Unasked::Sign(Box::new(fault), None)));
            before = Some(*entry);
        }
    }
    found
}

/// A text in the quotes that it needs. One at an end without a partner is that of YAML, the other of which was forgotten.
pub(super) fn quoted(text: &str) -> String {
    const PAIRS: [[char; 2]; 4] = [['"', '"'], ['\'', '\''], ['“', '”'], ['‘', '’']];
    let mut inner = text.trim();
    for [open, close] in PAIRS {
        let n = |mark: char| inner.matches(mark).count();
        let is_paired = if open == close { n(open).is_multiple_of(2) } else { n(open) == n(close) };
        if !is_paired {
            inner = inner.strip_prefix(open).or_else(|| inner.strip_suffix(close)).unwrap_or(inner);
        }
    }
    crate::yaml::quoted(inner)
}

/// `{ staff: 9,3 }` is 9 and a key `3`: a decimal comma that YAML took for the end of the value.
pub(super) fn comma_in_number((key, value): Entry<'_>, before: Option<Entry<'_>>) -> Option<Diagnostic> {
    let digits = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let is_fraction = digits(key.text()) && key.text().bytes().all(|b| b.is_ascii_digit());
    let (name, number) = before.filter(|(_, number)| digits(number.text().trim_start_matches('-')))?;
    if !is_fraction || !value.is_null() || !key.touches(number) {
        return None;
    }
    let place = Place { end: key.place().end, ..number.place() };
    if number.text().contains('.') {
        return Some(both_signs(&format!("{},{}", number.text(), key.text()), place));
    }
    Some(
        Diagnostic::new(&shape::COMMA_SPLITS_NUMBER, place)
            .with("name", name.text())
            .with("whole", number.text())
            .with("fraction", key.text()),
    )
}

/// `{staff:9}` is one key without a value, and so are `{ staff 9 }`, `{ staff = 9 }` and one with the colon of a wide font.
pub(super) fn glued((key, value): Entry<'_>) -> Option<Diagnostic> {
    let is_name = |name: &str| {
        name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_".contains(&b))
    };
    let is_value = |text: &str| {
        text.starts_with(|c: char| c.is_ascii_digit()) && text.bytes().all(|b| b.is_ascii_digit() || b == b'.')
    };
    let text = key.text();
    let (name, rest, lacks) = parted(text)?;
    let is_plain = lacks == NO_SPACE || (is_name(name) && is_value(rest));
    (value.is_null() && is_plain).then(|| without_colon(key.place(), text, (name, rest), lacks))
}

/// What a key without a colon lacks, in English and Vietnamese.
type Lacks = [&'static str; 2];

const NO_SPACE: Lacks = ["the space after the colon is missing", "thiếu dấu cách sau dấu hai chấm"];
const NO_COLON: Lacks = ["a colon and a space are missing", "thiếu dấu hai chấm và dấu cách"];

/// A word as a key and its value, and what is missing between them.
fn parted(text: &str) -> Option<(&str, &str, Lacks)> {
    match text.split_once(':') {
        Some((name, rest)) if !name.is_empty() && !rest.is_empty() => Some((name, rest, NO_SPACE)),
        _ => {
            let (name, rest) = text.split_once(['：', '=', ' '])?;
            Some((name.trim(), rest.trim_start_matches(['：', '=', ' ']), NO_COLON))
        }
    }
}

fn without_colon(place: Place, text: &str, (name, rest): (&str, &str), [lacks, lacks_vi]: Lacks) -> Diagnostic {
    let fault = Diagnostic::new(&shape::COLON_WITHOUT_SPACE, place).with("text", text).with("name", name);
    fault.with("number", rest).with("lacks", lacks).with("lacks_vi", lacks_vi)
}

/// `{ from: 2018-01-01, to 2018-12-31 }` and `{ vi:"Sở A, Sở B" }`: a key that is not written otherwise, its value, and of how
/// many more entries that is made, because commas part it.
fn colon_missing<'a>(
    (key, value): Entry<'a>,
    after: &[Entry<'a>],
    is_free: &dyn Fn(&str) -> bool,
) -> Option<(Diagnostic, &'a str, usize)> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let text = key.text();
    let (name, rest) = text.split_at(text.find(|c| !is_name(c))?);
    if !value.is_null() || !is_free(name) {
        return None;
    }
    let lacks = if rest.starts_with(':') { NO_SPACE } else { NO_COLON };
    // What stands in the place of the colon, a quote behind a space aside: it opens the value.
    let rest = rest.strip_prefix("\" ").unwrap_or(rest).trim_start_matches([':', '：', ';', '=', '.', ' ']);
    let (mut whole, mut place, mut n) = (rest.to_owned(), key.place(), 0);
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
    let is_open = |whole: &str| quote.is_some_and(|quote| whole.len() == 1 || !whole.ends_with(quote));
    while let Some((piece, value)) = after.get(n).filter(|(_, value)| is_open(&whole) && value.is_null()) {
        whole = format!("{whole}, {}", piece.source());
        (place.end, n) = (piece.place().end.max(value.place().end), n + 1);
    }
    Some((without_colon(place, text, (name, &whole), lacks), name, n))
}

/// `{ name: Văn hoá, Thể thao }` is a text and a key: whether a key is what stands behind the comma of a text. A word counts
/// as that only where it touches the comma.
fn is_rest_of_text(keys: KeysOf, (key, value): Entry<'_>, (_, text): Entry<'_>) -> bool {
    let is_key = |c: char| c.is_ascii_alphanumeric() || "-_:".contains(c);
    let is_text = text.kind() == crate::yaml::Kind::Scalar && text.is_plain() && !text.is_null();
    let is_word = key.text().chars().all(is_key);
    let is_rest = !is_word || (key.touches(text) && !key.text().contains(':'));
    value.is_null() && is_text && (keys == KeysOf::Texts || is_rest)
}

/// The fault of a text that commas part, with the text as it should be written.
pub(super) fn comma_in_text(text: Node<'_>, pieces: &[Node<'_>]) -> Diagnostic {
    let (mut whole, mut last) = (text.source().to_owned(), text);
    for piece in pieces {
        whole += if piece.touches(last) { "," } else { ", " };
        whole += piece.source();
        last = *piece;
    }
    let first = pieces.first().copied().unwrap_or(text);
    let fault = Diagnostic::new(&shape::COMMA_SPLITS_TEXT, first.place()).with("rest", first.text());
    let or = first.touches(text).then_some("take the comma out, or");
    let or_vi = or.map(|_| "bỏ dấu phẩy, hoặc");
    fault.with("whole", quoted(&whole)).with_some("or", or).with_some("or_vi", or_vi)
}

/// `{ na,e: x }` is a key without a value and another one: the word that both make, and its place.
fn comma_in_key(entry: Entry<'_>, next: Entry<'_>, is_known: &dyn Fn(&str) -> bool) -> Option<(String, Place)> {
    let (key, next_key) = (entry.0, next.0);
    let is_one = is_split(entry, next) && !is_known(next_key.text());
    let place = Place { end: next_key.place().end, ..key.place() };
    is_one.then(|| (format!("{},{}", key.text(), next_key.text()), place))
}

/// Whether a comma without a space is all that stands between a key without a value and the next key.
pub(super) fn is_split((key, value): Entry<'_>, (next, _): Entry<'_>) -> bool {
    value.is_null() && next.touches(key)
}
