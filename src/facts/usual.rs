//! What a rule of a scheme says where nothing is written: for telling it, never for seals.

use super::key::{FactKey, RuleKey};
use super::{Said, words};
use crate::model::{Aggregate, Exempt, Missing, RankRule};

/// The value that goes without saying in an edition, by the key of the fact; none where there is no such rule, or the
/// edition does not have its scheme or criterion. The facts stand in the order of the texts of their keys.
#[must_use]
pub(crate) fn usual(facts: &[Said<'_>], key: &FactKey) -> Option<String> {
    match key {
        FactKey::Scheme { group, rule } => {
            value(facts, &FactKey::Scheme { group: group.clone(), rule: RuleKey::Id })?;
            of_scheme(*rule)
        }
        FactKey::Criterion { group, criterion, rule } => {
            let (of_group, id) = (group.clone(), criterion.clone());
            value(facts, &FactKey::Criterion { group: of_group, criterion: id, rule: RuleKey::PartOf })?;
            match rule {
                RuleKey::Weight => Some("1".to_owned()),
                RuleKey::Scored => Some("true".to_owned()),
                RuleKey::Total if is_parent(facts, group, criterion) => of_scheme(*rule),
                RuleKey::Ties | RuleKey::Order | RuleKey::Precision | RuleKey::Rounding => {
                    let own = value(facts, &FactKey::Scheme { group: group.clone(), rule: *rule });
                    own.map(str::to_owned).or_else(|| of_scheme(*rule))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

fn value<'a>(facts: &[Said<'a>], key: &FactKey) -> Option<&'a str> {
    let text = key.to_string();
    facts.binary_search_by(|said| said.text.cmp(&text)).ok().map(|at| facts[at].value)
}

fn is_parent(facts: &[Said<'_>], group: &str, criterion: &str) -> bool {
    let has_parent = |key: &FactKey| match key {
        FactKey::Criterion { group: of, rule: RuleKey::PartOf, .. } => of == group,
        _ => false,
    };
    facts.iter().any(|said| said.value == criterion && has_parent(&said.key))
}

fn of_scheme(rule: RuleKey) -> Option<String> {
    let usual = RankRule::default();
    Some(match rule {
        RuleKey::Within => "0".to_owned(),
        RuleKey::Total => Aggregate::default().word().to_owned(),
        RuleKey::Missing => words::missing(Missing::default()),
        RuleKey::Exempt => Exempt::default().word().to_owned(),
        RuleKey::Ties => usual.ties.word().to_owned(),
        RuleKey::Order => usual.order.word().to_owned(),
        RuleKey::Precision => "exact".to_owned(),
        RuleKey::Rounding => usual.rounding.word().to_owned(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::super::FactKey;
    use super::super::differences::of_text;
    use super::usual;

    #[track_caller]
    fn case(key: &str, expected: Option<&str>) {
        let facts = of_text(
            "criterion so a part-of: total\ncriterion so b part-of: a\nscheme so id: cu\nscheme so ties: competition\n",
        );
        assert_eq!(usual(&facts, &FactKey::read(key)).as_deref(), expected, "{key}");
    }

    #[test]
    fn rules_that_are_not_written_are_those_of_the_format_or_of_the_scheme() {
        case("scheme so order", Some("descending"));
        case("scheme so precision", Some("exact"));
        case("scheme so break_ties_by", None);
        case("scheme huyen order", None);
        case("criterion so b weight", Some("1"));
        case("criterion so b ties", Some("competition"));
        case("criterion so b order", Some("descending"));
        case("criterion so a total", Some("sum"));
        case("criterion so b total", None);
        case("criterion so c weight", None);
    }
}
