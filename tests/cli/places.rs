//! Where faults stand: to the character, whatever stands before them, and all of them in one run.
//!
//! A case marks the place in the file itself, `«…»`; the marks are taken out before the program reads it.

use serde_json::Value;

use crate::common::Site;

/// The text without its marks, and the lines and columns, from 1 and in characters, between which the marks stand.
fn unmark(text: &str) -> (String, Vec<[usize; 4]>) {
    let (mut clean, mut places, mut open) = (String::new(), Vec::new(), (0, 0));
    let (mut line, mut column) = (1, 1);
    for c in text.chars() {
        match c {
            '«' => open = (line, column),
            '»' => places.push([open.0, open.1, line, column]),
            _ => {
                clean.push(c);
                (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
            }
        }
    }
    (clean, places)
}

/// Checks a site of which some files have marks; each fault must stand at a mark, in the order of file and place.
#[track_caller]
fn case(fixture: &str, codes: &[&str]) {
    let mut expected = Vec::new();
    let mut clean = String::new();
    for part in fixture.split_inclusive("//- ").filter(|part| *part != "//- ") {
        let part = part.strip_suffix("//- ").unwrap_or(part);
        let (path, text) = part.split_once('\n').expect("a path");
        let (text, places) = unmark(text);
        expected.extend(places.into_iter().map(|place| (path.to_owned(), place)));
        clean.push_str(&format!("//- {path}\n{text}"));
    }
    let site = Site::minimal_with(&clean);
    let ran = site.run(&["check", "--format", "json"]);
    let report: Value =
        serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {}{}", ran.out, ran.err));
    let faults = report["faults"].as_array().expect("a list");
    let number = |fault: &Value, key: &str| usize::try_from(fault[key].as_u64().expect("a number")).expect("a size");
    let found: Vec<(String, [usize; 4])> = faults
        .iter()
        .map(|fault| {
            let place = ["line", "column", "end_line", "end_column"].map(|key| number(fault, key));
            (fault["file"].as_str().expect("a file").to_owned(), place)
        })
        .collect();
    assert_eq!(found, expected, "{:#?}", faults);
    assert_eq!(faults.iter().map(|fault| fault["code"].as_str().expect("a code")).collect::<Vec<_>>(), codes);
}

/// A score file with these lines below the ranked group.
#[track_caller]
fn scores(lines: &str, codes: &[&str]) {
    case(
        &format!("//- content/scores/2024.yaml\nyear: 2024\nscheme: thu\nstatus: official\nscores:\n  so:\n{lines}\n"),
        codes,
    );
}

/// A score file without a fault, to which a case adds.
const PLAIN: &str = "//- content/scores/2024.yaml\nyear: 2024\nscheme: thu\nstatus: official\nscores:\n  so:
    so-y-te: { ha-tang: 2, nhan-luc: 1 }\n    so-tu-phap: { ha-tang: 1, nhan-luc: 1 }\n";

const OTHER: &str = "    so-tu-phap: { ha-tang: 1, nhan-luc: 1 }";

#[test]
fn columns_count_characters_behind_vietnamese_words() {
    let before = "ha-tang: { score: 1, note: { vi: \"Điểm chấm lại của Sở\", en: x } }";
    scores(&format!("    so-y-te: {{ {before}, nhan-luc: «99» }}\n{OTHER}"), &["score-above-maximum"]);
    scores(&format!("    so-y-te: {{ {before}, «nhân-lực»: 9, nhan-luc: 9 }}\n{OTHER}"), &["criterion-unknown"]);
    // Letters of two characters (a base and its marks) count as two, as editors count them.
    scores(
        &format!(
            "    so-y-te: {{ ha-tang: {{ score: 1, note: {{ vi: \"Die\u{302}\u{309}m\", en: x }} }}, nhan-luc: «99» }}\n{OTHER}"
        ),
        &["score-above-maximum"],
    );
    scores(
        &format!("    so-y-te: {{ ha-tang: {{ score: 1, note: {{ vi: \"👍🏽\", en: x }} }}, nhan-luc: «99» }}\n{OTHER}"),
        &["score-above-maximum"],
    );
}

#[test]
fn keys_and_values_of_maps_have_places_of_their_own() {
    scores(
        &format!("    «so-yte»: {{ ha-tang: 1, nhan-luc: 1 }}\n    so-y-te: {{ ha-tang: 1, nhan-luc: 1 }}\n{OTHER}"),
        &["unit-unknown"],
    );
    scores(
        &format!("    so-y-te:\n      ha-tang: «một»\n      nhan-luc: {{ «scor»: 1 }}\n{OTHER}"),
        &["not-a-number", "key-unknown"],
    );
    scores(
        &format!("    so-y-te: {{ha-tang: «20.5.1», nhan-luc: «1e3»}}\n{OTHER}"),
        &["number-grouped", "number-exponent"],
    );
}

#[test]
fn quoted_values_are_meant_with_their_quotes() {
    scores(
        &format!("    so-y-te: {{ ha-tang: «\"Đã chấm\"», nhan-luc: «'không'» }}\n{OTHER}"),
        &["not-a-number", "not-a-number"],
    );
    scores(&format!("    so-y-te: {{ ha-tang: «\"18,5\"», nhan-luc: 9 }}\n{OTHER}"), &["decimal-comma"]);
}

#[test]
fn a_comma_that_splits_a_number_is_meant_as_a_whole() {
    scores(&format!("    so-y-te: {{ ha-tang: «18,5», nhan-luc: 9 }}\n{OTHER}"), &["comma-splits-number"]);
}

#[test]
fn items_of_lists_have_places_of_their_own() {
    case(&format!("{PLAIN}not_assessed: [«sở-một», «so-hai»]\n"), &["unit-unknown", "unit-unknown"]);
    case(
        &format!("{PLAIN}documents:\n  - {{ title: {{ vi: Quyết định, en: x }}, date: «2025-02-30» }}\n"),
        &["not-a-date"],
    );
    case(
        &format!(
            "{PLAIN}announced:\n  so:\n    total:\n      - rank: 1\n        units: [so-y-te, «so-yte»]\n        quote: \"Hạng nhất\"\n"
        ),
        &["unit-unknown"],
    );
}

#[test]
fn places_behind_values_of_several_lines_are_right() {
    case(
        &format!(
            "{PLAIN}remarks:\n  - text:\n      vi: >\n        Một đoạn\n        hai dòng\n      en: |\n        x\n    group: «sở»\n"
        ),
        &["group-unknown"],
    );
    case(
        &format!(
            "{PLAIN}remarks:\n  - text: {{ vi: \"Một đoạn\n      hai dòng\", en: x }}\n    criterion: «'không-có'»\n    group: so\n"
        ),
        &["criterion-unknown"],
    );
}

#[test]
fn all_faults_of_all_files_are_told_in_one_run() {
    case(
        "//- content/pages/trang.vi.md\n---\ntitle: Trang\n«ordr»: 1\n---\nx\n\
         //- content/schemes/thu.yaml\ntitle: { vi: Bộ tiêu chí, en: x }\ndecimals: 1\n«total_»: sum\ncriteria:\n  - { id: ha-tang, name: { vi: Hạ tầng, en: x }, max: «nhiều» }\n  - { id: nhan-luc, name: { vi: Nhân lực, en: x }, max: 10 }\n\
         //- content/scores/2024.yaml\nyear: 2024\nscheme: thu\nstatus: «chính thức»\nscores:\n  so:\n    so-y-te: { ha-tang: 1, nhan-luc: «99» }\n    «so-yte»: { ha-tang: 1, nhan-luc: 1 }\n    so-tu-phap: { ha-tang: 1, nhan-luc: «-1» }\n",
        &[
            "key-unknown",
            "key-unknown",
            "not-a-number",
            "word-unknown",
            "score-above-maximum",
            "unit-unknown",
            "score-below-zero",
        ],
    );
}

#[test]
fn reading_goes_on_behind_a_line_that_is_no_yaml() {
    let site = Site::minimal();
    site.replace("content/scores/2024.yaml", "so-y-te: {", "so-y-te: {{ [ \"");
    site.replace("content/scores/2024.yaml", "so-tu-phap: { ha-tang: 15", "so-tu-phap: { ha-tang: 99");
    let ran = site.run(&["check", "--format", "short"]);
    ran.must_end_with(1);
    assert!(ran.err.contains("content/scores/2024.yaml:7:"), "{}", ran.err);
    assert!(ran.err.contains("content/scores/2024.yaml:8:28: error[score-above-maximum]"), "{}", ran.err);
}

#[test]
fn a_file_of_windows_has_the_same_places() {
    let file = "\u{feff}year: 2024\r\nscheme: thu\r\nstatus: official\r\nscores:\r\n  so:\r\n    so-y-te: { ha-tang: 1, nhan-luc: 99 }\r\n    so-tu-phap: { ha-tang: 1, nhan-luc: 1 }\r\n";
    let site = Site::minimal();
    site.write("content/scores/2024.yaml", file);
    let ran = site.run(&["check", "--format", "short"]);
    assert_eq!(ran.faults().len(), 1, "{}", ran.err);
    assert!(ran.err.starts_with("content/scores/2024.yaml:6:38: error[score-above-maximum]"), "{}", ran.err);
    site.write("content/scores/2024.yaml", file.replace("year", "yeâr"));
    let ran = site.run(&["check", "--format", "short"]);
    assert!(
        ran.err.contains("content/scores/2024.yaml:1:1: error[key-unknown]"),
        "a mark of UTF-8 is no column: {}",
        ran.err
    );
}
