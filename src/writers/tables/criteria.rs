//! `criteria`: a row for each criterion of each group of an edition as its scheme lays it down, the total last.

use crate::model::{Aggregate, Column, EditionGroup, EditionIdx, LangIdx, Order, Ties};
use crate::writers::table::{Field, Table, Value};
use crate::writers::tables::made::{Made, TableSource, of_editions_and_series};

/// The columns, whose names and order are promises; a name in each language stands at the end.
fn fields(source: TableSource<'_>) -> Vec<Field> {
    let mut fields = ["edition", "group", "scheme", "criterion", "parent"].map(Field::text).to_vec();
    fields.extend(["maximum", "weight"].map(Field::number));
    fields.push(Field::text("aggregate").one_of(Aggregate::WORDS.iter().map(|(word, _)| *word)));
    fields.push(Field::text("order").one_of(Order::WORDS.iter().map(|(word, _)| *word)));
    fields.push(Field::text("ties").one_of(Ties::WORDS.iter().map(|(word, _)| *word)));
    fields.push(Field::text("measured_in"));
    fields.push(Field::text("scored").one_of(["yes", "no"]));
    fields.extend(source.name_fields());
    fields
}

/// The table of each edition, and of all editions.
pub(crate) fn tables(source: TableSource<'_>) -> Vec<Made<'_>> {
    of_editions_and_series(source, "criteria", ["download.criteria", "download.criteria.all"], |_| true, criteria)
}

/// The criteria of some editions, parents before their children.
fn criteria(source: TableSource<'_>, editions: Vec<EditionIdx>) -> Table<'_> {
    let rows = source.groups(editions).flat_map(move |(edition, _, group)| {
        group.scheme.columns().map(move |column| record(source, edition, group, column))
    });
    Table { fields: fields(source), rows: Box::new(rows) }
}

fn record<'a>(source: TableSource<'a>, index: EditionIdx, group: &'a EditionGroup, column: Column) -> Vec<Value<'a>> {
    let scheme = &group.scheme;
    let criterion = scheme.criterion(column);
    let parent = criterion.map(|of| of.parent.map_or("total", |parent| scheme.column_id(parent)));
    // What does not count in the total is not ranked: neither end of it is the better one.
    let is_ranked = criterion.is_none_or(|of| of.scored);
    let ranked = |word: &'static str| Value::text(if is_ranked { word } else { "" });
    let has_parts = !scheme.parts(column).is_empty();
    let rule = scheme.column_rule(column);
    let mut record = vec![
        Value::text(source.series.editions[index.0].id.as_str()),
        Value::text(source.series.groups[group.group.0].id.as_str()),
        Value::text(scheme.id.as_str()),
        Value::text(scheme.column_id(column)),
        Value::text(parent.unwrap_or_default()),
        Value::number(scheme.column_max(column)),
        Value::number(criterion.map(|of| of.weight)),
        Value::text(if has_parts { scheme.aggregate(column).word() } else { "" }),
        ranked(scheme.shown_order(column).word()),
        ranked(rule.ties.word()),
        Value::text(criterion.and_then(|of| of.unit.as_ref()).map_or("", |unit| unit.get(LangIdx(0)))),
        Value::text(criterion.map_or("", |of| if of.scored { "yes" } else { "no" })),
    ];
    match criterion {
        Some(of) => record.extend(source.names(&of.name).map(Value::text)),
        None => record.extend(source.name_fields().map(|_| Value::Empty)),
    }
    record
}
