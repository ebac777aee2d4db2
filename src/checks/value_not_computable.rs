#![doc = include_str!("../manual/pages/en/value-not-computable.md")]

use super::{cell_place, ranked_groups};
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::Series;
use crate::rankings::Rankings;

pub(super) fn check(series: &Series, rankings: &Rankings, faults: &mut Faults) {
    for (edition, group, ranking) in ranked_groups(series, rankings) {
        for &(column, row) in &ranking.failures {
            let place = cell_place(edition, group, column, row.index());
            let fault = Diagnostic::new(&sense::VALUE_NOT_COMPUTABLE, place);
            let unit = &series.units[group.units[row.index()].0].id;
            faults.push(fault.with("unit", unit).with("criterion", group.scheme.column_id(column)));
        }
    }
}
