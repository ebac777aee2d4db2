#![doc = include_str!("../manual/pages/en/published-early.md")]

use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Date, Series};
use crate::rankings::Rankings;

pub(super) fn check(series: &Series, _: &Rankings, faults: &mut Faults) {
    for edition in series.editions.iter().filter(|edition| !edition.unread) {
        let early = |day: &Date| edition.status.holds() && *day < edition.period.to;
        if let Some(day) = edition.published.filter(early) {
            let fault = Diagnostic::new(&sense::PUBLISHED_EARLY, edition.published_place).with("id", &edition.id);
            faults.push(fault.with("published", day).with("to", edition.period.to));
        }
    }
}
