//! An announced value that is not the computed one and is accepted: what tables, scorecards and statements say of it.

use crate::common::offices::{TWO, built_2024 as built, case};

#[test]
fn an_accepted_difference_is_told_at_the_table_and_on_the_scorecard() {
    let scheme = format!("within: 0.5\n{TWO}");
    let scores = "scores: { g: { a: { x: 9, z: 14, total: 23.4 }, b: { x: 8.1, z: 9, total: 17 }, c: { x: 7, z: 1, total: 8 } } }
announced: { g: { total: [{ rank: 1, score: 23.4, units: [a] }, { rank: 2, score: 17, units: [b] }, { rank: 3, score: 8, units: [c] }] } }\n";
    case(
        &built(&scheme, scores),
        &[
            (
                "2024/groups/g",
                "1 đơn vị có số công bố khác số tính được, chênh lệch nhiều nhất 0,4; mức chênh lệch được chấp nhận là 0,5.",
            ),
            (
                "en/2024/groups/g",
                "For 1 unit the announced value is not the computed one but 0.4 away from it; up to 0.5 is accepted.",
            ),
            ("2024/units/a", "Số công bố: 23,4. Số tính được: 23. Chênh lệch không quá 0,5 được chấp nhận."),
            ("en/2024/units/a", "Announced: 23.4. Computed: 23. A difference of up to 0.5 is accepted."),
            ("2024/announcement", "số 23 của Sở A, tính từ điểm thành phần, chênh lệch không quá mức chấp nhận 0,5"),
            (
                "en/2024/announcement",
                "23 of Office A, computed from its scores, differs by no more than 0.5, which is accepted",
            ),
            ("2024/announcement", "đúng với số 17,1 của Sở B, tính từ điểm thành phần, sau khi làm tròn"),
            ("en/2024/announcement", "the same as 17.1 of Office B, computed from its scores, once that is rounded"),
        ],
        &[
            ("en/2024/units/b", "is accepted"),
            ("en/2024/units/c", "is accepted"),
            ("en/2024/criteria/x", "is accepted"),
        ],
    );
}

#[test]
fn what_a_total_leaves_is_told_with_how_far_it_may_be_off() {
    // Both are first, so that what b has is 23, though 22.6 was announced: its criteria add up to more than that.
    let scheme = format!("within: 0.5\n{TWO}");
    let scores = "scores: { g: { a: { x: 9, z: 14 }, b: { x: 8.1, z: ~ }, c: { x: 7, z: 1 } } }
announced: { g: { total: [{ rank: 1, score: 22.6, units: [a, b] }, { rank: 2, units: [c] }] } }\nnot_assessed: [d]\n";
    case(
        &built(&scheme, scores),
        &[
            ("2024/units/b", "phần còn lại của Tổng điểm, số được chênh lệch không quá 0,5, sau các tiêu chí khác"),
            ("en/2024/units/b", "what Total, which may be up to 0.5 off, leaves after the other criteria"),
            ("en/2024/groups/g", "or the announced total may differ from the sum."),
        ],
        &[("en/2024/units/b", "what Total leaves")],
    );
}
