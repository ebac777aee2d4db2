//! What has to be asked of a table, in the order in which it is best asked.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::text::without_footnote;
use crate::import::table::{
    CellAt, Doubt, DoubtKind, FoundTable, PassedOverWhy, Role, TableCell, TableColumn, TableRow, TableValue,
};
use crate::words::fold;

/// The most cells that a doubt names.
const CELLS_TOLD: usize = 8;

/// More digits than this are those of a binary number, and not of a table.
const DIGITS_WRITTEN: usize = 9;

/// A doubt about some cells.
pub(super) fn doubt(kind: DoubtKind, at: Vec<CellAt>) -> Doubt {
    let count = at.len();
    Doubt { kind, at: at.into_iter().take(CELLS_TOLD).collect(), count }
}

/// The doubts about rows, columns and cells of a table that is otherwise complete; `unsure` are the positions of rows that
/// were passed over without being sure.
pub(super) fn doubts(table: &FoundTable, unsure: &[usize]) -> Vec<Doubt> {
    // Where nothing is ranked, there is nothing more to ask.
    if table.name.is_none() {
        return Vec::new();
    }
    let mut doubts = of_passed(table, unsure);
    doubts.extend(repeated(table));
    doubts.extend(hidden_rows(table));
    doubts.extend(without_values(table));
    doubts.extend(bands(table));
    for (i, column) in table.columns.iter().enumerate() {
        doubts.extend(of_column(table, i, column));
    }
    doubts.extend(signs(table));
    doubts
}

fn of_passed(table: &FoundTable, unsure: &[usize]) -> Vec<Doubt> {
    let of = |why: PassedOverWhy| -> Vec<usize> {
        unsure.iter().copied().filter(|i| table.passed_over[*i].why == why).collect()
    };
    let at = |passed: &[usize]| passed.iter().map(|i| table.passed_over[*i].at).collect();
    let (wholes, unranked) = (of(PassedOverWhy::Whole), of(PassedOverWhy::Unranked));
    let mut doubts = Vec::new();
    if !wholes.is_empty() {
        doubts.push(doubt(DoubtKind::WholeOrUnit { passed: wholes.clone() }, at(&wholes)));
    }
    if !unranked.is_empty() {
        doubts.push(doubt(DoubtKind::Unranked { passed: unranked.clone() }, at(&unranked)));
    }
    doubts
}

fn comparable(name: &str) -> String {
    fold(without_footnote(name).0)
}

/// Names that stand in several rows of a group, or once more among what was passed over.
fn repeated(table: &FoundTable) -> Vec<Doubt> {
    let mut rows: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    table.rows.iter().enumerate().for_each(|(i, row)| rows.entry(comparable(&row.name)).or_default().push(i));
    let mut doubts = Vec::new();
    for (name, rows) in rows {
        let is_again = |passed: &usize| {
            let passed = &table.passed_over[*passed];
            passed.why == PassedOverWhy::LookUp && passed.row.as_ref().is_some_and(|row| comparable(&row.name) == name)
        };
        let passed: Vec<usize> = (0..table.passed_over.len()).filter(is_again).collect();
        if rows.len() + passed.len() > 1 {
            let at = rows.iter().map(|i| table.rows[*i].at).chain(passed.iter().map(|i| table.passed_over[*i].at));
            let at = at.collect();
            doubts.push(doubt(DoubtKind::RepeatedUnit { rows, passed }, at));
        }
    }
    doubts
}

fn rows_that(table: &FoundTable, is: impl Fn(&TableRow) -> bool) -> Vec<usize> {
    (0..table.rows.len()).filter(|i| is(&table.rows[*i])).collect()
}

fn hidden_rows(table: &FoundTable) -> Option<Doubt> {
    let rows = rows_that(table, |row| row.is_hidden);
    let at = rows.iter().map(|i| table.rows[*i].at).collect();
    (!rows.is_empty()).then(|| doubt(DoubtKind::HiddenRows { rows }, at))
}

/// Whether a column holds what a score file can hold.
pub(super) fn is_wanted(role: &Role) -> bool {
    matches!(role, Role::Criterion | Role::Total | Role::Year(_) | Role::Rank { .. })
}

fn without_values(table: &FoundTable) -> Option<Doubt> {
    let is_told = |cell: &TableCell| {
        !matches!(cell.value, TableValue::Empty | TableValue::Uncomputed | TableValue::Mark(_) | TableValue::Text(_))
    };
    let rows = rows_that(table, |row| {
        !row.cells.iter().zip(&table.columns).any(|(cell, column)| is_wanted(&column.role) && is_told(cell))
    });
    let at = rows.iter().map(|i| table.rows[*i].at).collect();
    let has_values = table.columns.iter().any(|column| is_wanted(&column.role));
    (has_values && !rows.is_empty()).then(|| doubt(DoubtKind::WithoutValues { rows }, at))
}

/// Groups through which ranks or totals go on are bands.
fn bands(table: &FoundTable) -> Option<Doubt> {
    let heading = |row: &TableRow| row.group.as_ref().map(|(_, at)| *at);
    let mut headings: Vec<CellAt> = table.rows.iter().filter_map(heading).collect();
    headings.dedup();
    let is_by_rows = table.passed_over.iter().any(|passed| passed.why == PassedOverWhy::GroupHeading);
    let goes_on = |column: usize, is_rank: bool| {
        let number = |row: &TableRow| match (&row.cells[column].value, is_rank) {
            (TableValue::Rank { from, .. }, true) => Some(Decimal::from(*from)),
            (TableValue::Number { stored, .. }, false) => Some(-*stored),
            _ => None,
        };
        let numbers: Vec<Decimal> = table.rows.iter().filter_map(number).collect();
        numbers.len() >= 4 && numbers.windows(2).all(|pair| pair[0] <= pair[1]) && numbers.first() != numbers.last()
    };
    let of = |is: fn(&Role) -> bool| (0..table.columns.len()).filter(move |i| is(&table.columns[*i].role));
    let mut ranks = of(|role| matches!(role, Role::Rank { .. }));
    let begins_anew = |column: usize| {
        let first = |group: &[TableRow]| {
            group.iter().any(|row| matches!(row.cells[column].value, TableValue::Rank { from: 1, .. }))
        };
        table.rows.chunk_by(|a, b| heading(a) == heading(b)).all(first)
    };
    // Ranks that begin anew below each heading tell groups; where there are none, the totals speak for bands.
    if ranks.clone().any(begins_anew) {
        return None;
    }
    let through = ranks.any(|i| goes_on(i, true)) || of(|role| *role == Role::Total).any(|i| goes_on(i, false));
    (headings.len() >= 2 && is_by_rows && through).then(|| doubt(DoubtKind::BandsOrGroups, headings))
}

fn of_column(table: &FoundTable, i: usize, column: &TableColumn) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let cells = || table.rows.iter().map(|row| &row.cells[i]);
    let mut of_cells = |kind: DoubtKind, is: &dyn Fn(&TableCell) -> bool| {
        let at: Vec<CellAt> = cells().filter(|cell| is(cell)).map(|cell| cell.at).collect();
        if !at.is_empty() {
            doubts.push(doubt(kind, at));
        }
    };
    if is_wanted(&column.role) {
        of_cells(DoubtKind::DecimalSign { column: i }, &|cell| matches!(cell.value, TableValue::Either { .. }));
        of_cells(DoubtKind::Percent { column: i }, &|cell| {
            matches!(cell.value, TableValue::Number { is_percent: true, .. })
        });
        of_cells(DoubtKind::StoredOrShown { column: i }, &differs);
        of_cells(DoubtKind::ShownUnknown { column: i }, &is_unknown);
    }
    if !column.is_sure {
        let kind = match column.role {
            Role::Rank { of: None }
                if cells().all(|cell| !matches!(cell.value, TableValue::Rank { to: Some(_), .. })) =>
            {
                DoubtKind::RoleOf { column: i }
            }
            Role::Rank { .. } => DoubtKind::RankOf { column: i },
            _ => DoubtKind::RoleOf { column: i },
        };
        doubts.insert(0, doubt(kind, vec![column.at]));
    }
    doubts
}

/// Whether another number is shown than is stored.
fn differs(cell: &TableCell) -> bool {
    match cell.value {
        TableValue::Number { stored, shown: Some(shown), is_percent } => {
            let stored = if is_percent { stored.checked_mul(Decimal::ONE_HUNDRED) } else { Some(stored) };
            stored != Some(shown)
        }
        _ => false,
    }
}

/// Whether it is not known what is shown, and more digits are stored than anybody writes.
fn is_unknown(cell: &TableCell) -> bool {
    let n_digits = cell.stored.bytes().filter(u8::is_ascii_digit).count();
    matches!(cell.value, TableValue::Number { shown: None, .. }) && n_digits > DIGITS_WRITTEN
}

/// Each sign in columns of numbers, with the columns that hold it.
fn signs(table: &FoundTable) -> Vec<Doubt> {
    let mut found: BTreeMap<&str, (Vec<usize>, Vec<CellAt>)> = BTreeMap::new();
    for (i, _) in table.columns.iter().enumerate().filter(|(_, column)| is_wanted(&column.role)) {
        for row in &table.rows {
            let cell = &row.cells[i];
            if let TableValue::Mark(sign) = &cell.value {
                let (columns, at) = found.entry(sign).or_default();
                if columns.last() != Some(&i) {
                    columns.push(i);
                }
                at.push(cell.at);
            }
        }
    }
    let of = |(sign, (columns, at)): (&str, (Vec<usize>, Vec<CellAt>))| {
        doubt(DoubtKind::Sign { sign: sign.to_owned(), columns }, at)
    };
    found.into_iter().map(of).collect()
}
