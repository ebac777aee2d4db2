//! The order in which a group is listed.

use super::known::{Known, StandingState};
use super::ranked_column::RankedColumn;

/// Rows by total rank: an exact rank at its place, an interval by its lower end, after an exact rank that is equal to
/// it; then units without any rank, then those without a total, unranked ones last. Equal ones stay as the score file
/// has them.
pub(super) fn of(total: &RankedColumn, is_in_ranking: impl Fn(usize) -> bool) -> Vec<u32> {
    let key = |row: u32| {
        let standing = total.standing(row as usize);
        let class = match standing.state {
            _ if !is_in_ranking(row as usize) => 3,
            StandingState::Missing | StandingState::Exempt => 2,
            _ if standing.rank == Known::Nothing => 1,
            _ => 0,
        };
        match standing.rank {
            Known::Exact(rank) => (class, Some((rank, rank))),
            Known::Between(best, worst) => (class, Some((best, worst))),
            Known::Nothing => (class, None),
        }
    };
    let mut rows: Vec<u32> = (0..u32::try_from(total.len()).unwrap_or(u32::MAX)).collect();
    rows.sort_by_cached_key(|&row| key(row));
    rows
}
