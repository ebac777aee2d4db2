//! # What it finds
//! A value that cannot be computed of what is written: the logarithm of 0, min-max or z-scores of values that are all
//! equal, a share of 0, the root of a negative number, weights that add up to 0, a result of more than 28 digits.
//!
//! # Why it matters
//! The unit would have no total, and its column no ranks, without a word why.
//!
//! # Example
//! `normalise: { method: min-max }` where all units have 2.
//!
//! # How to mend
//! Mend the score, or choose a method in the scheme that has an answer for it; `missing` where there is no value.

use super::groups;
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::Series;
use crate::rankings::{ClashKind, Rankings};

pub(super) fn check(series: &Series, rankings: &Rankings, faults: &mut Faults) {
    let rankings = rankings.editions.iter().flat_map(|edition| &edition.groups);
    for ((edition, group), ranking) in groups(series).zip(rankings) {
        for clash in ranking.clashes.iter().filter(|clash| clash.kind == ClashKind::NoValue) {
            let Some(row) = clash.row.map(|row| row as usize) else { continue };
            let place = |column: usize| group.columns.get(column)?.place(row, edition.place.file);
            let line = (0..group.columns.len()).find_map(place);
            let place = place(clash.column).or(line).unwrap_or(edition.place);
            let fault = Diagnostic::new(&sense::VALUE_IMPOSSIBLE, place);
            let unit = &series.units[group.units[row].0].id;
            faults.push(fault.with("criterion", group.scheme.column_id(clash.column)).with("unit", unit));
        }
    }
}
