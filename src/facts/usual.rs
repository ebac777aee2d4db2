//! What a rule of a scheme says where nothing is written: for telling it, never for seals.

use super::words;
use crate::model::{Aggregate, Exempt, Missing, RankRule};

/// The value that goes without saying in an edition, by the key of the fact; none where there is no such rule, or the
/// edition does not have its scheme or criterion. The facts stand in the order of their keys.
#[must_use]
pub fn usual(facts: &[(&str, &str)], key: &str) -> Option<String> {
    let words: Vec<&str> = key.split(' ').collect();
    match words.as_slice() {
        ["scheme", group, rule] => {
            value(facts, &format!("scheme {group} id"))?;
            of_scheme(rule)
        }
        ["criterion", group, criterion, rule] => {
            value(facts, &format!("criterion {group} {criterion} part-of"))?;
            match *rule {
                "weight" => Some("1".to_owned()),
                "scored" => Some("true".to_owned()),
                "total" if is_parent(facts, group, criterion) => of_scheme(rule),
                "ties" | "order" | "precision" | "rounding" => {
                    let own = value(facts, &format!("scheme {group} {rule}")).map(str::to_owned);
                    own.or_else(|| of_scheme(rule))
                }
                _ => None,
            }
        }
        _ => None,
    }
}

fn value<'a>(facts: &[(&'a str, &'a str)], key: &str) -> Option<&'a str> {
    facts.binary_search_by(|(other, _)| (*other).cmp(key)).ok().map(|at| facts[at].1)
}

fn is_parent(facts: &[(&str, &str)], group: &str, criterion: &str) -> bool {
    let start = format!("criterion {group} ");
    facts.iter().any(|(key, value)| key.starts_with(&start) && key.ends_with(" part-of") && *value == criterion)
}

fn of_scheme(rule: &str) -> Option<String> {
    let usual = RankRule::default();
    Some(match rule {
        "within" => "0".to_owned(),
        "total" => Aggregate::default().word().to_owned(),
        "missing" => words::missing(Missing::default()),
        "exempt" => Exempt::default().word().to_owned(),
        "ties" => usual.ties.word().to_owned(),
        "order" => usual.order.word().to_owned(),
        "precision" => "exact".to_owned(),
        "rounding" => usual.rounding.word().to_owned(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::usual;

    #[track_caller]
    fn case(key: &str, expected: Option<&str>) {
        let facts = [
            ("criterion so a part-of", "total"),
            ("criterion so b part-of", "a"),
            ("scheme so id", "cu"),
            ("scheme so ties", "competition"),
        ];
        assert_eq!(usual(&facts, key).as_deref(), expected, "{key}");
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
