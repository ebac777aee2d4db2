//! Comparisons of columns: whether ranks follow scores, whether one column is the sum of others.

use rust_decimal::Decimal;

use super::facts::ColumnFound;

/// How many units must have both to say anything.
const UNITS_MIN: usize = 3;

/// Whether ranks follow scores in all units that have both: higher or lower scores are better, throughout, or throughout each
/// group.
pub(super) fn agrees(ranks: &ColumnFound, scores: &ColumnFound) -> bool {
    let pairs = ranks.ranks.iter().zip(&scores.numbers).zip(&ranks.parts);
    let mut pairs: Vec<(usize, u32, Decimal)> =
        pairs.filter_map(|((rank, score), part)| Some((*part, (*rank)?, (*score)?))).collect();
    let n_ranks = ranks.ranks.iter().flatten().count();
    if pairs.len() < UNITS_MIN || pairs.len() * 2 < n_ranks {
        return false;
    }
    pairs.sort_unstable();
    let in_parts = follow(&pairs);
    pairs.iter_mut().for_each(|(part, ..)| *part = 0);
    pairs.sort_unstable();
    follow(&pairs) || in_parts
}

/// Whether the scores of each part fall with its ranks, or rise with them: all of a rank beside all of the next one. Pairs are
/// sorted by part, rank and score.
fn follow(pairs: &[(usize, u32, Decimal)]) -> bool {
    let runs: Vec<&[(usize, u32, Decimal)]> = pairs.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).collect();
    let ends = |run: &[(usize, u32, Decimal)]| run.first().zip(run.last()).map(|(low, high)| (low.0, low.2, high.2));
    let ends: Vec<(usize, Decimal, Decimal)> = runs.into_iter().filter_map(ends).collect();
    let next = || ends.windows(2).filter(|pair| pair[0].0 == pair[1].0);
    let falls = next().all(|pair| pair[0].1 >= pair[1].2);
    let rises = next().all(|pair| pair[0].2 <= pair[1].1);
    let differ = next().any(|pair| pair[0].1 != pair[1].1 || pair[0].2 != pair[1].2);
    differ && (falls || rises)
}

/// Whether a column is the sum of others in every unit, but for what rounding can change.
pub(super) fn is_sum(total: &ColumnFound, parts: &[&ColumnFound]) -> bool {
    let mut n = 0;
    for (unit, total) in total.numbers.iter().enumerate() {
        let values: Option<Vec<Decimal>> = parts.iter().map(|part| part.numbers[unit]).collect();
        let (Some(total), Some(values)) = (total, values) else { continue };
        let Some(sum) = values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value)) else {
            return false;
        };
        let scale = values.iter().map(Decimal::scale).chain([total.scale()]).max().unwrap_or_default().min(20);
        let step = Decimal::new(i64::try_from(values.len()).unwrap_or(i64::MAX), scale);
        if sum.checked_sub(*total).is_none_or(|apart| apart.abs() > step) {
            return false;
        }
        n += 1;
    }
    n >= UNITS_MIN
}
