//! A change in words: points and places with their signs, or why there is none.

use rust_decimal::Decimal;
use serde::Serialize;

use super::{Since, why};
use crate::fragments::{Look, Marks};
use crate::model::Rank;
use crate::rankings::{CellChange, CellVerdict, RankChange};
use crate::writers::html::context::Page;
use crate::writers::html::tables::{Part, edition_name, score};

/// The change of a cell, ready to be shown.
#[derive(Serialize, Clone)]
pub(in crate::writers::html) struct ChangeView {
    /// In points, or in percentage points where the scale changed.
    pub(in crate::writers::html) score: Option<Signed>,
    /// In places.
    pub(in crate::writers::html) rank: Option<Signed>,
    /// Why nothing is shown.
    pub(in crate::writers::html) why: Option<String>,
    /// `comparable`, `share`, `broken` or `new`, for scripts.
    pub(in crate::writers::html) verdict: &'static str,
}

/// A change with its sign for the eye and its words for the ear.
#[derive(Serialize, Clone)]
pub(in crate::writers::html) struct Signed {
    /// `▲2`, `▼1`, `=`, or `+1,4`.
    pub(in crate::writers::html) sign: String,
    /// `lên 2 bậc`, `tăng 1,4 điểm`.
    pub(in crate::writers::html) words: String,
    /// The plain value, for scripts.
    pub(in crate::writers::html) value: String,
}

impl ChangeView {
    /// What changed since an edition, in one sentence.
    pub(in crate::writers::html) fn since(&self, page: &Page<'_>, edition: &str) -> String {
        let moved: Vec<String> = [&self.rank, &self.score].into_iter().flatten().map(|s| s.words.clone()).collect();
        match &self.why {
            Some(why) => page.say("unit-years.none", &[("edition", edition), ("why", why)]),
            None => page.say("unit-years.since", &[("edition", edition), ("moved", &page.words().list(&moved))]),
        }
    }
}

/// How many decimals percentage points are shown with.
const SHARE_DECIMALS: u32 = 2;

/// The change of a cell, its points as `Since` tells them.
pub(in crate::writers::html) fn view(page: &Page<'_>, change: CellChange) -> ChangeView {
    let score = match change.verdict {
        CellVerdict::Comparable => change.score.map(|by| points(page, by)),
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

/// The change of a unit's total; where one of the two is no number, the reason of that.
pub(super) fn view_of(page: &Page<'_>, since: &Since<'_>, part: Part<'_>, row: usize) -> ChangeView {
    let cell = since.cell(part, part.total(), row);
    let view = view(page, cell);
    let unknown = view.why.is_some() && super::movers::is_compared(cell);
    let why = view.why.map(|why| if unknown { nothing(page, since, part, row).unwrap_or(why) } else { why });
    ChangeView { why, ..view }
}

/// Why a total, or the one before, is no number.
fn nothing(page: &Page<'_>, since: &Since<'_>, part: Part<'_>, row: usize) -> Option<String> {
    let meaning = |part: Part<'_>, column: usize, row: usize| {
        let cell = score(page, part, column, row, &mut Marks::default());
        cell.meaning.filter(|_| matches!(cell.look, Look::Empty | Look::Withheld))
    };
    meaning(part, part.total(), row).or_else(|| {
        let (then, column, at) = since.place_then(part.total(), row)?;
        let why = meaning(then, column, at)?;
        Some(page.say("move.before", &[("edition", &edition_name(page, since.before)), ("why", &why)]))
    })
}

/// A change in points.
fn points(page: &Page<'_>, by: Decimal) -> Signed {
    let amount = page.number(&by.abs().normalize());
    let say = |key: &str| page.say_n(key, number_of(by.abs() == Decimal::ONE), &[("points", &amount)]);
    let (sign, words) = if by.is_zero() {
        ("=".to_owned(), page.say("move.points.same", &[]))
    } else if by.is_sign_negative() {
        (page.number(&by.normalize()), say("move.points.down"))
    } else {
        (format!("+{amount}"), say("move.points.up"))
    };
    Signed { sign, words, value: by.to_string() }
}

/// The number that chooses the form of a word: only one whole is one.
fn number_of(is_one: bool) -> usize {
    if is_one { 1 } else { 2 }
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
    let words = page.say_n(key, number_of(shown.abs() == Decimal::ONE), &[("points", &amount)]);
    Signed { sign, words, value: by.to_string() }
}

/// A change in places, in halves.
pub(in crate::writers::html) fn places(page: &Page<'_>, halves: i64) -> Signed {
    let places = Rank::halves(u32::try_from(halves.unsigned_abs()).unwrap_or(u32::MAX));
    let amount = page.words().rank(places);
    let say = |key: &str| page.say_n(key, number_of(halves.abs() == 2), &[("places", &amount)]);
    let minus = if halves < 0 { "-" } else { "" };
    let (sign, words) = match halves {
        0 => ("=".to_owned(), page.say("move.same", &[])),
        1.. => (format!("▲{amount}"), say("move.up")),
        _ => (format!("▼{amount}"), say("move.down")),
    };
    Signed { sign, words, value: format!("{minus}{places}") }
}

/// Both ends of a change of rank in short, for a table: `15 / 17 → 8 / 17`.
pub(in crate::writers::html) fn both_ends_short(page: &Page<'_>, rank: RankChange) -> String {
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
pub(in crate::writers::html) fn both_ends(page: &Page<'_>, rank: RankChange) -> String {
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
