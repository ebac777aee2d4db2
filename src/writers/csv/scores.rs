//! `scores.csv`: a row for each unit and criterion of an edition, the total last.

use crate::model::{Column, Edition, EditionGroup, EditionIdx};
use crate::rankings::{EditionRanking, GroupRanking, Known};
use crate::routes::{scores_csv, version_scores_csv};
use crate::writers::csv::cells;
use crate::writers::csv::export::{Export, Listed, TableSource};

/// The columns, whose names and order are promises.
const COLUMNS: [&str; 21] = [
    "edition",
    "year",
    "group",
    "unit",
    "unit_name",
    "criterion",
    "score",
    "score_min",
    "score_max",
    "score_basis",
    "announced_score",
    "maximum",
    "rank",
    "rank_min",
    "rank_max",
    "rank_basis",
    "announced_rank",
    "ranked",
    "tied",
    "state",
    "flag",
];

/// The file of each edition, and of each of its earlier versions.
pub(crate) fn exports(source: TableSource<'_>) -> Vec<Export<'_>> {
    let mut exports = Vec::new();
    for (i, edition) in source.series.editions.iter().enumerate() {
        let ranked = &source.rankings.editions[i];
        exports.push(Export {
            file: scores_csv(&edition.id),
            listed: Listed::of(EditionIdx(i), "download.scores"),
            write: Box::new(move || write(source, edition, ranked, ranked.versions.len())),
        });
        exports.extend((0..ranked.versions.len()).map(|version| Export {
            file: version_scores_csv(&edition.id, version + 1),
            listed: None,
            write: Box::new(move || write(source, edition, ranked, version)),
        }));
    }
    exports
}

/// A version of an edition by position from the oldest; the edition of now has the position behind all of them.
fn write(source: TableSource<'_>, edition: &Edition, ranked: &EditionRanking, version: usize) -> Vec<u8> {
    let cells: usize = edition.groups.iter().map(|g| g.units.len() * g.columns.len()).sum();
    let mut writer = cells::writer(cells * 120 + 256);
    let _ = writer.write_record(COLUMNS);
    for (index, group) in edition.groups.iter().enumerate() {
        let (group, ranking) = match ranked.group_in(version, index) {
            Some(before) => (&before.group, &before.ranking),
            None => (group, &ranked.groups[index]),
        };
        write_group(source, edition, group, ranking, &mut writer);
    }
    cells::bytes(writer)
}

fn write_group(
    source: TableSource<'_>,
    edition: &Edition,
    group: &EditionGroup,
    ranking: &GroupRanking,
    writer: &mut csv::Writer<Vec<u8>>,
) {
    let mut rows: Vec<usize> = (0..group.units.len()).collect();
    rows.sort_by_key(|&row| group.units[row]);
    let year = edition.year.to_string();
    let group_id = &source.series.groups[group.group.0].id;
    for row in rows {
        let unit = group.units[row];
        let name = cells::text(source.series.name_on(unit, edition.period.to).get(crate::model::LangIdx(0)));
        let head = [&edition.id, &year, group_id, &source.series.units[unit.0].id, &name];
        for column in group.scheme.columns() {
            let record = record(group, ranking, column, row);
            let _ = writer.write_record(head.into_iter().map(String::as_str).chain(record.iter().map(String::as_str)));
        }
    }
}

/// The fields of one cell, from `criterion` on.
fn record(group: &EditionGroup, ranking: &GroupRanking, column: Column, row: usize) -> [String; 16] {
    let standing = ranking.columns[column].standing(row);
    let [score_min, score_max] = cells::ends(standing.score);
    let [rank_min, rank_max] = cells::ends(standing.rank);
    let known = standing.score != Known::Nothing;
    let ranked = matches!(standing.rank, Known::Exact(_) | Known::Between(..));
    [
        group.scheme.column_id(column).to_owned(),
        cells::exact(standing.score),
        score_min,
        score_max,
        if known { cells::basis(standing.score_basis).to_owned() } else { String::new() },
        cells::stated_score(standing.announced_score),
        standing.maximum.map_or_else(String::new, |max| max.to_string()),
        cells::rank(standing.rank),
        rank_min,
        rank_max,
        if ranked { cells::rank_basis(standing.rank_basis).to_owned() } else { String::new() },
        cells::stated_rank(standing.announced_rank.as_ref()),
        standing.ranked.map_or_else(String::new, |n| n.to_string()),
        standing.tied.map_or_else(String::new, |n| n.to_string()),
        standing.state.word().to_owned(),
        cells::flags(standing.flags, standing.disputed),
    ]
}
