//! One column of the board: the interval of each score, and its ladder of ranks.

use rust_decimal::Decimal;

use super::grid::{self, Towards};
use super::ladder::Ladder;
use crate::rankings::known::Basis;

/// What an interval may be used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// It may be narrowed.
    Live,
    /// A value exists, and is never narrowed: withheld, or known only as points.
    Fixed,
    /// No value exists, but it counts as one.
    Counted,
    /// No value exists, and the part leaves its total.
    Absent,
}

/// What set a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    /// The limits of the criterion, or none.
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

/// The interval of each score of a column, in whole units.
#[derive(Clone, Debug)]
pub(super) struct Track {
    /// A unit is `10^-scale`.
    pub(super) scale: u32,
    /// Whether each value is a whole number of units.
    pub(super) is_on_grid: bool,
    /// Whether the numbers are those that are shown; not for a normalised leaf, whose points they are.
    pub(super) is_shown: bool,
    pub(super) low: Vec<i64>,
    pub(super) high: Vec<i64>,
    pub(super) low_cause: Vec<Cause>,
    pub(super) high_cause: Vec<Cause>,
    pub(super) kind: Vec<Kind>,
    /// The ranks, if they can be reasoned about.
    pub(super) ladder: Option<Ladder>,
    /// Whether anything changed since the rules on ranks last looked.
    pub(super) is_dirty: bool,
    /// Where no value is left: a row, or a rank as a whole.
    pub(super) stopped: Option<Option<usize>>,
}

impl Track {
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
            kind: vec![Kind::Live; rows],
            ladder: None,
            is_dirty: true,
            stopped: None,
        }
    }

    /// One unit where values lie on the grid, else nothing: the least by which different values differ.
    pub(super) fn step(&self) -> i64 {
        i64::from(self.is_on_grid)
    }

    /// A value that must be on the grid is moved into the interval, another one out of it.
    fn inwards(&self) -> (Towards, Towards) {
        if self.is_on_grid { (Towards::Higher, Towards::Lower) } else { (Towards::Lower, Towards::Higher) }
    }

    /// A number as a lower and as an upper limit.
    pub(super) fn limits(&self, low: Decimal, high: Decimal) -> (i64, i64) {
        let (up, down) = self.inwards();
        (grid::at_least(low, self.scale, up), grid::at_most(high, self.scale, down))
    }

    /// A quotient as a lower limit.
    pub(super) fn quotient_low(&self, over: i128, under: i128) -> i64 {
        grid::quotient_at_least(over, under, self.inwards().0)
    }

    /// A quotient as an upper limit.
    pub(super) fn quotient_high(&self, over: i128, under: i128) -> i64 {
        grid::quotient_at_most(over, under, self.inwards().1)
    }

    /// Sets both limits, whatever they were.
    pub(super) fn fix(&mut self, row: usize, value: Decimal, kind: Kind) {
        self.low[row] = grid::at_least(value, self.scale, Towards::Lower);
        self.high[row] = grid::at_most(value, self.scale, Towards::Higher);
        (self.low_cause[row], self.high_cause[row]) = (Cause::Stated, Cause::Stated);
        self.kind[row] = kind;
    }

    /// Raises the lower limit of a row.
    pub(super) fn raise(&mut self, row: usize, low: i64, cause: Cause) -> bool {
        if low <= self.low[row] || self.kind[row] != Kind::Live {
            return false;
        }
        (self.low[row], self.low_cause[row]) = (low, cause);
        self.changed(row)
    }

    /// Lowers the upper limit of a row.
    pub(super) fn lower(&mut self, row: usize, high: i64, cause: Cause) -> bool {
        if high >= self.high[row] || self.kind[row] != Kind::Live {
            return false;
        }
        (self.high[row], self.high_cause[row]) = (high, cause);
        self.changed(row)
    }

    fn changed(&mut self, row: usize) -> bool {
        self.is_dirty = true;
        if self.low[row] > self.high[row] {
            self.stop(Some(row));
        }
        true
    }

    /// Notes that no value is left.
    pub(super) fn stop(&mut self, row: Option<usize>) {
        self.stopped.get_or_insert(row);
    }

    /// The number of a row, if one is left.
    pub(super) fn exact(&self, row: usize) -> Option<Decimal> {
        self.ends(row).filter(|(low, high)| low == high).map(|(low, _)| low)
    }

    /// Both ends of a row's interval, if it has both, and may be shown.
    pub(super) fn ends(&self, row: usize) -> Option<(Decimal, Decimal)> {
        let (low, high) = (self.low[row], self.high[row]);
        let is_told = self.kind[row] == Kind::Live && self.stopped.is_none();
        let ends = || (grid::decimal(low, self.scale), grid::decimal(high, self.scale));
        (is_told && grid::is_limit(low) && grid::is_limit(high)).then(ends)
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
