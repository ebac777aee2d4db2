//! Free pages of the publisher, and redirects from addresses that they had before.

use serde::Serialize;

use crate::model::{FreePage, LangIdx, Place};
use crate::render::{Html, PlacedText, render_markdown};
use crate::routes::Route;
use crate::writers::html::frame::base::{Frame, frame};
use crate::writers::html::frame::context::{Context, Job, Page};
use crate::writers::html::frame::head::Head;
use crate::writers::html::frame::link::Link;
use crate::writers::html::frame::sentence::{own_block, own_line};

#[derive(Serialize)]
struct Free {
    frame: Frame,
    title: Html,
    body: Html,
}

#[derive(Serialize)]
struct MovedPage {
    frame: Frame,
    title: Html,
    to: Link,
}

/// Each free page in the languages that it is written in, and its redirects.
pub(crate) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    let mut jobs = Vec::new();
    for free in &context.report.series.pages {
        for language in context.languages {
            let Some(text) = free.texts.get(language.index.0).and_then(Option::as_ref) else { continue };
            let job = Job::new(context, language, Route::Page(&free.name), "page.html", move |page| view(page, free));
            jobs.push(Job { place: Some(Place::whole(text.place.file)), ..job });
            for alias in &free.aliases {
                let route = Route::Page(&alias.name);
                let job = Job::new(context, language, route, "moved.html", move |page| moved(page, free));
                jobs.push(Job { is_listed: false, place: Some(alias.place), ..job });
            }
        }
    }
    jobs
}

/// Ids that stand around every page.
const TAKEN: [&str; 4] = ["main", "foot", "cite", "q"];

/// The languages that a page is written in.
fn written(free: &FreePage) -> Vec<LangIdx> {
    free.texts.iter().enumerate().filter(|(_, text)| text.is_some()).map(|(i, _)| LangIdx(i)).collect()
}

fn view(page: &Page<'_>, free: &FreePage) -> Free {
    let text = free.texts[page.language.index.0].as_ref();
    let title = text.map_or(String::new(), |t| t.title.clone());
    let place = PlacedText { prefix: "", taken: &TAKEN, top: 2, up: 0, links: page.series().site.links };
    let body = text.map_or_else(Html::default, |text| render_markdown(&text.markdown, place));
    let site = page.text(&page.series().site.title);
    let languages = written(free);
    let head = Head {
        title: page.say("title.page", &[("page", &title), ("site", site)]),
        description: body
            .first_paragraph()
            .unwrap_or_else(|| page.say("description.page", &[("page", &title), ("site", site)])),
        crumbs: vec![
            Link::to(page, Route::Home, page.say("crumb.home", &[])),
            Link::here(own_line(page.voice, &title)),
        ],
        edition: None,
        languages: Some(&languages),
    };
    Free { frame: frame(page, head), title: own_line(page.voice, &title), body: own_block(page.voice, body) }
}

fn moved(page: &Page<'_>, free: &FreePage) -> MovedPage {
    let title = free.texts[page.language.index.0].as_ref().map_or(String::new(), |t| t.title.clone());
    let site = page.text(&page.series().site.title);
    let languages = written(free);
    let head = Head {
        title: page.say("title.moved", &[("page", &title), ("site", site)]),
        description: page.say("description.page", &[("page", &title), ("site", site)]),
        crumbs: vec![
            Link::to(page, Route::Home, page.say("crumb.home", &[])),
            Link::here(own_line(page.voice, &title)),
        ],
        edition: None,
        languages: Some(&languages),
    };
    let mut frame = frame(page, head);
    let target = page.context.routes.file(Route::Page(&free.name), page.language.index);
    frame.redirect(page.link_file(&target), page.context.routes.absolute(&target));
    let title = own_line(page.voice, &title);
    MovedPage { frame, to: Link::to(page, Route::Page(&free.name), title.clone()), title }
}
