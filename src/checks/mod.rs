//! Stage 4: sense, not shape. One file a check, named for the fault that it finds; its doc comment is its manual page.

mod announced_mismatch;
mod bands_equal;
mod bands_hole;
mod correction_chain;
mod correction_mismatch;
mod correction_not_rebuilt;
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

use crate::diagnostics::{Code, Diagnostic, Faults};
use crate::model::{Cell, Correction, Edition, EditionGroup, Place, Scheme, Series, UnitIdx};
use crate::rankings::{Clash, GroupRanking, Rankings};

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

/// The groups of all editions, each with what was computed of it.
fn ranked_groups<'a>(
    series: &'a Series,
    rankings: &'a Rankings,
) -> impl Iterator<Item = (&'a Edition, &'a EditionGroup, &'a GroupRanking)> {
    let ranked = rankings.editions.iter().flat_map(|edition| &edition.groups);
    groups(series).zip(ranked).map(|((edition, group), ranking)| (edition, group, ranking))
}

/// All schemes, those of groups that have bands of their own included.
fn schemes(series: &Series) -> impl Iterator<Item = &Scheme> {
    series.schemes.iter().flat_map(|entry| {
        let own = entry.by_group.iter().map(|(_, scheme)| &**scheme);
        std::iter::once(&*entry.base).chain(own.filter(|scheme| scheme.bands != entry.base.bands))
    })
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

/// Where a cell is written; of one that is made, the first cell of its unit.
fn cell_place(edition: &Edition, group: &EditionGroup, column: usize, row: usize) -> Place {
    let file = edition.place.file;
    let own = group.columns[column].place(row, file);
    let first = || group.columns.iter().filter_map(|cells| cells.place(row, file)).min();
    own.or_else(first).unwrap_or(edition.place)
}

/// A clash with the group that it shows in.
struct Found<'a> {
    edition: &'a Edition,
    group: &'a EditionGroup,
    clash: &'a Clash,
}

fn clashes<'a>(series: &'a Series, rankings: &'a Rankings) -> impl Iterator<Item = Found<'a>> {
    ranked_groups(series, rankings)
        .flat_map(|(edition, group, ranking)| ranking.clashes.iter().map(move |clash| Found { edition, group, clash }))
}

/// The fault of a clash: at its first statement or cell, the others named beside it.
fn clash_fault(series: &Series, found: &Found<'_>, code: &'static Code) -> Diagnostic {
    let Found { edition, group, clash } = found;
    let unit = clash.row.map(|row| &series.units[group.units[row.index()].0].id);
    let mut places: Vec<Place> = clash.statements.iter().map(|&s| group.statements[s].place).collect();
    places.extend(clash.row.and_then(|row| group.columns[clash.column].place(row.index(), edition.place.file)));
    let place = places.first().copied().unwrap_or(edition.place);
    let fault = Diagnostic::new(code, place)
        .with("criterion", group.scheme.column_id(clash.column))
        .with_some("unit", unit)
        .with("other", "clashes with this")
        .with("other_vi", "mâu thuẫn với câu này");
    places.iter().skip(1).fold(fault, |fault, &place| fault.related(place, "other"))
}

/// A cell that was corrected, with its corrections from the oldest to the newest.
struct Corrected<'a> {
    group: &'a EditionGroup,
    ranking: &'a GroupRanking,
    column: usize,
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
