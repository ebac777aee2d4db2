//! Stage 4: sense, not shape. One file a check, named for the fault that it finds; its doc comment is its manual page.

mod announced_mismatch;
mod bands_equal;
mod bands_hole;
mod clash;
mod correction_chain;
mod correction_early;
mod correction_empty;
mod correction_mismatch;
mod correction_not_rebuilt;
mod disputed_nothing;
mod event_out_of_order;
mod event_without_sense;
mod group_not_alive;
mod names_equal;
mod periods_equal;
mod periods_overlap;
mod published_early;
mod score_above_maximum;
mod score_below_zero;
mod score_decimals;
mod score_left_out;
mod sealed;
mod statements_clash;
mod unit_left_out;
mod unit_not_alive;
mod value_not_computable;
mod withheld_computable;

use std::collections::BTreeMap;

use crate::diagnostics::Faults;
use crate::model::{Cell, Column, Correction, Edition, EditionGroup, Place, Scheme, Series, UnitIdx};
use crate::rankings::{GroupRanking, Rankings};

/// A check: looks at everything that is known, and reports what cannot be so.
pub(crate) type Check = fn(&Series, &Rankings, &mut Faults);

/// All checks, in the order in which they are listed.
pub(crate) static CHECKS: &[Check] = &[
    score_above_maximum::check,
    score_below_zero::check,
    score_decimals::check,
    score_left_out::check,
    value_not_computable::check,
    withheld_computable::check,
    announced_mismatch::check,
    statements_clash::check,
    disputed_nothing::check,
    bands_equal::check,
    bands_hole::check,
    event_out_of_order::check,
    event_without_sense::check,
    group_not_alive::check,
    unit_not_alive::check,
    unit_left_out::check,
    names_equal::check,
    periods_equal::check,
    periods_overlap::check,
    published_early::check,
    correction_mismatch::check,
    correction_chain::check,
    correction_not_rebuilt::check,
    correction_empty::check,
    correction_early::check,
    sealed::check,
];

pub(crate) use sealed::check as sealed_editions;

/// Runs all checks.
pub(crate) fn check(series: &Series, rankings: &Rankings, faults: &mut Faults) {
    for check in CHECKS {
        check(series, rankings, faults);
    }
}

/// The groups of all editions.
fn groups(series: &Series) -> impl Iterator<Item = (&Edition, &EditionGroup)> {
    series.editions.iter().flat_map(|edition| edition.groups.iter().map(move |group| (edition, group)))
}

/// The groups of all editions of which everything could be read, each with what was computed of it.
fn ranked_groups<'a>(
    series: &'a Series,
    rankings: &'a Rankings,
) -> impl Iterator<Item = (&'a Edition, &'a EditionGroup, &'a GroupRanking)> {
    let ranked = rankings.editions.iter().flat_map(|edition| &edition.groups);
    let all = groups(series).zip(ranked).map(|((edition, group), ranking)| (edition, group, ranking));
    all.filter(|(_, group, _)| !series.unread.units && !group.unread)
}

/// All schemes that could be read, those of groups that have bands of their own included.
fn schemes(series: &Series) -> impl Iterator<Item = &Scheme> {
    series.schemes.iter().filter(|entry| !entry.base.unread).flat_map(|entry| {
        let own = entry.by_group.iter().map(|(_, scheme)| &**scheme);
        std::iter::once(&*entry.base).chain(own.filter(|scheme| scheme.bands != entry.base.bands))
    })
}

/// The scores that are written: column, row and place; under a scheme that could not be read whole only those of leaves, whose
/// limits do not rest on others.
fn written<'a>(
    edition: &'a Edition,
    group: &'a EditionGroup,
) -> impl Iterator<Item = (Column, usize, rust_decimal::Decimal, Place)> + 'a {
    let is_leaf = |column: Column| group.scheme.criterion(column).is_some_and(|c| c.children.is_empty());
    let judged = group.numbered_columns().filter(move |(column, _)| !group.scheme.unread || is_leaf(*column));
    judged.flat_map(move |(column, cells)| {
        (0..cells.len()).filter_map(move |row| match (cells.cell(row), cells.place(row, edition.place.file)) {
            (Cell::Score(score), Some(place)) => Some((column, row, score, place)),
            _ => None,
        })
    })
}

/// How many units a fault of several names; it says how many there are.
const NAMED_MAX: usize = 5;

/// The first of some ids, for a fault that says how many there are: "`a`, `b`, …".
fn first_ids(ids: &[&str]) -> String {
    let named: Vec<String> = ids.iter().take(NAMED_MAX).map(|id| format!("`{id}`")).collect();
    named.join(", ") + if ids.len() > NAMED_MAX { ", …" } else { "" }
}

/// Where a cell is written; of one that is made, the first cell of its unit.
fn cell_place(edition: &Edition, group: &EditionGroup, column: Column, row: usize) -> Place {
    let file = edition.place.file;
    let own = group.columns[column].place(row, file);
    let first = || group.columns.iter().filter_map(|cells| cells.place(row, file)).min();
    own.or_else(first).unwrap_or(edition.place)
}

/// A cell that was corrected, with its corrections from the oldest to the newest.
struct Corrected<'a> {
    group: &'a EditionGroup,
    ranking: &'a GroupRanking,
    column: Column,
    row: usize,
    /// Whether the cell is made of others.
    is_made: bool,
    corrections: Vec<&'a Correction>,
}

fn corrected_cells<'a>(series: &'a Series, rankings: &'a Rankings) -> impl Iterator<Item = Corrected<'a>> {
    ranked_groups(series, rankings).flat_map(|(edition, group, ranking)| {
        let mut cells: BTreeMap<(UnitIdx, &str), Vec<&Correction>> = BTreeMap::new();
        for correction in &edition.corrections {
            cells.entry((correction.unit, &correction.criterion)).or_default().push(correction);
        }
        cells.into_iter().filter_map(move |((unit, criterion), mut corrections)| {
            let row = group.units.iter().position(|&other| other == unit)?;
            let column = group.scheme.column(criterion)?;
            corrections.sort_by_key(|correction| correction.date);
            let is_made = !group.scheme.parts(column).is_empty();
            Some(Corrected { group, ranking, column, row, is_made, corrections })
        })
    })
}

#[cfg(test)]
mod tests {
    use super::first_ids;

    #[test]
    fn a_fault_of_many_names_the_first_five() {
        assert_eq!(first_ids(&["a", "b", "c", "d", "e"]), "`a`, `b`, `c`, `d`, `e`");
        assert_eq!(first_ids(&["a", "b", "c", "d", "e", "f"]), "`a`, `b`, `c`, `d`, `e`, …");
    }
}
