//! `ties: announced`: for ranks that the publisher took on decimals that were not printed. Equal printed scores are
//! ranked as announced, among the places that they share; our own rule, no library has it.
//!
//! By hand: 98, 95, 95, 95, 93.6, of which the publisher announced one with 95 at 3. The three share the places 2 to 4,
//! 3 is one of them: that unit is 3, the other two stand somewhere from 2 to 4. Announced at 5 it would contradict.

use super::{Counted, Equals, Run, TieRule};
use crate::model::{Rank, StatedRank};

/// The rule.
pub(super) const RULE: TieRule = TieRule { rank, counted: Counted::Units, equals: Equals::AsAnnounced };

/// Where nothing is announced, one of the places that the run shares.
fn rank(run: Run, position: u32) -> Rank {
    Rank::whole(run.above + position + 1)
}

/// The places that a unit of the run can have: the announced one, else all that the run shares.
/// The error holds them where the announced rank is outside.
pub(super) fn place(run: Run, announced: Option<&StatedRank>) -> Result<(Rank, Rank), (Rank, Rank)> {
    let shared = (Rank::whole(run.above + 1), Rank::whole(run.above + run.len));
    let Some(stated) = announced else { return Ok(shared) };
    let (best, worst) = (stated.best().max(shared.0), stated.worst().min(shared.1));
    if best <= worst { Ok((best, worst)) } else { Err(shared) }
}

#[cfg(test)]
mod tests {
    use super::{Run, place};
    use crate::model::{Rank, StatedRank};

    #[track_caller]
    fn case(announced: Option<u32>, expected: Result<(u32, u32), (u32, u32)>) {
        let stated = announced.map(|rank| StatedRank::One(Rank::whole(rank)));
        let whole = |(a, b)| (Rank::whole(a), Rank::whole(b));
        let run = Run { above: 1, values_above: 1, len: 3 };
        assert_eq!(place(run, stated.as_ref()), expected.map(whole).map_err(whole));
    }

    #[test]
    fn an_announced_rank_counts_only_among_the_shared_places() {
        case(Some(3), Ok((3, 3)));
        case(None, Ok((2, 4)));
        case(Some(5), Err((2, 4)));
    }
}
