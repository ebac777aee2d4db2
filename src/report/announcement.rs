//! What an announcement gives: of how many units a score, and how many of its statements word for word.

use crate::model::{Column, StatedScore};
use crate::report::columns::shown_columns;
use crate::report::group::GroupResult;

/// Of how many units of a group the source gives a total: one number, not a range.
pub(crate) fn scores_given(part: GroupResult<'_>) -> usize {
    let total = part.total();
    let stated = |row: usize| {
        let mut scores =
            part.group.statements.iter().filter(|s| s.column == total && s.score.is_some_and(StatedScore::is_one));
        scores.any(|statement| statement.rows.iter().any(|&named| named.index() == row))
    };
    let written = |row: usize| {
        let cells = &part.group.columns[total];
        row < cells.len() && cells.cell(row).score().is_some()
    };
    (0..part.group.units.len()).filter(|&row| stated(row) || written(row)).count()
}

/// Whether the source gives ranks in a group, and no score, not even a range.
pub(crate) fn gives_ranks_alone(part: GroupResult<'_>) -> bool {
    let statements = &part.group.statements;
    statements.iter().any(|statement| statement.rank.is_some())
        && statements.iter().all(|statement| statement.score.is_none())
}

/// Whether a ranking by a column tells numbers that were announced; that by the total shows the criteria too.
pub(crate) fn tells_announced(part: GroupResult<'_>, column: Column) -> bool {
    let shown = if column == part.total() { shown_columns(part) } else { vec![column] };
    shown.into_iter().any(|column| part.column(column).is_announced)
}

/// How many of some statements there are, and how many of these are quoted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Quoted {
    /// All of them.
    pub(crate) all: usize,
    /// Those whose own words are given.
    pub(crate) quoted: usize,
}

impl Quoted {
    /// Counts statements.
    pub(crate) fn of<'s>(statements: impl IntoIterator<Item = &'s crate::model::Statement>) -> Self {
        statements.into_iter().fold(Self::default(), |sum, statement| Self {
            all: sum.all + 1,
            quoted: sum.quoted + usize::from(statement.quote.is_some()),
        })
    }
}
