#![doc = include_str!("../manual/pages/en/bands-equal.md")]

use super::schemes;
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::Series;
use crate::rankings::Rankings;

/// Bands stand from the highest threshold to the lowest.
pub(super) fn check(series: &Series, _: &Rankings, faults: &mut Faults) {
    for pair in schemes(series).flat_map(|scheme| scheme.bands.windows(2)).filter(|pair| pair[0].from == pair[1].from) {
        faults.push(
            Diagnostic::new(&sense::BANDS_EQUAL, pair[1].place)
                .with("from", pair[0].from)
                .with("a", &pair[0].id)
                .with("b", &pair[1].id)
                .with("other", "the other one")
                .with("other_vi", "mức kia")
                .related(pair[0].place, "other"),
        );
    }
}
