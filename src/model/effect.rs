//! What an event did to each of the units that it names.

use std::collections::BTreeSet;

use super::index::UnitIdx;
use super::unit::EventKind;

/// What an event did to a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    /// It began.
    Begins,
    /// It ended.
    Ends,
    /// It goes on as something else: others were merged into it, or parts of it were split off.
    Changes,
    /// It goes on with another name or in another group.
    GoesOn,
}

impl EventKind {
    /// The units that the event concerns, each once, with what it did to them.
    #[must_use]
    pub(crate) fn effects(&self) -> Vec<(UnitIdx, Effect)> {
        match self {
            Self::Rename { unit, .. } | Self::Move { unit, .. } => vec![(*unit, Effect::GoesOn)],
            Self::Create { unit } => vec![(*unit, Effect::Begins)],
            Self::Abolish { unit } => vec![(*unit, Effect::Ends)],
            Self::Merge { units, into } => passed(units, std::slice::from_ref(into)),
            Self::Split { unit, into } => passed(std::slice::from_ref(unit), into),
        }
    }

    /// The units that an event ends or changes, and those that it makes of them; none where nothing is made of anything.
    #[must_use]
    pub(crate) fn passage(&self) -> Option<(&[UnitIdx], &[UnitIdx])> {
        match self {
            Self::Merge { units, into } => Some((units, std::slice::from_ref(into))),
            Self::Split { unit, into } => Some((std::slice::from_ref(unit), into)),
            Self::Rename { .. } | Self::Abolish { .. } | Self::Create { .. } | Self::Move { .. } => None,
        }
    }
}

/// What happened to the units on both sides of a merger or split; one that stands on both goes on, changed.
fn passed(from: &[UnitIdx], into: &[UnitIdx]) -> Vec<(UnitIdx, Effect)> {
    let [from, into] = [from, into].map(|units| units.iter().copied().collect::<BTreeSet<UnitIdx>>());
    let effect = |unit: &UnitIdx| match (from.contains(unit), into.contains(unit)) {
        (true, true) => Effect::Changes,
        (true, false) => Effect::Ends,
        (false, _) => Effect::Begins,
    };
    from.union(&into).map(|unit| (*unit, effect(unit))).collect()
}

#[cfg(test)]
mod tests {
    use super::{Effect, EventKind};
    use crate::model::UnitIdx;

    #[track_caller]
    fn case(kind: &EventKind, expected: [Option<Effect>; 3]) {
        let effects = kind.effects();
        let effect = |unit| effects.iter().find(|(other, _)| *other == UnitIdx(unit)).map(|(_, effect)| *effect);
        assert_eq!([0, 1, 2].map(effect), expected);
        assert_eq!(effects.len(), expected.iter().flatten().count(), "each unit once, and no other");
    }

    #[test]
    fn an_event_begins_ends_or_changes_units() {
        use Effect::{Begins, Changes, Ends, GoesOn};
        let [a, b, c] = [0, 1, 2].map(UnitIdx);
        case(&EventKind::Merge { units: vec![a, b], into: c }, [Some(Ends), Some(Ends), Some(Begins)]);
        case(&EventKind::Merge { units: vec![a, b], into: a }, [Some(Changes), Some(Ends), None]);
        case(&EventKind::Split { unit: a, into: vec![b, c] }, [Some(Ends), Some(Begins), Some(Begins)]);
        case(&EventKind::Split { unit: a, into: vec![a, c] }, [Some(Changes), None, Some(Begins)]);
        case(&EventKind::Split { unit: a, into: vec![c, c] }, [Some(Ends), None, Some(Begins)]);
        case(&EventKind::Abolish { unit: b }, [None, Some(Ends), None]);
        case(&EventKind::Create { unit: b }, [None, Some(Begins), None]);
        case(&EventKind::Move { unit: c, from: crate::model::GroupIdx(0) }, [None, None, Some(GoesOn)]);
    }
}
