#![doc = include_str!("../manual/pages/en/score-left-out.md")]

use super::groups;
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Place, Series};
use crate::rankings::Rankings;

pub(super) fn check(series: &Series, _: &Rankings, faults: &mut Faults) {
    for (edition, group) in groups(series).filter(|(_, group)| !group.unread) {
        for (row, unit) in group.units.iter().enumerate() {
            let file = edition.place.file;
            let starts: Vec<Place> = group.columns.iter().filter_map(|cells| cells.place(row, file)).collect();
            let Some(first) = starts.iter().min() else { continue };
            let left_out = group.scheme.measured().filter(|&column| group.columns[column].place(row, file).is_none());
            let left_out: Vec<String> =
                left_out.map(|column| format!("`{}`", group.scheme.column_id(column))).collect();
            if !left_out.is_empty() {
                let example = left_out[0].trim_matches('`').to_owned();
                let criteria = left_out.join(", ");
                // A criterion that all lines leave out came into the scheme, or was forgotten once.
                let cause = format!("{} {} {criteria}", edition.id, group.group.0);
                let fault = Diagnostic::new(&sense::SCORE_LEFT_OUT, *first).with("criteria", criteria);
                let fault = fault.with("example", format!("{example}: ~"));
                faults.push(fault.with("unit", &series.units[unit.0].id).caused_by(cause));
            }
        }
    }
}
