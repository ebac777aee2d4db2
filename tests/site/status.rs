//! Editions that are not official: provisional ones say so wherever their numbers stand, withdrawn ones are never the
//! latest.

use crate::common::html::{Element, named};
use crate::common::main_text::main_text;
use crate::common::{Files, Site, text};

/// 2022 is official, 2023 provisional, 2024 withdrawn.
fn built() -> Files {
    Site::new(include_str!("../data/corrected.txt")).build()
}

/// Pages of an edition in Vietnamese.
fn pages<'f>(files: &'f Files, edition: &str) -> Vec<&'f String> {
    let start = format!("{edition}/");
    let pages: Vec<&String> = files.keys().filter(|p| p.starts_with(&start) && p.ends_with(".html")).collect();
    assert!(pages.len() > 5, "{pages:?}");
    pages
}

#[test]
fn every_page_of_an_edition_that_is_not_official_says_so() {
    let files = built();
    let banner = |path: &str| {
        let notes = named(text(&files, path), "p").into_iter().filter(|p| p.get("role") == Some("note"));
        notes.map(|p| p.text).collect::<Vec<_>>().join(" ")
    };
    for path in pages(&files, "2023") {
        assert!(banner(path).contains("Kết quả tạm thời"), "{path}");
    }
    for path in pages(&files, "2024") {
        assert!(banner(path).contains("đã bị thu hồi"), "{path}");
    }
    for path in pages(&files, "2022") {
        assert!(!banner(path).contains("tạm thời") && !banner(path).contains("thu hồi"), "{path}");
    }
}

/// Since when, why and by which document results were withdrawn stands on each of their pages, in the workbook's words too.
#[test]
fn pages_of_withdrawn_results_say_since_when_and_why() {
    let banners = |withdrawn: &str| {
        let site = Site::minimal();
        let status = format!("status: withdrawn\nwithdrawn: {{ date: 2025-06-10, {withdrawn} }}");
        site.replace("content/scores/2024.yaml", "status: official", &status);
        let files = site.build();
        ["2024/groups/so/index.html", "en/2024/units/so-y-te/index.html"].map(|path| {
            let notes = named(text(&files, path), "p").into_iter().filter(|p| p.get("role") == Some("note"));
            notes.map(|p| p.text).collect::<Vec<_>>().join(" ")
        })
    };
    let reason = "reason: { vi: Sai số liệu, en: Wrong input }";
    assert_eq!(
        banners(reason),
        [
            "Kết quả này đã bị thu hồi ngày 10/6/2025 (Sai số liệu), không còn giá trị sử dụng.",
            "These results were withdrawn on 10 June 2025 (Wrong input) and must not be used.",
        ]
    );
    assert_eq!(
        banners(&format!("{reason}, document: {{ number: 12/QĐ-UBND }}")),
        [
            "Kết quả này đã bị thu hồi ngày 10/6/2025 theo Văn bản số 12/QĐ-UBND (Sai số liệu), không còn giá trị sử dụng.",
            "These results were withdrawn on 10 June 2025 by Document No. 12/QĐ-UBND (Wrong input) and must not be used.",
        ]
    );
}

#[test]
fn tables_say_it_in_their_captions() {
    let files = built();
    let captions = |path: &str| {
        // Behind what the table is.
        let said = |caption: Element| {
            let title = named(&caption.inner, "b").first().map(|title| title.text.clone()).unwrap_or_default();
            caption.text.strip_prefix(&title).unwrap_or(&caption.text).trim_start().to_owned()
        };
        named(text(&files, path), "caption").into_iter().map(said).collect::<Vec<_>>()
    };
    assert!(
        captions("2023/groups/so/index.html")[0]
            .starts_with("Kết quả tạm thời. 3 đơn vị được xếp hạng, 1 đơn vị không xếp hạng.")
    );
    assert!(captions("2024/groups/so/index.html")[0].starts_with("Kết quả đã bị thu hồi. 4 đơn vị."));
    assert!(captions("en/2023/groups/so/index.html")[0].starts_with("Provisional results. 3 units ranked, 1 not."));
    assert!(captions("2022/groups/huyen/index.html")[0].starts_with("2 đơn vị."));
    assert!(captions("2023/units/so-y-te/index.html")[0].contains("năm 2023 (tạm thời)"));
    assert!(
        captions("index.html")[0].starts_with("Kết quả tạm thời. 3 đơn vị được xếp hạng, 1 đơn vị không xếp hạng.")
    );
}

#[test]
fn a_withdrawn_edition_is_never_the_latest() {
    let files = built();
    let home = text(&files, "index.html");
    assert!(main_text(home).contains("Kết quả mới nhất: năm 2023 (tạm thời), công bố ngày 01/02/2024"), "{home}");
    let menu = named(home, "nav").into_iter().find(|nav| nav.get("class") == Some("main")).expect("a menu");
    assert_eq!(named(&menu.inner, "a")[0].get("href"), Some("2023/index.html"));
    let downloads = named(home, "a").into_iter().filter(|a| a.get("href").is_some_and(|href| href.ends_with(".csv")));
    let downloads: Vec<String> = downloads.map(|a| a.text).collect();
    assert!(downloads[0].starts_with("Bảng điểm năm 2023 (tạm thời) (CSV"), "{downloads:?}");
    let units = main_text(text(&files, "units/index.html"));
    assert!(units.contains("năm 2023 (tạm thời)") && !units.contains("2024"), "{units}");
    let weights = main_text(text(&files, "weights/index.html"));
    assert!(weights.contains("2023") && !weights.contains("2024"), "{weights}");
}

#[test]
fn lists_of_editions_mark_those_that_are_not_official() {
    let files = built();
    for path in ["index.html", "archive/index.html"] {
        let rows: Vec<String> = named(text(&files, path), "tr").into_iter().map(|row| row.text).collect();
        let has = |parts: [&str; 2]| rows.iter().any(|row| parts.iter().all(|part| row.contains(part)));
        assert!(has(["2024", "Đã thu hồi"]) && has(["2023", "Tạm thời"]) && has(["2022", "Chính thức"]), "{rows:?}");
    }
    let years = named(text(&files, "2022/index.html"), "nav").into_iter().find(|n| n.get("class") == Some("years"));
    let links = named(&years.expect("years").inner, "a").into_iter().map(|a| a.text).collect::<Vec<_>>();
    assert_eq!(links, ["2022", "2023 (tạm thời)", "2024 (đã thu hồi)"]);
    let search = files.iter().find(|(path, _)| path.starts_with("assets/search-vi")).expect("a search script");
    let search = std::str::from_utf8(search.1).expect("text");
    assert!(search.contains("năm 2024 (đã thu hồi)") && search.contains("năm 2023 (tạm thời)"), "{search}");
    assert!(!search.contains("2022 ("), "{search}");
}
