//! What the chart of totals between two ends says.

use super::{joined, only_first};
use crate::report::group::GroupResult;
use crate::say::editions::edition_name;
use crate::say::voice::Voice;

/// The message: of how many units the total is open, and of how many it is known.
pub(crate) fn title(voice: Voice<'_>, known: usize, open: usize) -> String {
    let key = if known == 0 { "figure.intervals.none" } else { "figure.intervals" };
    voice.say_n(key, open, &[("known", &voice.words.number(&known.into()))])
}

/// Where the scale begins, and how many units are drawn where there are more.
pub(crate) fn caption(voice: Voice<'_>, part: GroupResult<'_>, low: &str, first: Option<usize>) -> String {
    let edition = edition_name(voice, part.edition);
    joined([
        Some(voice.say("figure.intervals.caption", &[("edition", &edition), ("low", low)])),
        only_first(voice, part, first),
    ])
}
