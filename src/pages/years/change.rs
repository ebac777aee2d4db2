//! A change in words: points and places with their signs, or why there is none.

use rust_decimal::Decimal;
use serde::Serialize;

use super::why;
use crate::model::Rank;
use crate::pages::context::Page;
use crate::pages::tables::Part;
use crate::rankings::{CellChange, CellVerdict, RankChange};

/// The change of a cell, ready to be shown.
#[derive(Serialize, Clone)]
pub(in crate::pages) struct ChangeView {
    /// In points, or in percentage points where the scale changed.
    pub(in crate::pages) score: Option<Signed>,
    /// In places.
    pub(in crate::pages) rank: Option<Signed>,
    /// Why nothing is shown.
    pub(in crate::pages) why: Option<String>,
    /// `comparable`, `share`, `broken` or `new`, for scripts.
    pub(in crate::pages) verdict: &'static str,
}

/// A change with its sign for the eye and its words for the ear.
#[derive(Serialize, Clone)]
pub(in crate::pages) struct Signed {
    /// `▲2`, `▼1`, `=`, or `+1,4`.
    pub(in crate::pages) sign: String,
    /// `lên 2 bậc`, `tăng 1,4 điểm`.
    pub(in crate::pages) words: String,
    /// The plain value, for scripts.
    pub(in crate::pages) value: String,
}

impl ChangeView {
    /// What changed since an edition, in one sentence.
    pub(in crate::pages) fn since(&self, page: &Page<'_>, edition: &str) -> String {
        let moved: Vec<String> = [&self.rank, &self.score].into_iter().flatten().map(|s| s.words.clone()).collect();
        match &self.why {
            Some(why) => page.say("unit-years.none", &[("edition", edition), ("why", why)]),
            None => page.say("unit-years.since", &[("edition", edition), ("moved", &page.words().list(&moved))]),
        }
    }
}

/// How many decimals percentage points are shown with.
const SHARE_DECIMALS: u32 = 2;

/// The change of a cell of a group.
pub(in crate::pages) fn view(page: &Page<'_>, part: Part<'_>, column: usize, change: CellChange) -> ChangeView {
    let score = match change.verdict {
        CellVerdict::Comparable => change.score.map(|by| points(page, part, column, by)),
        CellVerdict::Share => change.share.map(|by| share(page, by)),
        CellVerdict::Broken | CellVerdict::New => None,
    };
    let rank = change.rank.map(|rank| places(page, rank.gained()));
    let verdict = match change.verdict {
        CellVerdict::Comparable => "comparable",
        CellVerdict::Share => "share",
        CellVerdict::Broken => "broken",
        CellVerdict::New => "new",
    };
    let nothing = score.is_none() && rank.is_none();
    let reason = || match change.verdict {
        CellVerdict::Comparable | CellVerdict::Share => page.say("move.unknown", &[]),
        CellVerdict::Broken => page.say("move.broken", &[("why", &why(page).cell(change.why))]),
        CellVerdict::New => page.say("move.new", &[("why", &why(page).cell(change.why))]),
    };
    ChangeView { score, rank, why: nothing.then(reason), verdict }
}

/// A change in points, as the column is shown.
fn points(page: &Page<'_>, part: Part<'_>, column: usize, by: Decimal) -> Signed {
    let shown = part.shown(column, by).normalize();
    let amount = page.number(&shown.abs());
    let (key, sign) = if shown.is_zero() {
        ("move.points.same", "=".to_owned())
    } else if shown.is_sign_negative() {
        ("move.points.down", page.number(&shown))
    } else {
        ("move.points.up", format!("+{amount}"))
    };
    Signed { sign, words: page.say(key, &[("n", &amount)]), value: by.to_string() }
}

/// A change of the share of the maximum.
fn share(page: &Page<'_>, by: Decimal) -> Signed {
    let shown = by.round_dp_with_strategy(SHARE_DECIMALS, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
    let amount = page.number(&shown.abs().normalize());
    let (key, sign) = if shown.is_zero() {
        ("move.share.same", "=")
    } else if shown.is_sign_negative() {
        ("move.share.down", "−")
    } else {
        ("move.share.up", "+")
    };
    let sign =
        if sign == "=" { sign.to_owned() } else { page.say("move.share.sign", &[("n", &format!("{sign}{amount}"))]) };
    Signed { sign, words: page.say(key, &[("n", &amount)]), value: by.to_string() }
}

/// A change in places, in halves.
pub(in crate::pages) fn places(page: &Page<'_>, halves: i64) -> Signed {
    let places = Rank::halves(u32::try_from(halves.unsigned_abs()).unwrap_or(u32::MAX));
    let amount = page.words().rank(places);
    let n = usize::try_from(halves.unsigned_abs() / 2).unwrap_or(usize::MAX);
    let say = |key: &str| page.say_n(key, n, &[("places", &amount)]);
    let minus = if halves < 0 { "-" } else { "" };
    let (sign, words) = match halves {
        0 => ("=".to_owned(), page.say("move.same", &[])),
        1.. => (format!("▲{amount}"), say("move.up")),
        _ => (format!("▼{amount}"), say("move.down")),
    };
    Signed { sign, words, value: format!("{minus}{places}") }
}

/// Both ends of a change of rank in short, for a table: `15 / 17 → 8 / 17`.
pub(in crate::pages) fn both_ends_short(page: &Page<'_>, rank: RankChange) -> String {
    let end = |rank: Rank, tied: bool, of: Option<u32>| {
        let place = page.words().shared_rank(rank, tied);
        match of {
            Some(of) => page.say("move.short.place", &[("rank", &place), ("n", &page.words().number(&of.into()))]),
            None => place,
        }
    };
    let was = end(rank.before, rank.tied_before, rank.of_before);
    let now = end(rank.after, rank.tied_after, rank.of_after);
    page.say("move.short", &[("was", &was), ("now", &now)])
}

/// A change of rank with both ends: `hạng 5 trong 17 thành hạng 3 trong 18`.
pub(in crate::pages) fn both_ends(page: &Page<'_>, rank: RankChange) -> String {
    let end = |rank: Rank, tied: bool, of: Option<u32>| {
        let place = page.words().shared_rank(rank, tied);
        match of {
            Some(of) => page.say("move.place", &[("rank", &place), ("n", &page.words().number(&of.into()))]),
            None => page.say("move.place.open", &[("rank", &place)]),
        }
    };
    let was = end(rank.before, rank.tied_before, rank.of_before);
    let now = end(rank.after, rank.tied_after, rank.of_after);
    page.say("move.ends", &[("was", &was), ("now", &now)])
}
