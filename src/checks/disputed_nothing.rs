#![doc = include_str!("../manual/pages/en/disputed-nothing.md")]

use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Column, DisputedColumn, EditionGroup, Series};
use crate::rankings::Rankings;

pub(super) fn check(series: &Series, rankings: &Rankings, faults: &mut Faults) {
    for (_, group, _) in super::ranked_groups(series, rankings) {
        for DisputedColumn { column, place, reason: _ } in &group.disputed {
            if !has_announced_ranks(group, *column) {
                let fault = Diagnostic::new(&sense::DISPUTED_NOTHING, *place);
                let fault = fault.with("criterion", group.scheme.column_id(*column));
                faults.push(fault.with("group", &series.groups[group.group.0].id));
            }
        }
    }
}

/// Whether the score file says of any unit which rank was announced of it.
fn has_announced_ranks(group: &EditionGroup, column: Column) -> bool {
    let cells = &group.columns[column];
    let in_cells = || (0..cells.len()).any(|row| cells.extra(row).is_some_and(|extra| extra.rank.is_some()));
    group.statements.iter().any(|statement| statement.column == column) || in_cells()
}
