//! What is known of each cell once everything is computed.

use rust_decimal::Decimal;

use super::known::{Basis, Known, RankBasis, StandingState};
use super::sheet::is_printed_exactly;
use super::shown::Shown;
use crate::model::{Column, Flags, Rank, Scheme, StatedRank, StatedScore};

/// Everything there is to say of one cell: one unit in one column.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Standing {
    /// What state the cell is in.
    pub(crate) state: StandingState,
    /// Its score.
    pub(crate) score: Known<Decimal>,
    /// Where the score, or its interval, comes from.
    pub(crate) score_basis: Option<Basis>,
    /// The value that was announced for it, if any.
    pub(crate) announced_score: Option<StatedScore>,
    /// The maximum of the cell (for a normalised leaf its `to`), if there is one.
    pub(crate) maximum: Option<Decimal>,
    /// Its rank within the group.
    pub(crate) rank: Known<Rank>,
    /// Where the rank, or its interval, comes from.
    pub(crate) rank_basis: Option<RankBasis>,
    /// The rank that was announced for it, if any.
    pub(crate) announced_rank: Option<StatedRank>,
    /// Whether the announcement says that it is last, without saying which rank that is.
    pub(crate) is_last: bool,
    /// Whether the announcement says that it is last, with its rank or without; not what is disputed.
    pub(crate) is_called_last: bool,
    /// How many units share the rank, itself included; none where that is not known.
    pub(crate) tied: Option<u32>,
    /// Whether the unit takes part in the ranking of the column: it is not left out of the ranking, and it has a value,
    /// known or not.
    pub(crate) has_place: bool,
    /// How many units the rank is out of; none where the population is unknown, and where the unit has no place.
    pub(crate) ranked: Option<u32>,
    /// The band of the value, by position in the scheme's bands.
    pub(crate) band: Option<usize>,
    /// How firm the number is.
    pub(crate) flags: Flags,
    /// Whether the announced value or rank of the cell is disputed.
    pub(crate) disputed: bool,
    /// Why an exact deduced score, or its interval, holds.
    pub(crate) reason: Option<Reason>,
    /// How it is shown where it was computed or deduced; written numbers keep their digits.
    pub(crate) shown: Option<Shown>,
    /// The rank that the scores give where `rank` is one that was printed and is disputed.
    pub(crate) counted: Option<RankByScores>,
}

/// A rank that the scores of a complete column give.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RankByScores {
    /// The rank.
    pub(crate) rank: Rank,
    /// How many units share it, itself included, if that is known.
    pub(crate) tied: Option<u32>,
}

impl Standing {
    /// The rank from which others may be concluded: not one that was printed in a disputed column.
    #[must_use]
    pub(crate) fn concluded_rank(&self) -> Known<Rank> {
        if self.has_printed_rank() { Known::Nothing } else { self.rank }
    }

    /// The same with the rank that the scores give in place of one that was printed and is disputed.
    #[must_use]
    pub(crate) fn ranked_by_scores(self) -> Self {
        match (self.rank_basis, self.counted) {
            (Some(RankBasis::Printed), Some(RankByScores { rank, tied })) => {
                Self { rank: Known::Exact(rank), rank_basis: Some(RankBasis::Computed), tied, ..self }
            }
            (Some(RankBasis::Printed), None) => Self { rank: Known::Nothing, rank_basis: None, tied: None, ..self },
            (Some(RankBasis::Computed | RankBasis::Announced | RankBasis::Deduced) | None, _) => self,
        }
    }

    /// Whether other units are known to share its rank.
    #[must_use]
    pub(crate) fn is_tied(&self) -> bool {
        self.tied.is_some_and(|n| n > 1)
    }

    /// Whether the announcement says that it is last, and nobody knows at which rank.
    #[must_use]
    pub(crate) fn is_last_unnumbered(&self) -> bool {
        self.is_last && !matches!(self.rank, Known::Exact(_))
    }

    /// Whether the announcement says of its rank besides that it is the last one.
    #[must_use]
    pub(crate) fn has_last_rank(&self) -> bool {
        self.is_called_last && !self.is_last_unnumbered()
    }

    /// Whether the rank that is told is only the printed one, in a column that is disputed.
    #[must_use]
    pub(crate) fn has_printed_rank(&self) -> bool {
        self.rank_basis == Some(RankBasis::Printed)
    }

    /// The rank that was announced and is disputed, where it is not the one that is told.
    #[must_use]
    pub(crate) fn disputed_rank(&self) -> Option<&StatedRank> {
        let is_told = |printed: &&StatedRank| match self.rank {
            Known::Exact(rank) => (printed.best(), printed.worst()) == (rank, rank),
            Known::Between(best, worst) => (printed.best(), printed.worst()) == (best, worst),
            Known::Nothing => false,
        };
        self.announced_rank.as_ref().filter(|_| self.disputed).filter(|printed| !is_told(printed))
    }

    /// Whether its number was announced and stands for all that are rounded to it (rule 5 of the format).
    #[must_use]
    pub(crate) fn is_of_printed(&self, scheme: &Scheme, column: Column) -> bool {
        self.score_basis == Some(Basis::Announced) && !is_printed_exactly(scheme, column)
    }

    /// Whether its score is known to be the maximum.
    #[must_use]
    pub(crate) fn is_at_maximum(&self) -> bool {
        self.maximum.is_some_and(|max| self.score == Known::Exact(max))
    }

    /// The score as readers see it; the whole value is `score`.
    #[must_use]
    pub(crate) fn shown_score(&self) -> Known<Decimal> {
        match (self.shown, self.score) {
            (Some(shown), Known::Exact(score)) => Known::Exact(shown.within(score, self.maximum)),
            (Some(shown), score) => shown.of(score),
            (None, score) => score,
        }
    }
}

/// Why a deduced score holds: data for a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Reason {
    /// A total minus its other parts: `98 − 24 − 14 − 15 − 23 = 22`.
    PartFromTotal {
        /// The value of the parent or total.
        total: Decimal,
        /// The other parts, each times its weight.
        others: Vec<Decimal>,
        /// The column of the parent or total.
        column: Column,
    },
    /// The sum of its parts: `24 + 6 + 24 + 15 + 23 = 92`.
    TotalFromParts {
        /// The parts, each times its weight.
        parts: Vec<Decimal>,
    },
    /// Between what other ranks of the column allow.
    Neighbours {
        /// Nearest better rank with its score.
        above: Option<(Rank, Decimal)>,
        /// Nearest worse rank with its score, and whether it is the last.
        below: Option<(Rank, Decimal, bool)>,
    },
    /// An announced statement, by column and number.
    Stated {
        /// Its column.
        column: Column,
        /// Its number in the column.
        number: u32,
    },
    /// Made of its parts, or between what their ends make, where that is more than a plain sum of known numbers.
    Parts,
    /// What the total and the other parts leave, where that is more than a plain difference of known numbers.
    Remainder {
        /// The column of the parent or total.
        column: Column,
    },
    /// The two ends of an interval hold for reasons of their own.
    Ends {
        /// Why it is not less.
        low: Box<Reason>,
        /// Why it is not more.
        high: Box<Reason>,
    },
    /// What the cell itself says: its `min` and `max`.
    Own,
    /// More than one of the ranks and scores that are known in the column.
    Ranks,
    /// The limits of the criteria alone.
    Limits,
}
