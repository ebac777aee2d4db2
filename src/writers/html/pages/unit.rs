//! The scorecard of a unit in an edition, fit for one printed page.

use serde::Serialize;

use crate::fragments::{Marks, SheetRow, UnitSheet, rank_cell, sheet_table};
use crate::model::Column;
use crate::rankings::{Known, Standing};
use crate::render::{Html, TemplateFault};
use crate::report::columns::{is_coloured, letter};
use crate::report::group::GroupResult;
use crate::report::neighbours::{Beside, beside};
use crate::report::since::SinceLast;
use crate::routes::Route;
use crate::say::cell_note::cell_note;
use crate::say::change::view as change_view;
use crate::say::disputed::of_column;
use crate::say::editions::{edition_name, marked, marked_name};
use crate::say::findings::unit::of_unit;
use crate::say::points::{maximum, points};
use crate::say::population::population;
use crate::say::{absence, accepted, corrections};
use crate::writers::html::frame::base::{Frame, frame};
use crate::writers::html::frame::context::{Context, Job, Page};
use crate::writers::html::frame::head::Head;
use crate::writers::html::frame::legend;
use crate::writers::html::frame::link::Link;
use crate::writers::html::frame::sentence::remark;
use crate::writers::html::pieces::cells::score;
use crate::writers::html::pieces::figures::figure::Figure;
use crate::writers::html::pieces::figures::profile::profile;
use crate::writers::html::pieces::remarks::{self, RemarkView};
use crate::writers::html::pieces::source_line::source_line;
use crate::writers::html::pieces::tiles::{Tile, in_short, tiles};
use crate::writers::html::pieces::{pager, ways};

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
    legend: Vec<legend::LegendEntry>,
    hatch: Html,
    figure: Option<Figure>,
    notes: Vec<Note>,
    remarks: Vec<RemarkView>,
    source: Html,
    group: Link,
    around: Vec<Link>,
    others: Vec<Link>,
}

/// What the score file notes on a cell, or on its whole column.
#[derive(Serialize)]
struct Note {
    criterion: String,
    remark: RemarkView,
}

/// The scorecard of each unit of the editions that have them, in each language.
pub(crate) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    let mut jobs = Vec::new();
    for (index, edition) in context.report.editions().filter(|(index, _)| context.report.has_scorecards(*index)) {
        for (position, group) in edition.groups.iter().enumerate() {
            for (row, unit) in group.units.iter().enumerate() {
                let id = &context.report.series.units[unit.0].id;
                for language in context.languages {
                    let write = move |page: &Page<'a>| view(page, GroupResult::of(page.report(), index, position), row);
                    jobs.push(Job::tried(context, language, Route::Scorecard(&edition.id, id), "unit.html", write));
                }
            }
        }
    }
    jobs
}

fn view(page: &Page<'_>, part: GroupResult<'_>, row: usize) -> Result<Scorecard, TemplateFault> {
    let index = part.edition;
    let unit = part.group.units[row];
    let (name, edition) = (page.unit_name(index, unit), edition_name(page.voice, index));
    let words = [
        ("unit", name),
        ("edition", edition.as_str()),
        ("group", page.group_name(part.group)),
        ("site", page.text(&page.series().site.title)),
    ];
    let tiles = tiles(page, part, row);
    let found = in_short(page, part, row, &tiles);
    let edition_id = &page.edition(index).id;
    let group_id = &page.series().groups[part.group.group.0].id;
    let head = Head {
        title: page.say("title.unit", &words),
        description: page.say("description.unit", &[&words[..], &[("found", &found)]].concat()),
        crumbs: vec![
            Link::to(page, Route::Home, page.say("crumb.home", &[])),
            Link::to(page, Route::Edition(edition_id), page.say("edition.crumb", &[("edition", &edition)])),
            Link::to(
                page,
                Route::Group(edition_id, group_id),
                page.html(&page.series().groups[part.group.group.0].name),
            ),
            Link::here(name),
        ],
        edition: Some(index),
        languages: None,
    };
    let (sheet, mut marks) = sheet(page, part, row);
    let figure = profile(page, part, row, "profile", &mut marks);
    Ok(Scorecard {
        frame: frame(page, head),
        kick: page.say("unit.kick", &words),
        title: page.html(page.unit_text(index, unit)),
        tiles,
        unranked: absence::why_unranked(page.voice, part, row),
        points: of_unit(page.voice, part, row),
        since: since(page, part, row),
        sheet: page.fragment("sheet", &sheet, sheet_table)?,
        legend: legend::entries(page, marks),
        hatch: Html::trusted(crate::charts::hatch_definition().to_owned()),
        figure,
        notes: notes(page, part, row),
        remarks: remarks::of_whole_group(page, part),
        source: source_line(page, index),
        group: Link {
            label: page.say("unit.group", &[("group", page.voice.group_in_text(part.group))]).into(),
            href: Some(pager::row_link(page, part, row)),
            current: false,
        },
        around: over_years(page, part, row)
            .into_iter()
            .chain(around(page, part, row))
            .chain(ways::compare_unit(page, part, row))
            .collect(),
        others: other_editions(page, part, row),
    })
}

/// The table of all criteria, and the signs that it uses.
fn sheet(page: &Page<'_>, part: GroupResult<'_>, row: usize) -> (UnitSheet, Marks) {
    let mut marks = Marks::default();
    let scheme = &part.group.scheme;
    let rows = scheme.columns().map(|column| sheet_row(page, part, column, row, &mut marks)).collect();
    let heads = ["sheet.criterion", "table.rank", "sheet.score"].map(|key| page.say(key, &[]));
    let name = marked_name(page.voice, part.edition);
    let caption =
        page.say("sheet.caption", &[("edition", &name), ("population", &population(page.voice, part, part.total()))]);
    (UnitSheet { caption, heads, tied_word: page.say("table.tied", &[]), rows }, marks)
}

fn sheet_row(page: &Page<'_>, part: GroupResult<'_>, column: Column, row: usize, marks: &mut Marks) -> SheetRow {
    let scheme = &part.group.scheme;
    let edition = &page.edition(part.edition).id;
    let standing = part.standing(column, row);
    let criterion = scheme.criterion(column);
    SheetRow {
        letter: letter(part, column),
        coloured: is_coloured(scheme),
        depth: depth(part, column),
        name: page.column_name(scheme, column),
        href: criterion.map(|c| page.link(Route::Criterion(edition, &c.id))),
        note: cell_note(page.voice, part, column, row).map(Html::from),
        rank: rank_cell(page.words(), &standing, marks),
        of: of_how_many(page, part, &standing),
        score: score(page, part, column, row, marks),
        maximum: standing
            .maximum
            .filter(|_| standing.state.absence().is_none())
            .map(|max| format!("/{}", maximum(page.words(), max))),
        total: criterion.is_none(),
    }
}

/// Of how many the rank of a unit is, where these are not those of which the caption of the table speaks.
fn of_how_many(page: &Page<'_>, part: GroupResult<'_>, standing: &Standing) -> Option<String> {
    let of = standing.ranked.filter(|_| standing.rank != Known::Nothing)?;
    let is_said = part.column(part.total()).of.ranked() == Some(of);
    (!is_said).then(|| page.say("sheet.rank.of", &[("n", &page.words().number(&of.into()))]))
}

fn depth(part: GroupResult<'_>, column: Column) -> usize {
    let mut depth = 0;
    let mut at = part.group.scheme.criterion(column).and_then(|c| c.parent);
    while let Some(parent) = at {
        depth += 1;
        at = part.group.scheme.criteria[parent].parent;
    }
    depth
}

/// What the score file notes on cells of the unit.
fn notes(page: &Page<'_>, part: GroupResult<'_>, row: usize) -> Vec<Note> {
    let mut notes = Vec::new();
    for column in part.group.scheme.columns() {
        let of_column = remarks::of_column(page, part, column);
        let of_cell = of_cell(page, part, column, row);
        let criterion = page.voice.column_name(&part.group.scheme, column);
        let accepted = accepted::of_unit(page.voice, part, column, row).map(|told| RemarkView::of(Html::from(told)));
        notes.extend(
            of_column
                .into_iter()
                .chain(accepted)
                .chain(of_cell)
                .map(|remark| Note { criterion: criterion.clone(), remark }),
        );
    }
    for adjustment in part.group.adjustments.iter().filter(|a| a.row.index() == row) {
        let criterion = page.say("unit.adjustment", &[("points", &points(page.voice, adjustment.points))]);
        notes.push(Note { criterion, remark: RemarkView::of(page.html(&adjustment.reason)) });
    }
    notes
}

/// What the score file notes on a cell of the unit, and what became of it.
fn of_cell(page: &Page<'_>, part: GroupResult<'_>, column: Column, row: usize) -> Vec<RemarkView> {
    let disputed = of_column(page.voice, part, column).filter(|_| part.standing(column, row).disputed);
    let mut notes: Vec<Html> = disputed.iter().map(|disputed| Html::text(disputed)).collect();
    if let Some(extra) = part.group.columns[column].extra(row) {
        let texts = [&extra.note, &extra.source, &extra.disputed].into_iter().flatten();
        notes.extend(texts.map(|text| page.html(text)));
        let own = part.own_score(column, row);
        notes.extend(own.map(|own| Html::text(&page.say("unit.own", &[("score", &page.number(&own))]))));
        let corrected = corrections::corrections_of_cell(page.voice, part, column, row);
        notes.extend(corrected.iter().map(|said| remark(page.voice, said)));
    }
    notes.into_iter().map(RemarkView::of).collect()
}

/// What changed since the edition before, or why that is not said.
fn since(page: &Page<'_>, part: GroupResult<'_>, row: usize) -> Option<String> {
    let since = SinceLast::of(page.report(), part)?;
    let view = change_view(page.voice, since.told(part, part.total(), row));
    let before = edition_name(page.voice, since.before);
    Some(view.since(page.voice, &before))
}

/// The way to the unit's page over the years, where it is in more than one edition.
fn over_years(page: &Page<'_>, part: GroupResult<'_>, row: usize) -> Option<Link> {
    let unit = part.group.units[row];
    let id = &page.series().units[unit.0].id;
    let several = page.report().standings(unit).len() > 1;
    several.then(|| Link::to(page, Route::UnitYears(id), page.voice.say_of(&[part.group.group], "unit.years", &[])))
}

/// The units above and below, or only listed before and after where that is not known.
fn around(page: &Page<'_>, part: GroupResult<'_>, row: usize) -> Vec<Link> {
    let link = |[sure, listed]: [&str; 2], other: Beside| {
        let unit = part.group.units[other.row];
        let key = if other.is_apart { sure } else { listed };
        let label = page.voice.say_of(&[part.group.group], key, &[("unit", page.unit_name(part.edition, unit))]);
        let route = Route::Scorecard(&page.edition(part.edition).id, &page.series().units[unit.0].id);
        Link::to(page, route, label)
    };
    let [before, after] = beside(part, page.voice.group_order(part), row);
    let before = before.map(|other| link(["unit.above", "unit.before"], other));
    let after = after.map(|other| link(["unit.below", "unit.after"], other));
    before.into_iter().chain(after).collect()
}

/// The same unit in other editions that have scorecards.
fn other_editions(page: &Page<'_>, part: GroupResult<'_>, row: usize) -> Vec<Link> {
    let (index, unit) = (part.edition, part.group.units[row]);
    let id = &page.series().units[unit.0].id;
    let mut links = Vec::new();
    for (other, edition) in page.report().editions() {
        let there = edition.groups.iter().any(|g| g.units.contains(&unit));
        if other == index {
            links.push(Link::here(marked(page.voice, other, &edition.id)));
        } else if there && page.report().has_scorecards(other) {
            links.push(Link::to(page, Route::Scorecard(&edition.id, id), marked(page.voice, other, &edition.id)));
        }
    }
    links
}
