#![doc = include_str!("../manual/pages/en/unit-left-out.md")]

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
        let left_out = units(series, before).into_iter().enumerate().filter(|&(i, was)| was && !here[i]);
        // Where not all are named, one more is left to the source.
        let is_told = |unit: &UnitIdx| edition.not_assessed.contains(unit) || !series.names_all(edition, *unit);
        let left_out = left_out.map(|(i, _)| UnitIdx(i)).filter(|unit| !is_told(unit) && series.is_alive(*unit, last));
        let ids: Vec<&str> = left_out.map(|unit| series.units[unit.0].id.as_str()).collect();
        if !ids.is_empty() {
            faults.push(fault(edition, before, &ids));
        }
    }
}

/// One fault for all: where an edition leaves out many, it is for one reason.
fn fault(edition: &Edition, before: &Edition, ids: &[&str]) -> Diagnostic {
    let (one, several) = if let [id] = ids { (Some(id), None) } else { (None, Some(ids.len())) };
    Diagnostic::new(&sense::UNIT_LEFT_OUT, edition.place)
        .with("before", &before.id)
        .with_some("id", one)
        .with_some("n", several)
        .with_some("ids", several.map(|_| first_ids(ids)))
}

/// For each unit of the series whether it is in an edition.
fn units(series: &Series, edition: &Edition) -> Vec<bool> {
    let mut there = vec![false; series.units.len()];
    for unit in edition.groups.iter().flat_map(|group| &group.units) {
        there[unit.0] = true;
    }
    there
}
