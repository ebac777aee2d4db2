//! What was corrected after publication: the log of all editions.

use serde::Serialize;

use crate::model::EditionIdx;
use crate::routes::Route;
use crate::writers::html::frame::base::{Frame, frame};
use crate::writers::html::frame::context::{Context, Job, Page};
use crate::writers::html::frame::head::Head;
use crate::writers::html::frame::link::Link;
use crate::writers::html::pieces::corrections::{Day, disputed, log};
use crate::writers::html::pieces::downloads::{Download, download_named};
use crate::writers::tables::DataOf;

#[derive(Serialize)]
pub(crate) struct Corrections {
    frame: Frame,
    title: String,
    say: String,
    disputed: Vec<Link>,
    days: Vec<Day>,
    downloads: Vec<Download>,
}

/// The log in each language.
pub(crate) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    context.languages.iter().map(|l| Job::new(context, l, Route::Corrections, "corrections.html", view)).collect()
}

fn view(page: &Page<'_>) -> Corrections {
    let editions: Vec<EditionIdx> = page.report().editions().map(|(index, _)| index).collect();
    let n = editions.iter().map(|&index| page.edition(index).corrections.len()).sum();
    let say = match n {
        0 => page.say("corrections.none", &[]),
        _ => page.say_n("corrections.say", n, &[]),
    };
    let title = page.say("corrections.title", &[]);
    let site = page.text(&page.series().site.title);
    let head = Head {
        title: page.say("title.page", &[("page", &title), ("site", site)]),
        description: say.clone(),
        crumbs: vec![Link::to(page, Route::Home, page.say("crumb.home", &[])), Link::here(title.clone())],
        edition: None,
        languages: None,
    };
    let downloads = download_named(page, DataOf::Series, "corrections").into_iter().collect();
    let disputed = disputed(page, &editions);
    Corrections { frame: frame(page, head), title, say, disputed, days: log(page, &editions), downloads }
}
