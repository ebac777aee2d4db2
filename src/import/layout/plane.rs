//! A sheet as it is looked at: its cells by row and column, turned round where units are columns.

use std::collections::BTreeMap;

use super::number::number_text;
use super::range::{bounds, rank};
use super::row_words::is_mark;
use super::text::clean;
use crate::import::book::{CellGrid, GridCell, GridKind};
use crate::import::table::CellAt;

/// What a cell looks like by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seems {
    /// A number, or a text that reads as one.
    Number,
    /// A rank with signs of ties, a range, a bound.
    Range,
    /// A sign in the place of a value, an error, a date.
    Mark,
    /// Any other text.
    Words,
}

/// A cell that holds something.
#[derive(Clone, Debug)]
pub(super) struct PlaneSpot<'g> {
    /// The cell.
    pub(super) cell: &'g GridCell,
    /// Its text, composed and with its spaces joined.
    pub(super) text: String,
    /// What it looks like.
    pub(super) look: Seems,
}

/// A sheet, or its reflection.
#[derive(Clone, Debug)]
pub(super) struct Plane<'g> {
    grid: &'g CellGrid,
    /// Whether rows are the columns of the sheet.
    pub(super) is_transposed: bool,
    rows: BTreeMap<u32, BTreeMap<u32, PlaneSpot<'g>>>,
    /// Of each merged cell the first one, but for the first ones themselves.
    merged: BTreeMap<(u32, u32), (u32, u32)>,
}

/// The most cells of one merged area that are looked at.
const MERGED_MAX: u64 = 20_000;

impl<'g> Plane<'g> {
    /// Looks at a sheet.
    pub(super) fn of(grid: &'g CellGrid, is_transposed: bool) -> Self {
        let turn = |at: CellAt| if is_transposed { (at.column, at.row) } else { (at.row, at.column) };
        let mut rows: BTreeMap<u32, BTreeMap<u32, PlaneSpot<'g>>> = BTreeMap::new();
        for (at, cell) in &grid.cells {
            let text = clean(&cell.stored);
            if text.is_empty() {
                continue;
            }
            let look = look(cell.kind, &text);
            let (row, column) = turn(*at);
            rows.entry(row).or_default().insert(column, PlaneSpot { cell, text, look });
        }
        let mut merged = BTreeMap::new();
        for area in &grid.merged {
            let (first, last) = (turn(area.first), turn(area.last));
            let size = |first: u32, last: u32| u64::from(last.saturating_sub(first)) + 1;
            if size(first.0, last.0).saturating_mul(size(first.1, last.1)) > MERGED_MAX {
                continue;
            }
            let cells = (first.0..=last.0).flat_map(|row| (first.1..=last.1).map(move |column| (row, column)));
            merged.extend(cells.filter(|cell| *cell != first).map(|cell| (cell, first)));
        }
        Self { grid, is_transposed, rows, merged }
    }

    /// The sheet itself.
    pub(super) fn grid(&self) -> &'g CellGrid {
        self.grid
    }

    /// Where a cell stands in the sheet.
    pub(super) fn at(&self, row: u32, column: u32) -> CellAt {
        if self.is_transposed { CellAt::new(column, row) } else { CellAt::new(row, column) }
    }

    /// The rows that hold something, from the first on.
    pub(super) fn rows(&self) -> impl DoubleEndedIterator<Item = (u32, &BTreeMap<u32, PlaneSpot<'g>>)> {
        self.rows.iter().map(|(row, spots)| (*row, spots))
    }

    /// What a row holds.
    pub(super) fn row(&self, row: u32) -> Option<&BTreeMap<u32, PlaneSpot<'g>>> {
        self.rows.get(&row)
    }

    /// A cell.
    pub(super) fn spot(&self, row: u32, column: u32) -> Option<&PlaneSpot<'g>> {
        self.rows.get(&row)?.get(&column)
    }

    /// A cell, or the one that it was made one with.
    pub(super) fn spread(&self, row: u32, column: u32) -> Option<&PlaneSpot<'g>> {
        let (row, column) = self.merged.get(&(row, column)).copied().unwrap_or((row, column));
        self.spot(row, column)
    }

    /// The first of the cells that a cell was made one with.
    pub(super) fn first_of(&self, row: u32, column: u32) -> (u32, u32) {
        self.merged.get(&(row, column)).copied().unwrap_or((row, column))
    }

    /// Whether cells of the sheet were made one anywhere.
    pub(super) fn has_merged(&self) -> bool {
        !self.merged.is_empty()
    }

    /// Whether the program does not show a row.
    pub(super) fn is_row_hidden(&self, row: u32) -> bool {
        let hidden = if self.is_transposed { &self.grid.hidden_columns } else { &self.grid.hidden_rows };
        hidden.contains(&row)
    }

    /// Whether the program does not show a column.
    pub(super) fn is_column_hidden(&self, column: u32) -> bool {
        let hidden = if self.is_transposed { &self.grid.hidden_rows } else { &self.grid.hidden_columns };
        hidden.contains(&column)
    }

    /// The columns that hold something.
    pub(super) fn columns(&self) -> Vec<u32> {
        let mut columns: Vec<u32> = self.rows.values().flat_map(|row| row.keys().copied()).collect();
        columns.sort_unstable();
        columns.dedup();
        columns
    }
}

fn look(kind: GridKind, text: &str) -> Seems {
    match kind {
        GridKind::Number => Seems::Number,
        GridKind::Other | GridKind::Uncomputed => Seems::Mark,
        GridKind::Text if number_text(text).is_some() => Seems::Number,
        GridKind::Text if is_mark(text) => Seems::Mark,
        GridKind::Text if rank(text).is_some() || bounds(text, None).is_some() => Seems::Range,
        GridKind::Text if !text.chars().any(char::is_alphanumeric) => Seems::Mark,
        GridKind::Text => Seems::Words,
    }
}

impl PlaneSpot<'_> {
    /// Whether it is a value: a number, a range, a bound.
    pub(super) fn is_value(&self) -> bool {
        matches!(self.look, Seems::Number | Seems::Range)
    }

    /// The year that it is; none where it is none.
    pub(super) fn year(&self) -> Option<i32> {
        let year: i32 = self.text.parse().ok()?;
        (1900..=2100).contains(&year).then_some(year)
    }

    /// Whether it is text that can be a name: words with a letter, and no long sentence.
    pub(super) fn is_name(&self) -> bool {
        self.look == Seems::Words && self.text.chars().any(char::is_alphabetic) && self.text.chars().count() <= NAME_MAX
    }
}

/// The longest name.
const NAME_MAX: usize = 120;
