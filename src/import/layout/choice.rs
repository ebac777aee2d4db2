//! Which table of a workbook is meant, for a year.

use crate::import::table::{DoubtKind, FoundTable, Role, Workbook, WorkbookSheet};

/// A table of a workbook, by the positions of its sheet and in its sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// The position of the sheet.
    pub(crate) sheet: usize,
    /// The position of the table in it.
    pub(crate) table: usize,
}

/// All tables, the likeliest first, and whether the first is the only one that can be meant.
///
/// Shown sheets come before hidden ones, those whose name tells the year before those that tell another one, and else the
/// order of the workbook holds.
pub(crate) fn choices(workbook: &Workbook, year: i32) -> (Vec<Choice>, bool) {
    let mut all: Vec<(ChoiceKey, Choice)> = Vec::new();
    // Years in names count only where one of them is the year that is wanted: many names tell a wrong one.
    let is_told = workbook.sheets.iter().any(|sheet| sheet.years.contains(&year));
    for (i, sheet) in workbook.sheets.iter().enumerate() {
        for (j, table) in sheet.tables.iter().enumerate() {
            all.push((key(sheet, table, (year, is_told), j), Choice { sheet: i, table: j }));
        }
    }
    all.sort_by_key(|(key, choice)| (*key, choice.sheet, choice.table));
    let is_clear = match all.as_slice() {
        [] => false,
        [_] => true,
        [(first, _), (second, _), ..] => {
            first.is_hidden != second.is_hidden
                || first.is_ranking != second.is_ranking
                || first.year == 0 && second.year != 0
        }
    };
    (all.into_iter().map(|(_, choice)| choice).collect(), is_clear)
}

/// What is compared, the better the lower.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct ChoiceKey {
    is_hidden: bool,
    is_ranking: std::cmp::Reverse<bool>,
    year: u8,
    position: usize,
}

fn key(sheet: &WorkbookSheet, table: &FoundTable, (year, is_told): (i32, bool), position: usize) -> ChoiceKey {
    let has_year_column = table.columns.iter().any(|column| column.role == Role::Year(year));
    let told = match sheet.years.as_slice() {
        _ if has_year_column => 0,
        _ if !is_told => 1,
        [] => 1,
        years if years.contains(&year) => 0,
        _ => 2,
    };
    let is_none = table.doubts.iter().any(|doubt| doubt.kind == DoubtKind::NoRanking);
    ChoiceKey { is_hidden: sheet.is_hidden, is_ranking: std::cmp::Reverse(!is_none), year: told, position }
}
