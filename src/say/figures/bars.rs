//! What the bars of a group's totals say.

use super::{joined, only_first};
use crate::report::findings::shared_value;
use crate::report::group::GroupResult;
use crate::report::spread::Spread;
use crate::say::editions::edition_name;
use crate::say::points::maximum;
use crate::say::voice::Voice;

/// What is drawn of the totals of a group.
pub(crate) struct BarsDrawn {
    /// Whether bars are stacks of parts.
    pub(crate) is_stacked: bool,
    /// Whether everything that is drawn is known.
    pub(crate) is_whole: bool,
    /// Whether some are one bar among stacks, since their parts do not add up to their total.
    pub(crate) is_rescaled: bool,
    /// How many units are drawn, where there are more.
    pub(crate) first: Option<usize>,
}

/// The message: from where to where totals go, or how many are known.
pub(crate) fn title(voice: Voice<'_>, part: GroupResult<'_>, order: &[usize]) -> String {
    let spread = Spread::of(part, part.total(), order.iter().copied());
    let n_known = spread.as_ref().map_or(0, |spread| spread.known.len());
    let group = voice.group_in_text(part.group);
    let number = |n: usize| voice.words.number(&n.into());
    match spread {
        Some(Spread { lowest, highest, .. }) if n_known == order.len() => {
            let [low, high] = [lowest, highest].map(|value| voice.number(&value));
            let [same, rounded, full] = match part.group.names_all() {
                true => ["figure.stacked.same", "figure.stacked.same.rounded", "figure.stacked.full"],
                false => {
                    ["figure.stacked.same.known", "figure.stacked.same.known.rounded", "figure.stacked.full.known"]
                }
            };
            if lowest == highest {
                let whole = shared_value(part, part.total(), order);
                let key = if whole.is_some() { same } else { rounded };
                return voice.say(key, &[("value", low.as_str()), ("group", group)]);
            }
            voice.say(full, &[("low", &low), ("high", &high), ("group", group)])
        }
        _ => {
            // A source that does not say how many there are speaks only of those that it names.
            let all = part.column(part.total()).counts.counted().max(n_known);
            let words = [("known", number(n_known)), ("all", number(all))];
            let words = [("known", words[0].1.as_str()), ("all", &words[1].1), ("group", group)];
            let key = if part.group.names_all() { "figure.stacked.partial" } else { "figure.stacked.partial.named" };
            voice.say_of(&[part.group.group], key, &words)
        }
    }
}

/// The scale, and what bars that are not whole mean.
pub(crate) fn caption(voice: Voice<'_>, part: GroupResult<'_>, drawn: &BarsDrawn) -> String {
    let scheme = &part.group.scheme;
    let n_scored = scheme.top_level().filter(|&c| scheme.criteria[c].scored).count();
    joined([
        Some(scale(voice, part)),
        (!drawn.is_stacked && n_scored > 1).then(|| voice.say("figure.plain", &[])),
        (drawn.is_stacked && !drawn.is_whole).then(|| voice.say("figure.stacked.open", &[])),
        drawn.is_rescaled.then(|| voice.say("figure.stacked.rescaled", &[])),
        only_first(voice, part, drawn.first),
    ])
}

fn scale(voice: Voice<'_>, part: GroupResult<'_>) -> String {
    let edition = edition_name(voice, part.edition);
    match part.max(part.total()) {
        Some(max) => voice.say("figure.stacked.caption", &[("edition", &edition), ("max", &maximum(voice.words, max))]),
        None => voice.say("figure.stacked.caption.open", &[("edition", &edition)]),
    }
}
