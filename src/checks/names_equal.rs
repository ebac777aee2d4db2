#![doc = include_str!("../manual/pages/en/names-equal.md")]

use std::collections::BTreeMap;

use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{LangIdx, Series};
use crate::rankings::Rankings;

pub(super) fn check(series: &Series, _: &Rankings, faults: &mut Faults) {
    let mut seen = BTreeMap::new();
    for unit in &series.units {
        let name = unit.name.get(LangIdx(0));
        if let Some(other) = seen.insert((unit.group, name), unit) {
            faults.push(
                Diagnostic::new(&sense::NAMES_EQUAL, unit.place)
                    .with("a", &other.id)
                    .with("b", &unit.id)
                    .with("other", "the other one")
                    .with("other_vi", "đơn vị kia")
                    .related(other.place, "other"),
            );
        }
    }
}
