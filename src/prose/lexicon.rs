//! The names that an announcement of an edition may use: of its groups, its units and its criteria.

use super::words::plain;
use crate::model::{Column, EditionIdx, LangIdx, Series, Text, UnitIdx};

/// Every name that can be recognised, as the words that it is made of.
pub(crate) struct Lexicon {
    /// Names of units, the longest first.
    pub(crate) units: Vec<(Vec<String>, UnitIdx)>,
    /// Names of groups with their positions in the edition.
    pub(crate) groups: Vec<(Vec<String>, usize)>,
    /// Names of the criteria of a group with their columns, by the position of the group.
    pub(crate) criteria: Vec<Vec<(Vec<String>, Column)>>,
    /// The column of the total, by the position of the group.
    pub(crate) totals: Vec<Column>,
    /// The units of each group.
    pub(crate) members: Vec<Vec<UnitIdx>>,
    /// What units are called, in every form.
    pub(crate) nouns: Vec<Vec<String>>,
}

/// What units are called where nobody says otherwise.
const NOUNS: [&str; 8] = ["đơn vị", "cơ quan", "units", "unit", "agencies", "agency", "departments", "districts"];

/// Words in front of a name that an announcement may leave out.
const LEFT_OUT: [&str; 1] = ["ubnd"];

impl Lexicon {
    /// The names of an edition.
    pub(crate) fn of(series: &Series, index: EditionIdx) -> Self {
        let edition = &series.editions[index.0];
        let all = |text: &Text| -> Vec<Vec<String>> {
            let languages = (0..series.site.languages.len()).map(LangIdx);
            languages.filter_map(|language| text.exact(language)).map(plain).filter(|name| !name.is_empty()).collect()
        };
        let mut units = Vec::new();
        for (at, unit) in series.units.iter().enumerate() {
            let index = UnitIdx(at);
            let mut names = all(&unit.name);
            names.extend(all(series.name_on(index, edition.period.to)));
            names.extend(unit.short.as_ref().map(all).unwrap_or_default());
            names.extend(unit.aka.iter().map(|name| plain(name)));
            units.extend(names.into_iter().map(|name| (name, index)));
        }
        add_without_first(&mut units);
        units.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        units.dedup();
        let mut groups = Vec::new();
        for (at, group) in edition.groups.iter().enumerate() {
            let group = &series.groups[group.group.0];
            let names = all(&group.name).into_iter().chain(group.in_text.as_ref().map(all).unwrap_or_default());
            groups.extend(names.map(|name| (name, at)));
        }
        let criteria = edition.groups.iter().map(|group| {
            let columns = group.scheme.criterion_columns();
            columns.flat_map(|column| all(&group.scheme.criteria[column].name).into_iter().map(move |n| (n, column)))
        });
        let criteria = criteria.map(Iterator::collect).collect();
        let mut nouns: Vec<Vec<String>> = NOUNS.iter().map(|noun| plain(noun)).collect();
        nouns.sort_by_key(|noun| std::cmp::Reverse(noun.len()));
        Self {
            units,
            groups,
            criteria,
            totals: edition.groups.iter().map(|group| group.scheme.total_column()).collect(),
            members: edition.groups.iter().map(|group| group.units.clone()).collect(),
            nouns,
        }
    }
}

/// Adds names without a word in front that may be left out, where that leaves a name of one unit alone.
fn add_without_first(units: &mut Vec<(Vec<String>, UnitIdx)>) {
    let short = units.iter().filter_map(|(name, unit)| {
        let (first, rest) = name.split_first()?;
        (LEFT_OUT.contains(&first.as_str()) && rest.len() > 1).then(|| (rest.to_vec(), *unit))
    });
    let short: Vec<(Vec<String>, UnitIdx)> = short.collect();
    let is_one = |name: &Vec<String>, unit: UnitIdx| {
        short.iter().chain(units.iter()).all(|(other, whose)| other != name || *whose == unit)
    };
    let added: Vec<_> = short.iter().filter(|(name, unit)| is_one(name, *unit)).cloned().collect();
    units.extend(added);
}
