//! What the bar of a total is made of: parts that add up to it, and what is known of the rest.

use rust_decimal::Decimal;

use crate::model::{Aggregate, Column};
use crate::rankings::Known;
use crate::report::group::GroupResult;

/// A total in its parts.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Stack {
    /// The criteria at the top whose scores are known, in the order of the scheme.
    pub(crate) parts: Vec<StackPart>,
    /// What is known of the rest.
    pub(crate) rest: StackRest,
}

/// A criterion in a total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct StackPart {
    /// Its column.
    pub(crate) column: Column,
    /// Its score.
    pub(crate) score: Decimal,
    /// What it adds to the total: its score times its weight, never below 0.
    pub(crate) points: Decimal,
}

/// What is known of a total beyond the parts that are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StackRest {
    /// Nothing more.
    None,
    /// The total is known, and has so many points of criteria whose scores are not.
    Hidden { points: Decimal, total: Decimal },
    /// So many points were added to the parts or taken from them, which makes the total.
    Moved { points: Decimal, total: Decimal },
    /// The total lies between two ends, the lower one not below what is known.
    Between(Decimal, Decimal),
    /// No more is known than how far the total may reach.
    Reach(Decimal),
}

/// The criteria that add up to the total; none where the total is no sum of several scores that are shown.
pub(crate) fn stackable(part: GroupResult<'_>) -> Vec<Column> {
    let scheme = &part.group.scheme;
    let tops: Vec<Column> = scheme.top_level().filter(|&c| scheme.criteria[c].scored).collect();
    let is_sum = scheme.total == Aggregate::Sum && !tops.iter().any(|&c| scheme.is_raw(c));
    if is_sum && tops.len() > 1 { tops } else { Vec::new() }
}

/// The total of a unit in its parts, of the criteria that are [`stackable`]; none where what is known does not add up to
/// it, such as where absent parts were rescaled, where a part is below 0, and where a sum needs more than 28 digits.
pub(crate) fn stack(part: GroupResult<'_>, columns: &[Column], row: usize) -> Option<Stack> {
    let (mut parts, mut sum, mut settled) = (Vec::new(), Decimal::ZERO, true);
    for &column in columns {
        let standing = part.standing(column, row);
        let Known::Exact(score) = standing.score else {
            settled &= standing.state.absence().is_some();
            continue;
        };
        let points = score.checked_mul(part.group.scheme.criteria[column].weight)?;
        if points < Decimal::ZERO {
            return None;
        }
        sum = sum.checked_add(points)?;
        parts.push(StackPart { column, score, points });
    }
    let own = part.group.adjustments.iter().filter(|adjustment| adjustment.row.index() == row);
    let added = own.map(|adjustment| adjustment.points).try_fold(Decimal::ZERO, Decimal::checked_add)?;
    let known = sum.checked_add(added)?;
    let rest = match part.standing(part.total(), row).score {
        Known::Exact(total) if settled && total != known => return None,
        Known::Exact(total) if total > known => StackRest::Hidden { points: total.checked_sub(known)?, total },
        Known::Exact(total) if !added.is_zero() => StackRest::Moved { points: added, total },
        Known::Exact(_) | Known::Nothing => StackRest::None,
        Known::Between(low, high) if low > sum || part.group.scheme.max.is_some_and(|max| high < max) => {
            StackRest::Between(low.max(sum).min(high), high)
        }
        Known::Between(_, high) => StackRest::Reach(high),
    };
    Some(Stack { parts, rest })
}

#[cfg(test)]
mod tests {
    use super::{StackRest, stack, stackable};
    use crate::model::Column;
    use crate::report::tests::told;

    /// Three criteria of 60, 30 and 10 points, the last of which counts twice.
    const SCHEME: &str = "title: S\nmax: 110\nexempt: rescale\nmissing: zero\ncriteria:
  - { id: x, name: X, max: 60 }\n  - { id: w, name: W, max: 30 }\n  - { id: z, name: Z, max: 10, weight: 2 }\n";

    /// The points of the parts of unit `a`, and the rest.
    #[track_caller]
    fn case(scores: &str, expected: &str) {
        let found = told(SCHEME, scores, |part| {
            let stack = stack(part, &stackable(part), 0)?;
            let parts: Vec<String> = stack.parts.iter().map(|part| part.points.normalize().to_string()).collect();
            let rest = match stack.rest {
                StackRest::None => String::new(),
                StackRest::Hidden { points, total } => format!(" hidden {points} of {total}"),
                StackRest::Moved { points, total } => format!(" moved by {points} to {total}"),
                StackRest::Between(low, high) => format!(" between {low} and {high}"),
                StackRest::Reach(high) => format!(" up to {high}"),
            };
            Some(parts.join(" + ") + &rest)
        });
        assert_eq!(found.as_deref().unwrap_or("no stack"), expected);
    }

    #[test]
    fn parts_stand_in_points_of_the_total() {
        case("scores: { g: { a: { x: 50.5, w: 20, z: 7 } } }\n", "50.5 + 20 + 14");
        case("scores: { g: { a: { x: 50, w: missing, z: 7 } } }\n", "50 + 14");
    }

    #[test]
    fn the_rest_is_what_the_total_has_beyond_them() {
        let hidden = "scores: { g: { a: { x: 50, w: ~, z: ~ } } }\nannounced: { g: { total: [{ rank: 1, score: 90, units: [a] }] } }\n";
        case(hidden, "50 hidden 40 of 90");
        case(
            "scores: { g: { a: { x: 50, w: 20, z: 7 } } }\nadjustments: [{ unit: a, points: -2, reason: Late }]\n",
            "50 + 20 + 14 moved by -2 to 82",
        );
        case("scores: { g: { a: { x: 50, w: ~, z: 7 } } }\n", "50 + 14 between 64 and 94");
        case("scores: { g: { a: { x: ~, w: ~, z: ~ } } }\n", " up to 110");
    }

    #[test]
    fn parts_that_do_not_add_up_make_no_stack() {
        case("scores: { g: { a: { x: 45, w: exempt, z: 7 } } }\n", "no stack");
    }

    #[test]
    fn only_sums_of_several_scores_are_stacked() {
        let columns = |scheme: &str| told(scheme, "scores: { g: { a: { x: 1, w: 2 } } }\n", stackable);
        let two = "criteria: [{ id: x, name: X, max: 10 }, { id: w, name: W, max: 10 }]\n";
        assert_eq!(columns(&format!("title: S\n{two}")), [Column::at(0), Column::at(1)]);
        assert_eq!(columns(&format!("title: S\ntotal: mean\n{two}")), []);
        let shown = "criteria: [{ id: x, name: X, max: 10 }, { id: w, name: W, max: 10, scored: false }]\n";
        assert_eq!(columns(&format!("title: S\n{shown}")), []);
    }
}
