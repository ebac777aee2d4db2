//! Rule 9: nobody stands above a unit whose value is the best that the criterion allows.
//!
//! By hand: of a criterion with `max: 10` one unit has 10 and another is not known. That one may have 10 too, never
//! more, so that the rank of the first is 1. Where ties share the last of their ranks, or the mean of them, those that
//! may be equal are counted: with three of them in all the rank is at most 3, or 2.

use super::rank_bounds::RankBounds;
use super::score_bounds::{Conflict, ScoreBounds};
use crate::rankings::ties::Equals;

/// Gives the units with the best value the ranks that there are without anybody above.
pub(super) fn apply(scores: &mut ScoreBounds) {
    let Some(mut ranks) = scores.ranks.take() else { return };
    if let Some(best) = ranks.best_possible.filter(|_| ranks.equals_share) {
        let ranked: Vec<usize> = (0..ranks.possible.len()).filter(|&row| ranks.is_ranked[row]).collect();
        let ends = |row: usize| ranks.oriented_interval((scores.low[row], scores.high[row]));
        // A score beyond the best one is a fault of the score file, of which nothing is concluded.
        let is_sound = ranked.iter().all(|&row| ends(row).0 <= best);
        let may_be_best =
            ranked.iter().filter(|&&row| ends(row).1.saturating_add(ranks.rounding_slack) >= best).count();
        let at_best: Vec<usize> = ranked.iter().copied().filter(|&row| ends(row).0 == best && is_sound).collect();
        if let Some(worst) = worst_bucket(&ranks, ranked.len(), may_be_best) {
            for row in at_best {
                match ranks.narrow(row, 1, worst) {
                    Some(has_changed) => scores.is_dirty |= has_changed,
                    None => scores.contradict(Conflict::Row(row)),
                }
            }
        }
    }
    scores.ranks = Some(ranks);
}

/// The worst bucket without anybody above, where so many of the rows may be equal; none where that is not known.
fn worst_bucket(ranks: &RankBounds, rows: usize, may_be_best: usize) -> Option<u32> {
    let unseen = |n: u32| n.saturating_sub(u32::try_from(rows).unwrap_or(n));
    let equal = || Some(unseen(ranks.population?).saturating_add(u32::try_from(may_be_best).ok()?));
    match ranks.rule.equals {
        Equals::First => Some(1),
        Equals::Last => equal(),
        // Half of 1 + how many are equal, in halves.
        Equals::Mean => equal().map(|n| n.saturating_add(1)),
        Equals::InOrder | Equals::AsAnnounced => None,
    }
}
