//! `statements`: a row for each unit that an announced statement names, with what became of the statement.

use crate::model::{EditionGroup, EditionIdx, LangIdx, Statement};
use crate::rankings::{ClaimState, claim_state};
use crate::writers::table::{Field, Table, Value};
use crate::writers::tables::cells::{stated_rank, stated_score};
use crate::writers::tables::made::{Made, TableSource, of_editions_and_series};

/// The columns, whose names and order are promises.
fn fields() -> Vec<Field> {
    let mut fields = ["edition", "group", "criterion"].map(Field::text).to_vec();
    fields.push(Field::number("statement"));
    fields.extend(["unit", "unit_name"].map(Field::text));
    fields.push(Field::number("rank").meaning("stated_rank"));
    fields.push(Field::number("score").meaning("stated_score"));
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
fn statements<'a>(source: TableSource<'a>, editions: &[EditionIdx]) -> Table<'a> {
    let mut rows = Vec::new();
    for &edition in editions {
        let groups = source.series.editions[edition.0].groups.iter();
        for (group, ranking) in groups.zip(&source.rankings.editions[edition.0].groups) {
            let mut statements: Vec<&Statement> = group.statements.iter().collect();
            statements.sort_by_key(|statement| (statement.column, statement.number));
            for statement in statements {
                let state = claim_state(group, ranking, statement);
                push(source, edition, group, (statement, state), &mut rows);
            }
        }
    }
    Table { fields: fields(), rows }
}

fn push<'a>(
    source: TableSource<'a>,
    edition: EditionIdx,
    group: &'a EditionGroup,
    (statement, state): (&'a Statement, ClaimState),
    rows: &mut Vec<Vec<Value<'a>>>,
) {
    let own = statement.rows.iter().map(|&row| group.units[row.index()]);
    let mut units: Vec<_> = own.chain(statement.foreign.iter().copied()).map(Some).collect();
    units.sort();
    if units.is_empty() {
        units.push(None);
    }
    let text = |text: Option<&'a crate::model::Text>| Value::text(text.map_or("", |text| text.get(LangIdx(0))));
    rows.extend(units.into_iter().map(|unit| {
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
    }));
}
