//! What an announced statement was compared with, in words.

use rust_decimal::Decimal;

use super::announcement;
use super::context::Page;
use super::tables::Part;
use crate::model::{StatedRank, StatedScore, Statement};
use crate::rankings::{ClaimState, Comparison, Sum, claim_state, comparisons};

/// The proof of a statement's standing: a sentence for each comparison, or why there is none.
pub(super) fn proofs(page: &Page<'_>, part: Part<'_>, statement: &Statement) -> Vec<String> {
    match claim_state(part.group, part.ranking, statement) {
        ClaimState::Disputed => statement.disputed.iter().map(|why| page.text_of(why)).collect(),
        ClaimState::Undecidable => vec![page.say("proof.none", &[])],
        ClaimState::Confirmed | ClaimState::Consistent => {
            let found = comparisons(part.group, part.ranking, statement);
            found.iter().map(|comparison| in_words(page, part, statement, comparison)).collect()
        }
    }
}

fn in_words(page: &Page<'_>, part: Part<'_>, statement: &Statement, comparison: &Comparison) -> String {
    match comparison {
        Comparison::Computed { score, rank } => {
            let key = match (score, rank) {
                (true, false) => "proof.computed.score",
                (false, true) => "proof.computed.rank",
                _ => "proof.computed",
            };
            page.say(key, &[])
        }
        Comparison::Cell { row, score, made } => cell(page, part, statement, (*row, *score, *made)),
        Comparison::Order { other, higher } => {
            let other = &part.group.statements[*other];
            let key = if *higher { "proof.higher" } else { "proof.lower" };
            let words =
                [("own", &score(page, statement)), ("other", &score(page, other)), ("rank", &rank(page, other))];
            page.say(key, &words.map(|(name, value)| (name, value.as_str())))
        }
        Comparison::Room { better, worse } => room(page, part, statement, (*better, *worse)),
        Comparison::Sum(sum) => of_unit(page, part, statement, sum.row, adds_up(page, sum)),
        Comparison::Range { row, low, high } => {
            let own = score(page, statement);
            let words = [("total", own.as_str()), ("low", &plain(page, *low)), ("high", &plain(page, *high))];
            of_unit(page, part, statement, *row, page.say("proof.range", &words))
        }
        Comparison::Count { said, named } => {
            let (said_words, named_words) = (said.to_string(), named.to_string());
            let key = if said == named { "proof.count" } else { "proof.count.more" };
            page.say(key, &[("named", &named_words), ("said", &said_words)])
        }
        Comparison::Others(numbers) => {
            let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
            page.say("proof.others", &[("numbers", &page.words().list(&numbers))])
        }
    }
}

/// A number of the score file that the statement agrees with, or stands beside where it tells none.
fn cell(page: &Page<'_>, part: Part<'_>, statement: &Statement, (row, score, made): (u32, Decimal, bool)) -> String {
    let key = match (statement.score, made) {
        (None, _) => "proof.beside",
        (Some(_), true) => "proof.made",
        (Some(_), false) => "proof.scored",
    };
    let unit = page.unit_name(part.edition, part.group.units[row as usize]);
    let score = plain(page, score);
    page.say(key, &[("unit", unit), ("score", &score)])
}

/// The scores on both sides between which a rank without a score must lie.
fn room(
    page: &Page<'_>,
    part: Part<'_>,
    statement: &Statement,
    (better, worse): (Option<usize>, Option<usize>),
) -> String {
    let own = rank(page, statement);
    let side = |other: usize| {
        let other = &part.group.statements[other];
        (score(page, other), rank(page, other))
    };
    let (better, worse) = (better.map(side), worse.map(side));
    match (&better, &worse) {
        (Some((high, above)), Some((low, below))) => {
            let words = [("own", own.as_str()), ("high", high), ("above", above), ("low", low), ("below", below)];
            page.say("proof.room", &words)
        }
        (Some((score, rank)), None) => {
            page.say("proof.room.below", &[("own", own.as_str()), ("score", score), ("rank", rank)])
        }
        (None, Some((score, rank))) => {
            page.say("proof.room.above", &[("own", own.as_str()), ("score", score), ("rank", rank)])
        }
        (None, None) => page.say("proof.none", &[]),
    }
}

/// A sum with its total, and what it is worth where one of its parts was deduced from it.
fn adds_up(page: &Page<'_>, sum: &Sum) -> String {
    let (calculation, total) = (added(page, &sum.parts), plain(page, sum.total));
    let mut words = vec![("calculation", calculation.as_str()), ("total", total.as_str())];
    let Some((part, max)) = sum.deduced else { return page.say("proof.sum", &words) };
    let (part, max) = (plain(page, part), max.map(|max| plain(page, max)));
    words.push(("part", part.as_str()));
    match &max {
        Some(max) => {
            words.push(("max", max.as_str()));
            page.say("proof.sum.deduced.max", &words)
        }
        None => page.say("proof.sum.deduced", &words),
    }
}

/// `24 + 14 − 2`
pub(super) fn added(page: &Page<'_>, parts: &[Decimal]) -> String {
    let mut out = String::new();
    for (i, part) in parts.iter().enumerate() {
        if i > 0 {
            out.push_str(if part.is_sign_negative() { " − " } else { " + " });
            out.push_str(&plain(page, part.abs()));
        } else {
            out.push_str(&plain(page, *part));
        }
    }
    out
}

/// Says whose number it is, where the statement names several units.
fn of_unit(page: &Page<'_>, part: Part<'_>, statement: &Statement, row: u32, words: String) -> String {
    if statement.rows.len() < 2 {
        return words;
    }
    let unit = page.unit_name(part.edition, part.group.units[row as usize]);
    page.say("proof.of-unit", &[("unit", unit), ("words", &words)])
}

fn plain(page: &Page<'_>, number: Decimal) -> String {
    page.number(&number.normalize())
}

/// The rank that a statement tells, within a sentence.
fn rank(page: &Page<'_>, statement: &Statement) -> String {
    match &statement.rank {
        Some(StatedRank::OneOf(_)) => announcement::rank(page, &Statement { last: false, ..statement.clone() }),
        Some(rank) => {
            let (best, worst) = (page.words().rank(rank.best()), page.words().rank(rank.worst()));
            let rank = if best == worst { best } else { format!("{best}–{worst}") };
            page.say("proof.rank", &[("rank", &rank)])
        }
        None => page.say("proof.rank.last", &[]),
    }
}

/// The score that a statement tells, within a sentence.
fn score(page: &Page<'_>, statement: &Statement) -> String {
    match statement.score {
        Some(StatedScore::One(score)) => page.number(&score),
        Some(StatedScore::Between(low, high)) => {
            page.say("claim.from-to", &[("low", &page.number(&low)), ("high", &page.number(&high))])
        }
        None => String::new(),
    }
}
