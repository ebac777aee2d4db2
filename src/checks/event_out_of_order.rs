#![doc = include_str!("../manual/pages/en/event-out-of-order.md")]

use crate::diagnostics::codes::years;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Date, Effect, Event, EventKind, Series, UnitIdx};
use crate::rankings::Rankings;

pub(super) fn check(series: &Series, _: &Rankings, faults: &mut Faults) {
    for event in &series.events {
        for unit in units(&event.kind) {
            let Some(effect) = event.kind.effect(unit) else { continue };
            let Some([why, why_vi]) = (match effect {
                Effect::Begins => existed(series, event, unit),
                Effect::Ends | Effect::Changes | Effect::GoesOn => did_not_exist(series, event, unit),
            }) else {
                continue;
            };
            let [what, what_vi] = what(&event.kind, effect);
            faults.push(
                Diagnostic::new(&years::EVENT_OUT_OF_ORDER, event.place)
                    .with("id", &series.units[unit.0].id)
                    .with("date", event.date)
                    .with("what", what)
                    .with("what_vi", what_vi)
                    .with("why", why)
                    .with("why_vi", why_vi),
            );
        }
    }
}

/// The units that an event concerns, each once.
fn units(kind: &EventKind) -> Vec<UnitIdx> {
    let mut units = match kind {
        EventKind::Rename { unit, .. }
        | EventKind::Abolish { unit }
        | EventKind::Create { unit }
        | EventKind::Move { unit, .. } => vec![*unit],
        EventKind::Merge { units, into } => units.iter().copied().chain([*into]).collect(),
        EventKind::Split { unit, into } => std::iter::once(*unit).chain(into.iter().copied()).collect(),
    };
    units.sort_unstable();
    units.dedup();
    units
}

/// Why a unit could not begin: it was there before, or something happened to it before.
fn existed(series: &Series, event: &Event, unit: UnitIdx) -> Option<[String; 2]> {
    let own = series.units[unit.0].from.filter(|from| *from != event.date).map(began);
    own.or_else(|| {
        let others = others(series, event, unit);
        let earlier = |(other, effect): &(&Event, Effect)| *effect == Effect::Begins || other.date <= event.date;
        others.into_iter().find(earlier).map(|(other, effect)| match effect {
            Effect::Begins => began(other.date),
            _ => [
                format!("an event of {} already concerns it", other.date),
                format!("đã có sự kiện ngày {} về đơn vị này", other.date),
            ],
        })
    })
}

/// Why something could not happen to a unit: it had not begun, or it had ended.
fn did_not_exist(series: &Series, event: &Event, unit: UnitIdx) -> Option<[String; 2]> {
    let own = &series.units[unit.0];
    let others = || others(series, event, unit).into_iter();
    let births = others().filter(|(_, effect)| *effect == Effect::Begins).map(|(other, _)| other.date);
    if let Some(from) = births.chain(own.from).max().filter(|from| *from >= event.date) {
        return Some(began(from));
    }
    let ends = others().filter(|(_, effect)| *effect == Effect::Ends).map(|(other, _)| other.date);
    if let Some(day) = ends.min().filter(|day| *day <= event.date) {
        return Some(ended(day));
    }
    let is_end = event.kind.effect(unit) == Some(Effect::Ends);
    let wrong = |until: &Date| if is_end { until.next() != event.date } else { until.next() < event.date };
    own.until
        .filter(wrong)
        .map(|until| [format!("its last day is {until}"), format!("ngày cuối cùng của đơn vị là {until}")])
}

/// The other events of a unit.
fn others<'a>(series: &'a Series, event: &Event, unit: UnitIdx) -> Vec<(&'a Event, Effect)> {
    series.events_of(unit).into_iter().filter(|(other, _)| other.place != event.place).collect()
}

fn began(day: Date) -> [String; 2] {
    [format!("it began on {day}"), format!("đơn vị bắt đầu từ {day}")]
}

fn ended(day: Date) -> [String; 2] {
    [format!("it ended on {day}"), format!("đơn vị đã kết thúc từ {day}")]
}

/// What happened, as the end of a sentence.
fn what(kind: &EventKind, effect: Effect) -> [&'static str; 2] {
    match (kind, effect) {
        (_, Effect::Begins) => ["new", "bắt đầu"],
        (EventKind::Rename { .. }, _) => ["renamed", "đổi tên"],
        (EventKind::Merge { .. }, _) => ["merged", "sáp nhập"],
        (EventKind::Split { .. }, _) => ["split", "chia tách"],
        (EventKind::Abolish { .. }, _) => ["abolished", "giải thể"],
        (EventKind::Move { .. } | EventKind::Create { .. }, _) => ["moved", "chuyển nhóm"],
    }
}
