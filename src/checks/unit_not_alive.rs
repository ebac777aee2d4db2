#![doc = include_str!("../manual/pages/en/unit-not-alive.md")]

use super::groups;
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Effect, Event, EventKind, Period, Place, Row, Series, UnitIdx};
use crate::rankings::Rankings;

pub(super) fn check(series: &Series, _: &Rankings, faults: &mut Faults) {
    // Lives and days that could not be read are not judged.
    let whole = groups(series).filter(|(edition, _)| !series.unread.units && !edition.unread);
    for (edition, group) in whole {
        for (row, &unit) in group.units.iter().enumerate() {
            if series.life(unit).touches(edition.period) {
                continue;
            }
            let cells = group.columns.iter().filter_map(|cells| cells.place(row, edition.place.file));
            let said = group.statements.iter().filter(|said| !said.others && said.rows.contains(&Row::at(row)));
            let place = cells.min().or_else(|| said.map(|said| said.place).min()).unwrap_or(edition.place);
            let Told { why: [why, why_vi], advice: [advice, advice_vi], life: [life, life_vi], at } =
                told(series, unit, edition.period);
            faults.push(
                Diagnostic::new(&sense::UNIT_NOT_ALIVE, place)
                    .with("id", &series.units[unit.0].id)
                    .with("why", why)
                    .with("why_vi", why_vi)
                    .with("advice", advice)
                    .with("advice_vi", advice_vi)
                    .with("life", life)
                    .with("life_vi", life_vi)
                    .related(at, "life")
                    .caused_by(format!("{} {}", at.file, unit.0)),
            );
        }
    }
}

/// Why a unit did not exist in a period, what may be mended and where; in English and Vietnamese.
struct Told {
    why: [String; 2],
    advice: [String; 2],
    life: [&'static str; 2],
    at: Place,
}

fn told(series: &Series, unit: UnitIdx, period: Period) -> Told {
    let mut births = series.timeline.of(unit).filter(|own| own.effect == Effect::Begins);
    let birth = births.find(|own| own.event.date > period.to).map(|own| own.event);
    let began = birth.and_then(|event| Some((event, began_by(series, unit, event)?)));
    match began {
        Some((event, [why, advice])) => {
            Told { why, advice, life: ["it begins here", "bắt đầu tại đây"], at: event.place }
        }
        None => Told {
            why: why(series, unit, period),
            advice: ["mend its dates in units.yaml".to_owned(), "sửa ngày trong units.yaml".to_owned()],
            life: ["its dates", "ngày tồn tại"],
            at: series.units[unit.0].place,
        },
    }
}

/// Why a unit begins with a merger or split, and what to write if it was there before.
fn began_by(series: &Series, unit: UnitIdx, event: &Event) -> Option<[[String; 2]; 2]> {
    let (id, date) = (&series.units[unit.0].id, event.date);
    match &event.kind {
        EventKind::Merge { .. } => Some([
            [format!("it begins with the merger of {date}"), format!("đơn vị hình thành do sáp nhập từ {date}")],
            [
                format!("name `{id}` in `merge` too if it took in the others and goes on"),
                format!("nêu cả `{id}` trong `merge` nếu đơn vị nhận sáp nhập và vẫn tồn tại"),
            ],
        ]),
        EventKind::Split { .. } => Some([
            [format!("it begins with the split of {date}"), format!("đơn vị hình thành do chia tách từ {date}")],
            ["mend the event in units.yaml".to_owned(), "sửa sự kiện trong units.yaml".to_owned()],
        ]),
        EventKind::Rename { .. } | EventKind::Abolish { .. } | EventKind::Create { .. } | EventKind::Move { .. } => {
            None
        }
    }
}

/// Why a unit did not exist in a period, in English and Vietnamese.
fn why(series: &Series, unit: UnitIdx, period: Period) -> [String; 2] {
    let mut ends = series.timeline.of(unit).filter(|own| own.effect == Effect::Ends);
    let Some(Event { date, kind, .. }) = ends.find(|own| own.event.date <= period.from).map(|own| own.event) else {
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

#[cfg(test)]
mod tests {
    use crate::manual::{Block, Example, tell};

    #[test]
    fn a_unit_that_takes_in_another_is_told_to_stand_in_the_merger() {
        let units = "groups:\n  departments: { name: Các sở }\nunits:\n  \
            so-y-te: { name: Sở Y tế, group: departments }\n  \
            so-tu-phap: { name: Sở Tư pháp, group: departments }\n\
            events:\n  - { date: 2025-03-01, merge: [so-tu-phap], into: so-y-te }\n";
        let told = tell(&Example::of(&[Block {
            kind: "yaml".into(),
            path: "content/units.yaml".into(),
            directive: None,
            text: units.into(),
        }]));
        for words in ["it begins with the merger of 2025-03-01", "name `so-y-te` in `merge` too", "units.yaml:7:"] {
            assert!(told.english.contains(words), "{words}\n{}", told.english);
        }
        assert!(told.vietnamese.contains("nêu cả `so-y-te` trong `merge`"), "{}", told.vietnamese);
    }
}
