//! Who gained and lost most, in places or in points, and how many did.

use crate::model::Column;
use crate::rankings::{CellChange, CellVerdict};
use crate::report::group::GroupResult;
use crate::report::since::SinceLast;

/// The units with the largest change in one direction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Largest<T> {
    /// What they gained; below zero what they lost.
    pub(crate) by: T,
    /// Their rows.
    pub(crate) rows: Vec<usize>,
}

/// How many places each unit gained, in halves; none where its ranks are not compared.
pub(crate) fn gained(cells: &[CellChange]) -> Vec<Option<i64>> {
    cells.iter().map(|cell| cell.rank.map(|rank| rank.gained())).collect()
}

/// Who gained most and who lost most; nobody in a direction in which nobody moved.
pub(crate) fn largest<T: Copy + Default + Ord>(moved: &[Option<T>]) -> [Option<Largest<T>>; 2] {
    let known = || moved.iter().copied().flatten();
    let most = known().max().filter(|by| *by > T::default());
    let least = known().min().filter(|by| *by < T::default());
    [most, least].map(|end| {
        let by = end?;
        Some(Largest { by, rows: (0..moved.len()).filter(|&row| moved[row] == Some(by)).collect() })
    })
}

/// Who gained and who lost most places of all units; nobody where one of unknown rank, or one that a source does not name,
/// may have moved further.
pub(crate) fn largest_of_all(
    part: GroupResult<'_>,
    since: &SinceLast<'_>,
    cells: &[CellChange],
) -> [Option<Largest<i64>>; 2] {
    let names_all = part.group.names_all() && since.then.is_none_or(|(then, _)| then.names_all());
    if since.change.movers.unknown > 0 || !names_all { [None, None] } else { largest(&gained(cells)) }
}

/// How many gained and how many lost.
pub(crate) fn directions<T: Copy + Default + Ord>(moved: &[Option<T>]) -> [usize; 2] {
    let known = || moved.iter().copied().flatten();
    [known().filter(|by| *by > T::default()).count(), known().filter(|by| *by < T::default()).count()]
}

/// Whether a unit that was there in both editions has values whose difference is not told: it may have risen or fallen. One
/// that has no value in one of them has not.
pub(crate) fn may_have_moved(part: GroupResult<'_>, since: &SinceLast<'_>, column: Column) -> bool {
    let lacks = |side: GroupResult<'_>, column, row| side.standing(column, row).state.absence().is_some();
    (0..part.group.units.len()).any(|row| {
        let cell = since.cell(part, column, row);
        let lacked = since.place_then(column, row).is_some_and(|(then, column, at)| lacks(then, column, at));
        cell.verdict != CellVerdict::New && cell.score.is_none() && !lacked && !lacks(part, column, row)
    })
}

/// The rows from who gained most to who lost most, then those that are not compared; equal ones as `names` has them.
pub(crate) fn by_gain<K: Ord>(moved: &[Option<i64>], names: impl Fn(usize) -> K) -> Vec<usize> {
    let mut rows: Vec<usize> = (0..moved.len()).collect();
    rows.sort_by_key(|&row| (moved[row].is_none(), moved[row].map(|by| -by), names(row)));
    rows
}

/// Of rows in the order of [`by_gain`] so many that gained most and as many that lost most.
pub(crate) fn most(moved: &[Option<i64>], rows: &[usize], each: usize) -> Vec<usize> {
    let gained = rows.iter().copied().filter(|&row| moved[row].is_some_and(|by| by > 0)).take(each);
    let lost = rows.iter().rev().copied().filter(|&row| moved[row].is_some_and(|by| by < 0)).take(each);
    let lost: Vec<usize> = lost.collect();
    gained.chain(lost.into_iter().rev()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Largest, by_gain, directions, largest, most};

    const MOVED: [Option<i64>; 7] = [Some(0), Some(4), None, Some(-2), Some(4), Some(-6), Some(2)];

    #[test]
    fn the_largest_moves_are_those_of_all_who_made_them() {
        let [up, down] = largest(&MOVED);
        assert_eq!(up, Some(Largest { by: 4, rows: vec![1, 4] }));
        assert_eq!(down, Some(Largest { by: -6, rows: vec![5] }));
        assert_eq!(largest::<i64>(&[Some(0), None]), [None, None]);
        assert_eq!(largest(&[Some(-1), Some(-3)])[0], None);
        assert_eq!(directions(&MOVED), [3, 2]);
    }

    #[test]
    fn rows_go_from_the_most_gained_to_the_most_lost() {
        // Names stand in the order of rows turned round.
        let rows = by_gain(&MOVED, |row| 9 - row);
        assert_eq!(rows, [4, 1, 6, 0, 3, 5, 2]);
        assert_eq!(most(&MOVED, &rows, 2), [4, 1, 3, 5]);
        assert_eq!(most(&MOVED, &rows, 9), [4, 1, 6, 3, 5]);
    }
}
