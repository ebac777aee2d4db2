#![doc = include_str!("../manual/pages/en/bands-hole.md")]

use rust_decimal::Decimal;

use super::schemes;
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::Series;
use crate::rankings::Rankings;

pub(super) fn check(series: &Series, _: &Rankings, faults: &mut Faults) {
    for scheme in schemes(series) {
        if let Some(lowest) = scheme.bands.last().filter(|band| band.from > Decimal::ZERO) {
            faults.push(Diagnostic::new(&sense::BANDS_HOLE, lowest.place).with("from", lowest.from));
        }
    }
}
