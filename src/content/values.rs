//! Values that stand in several kinds of file: ids, words of a list, dates, counts, documents.

use super::fields::{Fields, no_map, typed};
use super::numbers::{meant_count, with_digits};
use super::shapes;
use super::signs::{Entry, comma_in_text, is_split};
use super::texts::{Languages, joined, line, one_line};
use super::written::Spanned;
use crate::diagnostics::codes::shape;
use crate::diagnostics::{Diagnostic, Faults, alike, in_latin, nearest};
use crate::model::{Date, Document, DocumentRole};
use crate::routes::{has_fine_port, is_address};
use crate::yaml::{Kind, Node};

/// How many of the ids below are words to YAML; the others are devices to Windows.
const WORDS: usize = 9;

/// Ids that YAML or a file system would take for something else.
pub(super) const REFUSED: &[&str] = &[
    "y", "n", "yes", "no", "on", "off", "true", "false", "null", "con", "prn", "aux", "nul", "com1", "com2", "com3",
    "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8",
    "lpt9",
];

/// A node's text with its place, whatever it is.
pub(super) fn name(node: Node<'_>) -> Spanned<String> {
    Spanned { value: node.text().to_owned(), place: node.place() }
}

/// An id that is being given: lower-case ASCII letters, digits and hyphens, 64 at most.
pub(super) fn new_id(node: Node<'_>, faults: &mut Faults) -> Spanned<String> {
    check_id(node.text(), node.place(), faults);
    if let Some([what, what_vi]) = like_number(node.text()) {
        let fault = Diagnostic::new(&shape::ID_LIKE_NUMBER, node.place()).with("id", node.text());
        // Whoever numbers units numbers all of them.
        let cause = format!("{} {what}", node.place().file);
        faults.push(fault.with("what", what).with("what_vi", what_vi).caused_by(cause));
    }
    name(node)
}

/// Reports a text that may not be an id.
pub(super) fn check_id(id: &str, place: crate::model::Place, faults: &mut Faults) {
    let letters = id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let begins = id.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit());
    let n = id.chars().count();
    if !letters || !begins || n > ID_CHARS_MAX {
        let [why, why_vi] = if n > ID_CHARS_MAX {
            [
                format!("it has {n} characters, at most {ID_CHARS_MAX} are allowed"),
                format!("có {n} ký tự, nhiều nhất {ID_CHARS_MAX}"),
            ]
        } else if letters {
            ["it has to begin with a letter or a digit", "phải bắt đầu bằng chữ hoặc số"].map(str::to_owned)
        } else if let Some((foreign, latin)) = alike(id) {
            [
                format!("{foreign} looks like the Latin letter `{latin}` and is another one"),
                format!("{foreign} trông như chữ Latinh `{latin}` nhưng là chữ khác"),
            ]
        } else {
            ["it holds other characters than `a`–`z`, `0`–`9` and `-`", "có ký tự ngoài `a`–`z`, `0`–`9` và `-`"]
                .map(str::to_owned)
        };
        let slug = crate::words::slug(&in_latin(id));
        let better = slug.get(..ID_CHARS_MAX).unwrap_or(&slug).trim_end_matches('-');
        let fault = Diagnostic::new(&shape::ID_MALFORMED, place).with("id", id).with("better", better);
        faults.push(fault.with("why", why).with("why_vi", why_vi));
    } else if let Some(at) = REFUSED.iter().position(|refused| *refused == id) {
        let [why, why_vi] = if at < WORDS {
            ["YAML programs read it as a word of their own", "chương trình YAML hiểu là từ riêng"]
        } else {
            ["Windows keeps that name for a device", "Windows dành tên này cho thiết bị"]
        };
        let fault = Diagnostic::new(&shape::ID_REFUSED, place).with("id", id).with("better", format!("{id}-1"));
        faults.push(fault.with("why", why).with("why_vi", why_vi));
    }
}

/// How many characters an id may have.
const ID_CHARS_MAX: usize = 64;

/// What a spreadsheet takes an id for, in English and Vietnamese.
fn like_number(id: &str) -> Option<[&'static str; 2]> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let parts: Vec<&str> = id.split('-').collect();
    let is_day = |text: &&str| digits(text) && text.len() <= 4 || MONTHS.contains(text);
    if parts.len() > 1 && parts.len() <= 3 && parts.iter().all(is_day) && parts.iter().any(|part| digits(part)) {
        return Some(["a date", "ngày tháng"]);
    }
    let follows = |rest: &str| digits(rest) && rest.len() <= 4;
    if MONTHS.iter().any(|month| id.strip_prefix(month).is_some_and(follows)) {
        return Some(["a date", "ngày tháng"]);
    }
    let exponent = id.split_once('e').is_some_and(|(mantissa, exponent)| digits(mantissa) && digits(exponent));
    let loses = digits(id) && (id.len() > 15 || (id.len() > 1 && id.starts_with('0')));
    (exponent || loses).then_some(["a number", "số"])
}

/// The items of a list of names.
pub(super) fn names(node: Node<'_>, faults: &mut Faults) -> Vec<Spanned<String>> {
    list(node, faults).into_iter().map(name).collect()
}

/// Reports a list with nothing in it.
pub(super) fn not_empty(node: Node<'_>, [what, what_vi]: [&str; 2], faults: &mut Faults) {
    if node.kind() == Kind::List && node.is_empty() {
        let empty = Diagnostic::new(&shape::LIST_EMPTY, node.place());
        faults.push(empty.with("what", what).with("what_vi", what_vi));
    }
}

/// One of several words.
pub(super) fn choice<T: Copy>(node: Node<'_>, known: &[(&'static str, T)], faults: &mut Faults) -> Option<T> {
    shapes::words(known.iter().map(|(word, _)| *word));
    let found = known.iter().find(|(word, _)| node.kind() == Kind::Scalar && *word == node.text());
    if found.is_none() {
        let words = || known.iter().map(|(word, _)| *word);
        faults.push(
            Diagnostic::new(&shape::WORD_UNKNOWN, node.place())
                .with("word", node.source())
                .with_some("near", meant_word(node.text(), known).or_else(|| nearest(node.text(), words())))
                .with("known", words().collect::<Vec<_>>().join(", ")),
        );
    }
    found.map(|(_, value)| *value)
}

/// Words of offices, without marks, each with the word of the format that is meant, one a line.
const OF_OFFICES: &str = include_str!("of_offices.txt");

/// The known word that a word of offices is meant for.
fn meant_word<T>(word: &str, known: &[(&'static str, T)]) -> Option<&'static str> {
    let plain = match word.trim() {
        "," => "phay".to_owned(),
        "." => "cham".to_owned(),
        word => crate::words::slug(word).replace('-', " "),
    };
    let meant =
        OF_OFFICES.lines().filter_map(|line| line.split_once(": ")).filter(|(of_office, _)| *of_office == plain);
    meant.into_iter().find_map(|(_, meant)| known.iter().find(|(word, _)| *word == meant).map(|(word, _)| *word))
}

/// `true` or `false`.
pub(super) fn boolean(node: Node<'_>, faults: &mut Faults) -> Option<bool> {
    choice(node, &[("true", true), ("false", false)], faults)
}

/// A whole number within limits.
pub(super) fn count(node: Node<'_>, low: u32, high: u32, faults: &mut Faults) -> Option<u32> {
    let text = node.text();
    let plain =
        !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()) && (text.len() == 1 || !text.starts_with('0'));
    let number = text.parse().ok().filter(|n| plain && (low..=high).contains(n));
    if number.is_none() {
        let range = [low, high].map(|n| n.to_string());
        faults.push(
            Diagnostic::new(&shape::NOT_A_COUNT, node.place())
                .with("text", node.source())
                .with_some("better", meant_count(text).filter(|n| n.parse().is_ok_and(|n| (low..=high).contains(&n))))
                .with("low", &range[0])
                .with("high", &range[1]),
        );
    }
    number
}

/// A date `YYYY-MM-DD`.
pub(super) fn date(node: Node<'_>, faults: &mut Faults) -> Option<Date> {
    let date = Date::parse(node.text());
    if date.is_none() {
        let fault = Diagnostic::new(&shape::NOT_A_DATE, node.place()).with("text", node.source());
        faults.push(fault.with_some("better", meant_date(node.text())));
    }
    date
}

/// A date as it is written in Vietnam, day first, or with other signs: `4/5/2019`, `2019-5-4`.
fn meant_date(text: &str) -> Option<Date> {
    let text = with_digits(text);
    let parts: Vec<&str> = text.split(['/', '.', '-']).collect();
    let [first, month, last] = parts.as_slice() else { return None };
    let (year, day) = if first.len() == 4 { (first, last) } else { (last, first) };
    Date::parse(&format!("{year}-{month:0>2}-{day:0>2}"))
}

/// An address that begins with `https://` or `http://`, without characters that would have to be written otherwise.
pub(super) fn url(node: Node<'_>, faults: &mut Faults) -> Option<String> {
    let text = line(node, faults)?;
    if !is_address(&text) {
        let bare = match text.split_once("://") {
            // A name or a password in front of the host.
            Some((scheme, rest)) => rest
                .split_once('@')
                .map_or_else(|| without_port(rest), |(_, host)| Some(host.to_owned()))
                .map(|rest| format!("{scheme}://{rest}")),
            None => Some(format!("https://{text}")),
        };
        let better = bare.into_iter().chain([encoded(&text)]).find(|better| text.contains('.') && is_address(better));
        let fault = Diagnostic::new(&shape::NOT_A_URL, node.place()).with("text", node.source());
        faults.push(fault.with_some("better", better));
        return None;
    }
    Some(text)
}

/// An address with the characters that may not stand in one as they are to be written.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_graphic() && !"\"<>\\^`{|}".contains(c) {
            out.push(c);
        } else {
            c.to_string().bytes().for_each(|byte| out += &format!("%{byte:02X}"));
        }
    }
    out
}

/// A host and a path without a port between them that is none.
fn without_port(rest: &str) -> Option<String> {
    let (authority, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let (host, _) = authority.split_once(':').filter(|_| !has_fine_port(authority))?;
    Some(format!("{host}{path}"))
}

/// A path of a static file: `static/…`, without steps upwards.
pub(super) fn static_path(node: Node<'_>, faults: &mut Faults) -> Option<String> {
    let text = line(node, faults)?;
    let inside = text
        .strip_prefix("static/")
        .is_some_and(|rest| rest.split('/').all(|s| !s.is_empty() && s != "." && s != ".."));
    if !inside || text.contains('\\') {
        let inside = text.replace('\\', "/");
        let inside = inside.trim_start_matches(['.', '/']).trim_start_matches("content/").trim_start_matches("static/");
        let is_inside = !inside.contains(':') && inside.split('/').all(|s| !s.is_empty() && s != "." && s != "..");
        let better = is_inside.then(|| format!("static/{inside}"));
        let fault = Diagnostic::new(&shape::NOT_STATIC, node.place()).with("text", node.source());
        faults.push(fault.with_some("better", better));
        return None;
    }
    Some(text)
}

/// A document; one of number, title and url must be there.
pub(super) fn document(node: Node<'_>, languages: &Languages, broken: bool, faults: &mut Faults) -> Option<Document> {
    let mut m = Fields::of(node, "a document", broken, faults)?;
    let document = Document {
        number: m.get("number").and_then(|n| line(n, faults)).map(|text| joined(&text)),
        date: m.get("date").and_then(|n| date(n, faults)),
        issuer: m.get("issuer").and_then(|n| one_line(n, languages, faults)),
        title: m.get("title").and_then(|n| one_line(n, languages, faults)),
        url: m.get("url").and_then(|n| url(n, faults)),
        file_place: m.get("file").map(Node::place),
        file: m.get("file").and_then(|n| static_path(n, faults)),
        role: m.get("role").and_then(|n| choice(n, DocumentRole::WORDS, faults)).unwrap_or_default(),
    };
    let is_misspelt = m.has_unknown();
    m.done(faults);
    if document.number.is_none() && document.title.is_none() && document.url.is_none() && !broken && !is_misspelt {
        faults.push(Diagnostic::new(&shape::DOCUMENT_NAMELESS, node.place()));
    }
    Some(document)
}

/// A list of documents.
pub(super) fn documents(node: Node<'_>, languages: &Languages, broken: bool, faults: &mut Faults) -> Vec<Document> {
    list(node, faults).into_iter().filter_map(|n| document(n, languages, broken, faults)).collect()
}

/// The items of a list; reports a node that is none.
pub(super) fn list<'a>(node: Node<'a>, faults: &mut Faults) -> Vec<Node<'a>> {
    if node.kind() != Kind::List {
        let is_one = node.kind() == Kind::Scalar && !node.is_null();
        // Round brackets are none of YAML, and one bracket may be the right one.
        let source = node.source();
        let inside = source.trim_start_matches(['(', '[']).trim_end_matches([')', ']']);
        let is_name = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        let is_round = source.starts_with('(') && inside.len() + 2 == source.len();
        let is_round = is_round || (source.contains(", ") && source.split(", ").all(is_name));
        let example = match is_one {
            true if is_round => format!("[{inside}]"),
            true => format!("[{}]", typed(node)),
            // A map in the place of a list is its only item, or the first.
            false if node.kind() == Kind::Map => format!("- {}", source.lines().next().unwrap_or_default()),
            false => "[a, b]".to_owned(),
        };
        faults.push(Diagnostic::new(&shape::NOT_A_LIST, node.place()).with("example", example));
    }
    node.items().collect()
}

/// The entries of a map; reports a node that is none, and ids that a comma splits.
pub(super) fn entries<'a>(node: Node<'a>, what: &'static str, faults: &mut Faults) -> Vec<(Node<'a>, Node<'a>)> {
    if node.kind() != Kind::Map {
        faults.push(no_map(node, what));
    }
    pairs(node, faults)
}

/// The entries of a map whose keys are ids; reports those that a comma splits, and leaves them out.
pub(super) fn pairs<'a>(node: Node<'a>, faults: &mut Faults) -> Vec<Entry<'a>> {
    let all: Vec<Entry<'_>> = node.entries().collect();
    let mut found = Vec::with_capacity(all.len());
    let mut rest = all.as_slice();
    while let [entry, after @ ..] = rest {
        rest = after;
        match after {
            [next, others @ ..] if is_split(*entry, *next) => {
                faults.push(comma_in_text(entry.0, &[next.0]));
                rest = others;
            }
            _ => found.push(*entry),
        }
    }
    found
}
