//! What an announced statement was compared with, in words.

use rust_decimal::Decimal;

use crate::model::{Row, StatedRank, StatedScore, Statement};
use crate::rankings::{ClaimState, Comparison, Sum, claim_state, comparisons};
use crate::report::accepted::apart;
use crate::report::group::GroupResult;
use crate::say::statements;
use crate::say::voice::Voice;

/// The proof of a statement's standing: a sentence for each comparison, or why there is none.
pub(crate) fn proofs(voice: Voice<'_>, part: GroupResult<'_>, statement: &Statement) -> Vec<String> {
    match claim_state(part.group, part.ranking, statement) {
        ClaimState::Disputed => statement.disputed.iter().map(|why| voice.text_of(why)).collect(),
        ClaimState::Undecidable => vec![voice.say("proof.none", &[])],
        ClaimState::Confirmed | ClaimState::Consistent => {
            let found = comparisons(part.group, part.ranking, statement);
            found.iter().map(|comparison| in_words(voice, part, statement, comparison)).collect()
        }
    }
}

fn in_words(voice: Voice<'_>, part: GroupResult<'_>, statement: &Statement, comparison: &Comparison) -> String {
    match comparison {
        Comparison::Computed { score, rank } => {
            let key = match (score, rank) {
                (true, false) => "proof.computed.score",
                (false, true) => "proof.computed.rank",
                _ => "proof.computed",
            };
            voice.say(key, &[])
        }
        Comparison::Cell { row, score, made } => cell(voice, part, statement, (*row, *score, *made)),
        Comparison::Order { other, higher } => {
            let other = &part.group.statements[*other];
            let key = if *higher { "proof.higher" } else { "proof.lower" };
            let words =
                [("own", &score(voice, statement)), ("other", &score(voice, other)), ("rank", &rank(voice, other))];
            voice.say(key, &words.map(|(name, value)| (name, value.as_str())))
        }
        Comparison::Room { better, worse } => room(voice, part, statement, (*better, *worse)),
        Comparison::Sum(sum) => of_unit(voice, part, statement, sum.row, adds_up(voice, sum)),
        Comparison::Range { row, low, high } => {
            let own = score(voice, statement);
            let words = [("total", own.as_str()), ("low", &plain(voice, *low)), ("high", &plain(voice, *high))];
            of_unit(voice, part, statement, *row, voice.say("proof.range", &words))
        }
        Comparison::Count { said, named } => {
            let (said_words, named_words) = (said.to_string(), named.to_string());
            let key = if said == named { "proof.count" } else { "proof.count.more" };
            voice.say_of(&[part.group.group], key, &[("named", &named_words), ("said", &said_words)])
        }
        Comparison::Others(numbers) => {
            let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
            voice.say("proof.others", &[("numbers", &voice.words.list(&numbers))])
        }
    }
}

/// A number of the score file that the statement agrees with, or stands beside where it tells none.
fn cell(
    voice: Voice<'_>,
    part: GroupResult<'_>,
    statement: &Statement,
    (row, score, made): (Row, Decimal, bool),
) -> String {
    let unit = voice.unit_name(part.edition, part.group.units[row.index()]);
    let words = [("unit", unit), ("score", &plain(voice, score))];
    match (statement.score, made) {
        (None, _) => voice.say("proof.beside", &words),
        (Some(announced), true) => match apart(announced, score) {
            Some(apart) if !apart.is_zero() => {
                let within = plain(voice, part.group.scheme.within);
                voice.say("proof.made.near", &[words[0], words[1], ("within", &within)])
            }
            _ => match announced {
                StatedScore::One(number) if number != score => voice.say("proof.made.rounded", &words),
                StatedScore::One(_) => voice.say("proof.made", &words),
                StatedScore::Between(..) => voice.say("proof.inside", &words),
            },
        },
        (Some(StatedScore::Between(..)), false) => voice.say("proof.inside", &words),
        (Some(StatedScore::One(_)), false) => voice.say("proof.scored", &words),
    }
}

/// The scores on both sides between which a rank without a score must lie.
fn room(
    voice: Voice<'_>,
    part: GroupResult<'_>,
    statement: &Statement,
    (better, worse): (Option<usize>, Option<usize>),
) -> String {
    let own = rank(voice, statement);
    let side = |other: usize| {
        let other = &part.group.statements[other];
        (score(voice, other), rank(voice, other))
    };
    let (better, worse) = (better.map(side), worse.map(side));
    match (&better, &worse) {
        (Some((high, above)), Some((low, below))) => {
            let words = [("own", own.as_str()), ("high", high), ("above", above), ("low", low), ("below", below)];
            voice.say("proof.room", &words)
        }
        (Some((score, rank)), None) => {
            voice.say("proof.room.below", &[("own", own.as_str()), ("score", score), ("rank", rank)])
        }
        (None, Some((score, rank))) => {
            voice.say("proof.room.above", &[("own", own.as_str()), ("score", score), ("rank", rank)])
        }
        (None, None) => voice.say("proof.none", &[]),
    }
}

/// A sum with its total, and what it is worth where one of its parts was deduced from it.
fn adds_up(voice: Voice<'_>, sum: &Sum) -> String {
    let (calculation, total) = (added(voice, &sum.parts), plain(voice, sum.total));
    let mut words = vec![("calculation", calculation.as_str()), ("total", total.as_str())];
    let Some((part, max)) = sum.deduced else { return voice.say("proof.sum", &words) };
    let (part, max) = (plain(voice, part), max.map(|max| plain(voice, max)));
    words.push(("part", part.as_str()));
    match &max {
        Some(max) => {
            words.push(("max", max.as_str()));
            voice.say("proof.sum.deduced.max", &words)
        }
        None => voice.say("proof.sum.deduced", &words),
    }
}

/// `24 + 14 − 2`
pub(crate) fn added(voice: Voice<'_>, parts: &[Decimal]) -> String {
    let mut out = String::new();
    for (i, part) in parts.iter().enumerate() {
        if i > 0 {
            out.push_str(if part.is_sign_negative() { " − " } else { " + " });
            out.push_str(&plain(voice, part.abs()));
        } else {
            out.push_str(&plain(voice, *part));
        }
    }
    out
}

/// Says whose number it is, where the statement names several units.
fn of_unit(voice: Voice<'_>, part: GroupResult<'_>, statement: &Statement, row: Row, words: String) -> String {
    if statement.rows.len() < 2 {
        return words;
    }
    let unit = voice.unit_name(part.edition, part.group.units[row.index()]);
    voice.say("proof.of-unit", &[("unit", unit), ("words", &words)])
}

fn plain(voice: Voice<'_>, number: Decimal) -> String {
    voice.number(&number.normalize())
}

/// The rank that a statement tells, within a sentence.
fn rank(voice: Voice<'_>, statement: &Statement) -> String {
    match &statement.rank {
        Some(StatedRank::OneOf(_)) => statements::stated_rank(voice, &Statement { last: false, ..statement.clone() }),
        Some(rank) => {
            let (best, worst) = (voice.words.rank(rank.best()), voice.words.rank(rank.worst()));
            let rank = if best == worst { best } else { format!("{best}–{worst}") };
            voice.say("proof.rank", &[("rank", &rank)])
        }
        None => voice.say("proof.rank.last", &[]),
    }
}

/// The score that a statement tells, within a sentence.
fn score(voice: Voice<'_>, statement: &Statement) -> String {
    match statement.score {
        Some(StatedScore::One(score)) => voice.number(&score),
        Some(StatedScore::Between(low, high)) => {
            voice.say("claim.from-to", &[("low", &voice.number(&low)), ("high", &voice.number(&high))])
        }
        None => String::new(),
    }
}
