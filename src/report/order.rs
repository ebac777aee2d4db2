//! The rows of every group in the order of a language: made once, for all its tables, lists and pages.

use rayon::prelude::*;

use crate::model::{Column, Rank, UnitIdx};
use crate::rankings::Known;
use crate::report::alphabet::{Letter, ListOrder};
use crate::report::blocks::Blocks;
use crate::report::group::GroupResult;
use crate::report::model::Report;

/// Everything that is listed, in the order of a language.
pub(crate) struct ReportOrder {
    /// By edition and group.
    groups: Vec<Vec<GroupOrder>>,
    /// For each unit where its name of today stands.
    units: Vec<u32>,
    /// Units by their names of today, each letter together: all of which readers may know.
    pub(crate) index: Vec<UnitIdx>,
    /// The letters under which units stand.
    pub(crate) letters: Vec<Letter>,
}

/// The rows of a group in the order of a language.
pub(crate) struct GroupOrder {
    /// For each row where its name stands in the alphabet.
    names: Vec<u32>,
    /// For each column its rows in blocks.
    columns: Vec<Blocks>,
    /// For each row where it stands in the ranking by the total.
    line: Vec<u32>,
}

impl ReportOrder {
    /// The order of a language, by its alphabet.
    pub(crate) fn of(report: &Report<'_>, alphabet: ListOrder) -> Self {
        let ListOrder { rows, units, index, letters } = alphabet;
        let editions: Vec<_> = report.editions().map(|(index, _)| index).zip(rows).collect();
        let groups = editions.into_par_iter().map(|(edition, rows)| {
            let all = GroupResult::all(report, edition).into_iter().zip(rows);
            all.map(|(part, names)| GroupOrder::of(part, names)).collect()
        });
        Self { groups: groups.collect(), units, index, letters }
    }

    /// The rows of a group.
    pub(crate) fn group(&self, part: GroupResult<'_>) -> &GroupOrder {
        &self.groups[part.edition.0][part.index]
    }

    /// Where the name that a unit has today stands in the alphabet.
    pub(crate) fn unit(&self, unit: UnitIdx) -> u32 {
        self.units[unit.0]
    }
}

impl GroupOrder {
    fn of(part: GroupResult<'_>, names: Vec<u32>) -> Self {
        let columns: Vec<Blocks> = part.group.scheme.columns().map(|column| Blocks::of(part, column, &names)).collect();
        let mut line = vec![0; names.len()];
        for (place, row) in (0..).zip(columns[part.total()].rows()) {
            line[row] = place;
        }
        Self { names, columns, line }
    }

    /// The rows of a column in blocks.
    pub(crate) fn blocks(&self, column: Column) -> &Blocks {
        &self.columns[column]
    }

    /// Where the name of a row stands in the alphabet.
    pub(crate) fn name(&self, row: usize) -> u32 {
        self.names[row]
    }

    /// Some rows by name.
    pub(crate) fn by_name(&self, rows: impl IntoIterator<Item = usize>) -> Vec<usize> {
        let mut rows: Vec<usize> = rows.into_iter().collect();
        rows.sort_by_key(|&row| self.names[row]);
        rows
    }

    /// The rows at a rank, by name.
    pub(crate) fn at_rank(&self, part: GroupResult<'_>, column: Column, rank: Rank) -> Vec<usize> {
        let rows = 0..part.group.units.len();
        self.by_name(rows.filter(|&row| part.standing(column, row).rank == Known::Exact(rank)))
    }

    /// Where a row stands in the ranking by the total, from 0.
    pub(crate) fn place(&self, row: usize) -> usize {
        self.line[row] as usize
    }

    /// The rows before a row in the ranking by the total, the nearest first.
    pub(crate) fn before(&self, row: usize) -> impl Iterator<Item = usize> {
        let place = self.place(row);
        self.columns.last().into_iter().flat_map(move |total| total.rows().take(place).rev())
    }

    /// The rows after it, the nearest first.
    pub(crate) fn after(&self, row: usize) -> impl Iterator<Item = usize> {
        let place = self.place(row);
        self.columns.last().into_iter().flat_map(move |total| total.rows().skip(place + 1))
    }

    /// The other rows that share a row's rank, in order.
    pub(crate) fn sharing(&self, part: GroupResult<'_>, row: usize, rank: Rank) -> Vec<usize> {
        let shares = |other: &usize| part.standing(part.total(), *other).rank == Known::Exact(rank);
        let mut rows: Vec<usize> = self.before(row).take_while(shares).collect();
        rows.reverse();
        rows.extend(self.after(row).take_while(shares));
        rows
    }
}
