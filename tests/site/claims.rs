//! Sentences that are true of most contents and were false of some: of units that are counted and not named, of ranks that
//! others may share, of values that print alike.

use crate::common::main_text::main_text;
use crate::common::offices::{TWO, built, case};
use crate::common::text;

#[test]
fn what_is_known_of_the_units_named_is_not_said_of_all() {
    let scores = "population: { g: 6 }\nscores: { g: { a: { x: 10, z: 20 }, b: { x: 8, z: 15 }, c: { x: 8, z: 15 }, d: { x: 0, z: 0 } } }\n";
    let files = built(TWO, &[(2024, scores)]);
    case(
        &files,
        &[
            ("en/2024/groups/g", "Known totals of Departments from 0 to 30"),
            ("2024/groups/g", "Tổng điểm đã biết của nhóm Các sở từ 0 đến 30"),
            ("en/archive", "all scores of the 4 named units"),
            (
                "en/weights",
                "All scores of the 4 units named are known, but the group has 6, so they are not ranked anew.",
            ),
            ("weights", "Biết đủ điểm của 4 đơn vị được nêu tên, nhưng nhóm có 6, nên không xếp hạng lại."),
        ],
        &[("en/2024/groups/g", "Totals from 0 to 30"), ("en/weights", "was not published")],
    );
    let part = scores.replace("d: { x: 0, z: 0 }", "d: { x: 0, z: ~ }");
    case(
        &built(TWO, &[(2024, &part)]),
        &[
            ("en/2024", "Published in part: 7 of 8 scores of the named units."),
            ("en/2024", "Totals of the named units: 3 of 4 are known."),
            ("en/2024/groups/g", "The totals of 3 of the 4 that are named in Departments are known"),
            ("en/archive", "7 of 8 scores and 3 of 4 totals of the named units"),
        ],
        &[],
    );
}

#[test]
fn nobody_is_first_whose_rank_is_only_the_best_that_is_known() {
    // A, B and C are somewhere at 1–3, D is fourth.
    let scores = "scores: { g: { a: { x: 9, z: 14 }, b: { x: 9, z: 14 }, c: { x: 9, z: 14 }, d: { x: 1, z: 14 } } }\n";
    let files = built(&format!("{TWO}rank: {{ ties: announced }}\n"), &[(2024, scores)]);
    case(&files, &[], &[("en/2024/criteria/x", "is first"), ("2024/criteria/x", "đứng đầu")]);
}

#[test]
fn a_first_rank_that_another_unit_may_share_is_said_to_be_so() {
    let scheme = "total: given\nmax: 50\ncriteria:\n  - { id: x, name: { vi: Hạ tầng, en: Infrastructure }, max: 10, scored: false }\n";
    let scores = "scores: { g: { a: { x: 9, total: 50 }, b: { x: 10, total: 12.5 }, c: { x: ~, total: ~ }, d: { x: 1, total: 0 } } }\n";
    let open = "*Office A* leads Departments with 50 points. Whether another unit shares this rank is not known.";
    case(
        &built(scheme, &[(2024, scores)]),
        &[
            ("en/2024/groups/g", open),
            (
                "2024/groups/g",
                "*Sở A* dẫn đầu nhóm Các sở với 50 điểm. Chưa rõ có đơn vị nào khác cùng hạng này không.",
            ),
        ],
        &[],
    );
    // One point less that can be had, and it leads alone.
    let below = scores.replace("total: ~", "total: { min: 0, max: 49 }");
    case(&built(scheme, &[(2024, &below)]), &[], &[("en/2024/groups/g", "Whether another")]);
}

#[test]
fn a_total_that_rose_by_less_than_the_decimals_of_scores_is_not_told_as_equal() {
    // (10 + 3.1) / 2 = 6.55 ends within four decimals, so that it is not printed as 6.6, which is (10 + 3.2) / 2.
    let of = |z: &str| {
        format!(
            "scores: {{ g: {{ a: {{ x: 10, z: {z} }}, b: {{ x: 1, z: 1 }}, c: {{ x: 0, z: 1 }}, d: {{ x: 0, z: 0 }} }} }}\n"
        )
    };
    let (was, now) = (of("3.1"), of("3.2"));
    let files = built(&format!("total: mean\n{TWO}"), &[(2023, &was), (2024, &now)]);
    case(
        &files,
        &[("en/units/a", "Office A rose from 6.55 to 6.6"), ("units/a", "Sở A tăng từ 6,55 lên 6,6")],
        &[("en/units/a", "began and ended"), ("units/a", "đầu và cuối")],
    );
}

#[test]
fn the_unit_that_is_announced_as_last_is_listed_last() {
    let scores = "population: { g: 9 }\nannounced: { g: { total: [{ rank: 1, score: 28, count: 3, units: [a] }, { rank: 2, score: 25, count: 4, units: [b, c] }, { last: true, units: [d] }] } }\n";
    let files = built(TWO, &[(2024, scores)]);
    let all = main_text(text(&files, "en/2024/groups/g/index.html"));
    let place = |name: &str| all.rfind(&format!("| {name}")).or_else(|| all.rfind(name)).expect("it is listed");
    assert!(all.contains("Last: Office D; the announcement does not say at which rank."), "{all}");
    let table = &all[all.find("Office A |").unwrap_or_default()..];
    assert!(table.find("Office D") > table.find("Office C"), "{} {}\n{all}", place("Office C"), place("Office D"));
    case(&files, &[("en/2024", "Totals of the named units: 3 of 4 are known.")], &[]);
}

/// Of whom something is known and of whom nothing is are told apart between the leaders and the last.
#[test]
fn those_between_are_told_as_far_as_their_ranks_are_known() {
    let scores = "population: { g: unknown }\nannounced: { g: { total: [{ rank: 1, score: 28, units: [a] }, { rank: { min: 5, max: 8 }, units: [b] }] } }\nscores: { g: { a: {}, b: {}, c: {}, d: {} } }\n";
    let files = built(TWO, &[(2024, scores)]);
    case(
        &files,
        &[
            ("en", "1 unit at one of the ranks 5–8"),
            ("en", "2 units whose ranks were not published"),
            ("en/2024", "As announced on"),
        ],
        &[("en", "3 units whose ranks"), ("en/2024/criteria/x", "As announced on")],
    );
}

/// Where ranks of the group are not known, nothing is said of those who came or went.
#[test]
fn a_move_is_taken_apart_only_where_all_ranks_are_known() {
    let of = |last: &str, points: &str| {
        format!(
            "population: {{ g: unknown }}\nannounced: {{ g: {{ total: [{{ rank: 1, score: 28, units: [a] }}, \
             {{ rank: {last}, score: {points}, units: [b], last: true }}] }} }}\n"
        )
    };
    let files = built(TWO, &[(2023, &of("9", "6")), (2024, &of("13", "5"))]);
    case(&files, &[("en/2024", "down 4 places")], &[("en/2024", "rank unchanged by units that came or went")]);
}
