//! The order in which a group is listed.

use super::known::Known;
use super::ranked_column::RankedColumn;
use crate::model::Row;

/// Rows by total rank: an exact rank at its place, an interval by its lower end, after an exact rank that is equal to
/// it; then units without any rank, then those without a total, unranked ones last. Equal ones stay as the score file
/// has them.
pub(super) fn of(total: &RankedColumn, is_in_ranking: impl Fn(usize) -> bool) -> Vec<Row> {
    let key = |row: Row| {
        let standing = total.standing(row.index());
        let class = match standing.state {
            _ if !is_in_ranking(row.index()) => 3,
            state if state.absence().is_some() => 2,
            _ if standing.rank == Known::Nothing => 1,
            _ => 0,
        };
        match standing.rank {
            Known::Exact(rank) => (class, Some((rank, rank))),
            Known::Between(best, worst) => (class, Some((best, worst))),
            Known::Nothing => (class, None),
        }
    };
    let mut rows: Vec<Row> = Row::all(total.len()).collect();
    rows.sort_by_cached_key(|&row| key(row));
    rows
}
