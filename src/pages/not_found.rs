//! The page that a server shows for an address that leads nowhere.

use serde::Serialize;

use super::context::{Context, Job, Page};
use super::frame::{Frame, Head, Link, frame};
use crate::routes::Route;

#[derive(Serialize)]
struct NotFound {
    frame: Frame,
    title: String,
    say: String,
    links: Vec<Link>,
}

/// The page in each language; servers show the one at the root.
pub(super) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
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
    let mut links = vec![Link::to(page, Route::Home, page.say("crumb.home", &[]))];
    links.push(Link::to(page, Route::Archive, page.say("menu.archive", &[])));
    NotFound { frame: frame(page, head), title, say: page.say("404.say", &[]), links }
}
