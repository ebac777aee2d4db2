//! `ties: dense`, 1-2-2-3: dense ranking; `method="dense"` of `scipy.stats.rankdata`.
//!
//! By hand: 98, 95, 95, 93.6. One different value (98) stands above 95, so both are 2; two stand above 93.6, so it is 3.

use super::{Counted, Equals, Run, TieRule};
use crate::model::Rank;

/// The rule.
pub(super) const RULE: TieRule = TieRule { rank, counted: Counted::Values, equals: Equals::First };

/// How many different values are better, plus 1.
fn rank(run: Run, _: u32) -> Rank {
    Rank::whole(run.values_above + 1)
}
