//! The facts of a scheme, as it holds for a group: what may change a rank, and the names of criteria and bands.

use rust_decimal::Decimal;

use super::{Teller, words};
use crate::model::{Aggregate, Criterion, Normalise, Place, RankRule, Scheme};

/// Tells the rules of a scheme; the words that it uses where nothing is written are left out.
pub(super) fn tell(teller: &mut Teller<'_>, group: &str, scheme: &Scheme) {
    let place = scheme.place;
    if scheme.is_implied() {
        return;
    }
    let key = |word: &str| format!("scheme {group} {word}");
    teller.tell(key("id"), &scheme.id, place);
    teller.unless("0", key("within"), &scheme.within.normalize().to_string(), place);
    match scheme.total {
        Aggregate::Given => teller.unless("", key("max"), &number(scheme.max), place),
        _ => {
            if let Some(max) = full(scheme, scheme.total_column()) {
                teller.follow(key("max"), &number(Some(max)), place);
            }
        }
    }
    teller.unless(Aggregate::Sum.word(), key("total"), scheme.total.word(), place);
    teller.unless("unranked", key("missing"), &words::missing(scheme.missing), place);
    teller.unless("rescale", key("exempt"), scheme.exempt.word(), place);
    rule(teller, &format!("scheme {group}"), scheme, &scheme.rank, &RankRule::default(), place);
    for criterion in &scheme.criteria {
        tell_criterion(teller, group, scheme, criterion);
    }
    for band in &scheme.bands {
        let key = format!("band {group} {}", band.id);
        teller.tell(format!("{key} from"), &band.from.normalize().to_string(), band.place);
        teller.names(&key, &band.name, band.place);
    }
}

/// The maximum of a column; where points have no end, what 1 becomes stands for it, as it does in the seals of old.
fn full(scheme: &Scheme, column: usize) -> Option<Decimal> {
    if let Some(max) = scheme.column_max(column) {
        return Some(max);
    }
    let parts = scheme.parts(column);
    if parts.is_empty() {
        return scheme.criteria.get(column)?.normalise.as_ref().map(|normalise| normalise.to);
    }
    let mut parts = parts.into_iter().filter(|&part| scheme.criteria[part].scored);
    match scheme.aggregate(column) {
        Aggregate::Sum => {
            let sized =
                |sum: Decimal, part| sum.checked_add(full(scheme, part)?.checked_mul(scheme.criteria[part].weight)?);
            Some(parts.try_fold(Decimal::ZERO, sized)?.normalize())
        }
        Aggregate::Mean | Aggregate::GeometricMean => {
            let first = full(scheme, parts.next()?)?;
            parts.all(|part| full(scheme, part) == Some(first)).then_some(first)
        }
        Aggregate::Given => None,
    }
}

fn tell_criterion(teller: &mut Teller<'_>, group: &str, scheme: &Scheme, criterion: &Criterion) {
    let own = format!("criterion {group} {}", criterion.id);
    let (key, place) = (|word: &str| format!("{own} {word}"), criterion.place);
    let parent = criterion.parent.map_or("total", |parent| &scheme.criteria[parent].id);
    teller.tell(key("part-of"), parent, place);
    teller.names(&own, &criterion.name, place);
    match criterion.max_place {
        Some(place) => teller.tell(key("max"), &number(criterion.max), place),
        None => {
            if let Some(max) = scheme.column(&criterion.id).and_then(|column| full(scheme, column)) {
                teller.follow(key("max"), &number(Some(max)), place);
            }
        }
    }
    teller.unless("1", key("weight"), &criterion.weight.normalize().to_string(), place);
    teller.unless("true", key("scored"), if criterion.scored { "true" } else { "false" }, place);
    teller.unless("", key("decimals"), &criterion.decimals.map_or_else(String::new, |n| n.to_string()), place);
    if !criterion.children.is_empty() {
        teller.unless("sum", key("total"), criterion.total.word(), place);
    }
    rule(teller, &own, scheme, &criterion.rank, &scheme.rank, place);
    if let Some(unit) = &criterion.unit {
        let texts: Vec<&str> = teller.series.site.language_indices().filter_map(|i| unit.exact(i)).collect();
        teller.tell(key("unit"), &texts.join(" / "), place);
    }
    if let Some(normalise) = &criterion.normalise {
        teller.tell(key("normalise"), &normalised(normalise), place);
    }
}

/// How values become ranks, where that differs from what goes without saying.
fn rule(teller: &mut Teller<'_>, key: &str, scheme: &Scheme, own: &RankRule, usual: &RankRule, place: Place) {
    let precision = |rule: &RankRule| rule.precision.map_or_else(|| "exact".to_owned(), |n| n.to_string());
    let breakers = |rule: &RankRule| {
        let ids: Vec<&str> = rule.break_ties_by.iter().map(|&column| scheme.column_id(column)).collect();
        ids.join(" ")
    };
    let facts = [
        ("ties", usual.ties.word().to_owned(), own.ties.word().to_owned()),
        ("order", usual.order.word().to_owned(), own.order.word().to_owned()),
        ("precision", precision(usual), precision(own)),
        ("rounding", usual.rounding.word().to_owned(), own.rounding.word().to_owned()),
    ];
    for (word, usual, own) in facts {
        teller.unless(&usual, format!("{key} {word}"), &own, place);
    }
    teller.unless("", format!("{key} break_ties_by"), &breakers(own), place);
}

fn normalised(rule: &Normalise) -> String {
    let Normalise { method, lower_is_better, low, high, log, to } = rule;
    let mut parts = vec![method.word().to_owned()];
    parts.extend(low.map(|low| format!("low {}", low.normalize())));
    parts.extend(high.map(|high| format!("high {}", high.normalize())));
    parts.extend(lower_is_better.then(|| "lower is better".to_owned()));
    parts.extend(log.then(|| "log".to_owned()));
    parts.push(format!("to {}", to.normalize()));
    parts.join(", ")
}

fn number(number: Option<Decimal>) -> String {
    number.map_or_else(String::new, |number| number.normalize().to_string())
}
