#![doc = include_str!("../manual/pages/en/score-decimals.md")]

use super::{groups, written};
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::Series;
use crate::rankings::Rankings;

pub(super) fn check(series: &Series, _: &Rankings, faults: &mut Faults) {
    for (edition, group) in groups(series) {
        for (column, row, score, place) in written(edition, group) {
            let Some(criterion) = group.scheme.criterion(column).filter(|c| c.children.is_empty()) else { continue };
            let Some(decimals) = criterion.decimals.filter(|&decimals| score.scale() > decimals) else { continue };
            let fault = Diagnostic::new(&sense::SCORE_DECIMALS, place).with("score", score).with("decimals", decimals);
            let fault = fault.with("at_most", format!("{decimals} decimal{}", if decimals == 1 { "" } else { "s" }));
            let unit = &series.units[group.units[row].0].id;
            faults.push(fault.with("unit", unit).with("criterion", &criterion.id));
        }
    }
}
