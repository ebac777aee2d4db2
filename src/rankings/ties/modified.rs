//! `ties: modified`, 1-3-3-4: modified competition ranking; `method="max"` of `scipy.stats.rankdata`.
//!
//! By hand: 98, 95, 95, 93.6. Three units have 95 or more, so both with 95 are 3; four have 93.6 or more, so it is 4.

use super::{Counted, Equals, Run, TieRule};
use crate::model::Rank;

/// The rule.
pub(super) const RULE: TieRule = TieRule { rank, counted: Counted::Units, equals: Equals::Last };

/// How many units are as good or better.
fn rank(run: Run, _: u32) -> Rank {
    Rank::whole(run.above + run.len)
}
