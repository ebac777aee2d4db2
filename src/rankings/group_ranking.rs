//! The results of one group in one edition, and what contradicts what in it.

use rust_decimal::Decimal;

use super::ranked_column::RankedColumn;
use crate::model::{Column, Rank, Row, StatedRank, StatedScore};

/// Statements that cannot all be true, or that the scores contradict.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Clash {
    /// The column in which it shows.
    pub(crate) column: Column,
    /// The unit's row, if it shows at one.
    pub(crate) row: Option<Row>,
    /// Indices into the group's `statements` that clash; empty if cells alone do.
    pub(crate) statements: Vec<usize>,
    /// The cells, by column and row, that clash by what they say was announced of them: a rank, or the number of a total.
    pub(crate) cells: Vec<(Column, Row)>,
    /// Whether the score of the row takes part.
    pub(crate) has_score: bool,
    /// What contradicts what.
    pub(crate) kind: ClashKind,
}

impl Clash {
    /// A clash of statements with the numbers, or with each other.
    pub(super) fn of_statements(column: Column, row: Option<Row>, statements: Vec<usize>, kind: ClashKind) -> Self {
        let has_score = kind != ClashKind::Impossible;
        Self { column, row, statements, cells: Vec::new(), has_score, kind }
    }
}

/// What contradicts what.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ClashKind {
    /// An announced score or total is not the computed or scored one.
    Score {
        /// What is announced.
        announced: StatedScore,
        /// What is computed.
        computed: Decimal,
    },
    /// An announced rank is not the computed one.
    Rank {
        /// What is announced.
        announced: StatedRank,
        /// What is computed.
        computed: Rank,
    },
    /// An announced count is not the number of units at that rank.
    Count {
        /// What is announced.
        announced: u32,
        /// What is counted.
        computed: u32,
    },
    /// An announced count is more than can be, where not everything is known.
    CountAbove {
        /// What is announced.
        announced: u32,
        /// How many units have a place.
        ranked: u32,
    },
    /// The rank said to be the last is not.
    Last {
        /// What is announced.
        announced: Rank,
        /// The last rank that there is.
        computed: Rank,
    },
    /// No value of a cell satisfies all that is stated.
    Impossible,
}

/// The results of one group in one edition.
#[derive(Clone, Debug)]
pub(crate) struct GroupRanking {
    /// For each column of the scheme, the total last: one standing for each row.
    pub(crate) columns: Vec<RankedColumn>,
    /// Rows in ranking order by total: by (proved) rank, then as the score file gives them; unranked units last.
    pub(crate) order: Vec<Row>,
    /// What contradicts what.
    pub(crate) clashes: Vec<Clash>,
    /// Cells whose value has no result, or more than 28 digits: column and row.
    pub(crate) failures: Vec<(Column, Row)>,
    /// Withheld cells that a reader could compute: column and row.
    pub(crate) revealed: Vec<(Column, Row)>,
}
