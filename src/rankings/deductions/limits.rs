//! Rule 0: a score of a criterion with a maximum lies between 0 and it; the cell's own `min` and `max` narrow that.
//!
//! A total lies between the sums of its parts' ends: that is found with rule 5. By hand: of a criterion with `max: 24`
//! and a cell `{ min: 20 }` the score is from 20 to 24.

use rust_decimal::Decimal;

use super::board::Board;
use super::track::{Cause, Kind};
use crate::rankings::sheet::Sheet;

/// Sets the limits of every column, and makes withheld cells fixed.
pub(super) fn apply(sheet: &Sheet, board: &mut Board) {
    for (column, track) in board.tracks.iter_mut().enumerate().filter(|(_, track)| track.is_shown) {
        if let Some(max) = sheet.max(column).filter(|_| !sheet.is_made(column)) {
            let (low, high) = track.limits(Decimal::ZERO, max);
            for row in (0..sheet.rows).filter(|&row| sheet.shown(column, row).number().is_none()) {
                track.raise(row, low, Cause::Limits);
                track.lower(row, high, Cause::Limits);
            }
        }
        for (row, notice) in sheet.notices.column(column) {
            if sheet.shown(column, row).number().is_some() {
                continue;
            }
            if let (Some(least), _) = notice.own {
                let low = track.limits(least, least).0;
                track.raise(row, low, Cause::Own);
            }
            if let (_, Some(most)) = notice.own {
                let high = track.limits(most, most).1;
                track.lower(row, high, Cause::Own);
            }
        }
        for row in (0..sheet.rows).filter(|&row| sheet.is_withheld(column, row)) {
            if track.kind[row] == Kind::Live {
                track.kind[row] = Kind::Fixed;
            }
        }
    }
}
