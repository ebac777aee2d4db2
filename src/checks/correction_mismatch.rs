#![doc = include_str!("../manual/pages/en/correction-mismatch.md")]

use super::{Corrected, corrected_cells};
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Cell, Series};
use crate::rankings::{Known, Rankings};

/// Of several corrections of one cell the newest must end with what stands in `scores` now.
pub(super) fn check(series: &Series, rankings: &Rankings, faults: &mut Faults) {
    for cell in corrected_cells(series, rankings) {
        let Some(newest) = cell.corrections.last() else { continue };
        let score = score_of(&cell);
        if newest.now != score {
            let fault = Diagnostic::new(&sense::CORRECTION_MISMATCH, newest.place)
                .with("unit", &series.units[newest.unit.0].id)
                .with("criterion", &newest.criterion);
            faults.push(fault.with("now", newest.now).with("score", score));
        }
    }
}

/// What stands in `scores` now, or is computed of it, where its newest correction says a number.
pub(super) fn score_of(cell: &Corrected<'_>) -> Cell {
    let written = cell.group.columns[cell.column].cell(cell.row);
    let computed = cell.ranking.columns[cell.column].standing(cell.row).score;
    match (written, computed, cell.corrections.last().map(|newest| newest.now)) {
        (Cell::Empty(_), Known::Exact(score), Some(Cell::Score(_))) if cell.is_made => Cell::Score(score),
        (written, _, _) => written,
    }
}
