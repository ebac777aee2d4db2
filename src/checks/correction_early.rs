#![doc = include_str!("../manual/pages/en/correction-early.md")]

use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::Series;
use crate::rankings::Rankings;

pub(super) fn check(series: &Series, _: &Rankings, faults: &mut Faults) {
    // What a seal holds is settled, and what is new to it is told by it.
    for edition in series.editions.iter().filter(|edition| !edition.unread && edition.seal.is_none()) {
        let Some(published) = edition.published else { continue };
        for correction in edition.corrections.iter().filter(|correction| correction.date < published) {
            let fault = Diagnostic::new(&sense::CORRECTION_EARLY, correction.place).with("date", correction.date);
            let fault = fault.with("published", published).beside(Some(edition.published_place));
            // One wrong day of the publication makes all of them early.
            faults.push(fault.caused_by(edition.place.file.to_string()));
        }
    }
}
