//! Totals that are rounded: announced ones, which stand for all that are rounded to them, and those that are ranked rounded.

use crate::common::offices::{TWO, built, built_2024, case};

const MEAN: &str = "decimals: 1\ntotal: mean\ncriteria:
  - { id: x, name: { vi: Hạ tầng, en: Infrastructure }, max: 10 }\n  - { id: z, name: { vi: Nhân lực, en: Staff }, max: 10 }
  - { id: w, name: { vi: Cải cách, en: Reform }, max: 10 }\n";

/// A year of which the total of `b` was announced, and one of which its scores are known: 8.4667.
fn announced(total: &str) -> crate::common::Files {
    let before = format!(
        "scores: {{ g: {{ a: {{ x: 9, z: 9, w: 9 }}, b: {{ x: ~, z: ~, w: ~, total: {total} }}, c: {{ x: 2, z: 2, w: 2 }} }} }}\nnot_assessed: [d]\n"
    );
    let now = "scores: { g: { a: { x: 9, z: 9, w: 9 }, b: { x: 9, z: 8.4, w: 8 }, c: { x: 2, z: 2, w: 2 } } }\nnot_assessed: [d]\n";
    built(MEAN, &[(2023, &before), (2024, now)])
}

#[test]
fn an_announced_mean_is_no_whole_value() {
    // From 8.45 to 8.55: whether it rose is not known.
    case(
        &announced("8.5"),
        &[("en/trends", "Totals since 2023: none up, none down (where known and comparable)")],
        &[("en/units/b", "fell"), ("en/units/b", "down 0"), ("units/b", "giảm 0"), ("en/units/b", "before rounding")],
    );
    // From 7.95 to 8.05.
    case(
        &announced("8.0"),
        &[
            ("en/units/b", "up 0.5 points between rounded values"),
            ("units/b", "tăng 0,5 điểm theo số đã làm tròn"),
            ("en/trends", "Totals since 2023: 1 up, none down"),
        ],
        &[("en/units/b", "0.46"), ("en/trends", "where known")],
    );
}

#[test]
fn nothing_lies_beyond_the_ends_that_are_printed_beside_it() {
    let whole = format!("{MEAN}rank: {{ precision: 0 }}\n");
    let scores = "scores: { g: { a: { x: 9.3, z: 9.3, w: 9.3 }, b: { x: 9.1, z: 9.1, w: 9.1 }, c: { x: 8.8, z: 8.8, w: 8.8 } } }\nnot_assessed: [d]\n";
    let files = built(&whole, &[(2023, scores), (2024, scores)]);
    case(
        &files,
        &[("en/trends", "| 9 | 9 | 9 | 9 | 3 units."), ("en/2024", "All totals of Departments are 9, rounded")],
        &[("en/trends", "9.1"), ("en/2024", "All totals of Departments are 9 ")],
    );
}

#[test]
fn nobody_has_more_than_the_maximum_by_rounding() {
    let whole = "decimals: 1\nrank: { precision: 0 }\ncriteria:\n  - { id: x, name: { vi: Hạ tầng, en: Infrastructure }, max: 9.6 }\n";
    let files = built_2024(whole, "scores: { g: { a: { x: 9.6 }, b: { x: 9.5 }, c: { x: 3 } } }\nnot_assessed: [d]\n");
    case(
        &files,
        &[("en/2024/units/a", "9.6 of 9.6"), ("en/methodology/s", "because no unit has a better rounded total")],
        &[("en/2024", "10 points"), ("en/2024/units/a", "10 of 9.6")],
    );
}

#[test]
fn where_less_is_better_who_is_behind_has_more() {
    let files = built_2024(
        &format!("rank: {{ order: ascending }}\n{TWO}"),
        "scores: { g: { a: { x: 1, z: 1 }, b: { x: 2, z: 3 }, c: { x: 9, z: 14 } } }\nnot_assessed: [d]\n",
    );
    case(
        &files,
        &[
            ("2024/units/a", "thấp hơn 3 điểm so với hạng 2"),
            ("2024/units/b", "cao hơn 3 điểm so với hạng 1"),
            ("en/2024/units/b", "3 points behind rank 1"),
            ("2024", "Hạng 2: Sở B, 5 điểm, cao hơn 3 điểm so với hạng 1."),
        ],
        &[("2024", "kém")],
    );
}
