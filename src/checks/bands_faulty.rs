//! # What it finds
//! Bands with one threshold, and bands that leave the lowest values out.
//!
//! # Why it matters
//! A unit must be in one band. With whole-number classes such as 70–84 and 85–100, a total of 84.2 is in none.
//!
//! # Example
//! `bands: [ { id: tot, from: 85 }, { id: kha, from: 70 } ]`: a total of 60 is in no band.
//!
//! # How to mend
//! Give each band a threshold of its own, the lowest one 0.

use rust_decimal::Decimal;

use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Scheme, Series};
use crate::rankings::Rankings;

pub(super) fn check(series: &Series, _: &Rankings, faults: &mut Faults) {
    for entry in &series.schemes {
        look(&entry.base, faults);
        for (_, scheme) in entry.by_group.iter().filter(|(_, scheme)| scheme.bands != entry.base.bands) {
            look(scheme, faults);
        }
    }
}

/// Bands stand from the highest threshold to the lowest.
fn look(scheme: &Scheme, faults: &mut Faults) {
    for pair in scheme.bands.windows(2) {
        if pair[0].from == pair[1].from {
            let fault = Diagnostic::new(&sense::BANDS_EQUAL, pair[1].place).with("from", pair[0].from);
            let fault = fault
                .with("a", &pair[0].id)
                .with("b", &pair[1].id)
                .with("other", "the other one")
                .with("other_vi", "mức kia");
            faults.push(fault.related(pair[0].place, "other"));
        }
    }
    if let Some(lowest) = scheme.bands.last().filter(|band| band.from > Decimal::ZERO) {
        faults.push(Diagnostic::new(&sense::BANDS_HOLE, lowest.place).with("from", lowest.from));
    }
}
