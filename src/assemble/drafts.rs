//! Drafts are left out, and with them what nothing else speaks of: schemes, units and files that nobody may know of yet.

use std::collections::BTreeSet;

use super::names::Names;
use super::statics;
use crate::content::{Content, SchemeRef, ScoreFile, Spanned};
use crate::model::{Series, Status, UnitIdx};

/// Notes which editions of a content are drafts, and hides what only they speak of. The series is without them already.
pub(super) fn leave_out(content: &Content, names: &Names<'_>, series: &mut Series) {
    series.drafts = drafts(content).map(|file| (file.id.clone(), file.status_place)).collect();
    series.units_of_drafts = units_of_drafts(content, names, series);
    let unpublished = schemes_of_drafts(content);
    series.schemes.retain(|entry| !unpublished.contains(entry.base.id.as_str()));
    series.kept_back = statics::kept_back(content, series, &unpublished);
}

fn drafts(content: &Content) -> impl Iterator<Item = &ScoreFile> {
    content.scores.iter().filter(|file| file.status == Status::Draft)
}

/// The units that only drafts name: neither an edition that is published nor an event.
fn units_of_drafts(content: &Content, names: &Names<'_>, series: &Series) -> BTreeSet<UnitIdx> {
    let mut units: BTreeSet<UnitIdx> = drafts(content).flat_map(named).filter_map(|id| names.known_unit(id)).collect();
    for edition in &series.editions {
        let published = edition.groups.iter().flat_map(|group| &group.units).chain(&edition.not_assessed);
        for unit in published {
            units.remove(unit);
        }
    }
    units.retain(|&unit| series.timeline.of(unit).next().is_none());
    units
}

/// The units that a score file names, some of them more than once.
fn named(file: &ScoreFile) -> impl Iterator<Item = &Spanned<String>> {
    let scored = file.scores.iter().flat_map(|group| &group.lines).map(|line| &line.unit);
    let announced = file.announced.iter().flat_map(|group| &group.criteria).flat_map(|(_, lines)| lines);
    let announced = announced.flat_map(|line| &line.units).flatten();
    let unranked = file.unranked.iter().map(|(unit, _)| unit);
    scored.chain(announced).chain(unranked).chain(&file.not_assessed)
}

/// The schemes that only drafts are under: nobody may know of them yet. One that a published scheme goes back to stays.
fn schemes_of_drafts(content: &Content) -> BTreeSet<&str> {
    let (mut drafts, mut published) = (BTreeSet::new(), Vec::new());
    for file in &content.scores {
        let ids: Vec<&str> = match &file.scheme {
            None => Vec::new(),
            Some(SchemeRef::One(id)) => vec![&id.value],
            Some(SchemeRef::ByGroup(list)) => list.iter().map(|(_, id)| id.value.as_str()).collect(),
        };
        if file.status == Status::Draft { drafts.extend(ids) } else { published.extend(ids) }
    }
    let others = content.schemes.iter().map(|scheme| scheme.base.id.as_str());
    published.extend(others.filter(|id| !drafts.contains(id)));
    while let Some(id) = published.pop() {
        drafts.remove(id);
        let scheme = content.schemes.iter().find(|scheme| scheme.base.id == id);
        let before = scheme.and_then(|scheme| scheme.replaces.as_ref()).map(|before| before.value.as_str());
        published.extend(before.filter(|before| drafts.contains(before)));
    }
    drafts
}
