//! What a complete column comes to: its mean, its middle, its ends.

use rust_decimal::Decimal;

use super::exact;
use crate::model::Rounding;

/// A complete column in a few numbers, over the units that are ranked in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Summary {
    /// How many units are ranked.
    pub count: usize,
    /// The lowest score.
    pub lowest: Decimal,
    /// The highest score.
    pub highest: Decimal,
    /// The score of the first rank.
    pub best: Decimal,
    /// The score of the last rank.
    pub worst: Decimal,
    /// The middle score, or the mean of the two in the middle.
    pub median: Decimal,
    sum: Decimal,
}

impl Summary {
    /// Of ranks, in halves, with their scores; none if there are none, or their sum needs more than 28 digits.
    pub(super) fn of(ranked: &mut [(u32, Decimal)]) -> Option<Self> {
        let first = ranked.iter().map(|(rank, _)| *rank).min()?;
        ranked.sort_by_key(|&(_, score)| score);
        let (lowest, highest) = (ranked.first()?.1, ranked.last()?.1);
        // Where ranks are taken on rounded values, scores of the first rank may differ: the one at an end is the best.
        let firsts = || ranked.iter().filter(|(rank, _)| *rank == first).map(|(_, score)| *score);
        let best = firsts().find(|&score| score == highest).or_else(|| firsts().next())?;
        let last = ranked.iter().map(|(rank, _)| *rank).max()?;
        let lasts = || ranked.iter().filter(|(rank, _)| *rank == last).map(|(_, score)| *score);
        let far = if best == lowest { highest } else { lowest };
        let worst = lasts().find(|&score| score == far).or_else(|| lasts().next())?;
        let (middle, odd) = (ranked.len() / 2, ranked.len() % 2 == 1);
        let median = match odd {
            true => ranked[middle].1,
            false => exact::settle(ranked[middle - 1].1.checked_add(ranked[middle].1)?.checked_div(Decimal::TWO)?),
        };
        let sum = exact::sum(ranked.iter().map(|(_, score)| *score))?;
        Some(Self { count: ranked.len(), lowest, highest, best, worst, median, sum })
    }

    /// Of the scores of a column by which nothing is ranked; the best is the one at the better end.
    #[must_use]
    pub fn of_unranked(scores: &[Decimal], rises: bool) -> Option<Self> {
        let best = if rises { scores.iter().max() } else { scores.iter().min() }?;
        Self::of(&mut scores.iter().map(|score| (1 + u32::from(score != best), *score)).collect::<Vec<_>>())
    }

    /// The mean, rounded half-up to a number of decimals.
    #[must_use]
    pub fn mean(&self, decimals: u32) -> Decimal {
        let mean = self.sum.checked_div(Decimal::from(self.count)).unwrap_or_default();
        exact::round(mean, decimals, Rounding::HalfUp)
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::Summary;

    #[track_caller]
    fn case(ranked: &[(u32, &str)], decimals: u32, expected: &str) {
        let mut ranked: Vec<(u32, Decimal)> = ranked.iter().map(|(rank, s)| (*rank, s.parse().unwrap())).collect();
        let told = Summary::of(&mut ranked)
            .map(|s| format!("{} {} {} {}–{}", s.count, s.mean(decimals), s.median, s.best, s.worst));
        assert_eq!(told.unwrap_or_default(), expected);
    }

    #[test]
    fn a_column_comes_to_its_mean_median_and_best() {
        case(&[(2, "24"), (4, "20.5"), (6, "6")], 2, "3 16.83 20.5 24–6");
        case(&[(2, "24"), (4, "20.5")], 1, "2 22.3 22.25 24–20.5");
        case(&[(4, "24"), (2, "20.5")], 2, "2 22.25 22.25 20.5–24");
        case(&[(2, "1"), (2, "1"), (6, "0")], 2, "3 0.67 1 1–0");
        case(&[(2, "1"), (2, "1")], 2, "2 1 1 1–1");
        // Ranks on rounded values: the first and the last rank have more than one score.
        case(&[(2, "1.4"), (2, "1.1"), (4, "0.4"), (4, "0.1")], 2, "4 0.75 0.75 1.4–0.1");
        case(&[(4, "1.4"), (4, "1.1"), (2, "0.4"), (2, "0.1")], 2, "4 0.75 0.75 0.1–1.4");
        case(&[], 2, "");
    }

    #[test]
    fn a_column_without_ranks_has_its_best_at_the_better_end() {
        let scores: Vec<Decimal> = ["9", "3", "3", "1"].map(|score| score.parse().unwrap()).into();
        let told = |rises| Summary::of_unranked(&scores, rises).map(|s| format!("{} {} {}", s.count, s.median, s.best));
        assert_eq!([true, false].map(told), [Some("4 3 9".to_owned()), Some("4 3 1".to_owned())]);
        assert_eq!(Summary::of_unranked(&[], true), None);
    }
}
