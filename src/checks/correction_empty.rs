#![doc = include_str!("../manual/pages/en/correction-empty.md")]

use super::corrected_cells;
use super::correction_mismatch::score_of;
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Cell, Series};
use crate::rankings::Rankings;

/// What a correction says of a value that is made of others is said of its parts. Where another check tells that one of the
/// two numbers is wrong, that is the slip.
pub(super) fn check(series: &Series, rankings: &Rankings, faults: &mut Faults) {
    for cell in corrected_cells(series, rankings).filter(|cell| !cell.is_made) {
        for (at, correction) in cell.corrections.iter().enumerate() {
            let before = at.checked_sub(1).map_or(correction.was, |before| cell.corrections[before].now);
            let after = cell.corrections.get(at + 1).map_or_else(|| score_of(&cell), |after| after.was);
            if is_same(correction.was, correction.now) && before == correction.was && after == correction.now {
                let fault = Diagnostic::new(&sense::CORRECTION_EMPTY, correction.place)
                    .with("unit", &series.units[correction.unit.0].id)
                    .with("criterion", &correction.criterion);
                faults.push(fault.with("was", correction.was));
            }
        }
    }
}

/// Whether two values are printed alike: another digit is a change.
fn is_same(was: Cell, now: Cell) -> bool {
    was == now && was.to_string() == now.to_string()
}
