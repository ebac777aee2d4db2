//! The facts of a scheme, as it holds for a group: what may change a rank, and the names of criteria and bands.

use rust_decimal::Decimal;

use super::key::{FactKey, RuleKey};
use super::{Teller, words};
use crate::model::{Aggregate, Column, Criterion, Exempt, Missing, Normalise, Place, RankRule, Scheme};

/// Tells the rules of a scheme; the words that it uses where nothing is written are left out.
pub(super) fn tell(teller: &mut Teller<'_>, group: &str, scheme: &Scheme) {
    let place = scheme.place;
    if scheme.is_implied() {
        return;
    }
    let key = |rule| FactKey::Scheme { group: group.to_owned(), rule };
    teller.tell(key(RuleKey::Id), &scheme.id, place);
    teller.unless("0", key(RuleKey::Within), &scheme.within.normalize().to_string(), place);
    match scheme.total {
        Aggregate::Given => teller.unless("", key(RuleKey::Max), &number(scheme.max), place),
        _ => {
            if let Some(max) = full(scheme, scheme.total_column()) {
                teller.follow(key(RuleKey::Max), &number(Some(max)), place);
            }
        }
    }
    teller.unless(Aggregate::Sum.word(), key(RuleKey::Total), scheme.total.word(), place);
    teller.unless(Missing::Unranked.word(), key(RuleKey::Missing), &words::missing(scheme.missing), place);
    teller.unless(Exempt::Rescale.word(), key(RuleKey::Exempt), scheme.exempt.word(), place);
    rule(teller, key, scheme, &scheme.rank, &RankRule::default(), place);
    for criterion in &scheme.criteria {
        tell_criterion(teller, group, scheme, criterion);
    }
    for band in &scheme.bands {
        let (group, id) = (|| group.to_owned(), || band.id.clone());
        let from = FactKey::Band { group: group(), band: id(), rule: RuleKey::From };
        teller.tell(from, &band.from.normalize().to_string(), band.place);
        let key = |language| FactKey::BandName { group: group(), band: id(), language };
        teller.names(key, &band.name, band.place);
    }
}

/// The maximum of a column; where points have no end, what 1 becomes stands for it, as it does in the seals of old.
fn full(scheme: &Scheme, column: Column) -> Option<Decimal> {
    if let Some(max) = scheme.column_max(column) {
        return Some(max);
    }
    let parts = scheme.parts(column);
    if parts.is_empty() {
        return scheme.criterion(column)?.normalise.as_ref().map(|normalise| normalise.to);
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
    let (group, id, place) = (|| group.to_owned(), || criterion.id.clone(), criterion.place);
    let key = |rule| FactKey::Criterion { group: group(), criterion: id(), rule };
    let parent = criterion.parent.map_or("total", |parent| &scheme.criteria[parent].id);
    teller.tell(key(RuleKey::PartOf), parent, place);
    let name = |language| FactKey::CriterionName { group: group(), criterion: id(), language };
    teller.names(name, &criterion.name, place);
    match criterion.max_place {
        Some(place) => teller.tell(key(RuleKey::Max), &number(criterion.max), place),
        None => {
            if let Some(max) = scheme.column(&criterion.id).and_then(|column| full(scheme, column)) {
                teller.follow(key(RuleKey::Max), &number(Some(max)), place);
            }
        }
    }
    teller.unless("1", key(RuleKey::Weight), &criterion.weight.normalize().to_string(), place);
    teller.unless("true", key(RuleKey::Scored), if criterion.scored { "true" } else { "false" }, place);
    teller.unless("", key(RuleKey::Decimals), &criterion.decimals.map_or_else(String::new, |n| n.to_string()), place);
    if !criterion.children.is_empty() {
        teller.unless(Aggregate::Sum.word(), key(RuleKey::Total), criterion.total.word(), place);
    }
    rule(teller, key, scheme, &criterion.rank, &scheme.rank, place);
    if let Some(unit) = &criterion.unit {
        let texts: Vec<&str> = teller.series.site.language_indices().filter_map(|i| unit.exact(i)).collect();
        teller.tell(key(RuleKey::Unit), &texts.join(" / "), place);
    }
    if let Some(normalise) = &criterion.normalise {
        teller.tell(key(RuleKey::Normalise), &normalised(normalise), place);
    }
}

/// How values become ranks, where that differs from what goes without saying.
fn rule(
    teller: &mut Teller<'_>,
    key: impl Fn(RuleKey) -> FactKey,
    scheme: &Scheme,
    own: &RankRule,
    usual: &RankRule,
    place: Place,
) {
    let precision = |rule: &RankRule| rule.precision.map_or_else(|| "exact".to_owned(), |n| n.to_string());
    let breakers = |rule: &RankRule| {
        let ids: Vec<&str> = rule.break_ties_by.iter().map(|&column| scheme.column_id(column)).collect();
        ids.join(" ")
    };
    let facts = [
        (RuleKey::Ties, usual.ties.word().to_owned(), own.ties.word().to_owned()),
        (RuleKey::Order, usual.order.word().to_owned(), own.order.word().to_owned()),
        (RuleKey::Precision, precision(usual), precision(own)),
        (RuleKey::Rounding, usual.rounding.word().to_owned(), own.rounding.word().to_owned()),
    ];
    for (rule, usual, own) in facts {
        teller.unless(&usual, key(rule), &own, place);
    }
    teller.unless("", key(RuleKey::BreakTiesBy), &breakers(own), place);
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
