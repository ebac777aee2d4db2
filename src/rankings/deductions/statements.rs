//! Rule 1: what a statement prints, with `others` spelled out, and what a cell says was announced.
//!
//! An announced number of a leaf, a given total or a sum stands for itself (98 is 98.0), widened by `within` for a
//! total; one of another total may have been rounded, by half a unit of its last printed decimal. By hand: `{ rank: 1,
//! score: 24, units: [a, b] }` makes the scores of a and b 24 and their ranks 1, and nobody else's rank is 1.

use rust_decimal::Decimal;

use super::board::Board;
use super::ladder::{Ladder, OPEN_END, Rung};
use super::track::{Cause, Track};
use crate::model::{Aggregate, Cell, StatedRank, StatedScore, Statement};
use crate::rankings::sheet::{Sheet, Slot};

/// Ranks beyond this are not reasoned about.
const FARTHEST: u32 = 1 << 20;

/// Takes over what is announced and believed.
pub(super) fn apply(sheet: &Sheet, believed: &[bool], board: &mut Board) {
    let statements = || {
        let all = sheet.group.statements.iter().zip(believed);
        all.filter(|(statement, believed)| **believed && statement.disputed.is_none()).map(|(statement, _)| statement)
    };
    for statement in statements() {
        if let Some(track) = board.tracks.get_mut(statement.column).filter(|track| track.is_shown) {
            say_score(sheet, statement, track);
        }
    }
    for (column, track) in board.tracks.iter_mut().enumerate().filter(|(_, track)| track.is_shown) {
        say_cells(sheet, column, track);
        let mut here: Vec<&Statement> = statements().filter(|statement| statement.column == column).collect();
        here.sort_by_key(|statement| !statement.last);
        let Some(mut ladder) = track.ladder.take() else { continue };
        let is_possible = build(sheet, column, &mut ladder, &here, track).is_some();
        track.ladder = Some(ladder).filter(|ladder| !ladder.rungs.is_empty());
        if !is_possible {
            track.stop(None);
        }
    }
}

/// The scores that a statement gives to the units that it names.
fn say_score(sheet: &Sheet, statement: &Statement, track: &mut Track) {
    let Some(score) = statement.score else { return };
    for row in rows(sheet, statement) {
        say(sheet, statement.column, row, score, track);
    }
}

/// The rows that a statement names.
fn rows(sheet: &Sheet, statement: &Statement) -> impl Iterator<Item = usize> {
    let n_rows = sheet.rows;
    statement.rows.iter().map(|&row| row as usize).filter(move |&row| row < n_rows)
}

/// A cell of a made total holds an announced number.
fn say_cells(sheet: &Sheet, column: usize, track: &mut Track) {
    for (row, notice) in sheet.notices.column(column).filter(|_| sheet.is_made(column)) {
        if let (Cell::Score(number), false) = (sheet.written(column, row), notice.disputed) {
            say(sheet, column, row, StatedScore::One(number), track);
        }
    }
}

/// Narrows a score by an announced one, unless the number is known without it.
fn say(sheet: &Sheet, column: usize, row: usize, score: StatedScore, track: &mut Track) {
    use crate::rankings::sheet::Origin::{Announced, Printed};
    if matches!(sheet.shown(column, row), Slot::Known(_, Announced | Printed) | Slot::Empty(_)) {
        let (low, high) = interval(sheet, column, score, track);
        track.raise(row, low, Cause::Stated);
        track.lower(row, high, Cause::Stated);
    }
}

/// The interval that an announced score stands for.
fn interval(sheet: &Sheet, column: usize, score: StatedScore, track: &Track) -> (i64, i64) {
    let (low, high) = match score {
        StatedScore::One(number) => (number, number),
        StatedScore::Between(low, high) => (low, high),
    };
    let apart = |number: Decimal| {
        if !sheet.is_made(column) {
            return Decimal::ZERO;
        }
        let half = match sheet.scheme.aggregate(column) {
            Aggregate::Sum => Decimal::ZERO,
            _ => Decimal::new(5, number.scale().saturating_add(1).min(28)),
        };
        sheet.scheme.within.checked_add(half).unwrap_or(half)
    };
    let low = low.checked_sub(apart(low)).unwrap_or(low);
    track.limits(low, high.checked_add(apart(high)).unwrap_or(high))
}

/// Builds the rungs of a column; answers nothing where statements leave a unit no place.
fn build(sheet: &Sheet, column: usize, ladder: &mut Ladder, said: &[&Statement], track: &mut Track) -> Option<()> {
    ladder.last = last(ladder, said)?;
    let worst = ladder.worst_place();
    let farthest = said.iter().filter_map(|s| s.rank.as_ref()).chain(cell_ranks(sheet, column).map(|(_, rank)| rank));
    let farthest = farthest.filter_map(|rank| ladder.place(rank.worst())).max().unwrap_or(0);
    let n_rungs = if worst == OPEN_END { farthest.saturating_add(2) } else { worst.max(farthest).saturating_add(1) };
    if n_rungs > FARTHEST {
        return Some(());
    }
    ladder.rungs = vec![Rung::FREE; n_rungs as usize];
    for row in (0..sheet.rows).filter(|&row| ladder.counted[row]).collect::<Vec<_>>() {
        ladder.narrow(row, 0, worst)?;
    }
    for statement in said {
        say_rank(sheet, column, ladder, statement, track)?;
    }
    for (row, rank) in cell_ranks(sheet, column) {
        pin(ladder, row, rank)?;
    }
    Some(())
}

/// The last place, if announced; nothing if two are.
fn last(ladder: &Ladder, said: &[&Statement]) -> Option<Option<u32>> {
    let lasts = said.iter().filter(|statement| statement.last);
    let mut places = lasts.filter_map(|statement| match statement.rank {
        Some(StatedRank::One(rank)) => ladder.place(rank),
        _ => None,
    });
    let first = places.next();
    places.all(|place| Some(place) == first).then_some(first)
}

/// The ranks that cells themselves say were announced.
fn cell_ranks<'a>(sheet: &'a Sheet, column: usize) -> impl Iterator<Item = (usize, &'a StatedRank)> + use<'a> {
    let cells = sheet.group.columns.get(column);
    (0..sheet.rows).filter_map(move |row| {
        let cells = cells.filter(|cells| row < cells.len())?;
        let extra = cells.extra(row).filter(|extra| extra.disputed.is_none())?;
        Some((row, extra.rank.as_ref()?))
    })
}

/// Takes over the rank of a statement, for its units and for the rung.
fn say_rank(sheet: &Sheet, column: usize, ladder: &mut Ladder, statement: &Statement, track: &mut Track) -> Option<()> {
    let named: Vec<usize> = rows(sheet, statement).filter(|&row| ladder.counted[row]).collect();
    let Some(rank) = &statement.rank else {
        if statement.last {
            say_bottom(sheet, column, ladder, statement, track);
        }
        return Some(());
    };
    for &row in &named {
        pin(ladder, row, rank)?;
    }
    let StatedRank::One(rank) = rank else { return Some(()) };
    let Some(place) = ladder.place(*rank) else { return Some(()) };
    let merit = statement.score.map(|score| merit(ladder, interval(sheet, column, score, track)));
    let Some(rung) = ladder.rungs.get_mut(place as usize).filter(|_| !named.is_empty()) else { return Some(()) };
    if let Some((worst, best)) = merit {
        (rung.worst, rung.best) = (rung.worst.max(worst), rung.best.min(best));
    }
    rung.is_held = true;
    rung.is_closed |= statement.is_exhaustive();
    Some(())
}

/// A score said to be the last, without its rank: nobody has less, and where all who have it are named, others more.
fn say_bottom(sheet: &Sheet, column: usize, ladder: &Ladder, statement: &Statement, track: &mut Track) {
    let Some(score) = statement.score else { return };
    let (worst, _) = merit(ladder, interval(sheet, column, score, track));
    let is_named = |row: usize| statement.rows.iter().any(|&named| named as usize == row);
    for row in (0..sheet.rows).filter(|&row| ladder.counted[row]) {
        let gap = if statement.is_exhaustive() && !is_named(row) { ladder.gap } else { 0 };
        let worst = super::grid::shift(worst, gap);
        if ladder.is_ascending {
            track.lower(row, -worst, Cause::Ranks);
        } else {
            track.raise(row, worst, Cause::Ranks);
        }
    }
}

/// An interval with the better end last, as wide as equal rounded scores can lie apart.
fn merit(ladder: &Ladder, (low, high): (i64, i64)) -> (i64, i64) {
    let (worst, best) = if ladder.is_ascending { (-high, -low) } else { (low, high) };
    (super::grid::shift(worst, -ladder.slack), super::grid::shift(best, ladder.slack))
}

/// Narrows the places of a unit by its announced rank.
fn pin(ladder: &mut Ladder, row: usize, rank: &StatedRank) -> Option<()> {
    let (Some(best), Some(worst)) = (ladder.place(rank.best()), ladder.place(rank.worst())) else { return Some(()) };
    if !ladder.counted[row] {
        return Some(());
    }
    ladder.pinned[row] |= best == worst;
    ladder.narrow(row, best, worst).map(|_| ())
}
