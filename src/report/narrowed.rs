//! Which intervals tell something of a unit, beyond the limits that hold for any.

use rust_decimal::Decimal;

use crate::rankings::{Known, Reason, Standing};

/// The ends between which a score lies; none where it is exactly known, or where they are just the limits of its column.
pub(crate) fn narrowed(standing: &Standing) -> Option<(Decimal, Decimal)> {
    let Known::Between(low, high) = standing.score else { return None };
    let is_whole_scale = low <= Decimal::ZERO && standing.maximum.is_some_and(|max| high >= max);
    (!is_whole_scale && standing.reason != Some(Reason::Limits)).then_some((low, high))
}

#[cfg(test)]
mod tests {
    use super::narrowed;
    use crate::report::tests::told;

    /// What is told of the first of two criteria of unit `a`, the second of which has no maximum; then of the second, and
    /// of the total.
    #[track_caller]
    fn case(scores: &str, expected: [&str; 3]) {
        let scheme = "title: S\ndecimals: 0\ncriteria: [{ id: x, name: X, max: 10 }, { id: w, name: W }]\n";
        let found = told(scheme, &format!("scores: {{ g: {{ a: {{ {scores} }} }} }}\n"), |part| {
            let ends = part.group.scheme.columns().map(|column| narrowed(&part.standing(column, 0)));
            ends.map(|ends| ends.map_or("-".to_owned(), |(low, high)| format!("{low} to {high}"))).collect::<Vec<_>>()
        });
        assert_eq!(found, expected);
    }

    #[test]
    fn an_interval_tells_where_it_is_narrower_than_the_scale() {
        case("x: { min: 3, max: 7 }, w: 5", ["3 to 7", "-", "8 to 12"]);
        case("x: { min: 0, max: 7 }, w: 5", ["0 to 7", "-", "5 to 12"]);
        case("x: { min: 0, max: 10 }, w: 5", ["-", "-", "5 to 15"]);
        case("x: 7, w: 5", ["-", "-", "-"]);
        case("x: ~, w: ~", ["-", "-", "-"]);
    }

    #[test]
    fn where_there_is_no_maximum_both_ends_tell() {
        case("x: 7, w: { min: 0, max: 5 }", ["-", "0 to 5", "7 to 12"]);
    }
}
