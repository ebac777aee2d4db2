//! Years that are not like each other: what changed, where it may be said, and why not where it may not.
//!
//! Each fixture of `tests/data/years/` is a content folder and the whole `changes.csv` that must come of it, read and
//! found right by hand.

mod common;

use common::{Site, text};

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
        "So với năm 2024: 2 mới.",
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
        "So với năm 2023: 2 giữ hạng.",
        "Nhóm không còn trong năm 2025",
        "hạng =1 / 2 → =1 / 2",
        "Huyện Lục Yên : đã giải thể từ 01/7/2025",
    ];
    says(&format!("{more}{fixture}"), "trends/index.html", &lines);
}

#[test]
fn movers_tell_who_is_not_ranked_and_that_the_rule_changed() {
    let fixture = include_str!("data/years/absent-values.txt");
    says(fixture, "2021/index.html", &["2 giữ hạng và 2 không xếp hạng.", "Sở Tài chính không xếp hạng"]);
    let told = ["2 không so sánh được và 2 không xếp hạng.", "Cách xếp hạng khác kỳ trước"];
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
