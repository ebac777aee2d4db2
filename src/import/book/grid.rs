//! A sheet as it is stored: cells by their address.

use std::collections::{BTreeMap, BTreeSet};

use super::unreadable::Unreadable;
use crate::import::table::{CellAt, WorkbookKind};

/// How many cells of a workbook may be filled.
const CELLS_MAX: usize = 1_000_000;
/// How many rows spreadsheet programs have.
const ROWS_MAX: u32 = 1 << 20;
/// How many columns spreadsheet programs have.
const COLUMNS_MAX: u32 = 1 << 14;

/// A workbook as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct GridWorkbook {
    /// What the file is.
    pub(crate) kind: WorkbookKind,
    /// Its sheets, in the order of the file.
    pub(crate) sheets: Vec<CellGrid>,
}

/// A sheet.
#[derive(Clone, Debug, Default)]
pub(crate) struct CellGrid {
    /// Its name as it is written.
    pub(crate) name: String,
    /// Whether the program does not show it.
    pub(crate) is_hidden: bool,
    /// The cells that hold something, in the order of rows.
    pub(crate) cells: BTreeMap<CellAt, GridCell>,
    /// Rows that the program does not show.
    pub(crate) hidden_rows: BTreeSet<u32>,
    /// Columns that the program does not show.
    pub(crate) hidden_columns: BTreeSet<u32>,
    /// Cells that were made one; the value is that of the first.
    pub(crate) merged: Vec<Merged>,
}

/// Cells that were made one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Merged {
    /// The first one.
    pub(crate) first: CellAt,
    /// The last one.
    pub(crate) last: CellAt,
}

/// A cell that holds something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct GridCell {
    /// What it is.
    pub(crate) kind: GridKind,
    /// What the file stores; of a number the shortest digits that tell its binary form, or the text of a CSV file.
    pub(crate) stored: String,
    /// What the program shows, where that can be known.
    pub(crate) shown: Option<String>,
    /// Whether a formula made it.
    pub(crate) is_formula: bool,
    /// How far its text is indented by its style.
    pub(crate) indent: u8,
}

/// What a cell is stored as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GridKind {
    /// A number.
    Number,
    /// A text.
    Text,
    /// A date or a time, true or false, an error.
    Other,
    /// A formula whose value the file does not store.
    Uncomputed,
}

impl GridCell {
    /// A cell with a text.
    pub(super) fn text(text: String) -> Self {
        Self { kind: GridKind::Text, shown: Some(text.clone()), stored: text, is_formula: false, indent: 0 }
    }
}

impl CellGrid {
    /// Puts a cell, if it holds more than spaces.
    ///
    /// # Errors
    /// When there are too many, or none can stand there.
    pub(super) fn put(&mut self, at: CellAt, cell: GridCell, left: &mut CellsLeft) -> Result<(), Unreadable> {
        if cell.stored.is_empty() {
            return Ok(());
        }
        if at.row >= ROWS_MAX || at.column >= COLUMNS_MAX || left.0 == 0 {
            return Err(Unreadable::TooManyCells);
        }
        left.0 -= 1;
        self.cells.insert(at, cell);
        Ok(())
    }

    /// Notes rows that are not shown; those beyond the last row are no rows.
    pub(super) fn hide_rows(&mut self, first: u32, last: u32) {
        self.hidden_rows.extend(first..=last.min(ROWS_MAX - 1));
    }

    /// Notes columns that are not shown.
    pub(super) fn hide_columns(&mut self, first: u32, last: u32) {
        self.hidden_columns.extend(first..=last.min(COLUMNS_MAX - 1));
    }
}

/// How many cells may still be filled.
#[derive(Debug)]
pub(super) struct CellsLeft(usize);

impl Default for CellsLeft {
    fn default() -> Self {
        Self(CELLS_MAX)
    }
}
