//! Maxima that are worth reaching: who has them, and with how many others.

use crate::model::Column;
use crate::rankings::Known;
use crate::report::group::GroupResult;

/// The criteria at the top of the tree whose maximum is worth reaching: they have one, and more is better.
pub(crate) fn reachable(part: GroupResult<'_>) -> Vec<Column> {
    let tops = part.group.scheme.top_level();
    tops.filter(|&column| part.column(column).rises && part.max(column).is_some()).collect()
}

/// Whether a column has a maximum that nobody can exceed: points that are added may bring a total beyond its own.
pub(crate) fn is_ceiling(part: GroupResult<'_>, column: Column) -> bool {
    let is_adjusted = column == part.total() && !part.group.adjustments.is_empty();
    part.max(column).is_some() && !is_adjusted
}

/// The criteria at the top of the tree in which units are known to have the maximum, with how many: the most first.
/// Where less is better, the maximum is the worst that there is.
pub(crate) fn at_maximum(part: GroupResult<'_>) -> Vec<(usize, Column)> {
    let mut full: Vec<(usize, Column)> =
        reachable(part).into_iter().map(|column| (part.column(column).full, column)).collect();
    full.retain(|(n, _)| *n > 0);
    full.sort_by_key(|&(n, column)| (std::cmp::Reverse(n), column));
    full
}

/// Whether all scores are known by which units could have the maximum of a criterion at the top of the tree.
pub(crate) fn knows_maxima(part: GroupResult<'_>) -> bool {
    reachable(part).into_iter().all(|column| part.column(column).is_known)
}

/// What a unit has of the criteria at the top of the tree whose maximum is worth reaching.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct UnitMaxima {
    /// How many such criteria there are.
    pub(crate) n_reachable: usize,
    /// In how many of them its score is exactly known.
    pub(crate) n_known: usize,
    /// Those in which it has the maximum.
    pub(crate) reached: Vec<Column>,
    /// Whether it can have no more: every other score is known, or there is none.
    pub(crate) is_settled: bool,
}

impl UnitMaxima {
    /// Those of a unit.
    pub(crate) fn of(part: GroupResult<'_>, row: usize) -> Self {
        // Where others have another maximum, since a part does not apply to them, the unit has its own.
        let is_reachable = |&column: &Column| part.column(column).rises && part.standing(column, row).maximum.is_some();
        let tops: Vec<Column> = part.group.scheme.top_level().filter(is_reachable).collect();
        let is_known = |&column: &Column| matches!(part.standing(column, row).score, Known::Exact(_));
        let is_absent = |&column: &Column| part.standing(column, row).state.absence().is_some();
        Self {
            n_reachable: tops.len(),
            n_known: tops.iter().filter(|&column| is_known(column)).count(),
            is_settled: tops.iter().all(|column| is_known(column) || is_absent(column)),
            reached: tops.into_iter().filter(|&column| part.standing(column, row).is_at_maximum()).collect(),
        }
    }
}

/// What a unit has in a column that is worth to be told, and how many others have the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SharedWith {
    /// The maximum of a column in which more is better.
    Maximum(usize),
    /// A rank that others have too.
    Rank(usize),
}

/// With how many others a unit shares the maximum of a column, or else its rank; none of a rank that it has alone.
pub(crate) fn shared_with(part: GroupResult<'_>, column: Column, row: usize) -> Option<SharedWith> {
    let standing = part.standing(column, row);
    let others = standing.tied.map_or(0, |tied| tied as usize - 1);
    if !(part.column(column).rises && is_ceiling(part, column) && standing.is_at_maximum()) {
        return (others > 0).then_some(SharedWith::Rank(others));
    }
    // Of those that share a rank taken on rounded values, some may only come near the maximum.
    let is_rounded = part.is_ranked_rounded(column);
    let full = part.column(column).full.saturating_sub(1);
    Some(SharedWith::Maximum(if is_rounded { others.min(full) } else { others }))
}

#[cfg(test)]
mod tests {
    use super::{SharedWith, UnitMaxima, shared_with};
    use crate::model::Column;
    use crate::report::tests::told;

    const SCHEME: &str = "title: S\ndecimals: 0\ncriteria:
  - { id: x, name: X, max: 10 }\n  - { id: w, name: W, max: 10, rank: { order: ascending } }\n  - { id: z, name: Z, max: 5 }\n";

    /// The maxima of unit `a`: how many are known of how many, those that it has, and whether that is all.
    #[track_caller]
    fn case(scores: &str, expected: (usize, &[usize], bool)) {
        let scores = format!("scores: {{ g: {{ a: {{ {scores} }}, b: {{ x: 10, w: 10, z: 4 }} }} }}\n");
        let UnitMaxima { n_reachable, n_known, reached, is_settled } =
            told(SCHEME, &scores, |part| UnitMaxima::of(part, 0));
        let reached: Vec<usize> = reached.into_iter().map(Column::index).collect();
        assert_eq!((n_reachable, n_known, reached.as_slice(), is_settled), (2, expected.0, expected.1, expected.2));
    }

    #[test]
    fn a_maximum_is_worth_reaching_where_more_is_better() {
        case("x: 10, w: 10, z: 4", (2, &[0], true));
        case("x: 9, w: 0, z: 5", (2, &[2], true));
        case("x: 9, w: 0, z: ~", (1, &[], false));
        case("x: 10, w: ~, z: exempt", (1, &[0], true));
    }

    #[test]
    fn a_maximum_is_shared_with_those_that_have_it_and_a_rank_with_those_that_have_that() {
        let shared = |scores: [&str; 3], column: usize| {
            let [a, b, c] = scores;
            let scores =
                format!("scores: {{ g: {{ a: {{ {a} }}, b: {{ {b} }}, c: {{ {c} }} }} }}\npopulation: {{ g: 3 }}\n");
            told(SCHEME, &scores, |part| shared_with(part, Column::at(column), 0))
        };
        let scores = ["x: 10, w: 10, z: 4", "x: 10, w: 10, z: 4", "x: 8, w: 2, z: 3"];
        assert_eq!(shared(scores, 0), Some(SharedWith::Maximum(1)));
        assert_eq!(shared(scores, 1), Some(SharedWith::Rank(1)));
        assert_eq!(shared(scores, 2), Some(SharedWith::Rank(1)));
        let alone = ["x: 10, w: 9, z: 4", "x: 9, w: 10, z: 3", "x: 8, w: 2, z: 3"];
        assert_eq!(shared(alone, 0), Some(SharedWith::Maximum(0)));
        assert_eq!(shared(alone, 1), None);
        // With points added another has more than the maximum of the total.
        let total = |added: &str| {
            let scores = format!("scores: {{ g: {{ a: {{ x: 10 }}, b: {{ x: 10 }}, c: {{ x: 8 }} }} }}\n{added}");
            let scheme = "title: S\ndecimals: 0\ncriteria: [{ id: x, name: X, max: 10 }]\n";
            told(scheme, &scores, |part| shared_with(part, part.total(), 0))
        };
        assert_eq!(total(""), Some(SharedWith::Maximum(1)));
        assert_eq!(total("adjustments: [{ unit: b, points: 1, reason: Early }]\n"), None);
    }
}
