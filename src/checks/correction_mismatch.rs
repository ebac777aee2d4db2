#![doc = include_str!("../manual/pages/en/correction-mismatch.md")]

use super::corrected_cells;
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Cell, Series};
use crate::rankings::{Known, Rankings};

/// Of several corrections of one cell the newest must end with what stands in `scores` now.
pub(super) fn check(series: &Series, rankings: &Rankings, faults: &mut Faults) {
    for cell in corrected_cells(series, rankings) {
        let Some(newest) = cell.corrections.last() else { continue };
        let written = cell.group.columns[cell.column].cell(cell.row);
        let score = match (written, cell.ranking.columns[cell.column].standing(cell.row).score) {
            (Cell::Score(score), _) => Cell::Score(score),
            (empty, Known::Exact(score)) if cell.is_made => match newest.now {
                Cell::Score(_) => Cell::Score(score),
                Cell::Empty(_) => empty,
            },
            (empty, _) => empty,
        };
        if newest.now != score {
            let fault = Diagnostic::new(&sense::CORRECTION_MISMATCH, newest.place)
                .with("unit", &series.units[newest.unit.0].id)
                .with("criterion", &newest.criterion);
            faults.push(fault.with("now", newest.now).with("score", score));
        }
    }
}
