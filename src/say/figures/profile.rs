//! What the profile of a unit says.

use super::joined;
use crate::report::group::GroupResult;
use crate::report::maxima::UnitMaxima;
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
    let UnitMaxima { n_known, reached, .. } = UnitMaxima::of(part, row);
    let full_words = voice.words.number(&reached.len().into());
    // Others may be known too, of which the maximum is nothing to reach.
    let is_all = part.group.scheme.top_level().filter(|&c| part.value(c, row).is_some()).count() == n_known;
    let key = match (reached.len(), is_all) {
        _ if n_known == 0 => return voice.say("figure.profile", &[("unit", unit)]),
        (0, true) => "figure.profile.none",
        (0, false) => "figure.profile.none.reach",
        (_, true) => "figure.profile.full",
        (_, false) => "figure.profile.full.reach",
    };
    voice.say_n(key, n_known, &[("full", &full_words), ("unit", unit)])
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
