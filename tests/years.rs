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
    assert!(trends.contains("Sở Tài nguyên và Môi trường, sau đó chỉ biết khoảng hạng"), "it is still there");
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
        "Nhóm không còn trong năm 2025; trong năm 2024 nhóm có 2 đơn vị.",
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
    says(
        fixture,
        "2021/index.html",
        &["2 đơn vị giữ hạng và 2 đơn vị không xếp hạng ở kỳ này hoặc kỳ trước.", "Sở Tài chính không xếp hạng"],
    );
    let told = [
        "2 đơn vị không so sánh được và 2 đơn vị không xếp hạng ở kỳ này hoặc kỳ trước.",
        "Cách xếp hạng khác kỳ trước",
    ];
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

/// The change is that of the whole values; where the printed ones differ by something else, a word says so.
#[test]
fn a_change_is_the_difference_of_the_whole_values() {
    let site = Site::new(include_str!("data/years/rounded.txt"));
    let files = site.build();
    // 4.4 → 4.6 is printed as 4 → 5; 3.1 → 3.0 as 3 → 3; 5.4 → 4.4 as 5 → 4.
    for (unit, change) in [
        ("a", "(+0,2 khi chưa làm tròntăng 0,2 điểm khi chưa làm tròn)"),
        ("b", "(−0,1 khi chưa làm tròngiảm 0,1 điểm khi chưa làm tròn)"),
        ("c", "(−1giảm 1 điểm)"),
    ] {
        let page = named(text(&files, &format!("units/{unit}/index.html")), "tr");
        // The table of the chart comes first.
        let row = page.iter().rfind(|row| row.text.starts_with("Năm 2022")).expect("a row of 2022");
        assert!(row.text.replace('\n', "").ends_with(change), "{unit}: {}", row.text);
    }
    let by_criterion = "<td data-k=\"Thay đổi tổng điểm theo tiêu chí\">A +0,2 khi chưa làm tròn</td>";
    assert!(text(&files, "2022/index.html").contains(by_criterion), "it adds up to the whole change");
    assert!(text(&files, "data/changes.csv").contains("2022,2021,so,a,total,0.2,1,"), "files have the whole change");
    let told = "Thay đổi điểm giữa hai kỳ là hiệu của hai giá trị đầy đủ";
    assert!(text(&files, "methodology/bo/index.html").contains(told));
}

/// A site of three units in English beside Vietnamese, with these schemes and score files.
fn three(schemes: &[(&str, &str)], scores: &[(&str, &str)]) -> Site {
    let mut fixture = "//- content/site.yaml\nformat: 1\ntitle: T\npublisher: { name: P }\nlanguages: [vi, en]\n\
        //- content/units.yaml\ngroups: { g: { name: { vi: G, en: G } } }\nunits:\n"
        .to_owned();
    for unit in ["a", "b", "c"] {
        let name = unit.to_uppercase();
        fixture += &format!("  {unit}: {{ name: {{ vi: Sở {name}, en: Office {name} }}, group: g }}\n");
    }
    for (id, text) in schemes {
        fixture += &format!("//- content/schemes/{id}.yaml\ntitle: {{ vi: {id}, en: {id} }}\n{text}\n");
    }
    for (id, text) in scores {
        let year = &id[..4];
        fixture += &format!("//- content/scores/{id}.yaml\nyear: {year}\nstatus: official\n{text}\n");
    }
    Site::new(&fixture)
}

/// That each of some pages says something.
#[track_caller]
fn say(files: &Files, told: &[(&str, &str)]) {
    for (page, sentence) in told {
        let words = words(text(files, page));
        assert!(words.contains(sentence), "{page} does not say {sentence:?}:\n{words}");
    }
}

#[test]
fn a_total_that_rose_is_never_said_to_have_fallen() {
    let scheme = "decimals: 0\ntotal: mean\ncriteria:\n  - { id: p, name: { vi: P, en: P }, max: 10 }\n  \
        - { id: q, name: { vi: Q, en: Q }, max: 10 }\n  - { id: r, name: { vi: R, en: R }, max: 10 }\n  \
        - { id: s, name: { vi: S, en: S }, max: 10 }";
    let scores = [
        (
            "2020",
            "scheme: s\nscores: { g: { a: { p: 5, q: 4, r: 4, s: 5 }, b: { p: 9, q: 9, r: 9, s: 9 }, c: { p: 1, q: 1, r: 1, s: 1 } } }",
        ),
        (
            "2021",
            "scheme: s\nscores: { g: { a: { p: 5, q: 5, r: 5, s: 4 }, b: { p: 5, q: 5, r: 5, s: 5 }, c: { p: 1, q: 1, r: 1, s: 1 } } }",
        ),
    ];
    let files = three(&[("s", scheme)], &scores).build();
    let told = [
        ("en/units/a/index.html", "Since 2020: rank unchanged and up 0.25 points."),
        ("units/a/index.html", "tăng 0,25 điểm"),
        ("en/trends/index.html", "Totals since 2020: 1 up, 1 down"),
        ("trends/index.html", "1 đơn vị tăng điểm so với năm 2020, 1 đơn vị giảm"),
        ("en/2021/units/a/index.html", "up 0.25 points"),
    ];
    say(&files, &told);
}

#[test]
fn a_scale_that_changed_under_a_mean_is_compared_as_a_share() {
    let scheme = |max: u32, more: &str| {
        format!(
            "{more}decimals: 0\ntotal: mean\ncriteria:\n  - {{ id: p, name: {{ vi: P, en: P }}, max: {max} }}\n  \
             - {{ id: q, name: {{ vi: Q, en: Q }}, max: 4 }}"
        )
    };
    let more = "replaces: s1\ncomparable: { total: true, criteria: { p: p, q: q } }\n";
    let scores = [
        ("2020", "scheme: s1\nscores: { g: { a: { p: 10, q: 4 }, b: { p: 5, q: 3 }, c: { p: 1, q: 1 } } }"),
        ("2021", "scheme: s2\nscores: { g: { a: { p: 50, q: 2 }, b: { p: 40, q: 2 }, c: { p: 10, q: 2 } } }"),
    ];
    let files = three(&[("s1", &scheme(10, "")), ("s2", &scheme(100, more))], &scores).build();
    let told = [
        ("en/units/a/index.html", "Since 2020: rank unchanged and down 50 percentage points of the maximum."),
        ("units/a/index.html", "giảm 50 điểm phần trăm so với điểm tối đa"),
        ("en/trends/index.html", "the maximum changed from 7 to 52, so shares of it are compared"),
    ];
    say(&files, &told);
    let changes = text(&files, "data/changes.csv");
    assert!(changes.contains("2021,2020,g,a,total,,-50,0,share,"), "{changes}");
}

#[test]
fn a_half_year_is_compared_with_a_half_year_and_a_year_with_a_year() {
    let scheme = "decimals: 1\ncriteria:\n  - { id: x, name: { vi: X, en: X }, max: 10 }";
    let half = |from: &str, to: &str, x: u32| {
        let scores = format!("scores: {{ g: {{ a: {{ x: {x} }}, b: {{ x: 2 }}, c: {{ x: 3 }} }} }}");
        format!("scheme: s\nperiod: {{ from: {from}, to: {to} }}\n{scores}")
    };
    let year = |x: u32| format!("scheme: s\nscores: {{ g: {{ a: {{ x: {x} }}, b: {{ x: 2 }}, c: {{ x: 3 }} }} }}");
    let (first, second) = (half("2024-01-01", "2024-06-30", 1), half("2024-07-01", "2024-12-31", 5));
    let (old, new) = (year(6), year(7));
    let scores = [("2023", old.as_str()), ("2024-h1", &first), ("2024-h2", &second), ("2024", &new)];
    let site = three(&[("s", scheme)], &scores);
    let ran = site.run(&["build"]);
    assert!(
        ran.err.contains("assesses 2024-01-01 to 2024-12-31, and so some of the days of `2024-h1`, `2024-h2`"),
        "{}",
        ran.err
    );
    assert_eq!(ran.err.matches("warning[periods-overlap]").count(), 1, "{}", ran.err);
    let files = site.output();
    let csv = text(&files, "data/changes.csv");
    for line in ["2024-h2,2024-h1,g,a,total,4,40,2,comparable,", "2024,2023,g,a,total,1,10,0,comparable,"] {
        assert!(csv.contains(line), "{csv}");
    }
    assert!(!csv.contains("\n2024-h1,"), "no half-year before the first");
    say(
        &files,
        &[("en/units/a/index.html", "Result of 2024: rank 1 of 3. Since 2023: rank unchanged and up 1 point.")],
    );
    // A half that is to be compared with a year all the same is not, and says so.
    let named = format!("previous: 2023\n{second}");
    let scores = [("2023", old.as_str()), ("2024-h2", &named)];
    let files = three(&[("s", scheme)], &scores).build();
    let told = [
        (
            "en/units/a/index.html",
            "Edition 2024-h2 and 2023 are not compared: the two editions assess periods of different length.",
        ),
        (
            "units/a/index.html",
            "Không so sánh kỳ 2024-h2 với năm 2023: hai kỳ đánh giá hai khoảng thời gian dài ngắn khác nhau.",
        ),
        (
            "en/trends/index.html",
            "Totals are not compared with 2023: the two editions assess periods of different length.",
        ),
    ];
    say(&files, &told);
}

#[test]
fn a_correction_tells_who_shares_a_rank_only_since_or_only_before() {
    let scheme = "criteria:\n  - { id: x, name: { vi: X, en: X }, max: 10 }";
    let scores = |b: u32, was: u32| {
        format!(
            "scheme: s\npublished: 2021-01-01\nscores: {{ g: {{ a: {{ x: 9 }}, b: {{ x: {b} }}, c: {{ x: 7 }} }} }}\n\
             corrections:\n  - {{ date: 2021-02-01, unit: b, criterion: x, was: {was}, now: {b}, reason: {{ vi: Sai, en: Slip }} }}"
        )
    };
    let files = |b, was| three(&[("s", scheme)], &[("2020", &scores(b, was))]).build();
    let came = [
        ("en/corrections/index.html", "Office A: still rank 1, now shared with others"),
        ("corrections/index.html", "Sở A: vẫn hạng 1, nay có đơn vị khác đồng hạng"),
    ];
    say(&files(9, 8), &came);
    let went = [
        ("en/corrections/index.html", "Office A: still rank 1, no longer shared with others"),
        ("corrections/index.html", "Sở A: vẫn hạng 1, nay không còn đơn vị khác đồng hạng"),
    ];
    say(&files(8, 9), &went);
}

#[test]
fn trends_have_the_best_and_the_worst_total_whichever_end_is_best() {
    let scheme = |order: &str| {
        format!(
            "decimals: 0\ntotal: given\nmax: 100\nrank: {{ order: {order} }}\ncriteria:\n  - {{ id: p, name: {{ vi: P, en: P }}, max: 10 }}"
        )
    };
    let scores = |more: &str| {
        format!(
            "scheme: s\n{more}scores: {{ g: {{ a: {{ p: 5, total: 40 }}, b: {{ p: 4, total: 20 }}, c: {{ p: 4, total: 90 }} }} }}"
        )
    };
    let (left_out, all) = (scores("unranked: { c: { vi: Không, en: No } }\n"), scores(""));
    let both = [("2020", left_out.as_str()), ("2021", &all)];
    let page = |order: &str, path: &str| {
        let files = three(&[("s", &scheme(order))], &both).build();
        let table = named(text(&files, path), "table").into_iter().rfind(|table| table.inner.contains("/2020/"));
        words(&table.expect("the table of means").inner)
    };
    let lowest_first = page("ascending", "en/trends/index.html");
    assert!(lowest_first.contains("Best Highest Units"), "{lowest_first}");
    assert!(lowest_first.contains("2021 50 40 20 90") && lowest_first.contains("2020 30 30 20 40"), "{lowest_first}");
    assert!(page("ascending", "trends/index.html").contains("Cao nhất"));
    let highest_first = page("descending", "en/trends/index.html");
    assert!(
        highest_first.contains("Best Lowest Units") && highest_first.contains("2021 50 40 90 20"),
        "{highest_first}"
    );
}

#[test]
fn a_rank_is_drawn_where_it_lies_and_not_across_another_rule() {
    let files = Site::new(SIGNS).build();
    let unit = text(&files, "units/b/index.html");
    // From 2.5 of 5 to 2, then another rule. The total is only joined in points.
    assert!(unit.contains("<path d=\"M36 121.8H449.7V95.5\" class=\"ln\"/>"), "{unit}");
    assert!(unit.contains("Năm 2020</th><td class=\"n\">=2,5</td>"), "a tie has its sign");
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
            &["Năm 2023 (tạm thời)", "hạng 5 trong 5 đơn vị", "16 Σ", "năm 2022 không có số liệu"],
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
        "[\"không xếp hạng\",null,null,null,\"không có số liệu\",null,null,[2,3]",
        "[\"=2,5\",5,5,\"25\",\"25\",\"25\",\"83.333333333333\"",
        "\"không còn tồn tại sau ngày 31/12/2022\"",
        "[5,null]]]",
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
