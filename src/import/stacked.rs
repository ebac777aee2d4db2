//! One table of several that stand in a sheet each: the rows of one below those of the other, under the same columns.

use std::collections::BTreeMap;

use super::line::one_line;
use super::question::{Said, said};
use super::table::{CellAt, Doubt, DoubtKind, FoundTable, OtherColumn, Role, TableColumn, TableRow};
use crate::words::fold;

/// How many cells a doubt names at most.
const CELLS_MAX: usize = 8;

/// The table that several make, in their order.
///
/// # Errors
/// Where they are not alike: the first thing that differs.
pub(crate) fn stacked(tables: &[&FoundTable]) -> Result<FoundTable, Said> {
    let Some((first, others)) = tables.split_first() else { return Err(Said::default()) };
    let mut all = (*first).clone();
    tables.iter().try_for_each(|table| is_plain(table))?;
    for (sheet, table) in (1..).zip(others) {
        all.columns = columns(&all, table)?;
        add(&mut all, on_sheet(table, sheet));
    }
    let again = repeated(&all.rows);
    all.doubts.extend(again);
    Ok(all)
}

/// Units must be rows, and no headings may part them: which of them would be the groups no sheet tells.
fn is_plain(table: &FoundTable) -> Result<(), Said> {
    let sheet = table.sheet_names();
    if table.is_transposed {
        let english = format!("in sheet `{sheet}` the units are columns");
        return Err(said(english, format!("ở trang tính `{sheet}` các đơn vị nằm theo cột")));
    }
    match table.rows.iter().find_map(|row| row.group.as_ref()) {
        None => Ok(()),
        Some((heading, at)) => {
            let heading = one_line(heading);
            Err(said(
                format!("sheet `{sheet}` has headings of groups of its own, as `{heading}` ({at})"),
                format!("trang tính `{sheet}` đã có tiêu đề nhóm bên trong, như `{heading}` ({at})"),
            ))
        }
    }
}

/// The columns that two tables share.
fn columns(all: &FoundTable, other: &FoundTable) -> Result<Vec<TableColumn>, Said> {
    let [one, two] = [all.sheets.first(), other.sheets.first()]
        .map(|sheet| sheet.map(|sheet| one_line(&sheet.name)).unwrap_or_default());
    let differ = |at: CellAt, english: &str, vietnamese: &str| {
        let letters = at.letters();
        said(
            format!("sheets `{one}` and `{two}` are not alike: column {letters} {english}"),
            format!("hai trang tính `{one}` và `{two}` không cùng mẫu: cột {letters} {vietnamese}"),
        )
    };
    if let Some(more) = all.columns.get(other.columns.len()).or_else(|| other.columns.get(all.columns.len())) {
        return Err(differ(more.at, "stands in one of them only", "chỉ có ở một trang"));
    }
    let pairs = all.columns.iter().zip(&other.columns);
    let shared = pairs.map(|(a, b)| {
        let name = |column: &TableColumn| fold(&column.heading.join(" / "));
        if a.at.column != b.at.column || name(a) != name(b) {
            return Err(differ(a.at, "has another heading", "có tiêu đề khác nhau"));
        }
        if (a.maximum, &a.measure, a.year) != (b.maximum, &b.measure, b.year) || a.is_hidden != b.is_hidden {
            let english = "has another maximum, measure or year, or is hidden in one of them";
            return Err(differ(a.at, english, "có mức tối đa, đơn vị đo hoặc năm khác nhau, hoặc bị ẩn ở một trang"));
        }
        let shared = shared(a, b);
        shared.ok_or_else(|| differ(a.at, "holds something else in each", "chứa nội dung khác loại"))
    });
    let shared: Vec<TableColumn> = shared.collect::<Result<_, Said>>()?;
    if all.name == other.name {
        Ok(shared)
    } else {
        Err(differ(all.columns[0].at, "names other things", "là tên khác"))
    }
}

/// A column that stands in two tables; none where it holds scores in one and something else in the other.
fn shared(a: &TableColumn, b: &TableColumn) -> Option<TableColumn> {
    let is_blank = |column: &TableColumn| column.role == Role::Other(OtherColumn::Blank);
    let is_left = |column: &TableColumn| {
        matches!(column.role, Role::Class | Role::Note | Role::Other(OtherColumn::Constant | OtherColumn::Words))
    };
    let are_both = |is: fn(&Role) -> bool| is(&a.role) && is(&b.role);
    let are_ranks = are_both(|role| matches!(role, Role::Rank { .. }));
    let are_scores = are_both(|role| matches!(role, Role::Criterion | Role::Total));
    let as_other = || Some(TableColumn { at: a.at, ..b.clone() });
    match (a.is_sure, b.is_sure) {
        _ if is_blank(a) => as_other(),
        _ if is_blank(b) || a.role == b.role && a.is_sure == b.is_sure || is_left(a) && is_left(b) => Some(a.clone()),
        // A sheet of few units may not tell what another one with the same headings does.
        (true, false) if are_ranks || are_scores => Some(a.clone()),
        (false, true) if are_ranks || are_scores => as_other(),
        _ if are_ranks => Some(TableColumn { role: Role::Rank { of: None }, is_sure: false, ..a.clone() }),
        _ if a.role == b.role => Some(TableColumn { is_sure: false, ..a.clone() }),
        _ => None,
    }
}

/// A table whose cells say that they stand in another sheet than those of the first one.
fn on_sheet(table: &FoundTable, sheet: u16) -> FoundTable {
    let mut table = table.clone();
    let put = |at: &mut CellAt| at.sheet = sheet;
    let put_row = |row: &mut TableRow| {
        put(&mut row.at);
        for cell in &mut row.cells {
            put(&mut cell.at);
            cell.merged_with.iter_mut().for_each(put);
        }
    };
    table.sheets.iter_mut().for_each(|own| put(&mut own.begin));
    table.rows.iter_mut().for_each(put_row);
    for passed in &mut table.passed_over {
        put(&mut passed.at);
        passed.row.iter_mut().for_each(|row| put_row(row));
    }
    table.doubts.iter_mut().flat_map(|doubt| &mut doubt.at).for_each(put);
    table
}

/// Puts a table below another one; what has to be asked of both is asked once.
fn add(all: &mut FoundTable, other: FoundTable) {
    let (n_rows, n_passed) = (all.rows.len(), all.passed_over.len());
    for doubt in other.doubts {
        let kind = moved(doubt.kind, n_rows, n_passed);
        match all.doubts.iter_mut().find(|known| is_alike(&known.kind, &kind)) {
            Some(known) => {
                join(&mut known.kind, kind);
                known.at.extend(doubt.at);
                known.at.truncate(CELLS_MAX);
                known.count += doubt.count;
            }
            None => all.doubts.push(Doubt { kind, ..doubt }),
        }
    }
    let is_new = |line: &String| !all.title.contains(line);
    let title: Vec<String> = other.title.into_iter().filter(is_new).collect();
    all.title.extend(title);
    all.sheets.extend(other.sheets);
    all.rows.extend(other.rows);
    all.passed_over.extend(other.passed_over);
}

/// A doubt about rows that stand further below now.
fn moved(kind: DoubtKind, n_rows: usize, n_passed: usize) -> DoubtKind {
    let below = |of: Vec<usize>, n: usize| of.into_iter().map(|at| at + n).collect::<Vec<usize>>();
    match kind {
        DoubtKind::RepeatedUnit { rows, passed } => {
            DoubtKind::RepeatedUnit { rows: below(rows, n_rows), passed: below(passed, n_passed) }
        }
        DoubtKind::WholeOrUnit { passed } => DoubtKind::WholeOrUnit { passed: below(passed, n_passed) },
        DoubtKind::Unranked { passed } => DoubtKind::Unranked { passed: below(passed, n_passed) },
        DoubtKind::HiddenRows { rows } => DoubtKind::HiddenRows { rows: below(rows, n_rows) },
        DoubtKind::WithoutValues { rows } => DoubtKind::WithoutValues { rows: below(rows, n_rows) },
        other => other,
    }
}

/// Whether two doubts are one question.
fn is_alike(a: &DoubtKind, b: &DoubtKind) -> bool {
    match (a, b) {
        (DoubtKind::WholeOrUnit { .. }, DoubtKind::WholeOrUnit { .. })
        | (DoubtKind::Unranked { .. }, DoubtKind::Unranked { .. })
        | (DoubtKind::HiddenRows { .. }, DoubtKind::HiddenRows { .. })
        | (DoubtKind::WithoutValues { .. }, DoubtKind::WithoutValues { .. }) => true,
        (DoubtKind::Sign { sign, .. }, DoubtKind::Sign { sign: other, .. }) => sign == other,
        (a, b) => a == b,
    }
}

/// Adds what one doubt is about to another one that is alike.
fn join(known: &mut DoubtKind, more: DoubtKind) {
    match (known, more) {
        (DoubtKind::WholeOrUnit { passed: all }, DoubtKind::WholeOrUnit { passed: own })
        | (DoubtKind::Unranked { passed: all }, DoubtKind::Unranked { passed: own })
        | (DoubtKind::HiddenRows { rows: all }, DoubtKind::HiddenRows { rows: own })
        | (DoubtKind::WithoutValues { rows: all }, DoubtKind::WithoutValues { rows: own }) => all.extend(own),
        (DoubtKind::Sign { columns: all, .. }, DoubtKind::Sign { columns: own, .. }) => {
            all.extend(own);
            all.sort_unstable();
            all.dedup();
        }
        _ => {}
    }
}

/// The units whose names stand in several sheets.
fn repeated(rows: &[TableRow]) -> Vec<Doubt> {
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        by_name.entry(fold(&row.name)).or_default().push(at);
    }
    let is_in_several = |own: &Vec<usize>| own.iter().any(|at| rows[*at].at.sheet != rows[own[0]].at.sheet);
    let doubt = |own: Vec<usize>| Doubt {
        at: own.iter().take(CELLS_MAX).map(|at| rows[*at].at).collect(),
        count: own.len(),
        kind: DoubtKind::RepeatedUnit { rows: own, passed: Vec::new() },
    };
    by_name.into_values().filter(is_in_several).map(doubt).collect()
}
