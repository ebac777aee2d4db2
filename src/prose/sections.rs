//! The parts of an announcement: of which group and of which criterion each paragraph speaks.

use std::ops::Range;

use super::lexicon::Lexicon;
use super::words::plain;
use crate::model::Column;

/// A paragraph, and of which column of which group it speaks.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ProseSection {
    /// The position of the group; none where nothing before it names one.
    pub(crate) group: Option<usize>,
    /// The column; none where its head names none, so that nothing in it can be proposed.
    pub(crate) column: Option<Column>,
    /// What stands behind its head, or all of it where there is none.
    pub(crate) body: Range<usize>,
}

/// Words by which the head of a paragraph tells that it is about the whole.
const WHOLE: [&[&str]; 8] = [
    &["tong", "diem"],
    &["ket", "qua", "chung"],
    &["xep", "hang", "chung"],
    &["tong", "hop"],
    &["tong", "the"],
    &["overall"],
    &["total"],
    &["in", "total"],
];

/// The paragraphs in the order of the text. A group is named by a line of its own, or by the head of the paragraph; the
/// column by its head.
pub(crate) fn sections(lexicon: &Lexicon, text: &str) -> Vec<ProseSection> {
    let only = (lexicon.members.len() == 1).then_some(0);
    let (mut group, mut sections, mut start) = (only, Vec::new(), 0);
    for line in text.split_inclusive('\n') {
        let here = start..start + line.trim_end().len();
        start += line.len();
        if let Some(named) = heading(lexicon, &text[here.clone()]) {
            group = Some(named);
            continue;
        }
        let head = head_of(text, here.clone()).map(|(head, body)| (plain(&text[head]), body));
        group = head.as_ref().and_then(|(words, _)| group_inside(lexicon, words)).or(group);
        let with_column = head.and_then(|(words, body)| Some((column_of(lexicon, group.unwrap_or(0), &words)?, body)));
        sections.push(match with_column {
            Some((column, body)) => ProseSection { group, column: Some(column), body },
            None => ProseSection { group, column: None, body: here },
        });
    }
    sections
}

/// What stands before the first colon of a line, and what behind it.
fn head_of(text: &str, line: Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let colon = text[line.clone()].find(':')? + line.start;
    Some((line.start..colon, colon + 1..line.end))
}

/// The group that a line of its own names: its name, with a number before it at most.
fn heading(lexicon: &Lexicon, line: &str) -> Option<usize> {
    let words = plain(line.trim_end_matches(':'));
    let bare = match words.split_first() {
        Some((first, rest)) if first.chars().all(|c| c.is_ascii_digit() || "ivx".contains(c)) => rest,
        _ => &words[..],
    };
    lexicon.groups.iter().find(|(name, _)| name == bare).map(|(_, group)| *group)
}

/// The group whose name stands within some words, the longest one.
fn group_inside(lexicon: &Lexicon, words: &[String]) -> Option<usize> {
    let inside = lexicon.groups.iter().filter(|(name, _)| words.windows(name.len()).any(|window| window == name));
    inside.max_by_key(|(name, _)| name.len()).map(|(_, group)| *group)
}

/// The column that a head names: the criterion whose name stands in it, or which it shortens; else the total.
fn column_of(lexicon: &Lexicon, group: usize, head: &[String]) -> Option<Column> {
    let contains = |long: &[String], short: &[String]| {
        !short.is_empty() && short.len() <= long.len() && long.windows(short.len()).any(|window| window == short)
    };
    let fits = |name: &Vec<String>| contains(head, name) || contains(name, head);
    let criteria = lexicon.criteria.get(group)?;
    let best = criteria.iter().filter(|(name, _)| fits(name)).max_by_key(|(name, _)| name.len().min(head.len()));
    let is_short = |name: &[String]| head.len() <= name.len() + 4;
    if let Some((_, column)) = best.filter(|(name, _)| is_short(name)) {
        return Some(*column);
    }
    let says = |whole: &[&str]| head.windows(whole.len()).any(|window| window.iter().zip(whole).all(|(a, b)| a == b));
    WHOLE.iter().any(|whole| says(whole)).then(|| lexicon.totals[group])
}
