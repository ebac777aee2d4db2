#![doc = include_str!("../manual/pages/en/statements-clash.md")]

use super::{clash_fault, clashes};
use crate::diagnostics::Faults;
use crate::diagnostics::codes::sense;
use crate::model::Series;
use crate::rankings::{ClashKind, Rankings};

pub(super) fn check(series: &Series, rankings: &Rankings, faults: &mut Faults) {
    for found in clashes(series, rankings).filter(|found| found.clash.kind == ClashKind::Impossible) {
        faults.push(clash_fault(series, &found, &sense::STATEMENTS_CLASH));
    }
}
