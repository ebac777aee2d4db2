//! What comes along when text is copied or merged, and looks like something else to people than to YAML: told in words,
//! and replaced by what was meant, byte for byte, before the text is parsed.

use std::ops::Range;

use rust_decimal::Decimal;

use super::trouble::quoted;
use crate::diagnostics::codes::{shape, syntax};
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::Place;
use crate::tree::is_merge_marker;

/// Spaces that look like a plain one.
const SPACES: [char; 4] = ['\u{a0}', '\u{202f}', '\u{2007}', '\u{3000}'];

/// Characters that nobody sees, and that are no part of a key, an id or a number.
const WIDTHLESS: [char; 3] = ['\u{200b}', '\u{2060}', '\u{feff}'];

/// Quotes of typography: how they open, and how they close.
const QUOTES: [(char, &str); 6] = [('“', "”“\""), ('”', "”\""), ('„', "“”\""), ('«', "»"), ('‘', "’'"), ('’', "’'")];

/// What was replaced in a text.
pub(super) struct Replaced {
    /// The text, as long as it was.
    pub(super) text: String,
    /// What is told of it.
    pub(super) faults: Vec<Diagnostic>,
    /// Whether lines were cut off.
    pub(super) is_cut: bool,
}

/// Tells markers that a merge of two versions left in file `file`; nothing of it can be relied on then.
pub(crate) fn conflict(file: u32, text: &str, faults: &mut Faults) -> bool {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let said = line.trim_end().trim_start_matches('\u{feff}');
        if is_merge_marker(said.as_bytes()) {
            let start = at + line.find(said).unwrap_or_default();
            let place = place(file, &(start..start + said.len()));
            faults.push(Diagnostic::new(&syntax::MERGE_CONFLICT, place));
            return true;
        }
        at += line.len();
    }
    false
}

/// Replaces spaces that do not break, characters without width and quotes of typography, where YAML would need others; none
/// where there are none.
pub(super) fn replaced(file: u32, text: &str) -> Option<Replaced> {
    let is_foreign = |c| SPACES.contains(&c) || WIDTHLESS.contains(&c) || QUOTES.iter().any(|(open, _)| *open == c);
    if !text.chars().any(is_foreign) {
        return None;
    }
    let mut out = Replaced { text: text.to_owned(), faults: Vec::new(), is_cut: false };
    // How deep a line is that was blanked: what belongs to it goes with it.
    let mut gone = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let body = line.trim_end_matches(['\n', '\r']);
        gone = gone.filter(|depth| body.trim().is_empty() || depth_of(body) > *depth);
        if gone.is_some() {
            tell_indent(file, body, at, &mut out);
            blank(&mut out, &(at..at + body.len()), ' ');
        } else if tell_indent(file, body, at, &mut out) || tell_quoted_key(file, body, at, &mut out) {
            blank(&mut out, &(at..at + body.len()), ' ');
            (gone, out.is_cut) = (Some(depth_of(body)), true);
        } else {
            spaces(file, body, at, &mut out);
            quotes(file, body, at, &mut out);
            widthless(file, body, at, &mut out);
        }
        at += line.len();
    }
    (!out.faults.is_empty() || out.text != text).then_some(out)
}

/// In which column a line begins to say something.
fn depth_of(line: &str) -> usize {
    line.chars().take_while(|c| *c == ' ' || SPACES.contains(c)).count()
}

/// Tells a space that does not break and indents a line with a key or an item.
fn tell_indent(file: u32, line: &str, start: usize, out: &mut Replaced) -> bool {
    let said = line.trim_start_matches(|c: char| c == ' ' || SPACES.contains(&c));
    let item = said.strip_prefix('-').filter(|rest| rest.starts_with(SPACES));
    let depth = line.len() - said.len();
    let first = line[..depth].find(SPACES).filter(|_| begins_with_key(said) || said.starts_with("- "));
    // Behind the dash of an item it moves what belongs to the item.
    let first = first.or_else(|| item.filter(|rest| begins_with_key(rest.trim_start())).map(|_| depth + 1));
    first.iter().for_each(|first| tell_space(file, line, start, *first, out));
    first.is_some()
}

/// Tells quotes of typography around the key that begins a line: straight ones are shorter, and would move the line.
fn tell_quoted_key(file: u32, line: &str, start: usize, out: &mut Replaced) -> bool {
    let said = line.trim_start_matches([' ', '-']);
    let depth = line.len() - said.len();
    let Some(open) = said.chars().next().filter(|c| QUOTES.iter().any(|(open, _)| open == c)) else { return false };
    let is_key = |end: &usize| {
        let close = line[*end..].chars().next().map_or(0, char::len_utf8);
        line[end + close..].starts_with(": ") || line[end + close..].trim_end() == ":"
    };
    let Some(end) = value_end(line, depth, open).filter(is_key) else { return false };
    tell_quotes(file, line, start, (depth, end), out);
    true
}

/// Tells quotes of typography that open at a byte of a line and close at another; answers what is to be written instead.
fn tell_quotes(file: u32, line: &str, start: usize, (at, end): (usize, usize), out: &mut Replaced) -> String {
    let (open, close) = (line[at..].chars().next().unwrap_or('“'), line[end..].chars().next().unwrap_or('”'));
    let inner = &line[at + open.len_utf8()..end];
    // A number needs no quotes, and a point is allowed in every file.
    let number = inner.replacen(',', ".", 1);
    let is_number = number.parse::<Decimal>().is_ok() && number.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let whole = if is_number { number } else { quoted(inner) };
    let place = place(file, &(start + at..start + end + close.len_utf8()));
    let fault = Diagnostic::new(&syntax::CURLY_QUOTES, place).with("marks", format!("{open} {close}"));
    out.faults.push(fault.with("whole", &whole).caused_by(file.to_string()));
    whole
}

/// Spaces that part what YAML parts by plain ones, or follow a word or a number.
fn spaces(file: u32, line: &str, start: usize, out: &mut Replaced) {
    for (at, c) in line.char_indices().filter(|(_, c)| SPACES.contains(c)) {
        let before = line[..at].trim_end_matches(|c: char| c == ' ' || SPACES.contains(&c));
        let after = line[at..].trim_start_matches(|c: char| c == ' ' || SPACES.contains(&c));
        if is_quoted(before) {
            continue;
        }
        let bracket = innermost(before);
        let ends = after.is_empty() || after.starts_with([',', '}', ']', '#']);
        let begins = before.ends_with(['{', '[']) || (bracket.is_some() && before.ends_with(','));
        let parts = is_key(before) || is_key_before(before, after) || before.trim_start() == "-";
        if parts || (ends && ends_with_word(before)) || (begins && (bracket == Some('[') || begins_with_key(after))) {
            tell_space(file, line, start, at, out);
        }
        if parts || ends || begins {
            blank(out, &(start + at..start + at + c.len_utf8()), ' ');
        }
    }
}

/// The bracket that a part of a line leaves open.
fn innermost(before: &str) -> Option<char> {
    let mut open = Vec::new();
    for c in before.chars() {
        match c {
            '{' | '[' => open.push(c),
            '}' | ']' => drop(open.pop()),
            _ => {}
        }
    }
    open.pop()
}

/// Whether a text begins with a key and its colon.
fn begins_with_key(text: &str) -> bool {
    let key = text.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || "-_\"".contains(c));
    key.len() < text.len() && key.starts_with(':')
}

/// Whether a value that is an id or a number ends a text.
fn ends_with_word(before: &str) -> bool {
    let value = before.rsplit([':', ',', '[', '{']).next().unwrap_or_default().trim_start();
    !value.is_empty() && value.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-.".contains(&b))
}

/// Whether a text ends with a key and its colon.
fn is_key(before: &str) -> bool {
    before.strip_suffix(':').is_some_and(|before| {
        let key = before.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || "-_\"".contains(c));
        key.len() < before.len() && (key.trim().is_empty() || key.ends_with(['{', ',', ' ']))
    })
}

/// Whether only a colon parts a text from its value, so that a space before the colon belongs to no text.
fn is_key_before(before: &str, after: &str) -> bool {
    after.starts_with(": ") && is_key(&format!("{before}:"))
}

fn tell_space(file: u32, line: &str, start: usize, at: usize, out: &mut Replaced) {
    let character = line[at..].chars().next().unwrap_or('\u{a0}');
    let place = place(file, &(start + at..start + at + character.len_utf8()));
    let fault = Diagnostic::new(&syntax::NO_BREAK_SPACE, place);
    out.faults.push(fault.with("character", format!("U+{:04X}", u32::from(character))).caused_by(file.to_string()));
}

/// Characters without width in keys, ids and numbers: told, and left out. What follows moves up, with blanks behind it.
fn widthless(file: u32, line: &str, start: usize, out: &mut Replaced) {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c) || WIDTHLESS.contains(&c);
    let mut at = 0;
    while let Some(found) = line[at..].find(WIDTHLESS).map(|found| at + found) {
        let from =
            line[..found].rfind(|c| !is_part(c)).map_or(0, |c| c + line[c..].chars().next().map_or(1, char::len_utf8));
        let end = line[found..].find(|c| !is_part(c)).map_or(line.len(), |end| found + end);
        at = end;
        let word: String = line[from..end].chars().filter(|c| !WIDTHLESS.contains(c)).collect();
        let (before, after) = (line[..from].trim_end(), line[end..].trim_start());
        let begins = before.is_empty() || before.ends_with([':', ',', '{', '[', '-']);
        let ends = after.is_empty() || after.starts_with([':', ',', '}', ']']);
        // A first mark of the encoding is none of them.
        if !begins || !ends || word.is_empty() || (start == 0 && found == 0 && line.starts_with('\u{feff}')) {
            continue;
        }
        let character = line[found..].chars().next().unwrap_or('\u{200b}');
        let place = place(file, &(start + found..start + found + character.len_utf8()));
        let fault = Diagnostic::new(&shape::CHARACTER_REMOVED, place);
        let fault = fault.with("character", format!("U+{:04X}", u32::from(character)));
        out.faults.push(fault.caused_by(format!("{file} {character}")));
        let pad = " ".repeat(end - from - word.len());
        out.text.replace_range(start + from..start + end, &format!("{word}{pad}"));
    }
}

/// Quotes of typography around a whole value.
fn quotes(file: u32, line: &str, start: usize, out: &mut Replaced) {
    let mut from = 0;
    while let Some((at, open)) = line[from..].char_indices().find(|(_, c)| QUOTES.iter().any(|(open, _)| open == c)) {
        let at = from + at;
        from = at + open.len_utf8();
        let Some(end) = value_end(line, at, open) else { continue };
        let close = line[end..].chars().next().unwrap_or('”');
        let span = start + at..start + end + close.len_utf8();
        let whole = tell_quotes(file, line, start, (at, end), out);
        let is_number = !whole.starts_with('"');
        let (inner, mark) = if is_number { (whole.as_str(), " ") } else { (&line[at + open.len_utf8()..end], "\"") };
        let pad = |c: char| " ".repeat(c.len_utf8() - 1);
        out.text.replace_range(span.clone(), &format!("{}{mark}{inner}{mark}{}", pad(open), pad(close)));
        from = end + close.len_utf8();
    }
}

/// Where the closing quote of a value stands that begins with a quote of typography; none where it is only part of a text.
fn value_end(line: &str, at: usize, open: char) -> Option<usize> {
    let before = line[..at].trim_end();
    let in_bracket = before.matches(['{', '[']).count() > before.matches(['}', ']']).count();
    let begins = before.is_empty()
        || before.ends_with([':', '{', '['])
        || before.trim() == "-"
        || (before.ends_with(',') && in_bracket);
    let closing = QUOTES.iter().find(|(known, _)| *known == open)?.1;
    let inside = &line[at + open.len_utf8()..];
    let end = at + open.len_utf8() + inside.find(|c: char| closing.contains(c))?;
    let close = line[end..].chars().next()?;
    let after = line[end + close.len_utf8()..].trim_start();
    let ends = after.is_empty() || after.starts_with(['}', ']', ':', '#']) || (after.starts_with(',') && in_bracket);
    (begins && ends && !is_quoted(before) && !line[at..end].contains(['"', '\\'])).then_some(end)
}

/// Whether what follows a part of a line stands in straight quotes; one behind a backslash is part of a text.
fn is_quoted(before: &str) -> bool {
    let is_escaped = |at: usize| before[..at].bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1;
    before.match_indices('"').filter(|(at, _)| !is_escaped(*at)).count() % 2 == 1
}

fn blank(out: &mut Replaced, range: &Range<usize>, by: char) {
    out.text.replace_range(range.clone(), &by.to_string().repeat(range.len()));
}

fn place(file: u32, range: &Range<usize>) -> Place {
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Place { file, start: offset(range.start), end: offset(range.end) }
}
