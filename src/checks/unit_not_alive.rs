#![doc = include_str!("../manual/pages/en/unit-not-alive.md")]

use super::groups;
use crate::assemble::is_alive;
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Date, Event, EventKind, Period, Series, UnitIdx};
use crate::rankings::Rankings;

pub(super) fn check(series: &Series, _: &Rankings, faults: &mut Faults) {
    for (edition, group) in groups(series) {
        for (row, &unit) in group.units.iter().enumerate() {
            if is_alive(series, unit, edition.period) {
                continue;
            }
            let cells = group.columns.iter().filter_map(|cells| cells.place(row, edition.place.file));
            let place = cells.min().unwrap_or(edition.place);
            let [why, why_vi] = why(series, unit, edition.period);
            faults.push(
                Diagnostic::new(&sense::UNIT_NOT_ALIVE, place)
                    .with("id", &series.units[unit.0].id)
                    .with("why", why)
                    .with("why_vi", why_vi)
                    .with("life", "its dates")
                    .with("life_vi", "ngày tồn tại")
                    .related(series.units[unit.0].place, "life"),
            );
        }
    }
}

/// Why a unit did not exist in a period, in English and Vietnamese.
fn why(series: &Series, unit: UnitIdx, period: Period) -> [String; 2] {
    let own = &series.units[unit.0];
    if let Some(event) = series.events.iter().filter(|event| event.date <= period.from).find_map(|e| end(e, unit)) {
        let id = |unit: UnitIdx| format!("`{}`", series.units[unit.0].id);
        return match event {
            (date, None) => [format!("it was abolished on {date}"), format!("đã giải thể từ {date}")],
            (date, Some(into)) => {
                let into = into.iter().map(|&unit| id(unit)).collect::<Vec<_>>().join(", ");
                [format!("it became {into} on {date}"), format!("đã thành {into} từ {date}")]
            }
        };
    }
    match own.until.filter(|day| *day < period.from) {
        Some(day) => [format!("it ended on {day}"), format!("kết thúc ngày {day}")],
        None => ["it did not exist yet".to_owned(), "khi đó chưa có".to_owned()],
    }
}

/// When a unit ended by an event, and what it became.
fn end(event: &Event, unit: UnitIdx) -> Option<(Date, Option<Vec<UnitIdx>>)> {
    match &event.kind {
        EventKind::Abolish { unit: abolished } if *abolished == unit => Some((event.date, None)),
        EventKind::Merge { units, into } if *into != unit && units.contains(&unit) => {
            Some((event.date, Some(vec![*into])))
        }
        EventKind::Split { unit: split, into } if *split == unit && !into.contains(&unit) => {
            Some((event.date, Some(into.clone())))
        }
        _ => None,
    }
}
