//! Lines of words for a cover and notes: what a line is about in all languages, then what is said of it in each.

use std::borrow::Cow;

use crate::say::voice::Voice;
use crate::writers::workbook::xlsx::{CellLook, SheetCell, SheetValue};

/// The report in each language of the site, the first one first.
#[derive(Clone, Copy)]
pub(super) struct BookLanguages<'a>(pub(super) &'a [Voice<'a>]);

impl<'a> BookLanguages<'a> {
    /// The first language.
    pub(super) fn first(self) -> Voice<'a> {
        self.0[0]
    }

    /// What each language says.
    pub(super) fn each(self, say: impl Fn(Voice<'a>) -> String) -> Vec<String> {
        self.0.iter().map(|&voice| say(voice)).collect()
    }

    /// What all languages say in one cell, each wording once.
    pub(super) fn joined(self, say: impl Fn(Voice<'a>) -> String) -> String {
        let mut wordings: Vec<String> = Vec::with_capacity(self.0.len());
        for wording in self.each(say) {
            if !wordings.contains(&wording) {
                wordings.push(wording);
            }
        }
        wordings.join(" / ")
    }

    /// A phrase without places in one cell.
    pub(super) fn phrase(self, key: &str) -> String {
        self.joined(|voice| voice.say(key, &[]))
    }

    /// The names of the languages at the head of their columns; nothing where there is only one.
    pub(super) fn heads(self) -> Vec<String> {
        match self.0 {
            [_] => vec![String::new()],
            _ => self.each(|voice| voice.words.name().to_owned()),
        }
    }
}

/// A text in its cell; nothing where it is empty.
pub(super) fn text<'c>(look: CellLook, text: impl Into<Cow<'c, str>>) -> SheetCell<'c> {
    let text = text.into();
    (look, if text.is_empty() { SheetValue::Empty } else { SheetValue::Text(text) })
}

/// A line of texts of one look.
pub(super) fn line<'c>(look: CellLook, texts: impl IntoIterator<Item = String>) -> Vec<SheetCell<'c>> {
    texts.into_iter().map(|one| text(look, one)).collect()
}

/// A line that says something in each language: what it is about, then the words.
pub(super) fn said<'c>(about: impl IntoIterator<Item = String>, words: Vec<String>) -> Vec<SheetCell<'c>> {
    let mut cells = line(CellLook::Label, about);
    cells.extend(line(CellLook::Words, words));
    cells
}
