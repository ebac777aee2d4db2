//! `ties: ordinal`, 1-2-3-4: ordinal ranking; `method="ordinal"` of `scipy.stats.rankdata`.
//!
//! By hand: 98, 95, 95, 93.6 are 1, 2, 3, 4. The order within the run is that of the score file, once the scheme's
//! `break_ties_by` has spoken.

use super::Run;
use crate::model::Rank;

/// The place in order.
pub(super) fn rank(run: Run, position: u32) -> Rank {
    Rank::whole(run.above + position + 1)
}
