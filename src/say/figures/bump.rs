//! What the chart of ranks over the editions says.

use super::joined;
use crate::model::UnitIdx;
use crate::report::findings::{firsts, unnamed};
use crate::report::group::GroupResult;
use crate::say::editions::edition_name;
use crate::say::voice::Voice;

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
    let leaders = |part: &GroupResult<'_>| {
        let (_, rows) = firsts(*part, voice.group_order(*part), part.total())?;
        if unnamed(*part, part.total(), &rows) > 0 {
            return None;
        }
        Some(rows.into_iter().map(|row| part.group.units[row]).collect::<Vec<UnitIdx>>())
    };
    let all: Vec<Vec<UnitIdx>> = parts.iter().filter_map(leaders).collect();
    let newest = *parts.last()?;
    // Of editions whose leaders are not known nobody led all.
    let is_whole = all.len() > 1 && all.len() == parts.len();
    let of_newest = leaders(&newest)?;
    let always: Vec<UnitIdx> =
        of_newest.iter().copied().filter(|unit| is_whole && all.iter().all(|led| led.contains(unit))).collect();
    let (led, key) = match all.len() {
        _ if always.is_empty() => (of_newest, "figure.bump.title"),
        2 => (always, "figure.bump.led.both"),
        _ => (always, "figure.bump.led"),
    };
    if led.len() > 3 {
        return None;
    }
    let names: Vec<String> = led.iter().map(|&unit| voice.unit_name(newest.edition, unit).to_owned()).collect();
    let (names, n) = (voice.words.list(&names), voice.words.number(&all.len().into()));
    Some(voice.say(key, &[("names", &names), ("n", &n), ("edition", &edition_name(voice, newest.edition))]))
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
