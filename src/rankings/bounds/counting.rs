//! Rule 7: the units surely above or below a unit have at least so many different scores. With `dense`, k of them above
//! make its rank k + 1 or lower, k below make it at most the last rank − k. Other tie rules count units instead.
//!
//! How many different scores intervals must have is found by stabbing them greedily: take the interval with the best
//! low end, count one, skip all that reach it, go on. By hand: above a unit with at most 81.6 stand 98, 95, 95, 93.6, 92
//! and one from 81.9 to 91.9. That is 98 | 95 | 93.6 | 92 | 81.9: five scores, so its rank is 6 or lower.

use super::equals;
use super::rank_bounds::{OPEN_END, RankBounds};
use super::score_bounds::{Conflict, ScoreBounds};
use crate::rankings::ties::{Counted, Equals};

/// Narrows the ranks of each unit by those surely above and below it, and by those equal to it.
pub(super) fn apply(scores: &mut ScoreBounds) {
    let Some(mut ranks) = scores.ranks.take() else { return };
    let rows: Vec<usize> = (0..ranks.possible.len()).filter(|&row| ranks.is_ranked[row]).collect();
    let equal = equals::others(scores, &ranks);
    let counts = BucketCounts::of(scores, &ranks, &rows, &equal);
    for (at, &row) in rows.iter().enumerate() {
        let best = best_bucket(&ranks, counts.above[at], equal[row]);
        let worst = worst_bucket(&ranks, &counts, at, equal[row]);
        match ranks.narrow(row, best, worst) {
            Some(has_changed) => scores.is_dirty |= has_changed,
            None => scores.contradict(Conflict::Row(row)),
        }
    }
    scores.ranks = Some(ranks);
}

/// How many are surely above and below each unit; with `dense`, how many different scores.
struct BucketCounts {
    above: Vec<u32>,
    below: Vec<u32>,
    /// With `dense`, the most ranks that those not surely below can take up: equal units take up one.
    left: Option<Vec<u32>>,
}

impl BucketCounts {
    fn of(scores: &ScoreBounds, ranks: &RankBounds, rows: &[usize], equal: &[u32]) -> Self {
        let interval = |&row: &usize| ranks.comparable_interval((scores.low[row], scores.high[row]));
        let intervals: Vec<(i64, i64)> = rows.iter().map(interval).collect();
        let is_dense = ranks.rule.counted == Counted::Values;
        let (above, below) =
            (counts_above(&intervals, &intervals, is_dense), counts_below(&intervals, &intervals, is_dense));
        let left = ranks.population.filter(|_| is_dense).map(|population| {
            let mut once: Vec<(i64, i64)> =
                rows.iter().zip(&intervals).filter(|(row, _)| equal[**row] > 0).map(|(_, m)| *m).collect();
            once.sort_unstable();
            once.dedup();
            once.extend(rows.iter().zip(&intervals).filter(|(row, _)| equal[**row] == 0).map(|(_, m)| *m));
            let repeated = u32::try_from(rows.len() - once.len()).unwrap_or(0);
            let most = population.saturating_sub(repeated);
            counts_below(&intervals, &once, false).into_iter().map(|below| most.saturating_sub(below)).collect()
        });
        Self { above, below, left }
    }
}

/// The best bucket of a unit with so many above it, and so many equal to it.
fn best_bucket(ranks: &RankBounds, above: u32, equal: u32) -> u32 {
    let alone = (above + 1).saturating_mul(ranks.buckets_per_rank());
    match ranks.rule.equals {
        Equals::First | Equals::InOrder | Equals::AsAnnounced => alone,
        // The last of the ranks that equal units share, or their mean: half a rank for each of the others.
        Equals::Last | Equals::Mean => alone.saturating_add(equal),
    }
}

/// The worst bucket of a unit with so many below it, and so many equal to it.
fn worst_bucket(ranks: &RankBounds, counts: &BucketCounts, at: usize, equal: u32) -> u32 {
    let below = counts.below[at];
    let units = ranks.population.map(|n| n.saturating_sub(below));
    let by_population = match (ranks.rule.counted, ranks.rule.equals) {
        (Counted::Values, _) => counts.left.as_ref().map(|left| left[at]),
        (Counted::Units, Equals::First) => units.map(|n| n.saturating_sub(equal)),
        (Counted::Units, Equals::Mean) => {
            units.map(|n| n.saturating_mul(ranks.buckets_per_rank()).saturating_sub(equal))
        }
        (Counted::Units, Equals::Last | Equals::InOrder | Equals::AsAnnounced) => units,
    };
    let by_last = match (ranks.rule.counted, ranks.rule.equals) {
        (_, Equals::AsAnnounced) => ranks.last,
        // The last bucket is that of all units; several may share it at the end.
        (Counted::Values, _) | (Counted::Units, Equals::Last | Equals::InOrder) => {
            ranks.last.map(|last| last.saturating_sub(below))
        }
        (Counted::Units, Equals::First | Equals::Mean) => ranks.last.map(|last| last.saturating_sub(below.min(1))),
    };
    by_last.unwrap_or(OPEN_END).min(by_population.unwrap_or(OPEN_END))
}

fn counts_below(intervals: &[(i64, i64)], among: &[(i64, i64)], is_dense: bool) -> Vec<u32> {
    let mirrored =
        |intervals: &[(i64, i64)]| intervals.iter().map(|&(worst, best)| (-best, -worst)).collect::<Vec<_>>();
    counts_above(&mirrored(intervals), &mirrored(among), is_dense)
}

/// For each interval, how many of the others (with `dense`, how many different scores) lie surely above it.
fn counts_above(intervals: &[(i64, i64)], among: &[(i64, i64)], is_dense: bool) -> Vec<u32> {
    let mut sorted = among.to_vec();
    sorted.sort_unstable_by(|a, b| b.cmp(a));
    let counts = if is_dense { different(&sorted) } else { (0..).take(sorted.len() + 1).collect() };
    let above = |&(_, best): &(i64, i64)| counts[sorted.partition_point(|&(worst, _)| worst > best)];
    intervals.iter().map(above).collect()
}

/// For each prefix of intervals, sorted by their worse end from the best on, how many different scores it must have.
fn different(sorted: &[(i64, i64)]) -> Vec<u32> {
    let (mut stabbed, mut count) = (None, 0);
    let step = |&(worst, best): &(i64, i64)| {
        if stabbed.is_none_or(|point| best < point) {
            (stabbed, count) = (Some(worst), count + 1);
        }
        count
    };
    std::iter::once(0).chain(sorted.iter().map(step)).collect()
}
