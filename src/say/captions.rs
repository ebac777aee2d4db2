//! The caption of a ranking.

use crate::report::group::GroupResult;
use crate::say::editions::caveat;
use crate::say::population::population;
use crate::say::ties::tie_rule;
use crate::say::voice::Voice;

/// The caption of a ranking by a column: of how many units, on what basis, by which rule; or that it ranks nothing.
pub(crate) fn caption(voice: Voice<'_>, part: GroupResult<'_>, column: usize) -> String {
    let edition = voice.edition(part.edition);
    let mut sentences: Vec<String> = caveat(voice, part.edition).into_iter().collect();
    sentences.push(population(voice, part, column));
    if let Some(day) = edition.published.filter(|_| !part.group.statements.is_empty()) {
        sentences.push(voice.say("caption.announced", &[("date", &voice.words.date(day))]));
    }
    if part.group.scheme.is_implied() {
        sentences.push(voice.say("caption.no-scheme", &[]));
    } else if !part.column(column).is_ranked {
        sentences.push(voice.say("caption.not-ranked", &[]));
    } else {
        sentences.push(tie_rule(voice, part.group.scheme.column_rule(column).ties));
    }
    sentences.join(" ")
}
