//! Tables as reading a workbook gives them, made of a few lines.
//!
//! The first line is the header, its cells parted by `|`. Behind a heading stands what the column is: `name`, `crit`, `total`,
//! `rank` of the column before, `rank0` of nothing, `note`, `group`, `no`; `?` behind that: not sure; `/24`: its maximum. A cell
//! is a number, `stored~shown`, a rank in a column of ranks, nothing, or a sign. `# text` is the heading of a group, `= name` the
//! next sheet.

use rust_decimal::Decimal;

use crate::import::layout::years;
use crate::import::table::{
    CellAt, Doubt, DoubtKind, FoundTable, Role, TableCell, TableColumn, TableRow, TableSheet, TableValue, Workbook,
    WorkbookKind, WorkbookSheet,
};

/// A workbook of a sheet, or of several.
pub(super) fn workbook(text: &str) -> Workbook {
    let is_named = text.starts_with("= ");
    let parts = text.strip_prefix("= ").unwrap_or(text).split("\n= ");
    let sheets = parts.map(|part| match part.split_once('\n').filter(|_| is_named) {
        Some((name, table)) => sheet(name, table),
        None => sheet("S1", part),
    });
    Workbook { kind: WorkbookKind::Xlsx, sheets: sheets.collect() }
}

fn sheet(name: &str, text: &str) -> WorkbookSheet {
    let mut lines = text.lines();
    let columns: Vec<TableColumn> =
        lines.next().unwrap_or_default().split('|').enumerate().map(|(at, cell)| column(at, cell.trim())).collect();
    let (mut rows, mut group): (Vec<TableRow>, Option<(String, CellAt)>) = (Vec::new(), None);
    for (line, number) in lines.zip(1..) {
        let at = CellAt::new(number, 0);
        match line.strip_prefix("# ") {
            Some(heading) => group = Some((heading.to_owned(), at)),
            None => rows.push(row(line, number, &columns, group.clone())),
        }
    }
    let repeated: Vec<usize> =
        (0..rows.len()).filter(|at| rows.iter().filter(|other| other.name == rows[*at].name).count() > 1).collect();
    let doubt = Doubt {
        kind: DoubtKind::RepeatedUnit { rows: repeated.clone(), passed: Vec::new() },
        at: Vec::new(),
        count: 2,
    };
    let table = FoundTable {
        sheets: vec![TableSheet { name: name.to_owned(), begin: CellAt::default() }],
        title: vec!["Kết quả 2024: \"xếp hạng\"".to_owned()],
        header: vec![1],
        is_transposed: false,
        name: columns.iter().position(|column| column.role == Role::Name),
        columns,
        rows,
        passed_over: Vec::new(),
        doubts: (!repeated.is_empty()).then_some(doubt).into_iter().collect(),
    };
    WorkbookSheet { name: name.to_owned(), is_hidden: false, years: years(name), tables: vec![table] }
}

fn column(at: usize, cell: &str) -> TableColumn {
    let (cell, maximum) = match cell.rsplit_once('/') {
        Some((cell, max)) => (cell.trim(), max.parse().ok()),
        None => (cell, None),
    };
    let (heading, role) = cell.rsplit_once(' ').unwrap_or(("", cell));
    let (role, is_sure) = role.strip_suffix('?').map_or((role, true), |role| (role, false));
    let role = match role {
        "name" => Role::Name,
        "crit" => Role::Criterion,
        "total" => Role::Total,
        "rank" => Role::Rank { of: at.checked_sub(1) },
        "rank0" => Role::Rank { of: None },
        "note" => Role::Note,
        "group" => Role::Group,
        "no" => Role::Numbering,
        other => panic!("no role {other}"),
    };
    TableColumn {
        at: CellAt::new(0, u32::try_from(at).unwrap()),
        heading: heading.split(" > ").map(str::to_owned).filter(|part| !part.is_empty()).collect(),
        role,
        is_sure,
        maximum,
        measure: None,
        year: None,
        numbering: None,
        is_hidden: false,
    }
}

fn row(line: &str, number: u32, columns: &[TableColumn], group: Option<(String, CellAt)>) -> TableRow {
    let texts: Vec<&str> = line.split('|').map(str::trim).collect();
    let cells: Vec<TableCell> = columns
        .iter()
        .map(|column| {
            let at = CellAt::new(number, column.at.column);
            cell(at, &column.role, texts.get(column.at.column as usize).copied().unwrap_or_default())
        })
        .collect();
    let name = columns.iter().position(|column| column.role == Role::Name).unwrap_or_default();
    TableRow {
        at: cells[name].at,
        name: cells[name].stored.clone(),
        numbering: None,
        footnote: None,
        depth: 0,
        group,
        is_hidden: false,
        cells,
    }
}

fn cell(at: CellAt, role: &Role, text: &str) -> TableCell {
    let (stored, shown) = text.split_once('~').map_or((text, None), |(stored, shown)| (stored, Some(shown)));
    let number = |text: &str| text.trim_end_matches('%').parse::<Decimal>().ok();
    let value = match number(stored) {
        _ if text.is_empty() => TableValue::Empty,
        Some(rank) if matches!(role, Role::Rank { .. }) => {
            let rank = u32::try_from(rank).unwrap();
            TableValue::Rank { from: rank, to: Some(rank), is_tied: false }
        }
        Some(stored) => {
            TableValue::Number { stored, shown: shown.map_or(Some(stored), number), is_percent: text.ends_with('%') }
        }
        None if stored.starts_with('<') => {
            TableValue::Bounds { low: None, high: number(&stored[1..]).map(|high| (high, false)) }
        }
        None => TableValue::Mark(stored.to_owned()),
    };
    let shown = Some(shown.unwrap_or(stored).to_owned());
    TableCell { at, stored: stored.to_owned(), shown, value, footnote: None, is_formula: false, merged_with: None }
}
