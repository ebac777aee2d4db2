//! Totals of which only a part is known, by the middle of what they can be.

use rust_decimal::Decimal;

use crate::model::Order;
use crate::rankings::Known;
use crate::report::group::GroupResult;

/// The least and the most that a score can be; none where nothing is known of it.
pub(crate) fn ends(score: Known<Decimal>) -> Option<(Decimal, Decimal)> {
    match score {
        Known::Exact(score) => Some((score, score)),
        Known::Between(low, high) => Some((low, high)),
        Known::Nothing => None,
    }
}

/// Sorts rows by the middle of what their total can be, from the best; what is not known at all comes last. Rows with
/// equal middles stay as they are.
pub(crate) fn by_middle(part: GroupResult<'_>, rows: &mut [usize]) {
    let ascending = part.group.scheme.rank.order == Order::Ascending;
    let middle = |row: usize| {
        let (low, high) = ends(part.standing(part.total(), row).score)?;
        low.checked_add(high).map(|sum| if ascending { sum } else { -sum })
    };
    rows.sort_by_key(|&row| middle(row).map_or((true, Decimal::ZERO), |sum| (false, sum)));
}

#[cfg(test)]
mod tests {
    use super::by_middle;
    use crate::report::tests::told;

    /// Units a to d with totals of 50, 30 to 80, nothing and 60, from the best.
    fn sorted(order: &str) -> Vec<usize> {
        let scheme = format!(
            "title: S\nrank: {{ order: {order} }}\ncriteria: [{{ id: x, name: X, max: 50 }}, {{ id: w, name: W }}]\n"
        );
        let scores = "scores: { g: { a: { x: 20, w: 30 }, b: { x: 30, w: { min: 0, max: 50 } }, c: { x: 50, w: ~ }, d: { x: 40, w: 20 } } }\n";
        told(&scheme, scores, |part| {
            let mut rows: Vec<usize> = (0..4).collect();
            by_middle(part, &mut rows);
            rows
        })
    }

    #[test]
    fn the_best_middle_is_first_and_what_is_not_known_last() {
        assert_eq!(sorted("descending"), [3, 1, 0, 2]);
        assert_eq!(sorted("ascending"), [0, 1, 3, 2]);
    }
}
