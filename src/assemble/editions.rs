//! Editions: their place on the calendar, what was before them, their groups.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::Wants;
use super::group::{Building, build_group, criterion_unknown, not_in_edition, twice};
use super::names::Names;
use super::unread::Unread;
use crate::content::{Content, RemarkLine, SchemeRef, ScoreFile, Spanned, implied};
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{
    Correction, Date, Edition, EditionGroup, EditionIdx, GroupIdx, Period, Place, Remark, Scheme, SchemeIdx, Series,
    Status, UnitIdx,
};

/// All editions from the oldest to the newest; drafts only where they are wanted.
pub(super) fn editions(
    content: &Content,
    series: &Series,
    names: &Names<'_>,
    unread: &Unread,
    wants: Wants,
    faults: &mut Faults,
) -> Vec<Edition> {
    let mut order: Vec<usize> = (0..content.scores.len()).collect();
    order.sort_by(|&a, &b| {
        // Of two that end on one day the longer one is the newer: a year comes after its last half.
        let key = |i: usize| {
            let days = period(&content.scores[i]);
            (content.scores[i].year, days.to, Reverse(days.from), &content.scores[i].id)
        };
        key(a).cmp(&key(b))
    });
    let built: Vec<Edition> =
        order.iter().map(|&i| edition(content, &content.scores[i], series, names, unread, faults)).collect();
    let kept: Vec<usize> = (0..built.len()).filter(|&i| wants.drafts || built[i].status != Status::Draft).collect();
    let position = |file: usize| {
        let sorted = order.iter().position(|&f| f == file)?;
        kept.iter().position(|&k| k == sorted).map(EditionIdx)
    };
    // The edition before may be one whose file could not be read.
    let hidden = Unread::hides_editions(content);
    let mut editions: Vec<Edition> = Vec::with_capacity(kept.len());
    for (i, edition) in built.into_iter().enumerate() {
        if !kept.contains(&i) {
            continue;
        }
        let file = &content.scores[order[i]];
        let may_be_before = |e: &Edition| e.status != Status::Withdrawn && e.period.is_as_long_as(edition.period);
        let before = editions.iter().rposition(may_be_before).filter(|_| !hidden).map(EditionIdx);
        let previous = previous(file, &editions, before, names, &position, faults);
        editions.push(Edition { previous, ..edition });
    }
    editions
}

/// The edition before: as it is written, else the last one whose period is as long and that is not withdrawn.
fn previous(
    file: &ScoreFile,
    earlier: &[Edition],
    before: Option<EditionIdx>,
    names: &Names<'_>,
    position: &dyn Fn(usize) -> Option<EditionIdx>,
    faults: &mut Faults,
) -> Option<EditionIdx> {
    let Some(written) = &file.previous else { return before };
    if written.value == "none" {
        return None;
    }
    let index = position(names.edition(written, faults)?)?;
    if index.0 >= earlier.len() {
        let late = Diagnostic::new(&sense::PREVIOUS_NOT_EARLIER, written.place);
        faults.push(late.with("id", &written.value).with("here", &file.id));
        return None;
    }
    Some(index)
}

/// The days assessed: as written, else the calendar year.
fn period(file: &ScoreFile) -> Period {
    file.period.unwrap_or(Period {
        from: Date { year: file.year, month: 1, day: 1 },
        to: Date { year: file.year, month: 12, day: 31 },
    })
}

fn edition(
    content: &Content,
    file: &ScoreFile,
    series: &Series,
    names: &Names<'_>,
    unread: &Unread,
    faults: &mut Faults,
) -> Edition {
    // Of a file with a fault of syntax no name is looked up: what is left of it may stand in another place.
    let mut unheard = Faults::default();
    let faults = if file.broken { &mut unheard } else { faults };
    let found = faults.found();
    let schemes = group_schemes(file, names, faults);
    let mut groups = Vec::new();
    let mut building = Building { file, series, names, period: period(file), unread: false, faults };
    let order = group_order(file, series, &mut building);
    let is_unread = unread.outside_of_groups(file) || building.faults.failed_since(found);
    for index in order {
        let scheme = scheme_of(&schemes, series, index, file);
        let own = own_places(file, &series.groups[index.0].id);
        building.unread = is_unread || own.into_iter().any(|place| unread.within(place));
        groups.push(build_group(&mut building, index, scheme));
    }
    if !is_unread {
        scheme_missing(&mut building, &groups);
    }
    let present: BTreeSet<UnitIdx> = groups.iter().flat_map(|group| group.units.iter().copied()).collect();
    outside(&mut building, &groups, &present);
    let is_unread = is_unread || building.faults.failed_since(found) && groups.iter().all(|group| !group.unread);
    let faults = building.faults;
    let corrections = corrections(file, names, faults);
    mark_revised(&mut groups, &corrections);
    let not_assessed = names.units(&file.not_assessed, faults).into_iter().map(|(unit, _)| unit);
    let mut not_assessed: Vec<UnitIdx> = not_assessed.collect();
    // Of a unit whose group nobody knows it cannot be said that the edition leaves it out.
    not_assessed.extend(names.unplaced().filter(|unit| !present.contains(unit)));
    let mut forewords = vec![None; series.site.languages.len()];
    for foreword in content.forewords.iter().filter(|f| f.edition == file.id) {
        forewords[foreword.language] = Some((foreword.markdown.clone(), foreword.place));
    }
    Edition {
        id: file.id.clone(),
        year: file.year,
        status: file.status,
        withdrawn: file.withdrawn.clone(),
        published: file.published,
        published_place: file.published_place.unwrap_or(file.place),
        period: period(file),
        period_place: file.period_place.unwrap_or(file.place),
        previous: None,
        not_assessed,
        documents: file.documents.clone(),
        groups,
        remarks: file.remarks.iter().map(|line| remark(line, names, faults)).collect(),
        corrections,
        seal: content.seals.iter().find(|seal| seal.id == file.id).map(|file| Arc::new(file.seal.clone())),
        forewords,
        place: file.place,
        unread: is_unread,
    }
}

/// Where a score file writes of a group.
fn own_places(file: &ScoreFile, group: &str) -> Vec<Place> {
    let scores = file.scores.iter().filter(|own| own.group.value == group).map(|own| own.place);
    scores.chain(file.announced.iter().filter(|own| own.group.value == group).map(|own| own.place)).collect()
}

/// Reports an edition with scores or statements on criteria and without a scheme, for all groups or for one: once, at the
/// first of them.
fn scheme_missing(building: &mut Building<'_, '_>, groups: &[EditionGroup]) {
    let file = building.file;
    let is_of_file = |id: &str| !own_places(file, id).is_empty();
    let by_group = match &file.scheme {
        Some(SchemeRef::One(_)) => return,
        // A group that the file does not write of may be the misspelt one.
        Some(SchemeRef::ByGroup(list)) if !list.iter().all(|(group, _)| is_of_file(&group.value)) => return,
        Some(SchemeRef::ByGroup(list)) => Some(list),
        None => None,
    };
    if !groups.iter().any(|group| group.scheme.is_implied()) {
        return;
    }
    let lacks = |group: &str| by_group.is_none_or(|list| !list.iter().any(|(named, _)| named.value == group));
    let scored = file.scores.iter().flat_map(|of| of.columns.iter().map(|id| (&of.group.value, id)));
    let announced = file.announced.iter().flat_map(|of| of.criteria.iter().map(|(id, _)| (&of.group.value, id)));
    let criteria = scored.chain(announced).filter(|(group, id)| id.value != "total" && lacks(group));
    if let Some((group, id)) = criteria.min_by_key(|(_, id)| id.place) {
        let fault = Diagnostic::new(&sense::SCHEME_MISSING, id.place).with("id", &file.id);
        let fault = fault.with_some("group", by_group.map(|_| group));
        let only = match building.series.schemes.as_slice() {
            [only] if by_group.is_none() => Some(&only.base.id),
            _ => None,
        };
        let open = (by_group.is_none() && only.is_none()).then_some("scheme");
        let fault = fault.with_some("key", only.map(|_| "scheme")).with_some("only", only).with_some("open", open);
        building.faults.push(fault);
    }
}

/// Reports adjustments and corrections of units or criteria that are not in the edition, and units named twice.
fn outside(building: &mut Building<'_, '_>, groups: &[EditionGroup], present: &BTreeSet<UnitIdx>) {
    let file = building.file;
    let adjusted = file.adjustments.iter().map(|line| &line.unit);
    for id in adjusted.chain(file.corrections.iter().map(|line| &line.unit)) {
        let Some(unit) = building.names.known_unit(id).filter(|unit| !building.names.is_unplaced(*unit)) else {
            continue;
        };
        if !present.contains(&unit) && !building.series.unread.units && groups.iter().all(|group| !group.unread) {
            building.faults.push(not_in_edition(id));
        }
    }
    for line in &file.corrections {
        check_criterion(&line.criterion, groups, |_| true, building.faults);
    }
    for line in &file.remarks {
        let Some(id) = &line.criterion else { continue };
        let series = &building.series;
        let is_of = |group: GroupIdx| line.group.as_ref().is_none_or(|of| series.groups[group.0].id == of.value);
        check_criterion(id, groups, is_of, building.faults);
    }
    for line in &file.disputed {
        let is_group = |group: GroupIdx| building.series.groups[group.0].id == line.group.value;
        let is_known = (0..building.series.groups.len()).any(|group| is_group(GroupIdx(group)));
        if is_known && !groups.iter().any(|group| is_group(group.group)) {
            let fault = Diagnostic::new(&sense::DISPUTED_NOTHING, line.place);
            building.faults.push(fault.with("criterion", &line.criterion.value).with("group", &line.group.value));
        }
    }
    twice(&file.not_assessed, building.faults);
    for id in file.not_assessed.iter().filter(|id| is_assessed(file, &id.value)) {
        building.faults.push(Diagnostic::new(&sense::NOT_ASSESSED_MISMATCH, id.place).with("id", &id.value));
    }
}

/// Whether a score file names a unit among those that were assessed.
fn is_assessed(file: &ScoreFile, unit: &str) -> bool {
    let scored = file.scores.iter().flat_map(|group| &group.lines).map(|line| &line.unit);
    let statements = file.announced.iter().flat_map(|group| &group.criteria).flat_map(|(_, lines)| lines);
    let stated = statements.filter(|line| line.disputed.is_none()).filter_map(|line| line.units.as_ref()).flatten();
    scored.chain(stated).any(|id| id.value == unit)
}

/// Which scheme holds for which group, where there is one that could be read; `None` as the group: for all.
type GroupSchemes = Vec<(Option<GroupIdx>, Option<SchemeIdx>)>;

fn group_schemes(file: &ScoreFile, names: &Names<'_>, faults: &mut Faults) -> GroupSchemes {
    match &file.scheme {
        None => Vec::new(),
        Some(SchemeRef::One(id)) => vec![(None, names.scheme(id, faults))],
        Some(SchemeRef::ByGroup(list)) => {
            let mut schemes = Vec::new();
            for (group, id) in list {
                let (group, scheme) = (names.group(group, faults), names.scheme(id, faults));
                schemes.extend(group.map(|group| (Some(group), scheme)));
            }
            schemes
        }
    }
}

/// The scheme of a group: the one that is named, or the one that an edition without a scheme implies.
fn scheme_of(schemes: &GroupSchemes, series: &Series, group: GroupIdx, file: &ScoreFile) -> Arc<Scheme> {
    let named = schemes.iter().find(|(own, _)| own.is_none_or(|own| own == group)).map(|(_, scheme)| *scheme);
    match named {
        Some(Some(scheme)) => Arc::clone(series.schemes[scheme.0].for_group(group)),
        Some(None) => Arc::new(Scheme { unread: true, ..implied(file.place) }),
        None => Arc::new(implied(file.place)),
    }
}

/// The groups that the file names, in the order of units.yaml.
fn group_order(file: &ScoreFile, series: &Series, building: &mut Building<'_, '_>) -> Vec<GroupIdx> {
    let mut present = vec![false; series.groups.len()];
    let headings = file.scores.iter().map(|g| &g.group).chain(file.announced.iter().map(|g| &g.group));
    for id in headings.chain(file.population.iter().map(|(id, _)| id)) {
        if let Some(group) = building.names.group(id, building.faults) {
            present[group.0] = true;
        }
    }
    for line in &file.disputed {
        building.names.group(&line.group, building.faults);
    }
    for (id, _) in &file.unranked {
        let unit = building.names.unit(id, building.faults);
        if let Some(group) = unit.and_then(|unit| building.group_of(unit)) {
            present[group.0] = true;
        }
    }
    (0..present.len()).filter(|&i| present[i]).map(GroupIdx).collect()
}

/// Reports a criterion that the scheme of no group has, of those that it is said of.
fn check_criterion(
    id: &Spanned<String>,
    groups: &[EditionGroup],
    is_of: impl Fn(GroupIdx) -> bool,
    faults: &mut Faults,
) {
    if groups.iter().any(|group| group.unread) {
        return;
    }
    let groups = groups.iter().filter(|group| is_of(group.group));
    let mut schemes = groups.map(|group| &group.scheme).filter(|scheme| !scheme.is_implied()).peekable();
    let Some(first) = schemes.peek().copied() else { return };
    if schemes.all(|scheme| scheme.column(&id.value).is_none()) {
        faults.push(criterion_unknown(first, id));
    }
}

fn remark(line: &RemarkLine, names: &Names<'_>, faults: &mut Faults) -> Remark {
    Remark {
        group: line.group.as_ref().and_then(|id| names.group(id, faults)),
        criterion: line.criterion.as_ref().map(|id: &Spanned<String>| id.value.clone()),
        quote: line.quote.clone(),
        text: line.text.clone(),
    }
}

fn corrections(file: &ScoreFile, names: &Names<'_>, faults: &mut Faults) -> Vec<Correction> {
    let mut corrections = Vec::new();
    for line in &file.corrections {
        let Some(unit) = names.unit(&line.unit, faults) else { continue };
        corrections.push(Correction {
            date: line.date,
            unit,
            criterion: line.criterion.value.clone(),
            was: line.was,
            now: line.now,
            kind: line.kind,
            reason: line.reason.clone(),
            document: line.document.clone(),
            place: line.place,
        });
    }
    corrections
}

/// Marks the cells that were corrected, as their readers must know.
fn mark_revised(groups: &mut [EditionGroup], corrections: &[Correction]) {
    for correction in corrections {
        for group in &mut *groups {
            let row = group.units.iter().position(|&unit| unit == correction.unit);
            if let (Some(row), Some(column)) = (row, group.scheme.column(&correction.criterion)) {
                group.columns[column].mark_revised(row);
            }
        }
    }
}
