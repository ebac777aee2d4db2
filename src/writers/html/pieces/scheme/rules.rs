//! The rules of a scheme, each in words with a small example.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::model::{Aggregate, Exempt, Missing, Order, RankRule, Scheme};
use crate::rankings::Shown;
use crate::rankings::ties::{self, Equals};
use crate::report::columns::counted;
use crate::say::ties::tie_rule;
use crate::writers::html::frame::context::Page;
use crate::writers::html::pieces::scheme::{samples, tree};

/// A rule: what it is about, and how it is settled.
#[derive(Serialize, Clone, PartialEq)]
pub(crate) struct Rule {
    pub(crate) name: String,
    pub(crate) texts: Vec<String>,
}

fn rule(page: &Page<'_>, name: &str, texts: impl IntoIterator<Item = String>) -> Rule {
    Rule { name: page.say(name, &[]), texts: texts.into_iter().collect() }
}

/// What numbers are, and what becomes of those that are not there.
pub(crate) fn of_scores(page: &Page<'_>, scheme: &Scheme) -> Vec<Rule> {
    let mut rules = vec![
        rule(page, "rule.decimals", decimals(page, scheme)),
        rule(page, "rule.exact", [page.say("exact", &[])]),
        rule(page, "rule.shown", shown(page, scheme)),
    ];
    if scheme.total != Aggregate::Given {
        rules.push(rule(page, "rule.missing", missing(page, scheme)));
        rules.push(rule(page, "rule.exempt", exempt(page, scheme)));
        rules.push(rule(page, "rule.within", [within(page, scheme)]));
        rules.push(rule(page, "rule.adjustments", [page.say("adjustments", &[])]));
    }
    rules
}

/// How ranks are made, and who has one.
pub(crate) fn of_ranks(page: &Page<'_>, scheme: &Scheme) -> Vec<Rule> {
    let mut rules = ranking(page, scheme, &scheme.rank);
    rules.push(rule(page, "rule.complete", [page.say("complete.rule", &[])]));
    rules.push(rule(page, "rule.population", [page.say("population.rule", &[])]));
    rules.push(rule(page, "rule.unranked", [page.say("unranked.rule", &[])]));
    rules.extend(bands(page, scheme));
    for criterion in &scheme.criteria {
        let texts = own(page, scheme, &criterion.rank);
        if !texts.is_empty() {
            rules.push(Rule { name: page.say("rule.own", &[("criterion", page.text(&criterion.name))]), texts });
        }
    }
    rules
}

/// How a column is ranked by a rule.
fn ranking(page: &Page<'_>, scheme: &Scheme, of: &RankRule) -> Vec<Rule> {
    let mut rules = vec![
        rule(page, "rule.ties", ties_in_words(page, scheme, of)),
        rule(page, "rule.order", [page.say(&format!("order.{}", of.order.word()), &[])]),
        rule(page, "rule.rounding", rounding(page, of)),
    ];
    if !of.break_ties_by.is_empty() {
        rules.push(rule(page, "rule.breakers", [breakers(page, scheme, of)]));
    } else if ties::rule(of.ties).equals == Equals::InOrder {
        rules.push(rule(page, "rule.breakers", [page.say("breakers.file", &[])]));
    }
    rules
}

/// What is ranked in another way than the total.
fn own(page: &Page<'_>, scheme: &Scheme, of: &RankRule) -> Vec<String> {
    let general = &scheme.rank;
    let mut texts = Vec::new();
    if of.order != general.order {
        texts.push(page.say(&format!("order.{}", of.order.word()), &[]));
    }
    if of.ties != general.ties {
        texts.extend(ties_in_words(page, scheme, of));
    }
    if (of.precision, of.rounding) != (general.precision, general.rounding) {
        texts.extend(rounding(page, of));
    }
    if !of.break_ties_by.is_empty() {
        texts.push(breakers(page, scheme, of));
    }
    texts
}

/// All rules that a scheme settles itself, for comparing two of them.
pub(crate) fn settled(page: &Page<'_>, scheme: &Scheme) -> Vec<Rule> {
    let mut rules = vec![rule(page, "methodology.totals", [tree::rule(page, scheme, scheme.total_column())])];
    for mut one in ranking(page, scheme, &scheme.rank) {
        one.texts.truncate(1); // without its example
        rules.push(one);
    }
    let bands = bands_in_words(page, scheme);
    rules.extend((!bands.is_empty()).then(|| rule(page, "rule.band", bands)));
    rules.push(rule(page, "rule.decimals", decimals(page, scheme)));
    if scheme.total != Aggregate::Given {
        rules.push(rule(page, "rule.missing", [missing_rule(page, scheme)]));
        rules.push(rule(page, "rule.exempt", [exempt_rule(page, scheme)]));
        rules.push(rule(page, "rule.within", [within(page, scheme)]));
    }
    rules
}

fn ties_in_words(page: &Page<'_>, scheme: &Scheme, of: &RankRule) -> Vec<String> {
    let rule = tie_rule(page.voice, scheme, of);
    let Some(ranks) = ties::example(of.ties) else {
        return vec![rule, page.say("ties.announced.example", &[])];
    };
    let ranks: Vec<String> = ranks.into_iter().map(|rank| page.words().rank(rank)).collect();
    let mut scores = ["90", "85", "85", "80"].map(str::to_owned);
    if of.order == Order::Ascending {
        scores.reverse();
    }
    let words = [("scores", page.words().list(&scores)), ("ranks", page.words().list(&ranks))];
    let key = if of.break_ties_by.is_empty() { "ties.example" } else { "ties.example.broken" };
    vec![rule, page.say(key, &words.each_ref().map(|(name, value)| (*name, value.as_str())))]
}

/// How values are rounded before ranking, with a value that lies just in the middle.
fn rounding(page: &Page<'_>, of: &RankRule) -> Vec<String> {
    let Some(decimals) = of.precision else { return vec![page.say("precision.exact", &[])] };
    let how = page.say(&format!("rounding.{}", of.rounding.word()), &[]);
    let rule = page.say_n("precision.rounded", decimals as usize, &[("how", &how)]);
    let example = samples::rounded(decimals, of.rounding).map(|(value, rounded)| {
        let words = [("value", page.number(&value)), ("rounded", page.number(&rounded))];
        page.say("precision.example", &words.each_ref().map(|(name, value)| (*name, value.as_str())))
    });
    std::iter::once(rule).chain(example).collect()
}

fn breakers(page: &Page<'_>, scheme: &Scheme, of: &RankRule) -> String {
    let known = of.break_ties_by.iter().filter_map(|&c| scheme.criteria.get(c));
    let names: Vec<String> = known.map(|criterion| page.text_of(&criterion.name)).collect();
    page.say("breakers", &[("names", &page.words().list(&names))])
}

/// Bands, and what their ends mean.
fn bands(page: &Page<'_>, scheme: &Scheme) -> Option<Rule> {
    let mut texts = bands_in_words(page, scheme);
    if texts.is_empty() {
        return None;
    }
    texts.push(page.say("band.value", &[]));
    Some(rule(page, "rule.band", texts))
}

/// Bands from the highest to the lowest, each with both ends.
fn bands_in_words(page: &Page<'_>, scheme: &Scheme) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    let mut above: Option<Decimal> = None;
    for band in &scheme.bands {
        let (name, from) = (page.text(&band.name), page.number(&band.from));
        texts.push(match above {
            None => page.say("band.highest", &[("name", name), ("from", &from)]),
            Some(below) => page.say("band", &[("name", name), ("from", &from), ("below", &page.number(&below))]),
        });
        above = Some(band.from);
    }
    texts
}

/// How many decimals scores may have, by criterion where they differ.
fn decimals(page: &Page<'_>, scheme: &Scheme) -> Vec<String> {
    let in_words = |decimals: Option<u32>| match decimals {
        Some(decimals) => page.say_n("decimals", decimals as usize, &[]),
        None => page.say("decimals.any", &[]),
    };
    let own = |column: &usize| scheme.criteria[*column].decimals;
    let mut texts = vec![in_words(scheme.decimals)];
    for column in scheme.leaves().filter(|column| own(column) != scheme.decimals) {
        let name = page.text_of(&scheme.criteria[column].name);
        texts.push(page.say("decimals.own", &[("criterion", &name), ("rule", &in_words(own(&column)))]));
    }
    texts
}

/// How computed values are shown.
fn shown(page: &Page<'_>, scheme: &Scheme) -> Vec<String> {
    let shown = Shown::declared(scheme, scheme.total_column());
    let key = if shown.whole { "shown.precision" } else { "shown.most" };
    vec![page.say_n(key, shown.decimals as usize, &[]), page.say("shown.where", &[]), page.say("shown.change", &[])]
}

fn within(page: &Page<'_>, scheme: &Scheme) -> String {
    if scheme.within.is_zero() {
        return page.say("within.none", &[]);
    }
    page.say("within", &[("within", &page.number(&scheme.within))])
}

fn missing_rule(page: &Page<'_>, scheme: &Scheme) -> String {
    match scheme.missing {
        Missing::Unranked => page.say("missing.unranked", &[]),
        Missing::Zero => page.say("missing.zero", &[]),
        Missing::AtLeastPercent(share) => page.say("missing.percent", &[("share", &page.number(&share))]),
    }
}

fn missing(page: &Page<'_>, scheme: &Scheme) -> Vec<String> {
    let example = samples::absent(scheme).and_then(|absent| match scheme.missing {
        Missing::Unranked => None,
        Missing::Zero => Some(absent.counted(page, "missing.example", Decimal::ZERO)),
        Missing::AtLeastPercent(least) => Some(absent.judged(page, least)),
    });
    std::iter::once(missing_rule(page, scheme)).chain(example.flatten()).collect()
}

fn exempt_rule(page: &Page<'_>, scheme: &Scheme) -> String {
    let is_sum = scheme.total == Aggregate::Sum;
    match scheme.exempt {
        Exempt::Rescale if !is_sum => page.say("exempt.rescale.mean", &[]),
        Exempt::Rescale => page.say("exempt.rescale", &[]),
        Exempt::Full => page.say("exempt.full", &[]),
        Exempt::Nothing => page.say("exempt.nothing", &[]),
        Exempt::Unranked => page.say("exempt.unranked", &[]),
    }
}

fn exempt(page: &Page<'_>, scheme: &Scheme) -> Vec<String> {
    let mut texts = vec![exempt_rule(page, scheme)];
    let absent = samples::absent(scheme);
    texts.extend(absent.and_then(|absent| match scheme.exempt {
        Exempt::Rescale => absent.rescaled(page, "exempt.example"),
        Exempt::Full => absent.counted(page, "exempt.example", absent.max),
        Exempt::Nothing => absent.counted(page, "exempt.example", Decimal::ZERO),
        Exempt::Unranked => None,
    }));
    let has_parents = scheme.criteria.iter().any(|criterion| criterion.children.len() > 1);
    if has_parents && scheme.exempt == Exempt::Rescale && !counted(scheme, scheme.total_column()).is_empty() {
        texts.push(page.say("exempt.parents", &[]));
    }
    texts
}
