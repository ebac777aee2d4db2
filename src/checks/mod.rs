//! Stage 4: sense, not shape. One file a check, named for the fault that it finds; its doc comment is its manual page.

mod announced_contradicted;
mod bands_faulty;
mod names_equal;
mod score_decimals;
mod score_left_out;
mod score_out_of_range;
mod unit_left_out;
mod unit_not_alive;
mod value_impossible;

use crate::diagnostics::Faults;
use crate::model::{Cell, Edition, EditionGroup, Place, Series};
use crate::rankings::Rankings;

/// A check: looks at everything that is known, and reports what cannot be so.
pub type Check = fn(&Series, &Rankings, &mut Faults);

/// All checks, in the order in which they are listed.
pub static CHECKS: &[Check] = &[
    score_out_of_range::check,
    score_decimals::check,
    score_left_out::check,
    value_impossible::check,
    announced_contradicted::check,
    bands_faulty::check,
    unit_not_alive::check,
    unit_left_out::check,
    names_equal::check,
];

/// Runs all checks.
pub fn check(series: &Series, rankings: &Rankings, faults: &mut Faults) {
    for check in CHECKS {
        check(series, rankings, faults);
    }
}

/// The groups of all editions.
fn groups(series: &Series) -> impl Iterator<Item = (&Edition, &EditionGroup)> {
    series.editions.iter().flat_map(|edition| edition.groups.iter().map(move |group| (edition, group)))
}

/// The scores that are written for leaves: column, row and place.
fn written<'a>(
    edition: &'a Edition,
    group: &'a EditionGroup,
) -> impl Iterator<Item = (usize, usize, rust_decimal::Decimal, Place)> + 'a {
    group.columns.iter().enumerate().flat_map(move |(column, cells)| {
        (0..cells.len()).filter_map(move |row| match (cells.cell(row), cells.place(row, edition.place.file)) {
            (Cell::Score(score), Some(place)) => Some((column, row, score, place)),
            _ => None,
        })
    })
}
