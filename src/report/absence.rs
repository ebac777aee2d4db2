//! What parts without a value did to a number that there is all the same.

use crate::model::{Exempt, Missing};
use crate::rankings::{Basis, Known, StandingState};
use crate::report::columns::counted;
use crate::report::group::GroupResult;

/// What became of a part without a value in a total that there is all the same.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// No value exists; it counts as 0.
    Zero,
    /// It does not apply; it counts as its maximum.
    Full,
    /// It does not apply; it counts as 0.
    Nothing,
    /// The others make the total alone.
    Left,
}

pub(crate) const WAYS: [Way; 4] = [Way::Left, Way::Zero, Way::Full, Way::Nothing];

/// The lowest parts of a column that are in that state.
pub(crate) fn add_leaves(
    part: GroupResult<'_>,
    column: usize,
    row: usize,
    state: StandingState,
    leaves: &mut Vec<usize>,
) {
    for child in counted(&part.group.scheme, column) {
        if part.standing(child, row).state != state {
            continue;
        }
        let before = leaves.len();
        add_leaves(part, child, row, state, leaves);
        if leaves.len() == before {
            leaves.push(child);
        }
    }
}

/// The parts of a made number that have no value, and what became of each.
pub(crate) fn absent(part: GroupResult<'_>, column: usize, row: usize) -> Vec<(usize, Way)> {
    let scheme = &part.group.scheme;
    let standing = part.standing(column, row);
    let is_made = matches!(standing.score_basis, Some(Basis::Computed | Basis::Deduced)) && scheme.is_made(column);
    if !is_made || !matches!(standing.score, Known::Exact(_)) {
        return Vec::new();
    }
    let way = |column: usize| match part.standing(column, row).state {
        StandingState::Missing => Some(if scheme.missing == Missing::Zero { Way::Zero } else { Way::Left }),
        StandingState::Exempt => Some(match scheme.exempt {
            Exempt::Full => Way::Full,
            Exempt::Nothing => Way::Nothing,
            Exempt::Rescale | Exempt::Unranked => Way::Left,
        }),
        _ => None,
    };
    counted(scheme, column).into_iter().filter_map(|child| Some((child, way(child)?))).collect()
}

/// What became of all parts of a number without a value, those of its parts included.
pub(crate) fn ways(part: GroupResult<'_>, column: usize, row: usize) -> Vec<Way> {
    let own = absent(part, column, row).into_iter().map(|(_, way)| way);
    let children = counted(&part.group.scheme, column).into_iter();
    own.chain(children.flat_map(|child| ways(part, child, row))).collect()
}
