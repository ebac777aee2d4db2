//! `corrections`: a row for each correction, the newest last; of an edition, and of all of them.

use crate::model::{Cell, Correction, CorrectionKind, Document, Edition, EditionIdx, LangIdx};
use crate::writers::table::{Field, Table, Value};
use crate::writers::tables::made::{Made, TableSource, of_editions_and_series};

/// The columns, whose names and order are promises.
fn fields(source: TableSource<'_>, editions: &[EditionIdx]) -> Vec<Field> {
    let corrections = || editions.iter().flat_map(|edition| &source.series.editions[edition.0].corrections);
    let has_state = |end: fn(&Correction) -> Cell| corrections().any(|correction| cell(end(correction)).is_text());
    let mut fields = vec![Field::text("edition"), Field::date("date")];
    fields.extend(["group", "unit", "unit_name", "criterion"].map(Field::text));
    fields.push(Field::number("was").or_text(has_state(|correction| correction.was)));
    fields.push(Field::number("now").or_text(has_state(|correction| correction.now)));
    fields.push(Field::text("kind").one_of(CorrectionKind::WORDS.iter().map(|(word, _)| *word)));
    fields.extend(["reason", "document"].map(Field::text));
    fields.extend(["version", "correction"].map(Field::number));
    fields
}

/// The table of each edition that was corrected, and one of all.
pub(crate) fn tables(source: TableSource<'_>) -> Vec<Made<'_>> {
    let corrected = |edition: EditionIdx| !source.series.editions[edition.0].corrections.is_empty();
    let phrases = ["corrections.download", "corrections.download.all"];
    of_editions_and_series(source, "corrections", phrases, corrected, corrections)
}

/// The corrections of some editions by their day; of one day, in the order of the file.
fn corrections(source: TableSource<'_>, editions: Vec<EditionIdx>) -> Table<'_> {
    let fields = fields(source, &editions);
    let rows = editions.into_iter().flat_map(move |index| {
        let mut corrections: Vec<&Correction> = source.series.editions[index.0].corrections.iter().collect();
        corrections.sort_by_key(|correction| correction.date);
        (1_u32..).zip(corrections).map(move |(number, correction)| record(source, index, correction, number))
    });
    Table { fields, rows: Box::new(rows) }
}

fn record<'a>(source: TableSource<'a>, index: EditionIdx, correction: &'a Correction, number: u32) -> Vec<Value<'a>> {
    let edition = &source.series.editions[index.0];
    let versions = &source.rankings.editions[index.0].versions;
    let version = versions.iter().position(|version| version.until == correction.date).map(|at| at + 1);
    vec![
        Value::text(edition.id.as_str()),
        Value::Date(correction.date),
        Value::text(group(source, edition, correction)),
        Value::text(source.unit_id(correction.unit)),
        Value::text(source.unit_name(correction.unit, index)),
        Value::text(correction.criterion.as_str()),
        cell(correction.was),
        cell(correction.now),
        Value::text(correction.kind.word()),
        Value::text(correction.reason.as_ref().map_or("", |reason| reason.get(LangIdx(0)))),
        Value::text(correction.document.as_ref().map(document).unwrap_or_default()),
        Value::number(version),
        Value::number(Some(number)),
    ]
}

/// The group in which the unit was corrected.
fn group<'a>(source: TableSource<'a>, edition: &Edition, correction: &Correction) -> &'a str {
    let group = edition.groups.iter().find(|group| group.units.contains(&correction.unit));
    group.map_or("", |group| &source.series.groups[group.group.0].id)
}

/// A number with the digits that were written, or the state that a cell was in.
fn cell(cell: Cell) -> Value<'static> {
    match cell {
        Cell::Score(number) => Value::Number(number),
        Cell::Empty(state) => Value::text(state.word()),
    }
}

/// What names a document: its number, its title, or its address.
fn document(document: &Document) -> String {
    let title = document.title.as_ref().map(|title| title.get(LangIdx(0)).to_owned());
    document.number.clone().or(title).or_else(|| document.url.clone()).unwrap_or_default()
}
