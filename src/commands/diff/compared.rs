//! Differences by what they are about: units, schemes, scores, ranks and the rest.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::Examined;
use crate::diagnostics::CliLanguage;
use crate::facts::{CellKey, Fact, FactDifference, FactKey, Said, differences, facts, usual, without_details};
use crate::model::Series;

/// Everything that differs; its names and their order are promises to programs.
#[derive(Debug, Serialize)]
pub(super) struct Compared {
    version: u8,
    /// As it was called.
    pub(super) old: String,
    /// As it was called.
    pub(super) new: String,
    /// Editions that only one of two folders has.
    pub(super) editions: Editions,
    /// One of two editions, or one for each edition that both folders have.
    pub(super) comparisons: Vec<SiteComparison>,
}

/// Editions that only one side has.
#[derive(Debug, Serialize)]
pub(super) struct Editions {
    pub(super) new: Vec<String>,
    pub(super) gone: Vec<String>,
}

/// What differs between two editions.
#[derive(Debug, Default, Serialize)]
pub(super) struct SiteComparison {
    pub(super) old: String,
    pub(super) new: String,
    pub(super) counts: ChangeCounts,
    pub(super) units: Vec<UnitChange>,
    pub(super) schemes: Vec<RuleChange>,
    pub(super) scores: Vec<CellDifference>,
    pub(super) ranks: Vec<CellDifference>,
    pub(super) others: Vec<OtherChange>,
}

/// How many of each.
#[derive(Debug, Default, Serialize)]
pub(super) struct ChangeCounts {
    pub(super) units: usize,
    pub(super) schemes: usize,
    pub(super) scores: usize,
    pub(super) ranks: usize,
    pub(super) others: usize,
}

/// A unit that is new, gone, renamed or moved to another group.
#[derive(Debug, Serialize)]
pub(super) struct UnitChange {
    pub(super) unit: String,
    pub(super) name: String,
    pub(super) change: UnitDifference,
    /// The language of a name.
    pub(super) language: Option<String>,
    pub(super) was: Option<String>,
    pub(super) now: Option<String>,
}

/// What happened to a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum UnitDifference {
    New,
    Gone,
    Moved,
    Renamed,
}

/// A rule of a scheme, of one of its criteria or of one of its bands, in the groups in which it differs so.
#[derive(Debug, Serialize)]
pub(super) struct RuleChange {
    pub(super) groups: Vec<String>,
    pub(super) criterion: Option<String>,
    pub(super) band: Option<String>,
    /// `part-of` tells of the criterion itself, `id` of the scheme itself.
    pub(super) rule: String,
    pub(super) was: Option<String>,
    pub(super) now: Option<String>,
}

/// A score or rank of a unit for a criterion.
#[derive(Debug, Serialize)]
pub(super) struct CellDifference {
    pub(super) unit: String,
    pub(super) name: String,
    pub(super) criterion: String,
    pub(super) was: Option<String>,
    pub(super) now: Option<String>,
}

/// Anything else, named by the words of its fact.
#[derive(Debug, Serialize)]
pub(super) struct OtherChange {
    pub(super) what: String,
    pub(super) was: Option<String>,
    pub(super) now: Option<String>,
}

/// The names of units for people.
pub(super) struct NameChanges(BTreeMap<String, String>);

impl NameChanges {
    /// Those of the first of some sites that knows a unit, in the language of the messages if the site speaks it.
    pub(super) fn of(all: &[&Series], language: CliLanguage) -> Self {
        let own = match language {
            CliLanguage::English => "en",
            CliLanguage::Vietnamese => "vi",
        };
        let mut names = BTreeMap::new();
        for series in all {
            let index = series.site.languages.iter().position(|tag| tag == own).unwrap_or(0);
            for unit in &series.units {
                let name = unit.name.get(crate::model::LangIdx(index)).to_owned();
                names.entry(unit.id.clone()).or_insert(name);
            }
        }
        Self(names)
    }

    fn get(&self, unit: &str) -> String {
        self.0.get(unit).cloned().unwrap_or_else(|| unit.to_owned())
    }
}

impl Compared {
    pub(super) fn new(
        [old, new]: [&String; 2],
        [fresh, gone]: [Vec<String>; 2],
        comparisons: Vec<SiteComparison>,
    ) -> Self {
        let editions = Editions { new: fresh, gone };
        Self { version: 1, old: old.clone(), new: new.clone(), editions, comparisons }
    }

    /// One JSON document.
    pub(super) fn json(&self) -> String {
        // Texts and numbers always become JSON.
        serde_json::to_string(self).unwrap_or_default() + "\n"
    }
}

impl SiteComparison {
    /// What differs between two editions. Of one edition in two folders also what its name and announcement say; two
    /// editions of one site differ in that in any case.
    pub(super) fn of([old, new]: [(&Examined, usize); 2], names: &NameChanges, is_same: bool) -> Self {
        let id = |(all, index): (&Examined, usize)| all.series.editions[index].id.clone();
        let [old_facts, new_facts] = [old, new].map(told);
        let before: Vec<Said<'_>> = old_facts.iter().map(Fact::said).collect();
        let mut comparison = Self { old: id(old), new: id(new), ..Self::default() };
        let after: Vec<Said<'_>> = new_facts.iter().map(Fact::said).collect();
        for difference in without_details(differences(&before, &new_facts)) {
            // A rule that is not written is one all the same.
            let was = difference.was.map(str::to_owned).or_else(|| usual(&before, difference.key));
            let now = difference.now.map(str::to_owned).or_else(|| usual(&after, difference.key));
            if was != now {
                comparison.add(&difference, [was, now], names, is_same);
            }
        }
        let Self { units, schemes, scores, ranks, others, .. } = &comparison;
        comparison.counts = ChangeCounts {
            units: units.len(),
            schemes: schemes.len(),
            scores: scores.len(),
            ranks: ranks.len(),
            others: others.len(),
        };
        comparison
    }

    fn add(
        &mut self,
        difference: &FactDifference<'_>,
        [was, now]: [Option<String>; 2],
        names: &NameChanges,
        is_same: bool,
    ) {
        let unit_change = |unit: &String, change, language: Option<&String>, was, now| UnitChange {
            unit: unit.clone(),
            name: names.get(unit),
            change,
            language: language.cloned(),
            was,
            now,
        };
        match difference.key {
            FactKey::UnitGroup { unit } => {
                let change = match (&was, &now) {
                    (None, _) => UnitDifference::New,
                    (_, None) => UnitDifference::Gone,
                    _ => UnitDifference::Moved,
                };
                self.units.push(unit_change(unit, change, None, was, now));
            }
            FactKey::UnitName { unit, language } => {
                self.units.push(unit_change(unit, UnitDifference::Renamed, Some(language), was, now));
            }
            FactKey::Scheme { group, rule } => self.add_rule(group, [None, None], rule.word().to_owned(), was, now),
            FactKey::Criterion { group, criterion, rule } => {
                self.add_rule(group, [Some(criterion), None], rule.word().to_owned(), was, now);
            }
            FactKey::CriterionName { group, criterion, language } => {
                self.add_rule(group, [Some(criterion), None], format!("name {language}"), was, now);
            }
            FactKey::Band { group, band, rule } => {
                self.add_rule(group, [None, Some(band)], rule.word().to_owned(), was, now);
            }
            FactKey::BandName { group, band, language } => {
                self.add_rule(group, [None, Some(band)], format!("name {language}"), was, now);
            }
            FactKey::Score(cell) => self.scores.push(cell_change(cell, names, was, now)),
            FactKey::Rank(cell) => self.ranks.push(cell_change(cell, names, was, now)),
            FactKey::Edition | FactKey::EditionYear | FactKey::EditionPeriod | FactKey::Announced { .. }
                if !is_same => {}
            FactKey::Edition
            | FactKey::EditionYear
            | FactKey::EditionPeriod
            | FactKey::Announced { .. }
            | FactKey::Beside(_)
            | FactKey::Disputed { .. }
            | FactKey::Population { .. }
            | FactKey::Unranked { .. }
            | FactKey::Adjustment { .. }
            | FactKey::Correction { .. }
            | FactKey::Url { .. }
            | FactKey::Unknown(_) => self.others.push(OtherChange { what: difference.text.to_owned(), was, now }),
        }
    }

    /// Adds a rule, once for all groups in which it differs in the same way.
    fn add_rule(
        &mut self,
        group: &str,
        [criterion, band]: [Option<&String>; 2],
        rule: String,
        was: Option<String>,
        now: Option<String>,
    ) {
        let (criterion, band) = (criterion.cloned(), band.cloned());
        let same = |change: &&mut RuleChange| {
            (&change.criterion, &change.band, &change.rule) == (&criterion, &band, &rule)
                && (&change.was, &change.now) == (&was, &now)
        };
        match self.schemes.iter_mut().find(same) {
            Some(change) => change.groups.push(group.to_owned()),
            None => self.schemes.push(RuleChange { groups: vec![group.to_owned()], criterion, band, rule, was, now }),
        }
    }
}

fn cell_change(cell: &CellKey, names: &NameChanges, was: Option<String>, now: Option<String>) -> CellDifference {
    let CellKey { unit, criterion } = cell.clone();
    CellDifference { name: names.get(&unit), unit, criterion, was, now }
}

fn told((all, index): (&Examined, usize)) -> Vec<Fact> {
    facts(&all.series, &all.series.editions[index], &all.rankings.editions[index])
}
