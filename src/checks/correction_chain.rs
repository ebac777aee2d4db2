#![doc = include_str!("../manual/pages/en/correction-chain.md")]

use super::corrected_cells;
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::Series;
use crate::rankings::Rankings;

pub(super) fn check(series: &Series, rankings: &Rankings, faults: &mut Faults) {
    for cell in corrected_cells(series, rankings) {
        for pair in cell.corrections.windows(2).filter(|pair| pair[0].now != pair[1].was) {
            let fault = Diagnostic::new(&sense::CORRECTION_CHAIN, pair[1].place)
                .with("unit", &series.units[pair[1].unit.0].id)
                .with("criterion", &pair[1].criterion)
                .with("other", "the one before")
                .with("other_vi", "lần trước")
                .related(pair[0].place, "other");
            faults.push(fault.with("was", pair[1].was).with("before", pair[0].now));
        }
    }
}
