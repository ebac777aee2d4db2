//! `statements`: a row for each unit that an announced statement names, with what became of the statement.

use crate::model::{EditionGroup, EditionIdx, LangIdx, Statement, UnitIdx};
use crate::rankings::{ClaimState, claim_state};
use crate::writers::table::{Field, Table, Value};
use crate::writers::tables::cells::{stated_rank, stated_score};
use crate::writers::tables::made::{Made, TableSource, of_editions_and_series};

/// The columns, whose names and order are promises.
fn fields(source: TableSource<'_>, editions: &[EditionIdx]) -> Vec<Field> {
    let groups = || source.groups(editions.to_vec());
    let has = |is: fn(&Statement) -> bool| groups().any(|(_, _, group)| group.statements.iter().any(is));
    let has_ranks = has(|statement| stated_rank(statement.rank.as_ref()).is_text());
    let has_ranges = has(|statement| stated_score(statement.score).is_text());
    let mut fields = ["edition", "group", "criterion"].map(Field::text).to_vec();
    fields.push(Field::number("statement"));
    fields.extend(["unit", "unit_name"].map(Field::text));
    fields.push(Field::number("rank").meaning("stated_rank").or_text(has_ranks));
    fields.push(Field::number("score").meaning("stated_score").or_text(has_ranges));
    fields.push(Field::number("count"));
    fields.push(Field::text("last").one_of(["yes", "no"]));
    fields.push(Field::text("standing").one_of(ClaimState::ALL.map(ClaimState::word)));
    fields.extend(["quote", "note", "dispute"].map(Field::text));
    fields
}

/// The table of each edition of which something was announced, and of all of these.
pub(crate) fn tables(source: TableSource<'_>) -> Vec<Made<'_>> {
    let announced =
        |edition: EditionIdx| source.series.editions[edition.0].groups.iter().any(|group| !group.statements.is_empty());
    of_editions_and_series(
        source,
        "statements",
        ["download.statements", "download.statements.all"],
        announced,
        statements,
    )
}

/// The statements of some editions in the order of groups, criteria and their numbers; one that names nobody has one row.
fn statements(source: TableSource<'_>, editions: Vec<EditionIdx>) -> Table<'_> {
    let fields = fields(source, &editions);
    let rows = source.groups(editions).flat_map(move |(edition, at, group)| {
        let ranking = &source.rankings.editions[edition.0].groups[at];
        let mut statements: Vec<&Statement> = group.statements.iter().collect();
        statements.sort_by_key(|statement| (statement.column, statement.number));
        statements.into_iter().flat_map(move |statement| {
            let state = claim_state(group, ranking, statement);
            records(source, edition, group, (statement, state))
        })
    });
    Table { fields, rows: Box::new(rows) }
}

/// A row for each unit that a statement names.
fn records<'a>(
    source: TableSource<'a>,
    edition: EditionIdx,
    group: &'a EditionGroup,
    (statement, state): (&'a Statement, ClaimState),
) -> Vec<Vec<Value<'a>>> {
    let own = statement.rows.iter().map(|&row| group.units[row.index()]);
    let mut units: Vec<_> = own.chain(statement.foreign.iter().copied()).map(Some).collect();
    units.sort();
    if units.is_empty() {
        units.push(None);
    }
    let text = |text: Option<&'a crate::model::Text>| Value::text(text.map_or("", |text| text.get(LangIdx(0))));
    let record = |unit: Option<UnitIdx>| {
        vec![
            Value::text(source.series.editions[edition.0].id.as_str()),
            Value::text(source.series.groups[group.group.0].id.as_str()),
            Value::text(group.scheme.column_id(statement.column)),
            Value::number(Some(statement.number)),
            Value::text(unit.map_or("", |unit| source.unit_id(unit))),
            Value::text(unit.map_or("", |unit| source.unit_name(unit, edition))),
            stated_rank(statement.rank.as_ref()),
            stated_score(statement.score),
            Value::number(statement.count),
            Value::text(if statement.last { "yes" } else { "no" }),
            Value::text(state.word()),
            Value::text(statement.quote.as_deref().unwrap_or_default()),
            text(statement.note.as_ref()),
            text(statement.disputed.as_ref()),
        ]
    };
    units.into_iter().map(record).collect()
}
