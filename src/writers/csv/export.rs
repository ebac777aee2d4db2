//! A file for machines, and what it is made from.

use crate::model::{EditionIdx, Series};
use crate::rankings::Rankings;
use crate::words::Words;

/// A file for machines: its path in the site, and how it is written.
pub(crate) struct Export<'a> {
    /// Its path in the site.
    pub(crate) file: String,
    /// Where pages offer it; none where they do by themselves, or not at all.
    pub(crate) listed: Option<Listed>,
    /// Answers with its bytes.
    pub(crate) write: Box<dyn Fn() -> Vec<u8> + Send + Sync + 'a>,
}

/// Where a file is offered, and under which name: the pages make their lists of downloads of these.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Listed {
    /// The edition whose pages offer it.
    pub(crate) edition: EditionIdx,
    /// The group that it is about, by its position in the edition; none where it is about all of them.
    pub(crate) group: Option<usize>,
    /// The phrase that names it, in which `{edition}` and `{group}` are filled in.
    pub(crate) phrase: &'static str,
    /// Whether it speaks of other editions too, so that another of them may change its size.
    pub(crate) of_editions: bool,
}

impl Listed {
    /// A file about a whole edition.
    pub(crate) fn of(edition: EditionIdx, phrase: &'static str) -> Option<Self> {
        Some(Self { edition, group: None, phrase, of_editions: false })
    }
}

/// What exports are made from: names and order are those of the first language.
#[derive(Clone, Copy)]
pub(crate) struct TableSource<'a> {
    /// The publication.
    pub(crate) series: &'a Series,
    /// What was computed of it.
    pub(crate) rankings: &'a Rankings,
    /// The phrases and the order of the first language.
    pub(crate) words: &'a Words,
}
