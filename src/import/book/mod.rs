//! Workbooks as they are stored: each sheet a grid of cells, with what is stored and what is shown. No sense is made of it.

pub(crate) use grid::{CellGrid, GridCell, GridKind, Merged};
pub(crate) use open::open;
pub(crate) use unreadable::Unreadable;

mod csv;
mod encoding;
mod format;
mod grid;
mod number;
mod ods;
mod open;
mod pack;
mod sheet;
mod styles;
mod texts;
mod unreadable;
mod xls;
mod xlsx;
mod xml;
