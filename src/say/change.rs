//! A change in words: points and places with their signs, or why there is none.

use serde::Serialize;

use crate::model::{Disclosure, EditionGroup, EditionIdx, Rank, State};
use crate::rankings::{CellVerdict, CellWhy, Presence, RankChange};
use crate::report::difference::Difference;
use crate::report::since::CellTold;
use crate::say::compared::why;
use crate::say::editions::edition_name;
use crate::say::points::plural_of;
use crate::say::ranks::held;
use crate::say::voice::Voice;

/// The change of a cell, ready to be shown.
#[derive(Serialize, Clone)]
pub(crate) struct ChangeView {
    /// In points, or in percentage points where the scale changed.
    pub(crate) score: Option<Signed>,
    /// In places.
    pub(crate) rank: Option<Signed>,
    /// Why nothing is shown.
    pub(crate) why: Option<String>,
    /// `comparable`, `share`, `broken` or `new`, for scripts.
    pub(crate) verdict: &'static str,
}

/// A change with its sign for the eye and its words for the ear.
#[derive(Serialize, Clone)]
pub(crate) struct Signed {
    /// `▲2`, `▼1`, `=`, or `+1,4`.
    pub(crate) sign: String,
    /// `lên 2 bậc`, `tăng 1,4 điểm`.
    pub(crate) words: String,
    /// The plain value, for scripts.
    pub(crate) value: String,
}

impl ChangeView {
    /// What changed since an edition, in one sentence.
    pub(crate) fn since(&self, voice: Voice<'_>, edition: &str) -> String {
        let moved: Vec<String> = [&self.rank, &self.score].into_iter().flatten().map(|s| s.words.clone()).collect();
        match &self.why {
            Some(why) => voice.say("unit-years.none", &[("edition", edition), ("why", why)]),
            None => voice.say("unit-years.since", &[("edition", edition), ("moved", &voice.words.list(&moved))]),
        }
    }
}

/// The change of a cell.
pub(crate) fn view(voice: Voice<'_>, told: CellTold) -> ChangeView {
    let CellTold { cell: change, by, before, instead } = told;
    let score = match change.verdict {
        CellVerdict::Comparable => by.map(|by| points(voice, by)),
        CellVerdict::Share => by.map(|by| share(voice, by)),
        CellVerdict::Broken | CellVerdict::New => None,
    };
    let rank = change.rank.map(|rank| places(voice, rank.gained()));
    let verdict = match change.verdict {
        CellVerdict::Comparable => "comparable",
        CellVerdict::Share => "share",
        CellVerdict::Broken => "broken",
        CellVerdict::New => "new",
    };
    let is_nothing = score.is_none() && rank.is_none();
    let reason = || match change.verdict {
        CellVerdict::Comparable | CellVerdict::Share => nothing(voice, before, instead),
        CellVerdict::Broken => voice.say("move.broken", &[("why", &why(voice, before).cell(change.why))]),
        CellVerdict::New => new(voice, before, change.why),
    };
    ChangeView { score, rank, why: is_nothing.then(reason), verdict }
}

/// That a unit was not in the edition before: it is new, or back, or only not in that one.
fn new(voice: Voice<'_>, before: EditionIdx, cell: CellWhy) -> String {
    let because = why(voice, before).cell(cell);
    match cell {
        CellWhy::Unit(Presence::Returned) => voice.say("move.back", &[("why", &because)]),
        CellWhy::Unit(Presence::Absent) => because,
        CellWhy::Unit(_) | CellWhy::Column(_) => voice.say("move.new", &[("why", &because)]),
    }
}

/// Why two values that may be compared have no difference: one of them is no number, or is not known.
fn nothing(voice: Voice<'_>, before: EditionIdx, [was, now]: [Option<State>; 2]) -> String {
    match (now.and_then(|now| no_number(voice, now)), was) {
        (Some(now), _) => now,
        (None, Some(was)) => no_number_before(voice, before, was).unwrap_or_else(|| voice.say("move.unknown", &[])),
        (None, None) => voice.say("move.unknown", &[]),
    }
}

/// That there is no number to be read; nothing where it is only not known.
pub(crate) fn no_number(voice: Voice<'_>, state: State) -> Option<String> {
    match state.disclosure() {
        Disclosure::Secret | Disclosure::None(_) => Some(voice.say(&format!("sign.{}", state.word()), &[])),
        Disclosure::Written | Disclosure::Open => None,
    }
}

/// The same of an edition before.
pub(crate) fn no_number_before(voice: Voice<'_>, before: EditionIdx, state: State) -> Option<String> {
    match state.disclosure() {
        Disclosure::Secret | Disclosure::None(_) => {
            let edition = edition_name(voice, before);
            Some(voice.say(&format!("move.before.{}", state.word()), &[("edition", &edition)]))
        }
        Disclosure::Written | Disclosure::Open => None,
    }
}

/// A change in points, with a word where the printed values differ by something else.
fn points(voice: Voice<'_>, Difference { exact, by, is_unlike_print, is_of_rounded }: Difference) -> Signed {
    let amount = voice.number(&by.abs());
    let say = |key: &str| voice.say_n(key, plural_of(by), &[("points", &amount)]);
    let (sign, words) = if by.is_zero() {
        ("=".to_owned(), voice.say("move.points.same", &[]))
    } else if by.is_sign_negative() {
        (voice.number(&by), say("move.points.down"))
    } else {
        (format!("+{amount}"), say("move.points.up"))
    };
    let told = |change: String| match (is_unlike_print, is_of_rounded) {
        (true, _) => voice.say("move.points.unrounded", &[("change", &change)]),
        (false, true) => voice.say("move.points.rounded", &[("change", &change)]),
        (false, false) => change,
    };
    Signed { sign: told(sign), words: told(words), value: exact.normalize().to_string() }
}

/// A change of the share of the maximum.
fn share(voice: Voice<'_>, Difference { exact, by, .. }: Difference) -> Signed {
    let amount = voice.number(&by.abs());
    let (key, sign) = if by.is_zero() {
        ("move.share.same", "=")
    } else if by.is_sign_negative() {
        ("move.share.down", "−")
    } else {
        ("move.share.up", "+")
    };
    let sign =
        if by.is_zero() { sign.to_owned() } else { voice.say("move.share.sign", &[("n", &format!("{sign}{amount}"))]) };
    let words = voice.say_n(key, plural_of(by), &[("points", &amount)]);
    Signed { sign, words, value: exact.to_string() }
}

/// A change in places, in halves.
pub(crate) fn places(voice: Voice<'_>, halves: i64) -> Signed {
    let amount = voice.words.places(halves.unsigned_abs());
    let say = |key: &str| voice.say_n(key, if halves.abs() == 2 { 1 } else { 2 }, &[("places", &amount)]);
    let (sign, words) = match halves {
        0 => ("=".to_owned(), voice.say("move.same", &[])),
        1.. => (format!("▲{amount}"), say("move.up")),
        _ => (format!("▼{amount}"), say("move.down")),
    };
    Signed { sign, words, value: Rank::places(halves).to_string() }
}

/// Both ends of a change of rank in short, for a table: `15 of 17 → 8 of 17`.
pub(crate) fn both_ends_short(voice: Voice<'_>, rank: RankChange) -> String {
    let end = |rank: Rank, tied: bool, of: Option<u32>| {
        let place = voice.words.shared_rank(rank, tied);
        match of {
            Some(of) => voice.say("move.short.place", &[("rank", &place), ("n", &voice.words.number(&of.into()))]),
            None => place,
        }
    };
    let was = end(rank.before, rank.tied_before, rank.of_before);
    let now = end(rank.after, rank.tied_after, rank.of_after);
    voice.say("move.short", &[("was", &was), ("now", &now)])
}

/// A change of rank with both ends: `hạng 5 trong 17 thành hạng 3 trong 18`.
pub(crate) fn both_ends(voice: Voice<'_>, group: &EditionGroup, rank: RankChange) -> String {
    let end = |rank: Rank, tied: bool, of: Option<u32>| held(voice, &[group.group], rank, tied, of);
    let was = end(rank.before, rank.tied_before, rank.of_before);
    let now = end(rank.after, rank.tied_after, rank.of_after);
    voice.say("move.ends", &[("was", &was), ("now", &now)])
}
