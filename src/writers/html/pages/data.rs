//! The data of an edition, and of all editions, for download: what there is, what opens in what, how to cite.

use serde::Serialize;

use crate::model::EditionIdx;
use crate::routes::Route;
use crate::say::data::{data_says, data_title, page_title};
use crate::say::editions::{edition_name, marked_label};
use crate::writers::html::frame::base::{Frame, frame};
use crate::writers::html::frame::context::{Context, Job, Language, Page};
use crate::writers::html::frame::head::Head;
use crate::writers::html::frame::link::Link;
use crate::writers::html::pieces::data_files::{DataFiles, data_files};
use crate::writers::html::pieces::linked_data::data;
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
    let (title, say) = (data_title(page.voice, Some(index)), data_says(page.voice, Some(index)));
    let crumbs = vec![
        Link::to(page, Route::Home, page.say("crumb.home", &[])),
        Link::to(page, Route::Edition(&edition.id), page.say("edition.crumb", &[("edition", &name)])),
        Link::here(page.say("data.crumb", &[])),
    ];
    let others = vec![Link::to(page, Route::SeriesData, data_title(page.voice, None))];
    view(page, (title, say), crumbs, Some(index), others)
}

fn of_series(page: &Page<'_>) -> DataPage {
    let (title, say) = (data_title(page.voice, None), data_says(page.voice, None));
    let editions: Vec<EditionIdx> = page.report().editions().map(|(index, _)| index).collect();
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
    let head =
        Head { title: page_title(page.voice, &title), description: say.clone(), crumbs, edition, languages: None };
    let licence = match &site.licence {
        Some(licence) => page.say("foot.licence", &[("licence", page.text(licence))]),
        None => page.say("data.licence.none", &[]),
    };
    let of = edition.map_or(DataOf::Series, DataOf::Edition);
    let mut frame = frame(page, head);
    frame.describe(&data(page, of));
    DataPage {
        frame,
        title,
        say,
        files: data_files(page, of),
        fields: Link::to(page, Route::Fields, page.say("fields.title", &[])),
        licence,
        others,
    }
}
