//! The keys by which answers know columns and rows: their texts, with a number where one stands twice.

use std::collections::BTreeMap;

use crate::import::line::one_line;
use crate::import::table::{FoundTable, TableRow};

/// The keys of the columns: their headings, from the outermost; of one without a heading, its letters.
pub(super) fn column_keys(table: &FoundTable) -> Vec<String> {
    let text = |heading: &[String], letters: String| if heading.is_empty() { letters } else { heading.join(" / ") };
    told_apart(table.columns.iter().map(|column| text(&column.heading, column.at.letters())))
}

/// The keys of the rows: the names that stand in them.
pub(super) fn row_keys(rows: &[&TableRow]) -> Vec<String> {
    told_apart(rows.iter().map(|row| row.name.clone()))
}

fn told_apart(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let keys = texts.map(|text| {
        let text = one_line(&text);
        let n = seen.entry(text.clone()).or_default();
        *n += 1;
        if *n == 1 { text } else { format!("{text} #{n}") }
    });
    keys.collect()
}
