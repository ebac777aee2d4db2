#![doc = include_str!("../manual/pages/en/score-above-maximum.md")]

use super::{groups, written};
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::Series;
use crate::rankings::Rankings;

pub(super) fn check(series: &Series, _: &Rankings, faults: &mut Faults) {
    for (edition, group) in groups(series) {
        let scheme = &group.scheme;
        for (column, row, score, place) in written(edition, group) {
            let raw = scheme.criterion(column).is_some_and(|c| c.normalise.is_some());
            let Some(max) = scheme.column_max(column).filter(|max| !raw && score > *max) else { continue };
            let fault = Diagnostic::new(&sense::SCORE_ABOVE_MAXIMUM, place)
                .with("score", score)
                .with("unit", &series.units[group.units[row].0].id)
                .with("criterion", scheme.column_id(column))
                .with("max", max.normalize())
                .with("limit", "its maximum")
                .with("limit_vi", "mức tối đa");
            let limit = scheme.criterion(column).and_then(|c| c.max_place);
            faults.push(match limit {
                Some(limit) => fault.related(limit, "limit"),
                None => fault,
            });
        }
    }
}
