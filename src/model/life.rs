//! How long units and groups live, and what became of them: read from dates and events of units.yaml.

use super::{Date, Edition, EditionGroup, Event, EventKind, GroupIdx, Period, Series, UnitIdx};

/// The days on which a unit or group exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Life {
    /// The first day, if it is known.
    pub from: Option<Date>,
    /// The first day on which it is no more, if it ended.
    pub ended: Option<Date>,
}

/// What an event did to a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It began.
    Begins,
    /// It ended.
    Ends,
    /// It goes on as something else: others were merged into it, or parts of it were split off.
    Changes,
    /// It goes on with another name or in another group.
    GoesOn,
}

impl Life {
    /// Whether it exists on any day of a period.
    #[must_use]
    pub fn touches(self, period: Period) -> bool {
        self.from.is_none_or(|day| day <= period.to) && self.ended.is_none_or(|day| day > period.from)
    }
}

impl EventKind {
    /// What the event did to a unit; none if it does not concern it.
    #[must_use]
    pub fn effect(&self, unit: UnitIdx) -> Option<Effect> {
        match self {
            Self::Rename { unit: own, .. } | Self::Move { unit: own, .. } => (*own == unit).then_some(Effect::GoesOn),
            Self::Create { unit: own } => (*own == unit).then_some(Effect::Begins),
            Self::Abolish { unit: own } => (*own == unit).then_some(Effect::Ends),
            Self::Merge { units, into } => match (units.contains(&unit), *into == unit) {
                (true, true) => Some(Effect::Changes),
                (true, false) => Some(Effect::Ends),
                (false, true) => Some(Effect::Begins),
                (false, false) => None,
            },
            Self::Split { unit: own, into } => match (*own == unit, into.contains(&unit)) {
                (true, true) => Some(Effect::Changes),
                (true, false) => Some(Effect::Ends),
                (false, true) => Some(Effect::Begins),
                (false, false) => None,
            },
        }
    }

    /// The units that an event ends or changes, and those that it makes of them; none where nothing is made of anything.
    #[must_use]
    pub fn passage(&self) -> Option<(&[UnitIdx], &[UnitIdx])> {
        match self {
            Self::Merge { units, into } => Some((units, std::slice::from_ref(into))),
            Self::Split { unit, into } => Some((std::slice::from_ref(unit), into)),
            Self::Rename { .. } | Self::Abolish { .. } | Self::Create { .. } | Self::Move { .. } => None,
        }
    }
}

impl Series {
    /// The events that concern a unit, from the oldest to the newest; of one day, in the order of units.yaml.
    #[must_use]
    pub fn events_of(&self, unit: UnitIdx) -> Vec<(&Event, Effect)> {
        let effects = self.events.iter().filter_map(|event| Some((event, event.kind.effect(unit)?)));
        let mut events: Vec<(&Event, Effect)> = effects.collect();
        events.sort_by_key(|(event, _)| event.date);
        events
    }

    /// The life of a unit: its own dates, narrowed by the events that begin and end it.
    #[must_use]
    pub fn life(&self, unit: UnitIdx) -> Life {
        let own = &self.units[unit.0];
        let mut life = Life { from: own.from, ended: own.until.map(Date::next) };
        for event in &self.events {
            match event.kind.effect(unit) {
                Some(Effect::Begins) => life.from = life.from.max(Some(event.date)),
                Some(Effect::Ends) => life.ended = Some(life.ended.map_or(event.date, |day| day.min(event.date))),
                Some(Effect::Changes | Effect::GoesOn) | None => {}
            }
        }
        life
    }

    /// The life of a group.
    #[must_use]
    pub fn group_life(&self, group: GroupIdx) -> Life {
        let group = &self.groups[group.0];
        Life { from: group.from, ended: group.until.map(Date::next) }
    }

    /// The last day of a unit, or of its group, as their own dates say, if they ended by a day.
    #[must_use]
    pub fn last_day(&self, unit: UnitIdx, by: Date) -> Option<Date> {
        let group = self.group_on(unit, by);
        let days = [self.units[unit.0].until, self.groups[group.0].until];
        days.into_iter().flatten().min().filter(|day| day.next() <= by)
    }

    /// Whether an edition names every unit of the group of a unit that it assessed; also where it assessed no such group.
    #[must_use]
    pub fn names_all(&self, edition: &Edition, unit: UnitIdx) -> bool {
        let group = self.group_on(unit, edition.period.to);
        edition.groups.iter().filter(|part| part.group == group).all(EditionGroup::names_all)
    }

    /// Whether a unit existed on any day of a period, in a group that did.
    #[must_use]
    pub fn is_alive(&self, unit: UnitIdx, period: Period) -> bool {
        let group = self.group_on(unit, period.to);
        self.life(unit).touches(period) && self.group_life(group).touches(period)
    }

    /// What happened to a unit after one day and up to another, that makes it another unit than before.
    #[must_use]
    pub fn change_between(&self, unit: UnitIdx, after: Date, to: Date) -> Option<&Event> {
        let events = self.events_of(unit).into_iter();
        let mut changes = events.filter(|(_, effect)| *effect == Effect::Changes).map(|(event, _)| event);
        changes.find(|event| event.date > after && event.date <= to)
    }
}

#[cfg(test)]
mod tests {
    use super::{Effect, EventKind, Life};
    use crate::model::{Date, Period, UnitIdx};

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[track_caller]
    fn case(kind: &EventKind, expected: [Option<Effect>; 3]) {
        assert_eq!([0, 1, 2].map(|unit| kind.effect(UnitIdx(unit))), expected);
    }

    #[test]
    fn an_event_begins_ends_or_changes_units() {
        use Effect::{Begins, Changes, Ends, GoesOn};
        let [a, b, c] = [0, 1, 2].map(UnitIdx);
        case(&EventKind::Merge { units: vec![a, b], into: c }, [Some(Ends), Some(Ends), Some(Begins)]);
        case(&EventKind::Merge { units: vec![a, b], into: a }, [Some(Changes), Some(Ends), None]);
        case(&EventKind::Split { unit: a, into: vec![b, c] }, [Some(Ends), Some(Begins), Some(Begins)]);
        case(&EventKind::Split { unit: a, into: vec![a, c] }, [Some(Changes), None, Some(Begins)]);
        case(&EventKind::Abolish { unit: b }, [None, Some(Ends), None]);
        case(&EventKind::Create { unit: b }, [None, Some(Begins), None]);
        case(&EventKind::Move { unit: c, from: crate::model::GroupIdx(0) }, [None, None, Some(GoesOn)]);
    }

    #[test]
    fn the_day_on_which_it_is_no_more_is_not_lived() {
        let life = |from: Option<&str>, ended: Option<&str>| Life { from: from.map(day), ended: ended.map(day) };
        let touches = |life: Life, from, to| life.touches(Period { from: day(from), to: day(to) });
        assert!(touches(life(None, Some("2025-03-01")), "2025-01-01", "2025-12-31"));
        assert!(!touches(life(None, Some("2025-03-01")), "2025-03-01", "2025-12-31"));
        assert!(touches(life(None, Some("2025-03-02")), "2025-03-01", "2025-12-31"));
        assert!(touches(life(Some("2025-12-31"), None), "2025-01-01", "2025-12-31"));
        assert!(!touches(life(Some("2026-01-01"), None), "2025-01-01", "2025-12-31"));
    }
}
