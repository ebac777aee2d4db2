//! The mean of a column.

use rust_decimal::Decimal;

use crate::model::Column;
use crate::report::group::GroupResult;

/// The mean of a complete column: rounded half-up to one decimal more than its scores are shown with, as short as it can be.
pub(crate) fn mean(part: GroupResult<'_>, column: Column) -> Option<Decimal> {
    let summary = part.column(column).summary.as_ref()?;
    let scheme = &part.group.scheme;
    // Where scores may have any number of decimals, as many as the ends of the column have, three at most.
    let of_ends = || summary.lowest.scale().max(summary.highest.scale()).min(3);
    // A made column of which nobody says how many it has is shown with few, but may be shown with many.
    let said = part.rule(column).filter(|shown| shown.whole || scheme.column_decimals(column).is_some());
    let own = said.map(|shown| shown.decimals).or(scheme.column_decimals(column));
    let decimals = own.unwrap_or_else(of_ends);
    // Raw values have the digits of their source, of which a mean needs no more than a few.
    let decimals = if scheme.is_raw(column) { decimals.min(3) } else { decimals };
    let finer = summary.mean(decimals.saturating_add(1).min(12)).normalize();
    // A division may leave zeros at the end, which no other number on the pages has.
    Some(part.between_ends(column, finer, summary.mean(12)).normalize())
}

#[cfg(test)]
mod tests {
    use super::mean;
    use crate::report::tests::told;

    /// The means of the columns of a group.
    #[track_caller]
    fn case(scheme: &str, scores: &str, expected: &[&str]) {
        let means = told(scheme, scores, |part| {
            let means = part.group.scheme.columns().map(|column| mean(part, column));
            means.map(|mean| mean.map_or_else(|| "none".to_owned(), |mean| mean.to_string())).collect::<Vec<_>>()
        });
        assert_eq!(means, expected);
    }

    const TWO: &str = "title: S\ndecimals: 1\n\
        criteria: [{ id: x, name: X, max: 10 }, { id: z, name: Z, max: 20 }]\n";

    #[test]
    fn a_mean_has_one_decimal_more_than_its_scores_and_no_zero_at_the_end() {
        let scores =
            |a: &str, b: &str| format!("scores: {{ g: {{ a: {{ x: {a}, z: 14 }}, b: {{ x: {b}, z: 15 }} }} }}\n");
        case(TWO, &scores("8", "9"), &["8.5", "14.5", "23"]);
        case(TWO, &scores("2.4", "9"), &["5.7", "14.5", "20.2"]);
        case(TWO, &scores("2.4", "2.5"), &["2.45", "14.5", "16.95"]);
        case(&TWO.replace("decimals: 1", "decimals: 0"), &scores("8", "9"), &["8.5", "14.5", "23"]);
        let thirds = "scores: { g: { a: { x: 1, z: 0 }, b: { x: 0, z: 0 }, c: { x: 0, z: 1 } } }\n";
        case(TWO, thirds, &["0.33", "0.33", "0.67"]);
        case(&TWO.replace("decimals: 1\n", ""), thirds, &["0.3", "0.3", "0.7"]);
    }

    #[test]
    fn a_column_that_is_not_complete_has_no_mean() {
        case(TWO, "scores: { g: { a: { x: 1, z: 2 }, b: { x: ~, z: 4 } } }\n", &["none", "3", "none"]);
    }
}
