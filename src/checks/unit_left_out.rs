#![doc = include_str!("../manual/pages/en/unit-left-out.md")]

use std::collections::BTreeMap;

use super::first_ids;
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Edition, Period, Series, UnitIdx};
use crate::rankings::Rankings;

pub(super) fn check(series: &Series, _: &Rankings, faults: &mut Faults) {
    for edition in series.editions.iter().filter(|edition| !series.unread.units && edition.is_whole()) {
        let before = edition.previous.map(|index| &series.editions[index.0]).filter(|before| before.is_whole());
        let Some(before) = before else { continue };
        // One that ended in the course of the period need not be in it.
        let last = Period { from: edition.period.to, to: edition.period.to };
        let here = units(series, edition);
        let left_out = named(before).into_iter().filter(|(unit, _)| !here[unit.0]);
        // Where not all are named, one more is left to the source.
        let is_told = |unit: &UnitIdx| edition.not_assessed.contains(unit) || !series.names_all(edition, *unit);
        let left_out: Vec<(UnitIdx, bool)> =
            left_out.filter(|(unit, _)| !is_told(unit) && series.is_alive(*unit, last)).collect();
        if !left_out.is_empty() {
            let ids: Vec<&str> = left_out.iter().map(|(unit, _)| series.units[unit.0].id.as_str()).collect();
            let is_new = left_out.iter().any(|(_, is_other)| *is_other);
            faults.push(fault(edition, before, &ids, is_new));
        }
    }
}

/// One fault for all: where an edition leaves out many, it is for one reason. Some may be new, and have no first day.
fn fault(edition: &Edition, before: &Edition, ids: &[&str], is_new: bool) -> Diagnostic {
    let (one, several) = if let [id] = ids { (Some(id), None) } else { (None, Some(ids.len())) };
    Diagnostic::new(&sense::UNIT_LEFT_OUT, edition.place)
        .with("before", &before.id)
        .with_some("id", one)
        .with_some("n", several)
        .with_some("ids", several.map(|_| first_ids(ids)))
        .with_some("first_day", is_new.then_some("from"))
}

/// For each unit of the series whether it is in an edition.
fn units(series: &Series, edition: &Edition) -> Vec<bool> {
    let mut there = vec![false; series.units.len()];
    for unit in edition.groups.iter().flat_map(|group| &group.units) {
        there[unit.0] = true;
    }
    there
}

/// The units that an edition speaks of, each with whether it does so as one of `others` only. A group of which only results
/// were announced has all units that lived then: what nothing speaks of may be new in units.yaml.
fn named(edition: &Edition) -> BTreeMap<UnitIdx, bool> {
    let mut named = BTreeMap::new();
    for group in &edition.groups {
        let is_listed = group.unranked.iter().any(Option::is_some)
            || group.columns.iter().any(|column| (0..column.len()).any(|row| column.is_written(row)));
        if is_listed {
            named.extend(group.units.iter().map(|unit| (*unit, false)));
            continue;
        }
        for said in &group.statements {
            for row in &said.rows {
                *named.entry(group.units[row.index()]).or_insert(true) &= said.others;
            }
        }
    }
    named
}
