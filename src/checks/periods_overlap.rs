#![doc = include_str!("../manual/pages/en/periods-overlap.md")]

use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Edition, Series, Status};
use crate::rankings::Rankings;

pub(super) fn check(series: &Series, _: &Rankings, faults: &mut Faults) {
    // One that was taken back may have been held again.
    let told: Vec<&Edition> =
        series.editions.iter().filter(|edition| edition.status != Status::Withdrawn && !edition.unread).collect();
    for (at, edition) in told.iter().enumerate() {
        // Equal periods are a fault of their own.
        let others = told[..at].iter().filter(|other| other.period != edition.period);
        let others: Vec<&str> =
            others.filter(|other| other.period.overlaps(edition.period)).map(|other| other.id.as_str()).collect();
        if !others.is_empty() {
            let fault = Diagnostic::new(&sense::PERIODS_OVERLAP, edition.period_place)
                .with("id", &edition.id)
                .with("others", others.join("`, `"))
                .with("from", edition.period.from)
                .with("to", edition.period.to);
            faults.push(fault);
        }
    }
}
