//! The ranking of a group in an edition: the full table and its charts.

use serde::Serialize;

use crate::fragments::ranking_table;
use crate::render::{Html, TemplateFault};
use crate::report::columns::shown_columns;
use crate::report::group::GroupResult;
use crate::report::split::{RowsShown, first_rows};
use crate::routes::{Embedded, Route};
use crate::say::captions::caption;
use crate::say::editions::edition_name;
use crate::say::findings;
use crate::say::population::population;
use crate::writers::html::frame::base::{Frame, frame};
use crate::writers::html::frame::context::{Context, Job, Page};
use crate::writers::html::frame::head::{Head, description};
use crate::writers::html::frame::legend;
use crate::writers::html::frame::link::Link;
use crate::writers::html::pieces::embedding::{Embedding, embedding, height_of};
use crate::writers::html::pieces::figures::figure::{Figure, Key, letter_keys};
use crate::writers::html::pieces::figures::of_group::group_charts;
use crate::writers::html::pieces::heat::{HeatView, heat};
use crate::writers::html::pieces::pager::{Pager, group_route, heading, n_pages, numbered, pager};
use crate::writers::html::pieces::remarks::{self, RemarkView};
use crate::writers::html::pieces::source_line::source_line;
use crate::writers::html::pieces::tables::{TableRequest, full};
use crate::writers::html::pieces::ways::criteria_links;
use crate::writers::html::pieces::year_line::{Year, years_by};
use crate::writers::html::pieces::{downloads, ways};

#[derive(Serialize)]
struct GroupPage {
    frame: Frame,
    wide: bool,
    kick: String,
    title: String,
    leader: Vec<Html>,
    say: String,
    years: Vec<Year>,
    years_label: String,
    keys: Vec<Key>,
    pager: Option<Pager>,
    table: Html,
    legend: Vec<legend::LegendEntry>,
    embedding: Option<Embedding>,
    points: Vec<String>,
    hatch: Html,
    figures: Vec<Figure>,
    heat: Option<HeatView>,
    heat_legend: Vec<legend::LegendEntry>,
    criteria: Vec<Link>,
    remarks: Vec<RemarkView>,
    tools: Vec<Link>,
    source: Html,
    download: Option<downloads::Download>,
}

/// The ranking of each group of each edition, in each language.
pub(crate) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    let mut jobs = Vec::new();
    for (index, edition) in context.report.editions() {
        for (position, group) in edition.groups.iter().enumerate() {
            let id = &context.report.series.groups[group.group.0].id;
            let part = GroupResult::of(context.report, index, position);
            for language in context.languages {
                let pages = n_pages(context.voice(language), part, (part.total(), shown_columns(part).len()));
                for number in 1..=pages {
                    let route = group_route(&edition.id, id, number);
                    let write = move |page: &Page<'a>| view(page, part, (number, pages));
                    jobs.push(Job::tried(context, language, route, "group.html", write));
                }
            }
        }
    }
    jobs
}

fn view(page: &Page<'_>, part: GroupResult<'_>, (number, pages): (usize, usize)) -> Result<GroupPage, TemplateFault> {
    let index = part.edition;
    let id = &page.series().groups[part.group.group.0].id;
    let edition = &page.edition(index).id;
    // What is told of the whole group stands on its first page.
    let whole = number == 1;
    let leader = page.sentences(&findings::leaders(page.voice, &[part]));
    let say = population(page.voice, part, part.total());
    let mut head = head(page, part, &leader, &say);
    numbered(page, &mut head, number, pages, Route::Group(edition, id));
    let shown = shown_columns(part);
    let link = |number: usize| page.link(group_route(edition, id, number));
    let pager = pager(page, part, (part.total(), shown.len()), number, link);
    let (rows, caption) = (RowsShown::Page(number), caption(page.voice, part, part.total()));
    let (table, marks) =
        full(page, part, TableRequest { ranked_by: part.total(), shown, caption, anchors: true, rows });
    let heat = if whole { heat(page, part)? } else { None };
    // Its own legend only for signs that the ranking above does not use.
    let heat_marks = heat.as_ref().map(|heat| heat.marks.without(marks)).unwrap_or_default();
    let mut frame = frame(page, head);
    frame.across(table.wide);
    Ok(GroupPage {
        frame,
        wide: table.wide,
        kick: kick(page, part),
        title: heading(page, &said(page, part, "group.title"), number, pages),
        leader: if whole { leader } else { Vec::new() },
        say,
        years: years(page, part),
        years_label: page.say("years.label", &[]),
        keys: letter_keys(page, part),
        pager,
        table: page.fragment("ranking", &table, ranking_table)?,
        legend: legend::entries(page, marks),
        embedding: if whole { embedded(page, part) } else { None },
        points: if whole { findings::main_points(page.voice, part) } else { Vec::new() },
        hatch: Html::trusted(crate::charts::hatch_definition().to_owned()),
        figures: if whole { group_charts(page, part) } else { Vec::new() },
        heat,
        heat_legend: legend::entries(page, heat_marks),
        criteria: criteria_links(page, part),
        remarks: remarks::of_group(page, part),
        tools: ways::compare_group(page, part).into_iter().chain(ways::own_weights_of_group(page, part)).collect(),
        source: source_line(page, index),
        download: downloads::download_of_group(page, index, id),
    })
}

fn head<'p>(page: &Page<'_>, part: GroupResult<'_>, leader: &[Html], population: &str) -> Head<'p> {
    let (name, group) = (edition_name(page.voice, part.edition), page.group_name(part.group));
    let words = [("group", group), ("edition", name.as_str()), ("site", page.text(&page.series().site.title))];
    let found: Vec<Html> = leader.iter().cloned().chain([Html::text(population)]).collect();
    let edition = Route::Edition(&page.edition(part.edition).id);
    Head {
        title: page.say("title.group", &words),
        description: description(page, &said(page, part, "group.caption"), &found),
        crumbs: vec![
            Link::to(page, Route::Home, page.say("crumb.home", &[])),
            Link::to(page, edition, page.say("edition.crumb", &[("edition", &name)])),
            Link::here(page.html(&page.series().groups[part.group.group.0].name)),
        ],
        edition: Some(part.edition),
        languages: None,
    }
}

fn kick(page: &Page<'_>, part: GroupResult<'_>) -> String {
    let (edition, site) = (edition_name(page.voice, part.edition), page.text(&page.series().site.title));
    page.say("group.kick", &[("group", page.group_name(part.group)), ("edition", &edition), ("site", site)])
}

/// What is said of the group in its edition.
fn said(page: &Page<'_>, part: GroupResult<'_>, key: &str) -> String {
    let edition = edition_name(page.voice, part.edition);
    page.say(key, &[("group", page.voice.group_in_text(part.group)), ("edition", &edition)])
}

/// The editions that have the group.
fn years(page: &Page<'_>, part: GroupResult<'_>) -> Vec<Year> {
    let id = &page.series().groups[part.group.group.0].id;
    years_by(page, part.edition, |other| {
        let edition = page.edition(other);
        let there = edition.groups.iter().any(|group| group.group == part.group.group);
        there.then(|| page.link(Route::Group(&edition.id, id)))
    })
}

/// The lines that show the table in another site.
fn embedded(page: &Page<'_>, part: GroupResult<'_>) -> Option<Embedding> {
    let (edition, group) = (&page.edition(part.edition).id, &page.series().groups[part.group.group.0].id);
    let height = height_of(first_rows(part).unwrap_or(part.group.units.len()));
    embedding(page, Embedded::Group(edition, group), &said(page, part, "group.caption"), height)
}
