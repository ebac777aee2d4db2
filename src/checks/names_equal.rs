#![doc = include_str!("../manual/pages/en/names-equal.md")]

use std::collections::BTreeMap;

use super::{NAMED_MAX, first_ids};
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{LangIdx, Series, Unit};
use crate::rankings::Rankings;
use crate::words::fold;

/// Names are compared as a search compares them: without case, marks and the place of a tone.
pub(super) fn check(series: &Series, _: &Rankings, faults: &mut Faults) {
    let mut alike: BTreeMap<_, Vec<&Unit>> = BTreeMap::new();
    for unit in series.units.iter().filter(|unit| !name(unit).is_empty()) {
        alike.entry((unit.group, fold(name(unit)))).or_default().push(unit);
    }
    alike.values().filter_map(|units| fault(units)).for_each(|fault| faults.push(fault));
}

fn name(unit: &Unit) -> &str {
    unit.name.get(LangIdx(0))
}

/// The fault of units whose names are alike, at the second of them; none of a unit alone.
fn fault(units: &[&Unit]) -> Option<Diagnostic> {
    let [first, second, ..] = units else { return None };
    let [what, what_vi] = if units.iter().all(|unit| name(unit) == name(first)) {
        ["the same name", "trùng tên"]
    } else {
        ["names that differ only in case, spaces or marks", "có tên chỉ khác chữ hoa, dấu cách hoặc dấu thanh"]
    };
    let ids: Vec<&str> = units.iter().map(|unit| unit.id.as_str()).collect();
    let fault = Diagnostic::new(&sense::NAMES_EQUAL, second.place)
        .with("n", units.len())
        .with("ids", first_ids(&ids))
        .with("what", what)
        .with("what_vi", what_vi)
        .with("other", "another one of them")
        .with("other_vi", "một đơn vị khác");
    let others = units.iter().filter(|unit| unit.id != second.id).take(NAMED_MAX);
    Some(others.fold(fault, |fault, unit| fault.related(unit.place, "other")))
}
