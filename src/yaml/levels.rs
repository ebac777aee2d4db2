//! Lines that stand at another level than their neighbours say, and lines that should be two.

use std::ops::Range;

use super::bare;
use super::events::Halt;
use super::lines::{indent, line_at, lines_above, lines_below};
use super::tape::Tape;
use super::trouble::Trouble;

/// The key on whose left a line break is missing: two spaces at least, which indented it, stand between it and the line
/// above.
pub(super) fn joined(source: &str, tape: &Tape, halt: &Halt) -> Option<Range<usize>> {
    let line = line_at(source, halt.at);
    let text = source.get(line.clone()).filter(|_| tape.brackets.is_empty())?.trim_end();
    let first = text.len() - text.trim_start().len();
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let is_key = |at: usize| {
        let said = text[at..].strip_prefix("- ").unwrap_or(&text[at..]);
        let rest = said.trim_start_matches(is_name);
        text[at..].starts_with("- {") || (rest.len() < said.len() && (rest == ":" || rest.starts_with(": ")))
    };
    let mut starts =
        text.match_indices("  ").map(|(at, _)| at + 2).filter(|at| *at > first && !text[*at..].starts_with(' '));
    let at = starts.find(|at| is_key(*at) && bare::is_outside_of_signs(&text[..*at]))?;
    let length = text[at..].find([':', '{'])? + 1;
    (halt.at < line.start + at + length).then(|| line.start + at..line.start + at + length)
}

/// The line that alone in the text is indented as it is, where the lines around it are indented like others: of them all that
/// one is wrong. It opens the level to which the parser came back, or begins it, or is the item of the line that is too deep.
pub(super) fn odd_indent(source: &str, tape: &Tape, halt: &Halt) -> Option<Range<usize>> {
    if !is_of_level(halt) || !tape.brackets.is_empty() {
        return None;
    }
    let says = |line: &Range<usize>| says(source, line);
    let line = line_at(source, halt.at);
    let depth = indent(source, &line);
    let outer = lines_above(source, &line).filter(says).find(|above| indent(source, above) < depth)?;
    let inner = lines_below(source, &outer).find(says);
    let all = || std::iter::once(line_at(source, 0)).chain(lines_below(source, &line_at(source, 0))).filter(says);
    let n_like = |depth: usize| all().filter(|line| indent(source, line) == depth).count();
    let is_odd = |line: &Range<usize>| indent(source, line) > 0 && n_like(indent(source, line)) == 1;
    let is_item = |line: &Range<usize>| source[line.clone()].trim_start().starts_with("- ");
    let odd = match halt.trouble {
        Trouble::Indentation => [Some(outer), inner].into_iter().flatten().find(is_odd),
        _ => Some(outer).filter(|outer| is_item(outer) && is_odd(outer)),
    };
    let odd = odd.filter(|odd| odd.start != line.start && n_like(depth) > 1)?;
    Some(odd.start + indent(source, &odd)..odd.start + source[odd.clone()].trim_end().len())
}

/// The text of a line that is deeper than the one above although that has its value already: the key above it is missing.
pub(super) fn too_deep(source: &str, tape: &Tape, halt: &Halt) -> Option<Range<usize>> {
    if !is_of_level(halt) || !tape.brackets.is_empty() {
        return None;
    }
    let says = |line: &Range<usize>| says(source, line);
    let mut line = line_at(source, halt.at);
    if halt.trouble == Trouble::TooDeep {
        // A comment behind the value above made the parser stop there.
        line = lines_below(source, &line).find(says)?;
    }
    let above = lines_above(source, &line).find(says)?;
    let text = source[above.clone()].split(" #").next().unwrap_or_default().trim();
    let opens = text.ends_with([':', '|', '>', '-']) || text.ends_with("|-") || text.ends_with(">-");
    let depth = indent(source, &line);
    let start = line.start + depth;
    let end = line.start + source[line.clone()].trim_end().len();
    // A line of spaces alone has no text.
    let text = source.get(start..end)?;
    let is_entry = text.starts_with("- ") || text.contains(": ") || text.ends_with(':');
    (depth > indent(source, &above) && !opens && is_entry && start < end).then_some(start..end)
}

/// Whether a line is more than blanks and a comment.
pub(super) fn says(source: &str, line: &Range<usize>) -> bool {
    let text = source[line.clone()].trim();
    !text.is_empty() && !text.starts_with('#')
}

/// Whether what troubles the parser may be how deep a line stands.
fn is_of_level(halt: &Halt) -> bool {
    halt.trouble.is_of_level() || halt.trouble == Trouble::ColonMisplaced
}
