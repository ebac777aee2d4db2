//! What differs between two lists of facts.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::key::{CellKey, FactKey, RuleKey};
use super::{Fact, Said};
use crate::model::Place;

/// A fact that one side says and the other does not, or says otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FactDifference<'a> {
    /// What it tells of.
    pub key: &'a FactKey,
    /// Its key as text.
    pub text: &'a str,
    /// What was said before.
    pub was: Option<&'a str>,
    /// What is said now.
    pub now: Option<&'a str>,
    /// Where it is said now.
    pub place: Option<Place>,
    /// Whether it follows from other facts.
    pub derived: bool,
}

impl FactDifference<'_> {
    /// Whether one of the two sides does not have it.
    #[must_use]
    pub(crate) fn comes_or_goes(&self) -> bool {
        self.was.is_none() || self.now.is_none()
    }

    /// Whether a name is given in a language in which there was none: a translation changes nothing that was said.
    #[must_use]
    pub(crate) fn is_translation(&self) -> bool {
        self.was.is_none() && self.key.is_name()
    }
}

/// The facts of a text of lines, in the order of the texts of their keys.
#[must_use]
pub(crate) fn of_text(text: &str) -> Vec<Said<'_>> {
    let mut lines: Vec<(&str, &str)> = text.lines().map(|line| line.split_once(": ").unwrap_or((line, ""))).collect();
    lines.sort_unstable();
    lines.into_iter().map(|(text, value)| Said { text, key: FactKey::read(text), value }).collect()
}

/// The fact with a key among some in the order of the texts of their keys.
#[must_use]
pub(crate) fn find<'f>(facts: &'f [Fact], key: &FactKey) -> Option<&'f Fact> {
    let text = key.to_string();
    facts.binary_search_by(|fact| fact.text.cmp(&text)).ok().map(|at| &facts[at])
}

/// What differs, in the order of the texts of the keys; both lists stand in that order.
#[must_use]
pub(crate) fn differences<'a>(old: &'a [Said<'a>], new: &'a [Fact]) -> Vec<FactDifference<'a>> {
    let (mut found, mut old, mut new) = (Vec::new(), old.iter().peekable(), new.iter().peekable());
    loop {
        let side = match (old.peek(), new.peek()) {
            (None, None) => return found,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(said), Some(fact)) => said.text.cmp(&fact.text),
        };
        let was = if side == Ordering::Greater { None } else { old.next() };
        let now = if side == Ordering::Less { None } else { new.next() };
        if was.map(|said| said.value) == now.map(|fact| fact.value.as_str()) {
            continue;
        }
        let of_old = was.map(|said| (&said.key, said.text));
        let Some((key, text)) = of_old.or_else(|| now.map(|fact| (&fact.key, fact.text.as_str()))) else { continue };
        found.push(FactDifference {
            key,
            text,
            was: was.map(|said| said.value),
            now: now.map(|fact| fact.value.as_str()),
            place: now.map(|fact| fact.place),
            derived: now.map_or(matches!(key, FactKey::Rank(_)), |fact| fact.derived),
        });
    }
}

/// Differences without those that a greater one brings with it: the names and numbers of a unit that is new or gone, the
/// rules and numbers of a criterion that is new or gone.
#[must_use]
pub(crate) fn without_details(differences: Vec<FactDifference<'_>>) -> Vec<FactDifference<'_>> {
    let (mut units, mut criteria) = (BTreeSet::new(), BTreeSet::new());
    for difference in differences.iter().filter(|d| d.comes_or_goes()) {
        match difference.key {
            FactKey::UnitGroup { unit } => drop(units.insert(unit)),
            FactKey::Criterion { group, criterion, rule: RuleKey::PartOf } => drop(criteria.insert((group, criterion))),
            _ => {}
        }
    }
    let is_detail = |d: &FactDifference<'_>| match d.key {
        FactKey::UnitName { unit, .. } | FactKey::Unranked { unit } | FactKey::Adjustment { unit } => {
            units.contains(unit)
        }
        FactKey::Criterion { rule: RuleKey::PartOf, .. } => false,
        FactKey::Criterion { group, criterion, .. } | FactKey::CriterionName { group, criterion, .. } => {
            criteria.contains(&(group, criterion))
        }
        FactKey::Score(CellKey { unit, criterion })
        | FactKey::Beside(CellKey { unit, criterion })
        | FactKey::Rank(CellKey { unit, criterion }) => {
            let of_criterion = d.comes_or_goes() && criteria.iter().any(|(_, other)| *other == criterion);
            of_criterion || units.contains(unit)
        }
        _ => false,
    };
    let details: Vec<bool> = differences.iter().map(is_detail).collect();
    differences.into_iter().zip(details).filter(|(_, detail)| !detail).map(|(difference, _)| difference).collect()
}

/// Differences without the rules of schemes that are other ones altogether.
#[must_use]
pub(crate) fn without_other_schemes(differences: Vec<FactDifference<'_>>) -> Vec<FactDifference<'_>> {
    let is_head = |d: &FactDifference<'_>| matches!(d.key, FactKey::Scheme { rule: RuleKey::Id, .. });
    let others: BTreeSet<&str> = differences.iter().filter(|d| is_head(d)).filter_map(|d| d.key.scheme_of()).collect();
    let of_other =
        |d: &FactDifference<'_>| !is_head(d) && d.key.scheme_of().is_some_and(|group| others.contains(group));
    let kept: Vec<bool> = differences.iter().map(|d| !of_other(d)).collect();
    differences.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(difference, _)| difference).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Fact, FactKey, Said};
    use super::{differences, of_text, without_details, without_other_schemes};
    use crate::model::Place;

    fn facts(text: &str) -> Vec<Fact> {
        let fact = |Said { key, value, .. }: Said<'_>| {
            let derived = matches!(key, FactKey::Rank(_));
            Fact { derived, ..Fact::new(key, value.to_owned(), Place::default()) }
        };
        of_text(text).into_iter().map(fact).collect()
    }

    #[track_caller]
    fn case(old: &str, new: &str, expected: &[&str]) {
        let (old, new) = (of_text(old), facts(new));
        let told = differences(&old, &new).into_iter().map(|d| {
            let kind = if d.is_translation() { " (translation)" } else { "" };
            let derived = if d.derived { " (derived)" } else { "" };
            format!("{}: {:?} -> {:?}{kind}{derived}", d.text, d.was.unwrap_or("-"), d.now.unwrap_or("-"))
        });
        assert_eq!(told.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn changed_new_and_gone_facts_are_told() {
        case("score a x: 1\n", "score a x: 1\n", &[]);
        case("score a x: 1\n", "score a x: 2\n", &[r#"score a x: "1" -> "2""#]);
        case(
            "score a x: 1\nunranked a\n",
            "score b x: 1\n",
            &[r#"score a x: "1" -> "-""#, r#"score b x: "-" -> "1""#, r#"unranked a: "" -> "-""#],
        );
        case("rank a total: 1\n", "", &[r#"rank a total: "1" -> "-" (derived)"#]);
    }

    #[test]
    fn digits_are_facts_and_translations_are_told_apart() {
        case("score a x: 20.5\n", "score a x: 20.50\n", &[r#"score a x: "20.5" -> "20.50""#]);
        case(
            "unit a name vi: A\n",
            "unit a name en: A\nunit a name vi: A\n",
            &[r#"unit a name en: "-" -> "A" (translation)"#],
        );
        case("unit a name en: A\n", "unit a name en: B\n", &[r#"unit a name en: "A" -> "B""#]);
    }
    #[track_caller]
    fn kept(old: &str, new: &str, expected: &[&str]) {
        let new = facts(new);
        let old = of_text(old);
        let kept = without_other_schemes(without_details(differences(&old, &new)));
        assert_eq!(kept.iter().map(|d| d.text).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_unit_that_goes_takes_its_numbers_along() {
        let all = "unit a group: so\nunit a name vi: A\nscore a x: 1\nrank a x: 1\nunranked a\n";
        kept(all, "", &["unit a group"]);
        kept("", all, &["unit a group"]);
        kept(
            all,
            "unit a group: so\nunit a name vi: B\nscore a x: 2\nrank a x: 1\n",
            &["score a x", "unit a name vi", "unranked a"],
        );
    }

    #[test]
    fn a_criterion_that_goes_takes_its_rules_and_numbers_along_in_its_group() {
        let x = "criterion so x max: 9\ncriterion so x part-of: total\n";
        kept(&format!("{x}score a x: 1\nscore b x: 1\n"), "score b x: 2\n", &["criterion so x part-of", "score b x"]);
        kept(x, "criterion so x max: 8\ncriterion so x part-of: total\n", &["criterion so x max"]);
    }

    #[test]
    fn another_scheme_stands_for_all_its_rules() {
        let [old, new] = ["it", "it-2025"].map(|id| format!("scheme huyen id: it\nscheme so id: {id}\n"));
        kept(
            &format!("{old}scheme huyen max: 9\nscheme so max: 9\nband so a from: 1\n"),
            &format!("{new}scheme huyen max: 8\nscheme so max: 8\n"),
            &["scheme huyen max", "scheme so id"],
        );
    }
}
