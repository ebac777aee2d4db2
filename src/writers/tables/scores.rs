//! `scores`: a row for each unit and criterion of an edition, the total last.

use crate::model::{Column, EditionGroup, EditionIdx};
use crate::rankings::{GroupRanking, Known, RankedColumn, StandingState};
use crate::writers::table::{Field, Rows, Table, Value};
use crate::writers::tables::cells::{
    BASES, RANK_BASES, basis, ends, exact, flags, rank_basis, stated_rank, stated_score,
};
use crate::writers::tables::made::{DataOf, Made, TableSource, by_unit, of_editions_and_series};

/// The columns, whose names and order are promises.
fn fields(parts: &[ScoredGroup<'_>]) -> Vec<Field> {
    let announced = || parts.iter().flat_map(|part| part.ranking.columns.iter()).flat_map(RankedColumn::announced);
    let has_ranges = announced().any(|(score, _)| stated_score(score).is_text());
    let has_bands = announced().any(|(_, rank)| stated_rank(rank).is_text());
    let mut fields: Vec<Field> = vec![Field::text("edition"), Field::number("year")];
    fields.extend(["group", "unit", "unit_name", "criterion"].map(Field::text));
    fields.extend(["score", "score_min", "score_max"].map(Field::number));
    fields.push(Field::text("score_basis").one_of(BASES));
    fields.push(Field::number("announced_score").or_text(has_ranges));
    fields.extend(["maximum", "rank", "rank_min", "rank_max"].map(Field::number));
    fields.push(Field::text("rank_basis").one_of(RANK_BASES));
    fields.push(Field::number("announced_rank").or_text(has_bands));
    fields.extend(["ranked", "tied"].map(Field::number));
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
            table: Box::new(move || table(source, ScoredGroup::of_version(source, edition, version))),
        }));
    }
    tables
}

/// A group of an edition, or of an earlier version of one.
#[derive(Clone, Copy)]
struct ScoredGroup<'a> {
    edition: EditionIdx,
    group: &'a EditionGroup,
    ranking: &'a GroupRanking,
}

impl<'a> ScoredGroup<'a> {
    /// The groups of a version of an edition by position from the oldest; the edition of now has the position behind all of
    /// them.
    fn of_version(source: TableSource<'a>, edition: EditionIdx, version: usize) -> Vec<Self> {
        let ranked = &source.rankings.editions[edition.0];
        let part = |(_, at, group)| match ranked.group_in(version, at) {
            Some(before) => Self { edition, group: &before.group, ranking: &before.ranking },
            None => Self { edition, group, ranking: &ranked.groups[at] },
        };
        source.groups(vec![edition]).map(part).collect()
    }
}

/// The scores of some editions as they are now.
fn scores(source: TableSource<'_>, editions: Vec<EditionIdx>) -> Table<'_> {
    let now = |edition: EditionIdx| source.rankings.editions[edition.0].versions.len();
    let parts = editions.into_iter().flat_map(|edition| ScoredGroup::of_version(source, edition, now(edition)));
    table(source, parts.collect())
}

fn table<'a>(source: TableSource<'a>, parts: Vec<ScoredGroup<'a>>) -> Table<'a> {
    Table { fields: fields(&parts), rows: Box::new(parts.into_iter().flat_map(move |part| rows(source, part))) }
}

/// The rows of a group in the order of its units and columns.
fn rows<'a>(source: TableSource<'a>, part: ScoredGroup<'a>) -> Rows<'a> {
    let edition = &source.series.editions[part.edition.0];
    let group_id = source.series.groups[part.group.group.0].id.as_str();
    let of_unit = move |row: usize| {
        let unit = part.group.units[row];
        let (id, name) = (source.unit_id(unit), source.unit_name(unit, part.edition));
        part.group.scheme.columns().map(move |column| {
            let mut record = Vec::with_capacity(21);
            record.extend([Value::text(edition.id.as_str()), Value::Number(edition.year.into())]);
            record.extend([group_id, id, name].map(Value::text));
            record.extend(cell(part.group, part.ranking, column, row));
            record
        })
    };
    Box::new(by_unit(part.group).into_iter().flat_map(of_unit))
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
