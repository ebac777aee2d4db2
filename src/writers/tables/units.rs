//! `units`: a row for each unit of an edition, with its names as they were then.

use crate::model::{EditionGroup, EditionIdx, LangIdx};
use crate::writers::table::{Field, Table, Value};
use crate::writers::tables::made::{Made, TableSource, by_unit, of_editions_and_series};

/// The columns, whose names and order are promises; a name in each language stands at the end.
fn fields(source: TableSource<'_>) -> Vec<Field> {
    let mut fields = ["edition", "group", "unit", "short", "unranked"].map(Field::text).to_vec();
    fields.extend(source.name_fields());
    fields
}

/// The table of each edition, and of all editions.
pub(crate) fn tables(source: TableSource<'_>) -> Vec<Made<'_>> {
    of_editions_and_series(source, "units", ["download.units", "download.units.all"], |_| true, units)
}

/// The units of some editions in the order of groups and units, names as they were in the edition.
fn units(source: TableSource<'_>, editions: Vec<EditionIdx>) -> Table<'_> {
    let rows = source.groups(editions).flat_map(move |(edition, _, group)| {
        by_unit(group).into_iter().map(move |row| record(source, edition, group, row))
    });
    Table { fields: fields(source), rows: Box::new(rows) }
}

fn record<'a>(source: TableSource<'a>, index: EditionIdx, group: &'a EditionGroup, row: usize) -> Vec<Value<'a>> {
    let (edition, index) = (&source.series.editions[index.0], group.units[row]);
    let unit = &source.series.units[index.0];
    let unranked = group.unranked[row].as_ref();
    let mut record = vec![
        Value::text(edition.id.as_str()),
        Value::text(source.series.groups[group.group.0].id.as_str()),
        Value::text(unit.id.as_str()),
        Value::text(unit.short.as_ref().map_or("", |short| short.get(LangIdx(0)))),
        Value::text(unranked.map_or("", |reason| reason.get(LangIdx(0)))),
    ];
    record.extend(source.names(source.series.name_on(index, edition.period.to)).map(Value::text));
    record
}
