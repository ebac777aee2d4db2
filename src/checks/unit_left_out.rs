#![doc = include_str!("../manual/pages/en/unit-left-out.md")]

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
        for (i, _) in units(series, before).iter().enumerate().filter(|&(i, &was)| was && !here[i]) {
            let unit = UnitIdx(i);
            // Where not all are named, one more is left to the source.
            let is_told = edition.not_assessed.contains(&unit) || !series.names_all(edition, unit);
            if series.is_alive(unit, last) && !is_told {
                let fault = Diagnostic::new(&sense::UNIT_LEFT_OUT, edition.place);
                faults.push(fault.with("id", &series.units[i].id).with("before", &before.id));
            }
        }
    }
}

/// For each unit of the series whether it is in an edition.
fn units(series: &Series, edition: &Edition) -> Vec<bool> {
    let mut there = vec![false; series.units.len()];
    for unit in edition.groups.iter().flat_map(|group| &group.units) {
        there[unit.0] = true;
    }
    there
}
