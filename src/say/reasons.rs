//! Why a number holds, in words.

use rust_decimal::Decimal;

use crate::rankings::{Known, Reason, Standing};
use crate::report::group::GroupResult;
use crate::report::narrowed::narrowed;
use crate::say::voice::Voice;

/// The proof of a deduced number in words, or nothing where there is none to tell, and where no number is shown.
pub(crate) fn reason(voice: Voice<'_>, part: GroupResult<'_>, standing: &Standing) -> Option<String> {
    let value = match standing.shown_score() {
        Known::Exact(score) => Some(voice.number(&score)),
        Known::Between(..) | Known::Nothing => {
            narrowed(standing)?;
            None
        }
    };
    in_words(voice, part, standing.reason.as_ref()?, value)
}

fn in_words(voice: Voice<'_>, part: GroupResult<'_>, reason: &Reason, value: Option<String>) -> Option<String> {
    match reason {
        Reason::Ends { low, high } => {
            let sides = [("reason.low", low), ("reason.high", high)];
            let told = sides.into_iter().filter_map(|(key, why)| {
                let why = in_words(voice, part, why, None)?;
                Some(voice.say(key, &[("why", &why)]))
            });
            let told: Vec<String> = told.collect();
            (!told.is_empty()).then(|| told.join("; "))
        }
        Reason::PartFromTotal { total, others, column: _ } => {
            let mut sum = voice.number(total);
            for other in others {
                sum.push_str(" − ");
                sum.push_str(&voice.number(other));
            }
            Some(equals(voice, &sum, value))
        }
        Reason::TotalFromParts { parts } => {
            let parts: Vec<String> = parts.iter().map(|part| voice.number(part)).collect();
            Some(equals(voice, &parts.join(" + "), value))
        }
        Reason::Neighbours { above, below } => neighbours(voice, above.as_ref(), below.as_ref()),
        Reason::Stated { column, number } => {
            let name = voice.column_name(&part.group.scheme, *column);
            Some(voice.say("reason.stated", &[("criterion", &name), ("number", &number.to_string())]))
        }
        Reason::Parts => Some(voice.say("reason.parts", &[])),
        Reason::Remainder { column } => {
            let scheme = &part.group.scheme;
            let name = voice.column_name(scheme, *column);
            if scheme.within.is_zero() {
                return Some(voice.say("reason.remainder", &[("column", &name)]));
            }
            let within = voice.number(&scheme.within);
            Some(voice.say("reason.remainder.within", &[("column", &name), ("within", &within)]))
        }
        Reason::Ranks => Some(voice.say("reason.ranks", &[])),
        Reason::Own => Some(voice.say("reason.own", &[])),
        Reason::Limits => None,
    }
}

/// A calculation with its result, where it has one.
fn equals(voice: Voice<'_>, calculation: &str, value: Option<String>) -> String {
    match value {
        Some(value) => format!("{calculation} = {value}"),
        None => voice.say("reason.open", &[("calculation", calculation)]),
    }
}

type Above = (crate::model::Rank, Decimal);

type Below = (crate::model::Rank, Decimal, bool);

fn neighbours(voice: Voice<'_>, above: Option<&Above>, below: Option<&Below>) -> Option<String> {
    let mut parts = Vec::new();
    if let Some((rank, score)) = above {
        let (rank, score) = (voice.words.rank(*rank), voice.number(score));
        parts.push(voice.say("reason.below", &[("rank", &rank), ("score", &score)]));
    }
    if let Some((rank, score, last)) = below {
        let (rank, score) = (voice.words.rank(*rank), voice.number(score));
        let key = if *last { "reason.above.last" } else { "reason.above" };
        parts.push(voice.say(key, &[("rank", &rank), ("score", &score)]));
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}
