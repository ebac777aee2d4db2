//! Tables as texts, so that tests compare all that was understood.

use crate::import::table::{FoundTable, Role, TableCell, TableColumn, TableRow, TableValue, Workbook};
use crate::import::tables;

/// A table written as CSV, and what is understood of it.
#[track_caller]
pub(super) fn csv(text: &str, expected: &str) {
    understood(text.as_bytes(), "bang.csv", expected);
}

/// A file, and what is understood of it.
#[track_caller]
pub(super) fn understood(bytes: &[u8], name: &str, expected: &str) {
    let found = printed(&tables(bytes, name).unwrap(), 20);
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(found.trim_end(), expected.join("\n"), "\n{found}");
}

/// All that was understood of a workbook, with up to so many rows of each table.
pub(super) fn printed(workbook: &Workbook, rows: usize) -> String {
    let mut out = String::new();
    for sheet in &workbook.sheets {
        for table in &sheet.tables {
            let hidden = if sheet.is_hidden { " hidden" } else { "" };
            out.push_str(&format!("= {}{hidden}\n{}", sheet.name, print(table, rows)));
        }
    }
    out
}

/// One table.
fn print(table: &FoundTable, n_rows: usize) -> String {
    let mut out = Vec::new();
    if !table.title.is_empty() {
        out.push(format!("title: {}", table.title.join(" / ")));
    }
    let turned = if table.is_transposed { " transposed" } else { "" };
    let header: Vec<String> = table.header.iter().map(u32::to_string).collect();
    out.push(format!("header: {}{turned}", header.join(" ")));
    out.extend(table.columns.iter().enumerate().map(|(i, c)| column(c, table.name == Some(i))));
    out.extend(table.rows.iter().take(n_rows).map(|r| row(r, table)));
    if table.rows.len() > n_rows {
        let last = table.rows.last().map(|r| row(r, table)).unwrap_or_default();
        out.push(format!("  … {} rows\n{last}", table.rows.len()));
    }
    let passed = table.passed_over.iter();
    out.extend(passed.map(|passed| format!("- {} {:?}: {}", passed.at, passed.why, passed.text)));
    for doubt in &table.doubts {
        let at: Vec<String> = doubt.at.iter().map(ToString::to_string).collect();
        out.push(format!("? {:?} {} of {}", doubt.kind, at.join(" "), doubt.count));
    }
    out.join("\n") + "\n"
}

fn column(column: &TableColumn, is_name: bool) -> String {
    let role = match &column.role {
        Role::Name if is_name => "Units".to_owned(),
        Role::Rank { of: Some(of) } => format!("Rank of {of}"),
        Role::Rank { of: None } => "Rank".to_owned(),
        Role::Year(year) => format!("Year {year}"),
        Role::Other(what) => format!("{what:?}"),
        role => format!("{role:?}"),
    };
    let sure = if column.is_sure { "" } else { "?" };
    let mut told = vec![format!("{} {role}{sure}: {}", column.at.letters(), column.heading.join(" / "))];
    told.extend(column.numbering.as_ref().map(|numbering| format!("no. {numbering}")));
    told.extend(column.maximum.map(|maximum| format!("max {maximum}")));
    told.extend(column.measure.as_ref().map(|measure| format!("in {measure}")));
    told.extend(column.is_hidden.then(|| "hidden".to_owned()));
    told.join(", ")
}

fn row(row: &TableRow, table: &FoundTable) -> String {
    let mut told = vec![format!("{} {}", row.at, row.name)];
    told.extend(row.numbering.as_ref().map(|numbering| format!("no. {numbering}")));
    told.extend(row.footnote.as_ref().map(|mark| format!("note {mark}")));
    told.extend(row.group.as_ref().map(|(group, at)| format!("in {group} {at}")));
    told.extend((row.depth > 0).then(|| format!("depth {}", row.depth)));
    told.extend(row.is_hidden.then(|| "hidden".to_owned()));
    let cells = row.cells.iter().zip(&table.columns).filter(|(_, column)| column.role != Role::Name);
    format!("{}: {}", told.join(", "), cells.map(|(c, _)| cell(c)).collect::<Vec<_>>().join(" | "))
}

fn cell(cell: &TableCell) -> String {
    let value = match &cell.value {
        TableValue::Empty => "~".to_owned(),
        TableValue::Number { stored, shown, is_percent } => {
            let sign = if *is_percent { "%" } else { "" };
            match shown {
                Some(shown) if shown == stored && shown.to_string() == stored.to_string() => format!("{stored}{sign}"),
                Some(shown) => format!("{stored} shown {shown}{sign}"),
                None => format!("{stored} shown ?"),
            }
        }
        TableValue::Either { whole, fraction } => format!("{whole} or {fraction}"),
        TableValue::Rank { from, to, is_tied } => {
            let tied = if *is_tied { "=" } else { "" };
            match to {
                Some(to) if to == from => format!("{tied}#{from}"),
                Some(to) => format!("{tied}#{from}-{to}"),
                None => format!("{tied}#{from}+"),
            }
        }
        TableValue::Bounds { low, high } => {
            let end = |end: &Option<(rust_decimal::Decimal, bool)>| match end {
                Some((number, true)) => format!("[{number}]"),
                Some((number, false)) => format!("]{number}["),
                None => String::new(),
            };
            format!("{}..{}", end(low), end(high))
        }
        TableValue::Uncomputed => "formula".to_owned(),
        TableValue::Mark(sign) => format!("mark {sign}"),
        TableValue::Text(text) => text.clone(),
    };
    let value = match cell.merged_with {
        Some(first) => format!("{value} of {first}"),
        None => value,
    };
    cell.footnote.as_ref().map_or(value.clone(), |mark| format!("{value} note {mark}"))
}
