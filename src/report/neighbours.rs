//! Who is surely above and below a unit, and by how much.

use rust_decimal::Decimal;

use crate::model::Rank;
use crate::rankings::{Known, Standing};
use crate::report::group::GroupResult;
use crate::report::order::GroupOrder;

/// A place next to that of a unit.
pub(crate) struct Neighbour {
    /// Its rank.
    pub(crate) rank: Rank,
    /// How far the totals are apart, as they are shown.
    pub(crate) gap: Decimal,
}

/// The next better and the next worse place by the total of which rank and score are exactly known; none where those of
/// the unit itself are not.
pub(crate) fn neighbours(part: GroupResult<'_>, order: &GroupOrder, row: usize) -> [Option<Neighbour>; 2] {
    let total = part.total();
    let settled = |row: usize| settled(&part.standing(total, row));
    let Some((rank, score)) = settled(row) else { return [None, None] };
    let shown = |value| part.shown(total, value);
    let apart = |(rank, other)| Neighbour { rank, gap: (shown(other) - shown(score)).abs().normalize() };
    let better = order.before(row).filter_map(settled).find(|other| other.0 < rank);
    let worse = order.after(row).filter_map(settled).find(|other| other.0 > rank);
    [better.map(apart), worse.map(apart)]
}

/// Rank and score of a standing, where both are exactly known.
fn settled(standing: &Standing) -> Option<(Rank, Decimal)> {
    match (standing.rank, standing.score) {
        (Known::Exact(rank), Known::Exact(score)) => Some((rank, score)),
        _ => None,
    }
}
