#![doc = include_str!("../manual/pages/en/score-above-maximum.md")]

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::{groups, written};
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Column, Edition, EditionGroup, Place, Row, Scheme, Series, StatedScore, Statement};
use crate::rankings::Rankings;

pub(super) fn check(series: &Series, _: &Rankings, faults: &mut Faults) {
    for (edition, group) in groups(series) {
        let scheme = &group.scheme;
        for Above { column, row, score, max, place } in scores(edition, group).chain(statements(group)) {
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
pub(super) fn columns(edition: &Edition, group: &EditionGroup) -> BTreeSet<Column> {
    scores(edition, group).chain(statements(group)).map(|above| above.column).collect()
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

fn scores<'a>(edition: &'a Edition, group: &'a EditionGroup) -> impl Iterator<Item = Above> + 'a {
    written(edition, group).filter_map(|(column, row, score, place)| {
        let max = maximum(&group.scheme, column).filter(|max| score > *max)?;
        Some(Above { column, row: Some(Row::at(row)), score, max, place })
    })
}

/// What is announced; points that are added to a total may lead above its maximum.
fn statements(group: &EditionGroup) -> impl Iterator<Item = Above> + '_ {
    let scheme = &group.scheme;
    group.statements.iter().filter(|statement| statement.disputed.is_none()).filter_map(|statement| {
        let Statement { column, score_place: place, .. } = *statement;
        let least = match statement.score? {
            StatedScore::One(score) => score,
            StatedScore::Between(low, _) => low,
        };
        let is_adjusted = column == scheme.total_column() && !group.adjustments.is_empty();
        let max = maximum(scheme, column).filter(|max| !is_adjusted && !scheme.unread && least > *max)?;
        Some(Above { column, row: statement.rows.first().copied(), score: least, max, place })
    })
}

/// The maximum of a column of points; raw values have none.
fn maximum(scheme: &Scheme, column: Column) -> Option<Decimal> {
    scheme.column_max(column).filter(|_| !scheme.is_raw(column))
}
