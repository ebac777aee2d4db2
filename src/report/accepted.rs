//! Announced values that are not the computed ones, and accepted all the same: a scheme says how far they may lie apart.

use rust_decimal::Decimal;

use crate::model::{Column, Rounding, StatedScore};
use crate::rankings::{Basis, Known, Shown};
use crate::report::group::GroupResult;

/// An announced value that is not the computed one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Accepted {
    /// What was announced.
    pub(crate) announced: StatedScore,
    /// How far the computed value is from it, once that is rounded to the decimals that were announced; above 0.
    pub(crate) apart: Decimal,
}

/// The announced value of a unit that is not the computed one and is accepted all the same; none where the two are one
/// number once the computed one is rounded, and none where the announced one is disputed.
pub(crate) fn accepted(part: GroupResult<'_>, column: Column, row: usize) -> Option<Accepted> {
    let standing = part.standing(column, row);
    let Known::Exact(value) = standing.score else { return None };
    let is_compared = part.group.scheme.is_made(column) && standing.score_basis != Some(Basis::Announced);
    let announced = standing.announced_score.filter(|_| is_compared && !standing.disputed)?;
    let apart = apart(announced, value)?;
    (!apart.is_zero()).then_some(Accepted { announced, apart })
}

/// How far a computed value is from an announced one, or from the nearer end of an announced range; 0 where it is the same
/// once it is rounded to the decimals that were announced.
pub(crate) fn apart(announced: StatedScore, value: Decimal) -> Option<Decimal> {
    let above = |end: Decimal| {
        let rounded = Shown { decimals: end.scale(), rounding: Rounding::HalfUp, whole: false }.number(value);
        rounded.checked_sub(end)
    };
    let (low, high) = match announced {
        StatedScore::One(number) => (number, number),
        StatedScore::Between(low, high) => (low, high),
    };
    Some((-above(low)?).max(above(high)?).max(Decimal::ZERO).normalize())
}

/// How many units of a column have such an announced value, and how far the farthest is from the computed one.
pub(crate) fn accepted_of(part: GroupResult<'_>, column: Column) -> Option<(usize, Decimal)> {
    if part.group.scheme.within.is_zero() {
        return None;
    }
    let found = (0..part.group.units.len()).filter_map(|row| accepted(part, column, row));
    let apart: Vec<Decimal> = found.map(|accepted| accepted.apart).collect();
    Some((apart.len(), apart.into_iter().max()?))
}

#[cfg(test)]
mod tests {
    use super::{accepted, accepted_of};
    use crate::report::tests::told;

    /// How far the announced totals of the units `a` and `b` are from the computed 28 and 15.64, and what is said of all.
    #[track_caller]
    fn case(announced: [&str; 2], expected: [&str; 3]) {
        let scheme =
            "title: S\nwithin: 0.5\ncriteria: [{ id: x, name: X, max: 10, weight: 2 }, { id: w, name: W, max: 10 }]\n";
        let [a, b] = announced;
        let scores = format!("scores: {{ g: {{ a: {{ x: 9, w: 10{a} }}, b: {{ x: 7, w: 1.64{b} }} }} }}\n");
        let found = told(scheme, &scores, |part| {
            let own = |row| accepted(part, part.total(), row).map_or("-".to_owned(), |one| one.apart.to_string());
            let all = accepted_of(part, part.total());
            [own(0), own(1), all.map_or("-".to_owned(), |(n, most)| format!("{n}, {most}"))]
        });
        assert_eq!(found, expected);
    }

    #[test]
    fn an_accepted_difference_is_what_rounding_does_not_explain() {
        case(["", ""], ["-", "-", "-"]);
        case([", total: 28.0", ", total: 15.6"], ["-", "-", "-"]);
        case([", total: 28.3", ", total: 15.5"], ["0.3", "0.1", "2, 0.3"]);
        case([", total: 27.5", ", total: 16"], ["0.5", "-", "1, 0.5"]);
    }
}
