//! How far the total of one place is from that of another.

use crate::report::difference::Difference;
use crate::report::findings::{shared_score, shared_value};
use crate::report::group::GroupResult;

/// How far the totals of some rows are from those of others, without a sign: of the whole values where all rows of a place
/// have one; otherwise of the printed ones. None where a place has no one total that is known, or where both print the
/// same.
pub(crate) fn gap(part: GroupResult<'_>, rows: &[usize], others: &[usize]) -> Option<Difference> {
    let total = part.total();
    let printed = (shared_score(part, total, rows)?, shared_score(part, total, others)?);
    let printed = (printed.0.min(printed.1), printed.0.max(printed.1));
    let by_print = printed.1.checked_sub(printed.0).filter(|by| !by.is_zero())?;
    Some(match (shared_value(part, total, rows), shared_value(part, total, others)) {
        // Announced totals that stand for all that are rounded to them are not whole ones.
        (Some(own), Some(other)) if !rows.iter().chain(others).any(|&row| part.is_of_printed(total, row)) => {
            let exact = own.checked_sub(other)?.abs();
            Difference::of_points(exact, part.rule(total).map(|shown| shown.decimals), Some(printed))
        }
        _ => Difference::of_rounded(by_print),
    })
}

#[cfg(test)]
mod tests {
    use super::gap;
    use crate::report::tests::told;

    /// How far `b` is from `a`, from either side: `*` where the printed totals differ by something else.
    #[track_caller]
    fn case(scheme: &str, [a, b]: [&str; 2], expected: Option<&str>) {
        let scores = format!("scores: {{ g: {{ a: {{ {a} }}, b: {{ {b} }} }} }}\n");
        let gaps = told(scheme, &scores, |part| [gap(part, &[1], &[0]), gap(part, &[0], &[1])]);
        let told = gaps.map(|gap| gap.map(|gap| format!("{}{}", gap.by, if gap.is_unlike_print { "*" } else { "" })));
        assert_eq!(told, [expected.map(str::to_owned), expected.map(str::to_owned)]);
    }

    /// Two criteria of which the second has a weight, and a line more of the scheme.
    fn scheme(more: &str) -> String {
        format!(
            "title: S\ncriteria: [{{ id: x, name: X, max: 10 }}, {{ id: z, name: Z, max: 10, weight: 1.5 }}]\n{more}\n"
        )
    }

    #[test]
    fn a_gap_is_that_of_the_whole_totals() {
        // 15 and 11.5: a weighted sum of whole scores has a decimal of its own.
        case(&scheme("decimals: 0"), ["x: 9, z: 4", "x: 4, z: 5"], Some("3.5"));
        case(&scheme("decimals: 1"), ["x: 9.4, z: 4", "x: 4, z: 5.2"], Some("3.6"));
        case(&scheme("decimals: 0"), ["x: 9, z: 4", "x: 6, z: 6"], None);
    }

    /// A mean of three parts has no end, and is printed with one decimal.
    #[test]
    fn a_gap_that_the_printed_totals_do_not_make_is_marked() {
        let thirds = "title: S\ndecimals: 0\ntotal: mean\ncriteria: [{ id: x, name: X, max: 10 }, \
            { id: v, name: V, max: 10 }, { id: z, name: Z, max: 10 }]\n";
        // 4.333… and 3.666…, printed 4.3 and 3.7: 0.666… apart.
        case(thirds, ["x: 5, v: 4, z: 4", "x: 4, v: 4, z: 3"], Some("0.6667*"));
        // 4.333… and 2.333…
        case(thirds, ["x: 5, v: 4, z: 4", "x: 3, v: 2, z: 2"], Some("2"));
    }

    /// Totals that are rounded before they are ranked are as far apart as they were before.
    #[test]
    fn a_gap_between_totals_that_are_rounded_is_that_of_the_whole_ones() {
        let whole = "decimals: 0\nrank: { precision: 0 }";
        // 15 and 11.5, which counts as 12.
        case(&scheme(whole), ["x: 9, z: 4", "x: 4, z: 5"], Some("3.5*"));
        // 15 and 14.5, which counts as 15.
        case(&scheme(whole), ["x: 9, z: 4", "x: 7, z: 5"], None);
        // Half to even: 11.5 counts as 12, 14.5 as 14.
        let even = "decimals: 0\nrank: { precision: 0, rounding: half-even }";
        case(&scheme(even), ["x: 7, z: 5", "x: 4, z: 5"], Some("3*"));
        // 15 and 12.
        case(&scheme(whole), ["x: 9, z: 4", "x: 6, z: 4"], Some("3"));
    }

    /// 15 and 14.5 share the first rank as 15; 11.5 counts as 12.
    #[test]
    fn a_gap_to_units_whose_whole_totals_differ_is_that_of_the_rounded_ones() {
        let scores =
            "scores: { g: { a: { x: 9, z: 4 }, b: { x: 7, z: 5 }, c: { x: 4, z: 5 } } }\npopulation: { g: 3 }\n";
        let gap = told(&scheme("decimals: 0\nrank: { precision: 0 }"), scores, |part| gap(part, &[2], &[0, 1]));
        assert_eq!(gap.map(|gap| (gap.by.to_string(), gap.is_of_rounded)), Some(("3".to_owned(), true)));
    }

    #[test]
    fn a_total_that_is_not_known_has_no_gap() {
        case(&scheme("decimals: 0"), ["x: 9, z: 4", "x: 4, z: ~"], None);
    }
}
