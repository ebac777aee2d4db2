//! What is known of a number or a rank, where it comes from, and the state of a cell.

use crate::model::{Absence, Disclosure, State};

/// A value that is known exactly, only between two bounds, or not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Known<T> {
    /// Exactly this.
    Exact(T),
    /// From the first to the second, both possible, and the two differ.
    Between(T, T),
    /// Nothing.
    Nothing,
}

/// Where an exactly known score, or an interval, comes from. The first that applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Basis {
    /// Written in `scores`.
    Scored,
    /// Made from scored ones only.
    Computed,
    /// Announced.
    Announced,
    /// Proved by the rules from whatever is known: other scores, announced numbers, the limits of the criteria.
    Deduced,
}

/// Where a rank comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RankBasis {
    /// Counted in a complete column.
    Computed,
    /// Announced.
    Announced,
    /// Proved by the rules.
    Deduced,
    /// As it was printed in a column whose ranks are disputed: it is shown, and nothing is concluded from it.
    Printed,
}

/// The state of a cell in the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StandingState {
    /// As the cell is; [`State::Known`] also where its number was made, announced or proved.
    Cell(State),
    /// The total of a unit that is not ranked; its value may be known all the same, it has no rank and no band.
    Unranked,
}

impl StandingState {
    /// Every word that a state can have.
    pub(crate) fn words() -> impl Iterator<Item = &'static str> {
        State::ALL.iter().map(|&state| Self::Cell(state)).chain([Self::Unranked]).map(Self::word)
    }

    /// Its word.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Cell(state) => state.word(),
            Self::Unranked => "unranked",
        }
    }

    /// Which policy decides on a total without the value; none where there is one.
    #[must_use]
    pub(crate) fn absence(self) -> Option<Absence> {
        match self {
            Self::Cell(state) => state.absence(),
            Self::Unranked => None,
        }
    }

    /// Why there is no number where none is known: whatever else it is, it is not published.
    #[must_use]
    pub(crate) fn without_number(self) -> State {
        match self {
            Self::Cell(state) if state.disclosure() != Disclosure::Written => state,
            Self::Cell(_) | Self::Unranked => State::Unpublished,
        }
    }
}
