//! The caption of a ranking.

use crate::report::group::GroupResult;
use crate::say::editions::caveat;
use crate::say::population::population;
use crate::say::ties::at_table;
use crate::say::voice::Voice;

/// The caption of a ranking by a column: how many units, on what basis, by which rule.
pub(crate) fn caption(voice: Voice<'_>, part: GroupResult<'_>, column: usize) -> String {
    let edition = voice.edition(part.edition);
    let mut sentences: Vec<String> = caveat(voice, part.edition).into_iter().collect();
    sentences.push(population(voice, part));
    if let Some(day) = edition.published.filter(|_| !part.group.statements.is_empty()) {
        sentences.push(voice.say("caption.announced", &[("date", &voice.words.date(day))]));
    }
    if part.group.scheme.is_implied() {
        sentences.push(voice.say("caption.no-scheme", &[]));
    } else {
        sentences.push(at_table(voice, part, column));
    }
    sentences.join(" ")
}
