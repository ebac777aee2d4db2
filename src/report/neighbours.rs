//! Who is surely above and below a unit, and by how much; or who is listed next to it.

use rust_decimal::Decimal;

use crate::model::Rank;
use crate::rankings::{Known, Standing};
use crate::report::group::GroupResult;
use crate::report::order::GroupOrder;
use crate::report::ties::{Apart, apart};

/// A place next to that of a unit.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Neighbour {
    /// Its rank.
    pub(crate) rank: Rank,
    /// How far the totals are apart, as they are shown.
    pub(crate) gap: Decimal,
    /// What parted the two, where their totals are equal.
    pub(crate) apart: Option<Apart>,
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
    let settled = |row: usize| settled(&part.standing(total, row)).map(|(rank, score)| (row, rank, score));
    let Some((_, rank, score)) = settled(row) else { return [None, None] };
    let shown = |value| part.shown(total, value);
    let beside = |(other, rank, value)| Neighbour {
        rank,
        gap: (shown(value) - shown(score)).abs().normalize(),
        apart: apart(part, total, [row, other]),
    };
    let better = order.before(row).filter_map(settled).find(|other| other.1 < rank);
    let worse = order.after(row).filter_map(settled).find(|other| other.1 > rank);
    [better.map(beside), worse.map(beside)]
}

/// The units that are listed before and after a unit.
pub(crate) fn beside(part: GroupResult<'_>, order: &GroupOrder, row: usize) -> [Option<Beside>; 2] {
    let rank = |row: usize| part.standing(part.total(), row).rank;
    let is_apart = |other: usize| match (rank(row), rank(other)) {
        (Known::Exact(own), Known::Exact(other)) => own != other,
        _ => false,
    };
    [order.before(row).next(), order.after(row).next()].map(|other| {
        let row = other?;
        Some(Beside { row, is_apart: is_apart(row) })
    })
}

/// Rank and score of a standing, where both are exactly known.
fn settled(standing: &Standing) -> Option<(Rank, Decimal)> {
    match (standing.rank, standing.score) {
        (Known::Exact(rank), Known::Exact(score)) => Some((rank, score)),
        _ => None,
    }
}
