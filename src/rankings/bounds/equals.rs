//! Rule 8: units of a column with exactly equal values share one interval of ranks, and each counts the others as equal,
//! where the tie rule lets them share a rank.
//!
//! By hand: of four units two have 3, one has 16 and one at least 10. Two stand above each of the two and none below;
//! with `competition` the other one is no third above, so that both are 3. With `dense` they take one rank together, so
//! that there are three ranks at most. How equal units are counted stands in rule 7.

use super::rank_bounds::RankBounds;
use super::score_bounds::{Conflict, ScoreBounds};
use crate::model::count_of;

/// Gives equal units the ranks that each of them can have.
pub(super) fn apply(scores: &mut ScoreBounds) {
    let Some(mut ranks) = scores.ranks.take() else { return };
    for rows in classes(scores, &ranks) {
        let best = rows.iter().map(|&row| ranks.possible[row].0).max().unwrap_or(0);
        let worst = rows.iter().map(|&row| ranks.possible[row].1).min().unwrap_or(0);
        for row in rows {
            match ranks.narrow(row, best, worst) {
                Some(has_changed) => scores.is_dirty |= has_changed,
                None => scores.contradict(Conflict::Row(row)),
            }
        }
    }
    scores.ranks = Some(ranks);
}

/// For each row how many others have exactly its value and share its rank.
pub(super) fn others(scores: &ScoreBounds, ranks: &RankBounds) -> Vec<u32> {
    let mut others = vec![0; ranks.possible.len()];
    for rows in classes(scores, ranks) {
        let n = count_of(rows.len() - 1);
        rows.iter().for_each(|&row| others[row] = n);
    }
    others
}

/// For each row how many units share its rank, itself included; 0 where nobody surely does, or more may.
pub(super) fn sharing(scores: &ScoreBounds, ranks: &RankBounds) -> Vec<u32> {
    let mut sharing = vec![0; ranks.possible.len()];
    let is_ranked: Vec<usize> = (0..ranks.possible.len()).filter(|&row| ranks.is_ranked[row]).collect();
    if !ranks.all_here || ranks.population.is_none_or(|n| n as usize != is_ranked.len()) {
        return sharing;
    }
    let sorted = |ends: &[i64]| {
        let mut ends: Vec<i64> = is_ranked.iter().map(|&row| ends[row]).collect();
        ends.sort_unstable();
        ends
    };
    let (lows, highs) = (sorted(&scores.low), sorted(&scores.high));
    for rows in classes(scores, ranks) {
        let value = scores.low[rows[0]];
        let from_below = lows.partition_point(|&low| low <= value.saturating_add(ranks.rounding_slack));
        let may_be_equal =
            from_below - highs.partition_point(|&high| high < value.saturating_sub(ranks.rounding_slack));
        let count = u32::try_from(rows.len()).ok().filter(|_| may_be_equal == rows.len()).unwrap_or(0);
        rows.iter().for_each(|&row| sharing[row] = count);
    }
    sharing
}

/// The rows of each value that several are known to have; none where equal units need not share a rank.
fn classes(scores: &ScoreBounds, ranks: &RankBounds) -> Vec<Vec<usize>> {
    let is_known = |row: &usize| ranks.is_ranked[*row] && scores.low[*row] == scores.high[*row];
    let mut rows: Vec<usize> = (0..ranks.possible.len()).filter(|_| ranks.equals_share).filter(is_known).collect();
    rows.sort_by_key(|&row| scores.low[row]);
    let classes = rows.chunk_by(|&a, &b| scores.low[a] == scores.low[b]);
    classes.filter(|rows| rows.len() > 1).map(<[usize]>::to_vec).collect()
}
