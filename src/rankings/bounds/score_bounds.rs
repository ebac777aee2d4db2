//! The scores of one column: the interval of each, and what is known of its ranks.
//!
//! Scores are whole numbers of steps, of `10^-scale` each.

use rust_decimal::Decimal;

use super::grid::{self, Towards};
use super::rank_bounds::RankBounds;
use crate::rankings::known::Basis;

/// What an interval may be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellKind {
    /// It may be narrowed.
    Narrowable,
    /// A value exists, and is never narrowed: withheld, or known only as points.
    Fixed,
    /// No value exists, but it counts as one.
    CountsAs,
    /// No value exists, and the part leaves its total.
    Absent,
}

/// What set a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    /// The limits of the criterion; or nothing set it, and there is no limit.
    Limits,
    /// The cell's own `min` or `max`.
    Own,
    /// A statement, or the number itself.
    Stated,
    /// The ranks of the column.
    Ranks,
    /// The total and the other parts.
    Total,
    /// The parts.
    Parts,
}

/// Where no value is left that satisfies all that is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Conflict {
    /// At the score or the rank of one row.
    Row(usize),
    /// At a rank of the column, not at one row.
    Column,
}

/// The interval of each score of a column, in steps.
#[derive(Clone, Debug)]
pub(super) struct ScoreBounds {
    /// A step is `10^-scale`.
    pub(super) scale: u32,
    /// Whether each value is a whole number of steps.
    pub(super) is_on_grid: bool,
    /// Whether the numbers are those that are shown; not for a normalised leaf, whose points they are.
    pub(super) is_shown: bool,
    /// By row, the least that the score can be.
    pub(super) low: Vec<i64>,
    /// By row, the most that the score can be.
    pub(super) high: Vec<i64>,
    /// By row, what set the lower limit.
    pub(super) low_cause: Vec<Cause>,
    /// By row, what set the upper limit.
    pub(super) high_cause: Vec<Cause>,
    /// By row, what the interval may be used for.
    pub(super) kind: Vec<CellKind>,
    /// The ranks, if they can be reasoned about.
    pub(super) ranks: Option<RankBounds>,
    /// Whether anything changed since the rules on ranks last looked.
    pub(super) is_dirty: bool,
    /// Where no value is left, if anywhere: then no rule goes on with the column.
    pub(super) contradiction: Option<Conflict>,
}

impl ScoreBounds {
    /// A column of which nothing is known.
    pub(super) fn unlimited(rows: usize, scale: u32, is_on_grid: bool) -> Self {
        Self {
            scale,
            is_on_grid,
            is_shown: true,
            low: vec![-grid::OPEN; rows],
            high: vec![grid::OPEN; rows],
            low_cause: vec![Cause::Limits; rows],
            high_cause: vec![Cause::Limits; rows],
            kind: vec![CellKind::Narrowable; rows],
            ranks: None,
            is_dirty: true,
            contradiction: None,
        }
    }

    /// The least by which different values differ: one step where all lie on the grid, else nothing.
    pub(super) fn min_difference(&self) -> i64 {
        i64::from(self.is_on_grid)
    }

    /// Which way a lower and an upper limit between two steps are moved: into the interval where values lie on the grid,
    /// otherwise out of it.
    fn towards(&self) -> (Towards, Towards) {
        if self.is_on_grid { (Towards::Higher, Towards::Lower) } else { (Towards::Lower, Towards::Higher) }
    }

    /// A number as a lower and as an upper limit.
    pub(super) fn limits(&self, low: Decimal, high: Decimal) -> (i64, i64) {
        let (up, down) = self.towards();
        (grid::at_least(low, self.scale, up), grid::at_most(high, self.scale, down))
    }

    /// A quotient as a lower limit.
    pub(super) fn quotient_low(&self, over: i128, under: i128) -> i64 {
        grid::quotient_at_least(over, under, self.towards().0)
    }

    /// A quotient as an upper limit.
    pub(super) fn quotient_high(&self, over: i128, under: i128) -> i64 {
        grid::quotient_at_most(over, under, self.towards().1)
    }

    /// Sets both limits, whatever they were.
    pub(super) fn fix(&mut self, row: usize, value: Decimal, kind: CellKind) {
        self.low[row] = grid::at_least(value, self.scale, Towards::Lower);
        self.high[row] = grid::at_most(value, self.scale, Towards::Higher);
        (self.low_cause[row], self.high_cause[row]) = (Cause::Stated, Cause::Stated);
        self.kind[row] = kind;
    }

    /// Raises the lower limit of a row.
    pub(super) fn raise(&mut self, row: usize, low: i64, cause: Cause) -> bool {
        if low <= self.low[row] || self.kind[row] != CellKind::Narrowable {
            return false;
        }
        (self.low[row], self.low_cause[row]) = (low, cause);
        self.changed(row)
    }

    /// Lowers the upper limit of a row.
    pub(super) fn lower(&mut self, row: usize, high: i64, cause: Cause) -> bool {
        if high >= self.high[row] || self.kind[row] != CellKind::Narrowable {
            return false;
        }
        (self.high[row], self.high_cause[row]) = (high, cause);
        self.changed(row)
    }

    fn changed(&mut self, row: usize) -> bool {
        self.is_dirty = true;
        if self.low[row] > self.high[row] {
            self.contradict(Conflict::Row(row));
        }
        true
    }

    /// Notes that no value is left; the first such conflict is kept.
    pub(super) fn contradict(&mut self, conflict: Conflict) {
        self.contradiction.get_or_insert(conflict);
    }

    /// The number of a row, if one is left.
    pub(super) fn exact(&self, row: usize) -> Option<Decimal> {
        self.ends(row).filter(|(low, high)| low == high).map(|(low, _)| low)
    }

    /// Both ends of a row's interval, if it has both, and may be shown.
    pub(super) fn ends(&self, row: usize) -> Option<(Decimal, Decimal)> {
        let (low, high) = (self.low[row], self.high[row]);
        let is_open = self.kind[row] == CellKind::Narrowable && self.contradiction.is_none();
        let ends = || (grid::decimal(low, self.scale), grid::decimal(high, self.scale));
        (is_open && grid::is_limit(low) && grid::is_limit(high)).then(ends)
    }

    /// Where the interval of a row comes from.
    pub(super) fn basis(&self, row: usize) -> Basis {
        match (self.low_cause[row], self.high_cause[row]) {
            (Cause::Stated, Cause::Stated) => Basis::Announced,
            (Cause::Own, Cause::Own | Cause::Limits) | (Cause::Limits, Cause::Own) => Basis::Scored,
            _ => Basis::Deduced,
        }
    }
}
