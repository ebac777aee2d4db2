//! Whether numbers may be compared with the edition before, and why, in words.

use crate::model::EditionIdx;
use crate::rankings::{ColumnChange, Verdict};
use crate::report::earlier::NoneBefore;
use crate::report::group::GroupResult;
use crate::report::since::SinceLast;
use crate::say::editions::edition_name;
use crate::say::voice::Voice;
use crate::say::why::Why;

/// Whether the totals of a group may be compared with the edition before, and why; nothing where there is none.
pub(crate) fn total_compared(voice: Voice<'_>, part: GroupResult<'_>) -> Option<String> {
    let since = SinceLast::of(voice.report, part)?;
    Some(compared(voice, &since, since.change.columns[part.total()]))
}

/// Why an edition is compared with none before it.
pub(crate) fn with_none(voice: Voice<'_>, part: GroupResult<'_>) -> String {
    let key = match NoneBefore::of(voice.report, part.edition) {
        NoneBefore::First => "criterion-years.first",
        NoneBefore::Withdrawn(n) => return voice.say_n("criterion-years.withdrawn", n, &[]),
        NoneBefore::Length => "criterion-years.length",
        NoneBefore::Chosen => "criterion-years.none",
    };
    voice.say(key, &[])
}

/// Whether a column may be compared with the edition before, and why.
pub(crate) fn compared(voice: Voice<'_>, since: &SinceLast<'_>, change: ColumnChange) -> String {
    let key = match change.verdict {
        Verdict::Comparable => "criterion-years.yes",
        Verdict::Share => "criterion-years.share",
        Verdict::Broken => "criterion-years.no",
    };
    let before = edition_name(voice, since.before);
    voice.say(key, &[("edition", &before), ("why", &why(voice, since.before).column(change.because))])
}

/// Formats reasons in the language of a page, of an edition that is compared with that one.
pub(crate) fn why<'a>(voice: Voice<'a>, before: EditionIdx) -> Why<'a> {
    Why { series: voice.series(), words: voice.words, language: voice.language, before }
}
