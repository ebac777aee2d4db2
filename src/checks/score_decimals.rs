//! # What it finds
//! A score with more decimals than the scheme allows.
//!
//! # Why it matters
//! `decimals` is a promise to the reader, and intervals are proved on its grid.
//!
//! # Example
//! `staff: 9.25`, where the scheme says `decimals: 1`.
//!
//! # How to mend
//! Round the score as the rules of the assessment say, or raise `decimals`.

use super::{groups, written};
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::Series;
use crate::rankings::Rankings;

pub(super) fn check(series: &Series, _: &Rankings, faults: &mut Faults) {
    for (edition, group) in groups(series) {
        for (column, row, score, place) in written(edition, group) {
            let Some(criterion) = group.scheme.criteria.get(column).filter(|c| c.children.is_empty()) else { continue };
            let Some(decimals) = criterion.decimals.filter(|&decimals| score.scale() > decimals) else { continue };
            let fault = Diagnostic::new(&sense::SCORE_DECIMALS, place).with("score", score).with("decimals", decimals);
            let unit = &series.units[group.units[row].0].id;
            faults.push(fault.with("unit", unit).with("criterion", &criterion.id));
        }
    }
}
