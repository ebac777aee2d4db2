//! What is known of each cell once everything is computed.

use rust_decimal::Decimal;

use super::change::EditionChange;
use super::ranked_column::RankedColumn;
use super::shown::Shown;
use super::versions::Version;
use crate::model::{Flags, Rank, StatedRank, StatedScore};

/// The results of every edition, in the order of the series.
#[derive(Clone, Debug)]
pub struct Rankings {
    /// One for each edition.
    pub editions: Vec<EditionRanking>,
    /// For each edition what changed since the one before it, if there is one.
    pub changes: Vec<Option<EditionChange>>,
}

/// The results of one edition.
#[derive(Clone, Debug)]
pub struct EditionRanking {
    /// One for each group of the edition, in its order.
    pub groups: Vec<GroupRanking>,
    /// The versions before each day of corrections, the oldest first; none where nothing was corrected.
    pub versions: Vec<Version>,
}

/// Everything computed, announced or deduced of a value, as one of four.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known<T> {
    /// Exactly this.
    Exact(T),
    /// From the first to the second, both possible, and the two differ.
    Between(T, T),
    /// Nothing.
    Nothing,
}

/// Where an exactly known score, or an interval, comes from. The first that applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Written in `scores`.
    Scored,
    /// Made from scored ones only.
    Computed,
    /// Announced.
    Announced,
    /// At least one announced number was needed.
    Deduced,
}

/// Where a rank comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RankBasis {
    /// Counted in a complete column.
    Computed,
    /// Announced.
    Announced,
    /// Proved by the rules.
    Deduced,
}

/// The state of a cell in the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StandingState {
    /// The score is exactly known.
    Known,
    /// A value exists, it is not known exactly.
    Unpublished,
    /// No value exists.
    Missing,
    /// The criterion does not apply.
    Exempt,
    /// Known to the publisher, not shown.
    Withheld,
    /// The total of a unit that is not ranked; its value may be known all the same, it has no rank and no band.
    Unranked,
}

/// Everything there is to say of one cell: one unit in one column.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// What state the cell is in.
    pub state: StandingState,
    /// Its score.
    pub score: Known<Decimal>,
    /// Where the score, or its interval, comes from.
    pub score_basis: Option<Basis>,
    /// The value that was announced for it, if any.
    pub announced_score: Option<StatedScore>,
    /// The maximum of the cell (for a normalised leaf its `to`), if there is one.
    pub maximum: Option<Decimal>,
    /// Its rank within the group.
    pub rank: Known<Rank>,
    /// Where the rank, or its interval, comes from.
    pub rank_basis: Option<RankBasis>,
    /// The rank that was announced for it, if any.
    pub announced_rank: Option<StatedRank>,
    /// How many units share the rank, itself included; none where that is not known.
    pub tied: Option<u32>,
    /// How many units the rank is out of; none where the population is unknown, and where the unit has no place.
    pub ranked: Option<u32>,
    /// The band of the value, by position in the scheme's bands.
    pub band: Option<usize>,
    /// How firm the number is.
    pub flags: Flags,
    /// Whether the announced value or rank of the cell is disputed.
    pub disputed: bool,
    /// Why an exact deduced score, or its interval, holds.
    pub reason: Option<Reason>,
    /// How it is shown where it was computed or deduced; written numbers keep their digits.
    pub shown: Option<Shown>,
}

impl Standing {
    /// The score as readers see it; the whole value is `score`.
    #[must_use]
    pub fn shown_score(&self) -> Known<Decimal> {
        self.shown.map_or(self.score, |shown| shown.of(self.score))
    }
}

/// Why a deduced score holds: data for a sentence.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// A total minus its other parts: `98 − 24 − 14 − 15 − 23 = 22`.
    PartFromTotal {
        /// The value of the parent or total.
        total: Decimal,
        /// The other parts, each times its weight.
        others: Vec<Decimal>,
        /// The column of the parent or total.
        column: usize,
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
        column: usize,
        /// Its number in the column.
        number: u32,
    },
    /// Made of its parts, or between what their ends make, where that is more than a plain sum of known numbers.
    Parts,
    /// What the total and the other parts leave, where that is more than a plain difference of known numbers.
    Remainder {
        /// The column of the parent or total.
        column: usize,
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
    /// The limits of the criteria alone.
    Limits,
}

/// Statements that cannot all be true, or that the scores contradict.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    /// The column in which it shows.
    pub column: usize,
    /// The unit's row, if it shows at one.
    pub row: Option<u32>,
    /// Indices into the group's `statements` that clash; empty if scores alone do.
    pub statements: Vec<usize>,
    /// What contradicts what.
    pub kind: ClashKind,
}

/// What contradicts what.
#[derive(Clone, Debug, PartialEq)]
pub enum ClashKind {
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
pub struct GroupRanking {
    /// For each column of the scheme, the total last: one standing for each row.
    pub columns: Vec<RankedColumn>,
    /// Rows in ranking order by total: by (proved) rank, then as the score file gives them; unranked units last.
    pub order: Vec<u32>,
    /// What contradicts what.
    pub clashes: Vec<Clash>,
    /// Cells whose value has no result, or more than 28 digits: column and row.
    pub failures: Vec<(usize, u32)>,
    /// Withheld cells that a reader could compute: column and row.
    pub revealed: Vec<(usize, u32)>,
}
