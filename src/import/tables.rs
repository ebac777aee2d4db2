//! From the bytes of a file to the tables in it.

use super::book::{Unreadable, open};
use super::layout::{tables_of, years};
use super::table::{Workbook, WorkbookSheet};

/// Reads a workbook and understands its tables; `file_name` names the sheet of a CSV file.
///
/// # Errors
/// When it is no workbook, is broken or too large.
pub(crate) fn tables(bytes: &[u8], file_name: &str) -> Result<Workbook, Unreadable> {
    let book = open(bytes, file_name)?;
    let sheet = |grid: &super::book::CellGrid| WorkbookSheet {
        name: grid.name.clone(),
        is_hidden: grid.is_hidden,
        years: years(&grid.name),
        tables: tables_of(grid),
    };
    Ok(Workbook { kind: book.kind, sheets: book.sheets.iter().map(sheet).collect() })
}
