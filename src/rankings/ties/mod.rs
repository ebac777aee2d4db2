//! What equal values do to ranks: a member is one rule.
//!
//! Oracle of the first five: `scipy.stats.rankdata`, whose methods are dense, min, max, average and ordinal.

mod announced;
mod average;
mod competition;
mod dense;
mod modified;
mod ordinal;

use crate::model::{Rank, StatedRank, Ties};

/// Units with equal values, which stand side by side in ranking order.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    /// How many units stand above.
    pub(super) above: u32,
    /// How many different values stand above.
    pub(super) values_above: u32,
    /// How many units have this value.
    pub(super) len: u32,
}

/// The rank of the unit at a position in its run, counted from 0; `announced` has its places as they are shared.
pub(super) fn rank(ties: Ties, run: Run, position: u32) -> Rank {
    match ties {
        Ties::Dense => dense::rank(run),
        Ties::Competition => competition::rank(run),
        Ties::Modified => modified::rank(run),
        Ties::Average => average::rank(run),
        Ties::Ordinal | Ties::Announced => ordinal::rank(run, position),
    }
}

/// With `announced`, the best and the worst place of a unit; an error where its announced rank is not among them.
pub(super) fn announced_place(run: Run, stated: Option<&StatedRank>) -> Result<(Rank, Rank), (Rank, Rank)> {
    announced::place(run, stated)
}

/// Whether units with equal values always share one rank.
pub(super) fn shares(ties: Ties) -> bool {
    match ties {
        Ties::Dense | Ties::Competition | Ties::Modified | Ties::Average => true,
        Ties::Ordinal | Ties::Announced => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Run, rank};
    use crate::model::Ties;

    #[track_caller]
    fn case(ties: Ties, expected: &str) {
        let runs = [(0, 0, 1), (1, 1, 2), (3, 2, 1)].map(|(above, values_above, len)| Run { above, values_above, len });
        let ranks: Vec<String> =
            runs.iter().flat_map(|run| (0..run.len).map(|at| rank(ties, *run, at).to_string())).collect();
        assert_eq!(ranks.join("-"), expected);
    }

    #[test]
    fn two_seconds_among_four() {
        case(Ties::Dense, "1-2-2-3");
        case(Ties::Competition, "1-2-2-4");
        case(Ties::Modified, "1-3-3-4");
        case(Ties::Average, "1-2.5-2.5-4");
        case(Ties::Ordinal, "1-2-3-4");
    }
}
