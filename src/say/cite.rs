//! The full reference of a page or of data: who, when, what, which version, where.

use crate::model::{Date, EditionIdx, Status};
use crate::report::days::{cited_year, corrected_day, newest_day_of};
use crate::say::editions::{self, edition_name};
use crate::say::voice::Voice;

/// What is cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cited {
    /// What tells the numbers of one edition.
    Edition(EditionIdx),
    /// What tells those of all editions.
    All,
    /// A page without numbers.
    Page,
}

/// The full reference of what has that title, with its address where the site says where it stands.
pub(crate) fn reference(voice: Voice<'_>, title: &str, of: Cited, address: Option<String>) -> String {
    let mut sentences = vec![who_and_what(voice, title, of)];
    sentences.extend(version(voice, of));
    if let Cited::Edition(edition) = of {
        sentences.extend(status(voice, edition));
    }
    sentences.extend(address);
    sentences.join(" ")
}

/// The year that it is cited by.
pub(crate) fn year(voice: Voice<'_>, of: Cited) -> Option<u16> {
    match of {
        Cited::Edition(edition) => Some(cited_year(voice.edition(edition))),
        Cited::All | Cited::Page => data_date(voice, of).map(|day| day.year),
    }
}

/// That an edition is not official.
pub(crate) fn status(voice: Voice<'_>, index: EditionIdx) -> Option<String> {
    let status = voice.edition(index).status;
    let (edition, said) = (edition_name(voice, index), editions::status(voice, status));
    (status != Status::Official).then(|| voice.say("cite.status", &[("edition", &edition), ("status", &said)]))
}

/// Publisher, year and title.
fn who_and_what(voice: Voice<'_>, title: &str, of: Cited) -> String {
    let publisher = voice.text(&voice.series().site.publisher.name);
    match year(voice, of) {
        Some(year) => {
            voice.say("cite.year", &[("publisher", publisher), ("year", &year.to_string()), ("title", title)])
        }
        None => voice.say("cite.plain", &[("publisher", publisher), ("title", title)]),
    }
}

/// The day that what is of all editions is of; free pages have none.
fn data_date(voice: Voice<'_>, of: Cited) -> Option<Date> {
    newest_day_of(voice.series(), |_, _| true).filter(|_| of != Cited::Page)
}

/// Which version it is: when the edition was published, and when it was last corrected.
fn version(voice: Voice<'_>, of: Cited) -> Option<String> {
    let date = |day: Date| voice.words.date(day);
    let Cited::Edition(index) = of else {
        return data_date(voice, of).map(|day| voice.say("cite.data", &[("date", &date(day))]));
    };
    let edition = voice.edition(index);
    match (edition.published, corrected_day(edition)) {
        (Some(published), Some(corrected)) => {
            Some(voice.say("cite.corrected", &[("date", &date(published)), ("corrected", &date(corrected))]))
        }
        (Some(published), None) => Some(voice.say("cite.published", &[("date", &date(published))])),
        (None, Some(corrected)) => Some(voice.say("cite.version", &[("corrected", &date(corrected))])),
        (None, None) => None,
    }
}
