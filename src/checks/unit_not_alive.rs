//! # What it finds
//! A unit that is scored in an edition, although it did not exist on any day of its period.
//!
//! # Why it matters
//! After a merger old names live on in spreadsheets; their scores belong to somebody else.
//!
//! # Example
//! `from: 2020-01-01` in units.yaml, and a line in `scores/2018.yaml`.
//!
//! # How to mend
//! Mend the dates in units.yaml, or remove the line.

use super::groups;
use crate::assemble::is_alive;
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::Series;
use crate::rankings::Rankings;

pub(super) fn check(series: &Series, _: &Rankings, faults: &mut Faults) {
    for (edition, group) in groups(series) {
        for (row, &unit) in group.units.iter().enumerate() {
            if is_alive(series, unit, edition.period) {
                continue;
            }
            let cells = group.columns.iter().filter_map(|cells| cells.place(row, edition.place.file));
            let place = cells.min().unwrap_or(edition.place);
            faults.push(
                Diagnostic::new(&sense::UNIT_NOT_ALIVE, place)
                    .with("id", &series.units[unit.0].id)
                    .with("life", "its dates")
                    .with("life_vi", "ngày tồn tại")
                    .related(series.units[unit.0].place, "life"),
            );
        }
    }
}
