//! Rule 1: what a statement prints, with `others` spelled out, and what a cell says was announced.
//!
//! An announced number of a leaf, a given total or a sum stands for itself (98 is 98.0), widened by `within` for a
//! total; one of another total may have been rounded, by half a unit of its last printed decimal. By hand: `{ rank: 1,
//! score: 24, units: [a, b] }` makes the scores of a and b 24 and their ranks 1, and nobody else's rank is 1.

use rust_decimal::Decimal;

use super::believed::{Believed, rank};
use super::problem::Problem;
use super::rank_bounds::{OPEN_END, RankBounds, RankBucket};
use super::score_bounds::{Cause, Conflict, ScoreBounds};
use crate::model::{Cell, Column, StatedRank, StatedScore, Statement};
use crate::rankings::sheet::{CellInput, Sheet, announced_apart};

/// Columns with more buckets are not reasoned about.
const MAX_BUCKETS: u32 = 1 << 20;

/// Takes over what is announced and believed.
pub(super) fn apply(sheet: &Sheet, believed: &Believed, problem: &mut Problem) {
    let statements = || {
        let all = sheet.group.statements.iter().enumerate();
        all.filter(|(index, _)| believed.statement(*index)).map(|(_, statement)| statement)
    };
    for statement in statements() {
        if let Some(scores) = problem.columns.get_mut(statement.column.index()).filter(|scores| scores.is_shown) {
            say_score(sheet, statement, scores);
        }
    }
    for (column, scores) in sheet.scheme.columns().zip(&mut problem.columns).filter(|(_, scores)| scores.is_shown) {
        say_cells(sheet, column, believed, scores);
        let mut here: Vec<&Statement> = statements().filter(|statement| statement.column == column).collect();
        here.sort_by_key(|statement| !statement.last);
        let Some(mut ranks) = scores.ranks.take() else { continue };
        let cells: Vec<(usize, &StatedRank)> = cell_ranks(sheet, column, believed).collect();
        let is_possible = build(sheet, column, &mut ranks, (&here, &cells), scores).is_some();
        scores.ranks = Some(ranks).filter(|ranks| !ranks.buckets.is_empty());
        if !is_possible {
            scores.contradict(Conflict::Column);
        }
    }
}

/// The scores that a statement gives to the units that it names.
fn say_score(sheet: &Sheet, statement: &Statement, scores: &mut ScoreBounds) {
    let Some(score) = statement.score else { return };
    for row in rows(sheet, statement) {
        say(sheet, statement.column, row, score, scores);
    }
}

/// The rows that a statement names.
fn rows(sheet: &Sheet, statement: &Statement) -> impl Iterator<Item = usize> {
    let n_rows = sheet.rows;
    statement.rows.iter().map(|&row| row.index()).filter(move |&row| row < n_rows)
}

/// A cell of a made total holds an announced number.
fn say_cells(sheet: &Sheet, column: Column, believed: &Believed, scores: &mut ScoreBounds) {
    for (row, announced) in sheet.announced_cells.column(column).filter(|_| sheet.is_made(column)) {
        let is_believed = believed.cell(column, row) && !announced.is_score_disputed;
        if let (Cell::Score(number), true) = (sheet.written(column, row), is_believed) {
            say(sheet, column, row, StatedScore::One(number), scores);
        }
    }
}

/// Narrows a score by an announced one, unless the number is known without it.
fn say(sheet: &Sheet, column: Column, row: usize, score: StatedScore, scores: &mut ScoreBounds) {
    use crate::rankings::sheet::Origin::{Announced, Printed};
    if matches!(sheet.shown(column, row), CellInput::Known(_, Announced | Printed) | CellInput::Empty(_)) {
        let (low, high) = interval(sheet, column, score, scores);
        scores.raise(row, low, Cause::Stated);
        scores.lower(row, high, Cause::Stated);
    }
}

/// The interval that an announced score stands for.
fn interval(sheet: &Sheet, column: Column, score: StatedScore, scores: &ScoreBounds) -> (i64, i64) {
    let (low, high) = match score {
        StatedScore::One(number) => (number, number),
        StatedScore::Between(low, high) => (low, high),
    };
    let apart = |number: Decimal| announced_apart(sheet.scheme, column, number);
    let low = low.checked_sub(apart(low)).unwrap_or(low);
    scores.limits(low, high.checked_add(apart(high)).unwrap_or(high))
}

/// Makes the buckets of a column; answers nothing where statements leave a unit no rank.
fn build(
    sheet: &Sheet,
    column: Column,
    ranks: &mut RankBounds,
    (said, cells): (&[&Statement], &[(usize, &StatedRank)]),
    scores: &mut ScoreBounds,
) -> Option<()> {
    ranks.last = last(ranks, said)?;
    let worst = ranks.worst_bucket();
    let farthest = said.iter().filter_map(|s| s.rank.as_ref()).chain(cells.iter().map(|(_, rank)| *rank));
    let farthest = farthest.filter_map(|rank| ranks.bucket(rank.worst())).max().unwrap_or(0);
    let n_buckets = if worst == OPEN_END { farthest.saturating_add(2) } else { worst.max(farthest).saturating_add(1) };
    if n_buckets > MAX_BUCKETS {
        return Some(());
    }
    ranks.buckets = vec![RankBucket::UNKNOWN; n_buckets as usize];
    for row in (0..sheet.rows).filter(|&row| ranks.is_ranked[row]).collect::<Vec<_>>() {
        ranks.narrow(row, 0, worst)?;
    }
    for statement in said {
        say_rank(sheet, column, ranks, statement, scores)?;
    }
    for &(row, rank) in cells {
        pin(ranks, row, rank)?;
    }
    Some(())
}

/// The last bucket, if announced; nothing if two are.
fn last(ranks: &RankBounds, said: &[&Statement]) -> Option<Option<u32>> {
    let lasts = said.iter().filter(|statement| statement.last);
    let mut buckets = lasts.filter_map(|statement| match statement.rank {
        Some(StatedRank::One(rank)) => ranks.bucket(rank),
        _ => None,
    });
    let first = buckets.next();
    buckets.all(|bucket| Some(bucket) == first).then_some(first)
}

/// The ranks that cells themselves say were announced, as far as they are believed.
fn cell_ranks<'a>(
    sheet: &Sheet<'a>,
    column: Column,
    believed: &Believed,
) -> impl Iterator<Item = (usize, &'a StatedRank)> {
    let rows = sheet.announced_cells.column(column).map(|(row, _)| row);
    rows.filter(move |&row| believed.cell(column, row)).filter_map(move |row| Some((row, rank(sheet, column, row)?)))
}

/// Takes over the rank of a statement, for its units and for the bucket.
fn say_rank(
    sheet: &Sheet,
    column: Column,
    ranks: &mut RankBounds,
    statement: &Statement,
    scores: &mut ScoreBounds,
) -> Option<()> {
    let named: Vec<usize> = rows(sheet, statement).filter(|&row| ranks.is_ranked[row]).collect();
    let Some(rank) = &statement.rank else {
        if statement.last {
            say_bottom(sheet, column, ranks, statement, scores);
        }
        return Some(());
    };
    for &row in &named {
        pin(ranks, row, rank)?;
    }
    let StatedRank::One(rank) = rank else { return Some(()) };
    let Some(number) = ranks.bucket(*rank) else { return Some(()) };
    let shared = statement.score.map(|score| ranks.shared_interval(interval(sheet, column, score, scores)));
    let Some(bucket) = ranks.buckets.get_mut(number as usize).filter(|_| !named.is_empty()) else { return Some(()) };
    if let Some((worst, best)) = shared {
        (bucket.worst, bucket.best) = (bucket.worst.max(worst), bucket.best.min(best));
    }
    bucket.is_held = true;
    bucket.is_closed |= statement.is_exhaustive();
    Some(())
}

/// A score said to be the last, without its rank: nobody has less, and where all who have it are named, others more.
fn say_bottom(sheet: &Sheet, column: Column, ranks: &RankBounds, statement: &Statement, scores: &mut ScoreBounds) {
    let Some(score) = statement.score else { return };
    let (worst, _) = ranks.shared_interval(interval(sheet, column, score, scores));
    let is_named = |row: usize| statement.rows.iter().any(|&named| named.index() == row);
    for row in (0..sheet.rows).filter(|&row| ranks.is_ranked[row]) {
        let min_gap = if statement.is_exhaustive() && !is_named(row) { ranks.min_gap } else { 0 };
        let worst = super::grid::shift(worst, min_gap);
        if ranks.is_ascending {
            scores.lower(row, -worst, Cause::Ranks);
        } else {
            scores.raise(row, worst, Cause::Ranks);
        }
    }
}

/// Narrows the ranks of a unit by its announced rank.
fn pin(ranks: &mut RankBounds, row: usize, rank: &StatedRank) -> Option<()> {
    let (Some(best), Some(worst)) = (ranks.bucket(rank.best()), ranks.bucket(rank.worst())) else { return Some(()) };
    if !ranks.is_ranked[row] {
        return Some(());
    }
    ranks.pinned[row] |= best == worst;
    ranks.narrow(row, best, worst).map(|_| ())
}
