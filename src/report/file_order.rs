//! The order of the rows of a table that is a file.

use std::cmp::Ordering;

use crate::model::Rank;
use crate::rankings::Known;

/// Rows by rank, an interval by its best end, equal ones by name; those of units that are not ranked, or of whose rank
/// nothing is known, at the end.
pub(crate) fn by_rank(
    len: usize,
    is_ranked: impl Fn(usize) -> bool,
    rank: impl Fn(usize) -> Known<Rank>,
    by_name: impl Fn(usize, usize) -> Ordering,
) -> Vec<usize> {
    let place = |row: usize| match rank(row) {
        Known::Exact(rank) | Known::Between(rank, _) => (!is_ranked(row), Some(rank)),
        Known::Nothing => (true, None),
    };
    let mut rows: Vec<_> = (0..len).map(|row| (place(row), row)).collect();
    rows.sort_by(|((out, rank), row), ((other_out, other_rank), other)| {
        let by_rank = (out, rank.is_none(), rank).cmp(&(other_out, other_rank.is_none(), other_rank));
        by_rank.then_with(|| by_name(*row, *other))
    });
    rows.into_iter().map(|(_, row)| row).collect()
}

#[cfg(test)]
mod tests {
    use super::by_rank;
    use crate::model::Rank;
    use crate::rankings::Known;

    #[test]
    fn ranks_come_first_and_equal_ones_by_name() {
        let (exact, between) =
            (|n| Known::Exact(Rank::whole(n)), |a, b| Known::Between(Rank::whole(a), Rank::whole(b)));
        let ranks = [Known::Nothing, exact(2), exact(1), between(1, 4), exact(2), exact(1), Known::Nothing];
        let names = ["g", "f", "e", "d", "c", "b", "a"];
        let order = by_rank(ranks.len(), |row| row != 5, |row| ranks[row], |a, b| names[a].cmp(names[b]));
        let order: Vec<&str> = order.into_iter().map(|row| names[row]).collect();
        assert_eq!(order, ["d", "e", "c", "f", "b", "a", "g"]);
    }
}
