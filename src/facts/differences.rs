//! What differs between two lists of facts.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::{Fact, Kind};
use crate::model::Place;

/// A fact that one side says and the other does not, or says otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference<'a> {
    /// What it tells of.
    pub key: &'a str,
    /// What was said before.
    pub was: Option<&'a str>,
    /// What is said now.
    pub now: Option<&'a str>,
    /// Where it is said now.
    pub place: Option<Place>,
    /// Whether it follows from other facts.
    pub derived: bool,
}

impl<'a> Difference<'a> {
    /// The words of its key behind the first.
    pub fn words(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.key.split(' ').skip(1)
    }

    /// What kind of thing it tells of.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        Kind::of(self.key)
    }

    /// Whether one of the two sides does not have it.
    #[must_use]
    pub fn comes_or_goes(&self) -> bool {
        self.was.is_none() || self.now.is_none()
    }

    /// Whether a name is given in a language in which there was none: a translation changes nothing that was said.
    #[must_use]
    pub fn is_translation(&self) -> bool {
        let words: Vec<&str> = self.key.split(' ').collect();
        self.was.is_none() && words.len() >= 4 && words[words.len() - 2] == "name"
    }
}

/// The facts of a text of lines, key and value, in the order of the keys.
#[must_use]
pub fn of_text(text: &str) -> Vec<(&str, &str)> {
    let mut facts: Vec<(&str, &str)> = text.lines().map(|line| line.split_once(": ").unwrap_or((line, ""))).collect();
    facts.sort_unstable();
    facts
}

/// The fact with a key among some in the order of their keys.
#[must_use]
pub fn find<'f>(facts: &'f [Fact], key: &str) -> Option<&'f Fact> {
    facts.binary_search_by(|fact| fact.key.as_str().cmp(key)).ok().map(|at| &facts[at])
}

/// What differs, in the order of the keys; both lists stand in that order.
#[must_use]
pub fn differences<'a>(old: &[(&'a str, &'a str)], new: &'a [Fact]) -> Vec<Difference<'a>> {
    let (mut found, mut old, mut new) = (Vec::new(), old.iter().peekable(), new.iter().peekable());
    loop {
        let side = match (old.peek(), new.peek()) {
            (None, None) => return found,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some((key, _)), Some(fact)) => key.cmp(&fact.key.as_str()),
        };
        let was = if side == Ordering::Greater { None } else { old.next() };
        let now = if side == Ordering::Less { None } else { new.next() };
        if was.map(|(_, value)| *value) == now.map(|fact| fact.value.as_str()) {
            continue;
        }
        let Some(key) = was.map(|(key, _)| *key).or_else(|| now.map(|fact| fact.key.as_str())) else { continue };
        found.push(Difference {
            key,
            was: was.map(|(_, value)| *value),
            now: now.map(|fact| fact.value.as_str()),
            place: now.map(|fact| fact.place),
            derived: now.map_or(Kind::of(key) == Some(Kind::Rank), |fact| fact.derived),
        });
    }
}

/// Differences without those that a greater one brings with it: the names and numbers of a unit that is new or gone, the
/// rules and numbers of a criterion that is new or gone.
#[must_use]
pub fn without_details(differences: Vec<Difference<'_>>) -> Vec<Difference<'_>> {
    let (mut units, mut criteria) = (BTreeSet::new(), BTreeSet::new());
    for difference in differences.iter().filter(|d| d.comes_or_goes()) {
        match (difference.kind(), difference.words().collect::<Vec<_>>().as_slice()) {
            (Some(Kind::Unit), [unit, "group"]) => drop(units.insert(*unit)),
            (Some(Kind::Criterion), [group, criterion, "part-of"]) => drop(criteria.insert((*group, *criterion))),
            _ => {}
        }
    }
    let is_detail = |d: &Difference<'_>| match (d.kind(), d.words().collect::<Vec<_>>().as_slice()) {
        (Some(Kind::Unit), [unit, "name", ..]) => units.contains(unit),
        (Some(Kind::Criterion), [.., "part-of"]) => false,
        (Some(Kind::Criterion), [group, criterion, ..]) => criteria.contains(&(*group, *criterion)),
        (Some(Kind::Score | Kind::Cell | Kind::Rank), [unit, criterion]) => {
            let of_criterion = d.comes_or_goes() && criteria.iter().any(|(_, other)| other == criterion);
            of_criterion || units.contains(unit)
        }
        (Some(Kind::Unranked | Kind::Adjustment), [unit]) => units.contains(unit),
        _ => false,
    };
    let details: Vec<bool> = differences.iter().map(is_detail).collect();
    differences.into_iter().zip(details).filter(|(_, detail)| !detail).map(|(difference, _)| difference).collect()
}

/// Differences without the rules of schemes that are other ones altogether.
#[must_use]
pub fn without_other_schemes(differences: Vec<Difference<'_>>) -> Vec<Difference<'_>> {
    let is_head = |d: &Difference<'_>| d.kind() == Some(Kind::Scheme) && d.words().nth(1) == Some("id");
    let others: BTreeSet<&str> = differences.iter().filter(|d| is_head(d)).filter_map(|d| d.words().next()).collect();
    let is_rule = |d: &Difference<'_>| d.kind().is_some_and(Kind::is_of_scheme) && !is_head(d);
    let of_other = |d: &Difference<'_>| is_rule(d) && d.words().next().is_some_and(|group| others.contains(group));
    let kept: Vec<bool> = differences.iter().map(|d| !of_other(d)).collect();
    differences.into_iter().zip(kept).filter(|(_, kept)| *kept).map(|(difference, _)| difference).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Fact;
    use super::{differences, of_text, without_details, without_other_schemes};
    use crate::model::Place;

    fn facts(text: &str) -> Vec<Fact> {
        let fact = |(key, value): (&str, &str)| Fact {
            key: key.to_owned(),
            value: value.to_owned(),
            place: Place::default(),
            derived: key.starts_with("rank"),
        };
        of_text(text).into_iter().map(fact).collect()
    }

    #[track_caller]
    fn case(old: &str, new: &str, expected: &[&str]) {
        let new = facts(new);
        let told = differences(&of_text(old), &new).into_iter().map(|d| {
            let kind = if d.is_translation() { " (translation)" } else { "" };
            let derived = if d.derived { " (derived)" } else { "" };
            format!("{}: {:?} -> {:?}{kind}{derived}", d.key, d.was.unwrap_or("-"), d.now.unwrap_or("-"))
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
        assert_eq!(kept.iter().map(|d| d.key).collect::<Vec<_>>(), expected);
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
