//! What was announced of each cell, gathered from statements and from the cells themselves.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::model::{Cell, Column, EditionGroup, Flags, Row, StatedRank, StatedScore};

/// What was announced of one cell, and what the score file says beside its number.
#[derive(Clone, Debug, Default)]
pub(super) struct AnnouncedCell<'a> {
    /// The announced score that may be believed.
    pub(super) score: Option<StatedScore>,
    /// The announced rank that may be believed.
    pub(super) rank: Option<&'a StatedRank>,
    /// The score as it was printed, believed or not.
    pub(super) printed_score: Option<StatedScore>,
    /// The rank as it was printed, believed or not.
    pub(super) printed_rank: Option<&'a StatedRank>,
    /// The first believed statement that names the cell.
    pub(super) statement: Option<usize>,
    /// Whether the cell, a statement on it or the column is disputed.
    pub(super) disputed: bool,
    /// Whether the announced score is disputed too: not where only the ranks of the column are.
    pub(super) is_score_disputed: bool,
    /// How firm the number is.
    pub(super) flags: Flags,
    /// The least and the most that the score can be by this cell alone, before anything is concluded.
    pub(super) cell_bounds: (Option<Decimal>, Option<Decimal>),
}

/// The announced results of a group, by column and row.
pub(super) struct AnnouncedCells<'a> {
    columns: Vec<BTreeMap<Row, AnnouncedCell<'a>>>,
}

impl<'a> AnnouncedCells<'a> {
    /// Gathers them; where several believed ones speak of a cell, the first counts.
    pub(super) fn of(group: &'a EditionGroup) -> Self {
        let mut all = Self { columns: vec![BTreeMap::new(); group.scheme.n_columns()] };
        for column in group.scheme.columns() {
            all.add_cells(group, column);
        }
        all.add_statements(group);
        all
    }

    /// What was announced of a cell, if anything.
    pub(super) fn get(&self, column: Column, row: usize) -> Option<&AnnouncedCell<'a>> {
        let cells = self.columns.get(column.index())?;
        if cells.is_empty() {
            return None;
        }
        cells.get(&Row::at(row))
    }

    /// All of a column, by row.
    pub(super) fn column(&self, column: Column) -> impl Iterator<Item = (usize, &AnnouncedCell<'a>)> {
        self.columns.get(column.index()).into_iter().flatten().map(|(row, announced)| (row.index(), announced))
    }

    /// What the cells themselves say: under a made total their number is the announced one.
    fn add_cells(&mut self, group: &'a EditionGroup, column: Column) {
        let Some(cells) = group.cells(column) else { return };
        let (is_made, believes_ranks) = (group.scheme.is_made(column), group.disputed(column).is_none());
        for row in 0..cells.len().min(group.units.len()) {
            let number = match cells.cell(row) {
                Cell::Score(number) if is_made => Some(StatedScore::One(number)),
                _ => None,
            };
            let extra = cells.extra(row);
            if extra.is_none() && number.is_none() {
                continue;
            }
            let mut announced = AnnouncedCell { score: number, printed_score: number, ..AnnouncedCell::default() };
            if let Some(extra) = extra {
                announced.rank = extra.rank.as_ref().filter(|_| believes_ranks);
                announced.disputed = extra.rank.is_some() && !believes_ranks;
                announced.printed_rank = extra.rank.as_ref();
                announced.flags = extra.flags;
                announced.cell_bounds = (extra.min, extra.max);
                if extra.disputed.is_some() {
                    (announced.disputed, announced.is_score_disputed) = (true, true);
                    (announced.score, announced.rank) = (None, None);
                }
            }
            self.columns[column].insert(Row::at(row), announced);
        }
    }

    fn add_statements(&mut self, group: &'a EditionGroup) {
        for (index, statement) in group.statements.iter().enumerate() {
            let Some(column) = self.columns.get_mut(statement.column.index()) else { continue };
            for &row in statement.rows.iter().filter(|&&row| row.index() < group.units.len()) {
                let announced = column.entry(row).or_default();
                announced.printed_score = announced.printed_score.or(statement.score);
                announced.printed_rank = announced.printed_rank.or(statement.rank.as_ref());
                if statement.disputed.is_some() {
                    (announced.disputed, announced.is_score_disputed) = (true, true);
                    continue;
                }
                announced.score = announced.score.or(statement.score);
                if group.disputed(statement.column).is_some() {
                    announced.disputed |= statement.rank.is_some() || statement.last;
                } else {
                    announced.rank = announced.rank.or(statement.rank.as_ref());
                }
                announced.statement = announced.statement.or(Some(index));
            }
        }
    }
}
