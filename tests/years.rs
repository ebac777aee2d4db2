//! Years that are not like each other: what changed, where it may be said, and why not where it may not.
//!
//! Each fixture of `tests/data/years/` is a content folder and the whole `changes.csv` that must come of it, read and
//! found right by hand.

mod common;

use common::html::{elements, named};
use common::{Files, Site, text};

#[track_caller]
fn case(fixture: &str) {
    let site = Site::new(fixture);
    let ran = site.run(&["build"]);
    assert_eq!((ran.code, ran.err.contains("warning")), (0, false), "{}", ran.err);
    let files = site.output();
    let found = text(&files, "data/changes.csv");
    assert_eq!(found, site.read("expected/changes.csv"), "found:\n{found}");
}

#[test]
fn a_province_that_took_in_another_is_not_compared_across_the_merger() {
    case(include_str!("data/years/merged-province.txt"));
}

#[test]
fn districts_end_and_communes_begin() {
    case(include_str!("data/years/abolished-districts.txt"));
}

#[test]
fn merged_moved_renamed_and_unassessed_departments() {
    case(include_str!("data/years/merged-departments.txt"));
}

#[test]
fn a_new_scheme_keeps_what_it_names() {
    case(include_str!("data/years/replaced-scheme.txt"));
}

#[test]
fn a_skipped_year_and_a_withdrawn_edition_are_jumped_over() {
    case(include_str!("data/years/skipped-edition.txt"));
}

#[test]
fn half_years_are_compared_with_the_edition_that_is_named() {
    case(include_str!("data/years/half-yearly.txt"));
}

/// Of 2016 only six ranks were announced: who has none then has not come since, and who has none now has not gone.
#[test]
fn an_unknown_rank_is_no_arrival_and_no_departure() {
    let site = Site::example();
    let files = site.build();
    let trends = text(&files, "trends/index.html");
    assert!(trends.contains("Sở Tài nguyên và Môi trường, sau đó không nêu hạng"), "it is still there");
    for claim in ["từ 2018", "đến kỳ đó"] {
        assert!(!trends.contains(claim), "{claim}");
    }
    let unit = text(&files, "units/so-y-te/index.html");
    assert!(unit.contains("<td class=\"n\" data-k=\"Tổng điểm\">…</td>"), "a rank is no total");
}

const SIGNS: &str = include_str!("data/years/signs.txt");

/// Whether the rows of a table of a page have these cells, the first of which finds the row.
#[track_caller]
fn rows(files: &Files, page: &str, caption: &str, expected: &[&[&str]]) {
    let tables = named(text(files, page), "table");
    let table = tables.iter().find(|table| table.text.starts_with(caption)).expect("a table with that caption");
    let cells = |inner: &str| {
        let cells = elements(inner).into_iter().filter(|e| ["th", "td"].contains(&e.name.as_str()));
        cells.map(|e| e.text.trim().to_owned()).collect::<Vec<String>>()
    };
    let all: Vec<Vec<String>> = named(&table.inner, "tr").iter().map(|row| cells(&row.inner)).collect();
    for row in expected {
        assert!(all.iter().any(|found| found == row), "{page}: no row {row:?} in\n{all:#?}");
    }
}

/// What a reader can subtract, the page does not contradict; what rounding hides, it tells in full.
#[test]
fn a_change_is_the_difference_of_what_is_shown() {
    let site = Site::new(include_str!("data/years/rounded.txt"));
    let files = site.build();
    // 4.4 → 4.6 is shown as 4 → 5; 3.1 → 3.0 as 3 → 3; 5.4 → 4.4 as 5 → 4.
    for (unit, change) in [("a", "(+1tăng 1 điểm)"), ("b", "(−0,1giảm 0,1 điểm)"), ("c", "(−1giảm 1 điểm)")]
    {
        let page = named(text(&files, &format!("units/{unit}/index.html")), "tr");
        let row = page.iter().find(|row| row.text.starts_with("Năm 2022")).expect("a row of 2022");
        assert!(row.text.replace('\n', "").ends_with(change), "{unit}: {}", row.text);
    }
    assert!(text(&files, "2022/index.html").contains("<td data-k=\"Thay đổi tổng điểm theo tiêu chí\">A +0,2</td>"));
    assert!(text(&files, "data/changes.csv").contains("2022,2021,so,a,total,0.2,1,"), "files have the whole change");
    let told = "Thay đổi điểm giữa hai kỳ là hiệu của hai giá trị như đã in";
    assert!(text(&files, "methodology/bo/index.html").contains(told));
}

#[test]
fn a_rank_is_drawn_where_it_lies_and_not_across_another_rule() {
    let files = Site::new(SIGNS).build();
    let unit = text(&files, "units/b/index.html");
    // From 2.5 of 5 to 2, then another rule. The total is only joined in points.
    assert!(unit.contains("<path d=\"M36 121.8H449.7V95.5\" class=\"ln\"/>"), "{unit}");
    assert!(unit.contains("năm 2020</th><td class=\"n\">=2,5</td>"), "a tie has its sign");
    let trends = text(&files, "trends/index.html");
    assert!(trends.contains(" 93L"), "two and a half lies between");
    assert!(trends.contains("Sở A đứng đầu cả 3 kỳ"));
}

#[test]
fn tables_by_editions_have_the_signs_of_scorecards() {
    let files = Site::new(SIGNS).build();
    let marked = ["Đơn vị", "2020", "2021 (đã thu hồi)", "2022", "2023 (tạm thời)"];
    let hidden = "có điểm, không công khai";
    let scores: [&[&str]; 4] =
        [&marked, &["Sở A", "8", "8", "8", "12"], &["Sở D", "–", "1", hidden, "8"], &["Sở E", "×", "1", "×", "1"]];
    rows(&files, "criteria/nhan-luc/index.html", "Điểm theo đơn vị và kỳ", &scores);
    rows(&files, "units/a/index.html", "Điểm của Sở A", &[&["Hạ tầng", "18/20", "1/20", "19ʳ/20", "19/20"]]);
    rows(
        &files,
        "units/e/index.html",
        "Hạng và tổng điểm",
        &[
            &["Năm 2023 (Tạm thời)", "hạng 5 / 5", "16 Σ", "năm 2022: không có số liệu"],
            &["Năm 2022", "không xếp hạng", "×", "không có số liệu"],
            &["Năm 2020", "không xếp hạng", "×", ""],
        ],
    );
    rows(&files, "trends/index.html", "Sở A đứng đầu", &[&["Sở E", "không xếp hạng", "không xếp hạng", "5"]]);
    for (page, sign) in [("units/e", "không có số liệu"), ("criteria/nhan-luc", hidden), ("units/a", "đã sửa")]
    {
        let page = text(&files, &format!("{page}/index.html"));
        let legends = named(page, "ul").into_iter().filter(|ul| ul.has_class("legend"));
        assert!(legends.into_iter().any(|ul| ul.text.contains(sign)), "{sign} is explained");
    }
}

#[test]
fn a_bar_stands_wherever_the_number_at_the_left_is_not_the_one_before() {
    let files = Site::new(SIGNS).build();
    let bars = |page: &str, name: &str| {
        let rows = named(text(&files, page), "tr");
        let row = rows.into_iter().rfind(|row| row.text.starts_with(name)).expect("a row");
        named(&row.inner, "td").iter().map(|cell| cell.has_class("brk")).collect::<Vec<bool>>()
    };
    // 2021 is withdrawn; 2022 is compared with 2020.
    for (page, name) in [("criteria/ha-tang/index.html", "Sở A"), ("units/a/index.html", "Hạ tầng")] {
        assert_eq!(bars(page, name), [false, true, true, false], "{page}");
    }
    assert_eq!(bars("units/a/index.html", "Nhân sự"), [false, true, true, false], "one row for one criterion");
}

#[test]
fn a_criterion_under_a_new_name_goes_on_and_the_archive_tells_it() {
    let files = Site::new(SIGNS).build();
    for page in ["methodology/moi/index.html", "archive/index.html"] {
        let page = text(&files, page);
        for told in ["Giữ: Hạ tầng.", "Nhân sự tiếp nối tiêu chí Nhân lực.", "Nhân sự: mức tối đa từ 10 thành 15."]
        {
            assert!(page.contains(told), "{told}");
        }
        assert!(page.contains("Đồng điểm, trước: ") && !page.contains("Thêm: ") && !page.contains("Bỏ: "));
    }
}

#[test]
fn two_editions_side_by_side_say_what_is_compared_and_who_is_gone() {
    let files = Site::new(SIGNS).build();
    let (_, data) = files.iter().find(|(name, _)| name.starts_with("assets/editions-vi")).expect("the script");
    let data = String::from_utf8(data.clone()).expect("text");
    for part in [
        "[\"share\",0,1]",
        "[\"không xếp hạng\",null,null,null,\"không có số liệu\",null,null]",
        "[\"=2,5\",5,5,\"25\",\"25\",\"25\",\"83.333333333333\"]",
        "\"không còn tồn tại\"",
        "[2,null]]]",
    ] {
        assert!(data.contains(part), "{part} is not in {data}");
    }
    assert!(text(&files, "compare/index.html").contains("data-t-share-only="));
}

#[test]
fn english_counts_points_and_places() {
    let site = Site::new(SIGNS);
    site.replace("content/site.yaml", "languages: [vi]", "languages: [vi, en]");
    for path in ["content/scores/2023.yaml", "content/schemes/moi.yaml"] {
        std::fs::remove_file(site.path(path)).expect("a file of the last edition");
    }
    let files = site.build();
    for (page, told) in [
        ("en/units/a/index.html", "Since 2020: rank unchanged and up 1 point."),
        ("en/units/b/index.html", "Since 2020: up 0.5 places and up 0.5 points."),
        ("en/trends/index.html", "Sở A led in both editions"),
        ("en/trends/index.html", "Totals since 2020: 2 up, 1 down"),
    ] {
        assert!(text(&files, page).contains(told), "{page} does not say {told:?}");
    }
}
