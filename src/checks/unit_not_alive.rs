#![doc = include_str!("../manual/pages/en/unit-not-alive.md")]

use super::groups;
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Effect, Event, Period, Series, UnitIdx};
use crate::rankings::Rankings;

pub(super) fn check(series: &Series, _: &Rankings, faults: &mut Faults) {
    for (edition, group) in groups(series) {
        for (row, &unit) in group.units.iter().enumerate() {
            if series.life(unit).touches(edition.period) {
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
    let ended =
        series.events_of(unit).into_iter().find(|(event, effect)| *effect == Effect::Ends && event.date <= period.from);
    let Some((Event { date, kind, .. }, _)) = ended else {
        return match series.units[unit.0].until.filter(|day| *day < period.from) {
            Some(day) => [format!("it ended on {day}"), format!("kết thúc ngày {day}")],
            None => ["it did not exist yet".to_owned(), "khi đó chưa có".to_owned()],
        };
    };
    match kind.passage() {
        Some((_, into)) => {
            let id = |unit: &UnitIdx| format!("`{}`", series.units[unit.0].id);
            let into = into.iter().map(id).collect::<Vec<_>>().join(", ");
            [format!("it became {into} on {date}"), format!("đã thành {into} từ {date}")]
        }
        None => [format!("it was abolished on {date}"), format!("đã giải thể từ {date}")],
    }
}
