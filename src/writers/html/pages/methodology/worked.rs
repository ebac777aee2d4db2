//! A worked example taken from the data: from the scores of one unit to its total and its rank.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::model::{Aggregate, Method, Normalise, Scheme};
use crate::rankings::{Basis, Known, RankBasis, normalised};
use crate::render::Html;
use crate::report::columns::counted;
use crate::report::findings::leaves_out_scores;
use crate::report::group::GroupResult;
use crate::report::ties::apart;
use crate::say::editions::edition_name;
use crate::say::normalise;
use crate::say::ties::tie_rule;
use crate::writers::html::frame::context::Page;
use crate::writers::html::pieces::scheme::tree::{calculation, column_name};

/// The example.
#[derive(Serialize)]
pub(crate) struct Worked {
    say: String,
    lines: Vec<Html>,
    rank: Vec<String>,
}

/// The most raw values whose points are spelled out.
const RAW: usize = 8;

/// The first unit, in the order of the newest ranking, of which every number that counts is known and adds up.
pub(crate) fn worked(page: &Page<'_>, parts: &[GroupResult<'_>]) -> Option<Worked> {
    parts.iter().find_map(|&part| {
        let rows = part.ranking.order.iter().map(|&row| row.index());
        let mut whole = rows.filter(|&row| part.group.unranked[row].is_none() && is_whole(part, row));
        whole.find_map(|row| example(page, part, row))
    })
}

/// Whether every number of a unit that counts is exactly known, and its total is made of them.
fn is_whole(part: GroupResult<'_>, row: usize) -> bool {
    let scheme = &part.group.scheme;
    let counts = |column: usize| scheme.criteria.get(column).is_none_or(|criterion| criterion.scored);
    let known = |column: usize| matches!(part.standing(column, row).score, Known::Exact(_));
    let made = |column: usize| scheme.is_made(column) || scheme.parts(column).is_empty();
    scheme.is_made(part.total())
        && !counted(scheme, part.total()).is_empty()
        && (0..scheme.n_columns()).filter(|&column| counts(column)).all(|column| known(column) && made(column))
}

fn example(page: &Page<'_>, part: GroupResult<'_>, row: usize) -> Option<Worked> {
    let scheme = &part.group.scheme;
    let mut lines = Vec::new();
    let raw: Vec<usize> = (0..scheme.criteria.len()).filter(|&column| scheme.is_raw(column)).collect();
    for &column in raw.iter().filter(|_| raw.len() <= RAW) {
        lines.push(raw_line(page, part, column, row)?);
    }
    let mut parents = Vec::new();
    add_parents(scheme, part.total(), &mut parents);
    for column in parents {
        lines.push(made_line(page, part, column, row)?);
    }
    let name = edition_name(page.voice, part.edition);
    let unit = page.unit_name(part.edition, part.group.units[row]);
    let words = [("unit", unit), ("edition", name.as_str()), ("group", page.voice.group_in_text(part.group))];
    let mut rank = rank(page, part, row);
    if raw.len() > RAW {
        rank.push(page.say_n("worked.raw", raw.len(), &[]));
    }
    let deduced = |column: usize| part.standing(column, row).score_basis == Some(Basis::Deduced);
    if (0..scheme.n_columns()).any(deduced) {
        rank.push(page.say("worked.deduced", &[]));
    }
    Some(Worked { say: page.say("worked.say", &words), lines, rank })
}

/// The columns that are made of others, parts before what they make.
fn add_parents(scheme: &Scheme, column: usize, parents: &mut Vec<usize>) {
    let parts = counted(scheme, column);
    for &part in &parts {
        add_parents(scheme, part, parents);
    }
    if !parts.is_empty() {
        parents.push(column);
    }
}

/// A raw value that becomes points.
fn raw_line(page: &Page<'_>, part: GroupResult<'_>, column: usize, row: usize) -> Option<Html> {
    let rule = part.group.scheme.criteria[column].normalise.as_ref()?;
    let Known::Exact(raw) = part.standing(column, row).score else { return None };
    let points = page.number(&of_raw(part, column, row)?.normalize());
    let raw = page.number(&raw);
    let formula = spelled(page, part, column, rule, &raw);
    let mut html = column_name(page, &part.group.scheme, column);
    html.push_raw(": ");
    html.push_text(&match formula {
        Some(formula) => format!("{formula} = {points}"),
        None => format!("{raw} → {points}"),
    });
    Some(html)
}

/// The formula of a raw value with the ends in it, where they are numbers.
fn spelled(page: &Page<'_>, part: GroupResult<'_>, column: usize, rule: &Normalise, raw: &str) -> Option<String> {
    let x = if rule.log { format!("ln {raw}") } else { raw.to_owned() };
    match rule.method {
        Method::Goalposts => normalise::formula(page.voice, rule, &x),
        Method::MinMax => {
            let values = raw_values(part, column);
            let (low, high) = (values.iter().min().copied(), values.iter().max().copied());
            let between = Normalise { method: Method::Goalposts, low, high, ..rule.clone() };
            normalise::formula(page.voice, &between, &x)
        }
        _ => None,
    }
}

/// The raw values of a column that are known.
fn raw_values(part: GroupResult<'_>, column: usize) -> Vec<Decimal> {
    let value = |row: usize| match part.standing(column, row).score {
        Known::Exact(value) => Some(value),
        _ => None,
    };
    (0..part.group.units.len()).filter_map(value).collect()
}

/// The points that the raw value of a row becomes.
fn of_raw(part: GroupResult<'_>, column: usize, row: usize) -> Option<Decimal> {
    let rule = part.group.scheme.criteria[column].normalise.as_ref()?;
    let known = |row: &usize| matches!(part.standing(column, *row).score, Known::Exact(_));
    let at = (0..row).filter(known).count();
    normalised(rule, &raw_values(part, column)).get(at).copied().flatten()
}

/// A total with the numbers that make it.
fn made_line(page: &Page<'_>, part: GroupResult<'_>, column: usize, row: usize) -> Option<Html> {
    let scheme = &part.group.scheme;
    let aggregate = scheme.aggregate(column);
    let (mut terms, mut sum) = (Vec::new(), Decimal::ZERO);
    for child in counted(scheme, column) {
        let value = if scheme.is_raw(child) {
            of_raw(part, child, row)?
        } else if let Known::Exact(value) = part.standing(child, row).score {
            value
        } else {
            return None;
        };
        let weight = scheme.criteria[child].weight;
        sum = sum.checked_add(value.checked_mul(weight)?)?;
        terms.push((Html::text(&page.number(&value.normalize())), weight));
    }
    let Known::Exact(value) = part.standing(column, row).score else { return None };
    let mut html = column_name(page, scheme, column);
    html.push_raw(" = ");
    html.push(&calculation(page, aggregate, &terms));
    for adjustment in part.group.adjustments.iter().filter(|a| column == part.total() && a.row.index() == row) {
        sum = sum.checked_add(adjustment.points)?;
        html.push_raw(if adjustment.points.is_sign_negative() { " − " } else { " + " });
        html.push_text(&page.number(&adjustment.points.abs().normalize()));
    }
    if aggregate == Aggregate::Sum && sum != value {
        return None;
    }
    // Of a single part there is nothing to calculate.
    if terms.len() != 1 || sum != value || terms[0].1 != Decimal::ONE && aggregate == Aggregate::Sum {
        html.push_raw(" = ");
        html.push_text(&page.number(&value.normalize()));
    }
    let shown = part.shown(column, value);
    if shown != value {
        html.push_text(&page.say("worked.shown", &[("shown", &page.number(&shown))]));
    }
    Some(html)
}

/// The rank of the example, and why.
fn rank(page: &Page<'_>, part: GroupResult<'_>, row: usize) -> Vec<String> {
    let total = part.total();
    let standing = part.standing(total, row);
    let rank = match standing.rank {
        Known::Exact(rank) => rank,
        Known::Between(best, worst) => {
            let words = [("best", page.words().rank(best)), ("worst", page.words().rank(worst))];
            return vec![
                page.say("worked.rank.between", &words.each_ref().map(|(place, rank)| (*place, rank.as_str()))),
            ];
        }
        Known::Nothing if standing.is_last => return vec![page.say("worked.rank.last", &[])],
        Known::Nothing => return vec![page.say("worked.rank.open", &[])],
    };
    let own = page.words().rank(rank);
    let words = [("rank", own.as_str())];
    match standing.rank_basis {
        Some(RankBasis::Computed) => {}
        Some(RankBasis::Announced) => return vec![page.say("worked.rank.announced", &words)],
        Some(RankBasis::Deduced) | None => return vec![page.say("worked.rank.deduced", &words)],
    }
    let better = |other: &usize| matches!(part.standing(total, *other).rank, Known::Exact(other) if other < rank);
    let parted = |other: &usize| better(other) && apart(part, total, [row, *other]).is_some();
    let above = (0..part.group.units.len()).filter(better).count();
    let ahead = (0..part.group.units.len()).filter(parted).count();
    let mut told = match above {
        0 => vec![page.voice.say_of(&[part.group.group], first_key(part), &words)],
        n if ahead > 0 => vec![page.voice.say_units(part.group, "worked.rank.parted", n, &words)],
        n => vec![page.voice.say_units(part.group, "worked.rank", n, &words)],
    };
    let [equal, rounded] = equal_totals(part, row);
    for (n, key) in [(equal, "worked.tied"), (rounded, "worked.tied.rounded")] {
        told.extend((n > 0).then(|| page.voice.say_units(part.group, key, n, &[])));
    }
    told.push(tie_rule(page.voice, &part.group.scheme, &part.group.scheme.rank));
    told
}

/// That nobody has a better total, or nobody who is ranked, where others have totals too.
fn first_key(part: GroupResult<'_>) -> &'static str {
    if leaves_out_scores(part, &[part.total()]) { "worked.rank.first.ranked" } else { "worked.rank.first" }
}

/// How many other units have the total of a row, whether or not they share its rank; and how many more print the same.
fn equal_totals(part: GroupResult<'_>, row: usize) -> [usize; 2] {
    let total = part.total();
    let own = (part.standing(total, row).score, part.shown_value(total, row));
    let others = (0..part.group.units.len()).filter(|&other| other != row && part.group.unranked[other].is_none());
    let (mut equal, mut rounded) = (0, 0);
    for other in others.filter(|&other| part.shown_value(total, other) == own.1) {
        *(if part.standing(total, other).score == own.0 { &mut equal } else { &mut rounded }) += 1;
    }
    [equal, rounded]
}
