//! The full reference of a page: who, when, what, which version, where.

use crate::model::{Date, EditionIdx, Status};
use crate::routes::Route;
use crate::say::editions;
use crate::say::editions::edition_name;
use crate::writers::html::frame::context::Page;
use crate::writers::html::frame::foot::newest;

/// The full reference of a page of that title.
pub(crate) fn reference(page: &Page<'_>, title: &str, edition: Option<EditionIdx>) -> String {
    let mut sentences = vec![who_and_what(page, title, edition)];
    sentences.extend(version(page, edition));
    sentences.extend(edition.and_then(|edition| status(page, edition)));
    sentences.extend(page.context.routes.absolute(&page.file));
    sentences.join(" ")
}

/// Publisher, year and title.
fn who_and_what(page: &Page<'_>, title: &str, edition: Option<EditionIdx>) -> String {
    let publisher = page.text(&page.series().site.publisher.name);
    let year = match edition.map(|edition| page.edition(edition)) {
        Some(edition) => Some(edition.published.map_or(edition.year, |day| day.year)),
        None => data_date(page).map(|day| day.year),
    };
    match year {
        Some(year) => page.say("cite.year", &[("publisher", publisher), ("year", &year.to_string()), ("title", title)]),
        None => page.say("cite.plain", &[("publisher", publisher), ("title", title)]),
    }
}

/// The day that a page of all editions is of; free pages have none.
fn data_date(page: &Page<'_>) -> Option<Date> {
    newest(page, None).filter(|_| !matches!(page.route, Route::Page(_)))
}

/// Which version it is: when the edition was published, and when it was last corrected.
fn version(page: &Page<'_>, edition: Option<EditionIdx>) -> Option<String> {
    let date = |day: Date| page.words().date(day);
    let Some(index) = edition else {
        return data_date(page).map(|day| page.say("cite.data", &[("date", &date(day))]));
    };
    let edition = page.edition(index);
    let corrected = edition.corrections.iter().map(|correction| correction.date).max();
    match (edition.published, corrected) {
        (Some(published), Some(corrected)) => {
            Some(page.say("cite.corrected", &[("date", &date(published)), ("corrected", &date(corrected))]))
        }
        (Some(published), None) => Some(page.say("cite.published", &[("date", &date(published))])),
        (None, Some(corrected)) => Some(page.say("cite.version", &[("corrected", &date(corrected))])),
        (None, None) => None,
    }
}

/// That an edition is not official.
fn status(page: &Page<'_>, index: EditionIdx) -> Option<String> {
    let status = page.edition(index).status;
    let words = [("edition", edition_name(page.voice, index)), ("status", editions::status(page.voice, status))];
    let words = [("edition", words[0].1.as_str()), ("status", words[1].1.as_str())];
    (status != Status::Official).then(|| page.say("cite.status", &words))
}
