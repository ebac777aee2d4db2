//! `ranking-GROUP.csv`: a row for each unit of a group in the order of its rank, a column for each leaf criterion.

use super::{Export, Source, cells};
use crate::model::{Edition, EditionGroup, LangIdx, Rank, StatedRank};
use crate::rankings::{GroupRanking, Known, Standing};
use crate::routes::ranking_csv;

/// The file of each group of each edition.
pub(super) fn exports(source: Source<'_>) -> Vec<Export<'_>> {
    let mut exports = Vec::new();
    for (i, edition) in source.series.editions.iter().enumerate() {
        for (j, group) in edition.groups.iter().enumerate() {
            let ranking = &source.rankings.editions[i].groups[j];
            exports.push(Export {
                file: ranking_csv(&edition.id, &source.series.groups[group.group.0].id),
                write: Box::new(move || write(source, edition, group, ranking)),
            });
        }
    }
    exports
}

fn write(source: Source<'_>, edition: &Edition, group: &EditionGroup, ranking: &GroupRanking) -> Vec<u8> {
    let leaves: Vec<usize> = group.scheme.leaves().collect();
    let mut writer = cells::writer(group.units.len() * (80 + 12 * leaves.len()) + 256);
    let mut head: Vec<String> = ["rank", "unit", "unit_name", "total", "maximum", "band"].map(str::to_owned).into();
    for &leaf in &leaves {
        let id = group.scheme.column_id(leaf);
        head.extend([id.to_owned(), format!("{id}_rank")]);
    }
    let _ = writer.write_record(&head);
    for row in order(source, edition, group, ranking) {
        let _ = writer.write_record(record(source, edition, group, ranking, &leaves, row));
    }
    cells::bytes(writer)
}

/// Rows by rank, then in the language's order; unranked units last.
fn order(source: Source<'_>, edition: &Edition, group: &EditionGroup, ranking: &GroupRanking) -> Vec<usize> {
    let total = &ranking.columns[group.scheme.total_column()];
    let name = |row: usize| source.series.name_on(group.units[row], edition.period.to).get(LangIdx(0));
    let place = |row: usize| -> (bool, Option<Rank>) {
        let unranked = group.unranked[row].is_some();
        match total.standing(row).rank {
            Known::Exact(rank) => (unranked, Some(rank)),
            Known::Between(best, _) => (unranked, Some(best)),
            Known::Nothing => (true, None),
        }
    };
    let mut rows: Vec<usize> = (0..group.units.len()).collect();
    rows.sort_by(|&a, &b| {
        let (a_place, b_place) = (place(a), place(b));
        let by_rank = a_place.0.cmp(&b_place.0).then(a_place.1.is_none().cmp(&b_place.1.is_none()));
        by_rank.then(a_place.1.cmp(&b_place.1)).then_with(|| source.words.compare(name(a), name(b)))
    });
    rows
}

fn record(
    source: Source<'_>,
    edition: &Edition,
    group: &EditionGroup,
    ranking: &GroupRanking,
    leaves: &[usize],
    row: usize,
) -> Vec<String> {
    let unit = group.units[row];
    let total = ranking.columns[group.scheme.total_column()].standing(row);
    let name = source.series.name_on(unit, edition.period.to).get(LangIdx(0));
    let band = total.band.map_or_else(String::new, |band| group.scheme.bands[band].id.clone());
    let mut record = vec![
        rank(&total),
        source.series.units[unit.0].id.clone(),
        cells::text(name),
        cells::exact(total.score),
        total.maximum.map_or_else(String::new, |max| max.to_string()),
        band,
    ];
    for &leaf in leaves {
        let standing = ranking.columns[leaf].standing(row);
        record.push(cells::exact(standing.score));
        record.push(if group.scheme.criteria[leaf].scored { rank(&standing) } else { String::new() });
    }
    record
}

/// A known rank, or an announced band as `101-152`.
fn rank(standing: &Standing) -> String {
    match (&standing.announced_rank, standing.rank) {
        (_, Known::Exact(rank)) => rank.to_string(),
        (Some(band @ StatedRank::Band(..)), _) => cells::stated_rank(Some(band)),
        _ => String::new(),
    }
}
