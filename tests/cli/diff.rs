//! `diff`: two editions, or two content folders.

use crate::common::Site;

/// A site of two editions under two schemes: a unit new, one gone, one renamed, one moved to another group.
const SERIES: &str = "\
//- content/site.yaml
format: 1
title: { vi: Xếp hạng, en: Rankings }
publisher: { name: Văn phòng }
languages: [vi, en]
//- content/units.yaml
groups:
  so: { name: { vi: Các sở, en: Departments } }
  huyen: { name: { vi: Các huyện, en: Districts } }
units:
  so-a: { name: { vi: Sở A, en: A Department }, group: so }
  so-b: { name: { vi: Sở B, en: B Department }, group: so }
  so-c: { name: { vi: Sở C, en: C Department }, group: so }
  so-d: { name: { vi: Sở D | mới, en: D Department }, group: huyen }
  so-e: { name: { vi: Sở E, en: E Department }, group: so }
events:
  - { date: 2024-01-01, rename: so-b, from: { vi: Sở Bê, en: B Department } }
  - { date: 2024-01-01, move: so-d, from: so }
//- content/schemes/cu.yaml
title: { vi: Cũ, en: Old }
criteria:
  - { id: x, name: { vi: Ích, en: Eks }, max: 10 }
  - { id: w, name: { vi: I, en: Why }, max: 10 }
//- content/schemes/moi.yaml
title: { vi: Mới, en: New }
replaces: cu
criteria:
  - { id: x, name: { vi: Ích, en: Eks }, max: 12, weight: 2 }
  - { id: z, name: { vi: Dét, en: Zed }, max: 10 }
rank: { ties: competition }
//- content/scores/2023.yaml
year: 2023
scheme: cu
status: official
scores:
  so:
    so-a: { x: 9, w: 9 }
    so-b: { x: 8, w: 8.5 }
    so-c: { x: 7, w: ~ }
    so-d: { x: 1, w: 1 }
//- content/scores/2024.yaml
year: 2024
scheme: { so: moi, huyen: moi }
status: official
not_assessed: [so-c]
scores:
  so:
    so-a: { x: 9, z: 5 }
    so-b: { x: 10, z: 6 }
    so-e: { x: exempt, z: 6 }
  huyen:
    so-d: { x: 1, z: 2 }
";

/// The site of two editions.
pub(super) fn series() -> Site {
    Site::new(SERIES)
}

#[track_caller]
fn shown(site: &Site, arguments: &[&str]) -> String {
    let ran = site.run(arguments);
    ran.must_end_with(0);
    assert_eq!(ran.err, "");
    ran.out
}

/// The same with some changes, beside the first.
fn changed(site: &Site) {
    for (path, text) in SERIES.split("//- ").skip(1).filter_map(|part| part.split_once('\n')) {
        site.write(&format!("next/{path}"), text);
    }
    site.replace("next/content/schemes/moi.yaml", "max: 12, weight: 2", "max: 12, weight: 3");
    site.replace("next/content/scores/2023.yaml", "so-b: { x: 8, w: 8.5 }", "so-b: { x: 9, w: 8.5 }");
    site.replace("next/content/units.yaml", "en: A Department", "en: Department A");
    let next = site.read("next/content/scores/2024.yaml").replace("year: 2024", "year: 2025");
    site.write("next/content/scores/2025.yaml", next);
}

#[test]
fn two_editions_are_compared_by_units_schemes_scores_and_ranks() {
    let site = Site::new(SERIES);
    assert_eq!(shown(&site, &["diff", "2023", "2024"]), include_str!("../expected/diff/editions.txt"));
    let vietnamese = shown(&site, &["--lang", "vi", "diff", "2023", "2024", "--format", "markdown"]);
    assert_eq!(vietnamese, include_str!("../expected/diff/editions.vi.md"));
    let json = shown(&site, &["diff", "2023", "2024", "--format", "json"]);
    assert_eq!(json, include_str!("../expected/diff/editions.json"));
}

#[test]
fn two_folders_are_compared_edition_by_edition() {
    let site = Site::new(SERIES);
    changed(&site);
    let expected = include_str!("../expected/diff/folders.txt");
    assert_eq!(shown(&site, &["diff", ".", "next"]), expected);
    assert_eq!(shown(&site, &["diff", "content", "next/content"]), expected);
    let back: serde_json::Value =
        serde_json::from_str(&shown(&site, &["diff", "next", ".", "--format", "json"])).expect("JSON");
    assert_eq!(back["editions"], serde_json::json!({ "new": [], "gone": ["2025"] }));
    assert_eq!(
        back["comparisons"][0]["scores"][1],
        serde_json::json!({
            "unit": "so-b", "name": "B Department", "criterion": "x", "was": "9", "now": "8"
        })
    );
}

#[test]
fn nothing_differs_from_itself() {
    let site = Site::new(SERIES);
    let none = "units: 0 new, 0 gone, 0 renamed, 0 moved; rules: 0; scores: 0; ranks: 0; others: 0\n";
    assert_eq!(shown(&site, &["diff", "2024", "2024"]), format!("2024\n{none}"));
    assert_eq!(shown(&site, &["diff", ".", "content"]), format!("2023\n{none}\n2024\n{none}"));
}

#[track_caller]
fn refused(arguments: &[&str], code: i32, why: &str) {
    let site = Site::new(SERIES);
    site.write("bad/content/site.yaml", "format: 1\n");
    let ran = site.run(arguments);
    ran.must_end_with(code);
    assert_eq!((ran.out.as_str(), ran.err.lines().next()), ("", Some(why)));
}

#[test]
fn wrong_use_is_told() {
    refused(&["diff", "2023", "2042"], 2, "error: `2042` is neither an edition nor a folder; did you mean `2024`?");
    refused(&["diff", "x", "y"], 2, "error: `x` is neither an edition nor a folder; the editions are 2023, 2024");
    refused(
        &["--lang", "vi", "diff", "2023", "2042"],
        2,
        "lỗi: `2042` không phải là kỳ, cũng không phải là thư mục; có phải là `2024`?",
    );
    refused(
        &["--lang", "vi", "diff", "x", "y"],
        2,
        "lỗi: `x` không phải là kỳ, cũng không phải là thư mục; các kỳ là 2023, 2024",
    );
    refused(
        &["--lang", "vi", "diff", "2023", "content"],
        2,
        "lỗi: `2023` là một kỳ còn `content` là thư mục; chỉ so hai kỳ hoặc hai thư mục với nhau",
    );
    refused(
        &["diff", "2023", "content"],
        2,
        "error: `2023` is an edition and `content` a folder; two editions, or two folders, are compared",
    );
    refused(&["diff", "content", "bad"], 1, "error[key-missing]: key `languages` is missing in site.yaml");
}
