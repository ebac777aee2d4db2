#![doc = include_str!("../manual/pages/en/periods-equal.md")]

use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Series, Status};
use crate::rankings::Rankings;

pub(super) fn check(series: &Series, _: &Rankings, faults: &mut Faults) {
    // One that was taken back may have been held again.
    let told: Vec<_> =
        series.editions.iter().filter(|edition| edition.status != Status::Withdrawn && !edition.unread).collect();
    for pair in told.windows(2).filter(|pair| pair[0].period == pair[1].period) {
        let fault = Diagnostic::new(&sense::PERIODS_EQUAL, pair[1].period_place)
            .with("id", &pair[1].id)
            .with("other", &pair[0].id)
            .with("from", pair[1].period.from)
            .with("to", pair[1].period.to);
        faults.push(fault);
    }
}
