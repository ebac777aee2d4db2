//! `ties: modified`, 1-3-3-4: modified competition ranking; `method="max"` of `scipy.stats.rankdata`.
//!
//! By hand: 98, 95, 95, 93.6. Three units have 95 or more, so both with 95 are 3; four have 93.6 or more, so it is 4.

use super::Run;
use crate::model::Rank;

/// How many units are as good or better.
pub(super) fn rank(run: Run) -> Rank {
    Rank::whole(run.above + run.len)
}
