//! What the numbers say, in sentences computed from them.

#[cfg(test)]
mod tests;
pub(crate) mod unit;

use crate::model::{Column, Rank};
use crate::rankings::Known;
use crate::report::completeness::leaves;
use crate::report::findings::{
    all_equal, firsts, known_ranks, knows_sharers, last_unnumbered, leading, shared_score, unnamed,
};
use crate::report::gap::gap;
use crate::report::group::GroupResult;
use crate::report::maxima::{at_maximum, knows_maxima};
use crate::say::gaps::apart;
use crate::say::names::{MAX_NAMED, holders, names, others};
use crate::say::points::{measured, points};
use crate::say::sentence::{Filling, Sentence};
use crate::say::voice::Voice;

/// The most criteria whose maxima are told.
const MAXIMA: usize = 5;

/// Who is first in a criterion, and whether that may be said of others too.
pub(crate) fn first(voice: Voice<'_>, part: GroupResult<'_>, column: Column) -> Option<String> {
    let rows = leading(part, voice.group_order(part), column)?;
    let first = those_first(voice, part, column, &rows)?;
    if knows_sharers(part, column, &rows) {
        return Some(first);
    }
    Some(format!("{first} {}", voice.say_of(&[part.group.group], "lead.open", &[])))
}

fn those_first(voice: Voice<'_>, part: GroupResult<'_>, column: Column, rows: &[usize]) -> Option<String> {
    let names = holders(voice, part, column, rows);
    let n = rows.len() + unnamed(part, column, rows);
    let Some(score) = shared_score(part, column, rows) else {
        let tied = n > 1 && matches!(part.standing(column, rows[0]).score, Known::Exact(_));
        let Known::Exact(rank) = part.standing(column, rows[0]).rank else { return None };
        let rank = voice.words.rank(rank);
        return tied.then(|| voice.say("place.rank.tied", &[("rank", &rank), ("names", &names)]));
    };
    let score = measured(voice, &part.group.scheme, column, score);
    if rows.len() > 5 {
        return Some(voice.say_units(part.group, "criterion.first.many", n, &[("score", &score)]));
    }
    Some(voice.say_n("criterion.first", n, &[("names", &names), ("score", &score)]))
}

/// Who leads each group, in one sentence a group.
pub(crate) fn leaders<'a>(voice: Voice<'a>, parts: &[GroupResult<'_>]) -> Vec<Sentence<'a>> {
    parts.iter().map(|&part| leader(voice, part)).collect()
}

fn leader<'a>(voice: Voice<'a>, part: GroupResult<'_>) -> Sentence<'a> {
    let total = part.total();
    let group = ("group", Filling::Name(voice.group_text(part.group)));
    let say = |key, fillings| Sentence::on(voice, part.group, key, fillings);
    if let Some(summary) = all_equal(part) {
        let (n, score) = (number(voice, summary.count), points(voice, part.shown(total, summary.best)));
        let key = match (part.column(total).counts.left_out() == 0, summary.count) {
            (true, 2) => "lead.both",
            (true, _) => "lead.all",
            (false, 2) => "lead.both.ranked",
            (false, _) => "lead.all.ranked",
        };
        return say(key, vec![group, ("n", Filling::Words(n)), ("score", Filling::Words(score))]);
    }
    if part.ranking.columns[total].is_as_printed() {
        return say("lead.disputed", vec![group]);
    }
    let Some(rows) = leading(part, voice.group_order(part), total) else {
        // A unit that is not listed may be ranked.
        let nobody = part.column(total).of.ranked() == Some(0);
        return say(if nobody { "lead.nobody" } else { "lead.unknown" }, vec![group]);
    };
    let score = shared_score(part, total, &rows).map(|score| ("score", Filling::Words(points(voice, score))));
    let more = unnamed(part, total, &rows);
    let alone = part.ranking.columns[total].summary().is_some_and(|summary| summary.count == 1);
    let is_named = rows.len() <= MAX_NAMED;
    let key = match (rows.len() + more, score.is_some()) {
        (1, true) if alone => "lead.only",
        (1, true) => "lead.score",
        (1, false) => "lead.rank",
        (_, true) if is_named => "lead.score.many",
        (_, false) if is_named => "lead.rank.many",
        (_, true) => "lead.score.count",
        (_, false) => "lead.rank.count",
    };
    let names = rows.iter().map(|&row| Filling::Name(voice.unit_text(part.edition, part.group.units[row])));
    let names = names.chain(others(voice, part, more).map(Filling::Words));
    let who = match is_named {
        true => ("names", Filling::List(names.collect())),
        false => ("n", Filling::Words(number(voice, rows.len() + more))),
    };
    let said = say(key, [Some(group), Some(who), score].into_iter().flatten().collect());
    let open = (!knows_sharers(part, total, &rows)).then(|| Box::new(say("lead.open", Vec::new())));
    Sentence { then: open, ..said }
}

fn number(voice: Voice<'_>, n: usize) -> String {
    voice.words.number(&n.into())
}

/// The main points of a group, each a sentence.
pub(crate) fn main_points(voice: Voice<'_>, part: GroupResult<'_>) -> Vec<String> {
    let mut sentences = Vec::new();
    if all_equal(part).is_none() {
        sentences.extend(places(voice, part));
        sentences.extend(last(voice, part));
        sentences.extend(tied(voice, part));
    }
    sentences.extend(bands(voice, part));
    sentences.extend(maxima(voice, part));
    sentences.extend(unknown(voice, part));
    sentences
}

/// The two places after the first, unless they are the last.
fn places(voice: Voice<'_>, part: GroupResult<'_>) -> Vec<String> {
    let total = part.total();
    let column = &part.ranking.columns[total];
    let ranks = known_ranks(part, total);
    let next: Vec<Rank> = match column.complete {
        true => ranks.iter().copied().skip(1).take(2).collect(),
        false => ranks.iter().copied().filter(|rank| [Rank::whole(2), Rank::whole(3)].contains(rank)).collect(),
    };
    let is_told_as_last =
        |rank: Rank| column.last_rank == Some(rank) && last_unnumbered(part, voice.group_order(part)).is_none();
    let next = next.into_iter().filter(|&rank| !is_told_as_last(rank));
    next.enumerate().map(|(i, rank)| place(voice, part, rank, i == 0)).collect()
}

/// Who is at a place, all ties spelled out, and for the nearest one how far behind the first.
fn place(voice: Voice<'_>, part: GroupResult<'_>, rank: Rank, nearest: bool) -> String {
    let total = part.total();
    let rows = voice.group_order(part).at_rank(part, total, rank);
    let (names, shown) = (holders(voice, part, total, &rows), voice.words.rank(rank));
    let tied = if rows.len() + unnamed(part, total, &rows) > 1 { ".tied" } else { "" };
    let Some(score) = shared_score(part, total, &rows) else {
        return voice.say(&format!("place.rank{tied}"), &[("rank", &shown), ("names", &names)]);
    };
    let words = points(voice, score);
    let mut args = vec![("rank", shown.as_str()), ("names", &names), ("score", &words)];
    match behind_first(voice, part, &rows).filter(|_| nearest) {
        Some(behind) => {
            args.push(("behind", &behind));
            voice.say(&format!("place.gap{tied}"), &args)
        }
        None => voice.say(&format!("place.score{tied}"), &args),
    }
}

/// How far some rows are behind the first rank, where both are known and differ.
fn behind_first(voice: Voice<'_>, part: GroupResult<'_>, rows: &[usize]) -> Option<String> {
    let (rank, first) = firsts(part, voice.group_order(part), part.total())?;
    Some(apart(voice, part, "behind", &voice.words.rank(rank), gap(part, rows, &first)?))
}

/// Who is last, and how far from the first.
fn last(voice: Voice<'_>, part: GroupResult<'_>) -> Option<String> {
    let total = part.total();
    if let Some(rows) = last_unnumbered(part, voice.group_order(part)) {
        return Some(voice.say("last.unnumbered", &[("names", &names(voice, part, &rows))]));
    }
    let rank = part.ranking.columns[total].last_rank.filter(|&rank| rank > Rank::whole(1))?;
    let rows = voice.group_order(part).at_rank(part, total, rank);
    if rows.is_empty() || firsts(part, voice.group_order(part), total).is_some_and(|(first, _)| first == rank) {
        return None;
    }
    let tied = if rows.len() + unnamed(part, total, &rows) > 1 { ".tied" } else { "" };
    let (rank, names) = (voice.words.rank(rank), holders(voice, part, total, &rows));
    let Some(score) = shared_score(part, total, &rows) else {
        return Some(voice.say(&format!("last.rank{tied}"), &[("rank", &rank), ("names", &names)]));
    };
    let words = points(voice, score);
    let Some(behind) = behind_first(voice, part, &rows) else {
        let args = [("rank", rank.as_str()), ("names", &names), ("score", &words)];
        return Some(voice.say(&format!("last.alone{tied}"), &args));
    };
    let score = words;
    let args = [("rank", rank.as_str()), ("names", &names), ("score", &score), ("behind", &behind)];
    Some(voice.say(&format!("last.score{tied}"), &args))
}

/// How many units share their rank with others, where all ranks are known.
fn tied(voice: Voice<'_>, part: GroupResult<'_>) -> Option<String> {
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
    (units > 0).then(|| voice.say_units(part.group, "ties.count", ranks.len(), &[("units", &number(voice, units))]))
}

/// How many units are in each band, where all are known.
fn bands(voice: Voice<'_>, part: GroupResult<'_>) -> Option<String> {
    let counts = part.column(part.total()).bands.as_ref()?;
    let bands = part.group.scheme.bands.iter().zip(counts).filter(|(_, n)| **n > 0);
    let items: Vec<String> =
        bands.map(|(b, &n)| voice.say_units(part.group, "bands.item", n, &[("band", voice.text(&b.name))])).collect();
    (!items.is_empty()).then(|| voice.say("bands", &[("items", &voice.words.list(&items))]))
}

/// How many units are known to have the maximum of each criterion at the top of the tree.
fn maxima(voice: Voice<'_>, part: GroupResult<'_>) -> Option<String> {
    let full = at_maximum(part).into_iter().take(MAXIMA);
    let items: Vec<String> = full
        .map(|(n, column)| {
            let criterion = voice.text(&part.group.scheme.criteria[column].name);
            voice.say_units(part.group, "full.item", n, &[("criterion", criterion)])
        })
        .collect();
    let key = if knows_maxima(part) { "full" } else { "full.known" };
    (!items.is_empty()).then(|| voice.say(key, &[("items", &voice.words.list(&items))]))
}

/// How many ranks and how many scores of the units that are counted are not known, and how many are not shown.
fn unknown(voice: Voice<'_>, part: GroupResult<'_>) -> Vec<String> {
    let open = part.column(part.total()).open_ranks();
    let scores = leaves(part);
    let all = number(voice, scores.cells);
    let hidden = scores.hidden();
    let [ranks, points] =
        if part.group.names_all() { ["open", "open.scores"] } else { ["open.named", "open.scores.named"] };
    let sentences = [
        (open > 0).then(|| voice.say_units(part.group, ranks, open, &[])),
        (hidden > 0).then(|| voice.say_units(part.group, points, hidden, &[("all", &all)])),
        (scores.withheld > 0).then(|| voice.say_n("open.withheld", scores.withheld, &[("all", &all)])),
    ];
    sentences.into_iter().flatten().collect()
}
