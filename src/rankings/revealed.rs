//! Withheld cells that a reader could compute: what the rules would prove of them if nobody withheld them.
//!
//! By hand: a total of 27.5 is printed, infrastructure has 18, staff is withheld: staff is 27.5 − 18 = 9.5, and no secret.

use super::bounds;
use super::inverse::Inverse;
use super::known::Known;
use super::sheet::Sheet;
use crate::model::{Cell, Column, EditionGroup, Row, State};

/// The withheld cells whose exact value follows from what is published, by column and row.
pub(super) fn revealed(group: &EditionGroup, believed: &[bool]) -> Vec<(Column, Row)> {
    let secrets = secrets(group);
    if secrets.is_empty() {
        return secrets;
    }
    let mut open = group.clone();
    for &(column, row) in &secrets {
        open.columns[column].put(row.index(), Cell::Empty(State::Unpublished));
    }
    let mut sheet = Sheet::of(&open);
    let bounds = bounds::run(&mut sheet, believed);
    let is_exact = |column: Column, row: usize| {
        let proved = || matches!(bounds.score(&sheet, column, row), Some((Known::Exact(_), ..)));
        sheet.shown(column, row).number().is_some() || proved()
    };
    let mut inverse = Inverse::new(&sheet);
    let follows = |&(column, row): &(Column, Row)| {
        let row = row.index();
        is_exact(column, row) || inverse.has_one(column, row)
    };
    secrets.into_iter().filter(follows).collect()
}

fn secrets(group: &EditionGroup) -> Vec<(Column, Row)> {
    let mut cells = Vec::new();
    for (column, written) in group.numbered_columns() {
        for row in (0..written.len().min(group.units.len())).filter(|&row| written.cell(row).is_secret()) {
            cells.push((column, Row::at(row)));
        }
    }
    cells
}
