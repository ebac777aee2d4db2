#![doc = include_str!("../manual/pages/en/withheld-computable.md")]

use super::{cell_place, ranked_groups};
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::Series;
use crate::rankings::Rankings;

pub(super) fn check(series: &Series, rankings: &Rankings, faults: &mut Faults) {
    for (edition, group, ranking) in ranked_groups(series, rankings) {
        for &(column, row) in &ranking.revealed {
            let place = cell_place(edition, group, column, row as usize);
            let fault = Diagnostic::new(&sense::WITHHELD_COMPUTABLE, place);
            let unit = &series.units[group.units[row as usize].0].id;
            faults.push(fault.with("unit", unit).with("criterion", group.scheme.column_id(column)));
        }
    }
}
