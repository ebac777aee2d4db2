//! Years that are not like each other: what changed, where it may be said, and why not where it may not.
//!
//! Each fixture of `tests/data/years/` is a content folder and the whole `changes.csv` that must come of it.

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

#[test]
fn totals_measured_by_others_are_not_compared_and_other_weights_are_told() {
    case(include_str!("data/years/weights.txt"));
}

#[test]
fn what_does_not_apply_or_has_no_value_is_not_called_unknown() {
    case(include_str!("data/years/absent-values.txt"));
}

#[test]
fn a_source_that_does_not_name_all_says_nothing_of_the_others() {
    case(include_str!("data/years/not-named.txt"));
}

#[test]
fn editions_between_the_two_that_are_compared() {
    case(include_str!("data/years/between-editions.txt"));
}

#[test]
fn units_and_groups_that_end_on_a_day_of_their_own() {
    case(include_str!("data/years/ended-by-date.txt"));
}

/// That a page of a fixture says something, in this order.
#[track_caller]
fn says(fixture: &str, page: &str, told: &[&str]) {
    let site = Site::new(fixture);
    let files = site.build();
    let whole = words(text(&files, page));
    let mut rest = whole.as_str();
    for words in told {
        let at = rest.find(words).unwrap_or_else(|| panic!("{page} does not say {words:?} here:\n{rest}"));
        rest = &rest[at..];
    }
}

/// A page without its marks.
fn words(html: &str) -> String {
    let mut words = String::new();
    for piece in html.split('<') {
        words.push(' ');
        words.push_str(piece.split_once('>').map_or("", |(_, after)| after));
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_page_of_an_edition_tells_of_groups_that_ended_and_where_new_ones_came_from() {
    let lines = [
        "UBND các xã, phường",
        "So với năm 2024: 2 đơn vị mới.",
        "Xã Đông Cuông : tách ra từ Huyện Văn Yên, kể từ 01/7/2025",
        "UBND các huyện, thị xã",
        "Nhóm không còn trong năm 2025; nhóm có 2 đơn vị ở kỳ trước.",
        "Huyện Văn Yên : đã tách thành Xã Mậu A và Xã Đông Cuông từ 01/7/2025",
        "Huyện Lục Yên : đã giải thể từ 01/7/2025",
    ];
    says(include_str!("data/years/abolished-districts.txt"), "2025/index.html", &lines);
}

#[test]
fn trends_tell_what_became_of_a_group_that_ended() {
    let fixture = include_str!("data/years/abolished-districts.txt");
    let more = "//- content/scores/2023.yaml\nyear: 2023\nstatus: official\nscheme: bo\nscores:\n  huyen:\n    \
        van-yen: { ha-tang: 20, nhan-luc: 10 }\n    luc-yen: { ha-tang: 18, nhan-luc: 12 }\n";
    let lines = [
        "So với năm 2023: 2 đơn vị giữ hạng.",
        "Nhóm không còn trong năm 2025",
        "hạng =1 trong 2 → =1 trong 2",
        "Huyện Lục Yên : đã giải thể từ 01/7/2025",
    ];
    says(&format!("{more}{fixture}"), "trends/index.html", &lines);
}

#[test]
fn movers_tell_who_is_not_ranked_and_that_the_rule_changed() {
    let fixture = include_str!("data/years/absent-values.txt");
    says(fixture, "2021/index.html", &["2 đơn vị giữ hạng và 2 không xếp hạng.", "Sở Tài chính không xếp hạng"]);
    let told = ["2 đơn vị không so sánh được và 2 không xếp hạng.", "Cách xếp hạng khác kỳ trước"];
    says(fixture, "2022/index.html", &told);
    says(include_str!("data/years/weights.txt"), "2023/index.html", &["Sở Y tế", "+7,5", "trọng số đã đổi"]);
}

#[test]
fn a_unit_tells_why_an_edition_has_nothing_of_it() {
    let ended = include_str!("data/years/ended-by-date.txt");
    let told = ["Năm 2009 khi đó không tồn tại", "Năm 2008 kết thúc trong kỳ"];
    says(ended, "units/ban/index.html", &told);
    says(ended, "units/so-cu/index.html", &told);
    let named = include_str!("data/years/not-named.txt");
    says(named, "units/so-tc/index.html", &["Năm 2021 nguồn không nêu tên"]);
    says(named, "units/so-nv/index.html", &["Năm 2021 không được đánh giá"]);
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
        "\"không còn tồn tại sau ngày 31/12/2022\"",
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
