//! How high the rows of a sheet are.

use super::xlsx::{CellLook, SheetCell, SheetValue};
use crate::writers::width::lines;

/// The height of a line of words, in points, and the greatest that a row can have.
const LINE: usize = 15;
const HIGHEST: usize = 409;

/// The height that a cell needs, in points, if that is more than one line: not every spreadsheet finds it by itself.
pub(super) fn needed((look, value): &SheetCell<'_>, width: Option<&u16>) -> Option<u16> {
    let height = match (look, value) {
        (CellLook::Title, _) => 2 * LINE,
        (CellLook::Subtitle, _) => LINE + LINE / 2,
        (
            CellLook::Label | CellLook::Words | CellLook::Long,
            SheetValue::Text(text) | SheetValue::Link { text, .. },
        ) => lines(text, *width?) * LINE,
        _ => LINE,
    };
    (height > LINE).then(|| u16::try_from(height.min(HIGHEST)).ok())?
}
