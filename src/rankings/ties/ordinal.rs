//! `ties: ordinal`, 1-2-3-4: ordinal ranking; `method="ordinal"` of `scipy.stats.rankdata`.
//!
//! By hand: 98, 95, 95, 93.6 are 1, 2, 3, 4. The order within the run is that of the score file, once the scheme's
//! `break_ties_by` has spoken.

use super::{Counted, Equals, Run, TieRule};
use crate::model::Rank;

/// The rule.
pub(super) const RULE: TieRule = TieRule { rank, counted: Counted::Units, equals: Equals::InOrder };

/// The place in order.
fn rank(run: Run, position: u32) -> Rank {
    Rank::whole(run.above + position + 1)
}
