//! How far the next places are, in words.

use crate::report::group::GroupResult;
use crate::report::neighbours::{Neighbour, neighbours};
use crate::say::points::points;
use crate::say::voice::Voice;

/// How far the next better and the next worse known places are.
pub(crate) fn gaps(voice: Voice<'_>, part: GroupResult<'_>, row: usize) -> Vec<String> {
    let say = |key: &str, Neighbour { rank, gap }: Neighbour| {
        voice.say(key, &[("rank", &voice.words.rank(rank)), ("gap", &points(voice, gap))])
    };
    let [better, worse] = neighbours(part, voice.group_order(part), row);
    better.map(|b| say("gap.behind", b)).into_iter().chain(worse.map(|w| say("gap.ahead", w))).collect()
}
