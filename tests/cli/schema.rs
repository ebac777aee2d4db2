//! `scorebook schema`: the schemas of the kinds of files.

use serde_json::Value;

use crate::common::Site;

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
