//! Who has which id.

use std::collections::{BTreeMap, BTreeSet};

use super::unread::Unread;
use crate::content::{Content, EventWritten, FilesThere, Spanned, UnitsFile};
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Code, Diagnostic, Faults, alike};
use crate::model::{GroupIdx, Place, SchemeIdx, UnitIdx};

/// The ids of groups, units, schemes and editions, each with its position.
pub(super) struct Names<'c> {
    groups: BTreeMap<&'c str, usize>,
    units: BTreeMap<&'c str, usize>,
    schemes: BTreeMap<&'c str, usize>,
    editions: BTreeMap<&'c str, usize>,
    /// Where the ids of groups and of units are given, by position.
    given: [Vec<Place>; 2],
    /// Files that are there, whether they could be read or not.
    there: &'c FilesThere,
    unread: &'c Unread,
    unplaced: BTreeSet<UnitIdx>,
}

impl<'c> Names<'c> {
    /// Collects all ids, and reports those that are given twice.
    pub(super) fn of(content: &'c Content, units: &'c UnitsFile, unread: &'c Unread, faults: &mut Faults) -> Self {
        let mut names = Self {
            groups: collect(units.groups.iter().map(|(id, _)| (id.value.as_str(), id.place)), faults),
            units: collect(units.units.iter().map(|u| (u.id.value.as_str(), u.id.place)), faults),
            schemes: collect(content.schemes.iter().map(|s| (s.base.id.as_str(), s.base.place)), faults),
            editions: collect(content.scores.iter().map(|s| (s.id.as_str(), s.place)), faults),
            given: [
                units.groups.iter().map(|(id, _)| id.place).collect(),
                units.units.iter().map(|unit| unit.id.place).collect(),
            ],
            unread,
            unplaced: BTreeSet::new(),
            there: &content.there,
        };
        let is_known = |group: &Spanned<String>| names.groups.contains_key(group.value.as_str());
        let homeless =
            units.units.iter().filter(|unit| !unit.group.as_ref().is_some_and(is_known)).map(|unit| &unit.id);
        let moved = units.events.iter().filter_map(|line| match &line.event {
            EventWritten::Move(unit, from) if !is_known(from) => Some(unit),
            _ => None,
        });
        names.unplaced = homeless.chain(moved).filter_map(|id| names.known_unit(id)).collect();
        names
    }

    /// The units of which units.yaml does not tell the group, or that before a move; what it says instead is told.
    pub(super) fn unplaced(&self) -> impl Iterator<Item = UnitIdx> {
        self.unplaced.iter().copied()
    }

    /// Whether a unit is one of them.
    pub(super) fn is_unplaced(&self, unit: UnitIdx) -> bool {
        self.unplaced.contains(&unit)
    }

    /// The group with an id; reports that there is none.
    pub(super) fn group(&self, id: &Spanned<String>, faults: &mut Faults) -> Option<GroupIdx> {
        self.find(&self.groups, &self.given[0], id, &sense::GROUP_UNKNOWN, faults).map(GroupIdx)
    }

    /// The unit with an id; reports that there is none.
    pub(super) fn unit(&self, id: &Spanned<String>, faults: &mut Faults) -> Option<UnitIdx> {
        let found = self.known_unit(id);
        if found.is_none() && !self.unread.touches(id.place) {
            // Units are too many to be listed.
            let fault = unknown(&self.units, &self.given[1], id, &sense::UNIT_UNKNOWN, faults);
            faults.push(fault);
        }
        found
    }

    /// The units with some ids; of a comma within an id, which makes two of one, it is told once what was meant.
    pub(super) fn units<'i>(
        &self,
        ids: &'i [Spanned<String>],
        faults: &mut Faults,
    ) -> Vec<(UnitIdx, &'i Spanned<String>)> {
        let mut found = Vec::new();
        let mut rest = ids;
        while let [id, others @ ..] = rest {
            rest = others;
            if let Some(unit) = self.known_unit(id) {
                found.push((unit, id));
                continue;
            }
            match others {
                [next, after @ ..] if next.place.start == id.place.end + 1 && self.known_unit(next).is_none() => {
                    let value = format!("{},{}", id.value, next.value);
                    self.unit(&Spanned { value, place: Place { end: next.place.end, ..id.place } }, faults);
                    rest = after;
                }
                _ => drop(self.unit(id, faults)),
            }
        }
        found
    }

    /// The unit with an id, where it is told elsewhere that there is none.
    pub(super) fn known_unit(&self, id: &Spanned<String>) -> Option<UnitIdx> {
        self.units.get(id.value.as_str()).copied().map(UnitIdx)
    }

    /// The scheme with an id, if its file could be read; reports that there is none.
    pub(super) fn scheme(&self, id: &Spanned<String>, faults: &mut Faults) -> Option<SchemeIdx> {
        if !self.schemes.contains_key(id.value.as_str()) && self.there.schemes.contains(&id.value) {
            return None;
        }
        self.find(&self.schemes, &[], id, &sense::SCHEME_UNKNOWN, faults).map(SchemeIdx)
    }

    /// The score file with an id, by position in the content, if it could be read; reports that there is none.
    pub(super) fn edition(&self, id: &Spanned<String>, faults: &mut Faults) -> Option<usize> {
        if !self.editions.contains_key(id.value.as_str()) && self.there.scores.contains(&id.value) {
            return None;
        }
        self.find(&self.editions, &[], id, &sense::EDITION_UNKNOWN, faults)
    }

    /// The position behind an id; reports that there is none, and which ids there are. Of an id that could not be read whole
    /// that has been told.
    fn find(
        &self,
        ids: &BTreeMap<&str, usize>,
        given: &[Place],
        id: &Spanned<String>,
        code: &'static Code,
        faults: &mut Faults,
    ) -> Option<usize> {
        let found = ids.get(id.value.as_str()).copied();
        if found.is_none() && !self.unread.touches(id.place) {
            let known: Vec<&str> = ids.keys().copied().take(KNOWN_MAX).collect();
            let more = if ids.len() > KNOWN_MAX { ", …" } else { "" };
            let listed = (!known.is_empty()).then(|| format!("{}{more}", known.join(", ")));
            let new = known.is_empty().then_some(&id.value);
            let fault = unknown(ids, given, id, code, faults).with_some("known", listed).with_some("new", new);
            faults.push(fault);
        }
        found
    }
}

/// How many of the known ids are listed.
const KNOWN_MAX: usize = 30;

fn collect<'c>(ids: impl Iterator<Item = (&'c str, Place)>, faults: &mut Faults) -> BTreeMap<&'c str, usize> {
    let mut found = BTreeMap::new();
    for (i, (id, place)) in ids.enumerate() {
        if found.insert(id, i).is_some() {
            faults.push(Diagnostic::new(&sense::ID_TWICE, place).with("id", id));
        }
    }
    found
}

/// The fault of an id that nobody has; beside it stands where the nearest one is given, which may be the misspelt one.
fn unknown(
    ids: &BTreeMap<&str, usize>,
    given: &[Place],
    id: &Spanned<String>,
    code: &'static Code,
    faults: &mut Faults,
) -> Diagnostic {
    let near = faults.meant(code, &id.value, ids.keys().copied());
    let place = near.as_deref().and_then(|near| given.get(*ids.get(near)?)).copied();
    let fault = Diagnostic::new(code, id.place).with("id", &id.value).with_some("near", near);
    let (foreign, latin) = alike(&id.value).unzip();
    fault.with_some("foreign", foreign).with_some("latin", latin).caused_by(&id.value).beside(place)
}
