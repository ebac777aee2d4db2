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
