//! Who is surely above and below a unit, and by how much; or who is listed next to it.

#[cfg(test)]
mod tests;

use crate::model::Rank;
use crate::rankings::Known;
use crate::report::difference::Difference;
use crate::report::gap::gap;
use crate::report::group::GroupResult;
use crate::report::order::GroupOrder;
use crate::report::ties::{Apart, apart};

/// A place next to that of a unit.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Neighbour {
    /// Its rank.
    pub(crate) rank: Rank,
    /// What lies between the two.
    pub(crate) between: Between,
}

/// What lies between two places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Between {
    /// So many points.
    Points(Difference),
    /// No points that are printed; what parted them.
    Apart(Apart),
}

/// A unit that every table lists next to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Beside {
    /// Its row.
    pub(crate) row: usize,
    /// Whether it is surely above or below: both ranks are known, and differ.
    pub(crate) is_apart: bool,
}

/// The next better and the next worse place by the total of which rank and score are exactly known; none where those of
/// the unit itself are not.
pub(crate) fn neighbours(part: GroupResult<'_>, order: &GroupOrder, row: usize) -> [Option<Neighbour>; 2] {
    let total = part.total();
    let settled = |row: usize| rank_of_known(part, row).map(|rank| (row, rank));
    let Some((_, own)) = settled(row) else { return [None, None] };
    let beside = |(other, rank): (usize, Rank)| {
        let there: Vec<usize> =
            order.at_rank(part, total, rank).into_iter().filter(|&row| settled(row).is_some()).collect();
        let points = || gap(part, &[row], &there).map(Between::Points);
        let between = apart(part, total, [row, other]).map(Between::Apart).or_else(points)?;
        Some(Neighbour { rank, between })
    };
    let better = order.before(row).filter_map(settled).find(|(_, rank)| *rank < own);
    let worse = order.after(row).filter_map(settled).find(|(_, rank)| *rank > own);
    [better.and_then(beside), worse.and_then(beside)]
}

/// The units that are listed before and after a unit.
pub(crate) fn beside(part: GroupResult<'_>, order: &GroupOrder, row: usize) -> [Option<Beside>; 2] {
    let rank = |row: usize| part.standing(part.total(), row).concluded_rank();
    let is_apart = |other: usize| match (rank(row), rank(other)) {
        (Known::Exact(own), Known::Exact(other)) => own != other,
        _ => false,
    };
    [order.before(row).next(), order.after(row).next()].map(|other| {
        let row = other?;
        Some(Beside { row, is_apart: is_apart(row) })
    })
}

/// The rank of a row, where it and the total are exactly known.
fn rank_of_known(part: GroupResult<'_>, row: usize) -> Option<Rank> {
    let standing = part.standing(part.total(), row);
    match (standing.concluded_rank(), standing.score) {
        (Known::Exact(rank), Known::Exact(_)) => Some(rank),
        _ => None,
    }
}
