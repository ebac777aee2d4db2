//! Texts without the quotes that they need, and dashes where a value should stand: a line shows them by itself, and the
//! parser stumbles over what follows.

use std::ops::Range;

use super::events::Halt;
use super::lines::{indent, line_at};
use super::quote::quoted;
use super::spreadsheet::OF_SPREADSHEETS;
use super::tape::Tape;
use super::trouble::Trouble;

/// What a line shows that the parser stopped in, and where.
pub(super) fn blame(source: &str, line: &Range<usize>, tape: &Tape, halt: &Halt) -> Option<(Trouble, Range<usize>)> {
    if (halt.trouble.is_of_level() || matches!(halt.trouble, Trouble::Dash | Trouble::ItemInBracket))
        && let Some(at) = dashes(source, line).next()
    {
        return Some((Trouble::Dash, at..at + 1));
    }
    if halt.trouble == Trouble::ColonMisplaced {
        return with_colon(source, line, halt.at, !tape.brackets.is_empty());
    }
    let span = match halt.trouble {
        Trouble::Character(c) if "@`%".contains(c) => {
            let end = if tape.brackets.is_empty() { line.end } else { value_end(source, halt.at, line.end) };
            Some(halt.at..halt.at + source.get(halt.at..end)?.trim_end().len())
        }
        Trouble::CommaMissing if source[halt.at..].starts_with(": ") => {
            return with_colon(source, line, halt.at, true)
                .filter(|_| !ends_with_key(source, &source[line.start..halt.at]));
        }
        Trouble::ItemInBracket => {
            let end = halt.at + source[halt.at..value_end(source, halt.at, line.end)].trim_end().len();
            let is_value = source[line.start..halt.at].trim_end().ends_with(':');
            (is_value && is_signed(&source[halt.at..end])).then_some(halt.at..end)
        }
        _ => alias(source, line, tape, halt).or_else(|| {
            if tape.brackets.is_empty() { bare(source, line, halt) } else { behind_bracket(source, line, halt) }
        }),
    }?;
    let text = source.get(span.clone()).filter(|text| !text.is_empty())?.to_owned();
    Some((Trouble::BareText(text), span))
}

/// The dashes of a line that stand where a value should: before a comma or a closing bracket, or alone behind a key.
fn dashes(source: &str, line: &Range<usize>) -> impl Iterator<Item = usize> {
    let (text, start) = (&source[line.clone()], line.start);
    let is_value = |at: &usize| {
        let (before, after) = (text[..*at].trim_end(), text[at + 1..].trim_start());
        let parts = text[..*at].ends_with(' ') && before.ends_with([':', ',', '[']);
        parts && !is_quoted(before) && (after.is_empty() || after.starts_with([',', '}', ']', '#']))
    };
    text.match_indices('-').map(|(at, _)| at).filter(is_value).map(move |at| start + at)
}

/// The dashes of a text that stand where a value should, from a byte on.
pub(super) fn dashes_from(source: &str, first: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = first;
    while at < source.len() {
        let line = line_at(source, at);
        found.extend(dashes(source, &line).filter(|dash| *dash >= first));
        at = line.end + 1;
    }
    found
}

/// Whether what follows a part of a line stands in straight quotes.
fn is_quoted(before: &str) -> bool {
    before.matches('"').count() % 2 == 1
}

/// A round bracket that stands for one of YAML: it closes what a bracket opened, is closed by one, or opens a map.
pub(super) fn round(source: &str, line: &Range<usize>) -> Option<(Trouble, usize)> {
    let text = source[line.clone()].trim_end();
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut is_quoted = false;
    let round = |at: usize, typed: char, instead: char| Some((Trouble::Round { typed, instead }, line.start + at));
    for (at, c) in text.char_indices() {
        is_quoted ^= c == '"';
        match c {
            _ if is_quoted => {}
            '{' | '[' | '(' => open.push((at, c)),
            ')' | '}' | ']' => match (open.pop()?, c) {
                ((_, '{'), ')') => return round(at, ')', '}'),
                ((_, '['), ')') => return round(at, ')', ']'),
                ((at, '('), '}') => return round(at, '(', '{'),
                ((at, '('), ']') => return round(at, '(', '['),
                ((first, '('), ')') if opens_map(text, first, at) => return round(first, '(', '{'),
                _ => {}
            },
            _ => {}
        }
    }
    None
}

/// Whether what stands in round brackets is the whole value of a key, and has keys itself.
fn opens_map(text: &str, first: usize, last: usize) -> bool {
    let after = text[last + 1..].trim_start();
    let is_value = text[..first].trim_end().ends_with(':') && (after.is_empty() || after.starts_with([',', '}']));
    is_value && text[first..last].contains(": ")
}

/// Whether a part of a line leaves neither brackets nor quotes open.
pub(super) fn is_outside_of_signs(before: &str) -> bool {
    before.matches(['{', '[']).count() == before.matches(['}', ']']).count() && !is_quoted(before)
}

/// A text that begins with a bracket which is closed before its end: `[Draft] Rankings`.
fn bare(source: &str, line: &Range<usize>, halt: &Halt) -> Option<Range<usize>> {
    let end = line.start + source[line.clone()].trim_end().len();
    match halt.trouble {
        Trouble::Indentation | Trouble::TooDeep | Trouble::KeyWithoutColon | Trouble::Other => {
            let depth = line.start + indent(source, line);
            let value = source[line.clone()].find(": ").map_or(depth, |at| line.start + at + 2);
            let value = value + source.get(value..end)?.bytes().take_while(|&byte| byte == b' ').count();
            if value == halt.at && value > depth && is_signed(&source[value..end]) {
                return Some(value..end);
            }
            let close = value + closing(&source[value..end])?;
            let rest = source[close..end].trim_start();
            (!rest.is_empty() && !rest.starts_with(['#', ':', ',', '}', ']'])).then_some(value..end)
        }
        _ => None,
    }
}

/// Whether a text begins with the sign of an item or of a key, and goes on with words: `- on paper`.
fn is_signed(text: &str) -> bool {
    let rest = text.strip_prefix("- ").or_else(|| text.strip_prefix("? ")).unwrap_or_default();
    let is_id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !rest.trim().is_empty() && !rest.contains(": ") && !rest.chars().all(is_id)
}

/// A text that begins with `*` or `!` and goes on behind its first word: `*) provisional`.
fn alias(source: &str, line: &Range<usize>, tape: &Tape, halt: &Halt) -> Option<Range<usize>> {
    let before = source.get(line.start..halt.at)?;
    let (from, in_bracket) = (value_start(before).unwrap_or_default(), !tape.brackets.is_empty());
    let start = line.start + from + before[from..].len() - before[from..].trim_start().len();
    let start = if matches!(halt.trouble, Trouble::Tag | Trouble::Anchor) { halt.at } else { start };
    let end = if in_bracket { value_end(source, halt.at, line.end) } else { line.end };
    let text = source.get(start..end)?.trim_end();
    let word = text.split(' ').next().unwrap_or_default();
    let is_alias = text.starts_with('*') && word.len() < text.len();
    let is_tag = halt.trouble == Trouble::Tag && text.starts_with('!') && !word.is_ascii();
    // `& Sở A`: a sign without a name.
    let is_sign = halt.trouble == Trouble::Anchor && word.len() == 1 && word.len() < text.len();
    let is_text = !text.contains(": ") && !text.contains(" #") && !text.ends_with(':');
    ((is_alias || is_tag || is_sign) && is_text).then(|| start..start + text.len())
}

/// Keys of the format that stand behind others in braces.
const KEYS: [&str; 34] = [
    "aka",
    "count",
    "criteria",
    "criterion",
    "date",
    "document",
    "en",
    "file",
    "flag",
    "from",
    "group",
    "id",
    "issuer",
    "kind",
    "last",
    "max",
    "min",
    "name",
    "note",
    "now",
    "number",
    "points",
    "quote",
    "rank",
    "reason",
    "role",
    "score",
    "short",
    "title",
    "unit",
    "units",
    "until",
    "url",
    "vi",
];

/// Whether a word behind a value is a key, for it stands behind a number, or is one of the format or of another line: otherwise
/// a colon behind it is most likely part of a text.
fn is_key(source: &str, value: &str, word: &str) -> bool {
    let last = value.trim_end_matches([' ', ';']).rsplit([' ', ':']).next().unwrap_or_default();
    let is_number = !last.is_empty() && last.bytes().all(|b| b.is_ascii_digit() || b".,-~".contains(&b));
    let is_elsewhere = || {
        let typed = format!("{word}: ");
        let mut found = source.match_indices(&typed).filter(|(at, _)| {
            let before = source[..*at].trim_end_matches(' ');
            before.len() < *at && before.ends_with([',', '{', '\n'])
        });
        found.next().is_some()
    };
    is_number || KEYS.contains(&word) || is_elsewhere()
}

/// A value and the next key without a comma between them, as they are with it.
pub(super) fn with_comma(source: &str, words: Range<usize>, colon: usize) -> Option<Trouble> {
    let (value, key) = source.get(words.clone())?.rsplit_once(' ')?;
    let is_next = words.end == colon && source[colon..].starts_with(": ") && !key.is_empty();
    let is_next = is_next && is_key(source, value, key);
    is_next.then(|| Trouble::CommaBetween(format!("{}, {key}:", value.trim_end_matches([' ', ';']))))
}

/// Whether the word before a colon is a key behind a value: a comma is missing between them.
fn ends_with_key(source: &str, before: &str) -> bool {
    let key = before.rsplit(' ').next().unwrap_or_default();
    let value = before.trim_end_matches(key).trim_end();
    !value.ends_with([':', ',', '{', '['])
        && key.bytes().all(|b| b.is_ascii_lowercase() || b"-_0123456789".contains(&b))
        && is_key(source, value, key)
}

/// Where the value begins that a part of a line ends in.
fn value_start(before: &str) -> Option<usize> {
    [": ", ", ", "[ ", "{ ", "- "].iter().filter_map(|sign| before.rfind(sign).map(|at| at + 2)).max()
}

/// The same within brackets, where a comma seems to be missing: `{ name: [Draft] Rankings, max: 3 }`.
fn behind_bracket(source: &str, line: &Range<usize>, halt: &Halt) -> Option<Range<usize>> {
    let before = source.get(line.start..halt.at)?.trim_end();
    let is_text = source[halt.at..].starts_with(|c: char| c.is_alphanumeric() || c == '(');
    if halt.trouble != Trouble::CommaMissing || !before.ends_with([']', '}']) || !is_text {
        return None;
    }
    let mut depth = 0_usize;
    let opens = |c: char| {
        depth = if matches!(c, ']' | '}') { depth + 1 } else { depth.saturating_sub(usize::from("[{".contains(c))) };
        depth == 0
    };
    let start = line.start + before.rfind(opens)?;
    let end = value_end(source, halt.at, line.end);
    let is_value = source[line.start..start].trim_end().ends_with([':', ',', '[', '{']);
    let text = source[start..end].trim_end();
    (is_value && !text.contains(": ")).then(|| start..start + text.len())
}

/// A text with a colon and a space, behind a key of the same line.
fn with_colon(source: &str, line: &Range<usize>, colon: usize, in_bracket: bool) -> Option<(Trouble, Range<usize>)> {
    let before = source.get(line.start..colon)?;
    let start = line.start + before.rfind(": ").map(|at| at + 2)?;
    let start = start + source[start..colon].bytes().take_while(|&byte| byte == b' ').count();
    let end = if in_bracket { value_end(source, colon, line.end) } else { line.end };
    let text = source[start..end].trim_end();
    if let Some(key) = text.strip_suffix(':').filter(|key| !in_bracket && !key.contains([' ', ':'])) {
        return Some((Trouble::KeyAtEnd, start..start + key.len() + 1));
    }
    let is_plain = text.starts_with(|c: char| c.is_alphanumeric() || c == '(') && !text.contains([',', '"', '#']);
    is_plain.then(|| (Trouble::ColonInText(text.to_owned()), colon..colon + 1))
}

/// A text that begins with a quote which is closed before its end, from that quote on: `"Draft" of the rankings`, and one in
/// quotes with more of them inside: `"The "new" rankings"`. As it is to be written.
pub(super) fn with_tail(source: &str, quote: usize, tail: usize, in_bracket: bool) -> Option<Trouble> {
    let line = line_at(source, quote);
    let text = quoted_value(source.get(quote..line.end)?, tail - quote, in_bracket)?;
    let mark = text.chars().next()?;
    let inside = within_quotes(text, mark);
    // What is escaped already, and a colon that may make a key, could mean something else.
    let is_doubled = mark == '\'' && inside.is_some_and(|inside| inside.contains("''"));
    let is_open = inside.is_none() && (text.contains(": ") || text.contains(" #"));
    let is_typed = !text.contains('\\') && !is_doubled && !is_open;
    is_typed.then(|| Trouble::QuotesInText(quoted(inside.unwrap_or(text))))
}

/// The value that begins a part of a line with a quote, and goes on behind the next one at a byte. A comma between quotes that
/// belong together does not end it.
fn quoted_value(text: &str, tail: usize, in_bracket: bool) -> Option<&str> {
    let mark = text.chars().next()?;
    let ends = |at: &usize| {
        let after = text[at + 1..].trim_start();
        after.is_empty() || after.starts_with('#') || (in_bracket && after.starts_with([',', '}', ']']))
    };
    let end = if in_bracket { value_end(text, tail, text.len()) } else { text.len() };
    let value = text[..end].trim_end();
    let is_even = value.matches(mark).count().is_multiple_of(2);
    if is_even && (value.ends_with(mark) || second_closes(value, mark)) && !value.contains(" #") {
        return Some(value);
    }
    let last = text.match_indices(mark).map(|(at, _)| at).filter(|at| *at >= tail).find(ends);
    Some(last.map_or(value, |last| &text[..=last]))
}

/// Whether the second quote of a text closes the first: it stands behind a word and before a space, as in `"New" and "old"`.
fn second_closes(text: &str, mark: char) -> bool {
    let second = text.match_indices(mark).nth(1).map(|(at, _)| (&text[..at], &text[at + 1..]));
    second.is_some_and(|(before, after)| {
        before.len() > 1 && !before.ends_with(' ') && !after.starts_with(char::is_alphanumeric)
    })
}

/// What stands inside the quotes around a text; none where the text only begins with words in quotes.
fn within_quotes(text: &str, mark: char) -> Option<&str> {
    let inside = text.strip_prefix(mark)?.strip_suffix(mark)?;
    let is_even = text.matches(mark).count().is_multiple_of(2);
    (!second_closes(text, mark) || !is_even || inside.ends_with(mark)).then_some(inside)
}

/// A `#` within brackets that hides what closes them: `{ name: Room #2, group: g }`.
pub(super) fn hidden(source: &str, bracket: usize) -> Option<(Trouble, Range<usize>)> {
    let line = line_at(source, bracket);
    let inside = &source[bracket..line.end];
    let touches = |at: &usize| {
        let after = &inside[at + 2..];
        !after.starts_with([' ', '#']) && after.contains(['}', ']']) && !is_quoted(&inside[..*at])
    };
    let hash = inside.match_indices(" #").map(|(at, _)| at).find(touches)? + 1;
    let before = &inside[..hash];
    let start = value_start(before)?;
    let start = bracket + start + before[start..].bytes().take_while(|&byte| byte == b' ').count();
    let end = value_end(source, bracket + hash, line.end);
    let text = source[start..end].trim_end();
    let trouble = match OF_SPREADSHEETS.iter().find(|known| **known == text) {
        Some(known) => Trouble::OfSpreadsheet(known),
        None => Trouble::HashHides(text.to_owned()),
    };
    Some((trouble, start..start + text.len()))
}

/// Where a value within brackets ends that goes on at a byte.
fn value_end(source: &str, at: usize, line_end: usize) -> usize {
    source[at..line_end].find([',', '}', ']']).map_or(line_end, |end| at + end)
}

/// The byte behind the bracket that closes the one at the start of a text.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in text.char_indices() {
        match c {
            '[' | '{' => depth += 1,
            ']' | '}' if depth == 1 => return Some(at + 1),
            ']' | '}' => depth = depth.checked_sub(1)?,
            _ if depth == 0 => return None,
            _ => {}
        }
    }
    None
}
