//! How far the next places are, in words.

use crate::report::group::GroupResult;
use crate::report::neighbours::{Between, Neighbour, neighbours};
use crate::say::points::distance;
use crate::say::ties::by;
use crate::say::voice::Voice;

/// How far the next better and the next worse known places are, or what parts units with equal totals.
pub(crate) fn gaps(voice: Voice<'_>, part: GroupResult<'_>, row: usize) -> Vec<String> {
    let say = |side: &str, Neighbour { rank, between }: Neighbour| {
        let rank = voice.words.rank(rank);
        match between {
            Between::Apart(why) => {
                let by = by(voice, part, why);
                voice.say(&format!("gap.{side}.equal"), &[("rank", &rank), ("by", &by)])
            }
            Between::Points(gap) => {
                voice.say(&format!("gap.{side}"), &[("rank", &rank), ("gap", &distance(voice, gap))])
            }
        }
    };
    let [better, worse] = neighbours(part, voice.group_order(part), row);
    better.map(|b| say("behind", b)).into_iter().chain(worse.map(|w| say("ahead", w))).collect()
}
