//! The workbook of an edition and of the series: one file for spreadsheets with a cover, notes and a sheet a table.

mod cover;
mod lines;
mod names;
mod notes;
mod refusal;
mod sheet;
mod xlsx;

pub(crate) use refusal::TemporaryFull;
pub(crate) use xlsx::is_told_as_refusal;

use std::io;

use crate::model::{Date, Edition, EditionIdx};
use crate::report::days::newest_day_of;
use crate::say::voice::Voice;
use crate::writers::tables::{DataOf, Made};
use crate::writers::workbook::lines::BookLanguages;
use crate::writers::workbook::xlsx::{About, Limits, SheetIdx, Spreadsheet};
use crate::writers::written::TableShape;

/// What a workbook is made from.
pub(crate) struct Book<'a, 't> {
    /// The report in each language of the site, the first one first.
    pub(crate) voices: &'a [Voice<'a>],
    /// Of which data it is: of an edition, or of all of them.
    pub(crate) of: DataOf,
    /// The tables of the site, from which those of the data are taken.
    pub(crate) tables: &'a [Made<'t>],
    /// What each of them holds.
    pub(crate) shapes: &'a [TableShape],
    /// The address of the page that it belongs to in each language, where the site has one.
    pub(crate) addresses: Vec<Option<String>>,
}

/// A table of a workbook.
struct BookPart<'b, 't> {
    /// The name of its sheet.
    sheet: &'b str,
    /// The table.
    made: &'b Made<'t>,
    /// What it holds.
    shape: &'b TableShape,
    /// Whether a spreadsheet can hold it; otherwise there is no such sheet.
    is_held: bool,
}

impl<'a> Book<'a, '_> {
    fn languages(&self) -> BookLanguages<'a> {
        BookLanguages(self.voices)
    }

    /// The edition that it is of; none where it is of all of them.
    fn edition(&self) -> Option<EditionIdx> {
        match self.of {
            DataOf::Series => None,
            DataOf::Edition(edition) | DataOf::Version(edition, _) => Some(edition),
        }
    }

    /// The editions that its tables tell of.
    fn editions(&self) -> Vec<(EditionIdx, &'a Edition)> {
        let own = self.edition();
        self.languages().first().report.editions().filter(|(index, _)| own.is_none_or(|own| own == *index)).collect()
    }

    /// The newest day of the data; without one, the last day that it assesses.
    fn day(&self) -> Date {
        let own = self.edition();
        let series = self.languages().first().series();
        let day = newest_day_of(series, |index, _| own.is_none_or(|own| own == index));
        let end = || self.editions().iter().map(|(_, edition)| edition.period.to).max();
        day.or_else(end).unwrap_or(Date { year: 1900, month: 1, day: 1 })
    }
}

/// The bytes of a workbook, the same for the same data; a table that a spreadsheet cannot hold is left out with a word.
///
/// # Errors
/// When the package that writes it refuses, which nothing in the data should make it do.
pub(crate) fn workbook(book: &Book<'_, '_>) -> io::Result<Vec<u8>> {
    within(book, Limits::EXCEL)
}

fn within(book: &Book<'_, '_>, limits: Limits) -> io::Result<Vec<u8>> {
    let first = book.languages().first();
    let tables: Vec<_> = book.tables.iter().zip(book.shapes).filter(|(table, _)| table.of == book.of).collect();
    let wanted = [first.say("book.cover", &[]), first.say("book.notes", &[])].into_iter();
    let wanted: Vec<String> = wanted.chain(tables.iter().map(|(table, _)| tab(book, table))).collect();
    let names = names::sheet_names(&wanted);
    let [cover_name, notes_name, names @ ..] = names.as_slice() else { return Err(io::Error::other("no names")) };
    let title = format!("{} – {}", first.text(&first.series().site.title), cover::title(book, first));
    let author = first.text(&first.series().site.publisher.name);
    let mut file = Spreadsheet::new(&About { title: &title, author, day: book.day() })?;
    let (cover, notes) = (file.add(cover_name, 0)?, file.add(notes_name, 0)?);
    let mut parts = Vec::with_capacity(tables.len());
    for ((made, shape), name) in tables.into_iter().zip(names) {
        let is_held = sheet::fits(shape, limits);
        if is_held {
            let at = file.add(name, shape.rows * shape.fields.len())?;
            write_table(&mut file, at, made, shape)?;
        }
        parts.push(BookPart { sheet: name, made, shape, is_held });
    }
    file.fill(cover, &cover::frame(book), cover::rows(book, notes_name, &parts))?;
    file.fill(notes, &notes::frame(book), notes::rows(book, &parts))?;
    file.finish()
}

/// Writes a table into its sheet, row by row.
fn write_table(file: &mut Spreadsheet, at: SheetIdx, made: &Made<'_>, shape: &TableShape) -> io::Result<()> {
    let frame = sheet::frame(shape);
    let mut open = file.open(at, &frame)?;
    open.row(sheet::head(shape))?;
    for row in (made.table)().rows {
        open.row(sheet::cells(shape, &row))?;
    }
    open.close()
}

/// What the sheet of a table is called in the first language: by its kind; a ranking by its group.
fn tab(book: &Book<'_, '_>, table: &Made<'_>) -> String {
    let first = book.languages().first();
    if let (Some(group), Some(edition)) = (table.group, book.edition()) {
        return first.group_name(&first.edition(edition).groups[group]).to_owned();
    }
    let key = format!("book.sheet.{}", table.kind);
    if first.words.has(&key) { first.say(&key, &[]) } else { table.name.clone() }
}

#[cfg(test)]
mod tests;
