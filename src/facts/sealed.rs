//! What a seal says, and what has changed later.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::differences::{FactDifference, differences, of_text, without_details, without_other_schemes};
use super::key::{FactKey, RuleKey};
use super::{Fact, Said, corrections, of_groups, sorted};
use crate::model::{Date, Edition, EditionGroup, Seal, Series};
use crate::rankings::{EditionRanking, GroupRanking, touched};

/// The day up to which an edition is sealed where none is asked for: the newest of its publication, its documents and
/// its corrections, else the last day that it assesses. The clock has no say in it.
#[must_use]
pub(crate) fn day(edition: &Edition) -> Date {
    let documents = edition.documents.iter().filter_map(|document| document.date);
    let corrections = edition.corrections.iter().map(|correction| correction.date);
    documents.chain(corrections).chain(edition.published).max().unwrap_or(edition.period.to)
}

/// The facts of an edition as it stood at the end of a day: corrections dated later are undone.
#[must_use]
pub(crate) fn sealed_facts(series: &Series, edition: &Edition, ranking: &EditionRanking, date: Date) -> Vec<Fact> {
    let version = ranking.versions.iter().position(|version| version.until > date);
    let mut groups: Vec<(&EditionGroup, &GroupRanking)> = edition.groups.iter().zip(&ranking.groups).collect();
    for (index, group) in groups.iter_mut().enumerate() {
        if let Some(then) = version.and_then(|version| ranking.group_in(version, index)) {
            *group = (&then.group, &then.ranking);
        }
    }
    let mut facts = of_groups(series, edition, &groups);
    facts.extend(corrections(series, edition, date));
    sorted(facts)
}

/// What corrections dated after a seal bear on: the columns by their ids, of any group.
struct LaterCorrections {
    columns: BTreeSet<String>,
}

impl LaterCorrections {
    fn of(edition: &Edition, date: Date) -> Self {
        let later = || edition.corrections.iter().filter(|correction| correction.date > date);
        let mut columns = BTreeSet::new();
        for group in &edition.groups {
            let own = later().filter(|correction| group.units.contains(&correction.unit));
            let corrected = own.filter_map(|correction| group.scheme.column(&correction.criterion));
            let touched = group.scheme.columns().zip(touched(group, corrected)).filter(|(_, touched)| *touched);
            columns.extend(touched.map(|(column, _)| group.scheme.column_id(column).to_owned()));
        }
        Self { columns }
    }

    /// Whether a difference can be the doing of these corrections. Where they bear on a column nobody says since when its
    /// announcement reads so: what was announced there, and numbers that only followed from it, are not compared.
    fn explains(&self, difference: &FactDifference<'_>) -> bool {
        let is_touched = difference.key.column().is_some_and(|column| self.columns.contains(column));
        match difference.key {
            FactKey::Beside(_) | FactKey::Announced { .. } | FactKey::Disputed { .. } => is_touched,
            FactKey::Score(_) | FactKey::Rank(_) if difference.derived && is_touched => {
                let number = |side: Option<&str>| side.and_then(|text| text.parse::<Decimal>().ok());
                let same = number(difference.was).is_some() && number(difference.was) == number(difference.now);
                same || matches!(difference.now, None | Some("~"))
            }
            _ => false,
        }
    }
}

/// What an edition says otherwise than its seal, corrections since undone: what is written, and only where nothing of
/// that differs, what follows from it. Addresses are not looked at; a translation that was added is no change.
pub(crate) fn changes<T>(
    series: &Series,
    edition: &Edition,
    ranking: &EditionRanking,
    seal: &Seal,
    tell: impl Fn(&FactDifference<'_>, &[Fact]) -> T,
) -> Vec<T> {
    let now = sealed_facts(series, edition, ranking, seal.date);
    let mut sealed: Vec<Said<'_>> = of_text(&seal.text);
    sealed.retain(|said| !matches!(said.key, FactKey::Url { .. }));
    let later = LaterCorrections::of(edition, seal.date);
    let found = without_other_schemes(without_details(differences(&sealed, &now)));
    let is_told = |d: &FactDifference<'_>| !d.is_translation() && !is_maximum_found(d) && !later.explains(d);
    let mut found: Vec<_> = found.into_iter().filter(is_told).collect();
    if found.iter().any(|difference| !difference.derived) {
        found.retain(|difference| !difference.derived);
    }
    found.iter().map(|difference| tell(difference, &now)).collect()
}

/// Whether it is a maximum that follows from the parts, where the seal has none: those of the parts, which it has, say it
/// all, and not every maximum was told that follows from them.
fn is_maximum_found(difference: &FactDifference<'_>) -> bool {
    let is_maximum = match difference.key {
        FactKey::Scheme { rule, .. } | FactKey::Criterion { rule, .. } => *rule == RuleKey::Max,
        _ => false,
    };
    difference.derived && difference.was.is_none() && is_maximum
}

#[cfg(test)]
mod tests {
    use super::super::differences::of_text;
    use super::super::{Fact, FactDifference, FactKey, differences};
    use super::is_maximum_found;
    use crate::model::Place;

    #[track_caller]
    fn case(was: &str, now: &str, derived: bool, expected: bool) {
        let (key, value) = now.split_once(": ").unwrap();
        let fact = Fact { derived, ..Fact::new(FactKey::read(key), value.to_owned(), Place::default()) };
        let (was, facts) = (of_text(was), [fact]);
        let found: Vec<bool> =
            differences(&was, &facts).iter().map(|d: &FactDifference<'_>| is_maximum_found(d)).collect();
        assert_eq!(found, [expected], "{now}");
    }

    #[test]
    fn a_maximum_that_only_now_follows_from_the_parts_changes_nothing() {
        case("", "scheme so max: 7", true, true);
        case("", "criterion so it max: 7", true, true);
        case("scheme so max: 8\n", "scheme so max: 7", true, false);
        case("", "criterion so it max: 7", false, false);
        case("", "rank a total: 7", true, false);
    }
}
