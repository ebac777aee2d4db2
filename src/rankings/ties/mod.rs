//! What equal values do to ranks: a member is one rule, and says of itself all that others ask.
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

/// A rule for ties.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TieRule {
    /// The rank of the unit at a position in its run, counted from 0.
    rank: fn(Run, u32) -> Rank,
    /// What a rank counts.
    pub(crate) counted: Counted,
    /// To which of the places that they take up equal values come.
    pub(crate) equals: Equals,
}

/// What stands above a unit and makes its rank lower by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Counted {
    /// Each different value.
    Values,
    /// Each unit.
    Units,
}

/// To which of the places that they take up units with equal values come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Equals {
    /// All to the first.
    First,
    /// All to the last.
    Last,
    /// All to the mean of them, which may be a half.
    Mean,
    /// Each to one of its own, in the order of the score file.
    InOrder,
    /// Each to the one that is announced of it.
    AsAnnounced,
}

impl Equals {
    /// Whether units with equal values always share one rank.
    pub(crate) fn share(self) -> bool {
        match self {
            Self::First | Self::Last | Self::Mean => true,
            Self::InOrder | Self::AsAnnounced => false,
        }
    }

    /// How many ranks there can be from one whole number to the next.
    pub(crate) fn ranks_per_place(self) -> u32 {
        match self {
            Self::Mean => 2,
            Self::First | Self::Last | Self::InOrder | Self::AsAnnounced => 1,
        }
    }
}

/// The rule that a scheme names.
pub(crate) fn rule(ties: Ties) -> &'static TieRule {
    match ties {
        Ties::Dense => &dense::RULE,
        Ties::Competition => &competition::RULE,
        Ties::Modified => &modified::RULE,
        Ties::Average => &average::RULE,
        Ties::Ordinal => &ordinal::RULE,
        Ties::Announced => &announced::RULE,
    }
}

/// The rank of the unit at a position in its run, counted from 0; `announced` has its places as they are shared.
pub(super) fn rank(ties: Ties, run: Run, position: u32) -> Rank {
    (rule(ties).rank)(run, position)
}

/// The ranks of four units of which the second and the third have equal values; none where no value tells them.
pub(crate) fn example(ties: Ties) -> Option<Vec<Rank>> {
    let runs = [(0, 0, 1), (1, 1, 2), (3, 2, 1)].map(|(above, values_above, len)| Run { above, values_above, len });
    let ranks = runs.iter().flat_map(|run| (0..run.len).map(|position| rank(ties, *run, position)));
    (rule(ties).equals != Equals::AsAnnounced).then(|| ranks.collect())
}

/// The rank that equal values share below so many units with so many different values; none where a rule lets them not share
/// one.
pub(crate) fn shared(ties: Ties, above: u32, values_above: u32, len: u32) -> Option<Rank> {
    rule(ties).equals.share().then(|| rank(ties, Run { above, values_above, len }, 0))
}

/// With `announced`, the best and the worst place of a unit; an error where its announced rank is not among them.
pub(super) fn announced_place(run: Run, stated: Option<&StatedRank>) -> Result<(Rank, Rank), (Rank, Rank)> {
    announced::place(run, stated)
}

#[cfg(test)]
mod tests {
    use super::example;
    use crate::model::Ties;

    #[track_caller]
    fn case(ties: Ties, expected: Option<&str>) {
        let ranks = example(ties).map(|ranks| ranks.iter().map(ToString::to_string).collect::<Vec<_>>().join("-"));
        assert_eq!(ranks.as_deref(), expected);
    }

    #[test]
    fn two_seconds_among_four() {
        case(Ties::Dense, Some("1-2-2-3"));
        case(Ties::Competition, Some("1-2-2-4"));
        case(Ties::Modified, Some("1-3-3-4"));
        case(Ties::Average, Some("1-2.5-2.5-4"));
        case(Ties::Ordinal, Some("1-2-3-4"));
        case(Ties::Announced, None);
    }
}
