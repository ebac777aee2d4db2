//! Next year's score file, made of the last one: the same rules, the units of that time, and no score yet.

use std::sync::Arc;

use super::StarterLanguage;
use super::next::{NextGroup, NextScores};
use super::next_period::{NextPeriod, next_period};
use super::questions::Questions;
use crate::diagnostics::Faults;
use crate::model::{Aggregate, Column, GroupIdx, Scheme, Series, UnitIdx};
use crate::yaml::{Kind, Yaml};

/// A score file without scores, and how much it holds.
pub(crate) struct BegunScores {
    /// The file.
    pub(crate) text: String,
    /// How many groups it has.
    pub(crate) n_groups: usize,
    /// How many units.
    pub(crate) n_units: usize,
    /// Its schemes, each once.
    pub(crate) schemes: Vec<String>,
}

/// How the last score file is written.
#[derive(Default)]
struct Manner<'s> {
    has_commas: bool,
    /// Whether it names a scheme for each group.
    by_group: bool,
    /// The line that names its schema.
    schema: Option<&'s str>,
}

impl<'s> Manner<'s> {
    fn of(text: &'s str) -> Self {
        let yaml = Yaml::parse(0, text, &mut Faults::default());
        let value = |key: &str| yaml.root()?.entries().find(|(own, _)| own.text() == key).map(|(_, value)| value);
        Self {
            has_commas: value("decimal").is_some_and(|node| node.text() == "comma"),
            by_group: value("scheme").is_some_and(|node| node.kind() == Kind::Map),
            schema: text.lines().find(|line| line.starts_with("# yaml-language-server: ")),
        }
    }
}

/// The schema of a score file, as a first site names it.
const SCHEMA: &str = "# yaml-language-server: $schema=../../schema/scores.json";

/// Next year's score file; none where no unit of its groups is alive then.
#[must_use]
pub(crate) fn next_scores(next: &NextScores<'_>) -> Option<BegunScores> {
    let manner = next.from.map(|(_, text)| Manner::of(text)).unwrap_or_default();
    let period = next_period(next.id, next.year, next.from.map(|(edition, _)| edition));
    let groups = groups(next, &period, &manner);
    let (begun, open): (Vec<NextGroup<'_>>, Vec<NextGroup<'_>>) =
        groups.into_iter().partition(|group| group.scheme.is_some());
    if begun.iter().all(|group| group.units.is_empty()) {
        return None;
    }
    let language = match next.series.site.languages.first() {
        Some(tag) if tag == "vi" || tag.starts_with("vi-") => StarterLanguage::Vi,
        _ => StarterLanguage::En,
    };
    let mut sheet = Questions::new(language, next);
    if let Some(line) = manner.schema.or(next.has_schemas.then_some(SCHEMA)) {
        sheet.line(line);
    }
    sheet.head();
    sheet.line(&format!("year: {}", next.year));
    let schemes = schemes(&begun);
    let is_one = schemes.len() == 1 && !(manner.by_group && next.scheme.is_none());
    match schemes.as_slice() {
        [] => {}
        [only] if is_one => sheet.scheme(&format!("scheme: {only}"), only),
        several => {
            let ids = named(&begun).map(|(group, scheme)| format!("{}: {}", next.series.groups[group.0].id, scheme.id));
            let ids: Vec<String> = ids.collect();
            sheet.scheme(&format!("scheme: {{ {} }}", ids.join(", ")), &several[0]);
        }
    }
    sheet.status();
    sheet.period(&period);
    sheet.documents();
    sheet.population(&begun);
    sheet.left_out(&begun);
    sheet.decimals(manner.has_commas);
    sheet.line("scores:");
    for group in &begun {
        scores(&mut sheet, next.series, group);
    }
    sheet.without_scheme(&open);
    let n_units = begun.iter().map(|group| group.units.len()).sum();
    let n_groups = begun.iter().filter(|group| !group.units.is_empty()).count();
    Some(BegunScores { text: sheet.into_text(), n_groups, n_units, schemes })
}

/// The groups that have units, each with its scheme, where that has an id.
fn named<'g>(groups: &'g [NextGroup<'_>]) -> impl Iterator<Item = (GroupIdx, &'g Scheme)> {
    let groups = groups.iter().filter(|group| !group.units.is_empty());
    groups.filter_map(|own| Some((own.group, own.scheme.filter(|scheme| !scheme.is_implied())?.as_ref())))
}

/// The ids of the schemes that are named, each once.
fn schemes(groups: &[NextGroup<'_>]) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for (_, scheme) in named(groups) {
        if !ids.contains(&scheme.id) {
            ids.push(scheme.id.clone());
        }
    }
    ids
}

/// The groups of the new edition in the order of units.yaml: those of the last one as long as they live, and those that
/// its units came into, or that began since.
fn groups<'s>(next: &NextScores<'s>, period: &NextPeriod, manner: &Manner<'_>) -> Vec<NextGroup<'s>> {
    let series = next.series;
    let former = |unit: UnitIdx| -> Option<usize> {
        let (edition, _) = next.from?;
        edition.groups.iter().flat_map(|group| &group.units).position(|own| *own == unit)
    };
    let mut groups = Vec::new();
    for group in (0..series.groups.len()).map(GroupIdx) {
        let units = (0..series.units.len()).map(UnitIdx);
        let own = units.filter(|&unit| series.group_on(unit, period.days.to) == group);
        let mut own: Vec<UnitIdx> = own.filter(|&unit| series.is_alive(unit, period.days)).collect();
        own.sort_by_key(|&unit| (former(unit).is_none(), former(unit)));
        let last = period.last_day();
        let (units, ended): (Vec<_>, Vec<_>) = own.into_iter().partition(|&unit| series.is_alive(unit, last));
        let is_known = next.from.is_none_or(|(edition, _)| edition.groups.iter().any(|own| own.group == group));
        let begun = |unit: &UnitIdx| {
            let since = next.from.map(|(edition, _)| edition.period.from);
            former(*unit).is_some() || series.life(*unit).from.max(series.group_life(group).from) > since
        };
        if units.is_empty() && ended.is_empty() || !is_known && !units.iter().any(begun) {
            continue;
        }
        groups.push(NextGroup { group, scheme: scheme(next, group, manner), units, ended });
    }
    groups
}

/// The scheme of a group: the one that is asked for, that of the last edition, or the one that all of its groups share.
fn scheme<'s>(next: &NextScores<'s>, group: GroupIdx, manner: &Manner<'_>) -> Option<&'s Arc<Scheme>> {
    if let Some(entry) = next.scheme {
        return Some(entry.for_group(group));
    }
    let (edition, _) = next.from?;
    if let Some(own) = edition.groups.iter().find(|own| own.group == group) {
        return Some(&own.scheme);
    }
    let shared = edition.groups.first().map(|own| &own.scheme).filter(|_| !manner.by_group)?;
    let entry = next.series.schemes.iter().find(|entry| entry.base.id == shared.id);
    Some(entry.map_or(shared, |entry| entry.for_group(group)))
}

/// The lines of a group: one a unit, then those that ended, as comments.
fn scores(sheet: &mut Questions<'_>, series: &Series, group: &NextGroup<'_>) {
    let Some(scheme) = group.scheme else { return };
    let cells: Vec<String> = columns(scheme).map(|column| format!("{}: ~", scheme.column_id(column))).collect();
    let cells = format!("{{ {} }}", cells.join(", "));
    let id = |unit: &UnitIdx| series.units[unit.0].id.as_str();
    let width = group.units.iter().map(|unit| id(unit).len()).max().unwrap_or(0) + 1;
    let lines = |units: &[UnitIdx]| -> Vec<String> {
        units.iter().map(|unit| format!("{:width$} {cells}", format!("{}:", id(unit)))).collect()
    };
    let name = &series.groups[group.group.0].id;
    if group.units.is_empty() {
        sheet.ended(name, &lines(&group.ended), true);
        return;
    }
    sheet.line(&format!("  {name}:"));
    lines(&group.units).iter().for_each(|line| sheet.line(&format!("    {line}")));
    if !group.ended.is_empty() {
        sheet.ended(name, &lines(&group.ended), false);
    }
}

/// The columns that have a value of their own: leaves, and what is given although it has parts, and so the total.
fn columns(scheme: &Scheme) -> impl Iterator<Item = Column> + '_ {
    let is_leaf = |column: Column| scheme.criterion(column).is_some_and(|own| own.children.is_empty());
    scheme.columns().filter(move |&column| is_leaf(column) || scheme.aggregate(column) == Aggregate::Given)
}
