//! What of all that was announced is believed: statements, and what cells themselves say was announced of them.

use std::collections::BTreeSet;

use crate::model::{Column, Row, StatedRank};
use crate::rankings::announced_cells::AnnouncedCell;
use crate::rankings::sheet::Sheet;

/// One announced result that may be left out: a statement, or what a cell says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Assertion {
    /// A statement, by position in the group.
    Statement(usize),
    /// The announced rank of a cell, or the announced number of one that is made of others, by column and row.
    Cell(Column, Row),
}

/// Some of what was announced: nothing is concluded from the rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Believed(BTreeSet<Assertion>);

impl Believed {
    /// Everything that is neither disputed nor refuted; `statements` says for each statement whether it isn't refuted.
    pub(super) fn all(sheet: &Sheet, statements: &[bool]) -> Self {
        let is_believed = |&index: &usize| statements[index] && sheet.group.statements[index].disputed.is_none();
        let mut said: BTreeSet<Assertion> =
            (0..statements.len()).filter(is_believed).map(Assertion::Statement).collect();
        for column in sheet.scheme.columns() {
            let rows = sheet.announced_cells.column(column).filter(|(row, cell)| says(sheet, column, *row, cell));
            said.extend(rows.map(|(row, _)| Assertion::Cell(column, Row::at(row))));
        }
        Self(said)
    }

    /// Only some of it.
    pub(super) fn only(said: &[Assertion]) -> Self {
        Self(said.iter().copied().collect())
    }

    /// One after the other: statements first, then cells by column and row.
    pub(super) fn iter(&self) -> impl Iterator<Item = Assertion> {
        self.0.iter().copied()
    }

    /// Whether a statement is believed.
    pub(super) fn statement(&self, index: usize) -> bool {
        self.0.contains(&Assertion::Statement(index))
    }

    /// Whether what a cell says of itself is believed.
    pub(super) fn cell(&self, column: Column, row: usize) -> bool {
        self.0.contains(&Assertion::Cell(column, Row::at(row)))
    }
}

/// Whether a cell says something undisputed that was announced: its rank, or under a made total its number.
fn says(sheet: &Sheet, column: Column, row: usize, cell: &AnnouncedCell) -> bool {
    let number = sheet.is_made(column) && sheet.written(column, row).score().is_some();
    rank(sheet, column, row).is_some() || (number && !cell.is_score_disputed)
}

/// The rank that a cell says was announced, if it is not disputed.
pub(super) fn rank<'a>(sheet: &Sheet<'a>, column: Column, row: usize) -> Option<&'a StatedRank> {
    let cells = sheet.group.cells(column).filter(|cells| row < cells.len())?;
    let extra = cells.extra(row).filter(|extra| extra.disputed.is_none())?;
    extra.rank.as_ref().filter(|_| sheet.group.disputed(column).is_none())
}
