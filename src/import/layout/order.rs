//! Comparisons of columns: whether ranks follow scores, whether one column is the sum of others.

use rust_decimal::Decimal;

use super::facts::ColumnFound;

/// How many units must have both to say anything.
const UNITS_MIN: usize = 3;

/// Whether ranks follow scores in all units that have both: higher or lower scores are better, throughout.
pub(super) fn agrees(ranks: &ColumnFound, scores: &ColumnFound) -> bool {
    let pairs = ranks.ranks.iter().zip(&scores.numbers);
    let mut pairs: Vec<(u32, Decimal)> = pairs.filter_map(|(rank, score)| Some(((*rank)?, (*score)?))).collect();
    pairs.sort_unstable();
    let differ = pairs.first().map(|(_, score)| score) != pairs.last().map(|(_, score)| score);
    let falls = pairs.windows(2).all(|pair| pair[0].0 == pair[1].0 || pair[0].1 >= pair[1].1);
    let rises = pairs.windows(2).all(|pair| pair[0].0 == pair[1].0 || pair[0].1 <= pair[1].1);
    let n_ranks = ranks.ranks.iter().flatten().count();
    pairs.len() >= UNITS_MIN && pairs.len() * 2 >= n_ranks && differ && (falls || rises)
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
