//! Years in headings: columns that differ by nothing but their year hold the same for other editions.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::ColumnFound;
use super::heading_words::HeadingWord;
use super::text::years;
use crate::words::fold;

/// The year that the headings of a column tell; none where they tell several.
pub(super) fn year_of(column: &ColumnFound) -> Option<i32> {
    told(column).map(|(year, _)| year)
}

/// The one year of headings, and what they say besides.
fn told(column: &ColumnFound) -> Option<(i32, Vec<String>)> {
    let found: BTreeSet<i32> = column.headings.iter().flat_map(|(_, heading)| years(heading)).collect();
    let year = *found.first().filter(|_| found.len() == 1)?;
    let rest = |(_, heading): &(u32, String)| {
        let rest = fold(&heading.replace(&year.to_string(), " "));
        let words = rest
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !["", "nam", "year", "fy", "tahun"].contains(word));
        words.collect::<Vec<_>>().join(" ")
    };
    Some((year, column.headings.iter().map(rest).filter(|rest| !rest.is_empty()).collect()))
}

/// The columns of numbers that are the same for several years.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct YearColumns {
    /// The one number of each year.
    pub(super) one: BTreeSet<u32>,
    /// Several numbers of each year.
    pub(super) several: BTreeSet<u32>,
}

/// Finds the columns that differ by nothing but their year, or the only one, whose heading is a year.
pub(super) fn year_columns(columns: &[ColumnFound]) -> YearColumns {
    let scored: Vec<&ColumnFound> = columns.iter().filter(|column| is_scored(column)).collect();
    let mut alike: BTreeMap<Vec<String>, Vec<(i32, u32)>> = BTreeMap::new();
    for column in &scored {
        if let Some((year, rest)) = told(column) {
            alike.entry(rest).or_default().push((year, column.column));
        }
    }
    let is_only = scored.len() == 1;
    alike.retain(|rest, found| {
        let years: BTreeSet<i32> = found.iter().map(|(year, _)| *year).collect();
        years.len() == found.len() && (years.len() >= 2 || is_only && rest.is_empty())
    });
    let all = alike.values().flatten().map(|(_, column)| *column).collect();
    match alike.len() {
        1 => YearColumns { one: all, ..YearColumns::default() },
        _ => YearColumns { several: all, ..YearColumns::default() },
    }
}

/// Whether a column of numbers may hold scores.
fn is_scored(column: &ColumnFound) -> bool {
    let is_beside = matches!(
        column.word,
        Some(HeadingWord::Rank | HeadingWord::Change | HeadingWord::Numbering | HeadingWord::Id | HeadingWord::When)
    );
    column.is_numeric() && !is_beside
}
