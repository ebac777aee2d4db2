//! The search: everything that can be found, in lists; a script finds in them while the reader types.

use serde::Serialize;

use crate::routes::Route;
use crate::writers::html::frame::base::{Frame, frame};
use crate::writers::html::frame::context::{Context, Job, Page};
use crate::writers::html::frame::head::Head;
use crate::writers::html::frame::link::Link;
use crate::writers::html::pieces::alphabet::{PER_PAGE, letter_links};
use crate::writers::html::pieces::search_index::{Item, SearchKind, SearchSection, script_name, shelves};

#[derive(Serialize)]
struct SearchPage {
    frame: Frame,
    title: String,
    index: Option<String>,
    kinds: Vec<SearchHits>,
}

/// The most bytes of an index that is read with the page; a larger one is loaded once something is asked.
const AT_ONCE: usize = 50_000;

/// Everything of one kind.
#[derive(Serialize)]
struct SearchHits {
    name: String,
    links: Vec<Link>,
    letters: Vec<Link>,
}

/// The search in each language.
pub(crate) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    context.languages.iter().map(|l| Job::new(context, l, Route::Search, "search.html", view)).collect()
}

fn view(page: &Page<'_>) -> SearchPage {
    let title = page.say("search.title", &[]);
    let site = page.text(&page.series().site.title);
    let head = Head {
        title: page.say("title.page", &[("page", &title), ("site", site)]),
        description: page.say("search.description", &[("site", site)]),
        crumbs: vec![Link::to(page, Route::Home, page.say("crumb.home", &[])), Link::here(title.clone())],
        edition: None,
        languages: None,
    };
    let mut frame = frame(page, head);
    let index = script_name(page.language);
    let later = page.context.assets.size(&index).is_some_and(|size| size > AT_ONCE);
    if !later {
        frame.script(page, &index);
    }
    frame.script(page, "search.js");
    let shelves = shelves(page);
    let kinds = SearchKind::ALL.into_iter().filter_map(|kind| found(page, kind, &shelves)).collect();
    let index = page.context.assets.file(&index).filter(|_| later).map(|file| page.link_file(file));
    SearchPage { frame, title, index, kinds }
}

/// Everything of one kind by name; of more units than a page holds, the letters of their index.
fn found(page: &Page<'_>, kind: SearchKind, shelves: &[SearchSection]) -> Option<SearchHits> {
    let of_kind = || shelves.iter().filter(|shelf| shelf.kind == kind);
    let n: usize = of_kind().map(|shelf| shelf.items.len()).sum();
    let mut found = SearchHits { name: page.say(kind.key(), &[]), links: Vec::new(), letters: Vec::new() };
    if kind == SearchKind::Unit && n > PER_PAGE {
        found.letters = letter_links(page);
        return Some(found);
    }
    let link = |shelf: &SearchSection, item: &Item| Link {
        label: item.name.as_str().into(),
        href: Some(shelf.link(item)),
        current: false,
    };
    let mut items: Vec<_> = of_kind().flat_map(|shelf| shelf.items.iter().map(move |item| (shelf, item))).collect();
    items.sort_by(|(_, a), (_, b)| page.words().compare(&a.name, &b.name));
    found.links = items.into_iter().map(|(shelf, item)| link(shelf, item)).collect();
    (n > 0).then_some(found)
}
