//! Sealed editions, and schemes under them, that changed without a correction.

use std::collections::BTreeMap;

use crate::diagnostics::codes::sealed;
use crate::diagnostics::{Diagnostic, Faults};
use crate::facts::{CellKey, Fact, FactDifference, FactKey, RuleKey, changes, find};
use crate::model::{Edition, Place, Seal, Series};
use crate::rankings::Rankings;

/// Compares every sealed edition with its seal. A scheme under several of them is told of once.
pub(crate) fn check(series: &Series, rankings: &Rankings, faults: &mut Faults) {
    let mut schemes: BTreeMap<Changed, (Place, Vec<&str>)> = BTreeMap::new();
    let whole = |edition: &Edition| !series.unread.site && !series.unread.units && edition.is_whole();
    for (edition, ranking) in series.editions.iter().zip(&rankings.editions).filter(|(edition, _)| whole(edition)) {
        let Some(seal) = edition.seal.as_deref() else { continue };
        let told = changes(series, edition, ranking, seal, |difference, now| {
            (Changed::of(difference, edition, now), difference.text.to_owned())
        });
        let places = if told.is_empty() { BTreeMap::new() } else { seal.places() };
        for (changed, key) in told {
            let sealed = places.get(key.as_str()).copied().unwrap_or(seal.place);
            if changed.scheme.is_none() {
                faults.push(changed.of_edition(edition, seal, sealed));
            } else {
                let (_, editions) = schemes.entry(changed).or_insert((sealed, Vec::new()));
                if !editions.contains(&edition.id.as_str()) {
                    editions.push(&edition.id);
                }
            }
        }
    }
    schemes.into_iter().for_each(|(changed, (sealed, editions))| faults.push(changed.of_scheme(&editions, sealed)));
}

/// A change in words, English and Vietnamese.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Changed {
    place: Place,
    scheme: Option<String>,
    thing: [String; 2],
    was: [String; 2],
    now: [String; 2],
    line: Option<String>,
}

impl Changed {
    fn of(difference: &FactDifference<'_>, edition: &Edition, now: &[Fact]) -> Self {
        let is_other_scheme = matches!(difference.key, FactKey::Scheme { rule: RuleKey::Id, .. });
        let group = difference.key.scheme_of().filter(|_| !is_other_scheme);
        let scheme = group.and_then(|group| find(now, &FactKey::Scheme { group: group.to_owned(), rule: RuleKey::Id }));
        let place = if is_other_scheme { Some(edition.place) } else { place(difference, now) };
        Self {
            place: place.or(scheme.map(|fact| fact.place)).unwrap_or(edition.place),
            scheme: scheme.map(|fact| fact.value.clone()),
            thing: thing(difference),
            was: value(difference, difference.was),
            now: value(difference, difference.now),
            line: correction(difference),
        }
    }

    fn fault(&self, code: &'static crate::diagnostics::Code, sealed: Place) -> Diagnostic {
        let [thing, thing_vi] = &self.thing;
        let ([was, was_vi], [now, now_vi]) = (&self.was, &self.now);
        Diagnostic::new(code, self.place)
            .with("thing", thing)
            .with("thing_vi", thing_vi)
            .with("was", was)
            .with("was_vi", was_vi)
            .with("now", now)
            .with("now_vi", now_vi)
            .with("sealed", "sealed here")
            .with("sealed_vi", "niêm phong ghi ở đây")
            .related(sealed, "sealed")
    }

    fn of_edition(&self, edition: &Edition, seal: &Seal, sealed: Place) -> Diagnostic {
        let fault = self.fault(&sealed::SEALED_EDITION_CHANGED, sealed);
        fault.with("edition", &edition.id).with("date", seal.date).with_some("line", self.line.as_ref())
    }

    fn of_scheme(&self, editions: &[&str], sealed: Place) -> Diagnostic {
        let names: Vec<String> = editions.iter().map(|id| format!("`{id}`")).collect();
        let names = names.join(", ");
        self.fault(&sealed::SEALED_SCHEME_CHANGED, sealed)
            .with_some("scheme", self.scheme.as_ref())
            .with("editions", format!("edition{} {names}", if editions.len() == 1 { "" } else { "s" }))
            .with("editions_vi", format!("kỳ {names}"))
    }
}

/// Where a change shows: where the fact stands now, else where its unit or cell does.
fn place(difference: &FactDifference<'_>, now: &[Fact]) -> Option<Place> {
    let near = match difference.key {
        FactKey::UnitGroup { unit } | FactKey::UnitName { unit, .. } => FactKey::UnitGroup { unit: unit.clone() },
        FactKey::Beside(cell) | FactKey::Rank(cell) => FactKey::Score(cell.clone()),
        FactKey::Unranked { unit } | FactKey::Adjustment { unit } => FactKey::Score(CellKey::new(unit, "total")),
        FactKey::Criterion { group, criterion, .. } | FactKey::CriterionName { group, criterion, .. } => {
            FactKey::Criterion { group: group.clone(), criterion: criterion.clone(), rule: RuleKey::PartOf }
        }
        _ => return difference.place,
    };
    difference.place.or_else(|| find(now, &near).map(|fact| fact.place))
}

/// Whether a whole unit comes or goes, not only to another group.
fn is_whole_unit(difference: &FactDifference<'_>) -> bool {
    matches!(difference.key, FactKey::UnitGroup { .. }) && difference.comes_or_goes()
}

fn value(difference: &FactDifference<'_>, value: Option<&str>) -> [String; 2] {
    match value {
        Some(group) if is_whole_unit(difference) => [format!("in `{group}`"), format!("thuộc `{group}`")],
        None => ["not there", "không có"].map(str::to_owned),
        Some("") => ["there", "có"].map(str::to_owned),
        Some(value) => [format!("`{value}`"), format!("`{value}`")],
    }
}

/// What a change is about.
fn thing(difference: &FactDifference<'_>) -> [String; 2] {
    let both = |en: String, vi: String| [en, vi];
    let same = |text: String| [text.clone(), text];
    match difference.key {
        FactKey::Edition => both("its name".into(), "tên kỳ".into()),
        FactKey::EditionYear => both("its year".into(), "năm".into()),
        FactKey::EditionPeriod => both("its period".into(), "thời gian đánh giá".into()),
        FactKey::UnitGroup { unit } if is_whole_unit(difference) => {
            both(format!("unit `{unit}`"), format!("đơn vị `{unit}`"))
        }
        FactKey::UnitGroup { unit } => both(format!("the group of unit `{unit}`"), format!("nhóm của đơn vị `{unit}`")),
        FactKey::UnitName { unit, language } => {
            both(format!("the name of unit `{unit}` ({language})"), format!("tên đơn vị `{unit}` ({language})"))
        }
        FactKey::Scheme { group, rule: RuleKey::Id } => {
            both(format!("the scheme of `{group}`"), format!("bộ tiêu chí của `{group}`"))
        }
        FactKey::Scheme { rule, .. } => same(format!("`{}`", rule.word())),
        FactKey::Criterion { criterion, rule: RuleKey::PartOf, .. } => {
            both(format!("criterion `{criterion}`, part of"), format!("tiêu chí `{criterion}`, thuộc"))
        }
        FactKey::Criterion { criterion: id, rule, .. } | FactKey::Band { band: id, rule, .. } => {
            let rule = rule.word();
            both(format!("`{rule}` of `{id}`"), format!("`{rule}` của `{id}`"))
        }
        FactKey::CriterionName { criterion: id, language, .. } | FactKey::BandName { band: id, language, .. } => {
            both(format!("`name {language}` of `{id}`"), format!("`name {language}` của `{id}`"))
        }
        FactKey::Score(CellKey { unit, criterion }) => {
            both(format!("the score of `{unit}` for `{criterion}`"), format!("điểm `{criterion}` của `{unit}`"))
        }
        FactKey::Beside(CellKey { unit, criterion }) => {
            let vi = format!("phần ghi bên điểm `{criterion}` của `{unit}`");
            both(format!("what is said beside the score of `{unit}` for `{criterion}`"), vi)
        }
        FactKey::Rank(CellKey { unit, criterion }) => {
            both(format!("the rank of `{unit}` for `{criterion}`"), format!("hạng về `{criterion}` của `{unit}`"))
        }
        FactKey::Announced { group, criterion, rank, n: _ } => both(
            format!("the announced rank {rank} for `{criterion}` in `{group}`"),
            format!("câu công bố hạng {rank} về `{criterion}` của `{group}`"),
        ),
        FactKey::Disputed { group, criterion } => both(
            format!("the dispute of the announced ranks for `{criterion}` in `{group}`"),
            format!("phần nêu tranh chấp về hạng công bố của `{criterion}` trong `{group}`"),
        ),
        FactKey::Population { group } => {
            both(format!("the population of `{group}`"), format!("số đơn vị được đánh giá của `{group}`"))
        }
        FactKey::Unranked { unit } => {
            both(format!("`{unit}` among the unranked"), format!("`{unit}` trong các đơn vị không xếp hạng"))
        }
        FactKey::Correction { cell: CellKey { unit, criterion }, date, n: _ } => both(
            format!("the correction of `{unit}` for `{criterion}` of {date}"),
            format!("đính chính ngày {date} về `{criterion}` của `{unit}`"),
        ),
        FactKey::Adjustment { unit } => {
            both(format!("the adjustment of `{unit}`"), format!("điểm cộng trừ của `{unit}`"))
        }
        FactKey::Url { file } => same(format!("`{file}`")),
        FactKey::Unknown(text) => same(format!("`{text}`")),
    }
}

/// The line of `corrections` that would tell of a change.
fn correction(difference: &FactDifference<'_>) -> Option<String> {
    let FactKey::Score(CellKey { unit, criterion }) = difference.key else { return None };
    let (was, now) = difference.was.zip(difference.now)?;
    Some(format!("{{ date: YYYY-MM-DD, unit: {unit}, criterion: {criterion}, was: {was}, now: {now}, reason: … }}"))
}
