//! Why a proved number or interval holds.

use rust_decimal::Decimal;

use super::grid;
use super::rank_bounds::{OPEN_END, RankBounds};
use super::score_bounds::{Cause, ScoreBounds};
use crate::model::{Aggregate, Column, Order, Rank};
use crate::rankings::policy::WeightedPart;
use crate::rankings::sheet::{CellInput, Sheet};
use crate::rankings::standing::Reason;

/// Why an exact number holds, by a sum that the reader can do again.
pub(super) fn of_exact(sheet: &Sheet, column: Column, row: usize) -> Option<Reason> {
    let value = sheet.shown(column, row).number()?;
    from_parts(sheet, column, row, value).or_else(|| from_total(sheet, column, row, value))
}

/// Why an interval holds, by what set each end last; the limits of a criterion say least.
pub(super) fn of_interval(sheet: &Sheet, scores: &ScoreBounds, column: Column, row: usize) -> Reason {
    let reason = |cause, end| of_end(sheet, scores, column, row, (cause, end));
    let ends = |low, high| Reason::Ends {
        low: Box::new(reason(low, Some(IntervalEnd::Low))),
        high: Box::new(reason(high, Some(IntervalEnd::High))),
    };
    match (scores.low_cause[row], scores.high_cause[row]) {
        // A rank beside it explains one end alone.
        (Cause::Ranks, Cause::Ranks) => match reason(Cause::Ranks, None) {
            both @ Reason::Neighbours { above: Some(_), below: Some(_) } => both,
            Reason::Neighbours { above: None, below: None } => Reason::Ranks,
            _ => ends(Cause::Ranks, Cause::Ranks),
        },
        (low, high) if low == high => reason(low, None),
        (Cause::Limits, cause) => reason(cause, Some(IntervalEnd::High)),
        (cause, Cause::Limits) => reason(cause, Some(IntervalEnd::Low)),
        (low, high) => ends(low, high),
    }
}

/// An end of an interval.
#[derive(Clone, Copy, PartialEq, Eq)]
enum IntervalEnd {
    Low,
    High,
}

/// What the ranks say of one end: the nearest known place on its side, or that it follows from more than one.
fn of_ranks(sheet: &Sheet, column: Column, both: Reason, end: IntervalEnd) -> Reason {
    let Reason::Neighbours { above, below } = both else { return both };
    let is_better_higher = sheet.scheme.column_rule(column).order == Order::Descending;
    match if is_better_higher == (end == IntervalEnd::High) { (above, None) } else { (None, below) } {
        (None, None) => Reason::Ranks,
        (above, below) => Reason::Neighbours { above, below },
    }
}

/// Why one end of an interval holds, or both.
fn of_end(
    sheet: &Sheet,
    scores: &ScoreBounds,
    column: Column,
    row: usize,
    (cause, end): (Cause, Option<IntervalEnd>),
) -> Reason {
    let statement = || sheet.announced_cells.get(column, row)?.statement;
    match (cause, &scores.ranks) {
        (Cause::Ranks, Some(ranks)) => {
            let both = neighbours(scores, ranks, row);
            match end {
                Some(end) => of_ranks(sheet, column, both, end),
                None => both,
            }
        }
        (Cause::Total, _) => Reason::Remainder { column: parent(sheet, column) },
        (Cause::Parts, _) => Reason::Parts,
        (Cause::Own, _) => Reason::Own,
        (Cause::Stated, _) => statement().map_or(Reason::Own, |index| {
            let statement = &sheet.group.statements[index];
            Reason::Stated { column, number: statement.number }
        }),
        (Cause::Limits | Cause::Ranks, _) => Reason::Limits,
    }
}

/// The column that a criterion is a part of.
fn parent(sheet: &Sheet, column: Column) -> Column {
    sheet.scheme.criterion(column).and_then(|criterion| criterion.parent).unwrap_or(sheet.total())
}

fn from_parts(sheet: &Sheet, column: Column, row: usize, value: Decimal) -> Option<Reason> {
    if !sheet.is_made(column) {
        return None;
    }
    let parts = sheet.parts(column);
    let terms = weighted(sheet, column, &parts, row)?;
    let is_sum = sheet.scheme.aggregate(column) == Aggregate::Sum && adds_up(&terms, value);
    Some(if is_sum { Reason::TotalFromParts { parts: terms } } else { Reason::Parts })
}

fn from_total(sheet: &Sheet, column: Column, row: usize, value: Decimal) -> Option<Reason> {
    let (above, criterion) = (parent(sheet, column), sheet.scheme.criterion(column)?);
    if !criterion.scored || !sheet.is_made(above) {
        return None;
    }
    let parts: Vec<WeightedPart> = sheet.parts(above).into_iter().filter(|part| part.column != column).collect();
    let (total, mut terms) = (sheet.shown(above, row).number()?, weighted(sheet, above, &parts, row)?);
    let others = terms.clone();
    terms.push(value.checked_mul(criterion.weight)?);
    let is_sum = sheet.scheme.aggregate(above) == Aggregate::Sum && criterion.weight == Decimal::ONE;
    Some(if is_sum && adds_up(&terms, total) {
        Reason::PartFromTotal { total, others, column: above }
    } else {
        Reason::Remainder { column: above }
    })
}

/// The parts times their weights, and an adjustment if there is one; none if a part is not known.
fn weighted(sheet: &Sheet, column: Column, parts: &[WeightedPart], row: usize) -> Option<Vec<Decimal>> {
    let term = |part: &WeightedPart| match sheet.valued(part.column, row) {
        CellInput::Known(number, _) => number.checked_mul(part.weight),
        CellInput::Empty(_) => None,
    };
    let mut terms = parts.iter().map(term).collect::<Option<Vec<Decimal>>>()?;
    terms.extend(Some(sheet.adjustment(column, row)).filter(|points| !points.is_zero()));
    Some(terms)
}

fn adds_up(terms: &[Decimal], total: Decimal) -> bool {
    crate::rankings::exact::sum(terms.iter().copied()) == Some(total)
}

/// The nearest ranks on both sides whose score is known.
fn neighbours(scores: &ScoreBounds, ranks: &RankBounds, row: usize) -> Reason {
    let (best, worst) = ranks.possible[row];
    let score = |bucket: u32| -> Option<(Rank, Decimal)> {
        let known = ranks.buckets.get(bucket as usize).filter(|known| known.is_held && known.worst == known.best)?;
        let (score, _) = ranks.score_interval((known.worst, known.best));
        grid::is_limit(score).then(|| (ranks.rank(bucket), grid::decimal(score, scores.scale)))
    };
    let n_buckets = u32::try_from(ranks.buckets.len()).unwrap_or(OPEN_END);
    let above = (1..best.min(n_buckets)).rev().find_map(score);
    let below = (worst.saturating_add(1)..n_buckets)
        .find_map(|bucket| score(bucket).map(|(rank, number)| (rank, number, ranks.last == Some(bucket))));
    Reason::Neighbours { above, below }
}
