//! Who leads, by how much and in what, in both languages.

use crate::common::offices::{TWO, built_2024 as built, case};

/// What pages say of the group and of the criterion X: first in Vietnamese, then in English.
const PAGES: [&str; 4] = ["2024", "2024/criteria/x", "en/2024", "en/2024/criteria/x"];

#[test]
fn a_full_score_is_first_whatever_else_is_unknown() {
    for cell in ["{ x: 9, z: 15 }", "{ x: 9, z: ~ }"] {
        for population in ["6", "unknown"] {
            let scores =
                format!("scores: {{ g: {{ a: {{ x: 10, z: 20 }}, b: {cell} }} }}\npopulation: {{ g: {population} }}\n");
            let open = [
                " Chưa rõ có đơn vị nào khác cùng hạng này không.",
                " Whether another unit shares this rank is not known.",
            ];
            let files = built(TWO, &scores);
            let says = [
                format!("*Sở A* dẫn đầu nhóm Các sở với 30 điểm.{}", open[0]),
                format!("Sở A đứng đầu với 10 điểm.{}", open[0]),
                format!("*Office A* leads Departments with 30 points.{}", open[1]),
                format!("Office A is first with 10 points.{}", open[1]),
            ];
            let says: Vec<(&str, &str)> = PAGES.into_iter().zip(says.iter().map(String::as_str)).collect();
            case(&files, &says, &[]);
        }
    }
}

#[test]
fn how_far_totals_are_apart_that_are_rounded_for_ranking_says_which_totals() {
    let halves = "rank: { precision: 0 }\ncriteria:\n  - { id: x, name: X, max: 10 }\n  - { id: z, name: Z, max: 20, weight: 1.5 }\n";
    // 15, 11.5 and 9.
    let files = built(halves, "scores: { g: { a: { x: 9, z: 4 }, b: { x: 4, z: 5 }, c: { x: 3, z: 4 } } }\n");
    case(
        &files,
        &[
            ("2024/groups/g", "Hạng 2: Sở B, 12 điểm, kém 3,5 điểm (khi chưa làm tròn) so với hạng 1."),
            ("en/2024/groups/g", "Rank 2: Office B, 12 points, 3.5 points (before rounding) behind rank 1."),
            ("en/2024/units/b", "3.5 points (before rounding) behind rank 1"),
            ("en/2024/units/b", "3 points ahead of rank 3"),
        ],
        &[("en/2024", "(between")],
    );
    // 15 and 14.5 share the first rank; 11.5 counts as 12.
    let files = built(halves, "scores: { g: { a: { x: 9, z: 4 }, b: { x: 7, z: 5 }, c: { x: 4, z: 5 } } }\n");
    case(
        &files,
        &[
            ("2024/units/c", "kém 3 điểm (theo tổng điểm đã làm tròn) so với hạng 1"),
            ("en/2024/units/c", "3 points (between rounded totals) behind rank 1"),
        ],
        &[],
    );
}

/// Where ties share the last of their ranks, how many are equal is not known, and with it their rank.
#[test]
fn a_full_score_leads_although_its_rank_is_not_known() {
    for ties in ["modified", "average"] {
        let scheme = format!("rank: {{ ties: {ties} }}\n{TWO}");
        let files = built(
            &scheme,
            "population: { g: 6 }\nscores: { g: { a: { x: 10, z: 20 }, b: { x: 10, z: 20 }, c: { x: 1, z: ~ } } }\n",
        );
        case(
            &files,
            &[
                ("en/2024", "*Office A and Office B* lead Departments with 30 points each."),
                ("2024", "*Sở A và Sở B* cùng dẫn đầu nhóm Các sở với 30 điểm."),
                ("en/2024/criteria/x", "Office A and Office B are first with 10 points each."),
            ],
            &[("en/2024", "Who leads")],
        );
    }
    // Points on top may make more.
    let more = "population: { g: 6 }\nscores: { g: { a: { x: 10, z: 20 }, c: { x: 1, z: ~ } } }\nadjustments: [{ unit: c, points: 1, reason: { vi: Thưởng, en: Bonus } }]\n";
    let files = built(&format!("rank: {{ ties: modified }}\n{TWO}"), more);
    case(&files, &[("en/2024", "Who leads Departments was not published.")], &[]);
}
