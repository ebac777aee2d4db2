#![doc = include_str!("../manual/pages/en/event-without-sense.md")]

use std::collections::BTreeSet;

use crate::diagnostics::codes::years;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Event, EventKind, Series, UnitIdx};
use crate::rankings::Rankings;

/// What is wrong with an event and how it is mended, each in English and Vietnamese.
type Told = ([String; 2], [&'static str; 2]);

pub(super) fn check(series: &Series, _: &Rankings, faults: &mut Faults) {
    if series.unread.units {
        return;
    }
    for event in series.timeline.events() {
        let Some(([why, why_vi], [advice, advice_vi])) = wrong(series, event) else { continue };
        faults.push(
            Diagnostic::new(&years::EVENT_WITHOUT_SENSE, event.place)
                .with("date", event.date)
                .with("why", why)
                .with("why_vi", why_vi)
                .with("advice", advice)
                .with("advice_vi", advice_vi),
        );
    }
}

fn wrong(series: &Series, event: &Event) -> Option<Told> {
    let id = |unit: UnitIdx| &series.units[unit.0].id;
    match &event.kind {
        EventKind::Merge { units, into } => twice(series, units).or_else(|| {
            (!units.is_empty() && units.iter().all(|unit| unit == into)).then(|| {
                let into = id(*into);
                (
                    [format!("`{into}` alone is merged into itself"), format!("`{into}` sáp nhập vào chính nó")],
                    ["name the units that became part of it", "nêu các đơn vị đã sáp nhập vào đơn vị này"],
                )
            })
        }),
        EventKind::Split { unit, into } => twice(series, into).or_else(|| {
            (!into.is_empty() && into.iter().all(|other| other == unit)).then(|| {
                let unit = id(*unit);
                (
                    [format!("`{unit}` is split into itself alone"), format!("`{unit}` tách thành chính nó")],
                    ["name the units that it was split into", "nêu các đơn vị được tách ra"],
                )
            })
        }),
        EventKind::Rename { unit, from } if series.name_on(*unit, event.date) == from => Some((
            [
                format!("`{}` has that name afterwards too", id(*unit)),
                format!("sau đó `{}` vẫn mang tên này", id(*unit)),
            ],
            [
                "`name` of a unit is its name of today: write there the name that it got, or mend `from`",
                "`name` của đơn vị là tên hiện nay: viết vào đó tên mới, hoặc sửa `from`",
            ],
        )),
        EventKind::Move { unit, from } if series.group_on(*unit, event.date) == *from => Some((
            [
                format!("`{}` is in the group `{}` afterwards too", id(*unit), series.groups[from.0].id),
                format!("sau đó `{}` vẫn thuộc nhóm `{}`", id(*unit), series.groups[from.0].id),
            ],
            [
                "`group` of a unit is its group of today: write there the group that it moved to, or mend `from`",
                "`group` của đơn vị là nhóm hiện nay: viết vào đó nhóm đã chuyển đến, hoặc sửa `from`",
            ],
        )),
        EventKind::Rename { .. } | EventKind::Move { .. } | EventKind::Abolish { .. } | EventKind::Create { .. } => {
            None
        }
    }
}

/// A unit that is named twice.
fn twice(series: &Series, units: &[UnitIdx]) -> Option<Told> {
    let mut seen = BTreeSet::new();
    let unit = units.iter().find(|unit| !seen.insert(**unit))?;
    let id = &series.units[unit.0].id;
    Some((
        [format!("`{id}` is named twice"), format!("`{id}` được nêu hai lần")],
        ["name each unit once", "mỗi đơn vị chỉ nêu một lần"],
    ))
}

#[cfg(test)]
mod tests {
    use crate::manual::{Block, Example, tell};

    /// Two units and one event, and what is told of it.
    #[track_caller]
    fn case(event: &str, expected: &[&str]) {
        let units = "groups:\n  departments: { name: Các sở }\nunits:\n  \
            so-y-te: { name: Sở Y tế, group: departments }\n  \
            so-tu-phap: { name: Sở Tư pháp, group: departments }\nevents:\n";
        let text = format!("{units}  - {{ date: 2018-03-01, {event} }}\n");
        let told = tell(&Example::of(&[Block {
            kind: "yaml".into(),
            path: "content/units.yaml".into(),
            directive: None,
            text,
        }]));
        for words in expected {
            assert!(told.english.contains(words), "{words}\n{}", told.english);
        }
        assert_eq!(told.codes.is_empty(), expected.is_empty(), "{}", told.english);
    }

    #[test]
    fn events_that_change_nothing_are_told() {
        case("merge: [so-y-te], into: so-y-te", &["`so-y-te` alone is merged into itself", "units.yaml:7:"]);
        case("split: so-y-te, into: [so-y-te]", &["`so-y-te` is split into itself alone"]);
        case("merge: [so-y-te, so-y-te], into: so-tu-phap", &["`so-y-te` is named twice"]);
        case("merge: [], into: so-y-te", &["the list of merged units is empty"]);
        case("split: so-y-te, into: []", &["the list of units that it became is empty"]);
        case("rename: so-y-te, from: Sở Y tế", &["`so-y-te` has that name afterwards too"]);
        case("move: so-y-te, from: departments", &["`so-y-te` is in the group `departments` afterwards too"]);
        case("rename: so-y-te, from: Sở Y", &[]);
    }
}
