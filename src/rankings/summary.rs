//! What a complete column comes to: its mean, its middle, its ends.

use rust_decimal::Decimal;

use super::exact;
use crate::model::{Order, Rounding};

/// A complete column in a few numbers, over the units that are ranked in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ColumnSummary {
    /// How many units are ranked.
    pub(crate) count: usize,
    /// The lowest score.
    pub(crate) lowest: Decimal,
    /// The highest score.
    pub(crate) highest: Decimal,
    /// The score of the first rank.
    pub(crate) best: Decimal,
    /// The score of the last rank.
    pub(crate) worst: Decimal,
    /// The middle score, or the mean of the two in the middle.
    pub(crate) median: Decimal,
    /// The sum of all.
    pub(crate) sum: Decimal,
}

impl ColumnSummary {
    /// Of ranks, in halves, with their scores, and which end of these is the better one; none if there are none, or their
    /// sum needs more than 28 digits.
    pub(super) fn of(ranked: &mut [(u32, Decimal)], order: Order) -> Option<Self> {
        let first = ranked.iter().map(|(rank, _)| *rank).min()?;
        ranked.sort_by_key(|&(_, score)| score);
        let (lowest, highest) = (ranked.first()?.1, ranked.last()?.1);
        // Where ranks are taken on rounded values, scores of the first rank may differ: the one at an end is the best.
        let last = ranked.iter().map(|(rank, _)| *rank).max()?;
        let at = |rank: u32| ranked.iter().filter(move |(other, _)| *other == rank).map(|(_, score)| *score);
        let (best, worst) = match order {
            Order::Descending => (at(first).max()?, at(last).min()?),
            Order::Ascending => (at(first).min()?, at(last).max()?),
        };
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
    pub(crate) fn of_unranked(scores: &[Decimal], order: Order) -> Option<Self> {
        Self::of(&mut scores.iter().map(|score| (1, *score)).collect::<Vec<_>>(), order)
    }

    /// The mean, rounded half-up to a number of decimals.
    #[must_use]
    pub(crate) fn mean(&self, decimals: u32) -> Decimal {
        let mean = self.sum.checked_div(Decimal::from(self.count)).unwrap_or_default();
        exact::round(mean, decimals, Rounding::HalfUp)
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::ColumnSummary;
    use crate::model::Order;

    #[track_caller]
    fn case(ranked: &[(u32, &str)], decimals: u32, expected: &str) {
        case_of(ranked, Order::Descending, decimals, expected);
    }

    #[track_caller]
    fn case_of(ranked: &[(u32, &str)], order: Order, decimals: u32, expected: &str) {
        let mut ranked: Vec<(u32, Decimal)> = ranked.iter().map(|(rank, s)| (*rank, s.parse().unwrap())).collect();
        let told = ColumnSummary::of(&mut ranked, order)
            .map(|s| format!("{} {} {} {}–{}", s.count, s.mean(decimals), s.median, s.best, s.worst));
        assert_eq!(told.unwrap_or_default(), expected);
    }

    #[test]
    fn a_column_comes_to_its_mean_median_and_best() {
        case(&[(2, "24"), (4, "20.5"), (6, "6")], 2, "3 16.83 20.5 24–6");
        case(&[(2, "24"), (4, "20.5")], 1, "2 22.3 22.25 24–20.5");
        case_of(&[(4, "24"), (2, "20.5")], Order::Ascending, 2, "2 22.25 22.25 20.5–24");
        case(&[(2, "1"), (2, "1"), (6, "0")], 2, "3 0.67 1 1–0");
        case(&[(2, "1"), (2, "1")], 2, "2 1 1 1–1");
        // Ranks on rounded values: the first and the last rank have more than one score.
        case(&[(2, "1.4"), (2, "1.1"), (4, "0.4"), (4, "0.1")], 2, "4 0.75 0.75 1.4–0.1");
        case_of(&[(4, "1.4"), (4, "1.1"), (2, "0.4"), (2, "0.1")], Order::Ascending, 2, "4 0.75 0.75 0.1–1.4");
        case(&[(2, "4.6"), (2, "5.4")], 1, "2 5.0 5 5.4–4.6");
        case_of(&[(2, "4.6"), (2, "5.4")], Order::Ascending, 1, "2 5.0 5 4.6–5.4");
        case(&[], 2, "");
    }

    #[test]
    fn a_column_without_ranks_has_its_best_at_the_better_end() {
        let scores: Vec<Decimal> = ["9", "3", "3", "1"].map(|score| score.parse().unwrap()).into();
        let told =
            |order| ColumnSummary::of_unranked(&scores, order).map(|s| format!("{} {} {}", s.count, s.median, s.best));
        let both = [Order::Descending, Order::Ascending].map(told);
        assert_eq!(both, [Some("4 3 9".to_owned()), Some("4 3 1".to_owned())]);
        assert_eq!(ColumnSummary::of_unranked(&[], Order::Descending), None);
    }
}
