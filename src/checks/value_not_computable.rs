#![doc = include_str!("../manual/pages/en/value-not-computable.md")]

use std::collections::{BTreeMap, BTreeSet};

use super::{cell_place, first_ids, ranked_groups};
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Column, Edition, EditionGroup, Row, Series};
use crate::rankings::Rankings;

/// The values of a column of a group have one formula, so that what it does not give is told once.
pub(super) fn check(series: &Series, rankings: &Rankings, faults: &mut Faults) {
    for (edition, group, ranking) in ranked_groups(series, rankings) {
        let mut rows: BTreeMap<Column, BTreeSet<Row>> = BTreeMap::new();
        for &(column, row) in &ranking.failures {
            rows.entry(column).or_default().insert(row);
        }
        for (column, rows) in rows {
            faults.push(fault(series, (edition, group), column, &rows));
        }
    }
}

fn fault(
    series: &Series,
    (edition, group): (&Edition, &EditionGroup),
    column: Column,
    rows: &BTreeSet<Row>,
) -> Diagnostic {
    let ids: Vec<&str> = rows.iter().map(|row| series.units[group.units[row.index()].0].id.as_str()).collect();
    let places = rows.iter().map(|row| cell_place(edition, group, column, row.index()));
    let (one, several) = if let [id] = ids[..] { (Some(id), None) } else { (None, Some(ids.len())) };
    Diagnostic::new(&sense::VALUE_NOT_COMPUTABLE, places.min().unwrap_or(edition.place))
        .with("criterion", group.scheme.column_id(column))
        .with_some("unit", one)
        .with_some("n", several)
        .with_some("ids", several.map(|_| first_ids(&ids)))
}
