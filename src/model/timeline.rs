//! What happened to each unit, in order of day. It is made once, so that a question about a unit looks at its events alone.

use super::date::Date;
use super::effect::Effect;
use super::index::{GroupIdx, UnitIdx};
use super::text::Text;
use super::unit::{Event, EventKind};

/// All events, and for each unit those that concern it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Timeline {
    /// In the order of units.yaml.
    events: Vec<Event>,
    /// For each unit its events by position, from the oldest to the newest; of one day, in the order of units.yaml.
    by_unit: Vec<Vec<(usize, Effect)>>,
    #[cfg(test)]
    looks: tests::Looks,
}

/// An event in the life of a unit.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UnitEvent<'a> {
    /// The event by position among all events.
    pub(crate) index: usize,
    /// What happened.
    pub(crate) event: &'a Event,
    /// What it did to the unit.
    pub(crate) effect: Effect,
}

impl Timeline {
    /// The timeline of so many units; every unit that an event names is one of them.
    #[must_use]
    pub(crate) fn new(events: Vec<Event>, n_units: usize) -> Self {
        let mut by_unit = vec![Vec::new(); n_units];
        for (index, event) in events.iter().enumerate() {
            for (unit, effect) in event.kind.effects() {
                by_unit[unit.0].push((index, effect));
            }
        }
        by_unit.iter_mut().for_each(|own| own.sort_by_key(|(index, _)| events[*index].date));
        Self {
            events,
            by_unit,
            #[cfg(test)]
            looks: tests::Looks::default(),
        }
    }

    /// All events, in the order of units.yaml.
    #[must_use]
    pub(crate) fn events(&self) -> &[Event] {
        #[cfg(test)]
        self.looks.add(self.events.len());
        &self.events
    }

    /// The events of a unit, from the oldest to the newest; of one day, in the order of units.yaml.
    pub(crate) fn of(&self, unit: UnitIdx) -> impl Iterator<Item = UnitEvent<'_>> {
        self.by_unit.get(unit.0).into_iter().flatten().map(|&(index, effect)| {
            #[cfg(test)]
            self.looks.add(1);
            UnitEvent { index, event: &self.events[index], effect }
        })
    }

    /// The name that a unit had before its first change of name after a day; none where it was not renamed since.
    pub(super) fn name_until(&self, unit: UnitIdx, day: Date) -> Option<&Text> {
        self.of(unit).filter(|own| own.event.date > day).find_map(|own| match &own.event.kind {
            EventKind::Rename { from, .. } => Some(from),
            _ => None,
        })
    }

    /// The group that a unit was in before its first change of group after a day; none where it was not moved since.
    pub(super) fn group_until(&self, unit: UnitIdx, day: Date) -> Option<GroupIdx> {
        self.of(unit).filter(|own| own.event.date > day).find_map(|own| match own.event.kind {
            EventKind::Move { from, .. } => Some(from),
            _ => None,
        })
    }

    /// The names that a unit had before, each with the day on which it ended, in the order of units.yaml.
    #[must_use]
    pub(crate) fn names_before(&self, unit: UnitIdx) -> Vec<(Date, &Text)> {
        let mut names: Vec<(usize, Date, &Text)> = Vec::new();
        for UnitEvent { index, event, .. } in self.of(unit) {
            if let EventKind::Rename { from, .. } = &event.kind {
                names.push((index, event.date, from));
            }
        }
        names.sort_by_key(|(index, ..)| *index);
        names.into_iter().map(|(_, date, from)| (date, from)).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::{Timeline, UnitEvent};
    use crate::model::{Date, Event, EventKind, GroupIdx, Place, Text, UnitIdx};

    /// How many events were looked at, through one timeline and its copies.
    #[derive(Clone, Debug, Default)]
    pub(super) struct Looks(Arc<AtomicUsize>);

    impl Looks {
        pub(super) fn add(&self, n: usize) {
            self.0.fetch_add(n, Ordering::Relaxed);
        }
    }

    impl Timeline {
        /// How many events were looked at so far, each look at each of them counted.
        pub(crate) fn looks(&self) -> usize {
            self.looks.0.load(Ordering::Relaxed)
        }
    }

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn event(date: &str, kind: EventKind) -> Event {
        Event { date: day(date), kind, document: None, place: Place::default() }
    }

    fn rename(date: &str, unit: usize, from: &str) -> Event {
        event(date, EventKind::Rename { unit: UnitIdx(unit), from: Text::plain(from) })
    }

    #[test]
    fn a_unit_has_its_own_events_in_order_of_day() {
        let merged = EventKind::Merge { units: vec![UnitIdx(1)], into: UnitIdx(0) };
        let timeline = Timeline::new(
            vec![rename("2020-01-01", 0, "B"), event("2019-01-01", merged), rename("2018-01-01", 0, "A")],
            3,
        );
        let own = |unit| timeline.of(UnitIdx(unit)).map(|UnitEvent { index, .. }| index).collect::<Vec<_>>();
        assert_eq!([own(0), own(1), own(2), own(3)], [vec![2, 1, 0], vec![1], vec![], vec![]]);
        assert_eq!(
            timeline.names_before(UnitIdx(0)),
            [(day("2020-01-01"), &Text::plain("B")), (day("2018-01-01"), &Text::plain("A"))],
            "names stand in the order of units.yaml"
        );
    }

    #[test]
    fn a_name_or_group_holds_until_the_first_change_after_a_day() {
        let moved = |date, from| event(date, EventKind::Move { unit: UnitIdx(0), from: GroupIdx(from) });
        let timeline = Timeline::new(
            vec![
                rename("2020-01-01", 0, "B"),
                rename("2018-01-01", 0, "A"),
                rename("2018-01-01", 0, "second of the day"),
                moved("2019-01-01", 7),
            ],
            1,
        );
        let name = |date| timeline.name_until(UnitIdx(0), day(date)).cloned();
        assert_eq!(
            ["2017-12-31", "2018-01-01", "2019-12-31", "2020-01-01"].map(name),
            [Some("A"), Some("B"), Some("B"), None].map(|name| name.map(Text::plain))
        );
        let group = |date| timeline.group_until(UnitIdx(0), day(date));
        assert_eq!(["2018-12-31", "2019-01-01"].map(group), [Some(GroupIdx(7)), None]);
    }

    #[test]
    fn a_question_about_a_unit_looks_at_its_own_events_alone() {
        let timeline = Timeline::new((0..1000).map(|unit| rename("2020-01-01", unit, "A")).collect(), 1000);
        let looks = |question: &dyn Fn()| {
            let before = timeline.looks();
            question();
            timeline.looks() - before
        };
        let unit = UnitIdx(500);
        assert_eq!(looks(&|| assert!(timeline.name_until(unit, day("2019-01-01")).is_some())), 1);
        assert_eq!(looks(&|| assert!(timeline.group_until(unit, day("2019-01-01")).is_none())), 1);
        assert_eq!(looks(&|| assert_eq!(timeline.names_before(unit).len(), 1)), 1);
        assert_eq!(looks(&|| assert_eq!(timeline.events().len(), 1000)), 1000, "a scan of all events would be seen");
    }
}
