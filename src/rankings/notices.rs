//! What was announced of each cell, gathered from statements and from the cells themselves.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::model::{Cell, EditionGroup, Flags, Row, StatedRank, StatedScore};

/// What was announced of one cell, and what the score file says beside its number.
#[derive(Clone, Debug, Default)]
pub(super) struct Notice<'a> {
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
    /// Whether the cell or a statement on it is disputed.
    pub(super) disputed: bool,
    /// How firm the number is.
    pub(super) flags: Flags,
    /// The least and the most that the score can be by this cell alone, before anything is concluded.
    pub(super) own: (Option<Decimal>, Option<Decimal>),
}

/// The announced results of a group, by column and row.
pub(super) struct Notices<'a> {
    columns: Vec<BTreeMap<Row, Notice<'a>>>,
}

impl<'a> Notices<'a> {
    /// Gathers them; where several believed ones speak of a cell, the first counts.
    pub(super) fn of(group: &'a EditionGroup) -> Self {
        let mut notices = Self { columns: vec![BTreeMap::new(); group.scheme.n_columns()] };
        for column in 0..notices.columns.len() {
            notices.add_cells(group, column);
        }
        notices.add_statements(group);
        notices
    }

    /// What was announced of a cell, if anything.
    pub(super) fn get(&self, column: usize, row: usize) -> Option<&Notice<'a>> {
        let notices = self.columns.get(column)?;
        if notices.is_empty() {
            return None;
        }
        notices.get(&Row::at(row))
    }

    /// All notices of a column by row.
    pub(super) fn column(&self, column: usize) -> impl Iterator<Item = (usize, &Notice<'a>)> {
        self.columns.get(column).into_iter().flatten().map(|(row, notice)| (row.index(), notice))
    }

    /// What the cells themselves say: under a made total their number is the announced one.
    fn add_cells(&mut self, group: &'a EditionGroup, column: usize) {
        let Some(cells) = group.columns.get(column) else { return };
        let is_made = group.scheme.is_made(column);
        for row in 0..cells.len().min(group.units.len()) {
            let announced = match cells.cell(row) {
                Cell::Score(number) if is_made => Some(StatedScore::One(number)),
                _ => None,
            };
            let extra = cells.extra(row);
            if extra.is_none() && announced.is_none() {
                continue;
            }
            let mut notice = Notice { score: announced, printed_score: announced, ..Notice::default() };
            if let Some(extra) = extra {
                notice.rank = extra.rank.as_ref();
                notice.printed_rank = extra.rank.as_ref();
                notice.flags = extra.flags;
                notice.own = (extra.min, extra.max);
                if extra.disputed.is_some() {
                    (notice.disputed, notice.score, notice.rank) = (true, None, None);
                }
            }
            self.columns[column].insert(Row::at(row), notice);
        }
    }

    fn add_statements(&mut self, group: &'a EditionGroup) {
        for (index, statement) in group.statements.iter().enumerate() {
            let Some(column) = self.columns.get_mut(statement.column) else { continue };
            for &row in statement.rows.iter().filter(|&&row| row.index() < group.units.len()) {
                let notice = column.entry(row).or_default();
                notice.printed_score = notice.printed_score.or(statement.score);
                notice.printed_rank = notice.printed_rank.or(statement.rank.as_ref());
                if statement.disputed.is_some() {
                    notice.disputed = true;
                    continue;
                }
                notice.score = notice.score.or(statement.score);
                notice.rank = notice.rank.or(statement.rank.as_ref());
                notice.statement = notice.statement.or(Some(index));
            }
        }
    }
}
