//! What an edition says, a fact a line: the text of its seal, and what two editions or two sites are compared by.
//!
//! A fact is a key, such as `score so-y-te staff`, and a value, such as `9.5`. Prose, themes, comments and the order of keys
//! are no facts, nor is what the rules of deduction conclude: a better rule would change it, and nobody stated it. Values
//! that nobody could have meant otherwise are left out, so that a new key of the format adds nothing to old editions.

mod cells;
mod differences;
mod scheme;
mod sealed;
mod usual;
mod words;

pub use differences::{Difference, differences, find, of_text, without_details, without_other_schemes};
pub use sealed::{changes, day, sealed_facts};
pub use usual::usual;

use std::collections::BTreeMap;

use crate::model::{Correction, Date, Edition, EditionGroup, Place, Series, Text, UnitIdx};
use crate::rankings::{EditionRanking, GroupRanking};

/// What kind of thing a fact tells of: the first word of its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The edition itself: its name, year and days.
    Edition,
    /// A unit: its group and names.
    Unit,
    /// A rule of a scheme.
    Scheme,
    /// A criterion of a scheme.
    Criterion,
    /// A band of a scheme.
    Band,
    /// A score, or the reason why there is none.
    Score,
    /// What a cell says beside its score.
    Cell,
    /// A rank.
    Rank,
    /// An announced statement.
    Announced,
    /// How many units of a group were assessed.
    Population,
    /// A unit that is not ranked.
    Unranked,
    /// Points added to a total.
    Adjustment,
    /// A correction of a score.
    Correction,
    /// An address.
    Url,
}

impl Kind {
    /// All kinds with their words.
    const ALL: [(Self, &'static str); 14] = [
        (Self::Edition, "edition"),
        (Self::Unit, "unit"),
        (Self::Scheme, "scheme"),
        (Self::Criterion, "criterion"),
        (Self::Band, "band"),
        (Self::Score, "score"),
        (Self::Cell, "cell"),
        (Self::Rank, "rank"),
        (Self::Announced, "announced"),
        (Self::Population, "population"),
        (Self::Unranked, "unranked"),
        (Self::Adjustment, "adjustment"),
        (Self::Correction, "correction"),
        (Self::Url, "url"),
    ];

    /// The kind of a key, by its first word.
    #[must_use]
    pub fn of(key: &str) -> Option<Self> {
        let first = key.split(' ').next()?;
        Self::ALL.iter().find(|(_, word)| *word == first).map(|(kind, _)| *kind)
    }

    /// The word that its keys begin with.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("", |(_, word)| word)
    }

    /// Whether facts of this kind say how units are assessed.
    #[must_use]
    pub fn is_of_scheme(self) -> bool {
        matches!(self, Self::Scheme | Self::Criterion | Self::Band)
    }
}

/// One fact of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it tells of: words with spaces between them, the first one that of its [`Kind`].
    pub key: String,
    /// What it says; a fact that says nothing but that there is something has no value.
    pub value: String,
    /// Where it is written, or where its thing is.
    pub place: Place,
    /// Whether it follows from others.
    pub derived: bool,
}

impl Fact {
    /// The fact as a line of text.
    #[must_use]
    pub fn line(&self) -> String {
        if self.value.is_empty() { self.key.clone() } else { format!("{}: {}", self.key, self.value) }
    }
}

/// Takes the facts of an edition while they are told.
struct Teller<'a> {
    series: &'a Series,
    edition: &'a Edition,
    facts: Vec<Fact>,
}

impl Teller<'_> {
    /// Adds a fact that is written; what spans lines becomes one.
    fn tell(&mut self, key: String, value: &str, place: Place) {
        self.facts.push(Fact { key, value: one_line(value), place, derived: false });
    }

    /// Adds a fact that is written, unless its value is the one that goes without saying.
    fn unless(&mut self, usual: &str, key: String, value: &str, place: Place) {
        if value != usual {
            self.tell(key, value, place);
        }
    }

    /// Adds a fact that follows from others.
    fn follow(&mut self, key: String, value: &str, place: Place) {
        self.facts.push(Fact { key, value: one_line(value), place, derived: true });
    }

    /// Adds a name in each language that it has.
    fn names(&mut self, key: &str, name: &Text, place: Place) {
        let languages: Vec<_> = self.series.site.languages.iter().zip(self.series.site.language_indices()).collect();
        for (tag, index) in languages {
            if let Some(name) = name.exact(index) {
                self.tell(format!("{key} name {tag}"), name, place);
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
pub fn facts(series: &Series, edition: &Edition, ranking: &EditionRanking) -> Vec<Fact> {
    let groups: Vec<_> = edition.groups.iter().zip(&ranking.groups).collect();
    of_groups(series, edition, &groups)
}

/// The facts of an edition whose groups had those numbers, with what was computed of them.
fn of_groups(series: &Series, edition: &Edition, groups: &[(&EditionGroup, &GroupRanking)]) -> Vec<Fact> {
    let mut teller = Teller { series, edition, facts: Vec::new() };
    let file = edition.place;
    teller.tell("edition".to_owned(), &edition.id, file);
    teller.tell("edition year".to_owned(), &edition.year.to_string(), file);
    let period = format!("{} {}", edition.period.from, edition.period.to);
    teller.unless(&usual_period(edition), "edition period".to_owned(), &period, file);
    for (&(group, ranking), now) in groups.iter().zip(&edition.groups) {
        let id = &series.groups[group.group.0].id;
        for &unit in &group.units {
            let place = series.units[unit.0].place;
            let key = format!("unit {}", teller.unit(unit));
            teller.tell(format!("{key} group"), id, place);
            teller.names(&key, series.name_on(unit, edition.period.to), place);
        }
        scheme::tell(&mut teller, id, &group.scheme);
        cells::tell(&mut teller, group, ranking);
        cells::announced(&mut teller, id, now);
    }
    let mut facts = teller.facts;
    facts.sort_by(|a, b| (&a.key, &a.value).cmp(&(&b.key, &b.value)));
    facts
}

/// The facts of the corrections of an edition up to a day, those of one cell on one day counted.
fn corrections(series: &Series, edition: &Edition, until: Date) -> Vec<Fact> {
    let mut said: BTreeMap<String, usize> = BTreeMap::new();
    let told = edition.corrections.iter().filter(|correction| correction.date <= until);
    let fact = |correction: &Correction| {
        let unit = &series.units[correction.unit.0].id;
        let key = format!("correction {unit} {} {}", correction.criterion, correction.date);
        let n = said.entry(key.clone()).or_default();
        *n += 1;
        let key = if *n == 1 { key } else { format!("{key} {n}") };
        let value = format!("{} -> {}", correction.was, correction.now);
        Fact { key, value, place: correction.place, derived: false }
    };
    told.map(fact).collect()
}

fn usual_period(edition: &Edition) -> String {
    format!("{0:04}-01-01 {0:04}-12-31", edition.year)
}

/// The facts of the addresses of an edition.
#[must_use]
pub fn urls(files: &[String], place: Place) -> Vec<Fact> {
    let fact = |file: &String| Fact { key: format!("url {file}"), value: String::new(), place, derived: false };
    let mut facts: Vec<Fact> = files.iter().map(fact).collect();
    facts.sort_by(|a, b| a.key.cmp(&b.key));
    facts
}

/// Facts as the text of a seal: a line each, in the order of the lines.
#[must_use]
pub fn text(facts: &[Fact]) -> String {
    let mut lines: Vec<String> = facts.iter().map(Fact::line).collect();
    lines.sort_unstable();
    lines.into_iter().fold(String::new(), |text, line| text + &line + "\n")
}
