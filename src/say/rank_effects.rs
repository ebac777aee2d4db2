//! What corrections did to ranks, in words.

use crate::model::{GroupIdx, Rank};
use crate::rankings;
use crate::rankings::{RankCorrected, RankHeld};
use crate::report::group::GroupResult;
use crate::say::population::population;
use crate::say::ranks::{held, rank};
use crate::say::voice::Voice;

/// The most units that are named one by one; the rest is counted, and stands in the files of the versions.
const MAX_NAMED: usize = 10;

/// First those who were corrected, then who else changed, then the rest, counted.
pub(crate) fn rank_effect(voice: Voice<'_>, part: GroupResult<'_>, effect: &rankings::CorrectionEffect) -> String {
    let of = of_how_many(effect);
    let mut parts: Vec<String> =
        effect.corrected.iter().take(MAX_NAMED).map(|change| of_unit(voice, part, change, of)).collect();
    if let more @ 1.. = effect.corrected.len().saturating_sub(MAX_NAMED) {
        parts.push(voice.say_units(part.group, "effect.corrected.more", more, &[]));
    }
    parts.extend(others(voice, part, effect));
    parts.extend(effect.ties.iter().take(MAX_NAMED).map(|change| of_unit(voice, part, change, of)));
    if let more @ 1.. = effect.ties.len().saturating_sub(MAX_NAMED) {
        parts.push(voice.say_units(part.group, "effect.ties.more", more, &[]));
    }
    if effect.kept > 0 {
        parts.push(voice.say_units(part.group, "effect.kept", effect.kept, &[]));
    }
    if effect.outside > 0 {
        parts.push(voice.say_units(part.group, "effect.outside.more", effect.outside, &[]));
    }
    if effect.open > 0 {
        parts.push(voice.say_units(part.group, "effect.open", effect.open, &[]));
    }
    let parts = parts.join("; ");
    let population = match effect.ranked[1] {
        _ if of.is_some() => return voice.say("effect.sentence.alone", &[("parts", &parts)]),
        Some(n) if (n as usize) < part.group.units.len() => {
            voice.say_units(part.group, "population.among", n as usize, &[])
        }
        Some(n) => voice.say_units(part.group, "population.known", n as usize, &[]),
        None => population(voice, part, effect.column),
    };
    voice.say("effect.sentence", &[("parts", &parts), ("population", &population)])
}

/// How many units were ranked before and since, where that is known and differs.
fn of_how_many(effect: &rankings::CorrectionEffect) -> Option<[u32; 2]> {
    let [Some(before), Some(after)] = effect.ranked else { return None };
    (before != after).then_some([before, after])
}

fn others(voice: Voice<'_>, part: GroupResult<'_>, effect: &rankings::CorrectionEffect) -> Option<String> {
    let of = of_how_many(effect);
    let named: Vec<String> =
        effect.others.iter().take(MAX_NAMED).map(|change| of_unit(voice, part, change, of)).collect();
    let list = named.join(", ");
    match effect.others.len() {
        0 => None,
        n @ ..=MAX_NAMED => Some(voice.say_units(part.group, "effect.others", n, &[("list", &list)])),
        n => {
            let more = voice.words.number(&(n - MAX_NAMED).into());
            Some(voice.say_units(part.group, "effect.others.more", n, &[("list", &list), ("more", &more)]))
        }
    }
}

/// What became of the rank of one unit.
fn of_unit(voice: Voice<'_>, part: GroupResult<'_>, change: &RankCorrected, of: Option<[u32; 2]>) -> String {
    let unit = voice.unit_name(part.edition, part.group.units[change.row]);
    let tied = change.tied.map(|tied| tied == Some(true));
    if let (RankHeld::Exact(before), RankHeld::Exact(after), Some(of)) = (change.before, change.after, of) {
        let ranks = [(before, tied[0]), (after, tied[1])];
        return moved_among(voice, &[part.group.group], unit, ranks, of);
    }
    let groups = [part.group.group];
    let side = |held: RankHeld, at: usize| held_words(voice, &groups, held, tied[at], of.map(|of| of[at]));
    let (before, after) = (side(change.before, 0), side(change.after, 1));
    if let Some(came) = change.tie_came() {
        let key = if came { "effect.tie.came" } else { "effect.tie.went" };
        // The same rank: that it is shared now, or was, is said behind it.
        let rank = held_words(voice, &groups, change.after, false, of.map(|of| of[1]));
        return voice.say_of(&groups, key, &[("unit", unit), ("rank", &rank)]);
    }
    let words = [("unit", unit), ("before", before.as_str()), ("after", after.as_str())];
    let has_unknown = change.before == RankHeld::Unknown || change.after == RankHeld::Unknown;
    match (change.before, change.after, change.is_change()) {
        (RankHeld::Exact(before), RankHeld::Exact(after), Some(true)) => {
            let before = rank(voice, &voice.words.rank(before), tied[0]);
            let after = rank(voice, &voice.words.rank(after), tied[1]);
            voice.say("effect.moved", &[("unit", unit), ("before", &before), ("after", &after)])
        }
        (_, _, Some(true)) => voice.say("effect.became", &words),
        (RankHeld::Exact(_), _, Some(false)) => voice.say("effect.same", &[("unit", unit), ("rank", &after)]),
        (_, _, Some(false)) => voice.say("effect.outside", &[("unit", unit)]),
        (_, _, None) if change.before == change.after => {
            voice.say("effect.unclear.same", &[("unit", unit), ("rank", &after)])
        }
        (_, _, None) if has_unknown => voice.say("effect.became", &words),
        (_, _, None) => voice.say("effect.unclear", &words),
    }
}

/// Two ranks of a unit, each with whether it is shared, and out of how many.
fn moved_among(voice: Voice<'_>, groups: &[GroupIdx], unit: &str, ranks: [(Rank, bool); 2], of: [u32; 2]) -> String {
    let [before, after] = [0, 1].map(|at| held(voice, groups, ranks[at].0, ranks[at].1, Some(of[at])));
    voice.say("effect.moved", &[("unit", unit), ("before", &before), ("after", &after)])
}

/// The rank that a unit holds, in words.
fn held_words(voice: Voice<'_>, groups: &[GroupIdx], has: RankHeld, tied: bool, of: Option<u32>) -> String {
    match has {
        RankHeld::Exact(rank) => held(voice, groups, rank, tied, of),
        RankHeld::Between(best, worst) => {
            let (best, worst) = (voice.words.rank(best), voice.words.rank(worst));
            voice.say("effect.between", &[("best", &best), ("worst", &worst)])
        }
        RankHeld::Unknown => voice.say("effect.unknown", &[]),
        RankHeld::Outside => voice.say("effect.unranked", &[]),
    }
}
