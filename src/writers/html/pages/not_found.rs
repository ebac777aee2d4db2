//! The page that a server shows for an address that leads nowhere.

use serde::Serialize;

use crate::routes::Route;
use crate::writers::html::frame::base::{Frame, frame};
use crate::writers::html::frame::context::{Context, Job, Page};
use crate::writers::html::frame::head::Head;

#[derive(Serialize)]
struct NotFound {
    frame: Frame,
    title: String,
    say: String,
    links: Vec<WayOut>,
}

/// A way out of the page.
#[derive(Serialize)]
struct WayOut {
    label: String,
    href: String,
    lang: Option<String>,
}

/// The page in each language; servers show the one at the root.
pub(crate) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    context.languages.iter().map(|l| Job::new(context, l, Route::NotFound, "404.html", view)).collect()
}

fn view(page: &Page<'_>) -> NotFound {
    let site = page.text(&page.series().site.title);
    let title = page.say("404.title", &[]);
    let head = Head {
        title: page.say("title.page", &[("page", &title), ("site", site)]),
        description: page.say("404.say", &[]),
        crumbs: Vec::new(),
        edition: None,
        languages: None,
    };
    let routes = page.context.routes;
    let own = [(Route::Home, "crumb.home"), (Route::Search, "menu.search"), (Route::Archive, "menu.archive")];
    let own = own.map(|(route, key)| WayOut { label: page.say(key, &[]), href: page.link(route), lang: None });
    let others = page.context.languages.iter().filter(|l| l.index != page.language.index).map(|l| WayOut {
        label: l.words.name().to_owned(),
        href: page.link_file(&routes.file(Route::Home, l.index)),
        lang: Some(l.tag.clone()),
    });
    let links = own.into_iter().chain(others).collect();
    let mut frame = frame(page, head);
    frame.standalone();
    NotFound { frame, title, say: page.say("404.say", &[]), links }
}
