//! Announced statements in words: their standing, rank, score, and who is meant.

use crate::model::{StatedRank, StatedScore, Statement};
use crate::report::group::GroupResult;
use crate::say::voice::Voice;

/// The announced rank in words.
pub(crate) fn stated_rank(voice: Voice<'_>, statement: &Statement) -> String {
    let one = |rank| voice.words.rank(rank);
    let mut words = match &statement.rank {
        Some(StatedRank::One(rank)) => one(*rank),
        Some(StatedRank::OneOf(ranks)) => {
            voice.say("claim.or", &[("ranks", &voice.words.list(&ranks.iter().map(|&r| one(r)).collect::<Vec<_>>()))])
        }
        Some(StatedRank::Band(best, worst)) => format!("{}–{}", one(*best), one(*worst)),
        None => String::new(),
    };
    if statement.last {
        let last = voice.say("claim.last", &[]);
        words = if words.is_empty() { last } else { format!("{words} ({last})") };
    }
    words
}

/// The announced score in words.
pub(crate) fn stated_score(voice: Voice<'_>, statement: &Statement) -> String {
    statement.score.map_or_else(|| voice.say("claim.no-score", &[]), |score| score_in_words(voice, score))
}

/// An announced score within a sentence.
pub(crate) fn score_in_words(voice: Voice<'_>, score: StatedScore) -> String {
    match score {
        StatedScore::One(score) => voice.number(&score),
        StatedScore::Between(low, high) => {
            voice.say("claim.from-to", &[("low", &voice.number(&low)), ("high", &voice.number(&high))])
        }
    }
}

/// Who `others` are, as far as that can be said.
pub(crate) fn others(voice: Voice<'_>, part: GroupResult<'_>, statement: &Statement) -> String {
    if statement.rows.is_empty() {
        return voice.say_of(&[part.group.group], "claim.others.unknown", &[]);
    }
    let names: Vec<String> = statement
        .rows
        .iter()
        .map(|&row| voice.unit_name(part.edition, part.group.units[row.index()]).to_owned())
        .collect();
    voice.say_units(part.group, "claim.others", names.len(), &[("names", &voice.words.list(&names))])
}
