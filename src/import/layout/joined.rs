//! One table of several that stand side by side, joined by the names of their units.

use std::collections::BTreeMap;

use super::text::without_footnote;
use crate::import::table::{CellAt, FoundTable, Role, TableCell, TableColumn, TableRow, TableValue};
use crate::words::fold;

/// Joins tables by names. Tables with the same headings and other units go on with the rows of the first; all others bring
/// columns. A unit that is not in all of them has empty cells.
pub(super) fn joined(mut tables: Vec<FoundTable>) -> Option<FoundTable> {
    if tables.is_empty() {
        return None;
    }
    if tables.windows(2).any(|pair| !goes_on(&pair[0], &pair[1])) {
        tables.iter_mut().for_each(title_over_headings);
    }
    let first = tables.remove(0);
    Some(tables.into_iter().fold(first, |whole, other| match goes_on(&whole, &other) {
        true => with_rows(whole, other),
        false => with_columns(whole, other),
    }))
}

/// Whether each of several tables goes on with the units of the one before it.
pub(super) fn all_go_on(tables: &[FoundTable]) -> bool {
    tables.windows(2).all(|pair| goes_on(&pair[0], &pair[1]))
}

/// What stands over one of several tables is what its columns are about.
fn title_over_headings(table: &mut FoundTable) {
    let Some(title) = table.title.last() else { return };
    let columns = table.columns.iter_mut().filter(|column| column.role != Role::Name);
    columns.for_each(|column| column.heading.insert(0, title.clone()));
}

fn name(row: &TableRow) -> String {
    fold(without_footnote(&row.name).0)
}

fn goes_on(whole: &FoundTable, other: &FoundTable) -> bool {
    let headings =
        |table: &FoundTable| -> Vec<Vec<String>> { table.columns.iter().map(|c| c.heading.clone()).collect() };
    let names: Vec<String> = whole.rows.iter().map(name).collect();
    headings(whole) == headings(other) && other.rows.iter().all(|row| !names.contains(&name(row)))
}

fn with_rows(mut whole: FoundTable, other: FoundTable) -> FoundTable {
    // The roles of the first hold for the cells of both only where both have found the same.
    for (column, beside) in whole.columns.iter_mut().zip(&other.columns) {
        column.is_sure &= beside.is_sure && column.role == beside.role;
    }
    whole.rows.extend(other.rows);
    whole.passed_over.extend(other.passed_over);
    whole
}

fn with_columns(mut whole: FoundTable, other: FoundTable) -> FoundTable {
    // Several totals are none.
    let no_total = |column: &mut TableColumn| {
        if column.role == Role::Total {
            column.role = Role::Criterion;
        }
    };
    whole.columns.iter_mut().for_each(no_total);
    let n_before = whole.columns.len();
    let kept: Vec<usize> = (0..other.columns.len()).filter(|i| other.columns[*i].role != Role::Name).collect();
    let moved = |of: usize| kept.iter().position(|i| *i == of).map(|i| n_before + i);
    for i in &kept {
        let mut column = other.columns[*i].clone();
        no_total(&mut column);
        if let Role::Rank { of } = &mut column.role {
            *of = of.and_then(moved);
        }
        whole.columns.push(column);
    }
    let empty = |at: CellAt| TableCell {
        at,
        stored: String::new(),
        shown: Some(String::new()),
        value: TableValue::Empty,
        footnote: None,
        is_formula: false,
        merged_with: None,
    };
    let mut rows: BTreeMap<String, TableRow> = other.rows.iter().map(|row| (name(row), row.clone())).collect();
    for row in &mut whole.rows {
        let beside = rows.remove(&name(row));
        let at = row.at;
        let cell = |i: &usize| beside.as_ref().map_or_else(|| empty(at), |row| row.cells[*i].clone());
        row.cells.extend(kept.iter().map(cell));
    }
    // Units of the other table alone, in its order.
    for row in other.rows {
        if rows.contains_key(&name(&row)) {
            let own = kept.iter().map(|i| row.cells[*i].clone());
            let cells = (0..n_before).map(|_| empty(row.at)).chain(own).collect();
            whole.rows.push(TableRow { cells, ..row });
        }
    }
    whole.passed_over.extend(other.passed_over);
    whole
}
