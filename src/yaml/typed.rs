//! Signs of YAML that are typed nearly right: a dash without its space, a brace left out, a minus apart from its number.

use std::ops::Range;

use super::lines::{indent, line_at, lines_above, lines_below};
use super::trouble::Trouble;

/// What a line shows in which the parser stopped, or the one above it.
pub(super) fn slip(source: &str, at: usize) -> Option<(Trouble, Range<usize>)> {
    let line = line_at(source, at);
    let above = lines_above(source, &line).find(|above| !source[above.clone()].trim().is_empty());
    let here =
        brace_missing(source, &line).or_else(|| minus_apart(source, &line)).or_else(|| comma_alone(source, &line));
    here.or_else(|| [Some(line), above].into_iter().flatten().find_map(|line| dash_glued(source, &line)))
}

/// What a line says, and where it begins to.
fn said<'s>(source: &'s str, line: &Range<usize>) -> (&'s str, usize) {
    let start = line.start + indent(source, line);
    (source[start..line.end].trim_end(), start)
}

/// `-rank: 1` and `-{ rank: 1 }`: items whose dash lacks its space.
fn dash_glued(source: &str, line: &Range<usize>) -> Option<(Trouble, Range<usize>)> {
    let (text, start) = said(source, line);
    let rest = text.strip_prefix('-')?;
    let key = rest.bytes().take_while(|b| b.is_ascii_lowercase() || *b == b'_').count();
    let is_item = rest.starts_with('{') || (key > 0 && rest[key..].starts_with(": "));
    is_item.then(|| (Trouble::DashGlued(format!("- {rest}")), start..start + 1))
}

/// `so-a: x: 1, y: 2 }`: a map whose brace is not opened.
fn brace_missing(source: &str, line: &Range<usize>) -> Option<(Trouble, Range<usize>)> {
    let (text, start) = said(source, line);
    let n = |c: char| text.matches(c).count();
    let (key, value) = text.split_once(": ")?;
    let inside = value.trim_start();
    let is_open = text.ends_with('}') && n('}') == n('{') + 1 && n('"') % 2 == 0 && !key.contains(['{', '"', ' ']);
    let holds_key = inside.split_once(": ").is_some_and(|(key, _)| !key.contains([' ', '{', '[', '"']));
    let whole = format!("{key}: {{ {inside}");
    (is_open && holds_key).then(|| (Trouble::BraceMissing(whole), start..start + text.len()))
}

/// `points: - 2`: a number whose minus stands apart.
fn minus_apart(source: &str, line: &Range<usize>) -> Option<(Trouble, Range<usize>)> {
    let text = &source[line.clone()];
    let at = text.find(": - ")? + 2;
    let rest = text[at + 2..].trim_start_matches(' ');
    let n = rest.bytes().take_while(|b| b.is_ascii_digit() || b".,".contains(b)).count();
    let number = rest[..n].trim_end_matches([',', '.']);
    let after = rest[number.len()..].trim_start();
    let is_number = !number.is_empty() && (after.is_empty() || after.starts_with([',', '}', '#']));
    let end = line.start + at + 2 + text[at + 2..].len() - rest.len() + number.len();
    is_number.then(|| (Trouble::MinusApart(format!("-{number}")), line.start + at..end))
}

/// `decimal: ,`: the sign itself in the place of its name.
fn comma_alone(source: &str, line: &Range<usize>) -> Option<(Trouble, Range<usize>)> {
    let (text, start) = said(source, line);
    let is_sign = text.strip_prefix("decimal:").is_some_and(|value| value.trim() == ",");
    is_sign.then(|| (Trouble::CommaAlone, start + text.len() - 1..start + text.len()))
}

/// Whether lines below one are indented deeper: then it is the heading of them.
pub(super) fn is_heading(source: &str, line: &Range<usize>) -> bool {
    let next = lines_below(source, line).find(|below| !source[below.clone()].trim().is_empty());
    next.is_some_and(|below| indent(source, &below) > indent(source, line))
}

/// Whether a line stands among items of a list: the nearest one above that is indented alike begins with a dash.
pub(super) fn is_in_list(source: &str, at: usize) -> bool {
    let line = line_at(source, at);
    let depth = indent(source, &line);
    let above = lines_above(source, &line).filter(|above| !source[above.clone()].trim().is_empty());
    let beside = above.into_iter().find(|above| indent(source, above) <= depth);
    beside.is_some_and(|above| indent(source, &above) == depth && said(source, &above).0.starts_with("- "))
}
