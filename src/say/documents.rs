//! Documents in words: what they are called, and what is known of them beside.

use crate::model::{Document, DocumentRole};
use crate::say::voice::Voice;

/// What a document is called: by its number, or else by its title or address.
pub(crate) fn document_name(voice: Voice<'_>, document: &Document) -> String {
    match (&document.number, &document.title) {
        (Some(number), _) => voice.say("document.number", &[("number", number)]),
        (None, Some(title)) => voice.text_of(title),
        (None, None) => document.url.clone().unwrap_or_default(),
    }
}

/// What is known of a document beside what it is called: its title, who issued it, when.
pub(crate) fn document_details(voice: Voice<'_>, document: &Document) -> Vec<String> {
    let title = document.title.as_ref().filter(|_| document.number.is_some()).map(|title| voice.text_of(title));
    let mut details: Vec<String> = title.into_iter().collect();
    details.extend(document.issuer.as_ref().map(|issuer| voice.text_of(issuer)));
    details.extend(document.date.map(|day| voice.words.date(day)));
    if document.number.is_none() && document.role == DocumentRole::Approval {
        details.push(voice.say("document.unnumbered", &[]));
    }
    details
}
