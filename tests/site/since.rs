//! With which edition an edition is compared, and who was not in that one: it is new, back, or only not in it.

use crate::common::offices::{TWO, built, case};

const ALL: &str = "scores: { g: { a: { x: 9, z: 14 }, b: { x: 8, z: 9 }, c: { x: 7, z: 1 }, d: { x: 6, z: 1 } } }\n";
const THREE: &str = "scores: { g: { a: { x: 9, z: 14 }, b: { x: 8, z: 9 }, c: { x: 7, z: 1 } } }\n";
const FIRST_TWO: &str = "not_assessed: [c]\nscores: { g: { a: { x: 9, z: 14 }, b: { x: 8, z: 9 } } }\n";

#[test]
fn the_edition_that_is_compared_with_is_named() {
    let files = built(TWO, &[(2021, THREE), (2022, FIRST_TWO), (2023, ALL), (2024, &format!("previous: 2022\n{ALL}"))]);
    case(
        &files,
        &[
            ("2024", "Thay đổi so với năm 2022"),
            ("en/2024", "Changes since 2022"),
            ("2024", "So với năm 2022: 2 đơn vị giữ hạng, 1 đơn vị trở lại và 1 đơn vị không có trong năm 2022."),
            ("en/2024", "Since 2022: 2 units unchanged, 1 back after a time and 1 not in 2022."),
            ("2024", "trở lại – năm 2022 không có, nhưng đã có ở kỳ trước đó"),
            ("en/2024", "back – not in 2022, but in an earlier one"),
            ("en/2023", "Since 2022: 2 units unchanged, 1 new and 1 back after a time."),
            ("2023", "So với năm 2022: 2 đơn vị giữ hạng, 1 đơn vị mới và 1 đơn vị trở lại."),
            ("en/2022", "1 unit that was in the group in 2021 is not in it any more."),
            ("2022", "1 đơn vị có trong nhóm năm 2021 nay không còn."),
        ],
        &[("en/2024", "new – "), ("2024", "mới – "), ("en/2024", "edition before")],
    );
}

#[test]
fn totals_that_are_not_compared_are_told_in_whole_sentences() {
    let files = built(
        TWO,
        &[(2023, ALL), (2024, &format!("period: {{ from: 2024-01-01, to: 2024-06-30 }}\nprevious: 2023\n{ALL}"))],
    );
    case(
        &files,
        &[
            ("en/2024", "Since 2023: 4 units cannot be compared."),
            ("2024", "So với năm 2023: 4 đơn vị không so sánh được."),
        ],
        &[],
    );
}

/// Two editions in which all is known but one value of `c` in the second.
fn moved(c: &str, more: &str) -> crate::common::Files {
    let before = "scores: { g: { a: { x: 8, z: 1 }, b: { x: 6, z: 1 }, c: { x: 2, z: 1 }, d: { x: 4, z: 1 } } }\n";
    let now = format!(
        "{more}scores: {{ g: {{ a: {{ x: 7, z: 1 }}, b: {{ x: 9, z: 1 }}, c: {{ x: {c}, z: 1 }}, d: {{ x: 5, z: 1 }} }} }}\n"
    );
    built(TWO, &[(2023, before), (2024, &now)])
}

#[test]
fn who_moved_most_is_said_where_nobody_may_have_moved_further() {
    case(
        &moved("8", ""),
        &[
            ("en/2024", "Largest gain: Office C, up 2 places"),
            ("en/2024", "Largest loss: Office A, down 2 places"),
            ("en/trends", "Totals since 2023: 3 up, 1 down"),
            ("trends", "3 đơn vị tăng điểm so với năm 2023, 1 đơn vị giảm"),
        ],
        &[("en/trends", "where known"), ("trends", "chỉ tính tổng điểm đã biết")],
    );
    let never = [("en/2024", "Largest"), ("2024", "nhiều nhất")];
    case(
        &moved("{ min: 1, max: 8 }", ""),
        &[
            ("en/trends", "Totals since 2023: 2 up, 1 down (where known and comparable)"),
            (
                "trends",
                "2 đơn vị tăng điểm so với năm 2023, 1 đơn vị giảm (chỉ tính tổng điểm đã biết và so sánh được)",
            ),
        ],
        &never,
    );
    case(&moved("8", "population: { g: 6 }\n"), &[], &never);
    // What does not exist has not moved.
    case(
        &moved("missing", ""),
        &[("en/2024", "Largest loss: Office A, down 1 place"), ("en/trends", "Totals since 2023: 2 up, 1 down")],
        &[("en/trends", "where known")],
    );
}
