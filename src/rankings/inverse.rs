//! The score of a leaf that follows from a printed value of what it is a part of, whichever rule makes that.
//!
//! `bounds` solves sums and means of which all parts are there. Here are the others: rescaled ones, geometric means, and
//! leaves whose raw values become points. What is made only grows, or only falls, with one of its parts, so that the scores
//! which agree with what is printed stand beside each other, and the first and the last of them are found by halving. If
//! they are one and the same, a reader finds it too. By hand: of 30 points 10 are exempt, 4 are known and 15 are printed,
//! so that the third part is 15 × 20/30 − 4 = 6.
//!
//! Where points are made with the values of all units, a printed value of another unit gives a score away too. By hand:
//! with `best` and 10 points for the best, a unit with 10 has 5 points, so that the best value is 20; if nobody else has
//! it, the withheld one is 20. With `z-score` the points of another unit turn once while the withheld value grows, so that
//! two values may agree with them, and the points of a third unit tell which of the two it is.

use std::cmp::Ordering;

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, MathematicalOps};

use super::policy::WeightedPart;
use super::sheet::{CellInput, Origin, Sheet};
use super::totals::Term;
use super::{exact, normalise};
use crate::model::{Aggregate, Cell, Column, Method, Normalise, Rounding};

/// How far from zero raw values are looked for that have no limits.
const FARTHEST: i64 = 1_000_000_000;

/// Of how many other units printed values are looked at: as a rule all of them tell the same.
const OTHERS_MAX: usize = 8;

/// Steps that stand beside each other: the first and the last.
type Steps = (i64, i64);

/// Finds scores that follow; it holds what is needed for all leaves of a group.
pub(super) struct Inverse<'s, 'g> {
    sheet: &'s Sheet<'g>,
    /// What each column is a part of.
    wholes: Vec<Option<Column>>,
    /// The parts of each column.
    parts: Vec<Vec<WeightedPart>>,
    /// How often a whole was made: the work that was done.
    pub(super) n_made: usize,
    terms: Vec<Term>,
}

/// A leaf, and a printed value that rests on it.
struct Question<'s> {
    /// Whose value is printed.
    row: usize,
    /// The columns from the leaf up to the one that is printed.
    way: Vec<Column>,
    printed: Decimal,
    /// How its raw values become points, with those of the other units where these count, and which of these points are
    /// those of the printed value: the score that is looked for stands last.
    rule: Option<(&'s Normalise, Vec<Decimal>, usize)>,
    /// The first score that there is, the step to the next one, and how many steps there are.
    first: Decimal,
    step: Decimal,
    steps: i64,
}

impl<'s, 'g> Inverse<'s, 'g> {
    pub(super) fn new(sheet: &'s Sheet<'g>) -> Self {
        let parts: Vec<Vec<WeightedPart>> = sheet.scheme.columns().map(|column| sheet.parts(column)).collect();
        let mut wholes = vec![None; parts.len()];
        for (column, parts) in sheet.scheme.columns().zip(&parts) {
            parts.iter().for_each(|part| wholes[part.column] = Some(column));
        }
        Self { sheet, wholes, parts, n_made: 0, terms: Vec::new() }
    }

    /// Whether just one score of a leaf agrees with what is printed above it.
    pub(super) fn has_one(&mut self, column: Column, row: usize) -> bool {
        let own = self.question(column, row, row);
        if own.is_some_and(|question| self.has_one_answer(&question)) {
            return true;
        }
        if !self.sheet.normalisation(column).is_some_and(|rule| rule.method.tells_of_others()) {
            return false;
        }
        let others = (0..self.sheet.rows).filter(|&other| other != row);
        let mut questions: Vec<Question<'_>> =
            others.filter_map(|other| self.question(column, row, other)).take(OTHERS_MAX).collect();
        questions.extend(self.question(column, row, row));
        let mut agreeing: Option<Vec<Steps>> = None;
        for question in &questions {
            let answers = self.answers(question);
            if count(&answers) == 1 {
                return true;
            }
            agreeing = Some(match agreeing {
                Some(before) => common(&before, &answers),
                None => answers,
            });
        }
        agreeing.is_some_and(|steps| count(&steps) == 1)
    }

    fn has_one_answer(&mut self, question: &Question<'_>) -> bool {
        count(&self.answers(question)) == 1
    }

    /// The scores that agree with what is printed.
    fn answers(&mut self, question: &Question<'_>) -> Vec<Steps> {
        let is_sum = question.way.last().is_some_and(|&whole| self.sheet.scheme.aggregate(whole) == Aggregate::Sum);
        // A printed sum stands for itself; where no score agrees with it so, it may have been rounded.
        let exact = if is_sum { self.found(question, false).unwrap_or_default() } else { Vec::new() };
        if exact.is_empty() { self.found(question, true).unwrap_or_default() } else { exact }
    }

    /// The nearest printed value of a unit above a leaf, if everything else that makes it is known than the score of `of`.
    fn question(&self, column: Column, of: usize, row: usize) -> Option<Question<'s>> {
        let sheet = self.sheet;
        if sheet.is_made(column) || column == sheet.total() {
            return None;
        }
        let mut way = vec![column];
        let printed = loop {
            let part = *way.last()?;
            let whole = self.wholes[part]?;
            let others = self.parts[whole].iter().filter(|other| other.column != part);
            if others.map(|other| sheet.valued(other.column, row)).any(|slot| slot.number().is_none() && slot.exists())
            {
                return None;
            }
            way.push(whole);
            match sheet.shown(whole, row) {
                CellInput::Known(number, Origin::Announced | Origin::Printed) => break number,
                CellInput::Known(..) => return None,
                CellInput::Empty(_) => {}
            }
        };
        let rule = match sheet.normalisation(column) {
            Some(rule) => {
                let others = self.others(rule, column, of)?;
                let at = others.iter().position(|(other, _)| *other == row);
                let at = if row == of { Some(others.len()) } else { at };
                Some((rule, others.into_iter().map(|(_, value)| value).collect(), at?))
            }
            None => None,
        };
        let (first, last, step) = self.grid(column, of, rule.as_ref().map(|(rule, ..)| *rule))?;
        let steps = last.checked_sub(first)?.checked_div(step)?.trunc();
        Some(Question { row, way, printed, rule, first, step, steps: steps.try_into().ok()? })
    }

    /// The raw values of the other units that points are made with, each with its row; none where one is not known.
    fn others(&self, rule: &Normalise, column: Column, row: usize) -> Option<Vec<(usize, Decimal)>> {
        if !rule.method.is_relative() {
            return Some(Vec::new());
        }
        let others = (0..self.sheet.rows).filter(|&other| other != row && self.sheet.is_in_ranking(other));
        let others = others.map(|other| (other, self.sheet.shown(column, other))).filter(|(_, slot)| slot.exists());
        others.map(|(other, slot)| Some((other, slot.number()?))).collect()
    }

    /// The scores that a leaf can have: from, to, and the step between two of them.
    fn grid(&self, column: Column, row: usize, rule: Option<&Normalise>) -> Option<(Decimal, Decimal, Decimal)> {
        let sheet = self.sheet;
        let written = || {
            (0..sheet.rows).filter_map(|other| match sheet.written(column, other) {
                Cell::Score(number) => Some(number.scale()),
                Cell::Empty(_) => None,
            })
        };
        let decimals = sheet.scheme.column_decimals(column).or_else(|| written().max()).unwrap_or(0);
        let step = Decimal::try_new(1, decimals).ok()?;
        let own = sheet.announced_cells.get(column, row).map(|cell| cell.cell_bounds).unwrap_or_default();
        let far = Decimal::from(FARTHEST);
        let max = sheet.scheme.column_max(column).filter(|_| rule.is_none());
        let least = match rule {
            Some(rule) if rule.log || rule.method == Method::Best => step,
            _ if max.is_some() => Decimal::ZERO,
            _ => -far,
        };
        Some((own.0.unwrap_or(least), own.1.or(max).unwrap_or(far), step))
    }

    /// The steps whose scores agree with what is printed: exactly, or once the whole is rounded as that was.
    fn found(&mut self, question: &Question<'_>, rounded: bool) -> Option<Vec<Steps>> {
        let mut found = Vec::new();
        for (from, to) in question.pieces() {
            let is_falling = self.whole(question, to)? < self.whole(question, from)?;
            let mut compare = |step: i64| {
                let order = self.compared(question, step, rounded)?;
                Some(if is_falling { order.reverse() } else { order })
            };
            // The first score that is not too low, and the first behind it that is too high.
            let first = halve((from, to), |step| Some(compare(step)? != Ordering::Less))?;
            let behind = halve((from, to), |step| Some(compare(step)? == Ordering::Greater))?;
            found.extend((first < behind).then_some((first, behind - 1)));
        }
        Some(found)
    }

    /// Where the whole lies that a score makes: too low, too high, or as it is printed.
    fn compared(&mut self, question: &Question<'_>, step: i64, rounded: bool) -> Option<Ordering> {
        let mut whole = self.whole(question, step)?;
        if rounded {
            whole = exact::round(whole, question.printed.scale(), Rounding::HalfUp);
        }
        let over = whole.checked_sub(question.printed)?;
        let within = self.sheet.scheme.within;
        Some(if over < -within {
            Ordering::Less
        } else if over > within {
            Ordering::Greater
        } else {
            Ordering::Equal
        })
    }

    /// What a score makes of the whole that is printed.
    fn whole(&mut self, question: &Question<'_>, step: i64) -> Option<Decimal> {
        self.n_made += 1;
        let score = question.first.checked_add(question.step.checked_mul(Decimal::from(step))?)?;
        let mut value = match &question.rule {
            Some((rule, others, at)) => {
                let values: Vec<Decimal> = others.iter().copied().chain([score]).collect();
                (*normalise::points(rule, &values).get(*at)?)?
            }
            None => score,
        };
        for pair in question.way.windows(2) {
            let &[part, whole] = pair else { continue };
            let cell = |other: WeightedPart| {
                if other.column == part { Ok(value) } else { self.sheet.valued(other.column, question.row).part() }
            };
            value = self.sheet.make(whole, &self.parts[whole], question.row, cell, &mut self.terms).ok()??;
        }
        Some(value)
    }
}

/// The first step of some at which something holds that goes on holding; one behind the last where it never does.
fn halve((from, to): Steps, mut holds: impl FnMut(i64) -> Option<bool>) -> Option<i64> {
    let (mut low, mut high) = (from, to + 1);
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle)? { high = middle } else { low = middle + 1 }
    }
    Some(low)
}

/// How many steps there are.
fn count(steps: &[Steps]) -> i64 {
    steps.iter().map(|(first, last)| last - first + 1).sum()
}

/// The steps that are in both.
fn common(a: &[Steps], b: &[Steps]) -> Vec<Steps> {
    let pairs = a.iter().flat_map(|a| b.iter().map(move |b| (a.0.max(b.0), a.1.min(b.1))));
    pairs.filter(|(first, last)| first <= last).collect()
}

impl Question<'_> {
    /// The steps between which the points of the printed unit only grow, or only fall.
    fn pieces(&self) -> Vec<Steps> {
        let turn =
            self.turn().and_then(|score| score.checked_sub(self.first)?.checked_div(self.step)?.floor().to_i64());
        match turn.filter(|turn| (0..self.steps).contains(turn)) {
            Some(turn) => vec![(0, turn), (turn + 1, self.steps)],
            None => vec![(0, self.steps)],
        }
    }

    /// The score at which the points of another unit turn. A z-score does once: where the others have the mean μ and the
    /// squares D of their distances from it, that of one at a distance d turns at μ − D / ((n − 1)·d).
    fn turn(&self) -> Option<Decimal> {
        let (rule, others, at) = self.rule.as_ref()?;
        if rule.method != Method::ZScore {
            return None;
        }
        let measured = others.iter().map(|&value| if rule.log { value.checked_ln() } else { Some(value) });
        let measured: Vec<Decimal> = measured.collect::<Option<_>>()?;
        let n = Decimal::from(measured.len());
        let mean = exact::sum(measured.iter().copied())?.checked_div(n)?;
        let square = |value: &Decimal| value.checked_sub(mean).and_then(|distance| distance.checked_mul(distance));
        let squares = exact::sum(measured.iter().map(square).collect::<Option<Vec<_>>>()?)?;
        let distance = measured.get(*at)?.checked_sub(mean)?;
        let turn = mean.checked_sub(squares.checked_div(n.checked_mul(distance)?)?)?;
        if rule.log { turn.checked_exp() } else { Some(turn) }
    }
}
