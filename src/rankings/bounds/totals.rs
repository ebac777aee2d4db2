//! Rule 5: for `sum` and `mean`, a total follows from its parts and a part from the total and the other parts,
//! adjustments included. With rule 0, any total lies between what its parts' ends make.
//!
//! By hand: 98 − 24 − 14 − 15 − 23 = 22; 24 + 6 + 24 + 15 + 23 = 92; with parts of 24, 9.1 to 11.9, 24 and 23, and a
//! total of 95, the fifth part is from 12.1 to 14.9.

use rust_decimal::Decimal;

use super::grid;
use super::problem::Problem;
use super::relation::{Equation, Relation};
use super::score_bounds::{Cause, CellKind, ScoreBounds};
use crate::model::{Column, State};
use crate::rankings::sheet::{CellInput, Sheet};
use crate::rankings::totals::Term;

/// Goes through every total and its parts; answers whether anything changed.
pub(super) fn apply(sheet: &Sheet, problem: &mut Problem) -> bool {
    let Problem { columns, relations } = problem;
    let mut changed = false;
    let mut terms = Vec::new();
    for relation in relations.iter() {
        for row in 0..sheet.rows {
            let is_contradicted = |column: Column| columns[column].contradiction.is_some();
            if is_contradicted(relation.column) || relation.parts.iter().any(|part| is_contradicted(part.column)) {
                break;
            }
            if is_settled(columns, relation, row) || !sheet.shown(relation.column, row).exists() {
                continue;
            }
            let is_plain = relation.parts.iter().all(|part| columns[part.column].kind[row] != CellKind::Absent);
            let equation = relation.equation.as_ref().filter(|_| is_plain);
            let sums = equation.and_then(|equation| Sums::of(sheet, columns, relation, equation, row));
            changed |= match &sums {
                Some(sums) if sums.equation.is_sum => sums.limit_total(columns, relation, row),
                _ => make_total(sheet, columns, relation, row, &mut terms),
            };
            if let Some(sums) = &sums {
                changed |= sums.limit_parts(columns, relation, row);
            }
        }
    }
    changed
}

/// Whether the total and all its parts are known, so that nothing can be learnt.
fn is_settled(columns: &[ScoreBounds], relation: &Relation, row: usize) -> bool {
    let is_known = |column: Column| {
        columns[column].low[row] == columns[column].high[row] || columns[column].kind[row] == CellKind::Absent
    };
    is_known(relation.column) && relation.parts.iter().all(|part| is_known(part.column))
}

/// Limits a total by what the ends of its parts make: for means, roots and rescaled rows.
fn make_total(
    sheet: &Sheet,
    columns: &mut [ScoreBounds],
    relation: &Relation,
    row: usize,
    terms: &mut Vec<Term>,
) -> bool {
    if !relation.is_monotone {
        return false;
    }
    let mut end = |ends: fn(&ScoreBounds) -> &Vec<i64>| -> Option<Decimal> {
        let part = |part: crate::rankings::policy::WeightedPart| {
            let scores = &columns[part.column];
            match sheet.valued(part.column, row) {
                CellInput::Empty(state) if state.absence().is_some() => Err(state),
                _ if grid::is_limit(ends(scores)[row]) => Ok(grid::decimal(ends(scores)[row], scores.scale)),
                _ => Err(State::Unpublished),
            }
        };
        sheet.make(relation.column, &relation.parts, row, part, terms).ok().flatten()
    };
    let (low, high) = (end(|scores| &scores.low), end(|scores| &scores.high));
    let scores = &mut columns[relation.column];
    let mut changed = false;
    if let Some(low) = low {
        changed |= scores.raise(row, grid::at_least(low, scores.scale, grid::Towards::Lower), Cause::Parts);
    }
    if let Some(high) = high {
        changed |= scores.lower(row, grid::at_most(high, scores.scale, grid::Towards::Higher), Cause::Parts);
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
    fn of(
        sheet: &Sheet,
        columns: &[ScoreBounds],
        relation: &Relation,
        equation: &'a Equation,
        row: usize,
    ) -> Option<Self> {
        let (mut low, mut high) = (End::default(), End::default());
        for (part, &factor) in relation.parts.iter().zip(&equation.factors) {
            low.add(columns[part.column].low[row], factor)?;
            high.add(columns[part.column].high[row], factor)?;
        }
        let shift = equation.shift(sheet.adjustment(relation.column, row))?;
        Some(Self { equation, low, high, shift })
    }

    /// Limits the total of a sum.
    fn limit_total(&self, columns: &mut [ScoreBounds], relation: &Relation, row: usize) -> bool {
        let scores = &mut columns[relation.column];
        let total = |sum: i128| sum.checked_add(self.shift);
        let mut changed = false;
        if let Some(over) = self.low.whole().and_then(total) {
            changed |= scores.raise(row, scores.quotient_low(over, self.equation.divisor), Cause::Parts);
        }
        if let Some(over) = self.high.whole().and_then(total) {
            changed |= scores.lower(row, scores.quotient_high(over, self.equation.divisor), Cause::Parts);
        }
        changed
    }

    /// Limits each part by the total and the others.
    fn limit_parts(&self, columns: &mut [ScoreBounds], relation: &Relation, row: usize) -> bool {
        let total = &columns[relation.column];
        let least = self.parts_sum(total.low[row], -self.equation.slack);
        let most = self.parts_sum(total.high[row], self.equation.slack);
        let mut changed = false;
        for (part, &factor) in relation.parts.iter().zip(&self.equation.factors) {
            let scores = &mut columns[part.column];
            let (low, high) = (scores.low[row], scores.high[row]);
            if factor == 0 || low == high || scores.kind[row] != CellKind::Narrowable {
                continue;
            }
            let over = |sum: Option<i128>, others: Option<i128>| sum?.checked_sub(others?);
            if let Some(over) = over(least, self.high.without(high, factor)) {
                changed |= scores.raise(row, scores.quotient_low(over, factor), Cause::Total);
            }
            if let Some(over) = over(most, self.low.without(low, factor)) {
                changed |= scores.lower(row, scores.quotient_high(over, factor), Cause::Total);
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
