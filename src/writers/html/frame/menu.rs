//! The main menu.

use crate::model::EditionIdx;
use crate::report::offers;
use crate::routes::Route;
use crate::writers::html::frame::context::Page;
use crate::writers::html::frame::link::Link;

/// The main menu: only what is there.
pub(crate) fn menu(page: &Page<'_>, edition: Option<EditionIdx>) -> Vec<Link> {
    let mut menu = Vec::new();
    let mut add = |route: Route<'_>, label: String, current: bool| {
        menu.push(Link { label, href: Some(page.link(route)), current });
    };
    if let Some(latest) = page.series().latest() {
        let current = edition == Some(latest) && !matches!(page.route, Route::Weights | Route::Compare);
        add(Route::Edition(&page.edition(latest).id), page.say("menu.results", &[]), current);
        if offers::has_own_weights(page.report()) {
            add(Route::Weights, page.say("menu.weights", &[]), page.route == Route::Weights);
        }
    }
    let units = matches!(page.route, Route::Units | Route::UnitsPage(_) | Route::UnitYears(_));
    add(Route::Units, page.say("menu.units", &[]), units);
    if offers::has_trends(page.report()) {
        add(Route::Trends, page.say("menu.trends", &[]), page.route == Route::Trends);
    }
    add(Route::Search, page.say("menu.search", &[]), page.route == Route::Search);
    if let Some(method) = method(page) {
        let current = matches!(page.route, Route::Methodology(_) | Route::Methodologies);
        add(method, page.say("menu.methodology", &[]), current);
    }
    add(Route::Archive, page.say("menu.archive", &[]), page.route == Route::Archive);
    for free in page.series().pages.iter().filter(|p| p.menu) {
        if let Some(Some(text)) = free.texts.get(page.language.index.0) {
            add(Route::Page(&free.name), text.title.clone(), page.route == Route::Page(&free.name));
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
