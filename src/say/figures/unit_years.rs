//! What the charts of a unit over the years say.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::joined;
use crate::model::{EditionIdx, GroupIdx};
use crate::report::difference::told_apart;
use crate::report::findings::leaves_out_scores;
use crate::report::group::GroupResult;
use crate::say::editions::edition_name;
use crate::say::voice::Voice;

/// The fewest decimals of whole values that are told because the printed ones do not differ as they do.
const UNLIKE_DECIMALS: u32 = 4;

/// The two ends of a value, which are one where it is exactly known.
pub(crate) type Ends = (Decimal, Decimal);

/// The message: from where to where, where the whole line may be compared; else only whose totals they are. It speaks of
/// whole values, in the printed numbers where these differ in the same way.
pub(crate) fn total_title(voice: Voice<'_>, name: &str, is_joined: bool, whole: &[Ends], printed: &[Ends]) -> String {
    let first_and_last = |ends: &[Ends]| {
        let exact = |end: &Ends| (end.0 == end.1).then_some(end.0);
        Some((ends.first().and_then(exact)?, ends.last().and_then(exact)?))
    };
    let ends = first_and_last(whole).zip(first_and_last(printed)).filter(|_| is_joined);
    let Some(((first, last), told)) = ends else { return voice.say("figure.years.plain", &[("unit", name)]) };
    let key = match last.cmp(&first) {
        Ordering::Greater => "figure.years.up",
        Ordering::Less => "figure.years.down",
        Ordering::Equal => "figure.years.same",
    };
    let say = |was: Decimal, now: Decimal| {
        voice.say(key, &[("unit", name), ("was", &voice.number(&was)), ("now", &voice.number(&now))])
    };
    if told.1.cmp(&told.0) == last.cmp(&first) {
        return say(told.0, told.1);
    }
    let [was, now] = told_apart(first, last, UNLIKE_DECIMALS);
    voice.say("move.points.unrounded", &[("change", &say(was, now))])
}

/// Where the scale of totals begins, and that means are of ranked units alone, where others have totals too.
pub(crate) fn total_caption(voice: Voice<'_>, low: Decimal, parts: &[GroupResult<'_>]) -> String {
    let groups: Vec<GroupIdx> = parts.iter().map(|part| part.group.group).collect();
    let leaves_out = parts.iter().any(|part| leaves_out_scores(*part, &[part.total()]));
    joined([
        Some(voice.say("figure.years.total", &[("low", &voice.number(&low))])),
        leaves_out.then(|| voice.say_of(&groups, "counted.ranked", &[])),
    ])
}

/// The message: the newest rank that anything is said of, or that the unit is called the last.
pub(crate) fn rank_title(voice: Voice<'_>, name: &str, edition: EditionIdx, rank: &str, is_last: bool) -> String {
    let key = if is_last { "figure.rank.title.last" } else { "figure.rank.title" };
    let edition = edition_name(voice, edition);
    voice.say(key, &[("unit", name), ("edition", &edition), ("rank", rank)])
}
