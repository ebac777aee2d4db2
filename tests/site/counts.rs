//! Of how many, who is counted, and what each state of a cell is called, in both languages.

use crate::common::html::named;
use crate::common::offices::{TWO, built_2024 as built, case};
use crate::common::{Files, text};

/// The cells of the rows of a table, each as it is read; rows are those with a unit or a criterion.
fn cells(files: &Files, page: &str, class: &str) -> Vec<Vec<String>> {
    let tables = named(text(files, &format!("{page}/index.html")), "table");
    let table = tables.into_iter().find(|table| table.has_class(class)).expect("the table");
    let rows = named(&table.inner, "tr").into_iter().map(|row| named(&row.inner, "td"));
    rows.filter(|row| !row.is_empty()).map(|row| row.into_iter().map(|td| td.text).collect()).collect()
}

#[test]
fn of_how_many_is_said_of_the_column_that_is_ranked() {
    let files = built(
        TWO,
        "scores: { g: { a: { x: exempt, z: 20 }, b: { x: exempt, z: 15 }, c: { x: 3, z: 1 }, d: { x: exempt, z: 10 } } }\n",
    );
    case(
        &files,
        &[
            ("2024/criteria/x", "1 đơn vị được xếp hạng, 3 đơn vị không xếp hạng."),
            ("en/2024/criteria/x", "1 unit ranked, 3 not."),
            ("2024/criteria/z", "4 đơn vị."),
            ("en/2024/criteria/z", "4 units."),
        ],
        &[("en/2024/criteria/x", "4 units."), ("en/2024/criteria/z", "ranked, ")],
    );
    let ranks = |page: &str| cells(&files, page, "sheet").into_iter().map(|row| row[0].clone()).collect::<Vec<_>>();
    assert_eq!(ranks("2024/units/c"), ["1 trong 1", "4", "4"]);
    assert_eq!(ranks("en/2024/units/c"), ["1 of 1", "4", "4"]);
    assert_eq!(ranks("en/2024/units/a"), ["", "1", "1"]);
}

#[test]
fn units_that_are_not_ranked_are_named_apart_and_counted_nowhere() {
    let files = built(
        TWO,
        "scores: { g: { a: { x: 10, z: 20 }, b: { x: 8, z: 15 }, c: { x: 1, z: 1 }, d: { x: 0, z: missing } } }
unranked: { a: { vi: Đang xem xét, en: Under review } }\n",
    );
    case(
        &files,
        &[
            ("2024/criteria/x", "3 đơn vị được xếp hạng, 1 đơn vị không xếp hạng."),
            ("en/2024/criteria/x", "3 units ranked, 1 not."),
            ("2024/criteria/x", "Cao nhất từng cột trong các đơn vị có hạng ở cột đó"),
            ("en/2024/criteria/x", "Highest of the units ranked in each column"),
            ("2024/criteria/x", "Ít nhất một nửa trong 3 đơn vị có hạng ở tiêu chí này, nhóm Các sở, đạt từ 1 trở lên"),
            ("en/2024/criteria/x", "At least half of the 3 that are ranked by it in Departments have 1 or more"),
            (
                "en/2024/criteria/x",
                "A dot for each of the 3 ranked units with a known score, 2024. 1 unit is not drawn: it is not ranked.",
            ),
            ("2024/criteria/z", "1 đơn vị không có số liệu nên không vẽ. 1 đơn vị không xếp hạng nên không vẽ."),
            (
                "en/2024/criteria/z",
                "1 unit is not drawn: no value exists for it. 1 unit is not drawn: it is not ranked.",
            ),
            ("2024/groups/g", "Trung bình các đơn vị có hạng ở từng cột"),
            ("en/2024/groups/g", "2 units ranked, 2 not."),
        ],
        &[
            ("2024/groups/g", "Đạt điểm tối đa"),
            ("en/2024/groups/g", "At the maximum"),
            ("en/2024/criteria/x", "4 units"),
        ],
    );
}

#[test]
fn what_does_not_apply_is_not_called_unknown() {
    let files = built(
        TWO,
        "scores: { g: { a: { x: 10, z: 20 }, b: { x: exempt, z: 15 }, c: { x: 1, z: 1 }, d: { x: exempt, z: 1 } } }\n",
    );
    case(
        &files,
        &[
            ("2024/criteria/x", "Ít nhất một nửa trong 2 đơn vị có điểm của nhóm Các sở đạt từ 5,5 trở lên"),
            ("en/2024/criteria/x", "At least half of the 2 with a score in Departments have 5.5 or more"),
            ("2024/criteria/x", "2 đơn vị không áp dụng tiêu chí này nên không vẽ."),
            ("en/2024/criteria/x", "2 units are not drawn: it does not apply to them."),
            ("en/2024/criteria/z", "In Departments at least half have"),
        ],
        &[("en/2024/criteria/x", "not known"), ("2024/criteria/x", "chưa rõ")],
    );
}

#[test]
fn what_is_withheld_is_not_called_unpublished_and_its_own_score_is_not_told() {
    let files = built(
        TWO,
        "scores: { g: { a: { x: 10, z: 20 }, b: { x: { score: withheld, self: 7.3, note: { vi: Theo yêu cầu, en: On request } }, z: 15 }, c: { x: { score: 1, self: 2.5 }, z: 1 }, d: { x: 3, z: 1 } } }\n",
    );
    case(
        &files,
        &[
            ("2024/units/b", "Theo yêu cầu"),
            ("en/2024/units/c", "own score 2.5"),
            ("2024/criteria/x", "1 đơn vị có điểm nhưng không công khai nên không vẽ."),
            ("en/2024/criteria/x", "1 unit is not drawn: its score is known and not shown."),
            ("2024/groups/g", "1 trong 8 điểm thành phần đã có nhưng không công khai."),
            ("en/2024/groups/g", "1 of 8 scores is known and not shown."),
            ("en/2024", "1 score is known and not shown."),
        ],
        &[("2024/units/b", "7,3"), ("en/2024/units/b", "7.3"), ("en/2024/groups/g", "scores is not known")],
    );
}

#[test]
fn what_is_not_scored_is_known_all_the_same_and_not_ranked() {
    let files = built(
        &format!(
            "{TWO}  - {{ id: t, name: {{ vi: Thời gian, en: Time }}, max: 100, scored: false, rank: {{ order: ascending }} }}\nrank: {{ ties: ordinal, break_ties_by: [t] }}\n"
        ),
        "scores: { g: { a: { x: 8, z: 15, t: 9 }, b: { x: 8, z: 15, t: 3 }, c: { x: 8, z: 15, t: 3 }, d: { x: 2.4, z: 15, t: 1 } } }\n",
    );
    case(
        &files,
        &[
            ("2024/criteria/t", "4 đơn vị. Không xếp hạng theo tiêu chí này."),
            ("en/2024/criteria/t", "4 units. Units are not ranked by it."),
            ("2024/criteria/t", "Tốt nhất từng cột"),
            ("en/2024/criteria/t", "Best in each column"),
            (
                "en/2024/groups/g",
                "Units that are equal in that too are ranked in the order of the score file (1-2-3-4).",
            ),
        ],
        &[
            ("en/2024/criteria/t", "rank of its own"),
            ("en/2024/criteria/t", "Not ranked: 4 units"),
            ("en/2024/units/a", "not published"),
            ("2024/units/a", "chưa công bố"),
            ("en/2024/units/a", "not all scores are known there"),
            ("2024/units/a", "vì chưa biết đủ điểm"),
        ],
    );
}

#[test]
fn a_rank_that_waits_is_a_sign_in_every_row() {
    let files = built(
        "criteria:\n  - { id: x, name: { vi: Hạ tầng, en: Infrastructure }, normalise: { method: min-max } }\n  - { id: z, name: { vi: Nhân lực, en: Staff }, max: 20 }\n",
        "scores: { g: { a: { x: 5.3, z: 20 }, b: { x: withheld, z: 15 }, c: { x: 5.1, z: 1 }, d: { x: exempt, z: 1 } } }\n",
    );
    for page in ["2024/criteria/x", "en/2024/criteria/x"] {
        let ranks: Vec<String> = cells(&files, page, "rows").into_iter().map(|row| row[0].clone()).collect();
        assert_eq!(ranks, ["…", "…", "…", ""], "{page}");
    }
}

#[test]
fn a_criterion_that_is_a_mean_can_be_the_strongest() {
    let files = built(
        "decimals: 1\ncriteria:\n  - { id: p, name: { vi: Một, en: Plain }, max: 10 }\n  - { id: k, name: { vi: Hai, en: Two }, max: 10 }
  - id: m\n    name: { vi: Ba, en: Made }\n    total: mean\n    criteria: [{ id: m1, name: M1, max: 10 }, { id: m2, name: M2, max: 5 }]\n",
        "scores: { g: { a: { p: 5, k: 4, m1: 10, m2: 5 }, b: { p: 4, k: 5, m1: 0, m2: 0 } } }\n",
    );
    case(
        &files,
        &[
            (
                "2024/units/a",
                "Mạnh nhất so với trung bình nhóm, xét theo tỷ lệ trên mức tối đa: Ba (7,5, trung bình 3,75).",
            ),
            (
                "en/2024/units/a",
                "Strongest against the mean of the group, by share of the maximum: Made (7.5, mean 3.75).",
            ),
            ("2024/units/a", "Đạt tối đa ở 1 trong 3 tiêu chí đã biết điểm"),
            ("en/2024/units/a", "At the maximum in 1 of 3 criteria with a known score"),
        ],
        &[],
    );
    assert!(text(&files, "en/2024/units/a/index.html").contains("Made: 7.5 of 7.5"), "it is drawn");
}

#[test]
fn bands_stand_beside_the_totals() {
    let bands =
        "bands: [{ id: t, name: { vi: Tốt, en: Good }, from: 10 }, { id: k, name: { vi: Khá, en: Fair }, from: 0 }]\n";
    let scores = "scores: { g: { a: { x: ~, z: 10 }, b: { x: 8, z: 8 }, c: { x: 1, z: 2 }, d: { x: 2, z: 1 } } }\n";
    let files = built(&format!("{TWO}{bands}"), scores);
    case(
        &files,
        &[
            ("2024/groups/g", "Theo mức xếp loại: 2 đơn vị Tốt và 2 đơn vị Khá."),
            ("en/2024/groups/g", "By band: 2 units in Good and 2 units in Fair."),
        ],
        &[],
    );
    let column = |page: &str| cells(&files, page, "rows").into_iter().filter_map(|row| row.get(2).cloned());
    assert_eq!(column("2024/groups/g").take(4).collect::<Vec<_>>(), ["Tốt", "Tốt", "Khá", "Khá"]);
    assert_eq!(column("en/2024/groups/g").take(4).collect::<Vec<_>>(), ["Good", "Good", "Fair", "Fair"]);
    let open = built(&format!("{TWO}{bands}"), &scores.replace("z: 10", "z: 5"));
    let shown: Vec<String> = cells(&open, "en/2024/groups/g", "rows").into_iter().map(|row| row[2].clone()).collect();
    assert!(shown.contains(&"…".to_owned()), "{shown:?}");
    case(&open, &[], &[("en/2024/groups/g", "By band"), ("2024/groups/g", "Theo mức xếp loại")]);
    // A scheme without bands has no such column.
    let without = built(TWO, scores);
    assert!(!text(&without, "2024/groups/g/index.html").contains("class=\"bd\""));
}

#[test]
fn where_less_is_better_nothing_is_called_highest() {
    let files = built(
        "total: mean\ncriteria:\n  - { id: z, name: { vi: Ngày chờ, en: Waiting days }, direction: lower, normalise: { method: goalposts, low: 0, high: 50, to: 100 } }\n",
        "scores: { g: { a: { z: 5 }, b: { z: 10 }, c: { z: 45 }, d: { z: 50 } } }\n",
    );
    case(
        &files,
        &[("2024/criteria/z", "Tốt nhất từng cột | 5"), ("en/2024/criteria/z", "Best in each column | 5")],
        &[("2024/criteria/z", "Cao nhất"), ("en/2024/criteria/z", "Highest")],
    );
    let rows = named(text(&files, "en/compare/index.html"), "tr");
    assert_eq!(rows.iter().filter(|row| row.get("data-less").is_some()).count(), 1);
}

#[test]
fn intervals_of_ranks_and_scores_are_sorted_too() {
    let files = built(
        TWO,
        "scores: { g: { a: { x: 10, z: 20 }, b: { x: ~, z: 15 }, c: { x: 1, z: 1 }, d: { x: 3, z: 1 } } }\n",
    );
    let page = text(&files, "2024/groups/g/index.html");
    let ends = |name: &str| -> Vec<(String, String)> {
        let all = named(page, "td").into_iter().filter(|td| td.has_class(name));
        all.filter_map(|td| Some((td.get("data-from")?.to_owned(), td.get("data-to")?.to_owned()))).collect()
    };
    assert_eq!(ends("to"), [("15".to_owned(), "25".to_owned())]);
    let on_criterion = named(text(&files, "2024/criteria/x/index.html"), "td");
    let intervals = on_criterion.iter().filter(|td| td.has_class("rk") && td.get("data-from").is_some()).count();
    assert_eq!(intervals, 2, "all but the unknown one and the best that there is");
}
