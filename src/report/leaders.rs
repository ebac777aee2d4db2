//! The first view of a group: who leads, who is last, and how many stand between.

use crate::model::{Column, Rank};
use crate::rankings::Known;
use crate::report::blocks::BlockKind;
use crate::report::group::GroupResult;
use crate::report::order::GroupOrder;

/// The last of the ranks that lead.
const LEADING: u32 = 3;

/// A line of the first view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LeaderLine {
    /// A unit with its row and what its rank is: among the first three, or last.
    Named(usize, BlockKind),
    /// Units that are not named.
    Between(UnnamedRanks),
}

/// Units of a ranking that are only counted, and of whose ranks as much is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct UnnamedRanks {
    /// How many there are.
    pub(crate) n: usize,
    /// The best and the worst rank that one of them may have; none where nothing is known of theirs.
    pub(crate) ends: Option<(Rank, Rank)>,
    /// Whether all their ranks are exactly known.
    pub(crate) is_exact: bool,
}

/// The lines of a group by the total, in the order of its ranking. Units that are not ranked are left out.
pub(crate) fn leader_lines(part: GroupResult<'_>, order: &GroupOrder) -> Vec<LeaderLine> {
    let total = part.total();
    let mut lines = Vec::new();
    for block in order.blocks(total).iter().filter(|block| block.kind != BlockKind::Unranked) {
        for row in block.rows() {
            if is_named(part, total, row) {
                lines.push(LeaderLine::Named(row, block.kind));
                continue;
            }
            let own = UnnamedRanks::of(part.standing(total, row).rank);
            match lines.last_mut() {
                Some(LeaderLine::Between(others)) if others.is_like(own) => *others = others.and(own),
                _ => lines.push(LeaderLine::Between(own)),
            }
        }
    }
    lines
}

/// Whether a first view names a unit: among the first three ranks, or last.
fn is_named(part: GroupResult<'_>, total: Column, row: usize) -> bool {
    let standing = part.standing(total, row);
    match standing.rank {
        Known::Exact(rank) => rank <= Rank::whole(LEADING) || part.ranking.columns[total].last_rank == Some(rank),
        Known::Between(..) | Known::Nothing => standing.is_last_unnumbered(),
    }
}

impl UnnamedRanks {
    /// One unit.
    fn of(rank: Known<Rank>) -> Self {
        let ends = match rank {
            Known::Exact(rank) => Some((rank, rank)),
            Known::Between(best, worst) => Some((best, worst)),
            Known::Nothing => None,
        };
        Self { n: 1, ends, is_exact: matches!(rank, Known::Exact(_)) }
    }

    /// Whether as much is known of the ranks of others.
    fn is_like(self, other: Self) -> bool {
        (self.is_exact, self.ends.is_some()) == (other.is_exact, other.ends.is_some())
    }

    /// With others.
    fn and(self, other: Self) -> Self {
        let ends = self.ends.zip(other.ends).map(|(a, b)| (a.0.min(b.0), a.1.max(b.1)));
        Self { n: self.n + other.n, ends, is_exact: self.is_exact && other.is_exact }
    }
}

#[cfg(test)]
mod tests {
    use super::{LeaderLine, leader_lines};
    use crate::report::tests::of_group;

    /// The lines in short: a row, or how many between which ranks; `~` where some of these are not exactly known.
    #[track_caller]
    fn case(scores: [&str; 6], more: &str, expected: &[&str]) {
        let scheme = "title: S\ndecimals: 0\ncriteria: [{ id: x, name: X, max: 10 }]\n";
        let ids = ["a", "b", "c", "d", "e", "f"];
        let cells: Vec<String> = ids.iter().zip(scores).map(|(id, score)| format!("{id}: {{ x: {score} }}")).collect();
        let scores = format!("scores: {{ g: {{ {} }} }}\npopulation: {{ g: 6 }}\n{more}", cells.join(", "));
        let lines = of_group(scheme, &scores, leader_lines);
        let in_short = |line: &LeaderLine| match line {
            LeaderLine::Named(row, _) => row.to_string(),
            LeaderLine::Between(ranks) => {
                let ends = ranks.ends.map_or("?".to_owned(), |(best, worst)| format!("{best}-{worst}"));
                format!("{} at {ends}{}", ranks.n, if ranks.is_exact { "" } else { "~" })
            }
        };
        assert_eq!(lines.iter().map(in_short).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_first_three_ranks_and_the_last_are_named() {
        case(["9", "8", "7", "6", "5", "4"], "", &["0", "1", "2", "2 at 4-5", "5"]);
        case(["9", "9", "7", "6", "6", "6"], "", &["0", "1", "2", "3", "4", "5"]);
        case(["9", "8", "7", "6", "6", "4"], "unranked: { f: Late }\n", &["0", "1", "2", "3", "4"]);
    }

    #[test]
    fn of_units_between_it_is_said_how_far_their_ranks_are_known() {
        // Five lie somewhere between the first and the last rank; of the sixth nothing is known.
        case(["9", "8", "7", "6", "~", "4"], "", &["5 at 1-6~", "1 at ?~"]);
        case(["9", "8", "7", "6", "{ min: 3, max: 5 }", "4"], "", &["0", "1", "2", "1 at 4-4", "2 at 5-6~"]);
    }
}
