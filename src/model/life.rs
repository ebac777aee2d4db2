//! How long units and groups live, and what became of them: read from dates and events of units.yaml.

use super::date::Date;
use super::edition::{Edition, EditionGroup, Period};
use super::effect::Effect;
use super::index::{GroupIdx, UnitIdx};
use super::series::Series;
use super::timeline::UnitEvent;

/// The days on which a unit or group exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Life {
    /// The first day, if it is known.
    pub(crate) from: Option<Date>,
    /// The first day on which it is no more, if it ended.
    pub(crate) ended: Option<Date>,
}

impl Life {
    /// Whether it exists on any day of a period.
    #[must_use]
    pub(crate) fn touches(self, period: Period) -> bool {
        self.from.is_none_or(|day| day <= period.to) && self.ended.is_none_or(|day| day > period.from)
    }
}

impl Life {
    /// Whether another exists on some of its days.
    #[must_use]
    pub(crate) fn overlaps(self, other: Self) -> bool {
        let begins_before =
            |from: Option<Date>, ended: Option<Date>| from.zip(ended).is_none_or(|(from, ended)| from < ended);
        begins_before(self.from, other.ended) && begins_before(other.from, self.ended)
    }
}

impl Series {
    /// The life of a unit: its own dates, narrowed by the events that begin and end it.
    #[must_use]
    pub(crate) fn life(&self, unit: UnitIdx) -> Life {
        let own = &self.units[unit.0];
        let mut life = Life { from: own.from, ended: own.until.map(Date::next) };
        for UnitEvent { event, effect, .. } in self.timeline.of(unit) {
            match effect {
                Effect::Begins => life.from = life.from.max(Some(event.date)),
                Effect::Ends => life.ended = Some(life.ended.map_or(event.date, |day| day.min(event.date))),
                Effect::Changes | Effect::GoesOn => {}
            }
        }
        life
    }

    /// The life of a group.
    #[must_use]
    pub(crate) fn group_life(&self, group: GroupIdx) -> Life {
        let group = &self.groups[group.0];
        Life { from: group.from, ended: group.until.map(Date::next) }
    }

    /// The last day of a unit, or of its group, as their own dates say, if they ended by a day.
    #[must_use]
    pub(crate) fn last_day(&self, unit: UnitIdx, by: Date) -> Option<Date> {
        let group = self.group_on(unit, by);
        let days = [self.units[unit.0].until, self.groups[group.0].until];
        days.into_iter().flatten().min().filter(|day| day.next() <= by)
    }

    /// Whether an edition names every unit of the group of a unit that it assessed; also where it assessed no such group.
    #[must_use]
    pub(crate) fn names_all(&self, edition: &Edition, unit: UnitIdx) -> bool {
        let group = self.group_on(unit, edition.period.to);
        edition.groups.iter().filter(|part| part.group == group).all(EditionGroup::names_all)
    }

    /// Whether a unit existed on any day of a period, in a group that did.
    #[must_use]
    pub(crate) fn is_alive(&self, unit: UnitIdx, period: Period) -> bool {
        let group = self.group_on(unit, period.to);
        self.life(unit).touches(period) && self.group_life(group).touches(period)
    }

    /// What happened to a unit after one day and up to another, that makes it another unit than before.
    #[must_use]
    pub(crate) fn change_between(&self, unit: UnitIdx, after: Date, to: Date) -> Option<UnitEvent<'_>> {
        let mut changes = self.timeline.of(unit).filter(|own| own.effect == Effect::Changes);
        changes.find(|own| own.event.date > after && own.event.date <= to)
    }
}

#[cfg(test)]
mod tests {
    use super::Life;
    use crate::model::{Date, Period};

    fn day(text: &str) -> Date {
        Date::parse(text).unwrap()
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
