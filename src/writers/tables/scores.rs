//! `scores`: a row for each unit and criterion of an edition, the total last.

use crate::model::{Column, EditionGroup, EditionIdx};
use crate::rankings::{GroupRanking, Known, StandingState};
use crate::writers::table::{Field, Table, Value};
use crate::writers::tables::cells::{
    BASES, RANK_BASES, basis, ends, exact, flags, rank_basis, stated_rank, stated_score,
};
use crate::writers::tables::made::{DataOf, Made, TableSource, of_editions_and_series};

/// The columns, whose names and order are promises.
fn fields() -> Vec<Field> {
    let mut fields: Vec<Field> = vec![Field::text("edition"), Field::number("year")];
    fields.extend(["group", "unit", "unit_name", "criterion"].map(Field::text));
    fields.extend(["score", "score_min", "score_max"].map(Field::number));
    fields.push(Field::text("score_basis").one_of(BASES));
    fields.extend(["announced_score", "maximum", "rank", "rank_min", "rank_max"].map(Field::number));
    fields.push(Field::text("rank_basis").one_of(RANK_BASES));
    fields.extend(["announced_rank", "ranked", "tied"].map(Field::number));
    fields.push(Field::text("state").one_of(StandingState::words()));
    fields.push(Field::text("flag"));
    fields
}

/// The table of each edition, of each of its earlier versions, and of all editions.
pub(crate) fn tables(source: TableSource<'_>) -> Vec<Made<'_>> {
    let phrases = ["download.scores", "download.scores.all"];
    let mut tables = of_editions_and_series(source, "scores", phrases, |_| true, scores);
    for edition in source.editions() {
        let versions = 0..source.rankings.editions[edition.0].versions.len();
        tables.extend(versions.map(|version| Made {
            of: DataOf::Version(edition, version + 1),
            kind: "scores",
            name: "scores".to_owned(),
            phrase: "corrections.download.scores",
            group: None,
            of_editions: false,
            table: Box::new(move || {
                let mut rows = Vec::new();
                push_edition(source, edition, version, &mut rows);
                Table { fields: fields(), rows }
            }),
        }));
    }
    tables
}

/// The scores of some editions as they are now.
fn scores<'a>(source: TableSource<'a>, editions: &[EditionIdx]) -> Table<'a> {
    let cells = |edition: &EditionIdx| -> usize {
        source.series.editions[edition.0].groups.iter().map(|g| g.units.len() * g.columns.len()).sum()
    };
    let mut rows = Vec::with_capacity(editions.iter().map(cells).sum());
    for &edition in editions {
        push_edition(source, edition, source.rankings.editions[edition.0].versions.len(), &mut rows);
    }
    Table { fields: fields(), rows }
}

/// A version of an edition by position from the oldest; the edition of now has the position behind all of them.
fn push_edition<'a>(source: TableSource<'a>, edition: EditionIdx, version: usize, rows: &mut Vec<Vec<Value<'a>>>) {
    let ranked = &source.rankings.editions[edition.0];
    for (index, group) in source.series.editions[edition.0].groups.iter().enumerate() {
        match ranked.group_in(version, index) {
            Some(before) => push_group(source, edition, &before.group, &before.ranking, rows),
            None => push_group(source, edition, group, &ranked.groups[index], rows),
        }
    }
}

fn push_group<'a>(
    source: TableSource<'a>,
    index: EditionIdx,
    group: &'a EditionGroup,
    ranking: &GroupRanking,
    out: &mut Vec<Vec<Value<'a>>>,
) {
    let mut rows: Vec<usize> = (0..group.units.len()).collect();
    rows.sort_by_key(|&row| group.units[row]);
    let edition = &source.series.editions[index.0];
    let group_id = source.series.groups[group.group.0].id.as_str();
    for row in rows {
        let unit = group.units[row];
        let (id, name) = (source.unit_id(unit), source.unit_name(unit, index));
        for column in group.scheme.columns() {
            let mut record = Vec::with_capacity(21);
            record.extend([Value::text(edition.id.as_str()), Value::Number(edition.year.into())]);
            record.extend([group_id, id, name].map(Value::text));
            record.extend(cell(group, ranking, column, row));
            out.push(record);
        }
    }
}

/// The fields of one cell, from `criterion` on.
fn cell<'a>(group: &'a EditionGroup, ranking: &GroupRanking, column: Column, row: usize) -> [Value<'a>; 16] {
    let standing = ranking.columns[column].standing(row).ranked_by_scores();
    let [score_min, score_max] = ends(standing.score).map(Value::number);
    let [rank_min, rank_max] = ends(standing.rank).map(Value::rank);
    let known = standing.score != Known::Nothing;
    let ranked = matches!(standing.rank, Known::Exact(_) | Known::Between(..));
    [
        Value::text(group.scheme.column_id(column)),
        Value::number(exact(standing.score)),
        score_min,
        score_max,
        Value::text(if known { basis(standing.score_basis) } else { "" }),
        stated_score(standing.announced_score),
        Value::number(standing.maximum),
        Value::rank(exact(standing.rank)),
        rank_min,
        rank_max,
        Value::text(if ranked { rank_basis(standing.rank_basis) } else { "" }),
        stated_rank(standing.announced_rank.as_ref()),
        Value::number(standing.ranked),
        Value::number(standing.tied),
        Value::text(standing.state.word()),
        Value::text(flags(standing.flags, standing.disputed)),
    ]
}
