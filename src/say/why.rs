//! Why something may be compared or not, in words: for the file of changes and for pages.

use crate::model::{EditionIdx, EventKind, LangIdx, Series, Text, UnitIdx};
use crate::rankings::{CellWhy, DepartureReason, MissingEnds, Presence, VerdictReason, WhyMissing};
use crate::say::editions::name_in;
use crate::say::points::maximum;
use crate::words::Words;

/// Formats reasons in one language.
#[derive(Clone, Copy)]
pub(crate) struct Why<'a> {
    /// The publication.
    pub(crate) series: &'a Series,
    /// The phrases of the language.
    pub(crate) words: &'a Words,
    /// The language.
    pub(crate) language: LangIdx,
    /// The edition with which the one that is spoken of is compared.
    pub(crate) before: EditionIdx,
}

impl<'a> Why<'a> {
    /// The reason for the verdict on a cell.
    #[must_use]
    pub(crate) fn cell(self, why: CellWhy) -> String {
        match why {
            CellWhy::Column(because) => self.column(because),
            CellWhy::Unit(here) => self.here(here),
        }
    }

    /// The reason for the verdict on a column.
    #[must_use]
    pub(crate) fn column(self, because: VerdictReason) -> String {
        let key = match because {
            VerdictReason::MaximumChanged(was, now) => {
                let [was, now] = [was, now].map(|max| maximum(self.words, max));
                return self.words.say("verdict.maximum", &[("was", &was), ("now", &now)]);
            }
            VerdictReason::SameScheme => "verdict.same-scheme",
            VerdictReason::Declared => "verdict.declared",
            VerdictReason::Reweighted => "verdict.reweighted",
            VerdictReason::Withdrawn => "verdict.withdrawn",
            VerdictReason::PeriodsDiffer => "verdict.periods",
            VerdictReason::GroupNew => "verdict.group-new",
            VerdictReason::MethodUnknown => "verdict.method-unknown",
            VerdictReason::SchemeReplaced => "verdict.scheme-replaced",
            VerdictReason::NotDeclared => "verdict.not-declared",
            VerdictReason::CriterionNew => "verdict.criterion-new",
            VerdictReason::AggregationChanged => "verdict.aggregation",
            VerdictReason::PolicyChanged => "verdict.policy",
            VerdictReason::MeasureChanged => "verdict.measure",
            VerdictReason::MaximumUnknown => "verdict.maximum-unknown",
            VerdictReason::ScaleUnknown => "verdict.scale-unknown",
            VerdictReason::Relative => "verdict.relative",
        };
        self.of_before(key)
    }

    /// A phrase that may name the edition before.
    fn of_before(self, key: &str) -> String {
        self.words.say(key, &[("edition", &name_in(self.words, &self.series.editions[self.before.0]))])
    }

    /// The reason why a cell may be compared, and what is not there of it all the same.
    #[must_use]
    pub(crate) fn lacking(self, reason: String, lacks: MissingEnds, is_nothing: bool) -> String {
        let add = |reason: String, key: &str, side: Option<[bool; 2]>| match side {
            Some(side) => self.words.say(key, &[("reason", &reason), ("when", &self.when(side))]),
            None => reason,
        };
        let sides = |lacks: [Option<WhyMissing>; 2], lack: WhyMissing| {
            let side = lacks.map(|own| own == Some(lack));
            side.contains(&true).then_some(side)
        };
        let exempt = sides(lacks.value, WhyMissing::Exempt);
        let missing = sides(lacks.value, WhyMissing::Missing);
        let unranked = sides(lacks.rank, WhyMissing::Unranked);
        let told = exempt.or(missing).or(unranked).is_some();
        let reason = add(reason, "verdict.exempt", exempt);
        let reason = add(reason, "verdict.missing", missing);
        let reason = add(reason, "verdict.unranked", unranked);
        let is_unknown = is_nothing && (lacks.value.contains(&Some(WhyMissing::Unknown)) || !told && !lacks.rule);
        let reason = if is_unknown { self.words.say("verdict.unknown", &[("reason", &reason)]) } else { reason };
        if lacks.rule { self.words.say("verdict.rule", &[("reason", &reason)]) } else { reason }
    }

    /// In which of two editions.
    fn when(self, side: [bool; 2]) -> String {
        let key = match side {
            [true, true] => "verdict.when.both",
            [true, false] => "verdict.when.before",
            [false, _] => "verdict.when.now",
        };
        self.of_before(key)
    }

    /// Why a unit is not simply the one of the edition before.
    #[must_use]
    pub(crate) fn here(self, here: Presence) -> String {
        match here {
            Presence::Same(_) => self.words.say("life.same", &[]),
            Presence::Changed(_, event) => self.event(event, Turn::Changed),
            Presence::Began(event) => self.event(event, Turn::Began),
            Presence::Moved(group) => {
                self.words.say("life.moved", &[("group", self.text(&self.series.groups[group.0].name))])
            }
            Presence::Returned => self.of_before("life.returned"),
            Presence::Absent => self.of_before("life.absent"),
            Presence::NotNamed => self.of_before("life.not-named"),
            Presence::First => self.words.say("life.first", &[]),
        }
    }

    /// Why a unit is not there any more.
    #[must_use]
    pub(crate) fn gone(self, why: DepartureReason) -> String {
        match why {
            DepartureReason::Ended(event) => self.event(event, Turn::Gone),
            DepartureReason::Until(day) => self.words.say("gone.until", &[("date", &self.words.date(day))]),
            DepartureReason::Moved(group) => {
                self.words.say("gone.moved", &[("group", self.text(&self.series.groups[group.0].name))])
            }
            DepartureReason::NotAssessed => self.words.say("gone.not-assessed", &[]),
            DepartureReason::NotNamed => self.words.say("gone.not-named", &[]),
        }
    }

    /// What an event did to a unit: of a merger or split with the units on the other side of it.
    fn event(self, event: usize, turn: Turn) -> String {
        let event = &self.series.timeline.events()[event];
        let date = self.words.date(event.date);
        let units = match (&event.kind, turn) {
            (EventKind::Merge { into, .. }, Turn::Gone) => vec![*into],
            (EventKind::Merge { units, into }, Turn::Changed | Turn::Began) => without(units, *into),
            (EventKind::Split { unit, .. }, Turn::Began) => vec![*unit],
            (EventKind::Split { unit, into }, Turn::Changed | Turn::Gone) => without(into, *unit),
            (
                EventKind::Rename { .. }
                | EventKind::Abolish { .. }
                | EventKind::Create { .. }
                | EventKind::Move { .. },
                _,
            ) => Vec::new(),
        };
        let names: Vec<_> =
            units.iter().map(|unit| self.text(self.series.name_on(*unit, event.date)).to_owned()).collect();
        self.words.say(turn.key(&event.kind), &[("units", &self.words.list(&names)), ("date", &date)])
    }

    fn text(self, text: &'a Text) -> &'a str {
        text.get(self.language)
    }
}

/// The units but one.
fn without(units: &[UnitIdx], one: UnitIdx) -> Vec<UnitIdx> {
    units.iter().copied().filter(|unit| *unit != one).collect()
}

/// What an event was to the unit that is spoken of.
#[derive(Clone, Copy)]
enum Turn {
    /// It went on, changed.
    Changed,
    /// It began.
    Began,
    /// It ended.
    Gone,
}

impl Turn {
    /// The phrase of such an event.
    fn key(self, kind: &EventKind) -> &'static str {
        match (self, kind) {
            (Self::Changed, EventKind::Merge { .. }) => "life.changed.merge",
            (Self::Changed, EventKind::Split { .. }) => "life.changed.split",
            (Self::Began, EventKind::Merge { .. }) => "life.began.merge",
            (Self::Began, EventKind::Split { .. }) => "life.began.split",
            (Self::Gone, EventKind::Merge { .. }) => "gone.merge",
            (Self::Gone, EventKind::Split { .. }) => "gone.split",
            (
                turn,
                EventKind::Rename { .. }
                | EventKind::Abolish { .. }
                | EventKind::Create { .. }
                | EventKind::Move { .. },
            ) => match turn {
                Self::Changed => "life.same",
                Self::Began => "life.began.create",
                Self::Gone => "gone.abolish",
            },
        }
    }
}
