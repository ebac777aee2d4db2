//! The ranking of a group in an edition: the full table and its charts.

use serde::Serialize;

use super::compare;
use super::context::{Context, Job, Page};
use super::edition::{RemarkView, Year, caption, criteria_links, description, remarks, shown_columns, years};
use super::figures::{Figure, Key, interval_chart, letter_keys, stacked_bars};
use super::findings;
use super::frame::{Frame, Head, Link, frame};
use super::frame_legend;
use super::heat::{Heat, heat};
use super::tables::{Part, Wish, edition_name, full, population};
use super::weights;
use crate::fragments::ranking_table;
use crate::model::EditionIdx;
use crate::render::Html;
use crate::routes::Route;

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
    table: Html,
    legend: Vec<frame_legend::Entry>,
    points: Vec<String>,
    hatch: Html,
    figures: Vec<Figure>,
    heat: Option<Heat>,
    heat_legend: Vec<frame_legend::Entry>,
    criteria: Vec<Link>,
    remarks: Vec<RemarkView>,
    tools: Vec<Link>,
    download: super::edition::Download,
}

/// The ranking of each group of each edition, in each language.
pub(super) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    let mut jobs = Vec::new();
    for (index, edition) in context.editions() {
        for (position, group) in edition.groups.iter().enumerate() {
            let id = &context.series.groups[group.group.0].id;
            for language in &context.languages {
                let route = Route::Group(&edition.id, id);
                let write = move |page: &Page<'a>| view(page, index, position);
                jobs.push(Job::new(context, language, route, "group.html", write));
            }
        }
    }
    jobs
}

fn view(page: &Page<'_>, index: EditionIdx, position: usize) -> GroupPage {
    let part = Part::of(page, index, position);
    let site = page.text(&page.series().site.title);
    let (name, group) = (edition_name(page, index), page.group_name(part.group));
    let words = [("group", group), ("edition", name.as_str()), ("site", site)];
    let id = &page.series().groups[part.group.group.0].id;
    let edition = &page.edition(index).id;
    let (leader, say) = (findings::leaders(page, &[part]), population(page, part.group));
    let found: Vec<Html> = leader.iter().cloned().chain([Html::text(&say)]).collect();
    let head = Head {
        title: page.say("title.group", &words),
        description: description(page, &page.say("group.caption", &words), &found),
        crumbs: vec![
            Link::to(page, Route::Home, page.say("crumb.home", &[])),
            Link::to(page, Route::Edition(edition), page.say("edition.crumb", &[("edition", &name)])),
            Link::here(group),
        ],
        edition: Some(index),
        languages: None,
    };
    let caption = caption(page, part);
    let wish = Wish { ranked_by: part.total(), shown: shown_columns(part), caption, anchors: true };
    let (table, marks) = full(page, part, wish);
    let figures = [stacked_bars(page, part, "stacked"), interval_chart(page, part, "intervals")];
    let heat = heat(page, part);
    // Its own legend only for signs that the ranking above does not use.
    let heat_marks = heat.as_ref().map(|heat| heat.marks.without(marks)).unwrap_or_default();
    let mut frame = frame(page, head);
    frame.across(table.wide);
    GroupPage {
        frame,
        wide: table.wide,
        kick: page.say("group.kick", &words),
        title: page.say("group.title", &words),
        leader,
        say,
        years: years(page, index),
        years_label: page.say("years.label", &[]),
        keys: letter_keys(page, part),
        table: page.fragment("ranking", &table, ranking_table),
        legend: frame_legend::entries(page, marks),
        points: findings::main_points(page, part),
        hatch: Html::trusted(crate::charts::hatch_definition().to_owned()),
        figures: figures.into_iter().flatten().collect(),
        heat,
        heat_legend: frame_legend::entries(page, heat_marks),
        criteria: criteria_links(page, part),
        remarks: remarks(page, index, Some(part)),
        tools: compare::group_link(page, part).into_iter().chain(weights::group_link(page, part)).collect(),
        download: super::edition::downloads_of_group(page, index, id),
    }
}
