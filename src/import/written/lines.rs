//! Lines of one map each, side by side: keys and parts begin in the same column.

use super::spots::{Parts, Spots};
use crate::import::table::CellAt;

/// Parts that are wider are not lined up.
const WIDTH_MAX: usize = 48;

/// A line `id: { part, part } # B6`.
pub(super) struct MapLine {
    pub(super) id: String,
    /// Its parts; one that is not there leaves no room.
    pub(super) parts: Vec<Option<Parts>>,
    /// The cell with its name, and how it is called.
    pub(super) at: Option<(CellAt, String)>,
}

/// Adds lines below each other.
pub(super) fn push_lines(text: &mut Spots, indent: &str, lines: &[MapLine]) {
    let id_width = width(lines.iter().map(|line| line.id.len()));
    let n = lines.iter().map(|line| line.parts.len()).max().unwrap_or_default();
    let part_width = |at: usize| width(lines.iter().filter_map(|line| line.parts.get(at)?.as_ref().map(Parts::width)));
    let widths: Vec<usize> = (0..n).map(part_width).collect();
    for line in lines {
        let pad = id_width.saturating_sub(line.id.len());
        text.push(indent);
        text.push_of(&line.id, line.at.as_ref().map(|(at, _)| *at));
        text.push(&format!(": {}{{ ", " ".repeat(pad)));
        let there: Vec<(usize, &Parts)> =
            line.parts.iter().enumerate().filter_map(|(at, part)| Some((at, part.as_ref()?))).collect();
        for (i, (at, part)) in there.iter().enumerate() {
            text.push_parts(part);
            let is_last = i + 1 == there.len();
            let pad = if is_last { 0 } else { widths[*at].saturating_sub(part.width()) };
            text.push(&format!("{}{}", if is_last { "" } else { ", " }, " ".repeat(pad)));
        }
        text.push(" }");
        text.push(&line.at.as_ref().map(|(_, address)| format!(" # {address}")).unwrap_or_default());
        text.push("\n");
    }
}

fn width(widths: impl Iterator<Item = usize>) -> usize {
    widths.filter(|width| *width <= WIDTH_MAX).max().unwrap_or_default()
}

/// A comment, broken into lines between its words.
pub(super) fn comment(words: &str) -> String {
    const WIDTH: usize = 110;
    let (mut text, mut line) = (String::new(), String::new());
    for word in words.split(' ') {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > WIDTH {
            text.push_str(&format!("# {line}\n"));
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    format!("{text}# {line}\n")
}
