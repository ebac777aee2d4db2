//! The report of an edition.

use serde::Serialize;

use crate::fragments::{Marks, ranking_table};
use crate::model::EditionIdx;
use crate::render::{Html, TemplateFault};
use crate::report::columns::shown_columns;
use crate::report::group::GroupResult;
use crate::report::offers::has_announcement;
use crate::report::split::{RowsShown, first_rows};
use crate::routes::Route;
use crate::say::captions::caption;
use crate::say::editions::{edition_name, marked_label};
use crate::say::{editions, findings};
use crate::writers::html::frame::base::{Frame, frame};
use crate::writers::html::frame::context::{Context, Job, Page};
use crate::writers::html::frame::head::{Head, description};
use crate::writers::html::frame::legend;
use crate::writers::html::frame::link::Link;
use crate::writers::html::pieces::completeness::{Completeness, completeness};
use crate::writers::html::pieces::downloads::{Download, downloads};
use crate::writers::html::pieces::edition_facts::{EditionFact, strip};
use crate::writers::html::pieces::figures::bars::stacked_bars;
use crate::writers::html::pieces::figures::figure::{Figure, Key, letter_keys};
use crate::writers::html::pieces::main_points::{GroupPoints, all_points};
use crate::writers::html::pieces::movers::{MoversView, ended, movers};
use crate::writers::html::pieces::remarks::{self, RemarkView, foreword};
use crate::writers::html::pieces::tables::{TableRequest, full};
use crate::writers::html::pieces::ways::criteria_links;
use crate::writers::html::pieces::year_line::{Year, years};
use crate::writers::html::pieces::{corrections, linked_data};
use crate::writers::tables::DataOf;

#[derive(Serialize)]
pub(crate) struct EditionReport {
    frame: Frame,
    title: String,
    years: Vec<Year>,
    years_label: String,
    leaders: Vec<Html>,
    jumps: Vec<Link>,
    strip: Vec<EditionFact>,
    status: String,
    completeness: Option<Completeness>,
    foreword: Option<Html>,
    points: Vec<GroupPoints>,
    changes_title: Option<String>,
    changes: Vec<GroupChanges>,
    hatch: Html,
    groups: Vec<GroupReport>,
    remarks: Vec<RemarkView>,
    announcement: Option<Link>,
    corrections: Vec<corrections::Day>,
    downloads: Vec<Download>,
    data: Link,
    print: Link,
    previous: Option<Link>,
    next: Option<Link>,
}

/// What changed in a group since the edition before.
#[derive(Serialize)]
struct GroupChanges {
    name: Html,
    view: MoversView,
}

#[derive(Serialize)]
struct GroupReport {
    anchor: String,
    wide: bool,
    name: Html,
    keys: Vec<Key>,
    first: Option<String>,
    table: Html,
    legend: Vec<legend::LegendEntry>,
    figure: Option<Figure>,
    more: Link,
    criteria: Vec<Link>,
}

/// The report of each edition in each language.
pub(crate) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    let mut jobs = Vec::new();
    for (index, edition) in context.report.editions() {
        for language in context.languages {
            let route = Route::Edition(&edition.id);
            jobs.push(Job::tried(context, language, route, "edition.html", move |page| view(page, index)));
        }
    }
    jobs
}

fn view(page: &Page<'_>, index: EditionIdx) -> Result<EditionReport, TemplateFault> {
    let edition = page.edition(index);
    let parts = GroupResult::all(page.report(), index);
    let site = page.text(&page.series().site.title);
    let name = edition_name(page.voice, index);
    let leaders = page.sentences(&findings::leaders(page.voice, &parts));
    let title = page.say("edition.title", &[("edition", &name)]);
    let head = Head {
        title: page.say("title.edition", &[("edition", &name), ("site", site)]),
        description: description(page, &title, &leaders),
        crumbs: vec![
            Link::to(page, Route::Home, page.say("crumb.home", &[])),
            Link::here(page.say("edition.crumb", &[("edition", &name)])),
        ],
        edition: Some(index),
        languages: None,
    };
    let named = |e: EditionIdx| marked_label(page.voice, e);
    let neighbour = |e: EditionIdx| Link::to(page, Route::Edition(&page.edition(e).id), named(e));
    let mut frame = frame(page, head);
    frame.describe(&linked_data::data(page, DataOf::Edition(index)));
    Ok(EditionReport {
        frame,
        title,
        years: years(page, index),
        years_label: page.say("years.label", &[]),
        leaders,
        jumps: jumps(page, &parts),
        strip: strip(page, index),
        status: editions::status(page.voice, edition.status),
        completeness: completeness(page, index),
        foreword: foreword(page, index, 0),
        points: all_points(page, &parts),
        changes_title: page.report().rankings.changes[index.0]
            .as_ref()
            .map(|change| page.say("edition.changes", &[("edition", &edition_name(page.voice, change.before))])),
        changes: changes(page, index, &parts),
        hatch: Html::trusted(crate::charts::hatch_definition().to_owned()),
        groups: parts.iter().map(|&part| group_report(page, part)).collect::<Result<_, _>>()?,
        remarks: remarks::of_edition(page, index),
        announcement: has_announcement(page.report(), index)
            .then(|| Link::to(page, Route::Announcement(&edition.id), page.say("announcement.link", &[]))),
        corrections: corrections::of_edition(page, index),
        downloads: downloads(page, DataOf::Edition(index)),
        data: Link::to(page, Route::Data(&edition.id), page.say("data.link", &[("edition", &name)])),
        print: Link::to(page, Route::Print(&edition.id), page.say("print.link", &[])),
        previous: edition.previous.map(neighbour),
        next: next(page, index).map(neighbour),
    })
}

/// What changed in each group since the edition before, and in those that ended.
fn changes(page: &Page<'_>, index: EditionIdx, parts: &[GroupResult<'_>]) -> Vec<GroupChanges> {
    let ended = ended(page, index).into_iter();
    let ended = ended.map(|(group, view)| GroupChanges { name: page.html(&page.series().groups[group.0].name), view });
    parts.iter().filter_map(|&part| group_changes(page, part)).chain(ended).collect()
}

/// What changed in a group since the edition before.
fn group_changes(page: &Page<'_>, part: GroupResult<'_>) -> Option<GroupChanges> {
    let name = page.html(&page.series().groups[part.group.group.0].name);
    Some(GroupChanges { name, view: movers(page, part)? })
}

/// The edition that names this one as its previous.
fn next(page: &Page<'_>, edition: EditionIdx) -> Option<EditionIdx> {
    page.report().editions().find(|(_, e)| e.previous == Some(edition)).map(|(i, _)| i)
}

fn jumps(page: &Page<'_>, parts: &[GroupResult<'_>]) -> Vec<Link> {
    let link = |label: String, to: String| Link { label: label.into(), href: Some(to), current: false };
    let mut jumps: Vec<Link> = parts
        .iter()
        .map(|part| link(page.group_name(part.group).to_owned(), format!("#{}", group_anchor(page, *part))))
        .collect();
    jumps.push(link(page.say("edition.remarks", &[]), "#nguon".to_owned()));
    jumps.push(link(page.say("edition.downloads", &[]), "#tai".to_owned()));
    jumps
}

pub(crate) fn group_anchor(page: &Page<'_>, part: GroupResult<'_>) -> String {
    format!("g-{}", page.series().groups[part.group.group.0].id)
}

fn group_report(page: &Page<'_>, part: GroupResult<'_>) -> Result<GroupReport, TemplateFault> {
    let edition = &page.edition(part.edition).id;
    let group = &page.series().groups[part.group.group.0];
    let caption = caption(page.voice, part, part.total());
    let first = first_rows(part);
    let rows = first.map_or(RowsShown::Page(1), RowsShown::First);
    let request = TableRequest { ranked_by: part.total(), shown: shown_columns(part), caption, anchors: false, rows };
    let (table, marks): (_, Marks) = full(page, part, request);
    Ok(GroupReport {
        anchor: group_anchor(page, part),
        wide: table.wide,
        name: page.html(&group.name),
        keys: letter_keys(page, part),
        first: first.map(|n| first_words(page, part, n)),
        table: page.fragment("ranking", &table, ranking_table)?,
        legend: legend::entries(page, marks),
        figure: stacked_bars(page, part, &format!("s-{}", group.id)),
        more: Link::to(page, Route::Group(edition, &group.id), page.say("group.link", &[])),
        criteria: criteria_links(page, part),
    })
}

/// That only the first rows of a group are shown.
fn first_words(page: &Page<'_>, part: GroupResult<'_>, n: usize) -> String {
    page.say_n("edition.first", n, &[("all", &page.words().number(&part.group.units.len().into()))])
}
