#![doc = include_str!("../manual/pages/en/score-above-maximum.md")]

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::{groups, written};
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Column, Edition, EditionGroup, Place, Row, Scheme, Series, StatedPlaces, StatedScore, Statement};
use crate::rankings::{GroupRanking, Rankings};

pub(super) fn check(series: &Series, rankings: &Rankings, faults: &mut Faults) {
    let ranked = rankings.editions.iter().flat_map(|edition| &edition.groups);
    for ((edition, group), ranking) in groups(series).zip(ranked) {
        let scheme = &group.scheme;
        for Above { column, row, score, max, place } in above(edition, group, ranking) {
            let fault = Diagnostic::new(&sense::SCORE_ABOVE_MAXIMUM, place)
                .with("score", score)
                .with_some("unit", row.map(|row| &series.units[group.units[row.index()].0].id))
                .with("criterion", scheme.column_id(column))
                .with("max", max.normalize())
                .with("limit", "its maximum")
                .with("limit_vi", "mức tối đa")
                // Several are of a maximum that is wrong, or of a heading that is missing.
                .caused_by(format!("{} {}", scheme.id, scheme.column_id(column)));
            let limit = scheme.criterion(column).and_then(|c| c.max_place);
            faults.push(match limit {
                Some(limit) => fault.related(limit, "limit"),
                None => fault,
            });
        }
    }
}

/// The columns in which something stands above the maximum: what else contradicts it there has been told.
pub(super) fn columns(edition: &Edition, group: &EditionGroup, ranking: &GroupRanking) -> BTreeSet<Column> {
    above(edition, group, ranking).map(|above| above.column).collect()
}

fn above<'a>(
    edition: &'a Edition,
    group: &'a EditionGroup,
    ranking: &'a GroupRanking,
) -> impl Iterator<Item = Above> + 'a {
    scores(edition, group, ranking).chain(statements(group, ranking))
}

/// What stands above a maximum.
struct Above {
    column: Column,
    /// The unit of which it is said, if it is named.
    row: Option<Row>,
    score: Decimal,
    max: Decimal,
    place: Place,
}

fn scores<'a>(
    edition: &'a Edition,
    group: &'a EditionGroup,
    ranking: &'a GroupRanking,
) -> impl Iterator<Item = Above> + 'a {
    written(edition, group).filter_map(move |(column, row, score, place)| {
        let max = maximum(&group.scheme, ranking, column, [Row::at(row)]).filter(|max| score > *max)?;
        Some(Above { column, row: Some(Row::at(row)), score, max, place })
    })
}

/// What is announced; points that are added to a total may lead above its maximum.
fn statements<'a>(group: &'a EditionGroup, ranking: &'a GroupRanking) -> impl Iterator<Item = Above> + 'a {
    let scheme = &group.scheme;
    group.statements.iter().filter(|statement| statement.disputed.is_none()).filter_map(move |statement| {
        let Statement { column, places: StatedPlaces { score: place, .. }, .. } = *statement;
        let least = match statement.score? {
            StatedScore::One(score) => score,
            StatedScore::Between(low, _) => low,
        };
        let is_adjusted = column == scheme.total_column() && !group.adjustments.is_empty();
        let max = maximum(scheme, ranking, column, statement.rows.iter().copied());
        let max = max.filter(|max| !is_adjusted && !scheme.unread && least > *max)?;
        Some(Above { column, row: statement.rows.first().copied(), score: least, max, place })
    })
}

/// The greatest maximum of some units in a column of points: that of the column, or their own where parts of a mean are
/// absent; raw values have none.
fn maximum(
    scheme: &Scheme,
    ranking: &GroupRanking,
    column: Column,
    rows: impl IntoIterator<Item = Row>,
) -> Option<Decimal> {
    let max = scheme.column_max(column).filter(|_| !scheme.is_raw(column))?;
    let ranked = &ranking.columns[column];
    let own = rows.into_iter().filter(|row| row.index() < ranked.len() && !ranked.has_one_maximum);
    own.filter_map(|row| ranked.standing(row.index()).maximum).chain([max]).max()
}
