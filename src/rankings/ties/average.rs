//! `ties: average`, 1-2.5-2.5-4: fractional ranking; `method="average"` of `scipy.stats.rankdata`.
//!
//! By hand: 98, 95, 95, 93.6. The two with 95 share the places 2 and 3, whose mean is 2.5; 93.6 has place 4.

use super::{Counted, Equals, Run, TieRule};
use crate::model::Rank;

/// The rule.
pub(super) const RULE: TieRule = TieRule { rank, counted: Counted::Units, equals: Equals::Mean };

/// The mean of the places that the run shares: its first and its last, halved.
fn rank(run: Run, _: u32) -> Rank {
    let (first, last) = (run.above + 1, run.above + run.len);
    Rank::halves(first + last)
}
