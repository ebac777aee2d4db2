//! The scorecard of a unit in an edition, fit for one printed page.

use std::sync::Arc;

use serde::Serialize;

use super::archive::{marked, marked_name};
use super::compare;
use super::context::{Context, Job, Page};
use super::corrections;
use super::edition::{RemarkView, remarks};
use super::figures::{Figure, profile};
use super::findings::of_unit;
use super::frame::{Frame, Head, Link, frame};
use super::frame_legend;
use super::line::{Line, settled};
use super::reasons::reason;
use super::tables::{Part, edition_name, is_coloured, letter, points, population, score, unit_link};
use super::years::{Since, change_view};
use crate::fragments::{Marks, Sheet, SheetRow, rank_cell, sheet_table};
use crate::model::Rank;
use crate::rankings::{Known, StandingState};
use crate::render::Html;
use crate::routes::Route;

#[derive(Serialize)]
struct Scorecard {
    frame: Frame,
    kick: String,
    title: Html,
    tiles: Vec<Tile>,
    unranked: Option<String>,
    points: Vec<String>,
    /// What changed since the edition before: of another edition, so that a sealed page may have another.
    since: Option<String>,
    sheet: Html,
    legend: Vec<frame_legend::Entry>,
    hatch: Html,
    figure: Option<Figure>,
    notes: Vec<Note>,
    remarks: Vec<RemarkView>,
    group: Link,
    around: Vec<Link>,
    others: Vec<Link>,
}

/// A figure with its meaning.
#[derive(Serialize)]
struct Tile {
    figure: String,
    small: Option<String>,
    means: String,
    /// With whom it is shared.
    tied: Option<Html>,
    lead: bool,
    unknown: bool,
}

/// What the score file notes on a cell.
#[derive(Serialize)]
struct Note {
    criterion: String,
    text: Html,
}

/// The scorecard of each unit of the editions that have them, in each language.
pub(super) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    let mut jobs = Vec::new();
    for (index, edition) in context.editions().filter(|(index, _)| context.has_scorecards(*index)) {
        for (position, group) in edition.groups.iter().enumerate() {
            let lines: Vec<Arc<Line>> = context.languages.iter().map(|_| Arc::default()).collect();
            for (row, unit) in group.units.iter().enumerate() {
                let id = &context.series.units[unit.0].id;
                for (language, line) in context.languages.iter().zip(&lines) {
                    let line = Arc::clone(line);
                    let write = move |page: &Page<'a>| view(page, Part::of(page, index, position), row, &line);
                    jobs.push(Job::new(context, language, Route::Scorecard(&edition.id, id), "unit.html", write));
                }
            }
        }
    }
    jobs
}

fn view(page: &Page<'_>, part: Part<'_>, row: usize, line: &Line) -> Scorecard {
    let index = part.edition;
    let unit = part.group.units[row];
    let (name, edition) = (page.unit_name(index, unit), edition_name(page, index));
    let words = [
        ("unit", name),
        ("edition", edition.as_str()),
        ("group", page.group_name(part.group)),
        ("site", page.text(&page.series().site.title)),
    ];
    let tiles = tiles(page, part, row, line);
    let found = in_short(page, part, row, &tiles);
    let edition_id = &page.edition(index).id;
    let group_id = &page.series().groups[part.group.group.0].id;
    let head = Head {
        title: page.say("title.unit", &words),
        description: page.say("description.unit", &[&words[..], &[("found", &found)]].concat()),
        crumbs: vec![
            Link::to(page, Route::Home, page.say("crumb.home", &[])),
            Link::to(page, Route::Edition(edition_id), page.say("edition.crumb", &[("edition", &edition)])),
            Link::to(page, Route::Group(edition_id, group_id), page.group_name(part.group)),
            Link::here(name),
        ],
        edition: Some(index),
        languages: None,
    };
    let (sheet, marks) = sheet(page, part, row);
    Scorecard {
        frame: frame(page, head),
        kick: page.say("unit.kick", &words),
        title: page.html(page.unit_text(index, unit)),
        tiles,
        unranked: part.group.unranked[row].as_ref().map(|why| page.say("unit.unranked", &[("why", page.text(why))])),
        points: of_unit(page, part, row),
        since: since(page, part, row),
        sheet: page.fragment("sheet", &sheet, sheet_table),
        legend: frame_legend::entries(page, marks),
        hatch: Html::trusted(crate::charts::hatch_definition().to_owned()),
        figure: profile(page, part, row, "profile"),
        notes: notes(page, part, row),
        remarks: remarks(page, index, Some(part)),
        group: Link {
            label: page.say("unit.group", &words),
            href: Some(super::split::row_link(page, part, row)),
            current: false,
        },
        around: over_years(page, part, row)
            .into_iter()
            .chain(around(page, part, row, line))
            .chain(compare::link(page, part, row))
            .collect(),
        others: other_editions(page, part, row),
    }
}

/// The officer's questions: rank of how many, total and gaps, criteria at their maximum.
fn tiles(page: &Page<'_>, part: Part<'_>, row: usize, line: &Line) -> Vec<Tile> {
    let mut tiles = vec![rank_tile(page, part, row, line)];
    tiles.extend(total_tile(page, part, row, line));
    tiles.extend(maximum_tile(page, part, row));
    tiles
}

/// Rank and total in words, as far as they are known; or why the unit is not ranked.
fn in_short(page: &Page<'_>, part: Part<'_>, row: usize, tiles: &[Tile]) -> String {
    let mut sentences = Vec::new();
    if let Some(why) = &part.group.unranked[row] {
        sentences.push(page.say("unit.unranked", &[("why", page.text(why))]));
    } else if let Some(rank) = tiles.first() {
        let words = [("rank", rank.figure.as_str()), ("of", rank.means.as_str())];
        sentences.push(if rank.unknown { rank.means.clone() } else { page.say("description.rank", &words) });
    }
    let total = tiles.get(1).filter(|tile| !tile.unknown && part.group.scheme.max.is_some());
    sentences.extend(
        total.map(|tile| page.say("description.total", &[("score", tile.figure.as_str()), ("of", &tile.means)])),
    );
    sentences.join(" ")
}

fn rank_tile(page: &Page<'_>, part: Part<'_>, row: usize, line: &Line) -> Tile {
    let total = part.total();
    let standing = part.standing(total, row);
    let cell = rank_cell(page.words(), &standing, &mut Marks::default());
    let unknown = cell.shown.is_empty() || cell.shown == "…";
    let figure = match (unknown, cell.tied) {
        (true, _) => "…".to_owned(),
        (false, true) => page.say("tile.rank", &[("rank", &format!("={}", cell.shown))]),
        (false, false) => page.say("tile.rank", &[("rank", &cell.shown)]),
    };
    // Of how many: those that are ranked, fewer than the units of the group where some are not.
    let of = match standing.ranked.filter(|_| !unknown) {
        Some(ranked) => page.say_n("population.among", ranked as usize, &[]),
        None => population(page, part),
    };
    let tied = match (standing.rank, cell.tied) {
        (Known::Exact(rank), true) => Some(tied_with(page, part, &line.sharing(page, part, row, rank))),
        _ => None,
    };
    let key = if part.is_not_ranked(row) { "tile.unranked" } else { "tile.rank.unknown" };
    let means = if unknown { format!("{} {of}", page.say(key, &[])) } else { of };
    let small =
        cell.mark.map(|mark| format!("{} {}", mark.sign, page.say(&format!("short.{}", mark_key(mark.sign)), &[])));
    Tile { figure, small, means, tied, lead: true, unknown }
}

/// The units that share a rank, with links, or how many they are.
fn tied_with(page: &Page<'_>, part: Part<'_>, others: &[usize]) -> Html {
    if others.len() > 3 {
        return Html::text(&page.say_n("tile.tied.many", others.len(), &[]));
    }
    let link = |&row: &usize| {
        let unit = part.group.units[row];
        let mut html = Html::default();
        html.push_raw("<a");
        html.attr("href", &unit_link(page, part.edition, &page.series().units[unit.0].id));
        html.push_raw(">");
        html.push(&page.html(page.unit_text(part.edition, unit)));
        html.push_raw("</a>");
        html
    };
    let names: Vec<Html> = others.iter().map(link).collect();
    page.words().say_html("tile.tied", &[("names", &page.words().list_html(&names))])
}

fn mark_key(sign: &str) -> &'static str {
    match sign {
        "§" => "announced",
        "∴" => "deduced",
        _ => "computed",
    }
}

fn total_tile(page: &Page<'_>, part: Part<'_>, row: usize, line: &Line) -> Option<Tile> {
    let total = part.total();
    if part.group.scheme.is_implied() && !part.has_scores(total) {
        return None;
    }
    let cell = score(page, part, total, row, &mut Marks::default());
    let mut parts = Vec::new();
    if let Some(max) = part.group.scheme.max {
        parts.push(page.say("tile.of", &[("points", &points(page, max.normalize()))]));
    }
    parts.extend(gaps(page, part, row, line));
    if parts.is_empty() {
        parts.push(page.say("table.total", &[]));
    }
    let small =
        cell.mark.map(|mark| format!("{} {}", mark.sign, page.say(&format!("short.{}", mark_key(mark.sign)), &[])));
    let unknown = cell.value.is_empty();
    Some(Tile { figure: cell.shown, small, means: parts.join(", "), tied: None, lead: false, unknown })
}

/// How far the next better and the next worse known places are.
fn gaps(page: &Page<'_>, part: Part<'_>, row: usize, line: &Line) -> Vec<String> {
    let standing = |row: usize| settled(&part.standing(part.total(), row));
    let Some((rank, score)) = standing(row) else { return Vec::new() };
    let better = line.before(page, part, row).filter_map(standing).find(|other| other.0 < rank);
    let worse = line.after(page, part, row).filter_map(standing).find(|other| other.0 > rank);
    let say = |key: &str, (rank, value): (Rank, rust_decimal::Decimal)| {
        let shown = |value| part.shown(part.total(), value);
        let gap = points(page, (shown(value) - shown(score)).abs().normalize());
        page.say(key, &[("rank", &page.words().rank(rank)), ("gap", &gap)])
    };
    better.map(|b| say("gap.behind", b)).into_iter().chain(worse.map(|w| say("gap.ahead", w))).collect()
}

fn maximum_tile(page: &Page<'_>, part: Part<'_>, row: usize) -> Option<Tile> {
    let tops: Vec<usize> = part.group.scheme.tops().collect();
    let known = |&&c: &&usize| matches!(part.standing(c, row).score, Known::Exact(_));
    let n_known = tops.iter().filter(known).count();
    let full: Vec<String> = tops
        .iter()
        .filter(|&&c| matches!((part.standing(c, row).score, part.max(c)), (Known::Exact(s), Some(m)) if s == m))
        .filter_map(|&c| letter(part, c))
        .collect();
    if n_known == 0 || tops.len() > 26 {
        return None;
    }
    let means = if full.is_empty() {
        page.say("tile.full.none", &[])
    } else {
        page.say("tile.full", &[("letters", &full.join(", "))])
    };
    let small = Some(page.say("tile.known", &[("n", &page.words().number(&n_known.into()))]));
    Some(Tile {
        figure: page.words().number(&full.len().into()),
        small,
        means,
        tied: None,
        lead: false,
        unknown: false,
    })
}

/// The table of all criteria, and the signs that it uses.
fn sheet(page: &Page<'_>, part: Part<'_>, row: usize) -> (Sheet, Marks) {
    let mut marks = Marks::default();
    let scheme = &part.group.scheme;
    let rows = (0..scheme.n_columns()).map(|column| sheet_row(page, part, column, row, &mut marks)).collect();
    let heads = ["sheet.criterion", "table.rank", "sheet.score"].map(|key| page.say(key, &[]));
    let name = marked_name(page, part.edition);
    let caption = page.say("sheet.caption", &[("edition", &name), ("population", &population(page, part))]);
    (Sheet { caption, heads, tied_word: page.say("table.tied", &[]), rows }, marks)
}

fn sheet_row(page: &Page<'_>, part: Part<'_>, column: usize, row: usize, marks: &mut Marks) -> SheetRow {
    let scheme = &part.group.scheme;
    let edition = &page.edition(part.edition).id;
    let standing = part.standing(column, row);
    let criterion = scheme.criteria.get(column);
    let name = criterion.map_or_else(|| Html::text(&page.say("table.total", &[])), |c| page.html(&c.name));
    SheetRow {
        letter: letter(part, column),
        coloured: is_coloured(scheme),
        depth: depth(part, column),
        name,
        href: criterion.map(|c| page.link(Route::Criterion(edition, &c.id))),
        note: reason(page, part, &standing).or_else(|| sharing(page, part, column, row)),
        rank: rank_cell(page.words(), &standing, marks),
        score: score(page, part, column, row, marks),
        maximum: standing
            .maximum
            .filter(|_| !matches!(standing.state, StandingState::Missing | StandingState::Exempt))
            .map(|max| format!("/{}", page.number(&max.normalize()))),
        total: criterion.is_none(),
    }
}

fn depth(part: Part<'_>, column: usize) -> usize {
    let mut depth = 0;
    let mut at = part.group.scheme.criteria.get(column).and_then(|c| c.parent);
    while let Some(parent) = at {
        depth += 1;
        at = part.group.scheme.criteria[parent].parent;
    }
    depth
}

/// That a unit has the maximum, and how many share it.
fn sharing(page: &Page<'_>, part: Part<'_>, column: usize, row: usize) -> Option<String> {
    let standing = part.standing(column, row);
    let full = matches!((standing.score, standing.maximum), (Known::Exact(score), Some(max)) if score == max);
    let tied = standing.tied.unwrap_or(1) as usize;
    match (full, tied) {
        (true, 0 | 1) => Some(page.say("sheet.full", &[])),
        (true, n) => Some(page.say_n("sheet.full.shared", n - 1, &[])),
        (false, 2..) => Some(page.say_n("sheet.shared", tied - 1, &[])),
        _ => None,
    }
}

/// What the score file notes on cells of the unit.
fn notes(page: &Page<'_>, part: Part<'_>, row: usize) -> Vec<Note> {
    let scheme = &part.group.scheme;
    let mut notes = Vec::new();
    for column in 0..scheme.n_columns() {
        let Some(extra) = part.group.columns[column].extra(row) else { continue };
        let name = scheme.criteria.get(column).map_or_else(|| page.say("table.total", &[]), |c| page.text_of(&c.name));
        for text in [&extra.note, &extra.source, &extra.disputed].into_iter().flatten() {
            notes.push(Note { criterion: name.clone(), text: page.html(text) });
        }
        if let Some(own) = extra.own {
            let words = page.say("unit.own", &[("score", &page.number(&own))]);
            notes.push(Note { criterion: name.clone(), text: Html::text(&words) });
        }
        let corrected = corrections::of_cell(page, part, column, row);
        notes.extend(corrected.into_iter().map(|text| Note { criterion: name.clone(), text }));
    }
    for adjustment in part.group.adjustments.iter().filter(|a| a.row as usize == row) {
        let criterion = page.say("unit.adjustment", &[("points", &points(page, adjustment.points))]);
        notes.push(Note { criterion, text: page.html(&adjustment.reason) });
    }
    notes
}

/// What changed since the edition before, or why that is not said.
fn since(page: &Page<'_>, part: Part<'_>, row: usize) -> Option<String> {
    let since = Since::of(page, part)?;
    let view = change_view(page, since.cell(part, part.total(), row));
    let before = edition_name(page, since.before);
    Some(view.since(page, &before))
}

/// The way to the unit's page over the years, where it is in more than one edition.
fn over_years(page: &Page<'_>, part: Part<'_>, row: usize) -> Option<Link> {
    let unit = part.group.units[row];
    let id = &page.series().units[unit.0].id;
    let several = page.context.standings(unit).len() > 1;
    several.then(|| Link::to(page, Route::UnitYears(id), page.say("unit.years", &[])))
}

/// The units before and after in the order of the ranking.
fn around(page: &Page<'_>, part: Part<'_>, row: usize, line: &Line) -> Vec<Link> {
    let link = |key: &str, other: usize| {
        let unit = part.group.units[other];
        let label = page.say(key, &[("unit", page.unit_name(part.edition, unit))]);
        let route = Route::Scorecard(&page.edition(part.edition).id, &page.series().units[unit.0].id);
        Link::to(page, route, label)
    };
    let before = line.before(page, part, row).next().map(|other| link("unit.before", other));
    let after = line.after(page, part, row).next().map(|other| link("unit.after", other));
    before.into_iter().chain(after).collect()
}

/// The same unit in other editions that have scorecards.
fn other_editions(page: &Page<'_>, part: Part<'_>, row: usize) -> Vec<Link> {
    let (index, unit) = (part.edition, part.group.units[row]);
    let id = &page.series().units[unit.0].id;
    let mut links = Vec::new();
    for (other, edition) in page.context.editions() {
        let there = edition.groups.iter().any(|g| g.units.contains(&unit));
        if other == index {
            links.push(Link::here(marked(page, other, &edition.id)));
        } else if there && page.has_scorecards(other) {
            links.push(Link::to(page, Route::Scorecard(&edition.id, id), marked(page, other, &edition.id)));
        }
    }
    links
}

/// How far the next places are, for tests of the words.
#[cfg(test)]
pub(super) fn gap_sentences(page: &Page<'_>, part: Part<'_>, row: usize) -> Vec<String> {
    gaps(page, part, row, &Line::default())
}
