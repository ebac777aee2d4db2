//! A worked example in words.

use crate::report::group::GroupResult;
use crate::report::worked::{Placed, Worked};
use crate::say::editions::edition_name;
use crate::say::ties::tie_rule;
use crate::say::voice::Voice;

/// Whose calculation it is.
pub(crate) fn whose(voice: Voice<'_>, worked: &Worked<'_>) -> String {
    let part = worked.part;
    let edition = edition_name(voice, part.edition);
    let unit = voice.unit_name(part.edition, part.group.units[worked.row]);
    let words = [("unit", unit), ("edition", edition.as_str()), ("group", voice.group_in_text(part.group))];
    voice.say("worked.say", &words)
}

/// The rank of the example and why, then what is to be known of its numbers; a sentence each.
pub(crate) fn rank(voice: Voice<'_>, worked: &Worked<'_>) -> Vec<String> {
    let mut told = placed(voice, worked.part, &worked.placed);
    told.extend(worked.unspelled.map(|n| voice.say_n("worked.raw", n, &[])));
    told.extend(worked.is_deduced.then(|| voice.say("worked.deduced", &[])));
    told
}

/// A rank and why a unit has it, a sentence each.
pub(crate) fn placed(voice: Voice<'_>, part: GroupResult<'_>, placed: &Placed) -> Vec<String> {
    let at = |key: &str, rank| vec![voice.say(key, &[("rank", &voice.words.rank(rank))])];
    match *placed {
        Placed::Open => vec![voice.say("worked.rank.open", &[])],
        Placed::Between(best, worst) => {
            let [best, worst] = [best, worst].map(|rank| voice.words.rank(rank));
            vec![voice.say("worked.rank.between", &[("best", &best), ("worst", &worst)])]
        }
        Placed::Last => vec![voice.say("worked.rank.last", &[])],
        Placed::Announced(rank) => at("worked.rank.announced", rank),
        Placed::Deduced(rank) => at("worked.rank.deduced", rank),
        Placed::Counted { rank, above, is_parted, is_among_ranked, sharing, equal, printed_equal } => {
            let (rank, is_shared) = (voice.words.rank(rank), sharing > 0);
            let groups = [part.group.group];
            // Others that share the rank make it another one than those above alone.
            let sharing = voice.say_units(part.group, "worked.sharing", sharing.max(1), &[]);
            let is_rounded = part.is_ranked_rounded(part.total());
            let total = voice.say(if is_rounded { "worked.total.rounded" } else { "worked.total" }, &[]);
            let words = [("rank", rank.as_str()), ("sharing", &sharing), ("total", &total)];
            // That nobody has a better total, or nobody who is ranked, where others have totals too.
            let keys = match (above, is_among_ranked, is_parted) {
                (0, true, _) => ["worked.rank.first.ranked", "worked.rank.first.ranked.shared"],
                (0, false, _) => ["worked.rank.first", "worked.rank.first.shared"],
                (_, _, true) => ["worked.rank.parted", "worked.rank.parted.shared"],
                (_, _, false) => ["worked.rank", "worked.rank.shared"],
            };
            let key = keys[usize::from(is_shared)];
            let mut told = vec![match above {
                0 => voice.say_of(&groups, key, &words),
                n => voice.say_units(part.group, key, n, &words),
            }];
            for (n, key) in [(equal, "worked.tied"), (printed_equal, "worked.tied.rounded")] {
                told.extend((n > 0).then(|| voice.say_units(part.group, key, n, &[])));
            }
            told.push(tie_rule(voice, &part.group.scheme, &part.group.scheme.rank));
            told
        }
    }
}
