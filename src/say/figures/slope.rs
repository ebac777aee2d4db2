//! What the chart of totals in two editions says.

use super::joined;
use crate::model::EditionIdx;
use crate::report::group::GroupResult;
use crate::say::editions::edition_name;
use crate::say::voice::Voice;

/// The message: how many totals rose and how many fell since the edition before, and whether others may have.
pub(crate) fn title(
    voice: Voice<'_>,
    part: GroupResult<'_>,
    before: EditionIdx,
    [up, down]: [usize; 2],
    is_of_some: bool,
) -> String {
    let key = match [up, down] {
        [0, 0] => "figure.slope.title.none",
        [0, _] => "figure.slope.title.down",
        [_, 0] => "figure.slope.title.up",
        _ => "figure.slope.title",
    };
    let [up, down] = [up, down].map(|n| voice.words.number(&n.into()));
    let words = [("up", up.as_str()), ("down", &down), ("edition", &edition_name(voice, before))];
    let title = voice.say_of(&[part.group.group], key, &words);
    if is_of_some { voice.say("figure.slope.title.some", &[("title", &title)]) } else { title }
}

/// How it is read; how many units have a name, and how many are not drawn, where these are not all and none.
pub(crate) fn caption(voice: Voice<'_>, part: GroupResult<'_>, named: Option<usize>, left_out: usize) -> String {
    joined([
        Some(voice.say("figure.slope.caption", &[])),
        named.map(|n| voice.say_units(part.group, "figure.slope.named", n, &[])),
        (left_out > 0).then(|| voice.say_units(part.group, "figure.slope.left-out", left_out, &[])),
    ])
}
