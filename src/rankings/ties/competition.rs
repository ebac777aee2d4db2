//! `ties: competition`, 1-2-2-4: standard competition ranking; `method="min"` of `scipy.stats.rankdata`.
//!
//! By hand: 98, 95, 95, 93.6. One unit stands above the two with 95, so both are 2; three stand above 93.6, so it is 4.

use super::{Counted, Equals, Run, TieRule};
use crate::model::Rank;

/// The rule.
pub(super) const RULE: TieRule = TieRule { rank, counted: Counted::Units, equals: Equals::First };

/// How many units are better, plus 1.
fn rank(run: Run, _: u32) -> Rank {
    Rank::whole(run.above + 1)
}
