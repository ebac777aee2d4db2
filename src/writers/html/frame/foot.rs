//! The foot of a page: links, the day of the numbers, the licence.

use crate::model::{Date, EditionIdx};
use crate::report::days::{newest_day, newest_day_of};
use crate::routes::Route;
use crate::writers::html::frame::context::Page;
use crate::writers::html::frame::link::Link;
use crate::writers::html::frame::sentence::own_line;

/// The links of the foot: what readers may do with the latest edition, what was corrected, the publisher's free pages.
pub(crate) fn foot_links(page: &Page<'_>) -> Vec<Link> {
    let mut links = Vec::new();
    if page.series().latest().is_some() {
        links.push(Link::to(page, Route::Weights, page.say("own.crumb", &[])));
        links.push(Link::to(page, Route::Compare, page.say("compare.crumb", &[])));
        links.push(Link::to(page, Route::SeriesData, page.say("data.crumb", &[])));
    }
    if !page.series().editions.is_empty() {
        links.push(Link::to(page, Route::Corrections, page.say("corrections.title", &[])));
    }
    if let Some(feed) = page.context.feed(page.language) {
        links.push(Link {
            label: page.say("feed.link", &[]).into(),
            href: Some(page.link_file(&feed)),
            current: false,
        });
    }
    for free in &page.series().pages {
        if let Some(Some(text)) = free.texts.get(page.language.index.0) {
            links.push(Link::to(page, Route::Page(&free.name), own_line(page.voice, &text.title)));
        }
    }
    if let Some(email) = &page.series().site.publisher.email {
        links.push(Link { label: email.as_str().into(), href: Some(format!("mailto:{email}")), current: false });
    }
    links
}

/// The day that the numbers are of, and the licence.
pub(crate) fn foot_data(page: &Page<'_>, edition: Option<EditionIdx>) -> String {
    let mut parts = Vec::new();
    if let Some(day) = newest(page, edition) {
        parts.push(page.say("foot.data", &[("date", &page.words().date(day))]));
    }
    if let Some(licence) = &page.series().site.licence {
        parts.push(page.say("foot.licence", &[("licence", page.text(licence))]));
    }
    parts.push(page.say("foot.honest", &[]));
    parts.join(" ")
}

/// The newest date that the data itself carries: of the edition, or of all.
pub(crate) fn newest(page: &Page<'_>, edition: Option<EditionIdx>) -> Option<Date> {
    match edition {
        Some(edition) => newest_day(page.edition(edition)),
        None => newest_day_of(page.series(), |_, _| true),
    }
}
