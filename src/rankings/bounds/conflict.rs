//! The smallest sets of statements that contradict each other: none of a set can be left out.

use super::problem::Problem;
use super::score_bounds::Conflict;
use super::{Contradiction, repeat};
use crate::model::Column;
use crate::rankings::sheet::Sheet;

/// Cells read at most while a conflict is made smaller.
const MAX_CELLS_READ: usize = 4_000_000;

/// Every column in which no value is left, with the statements that contradict each other there.
pub(super) fn contradictions(sheet: &Sheet, believed: &[bool], problem: &Problem) -> Vec<Contradiction> {
    let columns = sheet.scheme.columns().zip(&problem.columns);
    let contradicted = columns.filter_map(|(column, scores)| Some((column, scores.contradiction?)));
    let mut found: Vec<Contradiction> = Vec::new();
    for (column, conflict) in contradicted {
        let contradiction = minimal_conflict(sheet, believed, column, conflict);
        if !found.iter().any(|t| !t.statements.is_empty() && t.statements == contradiction.statements) {
            found.push(contradiction);
        }
    }
    found
}

/// Leaves out statements, half of them first, as long as the column is still contradicted.
fn minimal_conflict(sheet: &Sheet, believed: &[bool], column: Column, mut conflict: Conflict) -> Contradiction {
    let is_believed = |&index: &usize| believed[index] && sheet.group.statements[index].disputed.is_none();
    let mut kept: Vec<usize> = (0..believed.len()).filter(is_believed).collect();
    let effort = kept.len().saturating_mul(2 * sheet.rows.saturating_mul(sheet.scheme.n_columns()));
    if effort > MAX_CELLS_READ {
        kept.retain(|&index| sheet.group.statements[index].column == column);
        return Contradiction { column, conflict, statements: kept };
    }
    let mut chunk = kept.len();
    while chunk > 0 {
        let mut at = 0;
        while at < kept.len() {
            let mut tried = kept.clone();
            tried.drain(at..(at + chunk).min(tried.len()));
            match conflict_of(sheet, &tried, column) {
                Some(still) => (kept, conflict) = (tried, still),
                None => at += chunk,
            }
        }
        chunk /= 2;
    }
    Contradiction { column, conflict, statements: kept }
}

/// Where no value of the column is left with only those statements believed, if anywhere.
fn conflict_of(sheet: &Sheet, statements: &[usize], column: Column) -> Option<Conflict> {
    let mut believed = vec![false; sheet.group.statements.len()];
    for &index in statements {
        believed[index] = true;
    }
    repeat(sheet, &believed).columns[column].contradiction
}
