//! What the profile of a unit says.

use super::joined;
use crate::model::Column;
use crate::report::findings::reachable;
use crate::report::group::GroupResult;
use crate::say::voice::Voice;

/// What is drawn of a unit's criteria.
pub(crate) struct ProfileDrawn<'a> {
    /// Whether a score is drawn between two ends.
    pub(crate) has_interval: bool,
    /// The letters of the criteria whose mean is not known, though others have one.
    pub(crate) without_mean: &'a [String],
    /// Whether any criterion has a mean.
    pub(crate) has_mean: bool,
    /// How many criteria are drawn, where there are more.
    pub(crate) first: Option<usize>,
}

/// The message: how many criteria are at their maximum, where others are far from it.
pub(crate) fn title(voice: Voice<'_>, part: GroupResult<'_>, row: usize, unit: &str) -> String {
    let known: Vec<Column> = reachable(part).into_iter().filter(|&c| part.value(c, row).is_some()).collect();
    let full = known.iter().filter(|&&c| part.value(c, row) >= part.max(c)).count();
    let full_words = voice.words.number(&full.into());
    // Others may be known too, of which the maximum is nothing to reach.
    let is_all = part.group.scheme.top_level().filter(|&c| part.value(c, row).is_some()).count() == known.len();
    let key = match (full, is_all) {
        _ if known.is_empty() => return voice.say("figure.profile", &[("unit", unit)]),
        (0, true) => "figure.profile.none",
        (0, false) => "figure.profile.none.reach",
        (_, true) => "figure.profile.full",
        (_, false) => "figure.profile.full.reach",
    };
    voice.say_n(key, known.len(), &[("full", &full_words), ("unit", unit)])
}

/// How it is read, and which means are not known.
pub(crate) fn caption(voice: Voice<'_>, part: GroupResult<'_>, drawn: &ProfileDrawn<'_>) -> String {
    let of_group = [part.group.group];
    joined([
        Some(voice.say("figure.profile.caption", &[])),
        drawn.has_interval.then(|| voice.say("figure.profile.between", &[])),
        (!drawn.without_mean.is_empty()).then(|| match drawn.has_mean {
            false => voice.say_of(&of_group, "figure.profile.no-mean", &[]),
            true => voice.say_of(&of_group, "figure.profile.some-mean", &[("letters", &drawn.without_mean.join(", "))]),
        }),
        drawn.first.map(|n| voice.say_n("figure.first.criteria", n, &[])),
    ])
}
