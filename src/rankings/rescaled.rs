//! Sums that were brought to their whole scale since parts are absent: the calculation as it was made.

use rust_decimal::Decimal;

use super::group_ranking::GroupRanking;
use super::known::Known;
use super::policy::{self, Policy, WeightedPart};
use super::standing::Standing;
use super::totals;
use crate::model::{Aggregate, Column, EditionGroup, State};

/// A sum of the parts that are there, times their whole scale over what they could reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rescaled {
    /// What the parts that are there make, each times its weight.
    pub(crate) sum: Decimal,
    /// Their maximum.
    pub(crate) present: Decimal,
    /// The maximum of all parts that are to be there.
    pub(crate) whole: Decimal,
}

/// How the sum of a row was rescaled, by the rule that made it; none where it was not, where a part is not known, and where
/// parts are raw values, of which only the points that they become were added up.
#[must_use]
pub(crate) fn rescaled(group: &EditionGroup, ranking: &GroupRanking, column: Column, row: usize) -> Option<Rescaled> {
    let scheme = &*group.scheme;
    let parts = WeightedPart::all(scheme, column);
    if scheme.aggregate(column) != Aggregate::Sum || parts.iter().any(|part| scheme.is_raw(part.column)) {
        return None;
    }
    let cell = |part: WeightedPart| {
        let standing = ranking.columns[part.column].standing(row);
        cell(&standing, standing.is_of_printed(scheme, part.column))
    };
    let mut terms = Vec::with_capacity(parts.len());
    let share = policy::settle(Policy::of(scheme), Aggregate::Sum, &parts, cell, &mut terms).ok()??;
    Some(Rescaled { sum: totals::weighted(&terms)?, present: share.present, whole: share.whole })
}

/// The number of a part that was added up, or its state.
fn cell(standing: &Standing, is_of_printed: bool) -> Result<Decimal, State> {
    match standing.score {
        Known::Exact(score) if !is_of_printed => Ok(score),
        _ => Err(standing.state.without_number()),
    }
}
