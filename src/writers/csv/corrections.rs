//! `corrections.csv`: a row for each correction, the newest last; of an edition, and of all of them.

use crate::model::{Cell, Correction, Document, Edition, EditionIdx, LangIdx};
use crate::routes::{all_corrections_csv, corrections_csv};
use crate::writers::csv::export::{Export, Listed, TableSource};
use crate::writers::csv::table::{Table, Value};

/// The columns, whose names and order are promises.
const COLUMNS: [&str; 12] = [
    "edition",
    "date",
    "group",
    "unit",
    "unit_name",
    "criterion",
    "was",
    "now",
    "kind",
    "reason",
    "document",
    "version",
];

/// The file of each edition that was corrected, and one of all.
pub(crate) fn exports(source: TableSource<'_>) -> Vec<Export<'_>> {
    let editions = || (0..source.series.editions.len()).map(EditionIdx);
    let corrected = move || editions().filter(move |e| !source.series.editions[e.0].corrections.is_empty());
    let mut exports: Vec<Export<'_>> = corrected()
        .map(|edition| Export {
            file: corrections_csv(&source.series.editions[edition.0].id),
            listed: Listed::of(edition, "corrections.download"),
            write: Box::new(move || table(source, [edition]).csv()),
        })
        .collect();
    if !exports.is_empty() {
        let write = Box::new(move || table(source, corrected()).csv());
        exports.push(Export { file: all_corrections_csv(), listed: None, write });
    }
    exports
}

/// The corrections of some editions by their day; of one day, in the order of the file.
fn table(source: TableSource<'_>, editions: impl IntoIterator<Item = EditionIdx>) -> Table {
    let mut rows = Vec::new();
    for index in editions {
        let mut corrections: Vec<&Correction> = source.series.editions[index.0].corrections.iter().collect();
        corrections.sort_by_key(|correction| correction.date);
        rows.extend(corrections.into_iter().map(|correction| record(source, index, correction)));
    }
    Table { fields: COLUMNS.map(str::to_owned).into(), rows }
}

fn record(source: TableSource<'_>, index: EditionIdx, correction: &Correction) -> Vec<Value> {
    let (series, edition) = (source.series, &source.series.editions[index.0]);
    let text = |text: &str| if text.is_empty() { Value::Empty } else { Value::Text(text.to_owned()) };
    let versions = &source.rankings.editions[index.0].versions;
    let version = versions.iter().position(|version| version.until == correction.date).map(|at| at + 1);
    vec![
        text(&edition.id),
        text(&correction.date.to_string()),
        text(group(source, edition, correction)),
        text(&series.units[correction.unit.0].id),
        text(series.name_on(correction.unit, edition.period.to).get(LangIdx(0))),
        text(&correction.criterion),
        cell(correction.was),
        cell(correction.now),
        text(correction.kind.word()),
        text(correction.reason.as_ref().map_or("", |reason| reason.get(LangIdx(0)))),
        text(&correction.document.as_ref().map(document).unwrap_or_default()),
        Value::number(version.map(|version| version.to_string()).unwrap_or_default()),
    ]
}

/// The group in which the unit was corrected.
fn group<'a>(source: TableSource<'a>, edition: &Edition, correction: &Correction) -> &'a str {
    let group = edition.groups.iter().find(|group| group.units.contains(&correction.unit));
    group.map_or("", |group| &source.series.groups[group.group.0].id)
}

/// A number with the digits that were written, or the state that a cell was in.
fn cell(cell: Cell) -> Value {
    match cell {
        Cell::Score(number) => Value::Number(number.to_string()),
        Cell::Empty(state) => Value::Text(state.word().to_owned()),
    }
}

/// What names a document: its number, its title, or its address.
fn document(document: &Document) -> String {
    let title = document.title.as_ref().map(|title| title.get(LangIdx(0)).to_owned());
    document.number.clone().or(title).or_else(|| document.url.clone()).unwrap_or_default()
}
