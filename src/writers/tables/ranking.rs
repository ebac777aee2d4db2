//! `ranking-GROUP`: a row for each unit of a group in the order of its rank, a column for each leaf criterion.

use crate::model::{Column, EditionGroup, EditionIdx, Rank, StatedRank};
use crate::rankings::{GroupRanking, Known, RankBasis, Standing};
use crate::report::file_order::by_rank;
use crate::writers::table::{Field, Table, Value};
use crate::writers::tables::cells::{exact, stated_rank};
use crate::writers::tables::made::{DataOf, Made, TableSource};

/// The table of each group of each edition, and of each of its earlier versions.
pub(crate) fn tables(source: TableSource<'_>) -> Vec<Made<'_>> {
    let mut tables = Vec::new();
    for index in source.editions() {
        for (group, of) in source.series.editions[index.0].groups.iter().enumerate() {
            let name = format!("ranking-{}", source.series.groups[of.group.0].id);
            tables.push(Made {
                of: DataOf::Edition(index),
                kind: "ranking",
                name: name.clone(),
                phrase: "download.ranking",
                group: Some(group),
                of_editions: false,
                table: Box::new(move || ranking_table(source, index, group)),
            });
            let versions = 0..source.rankings.editions[index.0].versions.len();
            tables.extend(versions.map(|version| Made {
                of: DataOf::Version(index, version + 1),
                kind: "ranking",
                name: name.clone(),
                phrase: "corrections.download.ranking",
                group: Some(group),
                of_editions: false,
                table: Box::new(move || ranking_of(RankedGroup::before(source, index, group, version))),
            }));
        }
    }
    tables
}

/// One group of one edition, with what was computed of it.
#[derive(Clone, Copy)]
struct RankedGroup<'a> {
    source: TableSource<'a>,
    edition: EditionIdx,
    group: &'a EditionGroup,
    ranking: &'a GroupRanking,
}

impl<'a> RankedGroup<'a> {
    fn of(source: TableSource<'a>, edition: EditionIdx, group: usize) -> Self {
        let ranking = &source.rankings.editions[edition.0].groups[group];
        Self { source, edition, group: &source.series.editions[edition.0].groups[group], ranking }
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
        self.source.unit_name(self.group.units[row], self.edition)
    }

    fn id(&self, row: usize) -> Value<'a> {
        Value::text(self.source.unit_id(self.group.units[row]))
    }

    fn standing(&self, column: Column, row: usize) -> Standing {
        self.ranking.columns[column].standing(row)
    }
}

impl RankedGroup<'_> {
    /// What is known of a unit in a column, with the rank that its scores give where the printed one is disputed.
    fn own(&self, column: Column, row: usize) -> Standing {
        let standing = self.standing(column, row);
        let is_as_printed = standing.rank_basis == Some(RankBasis::Printed);
        let standing = standing.ranked_by_scores();
        if is_as_printed { Standing { announced_rank: None, ..standing } } else { standing }
    }

    /// The ranks in a column: numbers, or texts where a band stands among them.
    fn rank_field(&self, name: String, column: Column) -> Field {
        let is_band = |row: usize| rank(&self.own(column, row)).is_text();
        let is_announced = self.ranking.columns[column].announced().any(|(_, rank)| rank.is_some());
        Field::number(name).or_text(is_announced && (0..self.group.units.len()).any(is_band))
    }
}

/// The ranking of a group by its total: what `ranking-GROUP.csv` holds.
#[must_use]
pub(crate) fn ranking_table(source: TableSource<'_>, edition: EditionIdx, group: usize) -> Table<'_> {
    ranking_of(RankedGroup::of(source, edition, group))
}

fn ranking_of(part: RankedGroup<'_>) -> Table<'_> {
    let leaves: Vec<Column> = part.group.scheme.measured().collect();
    let total = part.group.scheme.total_column();
    let mut fields = vec![part.rank_field("rank".to_owned(), total).meaning("ranking_rank")];
    fields.extend([Field::text("unit"), Field::text("unit_name")]);
    fields.extend([Field::number("total"), Field::number("maximum"), Field::text("band")]);
    for &leaf in &leaves {
        let id = part.group.scheme.column_id(leaf);
        fields.push(Field::number(id.to_owned()).meaning("criterion_score"));
        let (name, is_ranked) = (format!("{id}_rank"), part.group.scheme.criteria[leaf].scored);
        let ranks = if is_ranked { part.rank_field(name, leaf) } else { Field::number(name) };
        fields.push(ranks.meaning("criterion_rank"));
    }
    let rows = order_of(part, |part, row| part.own(total, row).rank);
    Table { fields, rows: Box::new(rows.into_iter().map(move |row| record(part, &leaves, row))) }
}

/// The ranking of a group by one criterion.
#[must_use]
pub(crate) fn criterion_table(source: TableSource<'_>, edition: EditionIdx, group: usize, column: Column) -> Table<'_> {
    let part = RankedGroup::of(source, edition, group);
    let mut fields = vec![part.rank_field("rank".to_owned(), column).meaning("ranking_rank")];
    fields.extend([Field::text("unit"), Field::text("unit_name")]);
    fields.extend([Field::number("score"), Field::number("maximum")]);
    let row = move |row: usize| {
        let standing = part.own(column, row);
        vec![
            rank(&standing),
            part.id(row),
            Value::text(part.name(row)),
            Value::number(exact(standing.score)),
            Value::number(standing.maximum),
        ]
    };
    let rows = order_of(part, |part, row| part.own(column, row).rank);
    Table { fields, rows: Box::new(rows.into_iter().map(row)) }
}

/// The rows of a group by their rank in a column, then in the language's order; unranked units last.
#[must_use]
pub(crate) fn ranking_order(source: TableSource<'_>, edition: EditionIdx, group: usize, column: Column) -> Vec<usize> {
    order_of(RankedGroup::of(source, edition, group), |part, row| part.standing(column, row).rank)
}

fn order_of(part: RankedGroup<'_>, rank_of: impl Fn(RankedGroup<'_>, usize) -> Known<Rank>) -> Vec<usize> {
    by_rank(
        part.group.units.len(),
        |row| part.group.unranked[row].is_none(),
        |row| rank_of(part, row),
        |row, other| part.source.words.compare(part.name(row), part.name(other)),
    )
}

fn record<'a>(part: RankedGroup<'a>, leaves: &[Column], row: usize) -> Vec<Value<'a>> {
    let scheme = &part.group.scheme;
    let total = part.own(scheme.total_column(), row);
    let mut record = vec![
        rank(&total),
        part.id(row),
        Value::text(part.name(row)),
        Value::number(exact(total.score)),
        Value::number(total.maximum),
        total.band.map_or(Value::Empty, |band| Value::text(scheme.bands[band].id.as_str())),
    ];
    for &leaf in leaves {
        let standing = part.own(leaf, row);
        record.push(Value::number(exact(standing.score)));
        record.push(if scheme.criteria[leaf].scored { rank(&standing) } else { Value::Empty });
    }
    record
}

/// A known rank, or an announced band as `101..152`.
fn rank(standing: &Standing) -> Value<'static> {
    match (&standing.announced_rank, standing.rank) {
        (_, Known::Exact(rank)) => Value::Rank(rank),
        (Some(band @ StatedRank::Band(..)), _) => stated_rank(Some(band)),
        _ => Value::Empty,
    }
}
