//! The rules of a scheme, each in words with a small example.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::model::{Aggregate, Column, Criterion, Exempt, Missing, Order, RankRule, Scheme};
use crate::rankings::ties::{self, Equals};
use crate::rankings::{SHOWN_DECIMALS, Shown};
use crate::report::columns::{counted, has_maxima};
use crate::report::samples;
use crate::say::samples::{EXEMPT, MISSING, counted_as, judged, rescaled};
use crate::say::schemes::made;
use crate::say::ties::tie_rule;
use crate::say::voice::Voice;

/// A rule: what it is about, and how it is settled.
#[derive(Serialize, Clone, PartialEq)]
pub(crate) struct Rule {
    pub(crate) name: String,
    pub(crate) texts: Vec<String>,
}

fn rule(voice: Voice<'_>, name: &str, texts: impl IntoIterator<Item = String>) -> Rule {
    Rule { name: voice.say(name, &[]), texts: texts.into_iter().collect() }
}

/// What numbers are, and what becomes of those that are not there.
pub(crate) fn of_scores(voice: Voice<'_>, scheme: &Scheme) -> Vec<Rule> {
    let mut rules = vec![
        rule(voice, "rule.decimals", decimals(voice, scheme)),
        rule(voice, "rule.exact", [voice.say("exact", &[])]),
        rule(voice, "rule.shown", shown(voice, scheme)),
    ];
    rules.extend(of_absent(voice, scheme));
    rules
}

/// What becomes of numbers that are not there, and of totals that differ; nothing where totals are given.
fn of_absent(voice: Voice<'_>, scheme: &Scheme) -> Vec<Rule> {
    if scheme.total == Aggregate::Given {
        return Vec::new();
    }
    vec![
        rule(voice, "rule.missing", missing(voice, scheme)),
        rule(voice, "rule.exempt", exempt(voice, scheme)),
        rule(voice, "rule.within", [within(voice, scheme)]),
        rule(voice, "rule.adjustments", [voice.say("adjustments", &[])]),
    ]
}

/// Everything that who reads the numbers away from the pages has to know of them.
pub(crate) fn for_data(voice: Voice<'_>, scheme: &Scheme) -> Vec<Rule> {
    let mut rules = vec![
        rule(voice, "methodology.totals", [made(voice, scheme, scheme.total_column())]),
        rule(voice, "rule.decimals", decimals(voice, scheme)),
    ];
    rules.extend(of_absent(voice, scheme));
    rules.extend(of_ranks(voice, scheme));
    rules
}

/// How ranks are made, and who has one.
pub(crate) fn of_ranks(voice: Voice<'_>, scheme: &Scheme) -> Vec<Rule> {
    let mut rules = ranking(voice, scheme, &scheme.rank);
    rules.push(rule(voice, "rule.complete", [voice.say("complete.rule", &[])]));
    rules.push(rule(voice, "rule.population", [voice.say("population.rule", &[])]));
    rules.push(rule(voice, "rule.unranked", [voice.say("unranked.rule", &[])]));
    rules.extend(bands(voice, scheme));
    for criterion in &scheme.criteria {
        let texts = match criterion.scored {
            true => own(voice, scheme, &criterion.rank),
            false => as_breaker(voice, scheme, criterion).into_iter().collect(),
        };
        if !texts.is_empty() {
            rules.push(Rule { name: voice.say("rule.own", &[("criterion", voice.text(&criterion.name))]), texts });
        }
    }
    rules
}

/// How a column is ranked by a rule.
fn ranking(voice: Voice<'_>, scheme: &Scheme, of: &RankRule) -> Vec<Rule> {
    let mut rules = vec![
        rule(voice, "rule.ties", ties_in_words(voice, scheme, of)),
        rule(voice, "rule.order", [voice.say(&format!("order.{}", of.order.word()), &[])]),
        rule(voice, "rule.rounding", rounding(voice, of)),
    ];
    if !of.break_ties_by.is_empty() {
        rules.push(rule(voice, "rule.breakers", [breakers(voice, scheme, of)]));
    } else if ties::rule(of.ties).equals == Equals::InOrder {
        rules.push(rule(voice, "rule.breakers", [voice.say("breakers.file", &[])]));
    }
    rules
}

/// Which value of a criterion that is not ranked comes first where it parts equal scores, if that is not as in the total.
fn as_breaker(voice: Voice<'_>, scheme: &Scheme, criterion: &Criterion) -> Option<String> {
    let rules = std::iter::once(&scheme.rank).chain(scheme.criteria.iter().map(|other| &other.rank));
    let mut breakers = rules.flat_map(|rule| &rule.break_ties_by).filter_map(|&by| scheme.criterion(by));
    let is_other = criterion.rank.order != scheme.rank.order && breakers.any(|breaker| breaker.id == criterion.id);
    is_other.then(|| voice.say(&format!("order.breaker.{}", criterion.rank.order.word()), &[]))
}

/// What is ranked in another way than the total.
fn own(voice: Voice<'_>, scheme: &Scheme, of: &RankRule) -> Vec<String> {
    let general = &scheme.rank;
    let mut texts = Vec::new();
    if of.order != general.order {
        texts.push(voice.say(&format!("order.{}", of.order.word()), &[]));
    }
    if of.ties != general.ties {
        texts.extend(ties_in_words(voice, scheme, of));
    }
    if (of.precision, of.rounding) != (general.precision, general.rounding) {
        texts.extend(rounding(voice, of));
    }
    if !of.break_ties_by.is_empty() {
        texts.push(breakers(voice, scheme, of));
    }
    texts
}

/// All rules that a scheme settles itself, for comparing two of them.
pub(crate) fn settled(voice: Voice<'_>, scheme: &Scheme) -> Vec<Rule> {
    let mut rules = vec![rule(voice, "methodology.totals", [made(voice, scheme, scheme.total_column())])];
    for mut one in ranking(voice, scheme, &scheme.rank) {
        one.texts.truncate(1); // without its example
        rules.push(one);
    }
    let bands = bands_in_words(voice, scheme);
    rules.extend((!bands.is_empty()).then(|| rule(voice, "rule.band", bands)));
    rules.push(rule(voice, "rule.decimals", decimals(voice, scheme)));
    if scheme.total != Aggregate::Given {
        rules.push(rule(voice, "rule.missing", [missing_rule(voice, scheme)]));
        rules.push(rule(voice, "rule.exempt", [exempt_rule(voice, scheme)]));
        rules.push(rule(voice, "rule.within", [within(voice, scheme)]));
    }
    rules
}

fn ties_in_words(voice: Voice<'_>, scheme: &Scheme, of: &RankRule) -> Vec<String> {
    let rule = tie_rule(voice, scheme, of);
    let Some(ranks) = ties::example(of.ties) else {
        return vec![rule, voice.say("ties.announced.example", &[])];
    };
    let ranks: Vec<String> = ranks.into_iter().map(|rank| voice.words.rank(rank)).collect();
    let mut scores = ["90", "85", "85", "80"].map(str::to_owned);
    if of.order == Order::Ascending {
        scores.reverse();
    }
    let words = [("scores", voice.words.list(&scores)), ("ranks", voice.words.list(&ranks))];
    let key = if of.break_ties_by.is_empty() { "ties.example" } else { "ties.example.broken" };
    vec![rule, voice.say(key, &words.each_ref().map(|(name, value)| (*name, value.as_str())))]
}

/// How values are rounded before ranking, with a value that lies just in the middle.
fn rounding(voice: Voice<'_>, of: &RankRule) -> Vec<String> {
    let Some(decimals) = of.precision else { return vec![voice.say("precision.exact", &[])] };
    let how = voice.say(&format!("rounding.{}", of.rounding.word()), &[]);
    let rule = voice.say_decimals(["precision.rounded", "precision.rounded.whole"], decimals, &[("how", &how)]);
    let example = samples::rounded(decimals, of.rounding).map(|(value, rounded)| {
        let words = [("value", voice.number(&value)), ("rounded", voice.number(&rounded))];
        voice.say("precision.example", &words.each_ref().map(|(name, value)| (*name, value.as_str())))
    });
    std::iter::once(rule).chain(example).collect()
}

fn breakers(voice: Voice<'_>, scheme: &Scheme, of: &RankRule) -> String {
    let known = of.break_ties_by.iter().filter_map(|&c| scheme.criterion(c));
    let names: Vec<String> = known.map(|criterion| voice.text_of(&criterion.name)).collect();
    voice.say_n("breakers", names.len(), &[("names", &voice.words.list(&names))])
}

/// Bands, and what their ends mean.
fn bands(voice: Voice<'_>, scheme: &Scheme) -> Option<Rule> {
    let mut texts = bands_in_words(voice, scheme);
    if texts.is_empty() {
        return None;
    }
    texts.push(voice.say("band.value", &[]));
    Some(rule(voice, "rule.band", texts))
}

/// Bands from the highest to the lowest, each with both ends.
fn bands_in_words(voice: Voice<'_>, scheme: &Scheme) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    let mut above: Option<Decimal> = None;
    for band in &scheme.bands {
        let (name, from) = (voice.text(&band.name), voice.number(&band.from));
        texts.push(match above {
            None => voice.say("band.highest", &[("name", name), ("from", &from)]),
            Some(below) => voice.say("band", &[("name", name), ("from", &from), ("below", &voice.number(&below))]),
        });
        above = Some(band.from);
    }
    texts
}

/// How many decimals scores may have, by criterion where they differ.
fn decimals(voice: Voice<'_>, scheme: &Scheme) -> Vec<String> {
    let in_words = |decimals: Option<u32>| match decimals {
        Some(decimals) => voice.say_decimals(["decimals", "decimals.whole"], decimals, &[]),
        None => voice.say("decimals.any", &[]),
    };
    let own = |column: &Column| scheme.criteria[*column].decimals;
    let mut texts = vec![in_words(scheme.decimals)];
    for column in scheme.measured().filter(|column| own(column) != scheme.decimals) {
        let name = voice.text_of(&scheme.criteria[column].name);
        texts.push(voice.say("decimals.own", &[("criterion", &name), ("rule", &in_words(own(&column)))]));
    }
    texts
}

/// How computed values are shown.
fn shown(voice: Voice<'_>, scheme: &Scheme) -> Vec<String> {
    let shown = Shown::declared(scheme, scheme.total_column());
    let keys = match shown.whole {
        true => ["shown.precision", "shown.precision.whole"],
        false if shown.decimals < SHOWN_DECIMALS => ["shown.ends", "shown.ends.whole"],
        false => ["shown.most"; 2],
    };
    vec![voice.say_decimals(keys, shown.decimals, &[]), voice.say("shown.where", &[]), voice.say("shown.change", &[])]
}

fn within(voice: Voice<'_>, scheme: &Scheme) -> String {
    if scheme.within.is_zero() {
        return voice.say("within.none", &[]);
    }
    voice.say("within", &[("within", &voice.number(&scheme.within))])
}

fn missing_rule(voice: Voice<'_>, scheme: &Scheme) -> String {
    match scheme.missing {
        Missing::Unranked => voice.say("missing.unranked", &[]),
        Missing::Zero => voice.say("missing.zero", &[]),
        Missing::AtLeastPercent(share) => {
            let key = match scheme.total {
                Aggregate::Mean | Aggregate::GeometricMean => "missing.percent.weights",
                Aggregate::Sum if !has_maxima(scheme, scheme.total_column()) => "missing.percent.none",
                Aggregate::Sum | Aggregate::Given => "missing.percent",
            };
            voice.say(key, &[("share", &voice.number(&share.normalize()))])
        }
    }
}

fn missing(voice: Voice<'_>, scheme: &Scheme) -> Vec<String> {
    let example = samples::absent(scheme).and_then(|absent| match scheme.missing {
        Missing::Unranked => None,
        Missing::Zero => counted_as(voice, scheme, absent, MISSING, absent.as_nothing()),
        Missing::AtLeastPercent(least) => judged(voice, scheme, absent, least),
    });
    std::iter::once(missing_rule(voice, scheme)).chain(example).collect()
}

fn exempt_rule(voice: Voice<'_>, scheme: &Scheme) -> String {
    match scheme.exempt {
        Exempt::Rescale => voice.say(rescaled_key(scheme), &[]),
        Exempt::Full => voice.say("exempt.full", &[]),
        Exempt::Nothing => voice.say("exempt.nothing", &[]),
        Exempt::Unranked => voice.say("exempt.unranked", &[]),
    }
}

/// The key of what becomes of a total to which some criteria do not apply: a sum is only rescaled where all have a maximum.
fn rescaled_key(scheme: &Scheme) -> &'static str {
    match scheme.total {
        Aggregate::Mean => "exempt.rescale.mean",
        Aggregate::GeometricMean => "exempt.rescale.geometric",
        Aggregate::Sum if !has_maxima(scheme, scheme.total_column()) => "exempt.rescale.none",
        Aggregate::Sum | Aggregate::Given => "exempt.rescale",
    }
}

fn exempt(voice: Voice<'_>, scheme: &Scheme) -> Vec<String> {
    let mut texts = vec![exempt_rule(voice, scheme)];
    let absent = samples::absent(scheme);
    texts.extend(absent.and_then(|absent| match scheme.exempt {
        Exempt::Rescale => rescaled(voice, scheme, absent, EXEMPT),
        Exempt::Full => counted_as(voice, scheme, absent, EXEMPT, absent.as_maximum()),
        Exempt::Nothing => counted_as(voice, scheme, absent, EXEMPT, absent.as_nothing()),
        Exempt::Unranked => None,
    }));
    let has_parents = scheme.criteria.iter().any(|criterion| criterion.children.len() > 1);
    if has_parents && scheme.exempt == Exempt::Rescale && !counted(scheme, scheme.total_column()).is_empty() {
        texts.push(voice.say("exempt.parents", &[]));
    }
    texts
}
