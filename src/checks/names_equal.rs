#![doc = include_str!("../manual/pages/en/names-equal.md")]

use std::collections::{BTreeMap, BTreeSet};

use super::{NAMED_MAX, first_ids};
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{GroupIdx, LangIdx, Life, Series, Unit, UnitIdx};
use crate::rankings::Rankings;
use crate::words::fold;

/// Names are compared as a search compares them: without case, marks and the place of a tone. Other spellings are names too,
/// but one that a unit has from another one that it came from, or that came from it: no two units had it at one time.
pub(super) fn check(series: &Series, _: &Rankings, faults: &mut Faults) {
    let mut alike: BTreeMap<_, Vec<&Unit>> = BTreeMap::new();
    for unit in series.units.iter().filter(|unit| !name(unit).is_empty()) {
        alike.entry((unit.group, fold(name(unit)))).or_default().push(unit);
    }
    alike.values().filter_map(|units| fault(units)).for_each(|fault| faults.push(fault));
    let spelled = spellings(series);
    for ((_, key), units) in spelled.iter().filter(|(_, units)| units.len() > 1 && live_together(series, units)) {
        let units: Vec<&Unit> = units.iter().map(|unit| &series.units[unit.0]).collect();
        let names: BTreeSet<String> = units.iter().map(|unit| fold(name(unit))).collect();
        // Those of one name have been told.
        if names.len() == units.len() {
            let spelling = units.iter().flat_map(|unit| &unit.aka).find(|own| fold(own) == *key);
            let shared = ["one spelling in common", "dùng chung một cách viết tên"];
            of_units(&units, shared, spelling).into_iter().for_each(|fault| faults.push(fault));
        }
    }
}

/// The units of each group that can be called by one name or other spelling.
fn spellings(series: &Series) -> BTreeMap<(GroupIdx, String), Vec<UnitIdx>> {
    let mut spelled: BTreeMap<_, Vec<UnitIdx>> = BTreeMap::new();
    for (at, unit) in series.units.iter().enumerate() {
        let own = unit.aka.iter().map(String::as_str).chain([name(unit)]).filter(|own| !own.is_empty());
        for spelling in own.map(fold).collect::<BTreeSet<String>>() {
            spelled.entry((unit.group, spelling)).or_default().push(UnitIdx(at));
        }
    }
    spelled
}

/// Whether two of some units existed on one day.
fn live_together(series: &Series, units: &[UnitIdx]) -> bool {
    let mut lives: Vec<Life> = units.iter().map(|unit| series.life(*unit)).collect();
    lives.sort_by_key(|life| life.from);
    lives.windows(2).any(|pair| pair[0].overlaps(pair[1]))
}

fn name(unit: &Unit) -> &str {
    unit.name.get(LangIdx(0))
}

/// The fault of units whose names are alike; none of a unit alone.
fn fault(units: &[&Unit]) -> Option<Diagnostic> {
    let first = units.first()?;
    let what = if units.iter().all(|unit| name(unit) == name(first)) {
        ["the same name", "trùng tên"]
    } else {
        ["names that differ only in case, spaces or marks", "có tên chỉ khác chữ hoa, dấu cách hoặc dấu thanh"]
    };
    of_units(units, what, None)
}

/// The fault of several units, at the second of them, with another spelling that they share.
fn of_units(units: &[&Unit], [what, what_vi]: [&str; 2], spelling: Option<&String>) -> Option<Diagnostic> {
    let [_, second, ..] = units else { return None };
    let ids: Vec<&str> = units.iter().map(|unit| unit.id.as_str()).collect();
    let fault = Diagnostic::new(&sense::NAMES_EQUAL, second.place)
        .with("n", units.len())
        .with("ids", first_ids(&ids))
        .with("what", what)
        .with("what_vi", what_vi)
        .with_some("spelling", spelling)
        .with("other", "another one of them")
        .with("other_vi", "một đơn vị khác");
    let others = units.iter().filter(|unit| unit.id != second.id).take(NAMED_MAX);
    Some(others.fold(fault, |fault, unit| fault.related(unit.place, "other")))
}
