//! Which statements clash: none of the set can be left out.

use super::board::Board;
use super::{Contradiction, repeat};
use crate::rankings::sheet::Sheet;

/// How many cells may be gone through in search of the smallest set.
const EFFORT: usize = 4_000_000;

/// Every column that stopped, with the statements that made it stop.
pub(super) fn contradictions(sheet: &Sheet, believed: &[bool], board: &Board) -> Vec<Contradiction> {
    let stopped = board.tracks.iter().enumerate().filter_map(|(column, track)| Some((column, track.stopped?)));
    let mut told: Vec<Contradiction> = Vec::new();
    for (column, row) in stopped {
        let contradiction = smallest(sheet, believed, column, row);
        if !told.iter().any(|t| !t.statements.is_empty() && t.statements == contradiction.statements) {
            told.push(contradiction);
        }
    }
    told
}

/// Leaves out statements, half of them first, as long as the column still stops.
fn smallest(sheet: &Sheet, believed: &[bool], column: usize, row: Option<usize>) -> Contradiction {
    let is_believed = |&index: &usize| believed[index] && sheet.group.statements[index].disputed.is_none();
    let mut kept: Vec<usize> = (0..believed.len()).filter(is_believed).collect();
    let effort = kept.len().saturating_mul(2 * sheet.rows.saturating_mul(sheet.total() + 1));
    if effort > EFFORT {
        kept.retain(|&index| sheet.group.statements[index].column == column);
        return contradiction(column, row, kept);
    }
    let mut row = row;
    let mut chunk = kept.len();
    while chunk > 0 {
        let mut at = 0;
        while at < kept.len() {
            let mut tried = kept.clone();
            tried.drain(at..(at + chunk).min(tried.len()));
            match stops(sheet, &tried, column) {
                Some(at_row) => (kept, row) = (tried, at_row),
                None => at += chunk,
            }
        }
        chunk /= 2;
    }
    contradiction(column, row, kept)
}

fn contradiction(column: usize, row: Option<usize>, statements: Vec<usize>) -> Contradiction {
    Contradiction { column, row: row.and_then(|row| u32::try_from(row).ok()), statements }
}

/// Where the column stops with only those statements believed.
fn stops(sheet: &Sheet, statements: &[usize], column: usize) -> Option<Option<usize>> {
    let mut believed = vec![false; sheet.group.statements.len()];
    for &index in statements {
        believed[index] = true;
    }
    repeat(sheet, &believed).tracks[column].stopped
}
