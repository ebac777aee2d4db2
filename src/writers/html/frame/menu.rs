//! The main menu.

use crate::model::EditionIdx;
use crate::render::Html;
use crate::report::offers;
use crate::routes::Route;
use crate::writers::html::frame::context::Page;
use crate::writers::html::frame::link::Link;
use crate::writers::html::frame::sentence::own_line;

/// The main menu: only what is there.
pub(crate) fn menu(page: &Page<'_>, edition: Option<EditionIdx>) -> Vec<Link> {
    let mut menu = Vec::new();
    let mut add = |route: Route<'_>, label: Html, current: bool| {
        menu.push(Link { label, href: Some(page.link(route)), current });
    };
    if let Some(latest) = page.series().latest() {
        let current = edition == Some(latest) && !matches!(page.route, Route::Weights | Route::Compare);
        add(Route::Edition(&page.edition(latest).id), page.say("menu.results", &[]).into(), current);
        if offers::has_own_weights(page.report()) {
            add(Route::Weights, page.say("menu.weights", &[]).into(), page.route == Route::Weights);
        }
    }
    let units = matches!(page.route, Route::Units | Route::UnitsPage(_) | Route::UnitYears(_));
    if !page.series().units.is_empty() {
        add(Route::Units, page.say("menu.units", &[]).into(), units);
    }
    if offers::has_trends(page.report()) {
        add(Route::Trends, page.say("menu.trends", &[]).into(), page.route == Route::Trends);
    }
    add(Route::Search, page.say("menu.search", &[]).into(), page.route == Route::Search);
    if let Some(method) = method(page) {
        let current = matches!(page.route, Route::Methodology(_) | Route::Methodologies);
        add(method, page.say("menu.methodology", &[]).into(), current);
    }
    if !page.series().editions.is_empty() {
        add(Route::Archive, page.say("menu.archive", &[]).into(), page.route == Route::Archive);
    }
    for free in page.series().pages.iter().filter(|p| p.menu) {
        if let Some(Some(text)) = free.texts.get(page.language.index.0) {
            add(Route::Page(&free.name), own_line(page.voice, &text.title), page.route == Route::Page(&free.name));
        }
    }
    menu
}

/// Where the menu leads for the method: to the only scheme, or to all of them.
fn method<'a>(page: &Page<'a>) -> Option<Route<'a>> {
    match page.series().schemes.as_slice() {
        [] => None,
        [only] => Some(Route::Methodology(&only.base.id)),
        _ => Some(Route::Methodologies),
    }
}
