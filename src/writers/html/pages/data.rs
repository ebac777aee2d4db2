//! The data of an edition, and of all editions, for download: what there is, what opens in what, how to cite.

use serde::Serialize;

use crate::model::EditionIdx;
use crate::routes::Route;
use crate::say::editions::{edition_name, marked_label, marked_name};
use crate::writers::html::frame::base::{Frame, frame};
use crate::writers::html::frame::context::{Context, Job, Language, Page};
use crate::writers::html::frame::head::Head;
use crate::writers::html::frame::link::Link;
use crate::writers::html::pieces::data_files::{DataFiles, data_files};
use crate::writers::tables::DataOf;

#[derive(Serialize)]
struct DataPage {
    frame: Frame,
    title: String,
    say: String,
    files: DataFiles,
    fields: Link,
    licence: String,
    /// The data of each edition, on the page of all of them; otherwise that of all of them.
    others: Vec<Link>,
}

/// The data of each edition and that of all of them, in each language.
pub(crate) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    let mut jobs: Vec<Job<'a>> = context.languages.iter().map(|l| series_job(context, l)).collect();
    for (index, edition) in context.report.editions() {
        for language in context.languages {
            let route = Route::Data(&edition.id);
            jobs.push(Job::new(context, language, route, "data.html", move |page| of_edition(page, index)));
        }
    }
    jobs
}

fn series_job<'a>(context: &'a Context<'a>, language: &'a Language) -> Job<'a> {
    Job::new(context, language, Route::SeriesData, "data.html", of_series)
}

fn of_edition(page: &Page<'_>, index: EditionIdx) -> DataPage {
    let edition = page.edition(index);
    let name = edition_name(page.voice, index);
    let marked = marked_name(page.voice, index);
    let title = page.say("data.title", &[("edition", &marked)]);
    let say = page.say("data.say", &[("edition", &marked)]);
    let crumbs = vec![
        Link::to(page, Route::Home, page.say("crumb.home", &[])),
        Link::to(page, Route::Edition(&edition.id), page.say("edition.crumb", &[("edition", &name)])),
        Link::here(page.say("data.crumb", &[])),
    ];
    let others = vec![Link::to(page, Route::SeriesData, page.say("data.all", &[]))];
    view(page, (title, say), crumbs, Some(index), others)
}

fn of_series(page: &Page<'_>) -> DataPage {
    let title = page.say("data.all", &[]);
    let editions: Vec<EditionIdx> = page.report().editions().map(|(index, _)| index).collect();
    let say = page.say(if editions.is_empty() { "archive.say.none" } else { "data.all.say" }, &[]);
    let crumbs =
        vec![Link::to(page, Route::Home, page.say("crumb.home", &[])), Link::here(page.say("data.crumb", &[]))];
    let link =
        |&index: &EditionIdx| Link::to(page, Route::Data(&page.edition(index).id), marked_label(page.voice, index));
    let others = editions.iter().rev().map(link).collect();
    view(page, (title, say), crumbs, None, others)
}

fn view(
    page: &Page<'_>,
    (title, say): (String, String),
    crumbs: Vec<Link>,
    edition: Option<EditionIdx>,
    others: Vec<Link>,
) -> DataPage {
    let site = &page.series().site;
    let head = Head {
        title: page.say("title.page", &[("page", &title), ("site", page.text(&site.title))]),
        description: say.clone(),
        crumbs,
        edition,
        languages: None,
    };
    let licence = match &site.licence {
        Some(licence) => page.say("foot.licence", &[("licence", page.text(licence))]),
        None => page.say("data.licence.none", &[]),
    };
    DataPage {
        frame: frame(page, head),
        title,
        say,
        files: data_files(page, edition.map_or(DataOf::Series, DataOf::Edition)),
        fields: Link::to(page, Route::Fields, page.say("fields.title", &[])),
        licence,
        others,
    }
}
