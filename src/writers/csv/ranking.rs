//! `ranking-GROUP.csv`: a row for each unit of a group in the order of its rank, a column for each leaf criterion.

use crate::model::{Column, Edition, EditionGroup, EditionIdx, LangIdx, Rank, StatedRank};
use crate::rankings::{GroupRanking, Known, Standing};
use crate::routes::{ranking_csv, version_ranking_csv};
use crate::writers::csv::cells;
use crate::writers::csv::export::{Export, Listed, TableSource};
use crate::writers::csv::table::{Table, Value};

/// The file of each group of each edition, and of each of its earlier versions.
pub(crate) fn exports(source: TableSource<'_>) -> Vec<Export<'_>> {
    let mut exports = Vec::new();
    for (i, edition) in source.series.editions.iter().enumerate() {
        for (j, group) in edition.groups.iter().enumerate() {
            let id = &source.series.groups[group.group.0].id;
            exports.push(Export {
                file: ranking_csv(&edition.id, id),
                listed: Some(Listed {
                    edition: EditionIdx(i),
                    group: Some(j),
                    phrase: "download.ranking",
                    of_editions: false,
                }),
                write: Box::new(move || ranking_table(source, EditionIdx(i), j).csv()),
            });
            exports.extend((0..source.rankings.editions[i].versions.len()).map(|version| Export {
                file: version_ranking_csv(&edition.id, version + 1, id),
                listed: None,
                write: Box::new(move || ranking_of(RankedGroup::before(source, EditionIdx(i), j, version)).csv()),
            }));
        }
    }
    exports
}

/// One group of one edition, with what was computed of it.
#[derive(Clone, Copy)]
struct RankedGroup<'a> {
    source: TableSource<'a>,
    edition: &'a Edition,
    group: &'a EditionGroup,
    ranking: &'a GroupRanking,
}

impl<'a> RankedGroup<'a> {
    fn of(source: TableSource<'a>, edition: EditionIdx, group: usize) -> Self {
        let ranking = &source.rankings.editions[edition.0].groups[group];
        let edition = &source.series.editions[edition.0];
        Self { source, edition, group: &edition.groups[group], ranking }
    }

    /// As it stood in a version, by position from the oldest.
    fn before(source: TableSource<'a>, edition: EditionIdx, group: usize, version: usize) -> Self {
        let now = Self::of(source, edition, group);
        match source.rankings.editions[edition.0].group_in(version, group) {
            Some(before) => Self { group: &before.group, ranking: &before.ranking, ..now },
            None => now,
        }
    }

    /// The name of a row's unit in the first language, as it was in the edition.
    fn name(&self, row: usize) -> &'a str {
        self.source.series.name_on(self.group.units[row], self.edition.period.to).get(LangIdx(0))
    }

    fn id(&self, row: usize) -> Value {
        Value::Text(self.source.series.units[self.group.units[row].0].id.clone())
    }

    fn standing(&self, column: Column, row: usize) -> Standing {
        self.ranking.columns[column].standing(row)
    }
}

/// The ranking of a group by its total: what `ranking-GROUP.csv` holds.
#[must_use]
pub(crate) fn ranking_table(source: TableSource<'_>, edition: EditionIdx, group: usize) -> Table {
    ranking_of(RankedGroup::of(source, edition, group))
}

fn ranking_of(part: RankedGroup<'_>) -> Table {
    let leaves: Vec<Column> = part.group.scheme.measured().collect();
    let mut fields: Vec<String> = ["rank", "unit", "unit_name", "total", "maximum", "band"].map(str::to_owned).into();
    for &leaf in &leaves {
        let id = part.group.scheme.column_id(leaf);
        fields.extend([id.to_owned(), format!("{id}_rank")]);
    }
    let rows = order_of(part, part.group.scheme.total_column());
    Table { fields, rows: rows.into_iter().map(|row| record(part, &leaves, row)).collect() }
}

/// The ranking of a group by one criterion.
#[must_use]
pub(crate) fn criterion_table(source: TableSource<'_>, edition: EditionIdx, group: usize, column: Column) -> Table {
    let part = RankedGroup::of(source, edition, group);
    let fields = ["rank", "unit", "unit_name", "score", "maximum"].map(str::to_owned).into();
    let row = |row: usize| {
        let standing = part.standing(column, row);
        vec![
            rank(&standing),
            part.id(row),
            Value::Text(part.name(row).to_owned()),
            Value::number(cells::exact(standing.score)),
            Value::number(standing.maximum.map_or_else(String::new, |max| max.to_string())),
        ]
    };
    Table { fields, rows: ranking_order(source, edition, group, column).into_iter().map(row).collect() }
}

/// The rows of a group by their rank in a column, then in the language's order; unranked units last.
#[must_use]
pub(crate) fn ranking_order(source: TableSource<'_>, edition: EditionIdx, group: usize, column: Column) -> Vec<usize> {
    order_of(RankedGroup::of(source, edition, group), column)
}

fn order_of(part: RankedGroup<'_>, column: Column) -> Vec<usize> {
    let place = |row: usize| -> (bool, Option<Rank>) {
        let unranked = part.group.unranked[row].is_some();
        match part.standing(column, row).rank {
            Known::Exact(rank) => (unranked, Some(rank)),
            Known::Between(best, _) => (unranked, Some(best)),
            Known::Nothing => (true, None),
        }
    };
    let mut rows: Vec<(bool, Option<Rank>, usize)> = (0..part.group.units.len())
        .map(|row| {
            let (out, rank) = place(row);
            (out, rank, row)
        })
        .collect();
    rows.sort_by(|a, b| {
        let by_rank = a.0.cmp(&b.0).then(a.1.is_none().cmp(&b.1.is_none())).then(a.1.cmp(&b.1));
        by_rank.then_with(|| part.source.words.compare(part.name(a.2), part.name(b.2)))
    });
    rows.into_iter().map(|(.., row)| row).collect()
}

fn record(part: RankedGroup<'_>, leaves: &[Column], row: usize) -> Vec<Value> {
    let scheme = &part.group.scheme;
    let total = part.standing(scheme.total_column(), row);
    let mut record = vec![
        rank(&total),
        part.id(row),
        Value::Text(part.name(row).to_owned()),
        Value::number(cells::exact(total.score)),
        Value::number(total.maximum.map_or_else(String::new, |max| max.to_string())),
        total.band.map_or(Value::Empty, |band| Value::Text(scheme.bands[band].id.clone())),
    ];
    for &leaf in leaves {
        let standing = part.standing(leaf, row);
        record.push(Value::number(cells::exact(standing.score)));
        record.push(if scheme.criteria[leaf].scored { rank(&standing) } else { Value::Empty });
    }
    record
}

/// A known rank, or an announced band as `101..152`.
fn rank(standing: &Standing) -> Value {
    match (&standing.announced_rank, standing.rank) {
        (_, Known::Exact(rank)) => Value::Number(rank.to_string()),
        (Some(band @ StatedRank::Band(..)), _) => Value::Text(cells::stated_rank(Some(band))),
        _ => Value::Empty,
    }
}
