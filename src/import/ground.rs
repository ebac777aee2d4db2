//! What a site knows already: who can be meant by a row, and what by a column.

use std::collections::BTreeSet;

use super::matching::KnownName;
use crate::model::{Date, EditionGroup, GroupIdx, LangIdx, Scheme, SchemeEntry, Series, Text, UnitIdx};

/// The id of the total, as score files write it.
pub(crate) const TOTAL: &str = "total";

/// What the names of a spreadsheet are matched with.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ground {
    /// Groups in the order of units.yaml.
    pub(crate) groups: Vec<KnownGroup>,
    /// Units in the order of units.yaml.
    pub(crate) units: Vec<KnownName>,
    /// The group of each unit on the last day of the year.
    pub(crate) group_of: Vec<usize>,
    /// Criteria of all schemes that are in force, each once.
    pub(crate) criteria: Vec<KnownName>,
    /// The value of `scheme` in the score file.
    pub(crate) scheme: String,
}

/// A group and the columns that its scheme has.
#[derive(Clone, Debug, Default)]
pub(crate) struct KnownGroup {
    /// Its id.
    pub(crate) id: String,
    /// The criteria that have a score of their own, in the order of the scheme.
    pub(crate) leaves: Vec<String>,
    /// The criteria that are made of others.
    pub(crate) parents: Vec<String>,
}

/// Which schemes an edition is under.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SchemesAsked {
    /// One, by its id.
    One(String),
    /// That of the last edition, whatever its form.
    OfLast,
}

/// Why there is no ground to match with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NoGround {
    /// No scheme has the id; those that there are.
    SchemeUnknown(String, Vec<String>),
    /// No edition is there whose scheme could be taken; the schemes that there are.
    NoEdition(Vec<String>),
}

impl Ground {
    /// What a site knows on the last day of a year.
    ///
    /// # Errors
    /// When it is not plain which scheme is in force.
    pub(crate) fn of(series: &Series, asked: &SchemesAsked, year: u16) -> Result<Self, NoGround> {
        let day = Date { year, month: 12, day: 31 };
        let InForce { written, by_group } = in_force(series, asked)?;
        let groups: Vec<KnownGroup> = (0..series.groups.len())
            .map(|at| {
                let scheme = by_group.iter().find(|(group, _)| group.is_none_or(|group| group.0 == at));
                known_group(series, at, scheme.map(|(_, entry)| entry.for_group(GroupIdx(at)).as_ref()))
            })
            .collect();
        let mut criteria: Vec<KnownName> = Vec::new();
        for entry in by_group.iter().map(|(_, entry)| entry) {
            for scheme in std::iter::once(&entry.base).chain(entry.by_group.iter().map(|(_, scheme)| scheme)) {
                add_criteria(scheme, series.site.languages.len(), &mut criteria);
            }
        }
        let units = (0..series.units.len()).map(UnitIdx);
        Ok(Self {
            groups,
            units: units.clone().map(|unit| known_unit(series, unit)).collect(),
            group_of: units.map(|unit| series.group_on(unit, day).0).collect(),
            criteria,
            scheme: written,
        })
    }
}

/// Schemes that are in force.
struct InForce<'s> {
    /// As a score file writes it.
    written: String,
    /// Each with the group that it is for; none: for all.
    by_group: Vec<(Option<GroupIdx>, &'s SchemeEntry)>,
}

fn in_force<'s>(series: &'s Series, asked: &SchemesAsked) -> Result<InForce<'s>, NoGround> {
    let ids = || series.schemes.iter().map(|entry| entry.base.id.clone()).collect::<Vec<String>>();
    let entry = |id: &str| series.schemes.iter().find(|entry| entry.base.id == id);
    let one = |entry: &'s SchemeEntry| InForce { written: entry.base.id.clone(), by_group: vec![(None, entry)] };
    if let SchemesAsked::One(id) = asked {
        return entry(id).map(one).ok_or_else(|| NoGround::SchemeUnknown(id.clone(), ids()));
    }
    let with_scheme = |group: &EditionGroup| entry(&group.scheme.id).map(|entry| (group.group, entry));
    let of_edition = |groups: &[EditionGroup]| groups.iter().filter_map(with_scheme).collect::<Vec<_>>();
    let last = series.editions.iter().rev().map(|edition| of_edition(&edition.groups)).find(|all| !all.is_empty());
    let all = match (last, series.schemes.as_slice()) {
        (Some(all), _) => all,
        // A site that has just begun.
        (None, [only]) => return Ok(one(only)),
        (None, _) => return Err(NoGround::NoEdition(ids())),
    };
    let different: BTreeSet<&str> = all.iter().map(|(_, entry)| entry.base.id.as_str()).collect();
    if let ([(_, first), ..], 1) = (all.as_slice(), different.len()) {
        return Ok(one(first));
    }
    let pairs: Vec<String> =
        all.iter().map(|(group, entry)| format!("{}: {}", series.groups[group.0].id, entry.base.id)).collect();
    let by_group = all.into_iter().map(|(group, entry)| (Some(group), entry)).collect();
    Ok(InForce { written: format!("{{ {} }}", pairs.join(", ")), by_group })
}

fn known_group(series: &Series, at: usize, scheme: Option<&Scheme>) -> KnownGroup {
    let group = &series.groups[at];
    let mut known = KnownGroup { id: group.id.clone(), leaves: Vec::new(), parents: Vec::new() };
    for criterion in scheme.map(|scheme| scheme.criteria.as_slice()).unwrap_or_default() {
        let list = if criterion.children.is_empty() { &mut known.leaves } else { &mut known.parents };
        list.push(criterion.id.clone());
    }
    known
}

fn add_criteria(scheme: &Scheme, n_languages: usize, all: &mut Vec<KnownName>) {
    for criterion in &scheme.criteria {
        if all.iter().all(|known| known.id != criterion.id) {
            all.push(KnownName { id: criterion.id.clone(), names: in_all(&criterion.name, n_languages).collect() });
        }
    }
}

/// A unit with all names by which a spreadsheet can call it.
fn known_unit(series: &Series, unit: UnitIdx) -> KnownName {
    let n = series.site.languages.len();
    let own = &series.units[unit.0];
    let mut names: Vec<String> = in_all(&own.name, n).collect();
    names.extend(own.short.iter().flat_map(|short| in_all(short, n)));
    names.extend(own.aka.iter().cloned());
    names.extend(series.timeline.names_before(unit).into_iter().flat_map(|(_, name)| in_all(name, n)));
    KnownName { id: own.id.clone(), names }
}

fn in_all(text: &Text, n: usize) -> impl Iterator<Item = String> {
    (0..n).filter_map(|language| text.exact(LangIdx(language))).map(str::to_owned)
}
