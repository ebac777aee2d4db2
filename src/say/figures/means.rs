//! What the chart of a criterion's means over the editions says.

use rust_decimal::Decimal;

use crate::model::GroupIdx;
use crate::report::findings::leaves_out_scores;
use crate::report::threads::ThreadPoint;
use crate::say::voice::Voice;

/// What is drawn: means, of ranked units alone where others have scores too.
pub(crate) fn title(voice: Voice<'_>, thread: &[ThreadPoint<'_>]) -> String {
    of_ranked(voice, thread).unwrap_or_else(|| voice.say("figure.means.title", &[]))
}

/// What the line is called.
pub(crate) fn line(voice: Voice<'_>, thread: &[ThreadPoint<'_>]) -> String {
    of_ranked(voice, thread).unwrap_or_else(|| voice.say("table.mean", &[]))
}

fn of_ranked(voice: Voice<'_>, thread: &[ThreadPoint<'_>]) -> Option<String> {
    let groups: Vec<GroupIdx> = thread.iter().map(|point| point.part.group.group).collect();
    let leaves_out = thread.iter().any(|point| leaves_out_scores(point.part, &[point.column]));
    leaves_out.then(|| voice.say_of(&groups, "table.mean.ranked", &[]))
}

/// Where the scale begins.
pub(crate) fn caption(voice: Voice<'_>, low: Decimal) -> String {
    voice.say("figure.years.total", &[("low", &voice.number(&low.normalize()))])
}
