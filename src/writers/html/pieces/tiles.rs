//! The figures at the head of a scorecard, each with its meaning.

use serde::Serialize;

use crate::fragments::{Mark, Marks, RankLook, Sign, rank_cell};
use crate::model::State;
use crate::rankings::{Known, Standing};
use crate::render::Html;
use crate::report::columns::{has_total, letter};
use crate::report::findings::unnamed;
use crate::report::group::GroupResult;
use crate::report::maxima::UnitMaxima;
use crate::say::absence;
use crate::say::gaps::gaps;
use crate::say::names::others;
use crate::say::points::maximum_in_points;
use crate::say::population::population;
use crate::say::ranks::besides;
use crate::writers::html::frame::context::Page;
use crate::writers::html::frame::link::unit_link;
use crate::writers::html::pieces::cells::score;

/// A figure with its meaning.
#[derive(Serialize)]
pub(crate) struct Tile {
    figure: String,
    small: Option<String>,
    means: String,
    /// With whom it is shared.
    tied: Option<Html>,
    lead: bool,
    unknown: bool,
}

/// The most criteria that are told by their letters.
const LETTERS: usize = 26;

/// The officer's questions: rank of how many, total and gaps, criteria at their maximum.
pub(crate) fn tiles(page: &Page<'_>, part: GroupResult<'_>, row: usize) -> Vec<Tile> {
    let mut tiles = vec![rank_tile(page, part, row)];
    tiles.extend(total_tile(page, part, row));
    tiles.extend(maximum_tile(page, part, row));
    tiles
}

/// Rank and total in words, as far as they are known; or why the unit is not ranked.
pub(crate) fn in_short(page: &Page<'_>, part: GroupResult<'_>, row: usize, tiles: &[Tile]) -> String {
    let mut sentences = Vec::new();
    let standing = part.standing(part.total(), row);
    let rank = || rank_in_words(page, part, &standing, tiles.first()?);
    sentences.extend(absence::why_unranked(page.voice, part, row).or_else(rank));
    sentences.extend(standing.has_printed_rank().then(|| page.say("description.disputed", &[])));
    sentences.extend(standing.has_last_rank().then(|| page.say("description.last", &[])));
    let total = tiles.get(1).filter(|tile| !tile.unknown && standing.maximum.is_some());
    sentences.extend(
        total.map(|tile| page.say("description.total", &[("score", tile.figure.as_str()), ("of", &tile.means)])),
    );
    sentences.join(" ")
}

/// The rank of how many, in one sentence.
fn rank_in_words(page: &Page<'_>, part: GroupResult<'_>, standing: &Standing, tile: &Tile) -> Option<String> {
    if tile.unknown {
        return Some(tile.means.clone());
    }
    if standing.is_last_unnumbered() {
        return Some(page.say("description.rank.last", &[("of", &tile.means)]));
    }
    let cell = rank_cell(page.words(), standing, &mut Marks::default());
    let rank = [("rank", cell.shown.as_str())];
    Some(match (standing.ranked, cell.tied) {
        (Some(n), true) => page.voice.say_units(part.group, "description.rank.tied", n as usize, &rank),
        (Some(n), false) => page.voice.say_units(part.group, "description.rank", n as usize, &rank),
        (None, true) => page.say("description.rank.tied.open", &[rank[0], ("of", &tile.means)]),
        (None, false) => page.say("description.rank.open", &[rank[0], ("of", &tile.means)]),
    })
}

fn rank_tile(page: &Page<'_>, part: GroupResult<'_>, row: usize) -> Tile {
    let total = part.total();
    let standing = part.standing(total, row);
    let cell = rank_cell(page.words(), &standing, &mut Marks::default());
    let unknown = matches!(cell.look, RankLook::Unknown | RankLook::Empty);
    let is_not_ranked = part.is_not_ranked(row);
    let figure = match unknown {
        true if is_not_ranked => page.say("tile.unranked", &[]),
        true => State::Unpublished.symbol().to_owned(),
        _ if standing.is_last_unnumbered() => page.say("tile.last", &[("rank", &cell.shown)]),
        false => page.say("tile.rank", &[("rank", &cell.written())]),
    };
    // Of how many: those that are ranked, fewer than the units of the group where some are not.
    let of = match standing.ranked.filter(|_| !unknown) {
        Some(ranked) => page.voice.say_units(part.group, "population.among", ranked as usize, &[]),
        None => population(page.voice, part, part.total()),
    };
    let tied = match (standing.rank, cell.tied) {
        (Known::Exact(rank), true) => {
            let named = page.voice.group_order(part).sharing(part, row, rank);
            Some(tied_with(page, part, &named, unnamed(part, total, &[&[row], named.as_slice()].concat())))
        }
        _ => None,
    };
    let means = if unknown && !is_not_ranked { page.say("tile.rank.unknown", &[("of", &of)]) } else { of };
    let small = match (cell.mark, besides(page.voice, &standing)) {
        (Some(mark), Some(last)) if mark.kind == Sign::Announced && standing.has_last_rank() => {
            Some(format!("{} {last}", mark.sign))
        }
        (mark, besides) => joined(mark.map(|mark| short(page, &mark)), besides),
    };
    Tile { figure, small, means, tied, lead: true, unknown }
}

/// The units that share a rank, with links, or how many they are; `more` are not named.
fn tied_with(page: &Page<'_>, part: GroupResult<'_>, named: &[usize], more: usize) -> Html {
    if named.is_empty() || named.len() > 3 {
        return Html::text(&page.voice.say_units(part.group, "tile.tied.many", named.len() + more, &[]));
    }
    let link = |&row: &usize| {
        let unit = part.group.units[row];
        let address = unit_link(page, part.edition, &page.series().units[unit.0].id);
        page.html(page.unit_text(part.edition, unit)).linked(Some(&address))
    };
    let more = others(page.voice, part, more).map(|others| Html::text(&others));
    let names: Vec<Html> = named.iter().map(link).chain(more).collect();
    page.words().say_html("tile.tied", &[("names", &page.words().list_html(&names))])
}

/// Both of two, or the one that there is.
fn joined(first: Option<String>, second: Option<String>) -> Option<String> {
    let both: Vec<String> = [first, second].into_iter().flatten().collect();
    (!both.is_empty()).then(|| both.join(", "))
}

/// A sign with its name: `§ công bố`.
fn short(page: &Page<'_>, mark: &Mark) -> String {
    format!("{} {}", mark.sign, page.say(&format!("short.{}", mark.kind.key()), &[]))
}

fn total_tile(page: &Page<'_>, part: GroupResult<'_>, row: usize) -> Option<Tile> {
    let total = part.total();
    if !has_total(part) {
        return None;
    }
    let cell = score(page, part, total, row, &mut Marks::default());
    let mut parts = Vec::new();
    // The unit's own, where a mean has lost some of its parts.
    if let Some(max) = part.standing(total, row).maximum {
        parts.push(page.say("tile.of", &[("points", &maximum_in_points(page.voice, max))]));
    }
    parts.extend(gaps(page.voice, part, row));
    let band = part.standing(total, row).band.and_then(|band| part.group.scheme.bands.get(band));
    parts.extend(band.map(|band| page.say("tile.band", &[("band", page.text(&band.name))])));
    if parts.is_empty() {
        parts.push(page.say("table.total", &[]));
    }
    let small = match &cell.mark {
        Some(mark) => Some(short(page, mark)),
        None => cell.meaning.clone().filter(|_| cell.has_no_number()),
    };
    let unknown = cell.value.is_none();
    Some(Tile { figure: cell.written().to_owned(), small, means: parts.join(", "), tied: None, lead: false, unknown })
}

fn maximum_tile(page: &Page<'_>, part: GroupResult<'_>, row: usize) -> Option<Tile> {
    let UnitMaxima { n_reachable, n_known, reached, is_settled } = UnitMaxima::of(part, row);
    if n_known == 0 || n_reachable > LETTERS {
        return None;
    }
    let full: Vec<String> = reached.into_iter().filter_map(|column| letter(part, column)).collect();
    let means = match (full.len(), is_settled) {
        (0, true) => page.say("tile.full.none", &[]),
        (0, false) => page.say("tile.full.none.known", &[]),
        (n, _) => page.say_n("tile.full", n, &[("letters", &full.join(", "))]),
    };
    let key = match (n_known == n_reachable, n_reachable == part.group.scheme.top_level().count()) {
        (true, true) => "tile.known.all",
        (false, true) => "tile.known",
        (true, false) => "tile.known.all.reach",
        (false, false) => "tile.known.reach",
    };
    let small = Some(page.say_n(key, n_known, &[]));
    Some(Tile {
        figure: page.words().number(&full.len().into()),
        small,
        means,
        tied: None,
        lead: false,
        unknown: false,
    })
}
