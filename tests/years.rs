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
