//! The big tables, written by typed code: an order of magnitude faster than a loop in a template.
//!
//! Each takes a view of ready strings and answers with `Html`.

mod cells;
mod heat;
mod own;
mod parts;
mod plain;
mod ranking;
mod sheet;
mod signs;

pub(crate) use cells::{Bar, Look, RankCell, RankLook, ScoreCell, rank_cell, score_cell, short_cell, sign_of};
pub(crate) use heat::{HeatCell, HeatRow, HeatTable, heat_table};
pub(crate) use own::{OwnTable, OwnTableRow, own_table};
pub(crate) use ranking::{BandCell, ColumnHead, RankingRow, RankingTable, TableBlock, ranking_table};
pub(crate) use sheet::{SheetRow, UnitSheet, sheet_table};
pub(crate) use signs::{Mark, Marks, Sign};
