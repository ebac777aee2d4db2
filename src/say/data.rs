//! The names of the data of an edition, of an earlier version of one, or of all editions, and what is said of it.

use crate::model::EditionIdx;
use crate::report::days::version_end;
use crate::say::cite;
use crate::say::editions::marked_name;
use crate::say::voice::Voice;

/// What the data of an edition is called, or that of all editions.
pub(crate) fn data_title(voice: Voice<'_>, of: Option<EditionIdx>) -> String {
    match of {
        Some(edition) => voice.say("data.title", &[("edition", &marked_name(voice, edition))]),
        None => voice.say("data.all", &[]),
    }
}

/// What it holds.
pub(crate) fn data_says(voice: Voice<'_>, of: Option<EditionIdx>) -> String {
    match of {
        Some(edition) => voice.say("data.say", &[("edition", &marked_name(voice, edition))]),
        None if voice.series().editions.is_empty() => voice.say("archive.say.none", &[]),
        None => voice.say("data.all.say", &[]),
    }
}

/// The title of a page with that of the site.
pub(crate) fn page_title(voice: Voice<'_>, title: &str) -> String {
    voice.say("title.page", &[("page", title), ("site", voice.text(&voice.series().site.title))])
}

/// What an earlier version of an edition is called, by number from 1, the oldest.
pub(crate) fn version_title(voice: Voice<'_>, edition: EditionIdx, number: usize) -> String {
    let until = version_end(&voice.report.rankings.editions[edition.0].versions, number);
    let date = until.map(|day| voice.words.date(day)).unwrap_or_default();
    let number = voice.words.number(&number.into());
    voice.say("corrections.before", &[("date", &date), ("version", &number)])
}

/// A description of the data that stands alone: what it holds, what the site is, and that an edition is not official.
pub(crate) fn data_described(voice: Voice<'_>, of: Option<EditionIdx>) -> String {
    let mut sentences = vec![data_says(voice, of)];
    sentences.extend(voice.series().site.description.as_ref().map(|text| voice.text_of(text)));
    sentences.extend(of.and_then(|edition| cite::status(voice, edition)));
    sentences.join(" ")
}
