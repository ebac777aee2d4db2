//! The smallest sets of announced results that contradict each other: none of a set can be left out.

use super::believed::{Assertion, Believed};
use super::crowded::crowded;
use super::problem::Problem;
use super::score_bounds::Conflict;
use super::{Contradiction, repeat};
use crate::model::{Cell, Column, State};
use crate::rankings::sheet::Sheet;

/// Cells read at most while a conflict is made smaller.
const MAX_CELLS_READ: usize = 16_000_000;

/// Every column in which no value is left, with what contradicts what there. A column whose announced ranks leave no room
/// for each other is one, whatever its scores are.
pub(super) fn contradictions(sheet: &Sheet, believed: &Believed, problem: &mut Problem) -> Vec<Contradiction> {
    let mut found: Vec<Contradiction> = Vec::new();
    for column in sheet.scheme.columns() {
        let contradiction = match crowded(sheet, believed, column) {
            Some(said) => {
                problem.columns[column].contradict(Conflict::Column);
                Contradiction { column, conflict: Conflict::Column, said, has_score: false }
            }
            None => match problem.columns[column].contradiction {
                Some(conflict) => minimal_conflict(sheet, believed, column, conflict),
                None => continue,
            },
        };
        if !found.iter().any(|other| !other.said.is_empty() && other.said == contradiction.said) {
            found.push(contradiction);
        }
    }
    found
}

/// Leaves out what was announced, all of it first, then halves, as long as the column is still contradicted.
fn minimal_conflict(sheet: &Sheet, believed: &Believed, column: Column, mut conflict: Conflict) -> Contradiction {
    let mut kept: Vec<Assertion> = believed.iter().collect();
    let mut left = MAX_CELLS_READ / (2 * sheet.rows.saturating_mul(sheet.scheme.n_columns())).max(1);
    let mut chunk = kept.len();
    while chunk > 0 && left > 0 {
        let mut at = 0;
        while at < kept.len() && left > 0 {
            left -= 1;
            let mut tried = kept.clone();
            tried.drain(at..(at + chunk).min(tried.len()));
            match conflict_of(sheet, &tried, column) {
                Some(still) => (kept, conflict) = (tried, still),
                None => at += chunk,
            }
        }
        chunk /= 2;
    }
    if left == 0 {
        // What is left of other columns takes part only by sums: those of this one tell most.
        kept.retain(|&said| column_of(sheet, said) == column);
    }
    let has_score = needs_score(sheet, &kept, column, conflict);
    Contradiction { column, conflict, said: kept, has_score }
}

fn column_of(sheet: &Sheet, said: Assertion) -> Column {
    match said {
        Assertion::Statement(index) => sheet.group.statements[index].column,
        Assertion::Cell(column, _) => column,
    }
}

/// Where no value of the column is left with only that much believed, if anywhere.
fn conflict_of(sheet: &Sheet, said: &[Assertion], column: Column) -> Option<Conflict> {
    repeat(sheet, &Believed::only(said)).columns[column].contradiction
}

/// Whether the score of the row where a conflict shows takes part in it: nothing conflicts once nobody knows it.
fn needs_score(sheet: &Sheet, said: &[Assertion], column: Column, conflict: Conflict) -> bool {
    let Conflict::Row(row) = conflict else { return false };
    if sheet.is_made(column) || sheet.written(column, row).score().is_none() {
        return false;
    }
    let mut without = sheet.group.clone();
    without.columns[column].put(row, Cell::Empty(State::Unpublished));
    conflict_of(&Sheet::of(&without), said, column).is_none()
}
