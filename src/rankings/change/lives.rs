//! Whether a unit was there before, and is the same; and what became of those that are not there any more.

use std::collections::BTreeMap;

use crate::model::{Date, Edition, EditionGroup, Effect, GroupIdx, Row, Series, UnitIdx};

/// A unit of an edition, seen from the edition before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presence {
    /// It was there, in that row, and is the same.
    Same(Row),
    /// It was there, in that row, and others were merged into it or parts split off since; the event by position.
    Changed(Row, usize),
    /// It was in another group.
    Moved(GroupIdx),
    /// It began since, by that event.
    Began(usize),
    /// It was not in the edition before, but in one before that.
    Returned,
    /// It was not in the edition before; more is not known, or it was in one between the two.
    Absent,
    /// The source of the edition before does not name it, and does not name all that were assessed.
    NotNamed,
    /// It was in no earlier edition.
    First,
}

/// A unit of the edition before that is not in its group any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Departure {
    /// Its row there.
    pub(crate) row: Row,
    /// Which unit.
    pub(crate) unit: UnitIdx,
    /// Why.
    pub(crate) why: DepartureReason,
}

/// Why a unit is not in its group any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DepartureReason {
    /// It ended by that event.
    Ended(usize),
    /// That was its last day, or that of its group; no event says how it ended.
    Until(Date),
    /// It is in another group.
    Moved(GroupIdx),
    /// It goes on and was not assessed.
    NotAssessed,
    /// It goes on; the source does not name it, and does not name all that were assessed.
    NotNamed,
}

impl Presence {
    /// The row before, where it is the same unit in the same group.
    #[must_use]
    pub(crate) fn same(self) -> Option<Row> {
        match self {
            Self::Same(row) => Some(row),
            Self::Changed(..) | Self::Moved(_) | Self::Began(_) => None,
            Self::Returned | Self::Absent | Self::NotNamed | Self::First => None,
        }
    }
}

/// For each row of a group whether its unit was in the edition before.
pub(super) fn here(
    series: &Series,
    was: &Edition,
    now: &Edition,
    before: Option<&EditionGroup>,
    group: &EditionGroup,
) -> Vec<Presence> {
    let rows: BTreeMap<UnitIdx, Row> = before
        .map(|before| before.units.iter().copied().zip(Row::all(before.units.len())).collect())
        .unwrap_or_default();
    let one = |&unit: &UnitIdx| match rows.get(&unit) {
        Some(&row) => match series.change_between(unit, was.period.to, now.period.to) {
            Some(change) => Presence::Changed(row, change.index),
            None => Presence::Same(row),
        },
        None => absent(series, was, now, unit),
    };
    group.units.iter().map(one).collect()
}

/// Why a unit of a later edition was not in the group before.
#[must_use]
pub(crate) fn absent(series: &Series, was: &Edition, now: &Edition, unit: UnitIdx) -> Presence {
    if let Some(other) = was.groups.iter().find(|group| group.units.contains(&unit)) {
        return Presence::Moved(other.group);
    }
    let mut births = series.timeline.of(unit).filter(|own| own.effect == Effect::Begins);
    if let Some(birth) = births.find(|own| own.event.date > was.period.to && own.event.date <= now.period.to) {
        return Presence::Began(birth.index);
    }
    let may_have = |edition: &Edition| {
        let is_left_out = edition.not_assessed.contains(&unit);
        !is_left_out && series.is_alive(unit, edition.period) && !series.names_all(edition, unit)
    };
    if may_have(was) {
        return Presence::NotNamed;
    }
    let before = |edition: &Edition| series.editions.iter().position(|other| other.id == edition.id);
    let [was, now] = [was, now].map(|edition| &series.editions[..before(edition).unwrap_or_default()]);
    let has = |edition: &Edition| edition.groups.iter().any(|group| group.units.contains(&unit));
    if was.iter().any(has) {
        Presence::Returned
    } else if now.iter().any(|edition| has(edition) || may_have(edition)) {
        Presence::Absent
    } else {
        Presence::First
    }
}

/// The units of a group before that are not in it now.
pub(super) fn gone(
    series: &Series,
    now: &Edition,
    before: &EditionGroup,
    group: Option<&EditionGroup>,
) -> Vec<Departure> {
    let here: std::collections::BTreeSet<UnitIdx> =
        group.into_iter().flat_map(|group| group.units.iter().copied()).collect();
    let rows = Row::all(before.units.len()).zip(&before.units).filter(|(_, unit)| !here.contains(unit));
    rows.map(|(row, &unit)| Departure { row, unit, why: gone_why(series, now, unit) }).collect()
}

/// Why a unit of an earlier edition is not in its group now.
#[must_use]
pub(crate) fn gone_why(series: &Series, now: &Edition, unit: UnitIdx) -> DepartureReason {
    if let Some(other) = now.groups.iter().find(|group| group.units.contains(&unit)) {
        return DepartureReason::Moved(other.group);
    }
    let mut ends = series.timeline.of(unit).filter(|own| own.effect == Effect::Ends);
    match ends.find(|own| own.event.date <= now.period.to) {
        Some(end) => DepartureReason::Ended(end.index),
        None => match series.last_day(unit, now.period.to) {
            Some(day) => DepartureReason::Until(day),
            None if now.not_assessed.contains(&unit) || series.names_all(now, unit) => DepartureReason::NotAssessed,
            None => DepartureReason::NotNamed,
        },
    }
}
