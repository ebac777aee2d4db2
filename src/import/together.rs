//! Which sheets of a workbook hold one ranking together: a sheet for each group.

use std::collections::BTreeSet;

use super::question::{Said, said};
use super::stacked::stacked;
use super::table::{FoundTable, Role, TableValue, Workbook, WorkbookSheet};
use crate::words::fold;

/// Whether the tables of several sheets are one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SheetsTogether {
    /// Each sheet stands for itself.
    Apart,
    /// They can be the groups of one ranking, and somebody has to say so.
    Perhaps(Box<FoundTable>),
    /// They are: somebody named them, or they show it.
    Surely(Box<FoundTable>),
    /// Somebody named sheets that cannot be one table; why.
    Unlike(Said),
}

/// What the sheets of a workbook are to each other: those that were named, or all.
pub(crate) fn together(workbook: &Workbook, sheets: &[String], year: i32) -> SheetsTogether {
    match sheets {
        [] => found(workbook, year),
        [_] => SheetsTogether::Apart,
        several => of_named(workbook, several),
    }
}

/// The sheets that were named, in that order.
fn of_named(workbook: &Workbook, names: &[String]) -> SheetsTogether {
    let mut tables: Vec<&FoundTable> = Vec::new();
    for name in names {
        let own: Vec<&FoundTable> = workbook.named(name).into_iter().flat_map(rankings).collect();
        match own.as_slice() {
            [only] if tables.contains(only) => {}
            [only] => tables.push(*only),
            all => {
                let n = all.len();
                let tables = if n == 0 { "no table of units".to_owned() } else { format!("{n} tables of units") };
                return SheetsTogether::Unlike(said(
                    format!("sheet `{name}` holds {tables}, where one is needed"),
                    format!("trang tính `{name}` có {n} bảng đơn vị, trong khi cần đúng một bảng"),
                ));
            }
        }
    }
    stacked(&tables).map_or_else(SheetsTogether::Unlike, |table| SheetsTogether::Surely(Box::new(table)))
}

fn rankings(sheet: &WorkbookSheet) -> impl Iterator<Item = &FoundTable> {
    sheet.tables.iter().filter(|table| table.is_ranking())
}

/// The sheets that are alike and hold other units each. It is sure where the workbook has no other table, no name tells
/// another year than another one, and ranks begin anew in each.
fn found(workbook: &Workbook, year: i32) -> SheetsTogether {
    let shown = workbook.sheets.iter().filter(|sheet| !sheet.is_hidden && rankings(sheet).next().is_some());
    let mut sheets: Vec<&WorkbookSheet> = shown.collect();
    let is_told = |sheet: &&WorkbookSheet| sheet.years.contains(&year);
    if sheets.iter().any(is_told) {
        sheets.retain(|sheet| sheet.years.is_empty() || is_told(sheet));
    }
    let is_single = |sheet: &&&WorkbookSheet| rankings(sheet).count() == 1;
    let single: Vec<&WorkbookSheet> = sheets.iter().filter(is_single).copied().collect();
    let tables = alike(&single.iter().flat_map(|sheet| rankings(sheet)).collect::<Vec<_>>());
    let Some(table) = stacked(&tables).ok().filter(|_| tables.len() > 1 && are_others(&tables)) else {
        return SheetsTogether::Apart;
    };
    let is_of_year =
        sheets.iter().all(|sheet| sheet.years == [year]) || sheets.iter().all(|sheet| sheet.years.is_empty());
    if tables.len() == sheets.len() && is_of_year && begin_anew(&table) {
        SheetsTogether::Surely(Box::new(table))
    } else {
        SheetsTogether::Perhaps(Box::new(table))
    }
}

/// The most tables that are alike.
fn alike<'t>(tables: &[&'t FoundTable]) -> Vec<&'t FoundTable> {
    let like = |first: &&'t FoundTable| -> Vec<&'t FoundTable> {
        tables.iter().copied().filter(|other| stacked(&[first, other]).is_ok()).collect()
    };
    tables.iter().map(like).rev().max_by_key(Vec::len).unwrap_or_default()
}

/// Whether no unit stands in two of the tables.
fn are_others(tables: &[&FoundTable]) -> bool {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    tables.iter().all(|table| {
        let names: BTreeSet<String> = table.rows.iter().map(|row| fold(&row.name)).collect();
        let is_new = names.is_disjoint(&seen);
        seen.extend(names);
        is_new
    })
}

/// Whether the ranks of a column begin with the first in each sheet.
fn begin_anew(table: &FoundTable) -> bool {
    let is_first = |value: &TableValue| matches!(value, TableValue::Rank { from: 1, .. });
    let in_each = |column: usize| {
        (0..table.sheets.len()).all(|sheet| {
            let mut own = table.rows.iter().filter(|row| usize::from(row.at.sheet) == sheet);
            own.any(|row| is_first(&row.cells[column].value))
        })
    };
    (0..table.columns.len()).any(|at| matches!(table.columns[at].role, Role::Rank { .. }) && in_each(at))
}
