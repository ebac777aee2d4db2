//! What parts without a value did to a number that there is all the same.

use rust_decimal::Decimal;

use crate::model::{Absence, Aggregate, Column, Exempt, Missing};
use crate::rankings::{self, Basis, Known, Rescaled, StandingState};
use crate::report::columns::{counted, has_maxima};
use crate::report::group::GroupResult;

/// What became of a part without a value in a total that there is all the same.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum AbsenceEffect {
    /// No value exists; it counts as 0.
    Zero,
    /// It does not apply; it counts as its maximum.
    Full,
    /// It does not apply; it counts as 0.
    Nothing,
    /// No value exists; the others make the total alone.
    LeftMissing,
    /// It does not apply; the others make the total alone.
    LeftExempt,
}

pub(crate) const ABSENCE_EFFECTS: [AbsenceEffect; 5] = [
    AbsenceEffect::LeftMissing,
    AbsenceEffect::LeftExempt,
    AbsenceEffect::Zero,
    AbsenceEffect::Full,
    AbsenceEffect::Nothing,
];

/// The criteria in that state that are parts of a column and have no part in it themselves.
pub(crate) fn lowest_parts(part: GroupResult<'_>, column: Column, row: usize, state: StandingState) -> Vec<Column> {
    let mut lowest = Vec::new();
    for child in counted(&part.group.scheme, column) {
        if part.standing(child, row).state != state {
            continue;
        }
        let below = lowest_parts(part, child, row, state);
        if below.is_empty() {
            lowest.push(child);
        }
        lowest.extend(below);
    }
    lowest
}

/// The parts of a made number that have no value, and what became of each.
pub(crate) fn absent(part: GroupResult<'_>, column: Column, row: usize) -> Vec<(Column, AbsenceEffect)> {
    let scheme = &part.group.scheme;
    let standing = part.standing(column, row);
    let is_made = matches!(standing.score_basis, Some(Basis::Computed | Basis::Deduced)) && scheme.is_made(column);
    if !is_made || !matches!(standing.score, Known::Exact(_)) {
        return Vec::new();
    }
    let way = |column: Column| match part.standing(column, row).state.absence() {
        Some(Absence::Missing) => {
            Some(if scheme.missing == Missing::Zero { AbsenceEffect::Zero } else { AbsenceEffect::LeftMissing })
        }
        Some(Absence::Exempt) => Some(match scheme.exempt {
            Exempt::Full => AbsenceEffect::Full,
            Exempt::Nothing => AbsenceEffect::Nothing,
            Exempt::Rescale | Exempt::Unranked => AbsenceEffect::LeftExempt,
        }),
        None => None,
    };
    counted(scheme, column).into_iter().filter_map(|child| Some((child, way(child)?))).collect()
}

/// What became of all parts of a number without a value, those of its parts included.
pub(crate) fn ways(part: GroupResult<'_>, column: Column, row: usize) -> Vec<AbsenceEffect> {
    let own = absent(part, column, row).into_iter().map(|(_, way)| way);
    let children = counted(&part.group.scheme, column).into_iter();
    own.chain(children.flat_map(|child| ways(part, child, row))).collect()
}

/// The percent of the whole that a unit must have to be ranked, where its total does not exist because it has less; a sum
/// of parts without a maximum has no share of a whole.
pub(crate) fn too_little(part: GroupResult<'_>, row: usize) -> Option<Decimal> {
    let scheme = &part.group.scheme;
    let lacks = part.standing(part.total(), row).state.absence() == Some(Absence::Missing);
    let has_whole = scheme.total != Aggregate::Sum || has_maxima(scheme, part.total());
    match scheme.missing {
        Missing::AtLeastPercent(least) if lacks && has_whole => Some(least),
        Missing::AtLeastPercent(_) | Missing::Unranked | Missing::Zero => None,
    }
}

/// How a sum without some of its parts was brought to its whole scale, as the engine did it; only where that is the whole
/// calculation, and not where points were added as well.
pub(crate) fn rescaled(part: GroupResult<'_>, column: Column, row: usize) -> Option<Rescaled> {
    let is_moved = column == part.total() && part.group.adjustments.iter().any(|a| a.row.index() == row);
    if is_moved { None } else { rankings::rescaled(part.group, part.ranking, column, row) }
}

#[cfg(test)]
mod tests {
    use super::rescaled;
    use crate::report::tests::told;

    /// The calculation of the total of unit `a`, of parts of 60, 30 and 10 points, the last of which counts twice.
    #[track_caller]
    fn case(rules: &str, scores: &str, expected: &str) {
        let scheme = format!(
            "title: S\n{rules}\ncriteria:\n  - {{ id: x, name: X, max: 60 }}\n  - {{ id: w, name: W, max: 30 }}\n  - {{ id: z, name: Z, max: 10, weight: 2 }}\n"
        );
        let found = told(&scheme, scores, |part| rescaled(part, part.total(), 0));
        let told = found.map(|made| format!("{} x {} / {}", made.sum, made.whole, made.present));
        assert_eq!(told.as_deref().unwrap_or("none"), expected);
    }

    const EXEMPT: &str = "scores: { g: { a: { x: 45, w: exempt, z: 7 } } }\n";

    #[test]
    fn a_sum_is_rescaled_as_the_engine_does_it() {
        case("exempt: rescale", EXEMPT, "59 x 110 / 80");
        case("exempt: full", EXEMPT, "none");
        case("exempt: rescale", "scores: { g: { a: { x: 45, w: 9, z: 7 } } }\n", "none");
        case(
            "missing: { at_least_percent: 70 }",
            "scores: { g: { a: { x: 45, w: missing, z: 7 } } }\n",
            "59 x 110 / 80",
        );
        case("missing: { at_least_percent: 80 }", "scores: { g: { a: { x: 45, w: missing, z: 7 } } }\n", "none");
    }

    #[test]
    fn what_counts_as_nothing_stays_within_the_scale() {
        case(
            "missing: zero\nexempt: rescale",
            "scores: { g: { a: { x: 45, w: exempt, z: missing } } }\n",
            "45 x 110 / 80",
        );
        case(
            "missing: { at_least_percent: 70 }\nexempt: rescale",
            "scores: { g: { a: { x: missing, w: exempt, z: 7 } } }\n",
            "none",
        );
    }

    #[test]
    fn there_is_no_plain_calculation_with_points_on_top_or_before_all_is_known() {
        case("exempt: rescale", &format!("{EXEMPT}adjustments: [{{ unit: a, points: -2, reason: Late }}]\n"), "none");
        case("exempt: rescale", "scores: { g: { a: { x: ~, w: exempt, z: 7 } } }\n", "none");
    }
}
