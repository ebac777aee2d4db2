//! Several syntax faults in one run: finds the line to blame, tells it, and blanks it so that reading goes past it.

use std::ops::Range;

use crate::diagnostics::{Diagnostic, codes::syntax};
use crate::model::Place;

use super::MENDS_MAX;
use super::bare;
use super::events::Halt;
use super::levels::{joined, odd_indent, says, too_deep};
use super::lines::{character, end_below, end_of_deeper, end_of_level, indent, line_at, lines_above, lines_below};
use super::tape::{Form, Tape};
use super::trouble::Trouble;
use super::typed;

/// What has been mended in a text so far.
pub(super) struct Mender<'t> {
    file: u32,
    text: &'t str,
    /// The faults told on the way.
    pub(super) faults: Vec<Diagnostic>,
    /// The first bytes of the lines that were blamed.
    blamed: Vec<usize>,
    /// Whether a line was told that stands at a wrong level.
    has_level_fault: bool,
    /// Whether more was blanked than a single value.
    pub(super) is_cut: bool,
}

/// What is wrong, and where.
struct Blame {
    trouble: Trouble,
    span: Range<usize>,
}

impl<'t> Mender<'t> {
    /// Nothing mended yet.
    pub(super) fn new(file: u32, text: &'t str) -> Self {
        Self { file, text, faults: Vec::new(), blamed: Vec::new(), has_level_fault: false, is_cut: false }
    }

    /// Tells why the parser gave up, and answers the text without it; none when reading must end.
    pub(super) fn mend(&mut self, source: &str, tape: &Tape, halt: &Halt) -> Option<String> {
        if self.blamed.len() == MENDS_MAX {
            return None;
        }
        if let Some(tabs) = tabs_at(source, tape, halt) {
            self.is_cut = true;
            return self.mend_tabs(source, tabs);
        }
        let Blame { trouble, span } = blame(source, tape, halt);
        if trouble == Trouble::Dash {
            return self.mend_dashes(source, span.start);
        }
        let line = line_at(source, span.start);
        self.is_cut = true;
        let blank = match trouble {
            Trouble::BracketOpen | Trouble::Round { .. } | Trouble::HashHides(_) | Trouble::OfSpreadsheet(_) => {
                line.start..end_of_deeper(self.text, &line)
            }
            Trouble::KeyAtEnd | Trouble::OddIndent => line.start..end_of_deeper(self.text, &line),
            Trouble::LineBreak(_) => span.start..end_below(self.text, &line, spaces_before(self.text, span.start)),
            Trouble::TooDeep => line.start..end_of_level(self.text, &line),
            _ if tape.brackets.last().is_some_and(|bracket| (*bracket as usize) < line.start) => line.clone(),
            _ if self.blamed.contains(&line.start) => line.start..end_of_deeper(self.text, &line),
            _ => kept(source, &line, span.start)
                .map_or_else(|| line.start..end_of_deeper(self.text, &line), |kept| kept..line.end),
        };
        // A bracket may be open only because its end stood in a line that is blanked already.
        let known = trouble == Trouble::BracketOpen && self.blamed.iter().any(|line| blank.contains(line));
        // What stands at a wrong level moves what stands below it: only the first of such lines is a slip for sure.
        let follows = trouble.is_of_level() && std::mem::replace(&mut self.has_level_fault, true);
        if !known && !follows {
            self.faults.push(trouble.at(self.place(span)));
        }
        self.blamed.push(line.start);
        if trouble == Trouble::Nesting { None } else { blanked(source, blank) }
    }

    /// Tells dashes where values should stand: whoever writes one writes more, and each of them is none.
    fn mend_dashes(&mut self, source: &str, first: usize) -> Option<String> {
        self.blamed.push(first);
        let mut bytes = source.as_bytes().to_vec();
        for at in bare::dashes_from(source, first) {
            self.faults.push(Trouble::Dash.at(self.place(at..at + 1)));
            bytes[at] = b' ';
        }
        String::from_utf8(bytes).ok()
    }

    /// Tells a line that a tab indents. Where no line is indented by spaces, all tabs are read as such.
    fn mend_tabs(&mut self, source: &str, tabs: Range<usize>) -> Option<String> {
        let line = line_at(source, tabs.start);
        self.blamed.push(line.start);
        let fault = Diagnostic::new(&syntax::TAB_INDENT, self.place(tabs));
        if self.text.lines().any(|line| line.starts_with(' ') && !line.trim().is_empty()) {
            self.faults.push(fault);
            return blanked(source, line);
        }
        let lines = self.text.lines().filter(|line| line.starts_with('\t') && !line.trim().is_empty()).count();
        self.faults.push(fault.with_some("lines", (lines > 1).then(|| lines - 1)));
        Some(tabs_as_spaces(source))
    }

    /// Whether a line that was blamed stands between the two places of a fault.
    pub(super) fn parts(&self, fault: &Diagnostic) -> bool {
        let (Some(second), Some((first, _))) = (fault.place, fault.related.first()) else { return false };
        let first = line_at(self.text, first.start as usize).start;
        self.blamed.iter().any(|line| (first..=second.start as usize).contains(line))
    }

    fn place(&self, span: Range<usize>) -> Place {
        // A place inside of what was blanked may cut a character.
        let boundary = |at: usize| (0..=at).rev().find(|&at| self.text.is_char_boundary(at)).unwrap_or_default();
        Place::new(self.file, boundary(span.start)..boundary(span.end))
    }
}

/// Finds what the parser stumbled over, which often stands before the place where it noticed.
fn blame(source: &str, tape: &Tape, halt: &Halt) -> Blame {
    let blame = first_blame(source, tape, halt);
    let line = line_at(source, blame.span.start);
    if blame.trouble.is_of_brackets()
        && let Some((round, at)) = bare::round(source, &line)
    {
        return Blame { trouble: round, span: at..at + 1 };
    }
    let hidden = (blame.trouble == Trouble::BracketOpen).then(|| bare::hidden(source, blame.span.start)).flatten();
    hidden.map_or(blame, |(trouble, span)| Blame { trouble, span })
}

/// What the parser stumbled over; of a bracket that is never closed, where it opens.
fn first_blame(source: &str, tape: &Tape, halt: &Halt) -> Blame {
    let line = line_at(source, halt.at);
    let at = |trouble: &Trouble, at: usize| Blame { trouble: trouble.clone(), span: character(source, at) };
    if source[halt.at..].starts_with(',') && source[..halt.at].trim_end().ends_with([',', '{', '[']) {
        return at(&Trouble::CommaTwice, halt.at);
    }
    if let Some((trouble, span)) = typed::slip(source, halt.at) {
        return Blame { trouble, span };
    }
    if let Some(span) = joined(source, tape, halt) {
        return Blame { trouble: Trouble::LineBreak(source[span.clone()].to_owned()), span };
    }
    if let Some((trouble, span)) = bare::blame(source, &line, tape, halt) {
        return Blame { trouble, span };
    }
    if let Some(blame) = first_line(source, tape, halt) {
        return blame;
    }
    if halt.trouble == Trouble::ColonMisplaced
        && let Some(first) = stretched(source, tape, halt.at)
    {
        return Blame { trouble: no_key(source, &first), span: first };
    }
    if let Some(odd) = odd_indent(source, tape, halt) {
        return Blame { trouble: Trouble::OddIndent, span: odd };
    }
    if let Some(deep) = too_deep(source, tape, halt) {
        return Blame { trouble: Trouble::TooDeep, span: deep };
    }
    match &halt.trouble {
        Trouble::QuoteTail => match quote_before(source, halt.at) {
            Some(quote) if quote < line.start => return at(&Trouble::QuoteOpen, quote),
            Some(quote) => {
                let trouble = bare::with_tail(source, quote, halt.at, !tape.brackets.is_empty());
                return at(trouble.as_ref().unwrap_or(&halt.trouble), halt.at);
            }
            None => {}
        },
        Trouble::Character(c) if c.is_control() => {
            let inside = source[halt.at..].find(*c).unwrap_or_default();
            return at(&halt.trouble, halt.at + inside);
        }
        Trouble::QuoteOpen | Trouble::Escape | Trouble::Character(_) | Trouble::Nesting => {
            return at(&halt.trouble, halt.at);
        }
        _ => {}
    }
    if halt.trouble == Trouble::ItemInBracket
        && source[line.clone()].trim_start().starts_with("- ")
        && let Some(bracket) = unclosed_above(source, &line)
    {
        return at(&Trouble::BracketOpen, bracket);
    }
    let outside = |bracket: &usize| is_outside(source, *bracket, &line);
    if let Some(bracket) = tape.brackets.iter().map(|bracket| *bracket as usize).find(outside) {
        return at(&Trouble::BracketOpen, bracket);
    }
    match &halt.trouble {
        Trouble::CommaMissing if opens_block(source, tape, &line).is_some() => {
            at(&Trouble::BracketOpen, opens_block(source, tape, &line).unwrap_or(halt.at))
        }
        Trouble::CommaMissing | Trouble::ItemInBracket => {
            let span = last_word(source, tape, halt.at);
            match bare::with_comma(source, span.clone(), halt.at) {
                Some(between) => Blame { trouble: between, span },
                None => Blame { trouble: Trouble::CommaMissing, span },
            }
        }
        Trouble::KeyWithoutColon => {
            let end = source[..line.end].trim_end().len().max(halt.at);
            Blame { trouble: no_key(source, &(halt.at..end)), span: halt.at..end }
        }
        trouble => at(trouble, halt.at),
    }
}

/// Why a line is no key: it is what a merge left behind, or lacks the space behind its colon, or has no colon.
fn no_key(source: &str, span: &Range<usize>) -> Trouble {
    let text = &source[span.clone()];
    let is_id = |text: &str| text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_".contains(&b));
    if is_id(text) && typed::is_heading(source, &line_at(source, span.start)) {
        return Trouble::ColonMissing(format!("{text}:"));
    }
    if text.starts_with('{') && text.ends_with('}') && !text.contains('\n') && typed::is_in_list(source, span.start) {
        return Trouble::DashMissing(format!("- {text}"));
    }
    let glued = text
        .split_once(':')
        .filter(|(key, _)| !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_'));
    match glued {
        _ if text == "=======" => Trouble::Conflict,
        Some((key, value)) => Trouble::ColonGlued(format!("{key}: {}", value.lines().next().unwrap_or_default())),
        None => Trouble::KeyWithoutColon,
    }
}

/// How many spaces stand before a byte.
fn spaces_before(source: &str, at: usize) -> usize {
    source[..at].bytes().rev().take_while(|byte| *byte == b' ').count()
}

/// The first line that says something, where it is what troubles those below: it has no key, or is indented and they are not.
fn first_line(source: &str, tape: &Tape, halt: &Halt) -> Option<Blame> {
    let root = tape.slots.first().filter(|_| tape.brackets.is_empty() && halt.trouble.is_of_level())?;
    let start = root.start as usize;
    let (first, line) = (line_at(source, start), line_at(source, halt.at));
    let end = first.start + source[first.clone()].trim_end().len();
    let is_next =
        lines_below(source, &first).find(|line| says(source, line)).is_some_and(|next| next.start == line.start);
    let trouble = match root.form {
        Form::Plain | Form::PlainFolded => no_key(source, &(start..end)),
        Form::Map if is_next && indent(source, &first) > indent(source, &line) => Trouble::FirstLine,
        _ => return None,
    };
    (first.start < line.start).then_some(Blame { trouble, span: start..end })
}

/// Whether a line cannot be in a bracket that an earlier line opens: it stands no deeper than that line, or in the column of
/// the key that the bracket is the value of.
fn is_outside(source: &str, bracket: usize, line: &Range<usize>) -> bool {
    let opener = line_at(source, bracket);
    let mut key = opener.start + indent(source, &opener);
    while source[key..opener.end].starts_with("- ") {
        key += 2 + source[key + 2..opener.end].bytes().take_while(|&byte| byte == b' ').count();
    }
    let depth = indent(source, line);
    let beside_key = key < bracket && depth <= key - opener.start;
    opener.start < line.start && (depth <= indent(source, &opener) || beside_key)
}

/// The bracket that ends the line which a block of lines belongs to, where none of these ends with a comma: who writes
/// `units: {` above lines of a block has one bracket too many.
fn opens_block(source: &str, tape: &Tape, line: &Range<usize>) -> Option<usize> {
    let bracket = *tape.brackets.last()? as usize;
    let opener = line_at(source, bracket);
    let is_last = source[bracket + 1..opener.end].trim().is_empty();
    let depth = indent(source, &opener);
    let mut inside = lines_below(source, &opener)
        .take_while(|below| source[below.clone()].trim().is_empty() || indent(source, below) > depth)
        .filter(|below| !source[below.clone()].trim().is_empty());
    let has_commas = inside.any(|below| source[below].trim_end().ends_with(','));
    (is_last && opener.start < line.start && !has_commas).then_some(bracket)
}

/// The bracket that one of the lines above opens and does not close. The parser may not have come as far as to tell it.
fn unclosed_above(source: &str, line: &Range<usize>) -> Option<usize> {
    lines_above(source, line).find_map(|line| {
        let (mut open, mut quote) = (Vec::new(), None);
        for (at, c) in source[line.clone()].char_indices() {
            match (quote, c) {
                (Some(mark), c) if mark == c => quote = None,
                (Some(_), _) => {}
                (None, '"' | '\'') if open.is_empty() || source[..line.start + at].ends_with([' ', '{', '[', ',']) => {
                    quote = Some(c);
                }
                (None, '#') if source[..line.start + at].ends_with(' ') => break,
                (None, '{' | '[') => open.push(line.start + at),
                (None, '}' | ']') => drop(open.pop()),
                _ => {}
            }
        }
        open.first().copied()
    })
}

/// Where a scalar began that swallowed the lines above the one with the key `at`, if it began its line.
fn stretched(source: &str, tape: &Tape, at: usize) -> Option<Range<usize>> {
    let scalar = tape.slots.iter().rev().find(|slot| !slot.hidden)?;
    let start = scalar.start as usize;
    let line = line_at(source, start);
    let alone = source[line.start..start].trim().is_empty();
    let swallowed = scalar.form == Form::PlainFolded && scalar.end as usize == at;
    (alone && swallowed).then(|| start..source[..line.end].trim_end().len())
}

/// The scalar that ends where a comma is missing, or the character there.
fn last_word(source: &str, tape: &Tape, at: usize) -> Range<usize> {
    let scalar = tape.slots.iter().rev().find(|slot| !slot.hidden);
    match scalar {
        Some(scalar) if scalar.end as usize == at && scalar.start < scalar.end => {
            let line = line_at(source, at);
            let start = (scalar.start as usize).max(line.start + indent(source, &line));
            start..at
        }
        _ => character(source, at),
    }
}

/// The opening quote of the text whose closing quote stands right before `at`, spaces aside.
fn quote_before(source: &str, at: usize) -> Option<usize> {
    let bytes = source.as_bytes();
    let close = bytes[..at].iter().rposition(|byte| !byte.is_ascii_whitespace())?;
    let quote = bytes[close];
    if !matches!(quote, b'"' | b'\'') {
        return None;
    }
    let mut end = close;
    loop {
        let open = bytes[..end].iter().rposition(|&byte| byte == quote)?;
        let escapes = bytes[..open].iter().rev().take_while(|&&byte| byte == b'\\').count();
        let doubled = quote == b'\'' && open > 0 && bytes[open - 1] == quote;
        if doubled {
            end = open - 1;
        } else if quote == b'"' && escapes % 2 == 1 {
            end = open;
        } else {
            return Some(open);
        }
    }
}

/// The tabs that indent the line where the parser stopped, or the one below it.
fn tabs_at(source: &str, tape: &Tape, halt: &Halt) -> Option<Range<usize>> {
    let line = line_at(source, halt.at);
    let here = leading_tabs(source, &line);
    if halt.trouble != Trouble::Tab {
        return here.filter(|_| tape.brackets.is_empty());
    }
    here.or_else(|| {
        let below = lines_below(source, &line).find(|line| !source[line.clone()].trim().is_empty())?;
        leading_tabs(source, &below)
    })
}

/// The tabs among the blanks at the start of a line.
fn leading_tabs(source: &str, line: &Range<usize>) -> Option<Range<usize>> {
    let blanks = source[line.clone()].bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    let blanks = line.start..line.start + blanks;
    let first = source[blanks.clone()].find('\t')? + blanks.start;
    let tabs = source[first..blanks.end].bytes().take_while(|&byte| byte == b'\t').count();
    Some(first..first + tabs)
}

/// Up to where a broken line may stay so that the lines below keep what they belong to: `- ` and `key:`.
fn kept(source: &str, line: &Range<usize>, trouble: usize) -> Option<usize> {
    let below = lines_below(source, line).find(|line| {
        let text = source[line.clone()].trim();
        !text.is_empty() && !text.starts_with('#')
    })?;
    let depth = indent(source, &below);
    let mut at = line.start + indent(source, line);
    while source[at..line.end].starts_with("- ") {
        at += 2;
        at += source[at..line.end].bytes().take_while(|&byte| byte == b' ').count();
    }
    let kept = if depth == at - line.start && at > line.start + indent(source, line) {
        at
    } else if depth > at - line.start {
        let name = source[at..line.end]
            .bytes()
            .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-' || *byte == b'_');
        let colon = at + name.count();
        let key = colon > at && source[colon..].starts_with(": ");
        key.then_some(colon + 1)?
    } else {
        return None;
    };
    (kept <= trouble).then_some(kept)
}

/// The text with some bytes blanked; none if they were blank before.
fn blanked(source: &str, range: Range<usize>) -> Option<String> {
    if source[range.clone()].trim().is_empty() {
        return None;
    }
    let mut out = String::with_capacity(source.len());
    out.push_str(&source[..range.start]);
    out.extend(source[range.clone()].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
    out.push_str(&source[range.end..]);
    Some(out)
}

/// The text with each tab at the start of a line as one space.
fn tabs_as_spaces(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    for line in source.split_inclusive('\n') {
        let text = line.trim_start_matches(['\t', ' ']);
        out.extend(std::iter::repeat_n(' ', line.len() - text.len()));
        out.push_str(text);
    }
    out
}
