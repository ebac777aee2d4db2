//! A sentence with names in it that may be in another language than the sentence, so that who writes it can mark them.

use crate::model::{EditionGroup, Text};
use crate::say::voice::Voice;

/// A phrase with what fills its places.
pub(crate) struct Sentence<'a> {
    /// The key of the phrase.
    pub(crate) key: &'static str,
    /// By place.
    pub(crate) fillings: Vec<(&'static str, Filling<'a>)>,
    /// The sentence that stands behind it, if one does.
    pub(crate) then: Option<Box<Self>>,
}

/// What fills a place of a phrase.
pub(crate) enum Filling<'a> {
    /// Words in the language of the sentence.
    Words(String),
    /// A name, in whatever language there is.
    Name(&'a Text),
    /// Several in a row.
    List(Vec<Self>),
}

/// A note of the tool, then what the publisher says to it.
pub(crate) struct ReasonedNote<'a> {
    /// In the language of the reader.
    pub(crate) words: String,
    /// In whatever language there is.
    pub(crate) reason: Option<&'a Text>,
}

impl<'a> Sentence<'a> {
    /// A sentence on the units of a group, which may have a noun of its own.
    pub(crate) fn on(
        voice: Voice<'a>,
        group: &EditionGroup,
        key: &'static str,
        fillings: Vec<(&'static str, Filling<'a>)>,
    ) -> Self {
        let nouns = voice.nouns(&[group.group], None).into_iter().map(|(place, noun)| (place, Filling::Words(noun)));
        Self { key, fillings: fillings.into_iter().chain(nouns).collect(), then: None }
    }
}
