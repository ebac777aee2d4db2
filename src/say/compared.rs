//! Whether numbers may be compared with the edition before, and why, in words.

use crate::model::Status;
use crate::rankings::{ColumnChange, Verdict};
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

/// Why an edition is compared with none before it: there is none, or none that assesses as long a period, or the publisher
/// says so.
pub(crate) fn with_none(voice: Voice<'_>, part: GroupResult<'_>) -> String {
    let own = voice.edition(part.edition).period;
    let earlier = || voice.report.editions().filter(|(index, e)| *index < part.edition && e.period.to < own.to);
    let mut before = earlier().filter(|(_, edition)| edition.status != Status::Withdrawn);
    let key = match before.next() {
        None => match earlier().count() {
            0 => "criterion-years.first",
            withdrawn => return voice.say_n("criterion-years.withdrawn", withdrawn, &[]),
        },
        Some((_, first)) if first.period.is_as_long_as(own) => "criterion-years.none",
        Some(_) if before.any(|(_, edition)| edition.period.is_as_long_as(own)) => "criterion-years.none",
        Some(_) => "criterion-years.length",
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
    voice.say(key, &[("edition", &before), ("why", &why(voice).column(change.because))])
}

/// Formats reasons in the language of a page.
pub(crate) fn why<'a>(voice: Voice<'a>) -> Why<'a> {
    Why { series: voice.series(), words: voice.words, language: voice.language }
}
