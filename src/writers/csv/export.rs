//! A file for machines, and what it is made from.

use crate::model::Series;
use crate::rankings::Rankings;
use crate::words::Words;

/// A file for machines: its path in the site, and how it is written.
pub(crate) struct Export<'a> {
    /// Its path in the site.
    pub(crate) file: String,
    /// Answers with its bytes.
    pub(crate) write: Box<dyn Fn() -> Vec<u8> + Send + Sync + 'a>,
}

/// What exports are made from: names and order are those of the first language.
#[derive(Clone, Copy)]
pub(crate) struct Source<'a> {
    /// The publication.
    pub(crate) series: &'a Series,
    /// What was computed of it.
    pub(crate) rankings: &'a Rankings,
    /// The phrases and the order of the first language.
    pub(crate) words: &'a Words,
}
