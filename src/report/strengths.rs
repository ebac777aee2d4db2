//! In which criteria a unit is strongest and weakest, against the mean of its group and by the maximum of each criterion.

use rust_decimal::Decimal;

use crate::model::Column;
use crate::rankings::{Known, percent};
use crate::report::findings::leaves_out_scores;
use crate::report::group::GroupResult;
use crate::report::means::mean;

/// The criteria at the two ends, several where they are equal.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Strengths {
    /// Those in which the unit is farthest on the better side of the mean; none where it is on that side in none.
    pub(crate) strongest: Vec<Against>,
    /// Those in which it is farthest on the worse side.
    pub(crate) weakest: Vec<Against>,
    /// Whether units that are not ranked have scores too, which the means leave out.
    pub(crate) is_of_ranked: bool,
}

/// A score against the mean of its column, over the units that are counted in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Against {
    /// Its column.
    pub(crate) column: Column,
    /// The score.
    pub(crate) score: Decimal,
    /// The mean, as it is told.
    pub(crate) mean: Decimal,
    /// How much better the score is, in percent of the maximum; below 0, how much worse.
    pub(crate) better: Decimal,
}

/// The ends of a unit among the scored criteria at the top that have a maximum; none of a group of one, or where only one
/// criterion can be compared, or where a score or a mean is not known: the unit may be strongest just there. Points of
/// unequal maxima are no measure of each other, and what has no maximum has no share of it.
pub(crate) fn strengths(part: GroupResult<'_>, row: usize) -> Strengths {
    let scheme = &part.group.scheme;
    // Raw values have a unit of their own, and what is not scored is no strength.
    let compared = |column: &Column| scheme.criteria[*column].scored && !scheme.is_raw(*column);
    let found = scheme.top_level().filter(compared).filter_map(|column| against(part, column, row));
    let all: Vec<Against> = found.collect::<Option<_>>().unwrap_or_default();
    if part.group.units.len() < 2 || all.len() < 2 {
        return Strengths::default();
    }
    let strongest = all.iter().map(|a| a.better).max().filter(|better| *better > Decimal::ZERO);
    let weakest = all.iter().map(|a| a.better).min().filter(|better| *better < Decimal::ZERO);
    let at = |end: Option<Decimal>| all.iter().filter(|a| Some(a.better) == end).copied().collect();
    let is_of_ranked = leaves_out_scores(part, &all.iter().map(|a| a.column).collect::<Vec<_>>());
    Strengths { strongest: at(strongest), weakest: at(weakest), is_of_ranked }
}

/// A score against its mean; nothing where the criterion is not compared, and `Some(None)` where it would be, but the
/// score or the mean is not known.
fn against(part: GroupResult<'_>, column: Column, row: usize) -> Option<Option<Against>> {
    let standing = part.standing(column, row);
    let max = part.max(column).filter(|max| *max > Decimal::ZERO)?;
    if standing.state.absence().is_some() {
        return None;
    }
    let (Known::Exact(score), Some(mean)) = (standing.score, mean(part, column)) else {
        return Some(None);
    };
    // Of the whole mean: two criteria may differ by less than the printed ones show.
    let summary = part.column(column).summary?;
    let n = Decimal::from(summary.count);
    let above = score.checked_mul(n)?.checked_sub(summary.sum)?;
    let share = percent(above, max.checked_mul(n)?)?;
    let better = if part.column(column).rises { share } else { -share };
    Some(Some(Against { column, score, mean, better }))
}

#[cfg(test)]
mod tests {
    use super::{Against, strengths};
    use crate::report::tests::told;

    const SCHEME: &str = "title: S\ndecimals: 1\ncriteria:
  - { id: x, name: X, max: 30 }\n  - { id: w, name: W, max: 20, rank: { order: ascending } }\n  - { id: z, name: Z, max: 10 }\n";

    /// The strongest and the weakest criteria of unit `a`, each with how much better it is.
    #[track_caller]
    fn case(scores: &str, expected: [&str; 2]) {
        let found = told(SCHEME, scores, |part| {
            let strengths = strengths(part, 0);
            let in_short = |a: &Against| format!("{} {}", part.group.scheme.column_id(a.column), a.better.normalize());
            [strengths.strongest, strengths.weakest].map(|end| end.iter().map(in_short).collect::<Vec<_>>().join(", "))
        });
        assert_eq!(found, expected);
    }

    #[test]
    fn less_is_better_where_the_scheme_says_so() {
        case(
            "scores: { g: { a: { x: 20, w: 8, z: 5 }, b: { x: 10, w: 4, z: 5 } } }\npopulation: { g: 2 }\n",
            ["x 16.666666666667", "w -10"],
        );
        case(
            "scores: { g: { a: { x: 20, w: 2, z: 5 }, b: { x: 24, w: 6, z: 1 } } }\npopulation: { g: 2 }\n",
            ["z 20", "x -6.666666666667"],
        );
    }

    #[test]
    fn ends_are_equal_where_shares_are() {
        case(
            "scores: { g: { a: { x: 24, w: 4, z: 1 }, b: { x: 18, w: 8, z: 5 } } }\npopulation: { g: 2 }\n",
            ["x 10, w 10", "z -20"],
        );
    }

    #[test]
    fn what_has_no_maximum_has_no_share_of_it() {
        let scheme = SCHEME.replace(", max: 20", "").replace(", max: 10", "");
        let scores = "scores: { g: { a: { x: 20, w: 8, z: 5 }, b: { x: 10, w: 4, z: 5 } } }\npopulation: { g: 2 }\n";
        assert_eq!(told(&scheme, scores, |part| strengths(part, 0)), super::Strengths::default());
    }

    #[test]
    fn at_the_mean_nothing_is_strong_or_weak() {
        case("scores: { g: { a: { x: 9, w: 9, z: 9 }, b: { x: 9, w: 9, z: 9 } } }\npopulation: { g: 2 }\n", ["", ""]);
    }

    #[test]
    fn what_is_not_known_is_not_compared() {
        case("scores: { g: { a: { x: 20, w: ~, z: ~ }, b: { x: 10, w: ~, z: 5 } } }\npopulation: { g: 2 }\n", ["", ""]);
        // The unit may be far above the mean in `z`, of which nobody knows the mean.
        case(
            "scores: { g: { a: { x: 20, w: 8, z: 10 }, b: { x: 18, w: 9, z: ~ } } }\npopulation: { g: 2 }\n",
            ["", ""],
        );
    }

    /// Means are compared whole: 20/3 and 23/3 are told as 6.7 and 7.7, by which both would be as strong.
    #[test]
    fn ends_are_those_of_the_whole_means() {
        let scheme = "title: S\ndecimals: 0\ncriteria:
  - { id: x, name: X, max: 3 }\n  - { id: w, name: W, max: 10 }\n  - { id: z, name: Z, max: 3 }\n";
        let scores = "scores: { g: { a: { x: 3, w: 10, z: 3 }, b: { x: 2, w: 8, z: 2 }, c: { x: 2, w: 5, z: 2 } } }\n";
        let strongest = told(scheme, scores, |part| {
            let found = strengths(part, 0).strongest;
            found.iter().map(|a| format!("{} {}", part.group.scheme.column_id(a.column), a.better)).collect::<Vec<_>>()
        });
        assert_eq!(strongest, ["w 23.333333333333"]);
    }

    #[test]
    fn what_does_not_apply_to_the_unit_is_left_out() {
        case(
            "scores: { g: { a: { x: 20, w: 8, z: exempt }, b: { x: 10, w: 4, z: 5 } } }\npopulation: { g: 2 }\n",
            ["x 16.666666666667", "w -10"],
        );
    }
}
