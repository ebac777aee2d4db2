//! What an edition says, a fact a line: the text of its seal, and what two editions or two sites are compared by.
//!
//! A fact is a key, such as `score so-y-te staff`, and a value, such as `9.5`. Prose, themes, comments and the order of keys
//! are no facts, nor is what the rules of deduction conclude: a better rule would change it, and nobody stated it. Values
//! that nobody could have meant otherwise are left out, so that a new key of the format adds nothing to old editions.

mod cells;
mod differences;
mod key;
mod scheme;
mod sealed;
mod usual;
mod words;

pub(crate) use differences::{FactDifference, differences, find, without_details};
pub(crate) use key::{CellKey, FactKey, RuleKey};
pub(crate) use sealed::{changes, day, sealed_facts};
pub(crate) use usual::usual;

use std::collections::BTreeMap;

use crate::model::{Correction, Date, Edition, EditionGroup, Place, Series, Text, UnitIdx};
use crate::rankings::{EditionRanking, GroupRanking};

/// One fact of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fact {
    /// What it tells of.
    pub key: FactKey,
    /// Its key as text, by which facts are ordered.
    text: String,
    /// What it says; a fact that says nothing but that there is something has no value.
    pub value: String,
    /// Where it is written, or where its thing is.
    pub place: Place,
    /// Whether it follows from others.
    pub derived: bool,
}

impl Fact {
    /// A fact that is written somewhere.
    #[must_use]
    pub(crate) fn new(key: FactKey, value: String, place: Place) -> Self {
        Self { text: key.to_string(), key, value, place, derived: false }
    }

    /// The fact as a line of text.
    #[must_use]
    pub(crate) fn line(&self) -> String {
        if self.value.is_empty() { self.text.clone() } else { format!("{}: {}", self.text, self.value) }
    }

    /// The fact as one side of a comparison.
    #[must_use]
    pub(crate) fn said(&self) -> Said<'_> {
        Said { text: &self.text, key: self.key.clone(), value: &self.value }
    }
}

/// A fact as one side of a comparison says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said<'a> {
    /// Its key as text, by which facts are ordered.
    pub text: &'a str,
    /// What it tells of.
    pub key: FactKey,
    /// What it says.
    pub value: &'a str,
}

/// Sorts facts by the text of their keys.
fn sorted(mut facts: Vec<Fact>) -> Vec<Fact> {
    facts.sort_by(|a, b| (&a.text, &a.value).cmp(&(&b.text, &b.value)));
    facts
}

/// Takes the facts of an edition while they are told.
struct Teller<'a> {
    series: &'a Series,
    edition: &'a Edition,
    facts: Vec<Fact>,
}

impl Teller<'_> {
    /// Adds a fact that is written; what spans lines becomes one.
    fn tell(&mut self, key: FactKey, value: &str, place: Place) {
        self.facts.push(Fact::new(key, one_line(value), place));
    }

    /// Adds a fact that is written, unless its value is the one that goes without saying.
    fn unless(&mut self, usual: &str, key: FactKey, value: &str, place: Place) {
        if value != usual {
            self.tell(key, value, place);
        }
    }

    /// Adds a fact that follows from others.
    fn follow(&mut self, key: FactKey, value: &str, place: Place) {
        self.facts.push(Fact { derived: true, ..Fact::new(key, one_line(value), place) });
    }

    /// Adds a name in each language that it has.
    fn names(&mut self, key: impl Fn(String) -> FactKey, name: &Text, place: Place) {
        let languages: Vec<_> = self.series.site.languages.iter().zip(self.series.site.language_indices()).collect();
        for (tag, index) in languages {
            if let Some(name) = name.exact(index) {
                self.tell(key(tag.clone()), name, place);
            }
        }
    }

    fn unit(&self, unit: UnitIdx) -> &str {
        &self.series.units[unit.0].id
    }
}

/// A value on one line, such that no two values become the same line.
fn one_line(value: &str) -> String {
    if value.contains(['\n', '\r', '\\']) {
        return value.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r");
    }
    value.to_owned()
}

/// The facts of an edition with what was computed of it, in the order of their keys; its addresses are not among them.
#[must_use]
pub(crate) fn facts(series: &Series, edition: &Edition, ranking: &EditionRanking) -> Vec<Fact> {
    let groups: Vec<_> = edition.groups.iter().zip(&ranking.groups).collect();
    of_groups(series, edition, &groups)
}

/// The facts of an edition whose groups had those numbers, with what was computed of them.
fn of_groups(series: &Series, edition: &Edition, groups: &[(&EditionGroup, &GroupRanking)]) -> Vec<Fact> {
    let mut teller = Teller { series, edition, facts: Vec::new() };
    let file = edition.place;
    teller.tell(FactKey::Edition, &edition.id, file);
    teller.tell(FactKey::EditionYear, &edition.year.to_string(), file);
    let period = format!("{} {}", edition.period.from, edition.period.to);
    teller.unless(&usual_period(edition), FactKey::EditionPeriod, &period, file);
    for (&(group, ranking), now) in groups.iter().zip(&edition.groups) {
        let id = &series.groups[group.group.0].id;
        for &unit in &group.units {
            let place = series.units[unit.0].place;
            let unit_id = &series.units[unit.0].id;
            teller.tell(FactKey::UnitGroup { unit: unit_id.clone() }, id, place);
            let key = |language| FactKey::UnitName { unit: unit_id.clone(), language };
            teller.names(key, series.name_on(unit, edition.period.to), place);
        }
        scheme::tell(&mut teller, id, &group.scheme);
        cells::tell(&mut teller, group, ranking);
        cells::announced(&mut teller, id, now);
    }
    sorted(teller.facts)
}

/// The facts of the corrections of an edition up to a day, those of one cell on one day counted.
fn corrections(series: &Series, edition: &Edition, until: Date) -> Vec<Fact> {
    let mut said: BTreeMap<(CellKey, Date), usize> = BTreeMap::new();
    let told = edition.corrections.iter().filter(|correction| correction.date <= until);
    let fact = |correction: &Correction| {
        let (cell, date) = (CellKey::new(&series.units[correction.unit.0].id, &correction.criterion), correction.date);
        let n = said.entry((cell.clone(), date)).or_default();
        *n += 1;
        let key = FactKey::Correction { cell, date, n: *n };
        let value = format!("{} -> {}", correction.was, correction.now);
        Fact::new(key, value, correction.place)
    };
    told.map(fact).collect()
}

fn usual_period(edition: &Edition) -> String {
    format!("{0:04}-01-01 {0:04}-12-31", edition.year)
}

/// The facts of the addresses of an edition.
#[must_use]
pub(crate) fn urls(files: &[String], place: Place) -> Vec<Fact> {
    sorted(files.iter().map(|file| Fact::new(FactKey::Url { file: file.clone() }, String::new(), place)).collect())
}

/// Facts as the text of a seal: a line each, in the order of the lines.
#[must_use]
pub(crate) fn text(facts: &[Fact]) -> String {
    let mut lines: Vec<String> = facts.iter().map(Fact::line).collect();
    lines.sort_unstable();
    lines.into_iter().fold(String::new(), |text, line| text + &line + "\n")
}
