//! Stage 2: what is written becomes a [`Series`]: ids resolved, units of each edition found, every bad name reported.

mod drafts;
mod editions;
mod group;
mod names;
mod pages;
mod statics;
mod translations;
mod unread;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::content::{Content, EventWritten, SchemeFile, Spanned, UnitWritten, UnitsFile};
use crate::diagnostics::codes::{sealed, sense, years};
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Event, EventKind, GroupIdx, Place, Scheme, SchemeEntry, Series, Status, Timeline, Unit, UnitIdx};
use names::Names;
use unread::Unread;

/// What the caller wants to see.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Wants {
    /// Whether drafts are part of the series, with the schemes that only they are under.
    pub(crate) drafts: bool,
}

/// Resolves the content; nothing where a file that all others rest on could not be read, or where there is no group for
/// its units.
#[must_use]
pub(crate) fn assemble(content: &Content, wants: Wants, faults: &mut Faults) -> Option<Series> {
    let unread = Unread::of(faults);
    let site = content.site.clone()?;
    let file = content.units.as_ref()?;
    let names = Names::of(content, file, &unread, faults);
    let units = units(file, &names, faults)?;
    let timeline = Timeline::new(events(file, &names, faults), units.len());
    let schemes = schemes(content, &names, &unread, faults);
    let mut series = Series {
        site,
        groups: file.groups.iter().map(|(_, group)| group.clone()).collect(),
        units,
        timeline,
        schemes,
        editions: Vec::new(),
        pages: pages::pages(content),
        unread: unread.files(content),
        drafts: BTreeMap::new(),
        units_of_drafts: BTreeSet::new(),
        kept_back: BTreeSet::new(),
    };
    let found = faults.found();
    series.editions = editions::editions(content, &series, &names, &unread, wants, faults);
    let is_short = faults.as_slice()[found..].iter().any(|fault| fault.code.id == sense::UNIT_UNKNOWN.id);
    if is_short || names.unplaced().next().is_some() {
        doubt_announced(&mut series);
    }
    if file.units.iter().any(|unit| unread.within(unit.id.place)) {
        faults.retain(|fault| fault.code.id != sense::UNIT_UNKNOWN.id);
    }
    if file.groups.iter().any(|(id, _)| unread.within(id.place)) {
        faults.retain(|fault| fault.code.id != sense::GROUP_UNKNOWN.id);
    }
    forewords(content, &names, faults);
    seals(content, faults);
    statics::missing(content, &series, faults);
    translations::check(&series, &unread, faults);
    if !wants.drafts {
        drafts::leave_out(content, &names, &mut series);
    }
    Some(series)
}

/// A unit that units.yaml lacks, or does not place in a group, is missing in each group that has all units of the time,
/// because only results were announced.
fn doubt_announced(series: &mut Series) {
    for group in series.editions.iter_mut().flat_map(|edition| &mut edition.groups) {
        group.unread |= !group.columns.iter().any(|column| (0..column.len()).any(|row| column.is_written(row)));
    }
}

/// Units with their groups; one whose group nobody knows stays in the first, so that its other faults are told. Nothing
/// where there is no first.
fn units(file: &UnitsFile, names: &Names<'_>, faults: &mut Faults) -> Option<Vec<Unit>> {
    let mut units = Vec::with_capacity(file.units.len());
    for UnitWritten { id, group, name, short, aka, from, until } in &file.units {
        let group = group.as_ref().and_then(|id| names.group(id, faults)).unwrap_or(GroupIdx(0));
        let (id, place, name, short, aka) = (id.value.clone(), id.place, name.clone(), short.clone(), aka.clone());
        units.push(Unit { id, name, short, aka, group, from: *from, until: *until, place });
    }
    (units.is_empty() || !file.groups.is_empty()).then_some(units)
}

fn events(file: &UnitsFile, names: &Names<'_>, faults: &mut Faults) -> Vec<Event> {
    let mut events = Vec::new();
    for line in &file.events {
        let mut one = |id| names.unit(id, faults);
        let kind = match &line.event {
            EventWritten::Rename(unit, from) => one(unit).map(|unit| EventKind::Rename { unit, from: from.clone() }),
            EventWritten::Merge(ids, into) => {
                let units = several(names, ids, faults);
                let into = names.unit(into, faults).filter(|into| says_enough(&units, *into, ids));
                into.map(|into| EventKind::Merge { units, into })
            }
            EventWritten::Split(unit, ids) => {
                let into = several(names, ids, faults);
                let unit = names.unit(unit, faults).filter(|unit| says_enough(&into, *unit, ids));
                unit.map(|unit| EventKind::Split { unit, into })
            }
            EventWritten::Abolish(unit) => one(unit).map(|unit| EventKind::Abolish { unit }),
            EventWritten::Create(unit) => one(unit).map(|unit| EventKind::Create { unit }),
            EventWritten::Move(unit, from) => {
                let unit = one(unit).filter(|unit| !names.is_unplaced(*unit));
                names.group(from, faults).zip(unit).map(|(from, unit)| EventKind::Move { unit, from })
            }
        };
        events.extend(kind.map(|kind| Event {
            date: line.date,
            kind,
            document: line.document.clone(),
            place: line.place,
        }));
    }
    events
}

/// The units of an event that names several.
fn several(names: &Names<'_>, ids: &[Spanned<String>], faults: &mut Faults) -> Vec<UnitIdx> {
    names.units(ids, faults).into_iter().map(|(unit, _)| unit).collect()
}

/// Whether a merger or split still says something without the ids that nobody has: another unit than the one on its other
/// side. Where every id is known, it stands as it is written.
fn says_enough(known: &[UnitIdx], other: UnitIdx, written: &[Spanned<String>]) -> bool {
    known.len() == written.len() || known.iter().any(|unit| *unit != other)
}

fn schemes(content: &Content, names: &Names<'_>, unread: &Unread, faults: &mut Faults) -> Vec<SchemeEntry> {
    let mut entries = Vec::new();
    for file in &content.schemes {
        if let Some(before) = file.replaces.as_ref().and_then(|before| names.scheme(before, faults)) {
            let before = &content.schemes[before.0];
            if !unread.file(before.base.place.file) {
                compared(file, before, faults);
            }
            circle(content, file, faults);
        }
        let found = faults.found();
        let groups: Vec<_> = file.by_group.iter().map(|(group, _)| names.group(group, faults)).collect();
        let unread = unread.file(file.base.place.file) || faults.failed_since(found);
        let read = |scheme: &Scheme| Arc::new(Scheme { unread, ..scheme.clone() });
        let by_group = groups.into_iter().zip(&file.by_group);
        let by_group = by_group.filter_map(|(group, (_, scheme))| Some((group?, read(scheme))));
        entries.push(SchemeEntry { by_group: by_group.collect(), base: read(&file.base) });
    }
    entries
}

/// Criteria that are compared with must be there in the scheme before.
fn compared(file: &SchemeFile, before: &SchemeFile, faults: &mut Faults) {
    let schemes = || std::iter::once(&before.base).chain(before.by_group.iter().map(|(_, scheme)| scheme));
    for id in &file.before {
        if !schemes().any(|scheme| scheme.criteria.iter().any(|criterion| criterion.id == id.value)) {
            faults.push(group::criterion_unknown(&before.base, id));
        }
    }
}

/// Reports a scheme that replaces itself, by way of others or not; of each circle it is told once, at the first by id.
fn circle(content: &Content, file: &SchemeFile, faults: &mut Faults) {
    let mut way = vec![file.base.id.as_str()];
    let before = |id: &str| content.schemes.iter().find(|other| other.base.id == *id)?.replaces.as_ref();
    while let Some(id) = way.last().and_then(|id| before(id)).map(|id| id.value.as_str()) {
        if id == file.base.id {
            let first = way.iter().min() == Some(&id);
            let place = file.replaces.as_ref().map(|id| id.place).filter(|_| first);
            way.push(id);
            let fault = place.map(|place| Diagnostic::new(&years::SCHEME_CIRCLE, place).with("id", id));
            if let Some(fault) = fault {
                faults.push(fault.with("way", way.join(" → ")));
            }
            return;
        }
        if way.contains(&id) {
            return;
        }
        way.push(id);
    }
}

/// A foreword belongs to an edition.
fn forewords(content: &Content, names: &Names<'_>, faults: &mut Faults) {
    for foreword in &content.forewords {
        let place = Place::whole(foreword.place.file);
        names.edition(&Spanned { value: foreword.edition.clone(), place }, faults);
    }
}

/// A sealed edition stays, and is no draft, also where drafts are looked at.
fn seals(content: &Content, faults: &mut Faults) {
    for file in &content.seals {
        let edition = content.scores.iter().find(|scores| scores.id == file.id);
        if edition.is_none() && content.there.scores.contains(&file.id) {
            continue;
        }
        let is_draft = edition.is_some_and(|edition| edition.status == Status::Draft);
        if edition.is_none() || is_draft {
            let place = edition.map_or(file.seal.place, |edition| edition.place);
            let fault = Diagnostic::new(&sealed::SEALED_EDITION_MISSING, place).with("edition", &file.id);
            let (why, why_vi) =
                if is_draft { ("is a draft again", "lại là bản nháp") } else { ("is gone", "không còn") };
            faults.push(fault.with("why", why).with("why_vi", why_vi).with("date", file.seal.date));
        }
    }
}
