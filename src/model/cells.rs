//! The scores of one criterion in one group, as the score file gives them.

use std::collections::BTreeMap;
use std::fmt;

use rust_decimal::Decimal;

use super::index::Row;
use super::place::Place;
use super::rank::StatedRank;
use super::state::State;
use super::text::Text;

/// A cell: a number, or the reason why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    /// A score with the digits as written.
    Score(Decimal),
    /// No number, and why; never [`State::Known`].
    Empty(State),
}

impl Cell {
    /// The score, if there is one.
    #[must_use]
    pub(crate) fn score(self) -> Option<Decimal> {
        match self {
            Self::Score(score) => Some(score),
            Self::Empty(_) => None,
        }
    }

    /// Whether the publisher knows its value and does not show it.
    #[must_use]
    pub(crate) fn is_secret(self) -> bool {
        match self {
            Self::Score(_) => false,
            Self::Empty(state) => state.is_secret(),
        }
    }
}

/// As a score file writes it: the number with its digits, `~` where it is not published, else the word of the state.
impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Score(score) => score.fmt(f),
            Self::Empty(State::Unpublished | State::Known) => f.write_str("~"),
            Self::Empty(state) => f.write_str(state.word()),
        }
    }
}

/// What a cell may say beside its number.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct CellExtra {
    /// The unit's own score, before verification.
    pub(crate) own: Option<Decimal>,
    /// The least that the score can be.
    pub(crate) min: Option<Decimal>,
    /// The most that the score can be.
    pub(crate) max: Option<Decimal>,
    /// The rank as it was announced.
    pub(crate) rank: Option<StatedRank>,
    /// Where the score file says that rank.
    pub(crate) rank_place: Option<Place>,
    /// A word on it.
    pub(crate) note: Option<Text>,
    /// Where the number comes from.
    pub(crate) source: Option<Text>,
    /// Why the announced value or rank of this cell is disputed.
    pub(crate) disputed: Option<Text>,
    /// How firm the number is.
    pub(crate) flags: Flags,
}

/// How firm a number is; several may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Flags {
    /// May still change.
    pub(crate) provisional: bool,
    /// Not measured.
    pub(crate) estimated: bool,
    /// Changed since it was first published.
    pub(crate) revised: bool,
}

/// The first byte of a cell in its score file, in no more memory than a number takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Start(u32);

impl Start {
    /// The cell is not written.
    const NOWHERE: Self = Self(u32::MAX);

    fn byte(self) -> Option<u32> {
        (self != Self::NOWHERE).then_some(self.0)
    }
}

/// A column of cells, one for each unit of the group in the edition.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cells {
    numbers: Vec<Decimal>,
    states: Vec<State>,
    starts: Vec<Start>,
    lengths: Vec<u8>,
    extras: BTreeMap<Row, CellExtra>,
}

impl Cells {
    /// A column in which nothing is written.
    #[must_use]
    pub(crate) fn unpublished(rows: usize) -> Self {
        Self {
            numbers: vec![Decimal::ZERO; rows],
            states: vec![State::Unpublished; rows],
            starts: vec![Start::NOWHERE; rows],
            lengths: vec![0; rows],
            extras: BTreeMap::new(),
        }
    }

    /// How many cells there are.
    #[must_use]
    pub(crate) fn len(&self) -> usize {
        self.states.len()
    }

    /// Writes a cell; `start` is its first byte in the score file, `length` how many it has, 255 at most.
    pub(crate) fn set(&mut self, row: usize, cell: Cell, start: u32, length: u8) {
        self.put(row, cell);
        (self.starts[row], self.lengths[row]) = (Start(start), length);
    }

    /// Puts another cell where one stands; its place and what is said beside it stay.
    pub(crate) fn put(&mut self, row: usize, cell: Cell) {
        let (number, state) = match cell {
            Cell::Score(number) => (number, State::Known),
            Cell::Empty(state) => (Decimal::ZERO, state),
        };
        (self.numbers[row], self.states[row]) = (number, state);
    }

    /// Adds what a cell says beside its number.
    pub(crate) fn set_extra(&mut self, row: usize, extra: CellExtra) {
        self.extras.insert(Row::at(row), extra);
    }

    /// Writes another cell where one stands; it keeps its place, and what was said beside the one before is forgotten.
    pub(crate) fn replace(&mut self, row: usize, cell: Cell) {
        self.put(row, cell);
        self.extras.remove(&Row::at(row));
    }

    /// Marks the cell of a row as changed since it was first published.
    pub(crate) fn mark_revised(&mut self, row: usize) {
        self.extras.entry(Row::at(row)).or_default().flags.revised = true;
    }

    /// Forgets the ranks that cells say were announced, except where they are disputed.
    pub(crate) fn forget_ranks(&mut self) {
        for extra in self.extras.values_mut().filter(|extra| extra.disputed.is_none()) {
            extra.rank = None;
        }
    }

    /// The cell of a row.
    #[must_use]
    pub(crate) fn cell(&self, row: usize) -> Cell {
        match self.states[row] {
            State::Known => Cell::Score(self.numbers[row]),
            state => Cell::Empty(state),
        }
    }

    /// What the cell of a row says beside its number.
    #[must_use]
    pub(crate) fn extra(&self, row: usize) -> Option<&CellExtra> {
        if self.extras.is_empty() {
            return None;
        }
        self.extras.get(&Row::at(row))
    }

    /// Whether the score file says anything of a row.
    #[must_use]
    pub(crate) fn is_written(&self, row: usize) -> bool {
        self.starts[row] != Start::NOWHERE || self.states[row] != State::Unpublished || self.extra(row).is_some()
    }

    /// Where the score file says which rank was announced of the cell, if it does.
    #[must_use]
    pub(crate) fn rank_place(&self, row: usize) -> Option<Place> {
        self.extra(row)?.rank_place
    }

    /// Where the cell is written in the score file `file`, if it is.
    #[must_use]
    pub(crate) fn place(&self, row: usize, file: u32) -> Option<Place> {
        let start = self.starts[row].byte()?;
        Some(Place { file, start, end: start + u32::from(self.lengths[row]) })
    }
}
