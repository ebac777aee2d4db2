#![doc = include_str!("../manual/pages/en/event-out-of-order.md")]

use crate::diagnostics::codes::years;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Date, Effect, Event, EventKind, Series, UnitEvent, UnitIdx};
use crate::rankings::Rankings;

pub(super) fn check(series: &Series, _: &Rankings, faults: &mut Faults) {
    if series.unread.units {
        return;
    }
    for event in series.timeline.events() {
        for (unit, effect) in event.kind.effects() {
            let Some([why, why_vi]) = (match effect {
                Effect::Begins => existed(series, event, unit),
                Effect::Ends | Effect::Changes | Effect::GoesOn => did_not_exist(series, event, unit, effect),
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

/// Why a unit could not begin: it was there before, or something happened to it before.
fn existed(series: &Series, event: &Event, unit: UnitIdx) -> Option<[String; 2]> {
    let own = series.units[unit.0].from.filter(|from| *from != event.date).map(began);
    own.or_else(|| {
        let mut others = others(series, event, unit);
        let earlier = others.find(|own| own.effect == Effect::Begins || own.event.date <= event.date);
        earlier.map(|UnitEvent { event: other, effect, .. }| match effect {
            Effect::Begins => began(other.date),
            _ => [
                format!("an event of {} already concerns it", other.date),
                format!("đã có sự kiện ngày {} về đơn vị này", other.date),
            ],
        })
    })
}

/// Why something could not happen to a unit: it had not begun, or it had ended.
fn did_not_exist(series: &Series, event: &Event, unit: UnitIdx, effect: Effect) -> Option<[String; 2]> {
    let own = &series.units[unit.0];
    let others = |effect| others(series, event, unit).filter(move |own| own.effect == effect).map(|own| own.event.date);
    let births = others(Effect::Begins);
    if let Some(from) = births.chain(own.from).max().filter(|from| *from >= event.date) {
        return Some(began(from));
    }
    if let Some(day) = others(Effect::Ends).min().filter(|day| *day <= event.date) {
        return Some(ended(day));
    }
    let wrong =
        |until: &Date| if effect == Effect::Ends { until.next() != event.date } else { until.next() < event.date };
    own.until
        .filter(wrong)
        .map(|until| [format!("its last day is {until}"), format!("ngày cuối cùng của đơn vị là {until}")])
}

/// The other events of a unit.
fn others<'a>(series: &'a Series, event: &'a Event, unit: UnitIdx) -> impl Iterator<Item = UnitEvent<'a>> {
    series.timeline.of(unit).filter(|other| other.event.place != event.place)
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
