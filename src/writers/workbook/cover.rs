//! The cover of a workbook: what it is, whose, of when and how reliable, and what each sheet holds.

use std::borrow::Cow;

use crate::model::{Date, EditionIdx};
use crate::say::editions::{edition_name, marked_label, marked_name, not_official, status};
use crate::say::voice::Voice;
use crate::writers::formats::FORMATS;
use crate::writers::workbook::lines::{line, said, text};
use crate::writers::workbook::xlsx::{CellLook, SheetCell, SheetFrame, SheetValue};
use crate::writers::workbook::{Book, BookPart};

/// The width of what a line is about, of words of one language, of the name of a file, of a count.
const WIDTHS: [u16; 4] = [34, 58, 30, 16];

/// The frame of the cover.
pub(super) fn frame(book: &Book<'_, '_>) -> SheetFrame {
    let [about, words, file, count] = WIDTHS;
    let languages = book.voices.iter().map(|_| words);
    let widths = std::iter::once(about).chain(languages).chain([file, count]).collect();
    SheetFrame { widths, ..SheetFrame::default() }
}

/// What the workbook is of.
pub(super) fn title(book: &Book<'_, '_>, voice: Voice<'_>) -> String {
    match book.edition() {
        Some(edition) => voice.say("edition.title", &[("edition", &edition_name(voice, edition))]),
        None => voice.say("book.all", &[]),
    }
}

/// The lines of the cover.
pub(super) fn rows<'c>(book: &Book<'_, '_>, notes: &'c str, parts: &'c [BookPart<'c, '_>]) -> Vec<Vec<SheetCell<'c>>> {
    let languages = book.languages();
    let site = &languages.first().series().site;
    let mut rows = vec![line(CellLook::Title, [languages.joined(|voice| voice.text_of(&site.title))])];
    rows.push(line(CellLook::Subtitle, [languages.joined(|voice| title(book, voice))]));
    rows.push(Vec::new());
    rows.push(line(CellLook::Section, std::iter::once(String::new()).chain(languages.heads())));
    rows.extend(facts(book));
    rows.push(Vec::new());
    rows.extend(sheets(book, notes, parts));
    rows
}

/// What is said of the data as a whole.
fn facts<'c>(book: &Book<'_, '_>) -> Vec<Vec<SheetCell<'c>>> {
    let languages = book.languages();
    let site = &languages.first().series().site;
    let fact = |key: &str, words: Vec<String>| said([languages.phrase(key)], words);
    let mut rows = vec![fact("book.publisher", languages.each(|voice| voice.text_of(&site.publisher.name)))];
    if let Some(description) = &site.description {
        rows.push(fact("book.about", languages.each(|voice| voice.text_of(description))));
    }
    match book.edition() {
        Some(edition) => rows.extend(of_edition(book, edition)),
        None => rows.extend(of_editions(book)),
    }
    if let Some(licence) = &site.licence {
        rows.push(fact("book.licence", languages.each(|voice| voice.text_of(licence))));
    }
    if book.addresses.iter().any(Option::is_some) {
        rows.push(fact("book.address", book.addresses.iter().map(|one| one.clone().unwrap_or_default()).collect()));
    }
    rows
}

/// The days of an edition, and how far it is.
fn of_edition<'c>(book: &Book<'_, '_>, index: EditionIdx) -> Vec<Vec<SheetCell<'c>>> {
    let languages = book.languages();
    let edition = languages.first().edition(index);
    let fact = |key: &str, say: &dyn Fn(Voice<'_>) -> String| said([languages.phrase(key)], languages.each(say));
    let day = |key: &str, day: Date| fact(key, &|voice| voice.words.date(day));
    let mut rows = vec![fact("archive.edition", &|voice| marked_label(voice, index))];
    rows.push(fact("fact.period", &|voice| {
        let (from, to) = (voice.words.date(edition.period.from), voice.words.date(edition.period.to));
        voice.say("fact.from-to", &[("from", &from), ("to", &to)])
    }));
    if let Some(published) = edition.published {
        let key = if edition.is_approved_on(published) { "fact.approved" } else { "fact.published" };
        rows.push(day(key, published));
    }
    if let Some(corrected) = edition.corrections.iter().map(|correction| correction.date).max() {
        rows.push(day("book.corrected", corrected));
    }
    rows.push(fact("fact.status", &|voice| standing(voice, index)));
    rows
}

/// How far an edition is, and what follows for who uses it.
fn standing(voice: Voice<'_>, index: EditionIdx) -> String {
    not_official(voice, index).unwrap_or_else(|| status(voice, voice.edition(index).status))
}

/// Each edition with its days and how far it is.
fn of_editions<'c>(book: &Book<'_, '_>) -> Vec<Vec<SheetCell<'c>>> {
    let languages = book.languages();
    let line = |&(index, edition): &(EditionIdx, &crate::model::Edition)| {
        let words = |voice: Voice<'_>| {
            let date = |day: Date| voice.words.date(day);
            let corrected = edition.corrections.iter().map(|correction| correction.date).max();
            let days = match (edition.published, corrected) {
                (Some(published), Some(corrected)) => {
                    voice.say("cite.corrected", &[("date", &date(published)), ("corrected", &date(corrected))])
                }
                (Some(published), None) => voice.say("cite.published", &[("date", &date(published))]),
                (None, Some(corrected)) => voice.say("cite.version", &[("corrected", &date(corrected))]),
                (None, None) => String::new(),
            };
            match not_official(voice, index) {
                None => days,
                Some(says) => [days, says].join(" ").trim().to_owned(),
            }
        };
        said([languages.joined(|voice| marked_label(voice, index))], languages.each(words))
    };
    book.editions().iter().map(line).collect()
}

/// What each sheet holds, with a way there; a table that is left out too.
fn sheets<'c>(book: &Book<'_, '_>, notes: &'c str, parts: &'c [BookPart<'c, '_>]) -> Vec<Vec<SheetCell<'c>>> {
    let languages = book.languages();
    let mut head = vec![languages.phrase("book.sheet")];
    head.extend(languages.each(|voice| voice.say("book.what", &[])));
    head.extend(["book.file", "book.rows"].map(|key| languages.phrase(key)));
    let mut rows = vec![line(CellLook::Section, head)];
    let mut first = vec![link(notes)];
    first.extend(line(CellLook::Words, languages.each(|voice| voice.say("book.notes.say", &[]))));
    rows.push(first);
    rows.extend(parts.iter().map(|part| {
        let file = format!("{}.{}", part.made.name, FORMATS[0].extension);
        let words = |voice: Voice<'_>| match part.is_held {
            true => what(book, part, voice),
            false => [what(book, part, voice), voice.say("book.left-out", &[("file", &file)])].join(". "),
        };
        let mut row = vec![if part.is_held { link(part.sheet) } else { text(CellLook::Words, part.sheet) }];
        row.extend(line(CellLook::Words, languages.each(words)));
        row.push(text(CellLook::Words, file.clone()));
        row.push((CellLook::Plain, SheetValue::Number(part.shape.rows.to_string().into())));
        row
    }));
    rows
}

/// What people call a table.
fn what(book: &Book<'_, '_>, part: &BookPart<'_, '_>, voice: Voice<'_>) -> String {
    let Some(edition) = book.edition() else { return voice.say(part.made.phrase, &[]) };
    let group = part.made.group.map(|group| voice.group_in_text(&voice.edition(edition).groups[group]));
    let words = [("edition", marked_name(voice, edition)), ("group", group.unwrap_or_default().to_owned())];
    voice.say(part.made.phrase, &words.each_ref().map(|(place, word)| (*place, word.as_str())))
}

/// A way to a sheet, by its name.
fn link(sheet: &str) -> SheetCell<'_> {
    (CellLook::Words, SheetValue::Link { sheet, text: Cow::Borrowed(sheet) })
}
