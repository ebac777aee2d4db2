//! # What it finds
//! A score above the maximum of its criterion, or below zero where a maximum is given.
//!
//! # Why it matters
//! A score that cannot be is a slip of the hand, and it moves a unit to a rank that it has not.
//!
//! # Example
//! `so-y-te: { infrastructure: 26 }`, where the criterion has `max: 24`.
//!
//! # How to mend
//! Mend the score, or the maximum in the scheme. Points taken away belong into `adjustments`.

use rust_decimal::Decimal;

use super::{groups, written};
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::Series;
use crate::rankings::Rankings;

pub(super) fn check(series: &Series, _: &Rankings, faults: &mut Faults) {
    for (edition, group) in groups(series) {
        let scheme = &group.scheme;
        for (column, row, score, place) in written(edition, group) {
            let raw = scheme.criteria.get(column).is_some_and(|c| c.normalise.is_some());
            let Some(max) = scheme.column_max(column).filter(|_| !raw) else { continue };
            let code = match score {
                score if score > max => &sense::SCORE_ABOVE_MAXIMUM,
                score if score < Decimal::ZERO => &sense::SCORE_BELOW_ZERO,
                _ => continue,
            };
            let fault = Diagnostic::new(code, place)
                .with("score", score)
                .with("unit", &series.units[group.units[row].0].id)
                .with("criterion", scheme.column_id(column))
                .with("max", max.normalize())
                .with("limit", "its maximum")
                .with("limit_vi", "mức tối đa");
            let limit = scheme.criteria.get(column).and_then(|c| c.max_place);
            faults.push(match limit {
                Some(limit) if code.id == sense::SCORE_ABOVE_MAXIMUM.id => fault.related(limit, "limit"),
                _ => fault,
            });
        }
    }
}
