//! The binary format before Office Open XML, by the package that reads it. Formats of numbers are not told by it, so that
//! what is shown is not known.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, Reader, SheetVisible, Xls};

use super::grid::{CellGrid, CellsLeft, GridCell, GridKind, Merged};
use super::number::{number, other};
use super::unreadable::Unreadable;
use crate::import::table::CellAt;

/// The sheets of a workbook.
pub(super) fn xls(bytes: &[u8]) -> Result<Vec<CellGrid>, Unreadable> {
    // What the package does not expect of broken bytes must not end the program.
    let read = catch_unwind(AssertUnwindSafe(|| sheets(bytes)));
    read.unwrap_or_else(|_| Err(Unreadable::broken("xls", "unexpected bytes")))
}

fn sheets(bytes: &[u8]) -> Result<Vec<CellGrid>, Unreadable> {
    let mut workbook = Xls::new(Cursor::new(bytes)).map_err(|e| match e {
        calamine::XlsError::Password => Unreadable::Locked,
        e => Unreadable::broken("xls", e),
    })?;
    let (mut grids, mut left) = (Vec::new(), CellsLeft::default());
    for sheet in workbook.sheets_metadata().to_vec() {
        let is_hidden = sheet.visible != SheetVisible::Visible;
        let mut grid = CellGrid { name: sheet.name.clone(), is_hidden, ..CellGrid::default() };
        let range = workbook.worksheet_range(&sheet.name).map_err(|e| Unreadable::broken(&sheet.name, e))?;
        let formulas = workbook.worksheet_formula(&sheet.name).unwrap_or_default();
        let (row, column) = range.start().unwrap_or_default();
        for (r, c, data) in range.used_cells() {
            let offset = |from: u32, by: usize| from.saturating_add(u32::try_from(by).unwrap_or(u32::MAX));
            let at = CellAt::new(offset(row, r), offset(column, c));
            let is_formula = formulas.get_value((at.row, at.column)).is_some_and(|formula| !formula.is_empty());
            grid.put(at, GridCell { is_formula, ..cell(data) }, &mut left)?;
        }
        let merged = workbook.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default();
        let at = |(row, column): (u32, u32)| CellAt::new(row, column);
        grid.merged = merged.iter().map(|area| Merged { first: at(area.start), last: at(area.end) }).collect();
        grids.push(grid);
    }
    Ok(grids)
}

fn cell(data: &Data) -> GridCell {
    let unknown = |text: String| {
        let cell = number(&text, "General");
        let is_short = !text.contains('.');
        GridCell { shown: cell.shown.clone().filter(|_| cell.kind != GridKind::Number || is_short), ..cell }
    };
    match data {
        Data::Float(float) => unknown(float.to_string()),
        Data::Int(int) => unknown(int.to_string()),
        Data::String(text) => GridCell::text(text.clone()),
        Data::Empty => GridCell::text(String::new()),
        Data::Bool(is_true) => other(if *is_true { "TRUE" } else { "FALSE" }),
        Data::DateTime(_) | Data::DateTimeIso(_) | Data::DurationIso(_) | Data::Error(_) => other(&data.to_string()),
        #[allow(unreachable_patterns, reason = "the package may come to know more kinds")]
        _ => other(&data.to_string()),
    }
}
