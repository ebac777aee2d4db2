//! Rule 0: a score of a criterion with a maximum lies between 0 and it; the cell's own `min` and `max` narrow that.
//!
//! A total lies between the sums of its parts' ends: that is found with rule 5. By hand: of a criterion with `max: 24`
//! and a cell `{ min: 20 }` the score is from 20 to 24.

use rust_decimal::Decimal;

use super::problem::Problem;
use super::score_bounds::{Cause, CellKind};
use crate::rankings::sheet::Sheet;

/// Sets the limits of every column, and makes withheld cells fixed.
pub(super) fn apply(sheet: &Sheet, problem: &mut Problem) {
    for (column, scores) in sheet.scheme.columns().zip(&mut problem.columns).filter(|(_, scores)| scores.is_shown) {
        if let Some(max) = sheet.max(column).filter(|_| !sheet.is_made(column)) {
            let (low, high) = scores.limits(Decimal::ZERO, max);
            for row in (0..sheet.rows).filter(|&row| sheet.shown(column, row).number().is_none()) {
                scores.raise(row, low, Cause::Limits);
                scores.lower(row, high, Cause::Limits);
            }
        }
        for (row, announced) in sheet.announced_cells.column(column) {
            if sheet.shown(column, row).number().is_some() {
                continue;
            }
            if let (Some(least), _) = announced.cell_bounds {
                let low = scores.limits(least, least).0;
                scores.raise(row, low, Cause::Own);
            }
            if let (_, Some(most)) = announced.cell_bounds {
                let high = scores.limits(most, most).1;
                scores.lower(row, high, Cause::Own);
            }
        }
        for row in (0..sheet.rows).filter(|&row| sheet.is_secret(column, row)) {
            if scores.kind[row] == CellKind::Narrowable {
                scores.kind[row] = CellKind::Fixed;
            }
        }
    }
}
