//! All editions in a line, each with its page of one kind.

use serde::Serialize;

use crate::model::EditionIdx;
use crate::routes::Route;
use crate::say::editions::marked;
use crate::writers::html::frame::context::Page;

/// A year in the line of editions.
#[derive(Serialize)]
pub(crate) struct Year {
    label: String,
    href: Option<String>,
    current: bool,
    gap: bool,
}

/// All editions in a line, years without one between them.
pub(crate) fn years(page: &Page<'_>, current: EditionIdx) -> Vec<Year> {
    years_by(page, current, |edition| Some(page.link(Route::Edition(&page.edition(edition).id))))
}

/// All editions in a line, each with the page that it has of its kind; one that has none has no link.
pub(crate) fn years_by(page: &Page<'_>, current: EditionIdx, href: impl Fn(EditionIdx) -> Option<String>) -> Vec<Year> {
    let mut line = Vec::new();
    let mut before: Option<u16> = None;
    for (index, edition) in page.report().editions() {
        if let Some(before) = before.filter(|&before| edition.year > before + 1) {
            let key = if edition.year == before + 2 { "years.gap" } else { "years.gaps" };
            let (from, to) = ((before + 1).to_string(), (edition.year - 1).to_string());
            let label = page.say(key, &[("from", &from), ("to", &to)]);
            line.push(Year { label, href: None, current: false, gap: true });
        }
        let label = marked(page.voice, index, &edition.id);
        line.push(Year { label, href: href(index), current: index == current, gap: false });
        before = Some(edition.year);
    }
    line
}
