#![doc = include_str!("../manual/pages/en/statements-clash.md")]

use std::collections::BTreeMap;

use super::clash::{Found, clash_fault, clashes};
use crate::diagnostics::Faults;
use crate::diagnostics::codes::sense;
use crate::model::Series;
use crate::rankings::{ClashKind, Rankings};

/// Of a column one clash is told, with everything in it that cannot be true at once: one slip shows at many units.
pub(super) fn check(series: &Series, rankings: &Rankings, faults: &mut Faults) {
    let mut columns: BTreeMap<String, Vec<Found<'_>>> = BTreeMap::new();
    for found in clashes(series, rankings).filter(|found| found.clash.kind == ClashKind::Impossible) {
        columns.entry(found.column()).or_default().push(found);
    }
    for found in columns.values() {
        if let [first, others @ ..] = found.as_slice() {
            faults.push(clash_fault(series, first, others, &sense::STATEMENTS_CLASH));
        }
    }
}
