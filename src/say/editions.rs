//! The names of editions, with the mark of one that is not official, and the words of its status.

use crate::model::{Edition, EditionIdx, Status, Withdrawal};
use crate::say::documents::document_name;
use crate::say::voice::Voice;
use crate::words::Words;

/// A name of an edition, marked where the edition is not official: `năm 2018 (đã thu hồi)`.
pub(crate) fn marked(voice: Voice<'_>, index: EditionIdx, name: &str) -> String {
    let key = match voice.edition(index).status {
        Status::Official => return name.to_owned(),
        Status::Draft => "edition.draft",
        Status::Provisional => "edition.provisional",
        Status::Withdrawn => "edition.withdrawn",
    };
    voice.say(key, &[("edition", name)])
}

/// The name of an edition within a sentence, marked where it is not official.
pub(crate) fn marked_name(voice: Voice<'_>, index: EditionIdx) -> String {
    marked(voice, index, &edition_name(voice, index))
}

/// The name of an edition that stands alone, marked where it is not official.
pub(crate) fn marked_label(voice: Voice<'_>, index: EditionIdx) -> String {
    marked(voice, index, &edition_label(voice, index))
}

/// What a table of an edition that is not official says first of its numbers.
pub(crate) fn caveat(voice: Voice<'_>, index: EditionIdx) -> Option<String> {
    let key = match voice.edition(index).status {
        Status::Official => return None,
        Status::Draft => "caption.draft",
        Status::Provisional => "caption.provisional",
        Status::Withdrawn => "caption.withdrawn",
    };
    Some(voice.say(key, &[]))
}

/// What a reader must know first of an edition that is not official.
pub(crate) fn not_official(voice: Voice<'_>, edition: EditionIdx) -> Option<String> {
    let key = match voice.edition(edition).status {
        Status::Official => return None,
        Status::Draft => "banner.draft",
        Status::Provisional => "banner.provisional",
        Status::Withdrawn => return Some(taken_back(voice, edition)),
    };
    Some(voice.say(key, &[]))
}

/// That an edition was taken back, since when, by which document and why, as far as the publisher says so.
fn taken_back(voice: Voice<'_>, edition: EditionIdx) -> String {
    let Some(Withdrawal { date, reason, document }) = &voice.edition(edition).withdrawn else {
        return voice.say("banner.withdrawn", &[]);
    };
    let (date, reason) = (voice.words.date(*date), voice.text_of(reason));
    match document {
        None => voice.say("banner.withdrawn.since", &[("date", &date), ("reason", &reason)]),
        Some(document) => {
            let document = document_name(voice, document);
            voice.say("banner.withdrawn.by", &[("date", &date), ("reason", &reason), ("document", &document)])
        }
    }
}

/// The name of a status.
pub(crate) fn status(voice: Voice<'_>, status: Status) -> String {
    voice.say(&format!("status.{}", status.word()), &[])
}

/// The name of an edition within a sentence: `năm 2018`.
pub(crate) fn edition_name(voice: Voice<'_>, edition: EditionIdx) -> String {
    name_in(voice.words, voice.edition(edition))
}

/// The same in some words.
pub(crate) fn name_in(words: &Words, edition: &Edition) -> String {
    let key = if edition.id == edition.year.to_string() { "edition.year" } else { "edition.other" };
    words.say(key, &[("edition", &edition.id)])
}

/// The name of an edition that stands alone, in a table or as a link: `Năm 2018`.
pub(crate) fn edition_label(voice: Voice<'_>, edition: EditionIdx) -> String {
    let edition = voice.edition(edition);
    let key = if edition.id == edition.year.to_string() { "edition.label.year" } else { "edition.label.other" };
    voice.say(key, &[("edition", &edition.id)])
}
