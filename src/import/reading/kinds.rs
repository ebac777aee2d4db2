//! What a table was read as.

use rust_decimal::Decimal;

use crate::import::ground::Ground;
use crate::import::matching::How;
use crate::import::question::ImportQuestion;
use crate::import::table::{CellAt, FoundTable, OtherColumn, TableRow};
use crate::model::State;

/// What is wanted of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WantedTable<'w> {
    /// The calendar year.
    pub(crate) year: i32,
    /// The group that all rows belong to, if one was named: its id, or the name of a new one.
    pub(crate) group: Option<&'w str>,
    /// Which digits are taken where nothing else was answered: `stored` or `shown`.
    pub(crate) values: Option<&'w str>,
    /// What the site knows; nothing where a new one is made.
    pub(crate) ground: Option<&'w Ground>,
}

/// A table as it was read.
#[derive(Clone, Debug)]
pub(crate) struct TableReading<'t> {
    /// The table.
    pub(crate) table: &'t FoundTable,
    /// By which key each of its columns is known.
    pub(crate) column_keys: Vec<String>,
    /// What each of its columns is.
    pub(crate) columns: Vec<ColumnUse>,
    /// The columns of the score file that it fills.
    pub(crate) targets: Vec<TargetColumn>,
    /// Its rows, and behind them those that were passed over and could be units.
    pub(crate) all_rows: Vec<&'t TableRow>,
    /// What each of them is.
    pub(crate) rows: Vec<RowUse>,
    /// The groups of the units.
    pub(crate) groups: Vec<GroupTarget>,
    /// The units with their cells.
    pub(crate) lines: Vec<Line>,
    /// What has to be asked.
    pub(crate) questions: Vec<ImportQuestion>,
}

/// A column of the score file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TargetColumn {
    /// The id of the criterion, `total` for the total.
    pub(crate) id: String,
    /// Its name, as the sheet has it.
    pub(crate) name: String,
    /// Its maximum, where the sheet tells it.
    pub(crate) maximum: Option<Decimal>,
    /// What its values are measured in, where the sheet tells it.
    pub(crate) measure: Option<String>,
    /// Where its heading stands.
    pub(crate) at: CellAt,
}

/// A group of units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct GroupTarget {
    /// Its id.
    pub(crate) id: String,
    /// Its name; none where the sheet has none.
    pub(crate) name: Option<String>,
    /// Where the sheet names it.
    pub(crate) at: Option<CellAt>,
}

/// What a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ColumnUse {
    /// The names of units.
    Names,
    /// The group of each unit.
    Groups,
    /// The scores of a target, by position.
    Score(usize, How),
    /// The ranks of a target, by position.
    Rank(usize, How),
    /// Left out.
    Left(LeftColumn),
    /// It has to be asked.
    Open,
}

/// Why a column is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LeftColumn {
    /// Somebody said so.
    Answer,
    /// A running number.
    Numbering,
    /// Ids or codes of units.
    Ids,
    /// Names of units in another form.
    OtherNames,
    /// Groups of units.
    Groups,
    /// Another year.
    OtherYear(i32),
    /// A class.
    Class,
    /// Remarks.
    Note,
    /// Ranks of a column that is left out.
    RankOfNothing,
    /// The spreadsheet program does not show it.
    Hidden,
    /// Something else.
    Other(OtherColumn),
}

/// What a row is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RowUse {
    /// A unit: its id, its group by position, and how it was recognised; none of a new one.
    Unit(String, usize, Option<How>),
    /// Left out.
    Left(LeftRow),
    /// It has to be asked.
    Open,
}

/// Why a row is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LeftRow {
    /// Somebody said so.
    Answer,
    /// The spreadsheet program does not show it, and somebody said that those are left out.
    Hidden,
    /// It has no values, and somebody said that those are left out.
    WithoutValues,
    /// It stands apart, without rank or total, and somebody said that those are left out.
    Unranked,
}

/// A unit with its cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its row in the table, by position.
    pub(crate) row: usize,
    /// Its id.
    pub(crate) unit: String,
    /// Its group, by position.
    pub(crate) group: usize,
    /// A cell for each target.
    pub(crate) cells: Vec<CellUse>,
}

/// What a cell of the score file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CellUse {
    /// The score.
    pub(crate) score: ScoreUse,
    /// Where the sheet has it.
    pub(crate) score_at: Option<CellAt>,
    /// The printed rank.
    pub(crate) rank: Option<RankUse>,
    /// Where the sheet has it.
    pub(crate) rank_at: Option<CellAt>,
}

/// A score, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum ScoreUse {
    /// A number with its digits.
    Number(Decimal),
    /// A word of the format.
    State(State),
    /// What is known of a number that is not told.
    Bounds(Option<Decimal>, Option<Decimal>),
    /// The sheet has no such column.
    Nothing,
}

impl ScoreUse {
    /// Whether nothing is known of it, as of an empty cell.
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::State(state) => *state == State::Unpublished,
            Self::Number(_) | Self::Bounds(..) => false,
        }
    }
}

/// A printed rank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RankUse {
    /// That one, perhaps with a half.
    One(Decimal),
    /// One of a band.
    Band(u32, u32),
}
