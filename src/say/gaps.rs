//! How far the next places are, in words.

use crate::model::Order;
use crate::report::difference::Difference;
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
            Between::Points(gap) => apart(voice, part, side, &rank, gap),
        }
    };
    let [better, worse] = neighbours(part, voice.group_order(part), row);
    better.map(|b| say("behind", b)).into_iter().chain(worse.map(|w| say("ahead", w))).collect()
}

/// How far a total is behind that of a rank, or ahead of it: where less is better, what is behind has more.
pub(crate) fn apart(voice: Voice<'_>, part: GroupResult<'_>, side: &str, rank: &str, gap: Difference) -> String {
    let order = match part.group.scheme.rank.order {
        Order::Descending => "",
        Order::Ascending => ".ascending",
    };
    voice.say(&format!("gap.{side}{order}"), &[("rank", rank), ("gap", &distance(voice, gap))])
}
