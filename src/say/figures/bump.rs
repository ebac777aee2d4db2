//! What the chart of ranks over the editions says.

use super::joined;
use crate::report::group::GroupResult;
use crate::report::led::{Led, led};
use crate::say::editions::edition_name;
use crate::say::voice::Voice;

/// The most units that the message names.
const MOST_NAMED: usize = 3;

/// What is drawn of the ranks of a group.
pub(crate) struct RanksDrawn {
    /// How many lines have a name.
    pub(crate) named: usize,
    /// How many are grey.
    pub(crate) grey: usize,
    /// How many units are not drawn.
    pub(crate) left_out: usize,
    /// Whether editions that lie close are left out.
    pub(crate) is_thinned: bool,
    /// The last rank that has a row of its own, where ranks beyond it lie closer.
    pub(crate) rows: Option<u32>,
}

/// The message: who led all editions with a known first rank, or the newest; else what is drawn.
pub(crate) fn title(voice: Voice<'_>, parts: &[GroupResult<'_>]) -> Option<String> {
    let group = voice.group_name(parts.last()?.group);
    Some(leaders(voice, parts).unwrap_or_else(|| voice.say("figure.bump.plain", &[("group", group)])))
}

fn leaders(voice: Voice<'_>, parts: &[GroupResult<'_>]) -> Option<String> {
    let newest = parts.last()?.edition;
    let Led { units, editions, is_open } = led(parts, voice.order).filter(|led| led.units.len() <= MOST_NAMED)?;
    let names: Vec<String> = units.iter().map(|&unit| voice.unit_name(newest, unit).to_owned()).collect();
    let (names, edition) = (voice.words.list(&names), edition_name(voice, newest));
    Some(match editions {
        None => {
            let key = if is_open { "figure.bump.title.open" } else { "figure.bump.title" };
            voice.say(key, &[("names", &names), ("edition", &edition)])
        }
        Some(2) => voice.say("figure.bump.led.both", &[("names", &names)]),
        Some(n) => voice.say("figure.bump.led", &[("names", &names), ("n", &voice.words.number(&n.into()))]),
    })
}

/// What lines mean, and which of a deep chart are grey or left out.
pub(crate) fn caption(voice: Voice<'_>, part: GroupResult<'_>, drawn: &RanksDrawn) -> String {
    let number = |n: usize| voice.words.number(&n.into());
    let of_group = [part.group.group];
    let say = |key: &str, args: &[(&str, &str)]| voice.say_of(&of_group, key, args);
    joined([
        Some(voice.say("figure.bump.caption", &[])),
        (drawn.grey > 0)
            .then(|| say("figure.bump.grey", &[("named", &number(drawn.named)), ("n", &number(drawn.grey))])),
        (drawn.left_out > 0).then(|| voice.say_units_of(&of_group, "figure.bump.left-out", drawn.left_out, &[])),
        drawn.is_thinned.then(|| say("figure.bump.thinned", &[])),
        drawn.rows.map(|rows| voice.say("figure.bump.rows", &[("rank", &number(rows as usize))])),
    ])
}
