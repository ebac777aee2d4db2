//! What the numbers say, in sentences computed from them.

#[cfg(test)]
mod tests;
mod unit;

use rust_decimal::Decimal;

use super::context::Page;
use super::tables::{Part, Stand, points, stands};
use crate::model::{Order, Rank};
use crate::rankings::{Known, StandingState, Summary};
use crate::render::Html;

pub(super) use unit::of_unit;

/// The most units that a sentence names.
const NAMED: usize = 12;

/// Who leads each group, in one sentence a group.
pub(super) fn leaders(page: &Page<'_>, parts: &[Part<'_>]) -> Vec<Html> {
    parts.iter().map(|&part| leader(page, part)).collect()
}

fn leader(page: &Page<'_>, part: Part<'_>) -> Html {
    let total = part.total();
    let group = page.html(&page.series().groups[part.group.group.0].name);
    let say = |key: &str, args: &[(&str, &Html)]| page.words().say_html(key, &[args, &[("group", &group)]].concat());
    if let Some(summary) = all_equal(part) {
        let (n, score) = (number(page, summary.count), Html::text(&points(page, part.shown(total, summary.best))));
        return say("lead.all", &[("n", &Html::text(&n)), ("score", &score)]);
    }
    let nobody = (0..part.group.units.len()).all(|row| part.is_not_ranked(row));
    let Some((_, rows)) = firsts(page, part, total) else {
        return say(if nobody { "lead.nobody" } else { "lead.unknown" }, &[]);
    };
    let score = shared_score(part, total, &rows).map(|score| Html::text(&points(page, score)));
    let names: Vec<Html> =
        rows.iter().map(|&row| page.html(page.unit_text(part.edition, part.group.units[row]))).collect();
    let names = page.words().list_html(&names);
    let n = Html::text(&number(page, rows.len()));
    let alone = part.ranking.columns[total].summary().is_some_and(|summary| summary.count == 1);
    match (rows.len(), score) {
        (1, Some(score)) if alone => say("lead.only", &[("names", &names), ("score", &score)]),
        (1, Some(score)) => say("lead.score", &[("names", &names), ("score", &score)]),
        (1, None) => say("lead.rank", &[("names", &names)]),
        (..=NAMED, Some(score)) => say("lead.score.many", &[("names", &names), ("score", &score)]),
        (..=NAMED, None) => say("lead.rank.many", &[("names", &names)]),
        (_, Some(score)) => say("lead.score.count", &[("n", &n), ("score", &score)]),
        (_, None) => say("lead.rank.count", &[("n", &n)]),
    }
}

/// The total in short, where all of several ranked units have the same.
fn all_equal(part: Part<'_>) -> Option<&Summary> {
    let summary = part.ranking.columns[part.total()].summary()?;
    (summary.count > 1 && summary.lowest == summary.highest).then_some(summary)
}

/// The best rank with its rows, in the order of the language. Where ties share their last rank, or the mean of their
/// ranks, it need not be 1: in a complete column it is the best that there is.
pub(in crate::writers::html) fn firsts(page: &Page<'_>, part: Part<'_>, column: usize) -> Option<(Rank, Vec<usize>)> {
    let rank = *known_ranks(part, column).first()?;
    if !part.ranking.columns[column].complete && rank != Rank::whole(1) {
        return None;
    }
    Some((rank, at_rank(page, part, column, rank)))
}

/// The ranks that units are known to have, each once, from the best.
fn known_ranks(part: Part<'_>, column: usize) -> Vec<Rank> {
    let ranks = (0..part.group.units.len()).map(|row| part.standing(column, row).rank);
    let mut ranks: Vec<Rank> = ranks
        .filter_map(|rank| match rank {
            Known::Exact(rank) => Some(rank),
            _ => None,
        })
        .collect();
    ranks.sort_unstable();
    ranks.dedup();
    ranks
}

/// The score that all of some rows are known to have, as it is shown. Units that share a rank need not share one: ranks
/// may be taken on rounded values, or on points that are cut at a goalpost.
pub(super) fn shared_score(part: Part<'_>, column: usize, rows: &[usize]) -> Option<Decimal> {
    let mut scores = rows.iter().map(|&row| part.shown_score(column, part.standing(column, row).score));
    let Some(Known::Exact(score)) = scores.next() else { return None };
    scores.all(|other| other == Known::Exact(score)).then_some(score)
}

/// The rows at a rank, in the order of the language.
pub(super) fn at_rank(page: &Page<'_>, part: Part<'_>, column: usize, rank: Rank) -> Vec<usize> {
    let n = part.group.units.len();
    let mut rows: Vec<usize> = (0..n).filter(|&row| part.standing(column, row).rank == Known::Exact(rank)).collect();
    rows.sort_by(|&a, &b| page.words().compare(name(page, part, a), name(page, part, b)));
    rows
}

fn name<'a>(page: &Page<'a>, part: Part<'_>, row: usize) -> &'a str {
    page.unit_name(part.edition, part.group.units[row])
}

/// The names of units; very many are only counted.
pub(in crate::writers::html) fn names(page: &Page<'_>, part: Part<'_>, rows: &[usize]) -> String {
    if rows.len() > NAMED {
        return page.say_n("figure.units", rows.len(), &[]);
    }
    let names: Vec<String> = rows.iter().map(|&row| name(page, part, row).to_owned()).collect();
    page.words().list(&names)
}

fn number(page: &Page<'_>, n: usize) -> String {
    page.words().number(&n.into())
}

/// The main points of a group, each a sentence.
pub(super) fn main_points(page: &Page<'_>, part: Part<'_>) -> Vec<String> {
    let mut sentences = Vec::new();
    if all_equal(part).is_none() {
        sentences.extend(places(page, part));
        sentences.extend(last(page, part));
        sentences.extend(tied(page, part));
    }
    sentences.extend(bands(page, part));
    sentences.extend(at_maximum(page, part));
    sentences.extend(unknown(page, part));
    sentences
}

/// The two places after the first, unless they are the last.
fn places(page: &Page<'_>, part: Part<'_>) -> Vec<String> {
    let total = part.total();
    let column = &part.ranking.columns[total];
    let ranks = known_ranks(part, total);
    let next: Vec<Rank> = match column.complete {
        true => ranks.iter().copied().skip(1).take(2).collect(),
        false => ranks.iter().copied().filter(|rank| [Rank::whole(2), Rank::whole(3)].contains(rank)).collect(),
    };
    let is_told_as_last = |rank: Rank| column.last_rank == Some(rank) && last_unnumbered(page, part).is_none();
    let next = next.into_iter().filter(|&rank| !is_told_as_last(rank));
    next.enumerate().map(|(i, rank)| place(page, part, rank, i == 0)).collect()
}

/// Who is at a place, all ties spelled out, and for the nearest one how far behind the first.
fn place(page: &Page<'_>, part: Part<'_>, rank: Rank, nearest: bool) -> String {
    let total = part.total();
    let rows = at_rank(page, part, total, rank);
    let (names, shown) = (names(page, part, &rows), page.words().rank(rank));
    let tied = if rows.len() > 1 { ".tied" } else { "" };
    let Some(score) = shared_score(part, total, &rows) else {
        return page.say(&format!("place.rank{tied}"), &[("rank", &shown), ("names", &names)]);
    };
    let words = points(page, score);
    let mut args = vec![("rank", shown.as_str()), ("names", &names), ("score", &words)];
    match gap(page, part, score).filter(|_| nearest) {
        Some((first, gap)) => {
            args.extend([("first", first.as_str()), ("gap", gap.as_str())]);
            page.say(&format!("place.gap{tied}"), &args)
        }
        None => page.say(&format!("place.score{tied}"), &args),
    }
}

/// The first rank in words, and how far a score is behind it, where both are known.
fn gap(page: &Page<'_>, part: Part<'_>, score: Decimal) -> Option<(String, String)> {
    let total = part.total();
    let (rank, rows) = firsts(page, part, total)?;
    let best = shared_score(part, total, &rows)?;
    Some((page.words().rank(rank), points(page, (best - score).abs().normalize())))
}

/// The rows that are said to be last, without a number.
fn last_unnumbered(page: &Page<'_>, part: Part<'_>) -> Option<Vec<usize>> {
    let mut stands = stands(page, part, part.total()).into_iter();
    stands.find(|(stand, _)| matches!(stand, Stand::Last)).map(|(_, rows)| rows)
}

/// Who is last, and how far from the first.
fn last(page: &Page<'_>, part: Part<'_>) -> Option<String> {
    let total = part.total();
    if let Some(rows) = last_unnumbered(page, part) {
        return Some(page.say("last.unnumbered", &[("names", &names(page, part, &rows))]));
    }
    let rank = part.ranking.columns[total].last_rank.filter(|&rank| rank > Rank::whole(1))?;
    let rows = at_rank(page, part, total, rank);
    if rows.is_empty() || firsts(page, part, total).is_some_and(|(first, _)| first == rank) {
        return None;
    }
    let tied = if rows.len() > 1 { ".tied" } else { "" };
    let (rank, names) = (page.words().rank(rank), names(page, part, &rows));
    let score = shared_score(part, total, &rows);
    let Some((score, (first, gap))) = score.and_then(|score| Some((score, gap(page, part, score)?))) else {
        return Some(page.say(&format!("last.rank{tied}"), &[("rank", &rank), ("names", &names)]));
    };
    let score = points(page, score);
    let args = [("rank", rank.as_str()), ("names", &names), ("score", &score), ("first", &first), ("gap", &gap)];
    Some(page.say(&format!("last.score{tied}"), &args))
}

/// How many units share their rank with others, where all ranks are known.
fn tied(page: &Page<'_>, part: Part<'_>) -> Option<String> {
    let column = &part.ranking.columns[part.total()];
    let mut ranks = Vec::new();
    for row in (0..column.len()).filter(|_| column.complete) {
        let standing = part.standing(part.total(), row);
        if let (Known::Exact(rank), Some(2..)) = (standing.rank, standing.tied) {
            ranks.push(rank);
        }
    }
    let units = ranks.len();
    ranks.sort_unstable();
    ranks.dedup();
    (units > 0).then(|| page.say_n("ties.count", ranks.len(), &[("units", &number(page, units))]))
}

/// How many units are in each band, where all are known.
fn bands(page: &Page<'_>, part: Part<'_>) -> Option<String> {
    let total = part.total();
    let column = &part.ranking.columns[total];
    if !column.complete {
        return None;
    }
    let mut counts = vec![0; part.group.scheme.bands.len()];
    for band in (0..column.len()).filter_map(|row| part.standing(total, row).band) {
        if let Some(count) = counts.get_mut(band) {
            *count += 1;
        }
    }
    let bands = part.group.scheme.bands.iter().zip(&counts).filter(|(_, n)| **n > 0);
    let items: Vec<String> =
        bands.map(|(b, &n)| page.say_n("bands.item", n, &[("band", page.text(&b.name))])).collect();
    (!items.is_empty()).then(|| page.say("bands", &[("items", &page.words().list(&items))]))
}

/// How many units are known to have the maximum of each criterion at the top of the tree.
fn at_maximum(page: &Page<'_>, part: Part<'_>) -> Option<String> {
    let mut counts: Vec<(usize, usize)> = Vec::new();
    // Where less is better, the maximum is the worst that there is.
    let rises = |column: &usize| part.group.scheme.column_rule(*column).order == Order::Descending;
    for column in part.group.scheme.tops().filter(rises) {
        let full = (0..part.group.units.len())
            .filter(|&row| {
                let standing = part.standing(column, row);
                matches!((standing.score, standing.maximum), (Known::Exact(score), Some(max)) if score == max)
            })
            .count();
        if full > 0 {
            counts.push((full, column));
        }
    }
    counts.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    counts.truncate(5);
    if counts.is_empty() {
        return None;
    }
    let items: Vec<String> = counts
        .iter()
        .map(|&(n, column)| {
            let criterion = page.text(&part.group.scheme.criteria[column].name);
            page.say_n("full.item", n, &[("criterion", criterion)])
        })
        .collect();
    let complete = part.group.scheme.tops().filter(rises).all(|column| part.ranking.columns[column].complete);
    let key = if complete { "full" } else { "full.known" };
    Some(page.say(key, &[("items", &page.words().list(&items))]))
}

/// How many ranks and how many scores of the units that are ranked, or wait for it, are not known.
fn unknown(page: &Page<'_>, part: Part<'_>) -> Vec<String> {
    let total = part.total();
    let open = (0..part.group.units.len())
        .filter(|&row| {
            let standing = part.standing(total, row);
            part.group.unranked[row].is_none()
                && !matches!(standing.rank, Known::Exact(_))
                && !matches!(standing.state, StandingState::Missing | StandingState::Exempt)
        })
        .count();
    let mut sentences: Vec<String> = (open > 0).then(|| page.say_n("open", open, &[])).into_iter().collect();
    let (mut cells, mut hidden) = (0, 0);
    for row in (0..part.group.units.len()).filter(|&row| part.group.unranked[row].is_none()) {
        let leaves = part.group.scheme.leaves().map(|column| part.standing(column, row));
        for leaf in leaves.filter(|s| !matches!(s.state, StandingState::Missing | StandingState::Exempt)) {
            cells += 1;
            hidden += usize::from(!matches!(leaf.score, Known::Exact(_)));
        }
    }
    if hidden > 0 {
        sentences.push(page.say_n("open.scores", hidden, &[("all", &number(page, cells))]));
    }
    sentences
}
