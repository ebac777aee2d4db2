//! Rule 5: for `sum` and `mean`, a total follows from its parts and a part from the total and the other parts,
//! adjustments included. With rule 0, any total lies between what its parts' ends make.
//!
//! By hand: 98 − 24 − 14 − 15 − 23 = 22; 24 + 6 + 24 + 15 + 23 = 92; with parts of 24, 9.1 to 11.9, 24 and 23, and a
//! total of 95, the fifth part is from 12.1 to 14.9.

use rust_decimal::Decimal;

use super::board::Board;
use super::grid;
use super::relation::{Equation, Relation};
use super::track::{Cause, Kind, Track};
use crate::model::State;
use crate::rankings::sheet::{Sheet, Slot};
use crate::rankings::totals::Term;

/// Goes through every total and its parts; answers whether anything changed.
pub(super) fn apply(sheet: &Sheet, board: &mut Board) -> bool {
    let Board { tracks, relations } = board;
    let mut changed = false;
    let mut terms = Vec::new();
    for relation in relations.iter() {
        for row in 0..sheet.rows {
            let is_stopped = |column: usize| tracks[column].stopped.is_some();
            if is_stopped(relation.column) || relation.parts.iter().any(|part| is_stopped(part.column)) {
                break;
            }
            if is_settled(tracks, relation, row) || !sheet.shown(relation.column, row).exists() {
                continue;
            }
            let is_plain = relation.parts.iter().all(|part| tracks[part.column].kind[row] != Kind::Absent);
            let equation = relation.equation.as_ref().filter(|_| is_plain);
            let sums = equation.and_then(|equation| Sums::of(sheet, tracks, relation, equation, row));
            changed |= match &sums {
                Some(sums) if sums.equation.is_sum => sums.limit_total(tracks, relation, row),
                _ => make_total(sheet, tracks, relation, row, &mut terms),
            };
            if let Some(sums) = &sums {
                changed |= sums.limit_parts(tracks, relation, row);
            }
        }
    }
    changed
}

/// Whether the total and all its parts are known, so that nothing can be learnt.
fn is_settled(tracks: &[Track], relation: &Relation, row: usize) -> bool {
    let is_known =
        |column: usize| tracks[column].low[row] == tracks[column].high[row] || tracks[column].kind[row] == Kind::Absent;
    is_known(relation.column) && relation.parts.iter().all(|part| is_known(part.column))
}

/// Limits a total by what the ends of its parts make: for means, roots and rescaled rows.
fn make_total(sheet: &Sheet, tracks: &mut [Track], relation: &Relation, row: usize, terms: &mut Vec<Term>) -> bool {
    if !relation.is_monotone {
        return false;
    }
    let mut end = |ends: fn(&Track) -> &Vec<i64>| -> Option<Decimal> {
        let part = |part: crate::rankings::policy::Part| {
            let track = &tracks[part.column];
            match sheet.valued(part.column, row) {
                Slot::Empty(state @ (State::Missing | State::Exempt)) => Err(state),
                _ if grid::is_limit(ends(track)[row]) => Ok(grid::decimal(ends(track)[row], track.scale)),
                _ => Err(State::Unpublished),
            }
        };
        sheet.make(relation.column, &relation.parts, row, part, terms).ok().flatten()
    };
    let (low, high) = (end(|track| &track.low), end(|track| &track.high));
    let track = &mut tracks[relation.column];
    let mut changed = false;
    if let Some(low) = low {
        changed |= track.raise(row, grid::at_least(low, track.scale, grid::Towards::Lower), Cause::Parts);
    }
    if let Some(high) = high {
        changed |= track.lower(row, grid::at_most(high, track.scale, grid::Towards::Higher), Cause::Parts);
    }
    changed
}

/// What the parts of one row add up to, at least and at most.
struct Sums<'a> {
    equation: &'a Equation,
    low: End,
    high: End,
    /// What an adjustment adds.
    shift: i128,
}

/// One end of a sum: the limits that there are, and how many parts have none.
#[derive(Clone, Copy, Default)]
struct End {
    sum: i128,
    n_open: usize,
}

impl End {
    fn add(&mut self, limit: i64, factor: i128) -> Option<()> {
        match grid::is_limit(limit) {
            _ if factor == 0 => {}
            true => self.sum = self.sum.checked_add(i128::from(limit).checked_mul(factor)?)?,
            false => self.n_open += 1,
        }
        Some(())
    }

    /// The sum of all, if each has a limit.
    fn whole(self) -> Option<i128> {
        (self.n_open == 0).then_some(self.sum)
    }

    /// The sum of the others, if each has a limit.
    fn without(self, limit: i64, factor: i128) -> Option<i128> {
        match (grid::is_limit(limit), self.n_open) {
            (true, 0) => Some(self.sum - i128::from(limit) * factor),
            (false, 1) => Some(self.sum),
            _ => None,
        }
    }
}

impl<'a> Sums<'a> {
    fn of(sheet: &Sheet, tracks: &[Track], relation: &Relation, equation: &'a Equation, row: usize) -> Option<Self> {
        let (mut low, mut high) = (End::default(), End::default());
        for (part, &factor) in relation.parts.iter().zip(&equation.factors) {
            low.add(tracks[part.column].low[row], factor)?;
            high.add(tracks[part.column].high[row], factor)?;
        }
        let shift = equation.shift(sheet.adjustment(relation.column, row))?;
        Some(Self { equation, low, high, shift })
    }

    /// Limits the total of a sum.
    fn limit_total(&self, tracks: &mut [Track], relation: &Relation, row: usize) -> bool {
        let track = &mut tracks[relation.column];
        let total = |sum: i128| sum.checked_add(self.shift);
        let mut changed = false;
        if let Some(over) = self.low.whole().and_then(total) {
            changed |= track.raise(row, track.quotient_low(over, self.equation.divisor), Cause::Parts);
        }
        if let Some(over) = self.high.whole().and_then(total) {
            changed |= track.lower(row, track.quotient_high(over, self.equation.divisor), Cause::Parts);
        }
        changed
    }

    /// Limits each part by the total and the others.
    fn limit_parts(&self, tracks: &mut [Track], relation: &Relation, row: usize) -> bool {
        let total = &tracks[relation.column];
        let least = self.parts_sum(total.low[row], -self.equation.slack);
        let most = self.parts_sum(total.high[row], self.equation.slack);
        let mut changed = false;
        for (part, &factor) in relation.parts.iter().zip(&self.equation.factors) {
            let track = &mut tracks[part.column];
            let (low, high) = (track.low[row], track.high[row]);
            if factor == 0 || low == high || track.kind[row] != Kind::Live {
                continue;
            }
            let over = |sum: Option<i128>, others: Option<i128>| sum?.checked_sub(others?);
            if let Some(over) = over(least, self.high.without(high, factor)) {
                changed |= track.raise(row, track.quotient_low(over, factor), Cause::Total);
            }
            if let Some(over) = over(most, self.low.without(low, factor)) {
                changed |= track.lower(row, track.quotient_high(over, factor), Cause::Total);
            }
        }
        changed
    }

    /// What the parts add up to where the total is at a limit.
    fn parts_sum(&self, total: i64, slack: i128) -> Option<i128> {
        let sum = i128::from(total).checked_mul(self.equation.divisor)?;
        grid::is_limit(total).then_some(sum)?.checked_add(slack)?.checked_sub(self.shift)
    }
}
