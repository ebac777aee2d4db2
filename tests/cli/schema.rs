//! `scorebook schema`: the schemas of the kinds of files.

use serde_json::Value;

use crate::common::{Site, blessed};

const KINDS: [&str; 4] = ["site", "units", "scheme", "scores"];

#[test]
fn without_a_kind_each_has_a_line() {
    let ran = Site::minimal().run(&["schema"]);
    ran.must_end_with(0);
    let first: Vec<&str> = ran.out.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!((first.as_slice(), ran.err.as_str()), (&KINDS[..], ""));
    assert!(ran.out.contains("content/scores/YEAR.yaml  the scores of one edition"), "{}", ran.out);
    let ran = Site::minimal().run(&["--lang", "vi", "schema"]);
    assert!(ran.must_end_with(0).out.contains("điểm của một kỳ"), "{}", ran.out);
}

#[test]
fn a_kind_gives_its_schema() {
    for kind in KINDS {
        let ran = Site::minimal().run(&["schema", kind]);
        ran.must_end_with(0);
        let schema: Value = serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{kind}: {error}"));
        assert_eq!(schema["$id"], format!("urn:scorebook:{kind}:1"));
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!((ran.out.ends_with("}\n"), ran.err.as_str()), (true, ""));
    }
}

#[test]
fn a_folder_without_a_site_has_schemas_too() {
    let ran = Site::minimal().run(&["--site", "nowhere", "schema", "units"]);
    ran.must_end_with(0);
}

#[track_caller]
fn page_has(arguments: &[&str], lines: &[&str]) {
    let ran = Site::minimal().run(arguments);
    ran.must_end_with(0);
    assert_eq!(ran.err, "");
    let missing = lines.iter().find(|line| !ran.out.lines().any(|other| other == **line));
    assert_eq!(missing, None, "{}", ran.out);
}

#[test]
fn the_schemas_are_a_page_for_people() {
    page_has(
        &["schema", "--format", "markdown"],
        &[
            "# Reference of the format",
            "## scheme",
            "| `url` | address |  |  | Where it can be read: an address that begins with https:// or http://. |",
            "| `ties` | `dense`, `competition`, `modified`, `average`, `ordinal` or `announced` | `dense` |  | What equal values get. dense: 1-2-2-3 (default). competition: 1-2-2-4. modified: 1-3-3-4. average: 1-2.5-2.5-4. ordinal: 1-2-3-4. announced: equal printed scores are ranked as announced. |",
            "| `score` | score |  |  | The score in points, or the word for why there is none. |",
            "| `adjustments` | list: [adjustments](#scores-adjustments) |  |  | Points that are added to totals, or taken from them, for reasons outside the criteria. |",
            "### scores: adjustments",
            "| score | A score in points, or the word for why there is none: ~ or unpublished, missing, exempt, withheld. |",
            "| `rank` | rank or [rank](#scores-rank) |  |  | The announced rank of the cell. |",
        ],
    );
    page_has(
        &["schema", "scores", "--format", "markdown", "--lang", "vi"],
        &[
            "# Tra cứu định dạng",
            "| Khoá | Giá trị | Nếu không ghi | Bắt buộc | Ý nghĩa |",
            "| `points` | số |  | có | Số điểm cộng; nhỏ hơn 0 là điểm trừ. |",
            "| `last` | `true` hoặc `false` |  |  | true: thông báo nói đây là hạng cuối cùng. |",
        ],
    );
}

#[test]
fn a_page_of_one_kind_is_in_the_language_of_the_messages_and_of_that_kind_alone() {
    let ran = Site::minimal().run(&["--lang", "vi", "schema", "units", "--format", "markdown"]);
    ran.must_end_with(0);
    let heads: Vec<&str> = ran.out.lines().filter(|line| line.starts_with("## ")).collect();
    assert_eq!(heads, ["## Các loại giá trị", "## units"]);
}

/// The documents hold the page as it is printed; SCOREBOOK_BLESS=1 writes it anew.
#[test]
fn the_reference_of_the_documents_is_the_page_of_today() {
    for (file, language) in [("docs/reference.md", "en"), ("docs/vi/reference.md", "vi")] {
        let ran = Site::minimal().run(&["schema", "--format", "markdown", "--lang", language]);
        blessed::file_holds(file, &ran.must_end_with(0).out);
    }
}

#[track_caller]
fn unknown(kind: &str, expected: &str) {
    let ran = Site::minimal().run(&["schema", kind]);
    ran.must_end_with(2);
    assert_eq!((ran.out.as_str(), ran.err.as_str()), ("", expected));
}

#[test]
fn an_unknown_kind_is_wrong_use_and_names_the_nearest() {
    unknown("scors", "error: no kind of file is called `scors`; did you mean `scores`?\n");
    unknown("schema", "error: no kind of file is called `schema`; did you mean `scheme`?\n");
    unknown("pages", "error: no kind of file is called `pages`; the kinds are site, units, scheme, scores\n");
}
