#![doc = include_str!("../manual/pages/en/score-below-zero.md")]

use rust_decimal::Decimal;

use super::{groups, written};
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::Series;
use crate::rankings::Rankings;

pub(super) fn check(series: &Series, _: &Rankings, faults: &mut Faults) {
    for (edition, group) in groups(series) {
        let scheme = &group.scheme;
        for (column, row, score, place) in written(edition, group).filter(|(_, _, score, _)| *score < Decimal::ZERO) {
            let raw = scheme.criterion(column).is_some_and(|c| c.normalise.is_some());
            if raw || scheme.column_max(column).is_none() {
                continue;
            }
            let fault = Diagnostic::new(&sense::SCORE_BELOW_ZERO, place).with("score", score);
            let unit = &series.units[group.units[row].0].id;
            faults.push(fault.with("unit", unit).with("criterion", scheme.column_id(column)));
        }
    }
}
