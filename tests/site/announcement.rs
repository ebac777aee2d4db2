//! The announcement of Yên Bái: its 35 statements are found again in the data and on the page, each with what became of
//! it, and nothing that was not published is a number.
//!
//! `data/yen-bai-2018-claims.csv` holds the statements as they were taken from the source; what can be proved of them,
//! `data/yen-bai-2018-deductions.csv`, was found by a solver. Neither was made by this program.

use std::collections::BTreeMap;

use crate::common::html::{elements, named};
use crate::common::{csv_rows, text};
use crate::example;

type Row = BTreeMap<String, String>;

fn claims() -> Vec<Row> {
    csv_rows(include_str!("../data/yen-bai-2018-claims.csv"))
}

fn scores() -> Vec<Row> {
    csv_rows(text(example(), "2018/data/scores.csv"))
}

#[track_caller]
fn cell<'r>(scores: &'r [Row], group: &str, unit: &str, criterion: &str) -> &'r Row {
    let found = scores.iter().find(|row| row["group"] == group && row["unit"] == unit && row["criterion"] == criterion);
    found.unwrap_or_else(|| panic!("no row of {group}, {unit}, {criterion}"))
}

/// Whether two fields hold the same number, or nothing both.
fn same(a: &str, b: &str) -> bool {
    let number = |text: &str| text.parse::<rust_decimal::Decimal>().ok();
    number(a) == number(b) && a.is_empty() == b.is_empty()
}

/// The units that a statement speaks of.
fn units_of(claim: &Row, claims: &[Row], scores: &[Row]) -> Vec<String> {
    if claim["units"] != "others" {
        return claim["units"].split(' ').map(str::to_owned).collect();
    }
    let column = |row: &Row| row["group"] == claim["group"] && row["criterion"] == claim["criterion"];
    let named: Vec<&str> = claims.iter().filter(|c| column(c)).flat_map(|c| c["units"].split(' ')).collect();
    let all = scores.iter().filter(|row| column(row)).map(|row| row["unit"].clone());
    all.filter(|unit| !named.contains(&unit.as_str())).collect()
}

#[test]
fn each_statement_is_found_again_in_the_scores() {
    let (claims, scores) = (claims(), scores());
    assert_eq!(claims.len(), 35);
    let usable: Vec<&Row> = claims.iter().filter(|claim| claim["state"] == "consistent").collect();
    assert_eq!(usable.len(), 33);
    for claim in usable {
        let units = units_of(claim, &claims, &scores);
        assert!(!units.is_empty(), "{claim:?}");
        for unit in units {
            let row = cell(&scores, &claim["group"], &unit, &claim["criterion"]);
            assert_eq!((&row["rank"], &row["announced_rank"]), (&claim["rank"], &claim["rank"]), "{claim:?} {row:?}");
            assert_eq!(row["rank_basis"], "announced", "{row:?}");
            assert!(same(&row["announced_score"], &claim["score"]), "{claim:?} {row:?}");
            if !claim["score"].is_empty() {
                assert!(same(&row["score"], &claim["score"]), "{claim:?} {row:?}");
                assert_eq!((&*row["score_basis"], &*row["state"]), ("announced", "known"), "{row:?}");
            }
            assert_eq!(row["flag"], "", "{row:?}");
        }
    }
}

#[test]
fn nothing_is_concluded_from_the_disputed_statement() {
    let scores = scores();
    let districts: Vec<&Row> =
        scores.iter().filter(|row| row["group"] == "districts" && row["criterion"] == "staff").collect();
    assert_eq!(districts.len(), 9);
    for row in districts {
        assert_eq!((&*row["rank"], &*row["rank_min"], &*row["rank_max"]), ("", "", ""), "{row:?}");
        assert!(row["score"].is_empty() || row["unit"] == "huyen-van-chan", "{row:?}");
    }
    let only_departments = |row: &&Row| row["unit"] == "so-thong-tin-va-truyen-thong";
    assert!(scores.iter().filter(only_departments).all(|row| row["group"] == "departments"));
    let department = cell(&scores, "departments", "so-thong-tin-va-truyen-thong", "staff");
    assert_eq!((&*department["score"], &*department["rank"], &*department["announced_score"]), ("14", "1", "14"));
    let flagged: Vec<&Row> = scores.iter().filter(|row| row["flag"].contains("disputed")).collect();
    for row in flagged {
        assert_ne!(row["score"], "10", "{row:?}");
    }
}

#[track_caller]
fn deduced(group: &str, unit: &str, criterion: &str, score: &str) {
    let scores = scores();
    let row = cell(&scores, group, unit, criterion);
    assert!(same(&row["score"], score), "{row:?}");
    assert_eq!((&*row["score_basis"], &*row["announced_score"]), ("deduced", ""), "{row:?}");
}

#[test]
fn scores_that_follow_are_deduced_and_say_so() {
    deduced("departments", "so-thong-tin-va-truyen-thong", "applications", "22");
    deduced("departments", "so-tai-chinh", "total", "92");
    deduced("districts", "huyen-van-chan", "staff", "8");
    let exact = scores().iter().filter(|row| row["score_basis"] == "deduced" && !row["score"].is_empty()).count();
    assert_eq!(exact, 3, "no other score follows");
}

#[test]
fn last_ranks_stand_as_announced() {
    let scores = scores();
    for (group, unit, rank) in [("departments", "so-ngoai-vu", "13"), ("districts", "huyen-tram-tau", "9")] {
        let row = cell(&scores, group, unit, "total");
        assert_eq!((&*row["rank"], &*row["rank_basis"], &*row["score"]), (rank, "announced", "67"));
    }
}

/// The ends of an interval, as the solver writes them.
fn ends(exact: &str, min: &str, max: &str) -> (String, String) {
    if exact.is_empty() { (min.to_owned(), max.to_owned()) } else { (exact.to_owned(), exact.to_owned()) }
}

#[test]
fn every_cell_is_known_as_far_as_a_solver_could_prove() {
    let scores = scores();
    let proved = csv_rows(include_str!("../data/yen-bai-2018-deductions.csv"));
    assert_eq!((scores.len(), proved.len()), (156, 156));
    for proof in proved {
        let row = cell(&scores, &proof["group"], &proof["unit"], &proof["criterion"]);
        assert!(same(&row["score"], &proof["exact"]), "{proof:?} {row:?}");
        let (low, high) = ends(&row["score"], &row["score_min"], &row["score_max"]);
        assert!(same(&low, &proof["min"]) && same(&high, &proof["max"]), "{proof:?} {row:?}");
        let ranks = ends(&row["rank"], &row["rank_min"], &row["rank_max"]);
        assert_eq!(ranks, (proof["rank_min"].clone(), proof["rank_max"].clone()), "{proof:?} {row:?}");
    }
}

#[test]
fn no_rank_is_computed_from_half_the_scores() {
    for edition in ["2016", "2018"] {
        let rows = csv_rows(text(example(), &format!("{edition}/data/scores.csv")));
        assert!(rows.iter().all(|row| row["rank_basis"] != "computed" && row["score_basis"] != "computed"));
    }
}

/// The statements of an announcement page: id and standing.
fn standings(page: &str) -> Vec<(String, String)> {
    let attribute = |e: &crate::common::html::Element, name: &str| e.get(name).unwrap_or_default().to_owned();
    let rows = elements(page).into_iter().filter(|e| e.get("data-claim").is_some());
    rows.map(|e| (attribute(&e, "data-claim"), attribute(&e, "data-state"))).collect()
}

#[track_caller]
fn counts(page: &str, expected: [usize; 4]) {
    let standings = standings(text(example(), page));
    let count = |state: &str| standings.iter().filter(|(_, s)| s == state).count();
    assert_eq!(["confirmed", "consistent", "undecidable", "disputed"].map(count), expected, "{page}");
    assert_eq!(standings.len(), expected.iter().sum::<usize>(), "{page}");
}

#[test]
fn each_statement_has_its_standing() {
    counts("2018/announcement/index.html", [0, 33, 1, 1]);
    counts("en/2018/announcement/index.html", [0, 33, 1, 1]);
    counts("2016/announcement/index.html", [0, 0, 8, 0]);
    counts("en/2016/announcement/index.html", [0, 0, 8, 0]);
    let on_page: BTreeMap<_, _> = standings(text(example(), "2018/announcement/index.html")).into_iter().collect();
    for claim in claims() {
        let id = format!("{}/{}/{}", claim["group"], claim["criterion"], claim["number"]);
        assert_eq!(on_page.get(&id), Some(&claim["state"]), "{id}");
    }
}

#[test]
fn each_statement_stands_in_its_original_words() {
    for page in ["2018/announcement/index.html", "en/2018/announcement/index.html"] {
        let rows: Vec<_> =
            named(text(example(), page), "tr").into_iter().filter(|e| e.get("data-claim").is_some()).collect();
        for claim in claims() {
            let id = format!("{}/{}/{}", claim["group"], claim["criterion"], claim["number"]);
            let row = rows.iter().find(|e| e.get("data-claim") == Some(&id)).unwrap_or_else(|| panic!("no {id}"));
            assert!(row.text.contains(&claim["quote"]), "{page} {id}: {}", row.text);
        }
    }
}

/// What a statement was compared with, as the page says it.
fn proofs(page: &str, id: &str) -> Vec<String> {
    let row = named(page, "tr").into_iter().find(|e| e.get("data-claim") == Some(id));
    let row = row.unwrap_or_else(|| panic!("no {id}"));
    let list = named(&row.inner, "ul").into_iter().find(|e| e.has_class("proof"));
    let list = list.unwrap_or_else(|| panic!("no proof of {id}"));
    named(&list.inner, "li").into_iter().map(|item| item.text).collect()
}

#[track_caller]
fn proved(id: &str, vi: &[&str], en: &[&str]) {
    for (page, expected) in [("2018/announcement/index.html", vi), ("en/2018/announcement/index.html", en)] {
        assert_eq!(proofs(text(example(), page), id), expected, "{page}");
    }
}

#[test]
fn each_statement_has_its_proof() {
    for page in ["2018/announcement/index.html", "en/2018/announcement/index.html", "2016/announcement/index.html"] {
        for (id, _) in standings(text(example(), page)) {
            assert!(!proofs(text(example(), page), &id).is_empty(), "{page} {id}");
        }
    }
}

#[test]
fn a_score_is_compared_with_the_ranks_beside_it_and_a_count_with_the_list() {
    proved(
        "departments/staff/3",
        &["điểm 6 thấp hơn điểm 12 của hạng 2", "số đơn vị nêu tên (8) bằng số đã công bố (8)"],
        &["the score 6 is lower than 12 at rank 2", "as many units are named (8) as were announced (8)"],
    );
    proved(
        "districts/applications/2",
        &["điểm 22,9 thấp hơn điểm 24 của hạng 1", "điểm 22,9 cao hơn điểm 22 của hạng 3"],
        &["the score 22.9 is lower than 24 at rank 1", "the score 22.9 is higher than 22 at rank 3"],
    );
}

#[test]
fn a_total_is_compared_with_its_parts() {
    proved(
        "departments/total/1",
        &[
            "điểm 98 cao hơn điểm 95 của hạng 2",
            "98 = 24 + 14 + 22 + 15 + 23, trong đó 22 suy ra từ chính tổng 98 và không vượt mức tối đa 24",
        ],
        &[
            "the score 98 is higher than 95 at rank 2",
            "98 = 24 + 14 + 22 + 15 + 23, where 22 was deduced from the total 98 itself and does not exceed the maximum 24",
        ],
    );
    proved(
        "departments/total/2",
        &[
            "điểm 95 thấp hơn điểm 98 của hạng 1",
            "điểm 95 cao hơn điểm 93,6 của hạng 3",
            "Sở Y tế: 95 nằm trong khoảng từ 62 đến 100 mà các điểm thành phần đã biết cho phép",
        ],
        &[
            "the score 95 is lower than 98 at rank 1",
            "the score 95 is higher than 93.6 at rank 3",
            "Department of Health: 95 lies between 62 and 100, which is what the known scores allow",
        ],
    );
}

#[test]
fn a_rank_without_a_score_needs_room_between_the_others() {
    proved(
        "departments/security/2",
        &["giữa điểm 15 của hạng 1 và điểm 9 của hạng 4 còn chỗ cho hạng 2"],
        &["between 15 at rank 1 and 9 at rank 4 there is room for rank 2"],
    );
}

#[test]
fn what_cannot_be_compared_and_what_is_disputed_say_why() {
    proved(
        "districts/staff/2",
        &["không có số liệu nào khác để so sánh"],
        &["there is nothing else to compare it with"],
    );
    let why = "Sở Thông tin và Truyền thông là cơ quan chuyên môn, không thuộc nhóm huyện, thị xã, thành phố, và đã có 14 \
               điểm về tiêu chí này ở nhóm của mình. Không rõ đơn vị nào được 10 điểm.";
    let because = "The Department of Information and Communications is a department, not a district, and has 14 points \
                   for this criterion in its own group. Which unit has the 10 points is not known.";
    proved("districts/staff/1", &[why], &[because]);
}
