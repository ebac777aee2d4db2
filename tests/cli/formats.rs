//! How faults are told: for people on standard error, for programs on standard output, each in its own form.

use serde_json::Value;

use crate::common::{Ran, Site};

/// A site with faults in three of its files, one of them with another place that matters.
fn faulty() -> Site {
    let site = Site::minimal_with("//- content/letter.txt\nx\n");
    site.replace("content/scores/2024.yaml", "so-y-te: { ha-tang: 18.5", "so-y-te: { ha-tang: 99");
    site.replace("content/scores/2024.yaml", "{ ha-tang: 15, nhan-luc: 9.5 }", "{ ha-tang: 15 }");
    site.replace("content/units.yaml", "Justice }, group: so }", "Justice }, grup: so, group: so }");
    site
}

#[track_caller]
fn told(format: &str) -> Ran {
    let ran = faulty().run(&["check", "--format", format]);
    ran.must_end_with(1);
    ran
}

/// File, line, column, severity and code of all faults, in the order in which they are told.
const FAULTS: [(&str, u64, u64, &str, &str); 4] = [
    ("content/letter.txt", 1, 1, "error", "file-unexpected"),
    ("content/scores/2024.yaml", 7, 25, "error", "score-above-maximum"),
    ("content/scores/2024.yaml", 8, 28, "warning", "score-left-out"),
    ("content/units.yaml", 5, 56, "error", "key-unknown"),
];

#[test]
fn short_is_a_line_for_each_fault() {
    let ran = told("short");
    assert_eq!(ran.out, "");
    let lines = ran.faults();
    assert_eq!(lines.len(), FAULTS.len(), "{}", ran.err);
    for (line, (file, row, column, severity, code)) in lines.iter().zip(FAULTS) {
        assert!(line.starts_with(&format!("{file}:{row}:{column}: {severity}[{code}]: ")), "{line}");
    }
    assert!(ran.err.ends_with("\n3 errors, 1 warning in 5 files\n"), "{}", ran.err);
}

#[test]
fn human_shows_the_line_and_what_to_do() {
    let ran = told("human");
    assert_eq!(ran.out, "");
    let expected = "\
error[score-above-maximum]: score `99` of `so-y-te` for `ha-tang` is above its maximum 20
 --> content/scores/2024.yaml:7:25
  |
7 |     so-y-te: { ha-tang: 99, nhan-luc: 9 }
  |                         ^^ at most 20 (content/schemes/thu.yaml:4:68)
  = help: ";
    assert!(ran.err.contains(expected), "{}", ran.err);
    let pages = ran.err.matches(" = help: `scorebook explain ").count();
    assert_eq!((ran.err.matches(" = help: ").count() - pages, pages), (FAULTS.len(), FAULTS.len()), "{}", ran.err);
    let places: Vec<&str> = ran.err.lines().filter_map(|line| line.trim_start().strip_prefix("--> ")).collect();
    let all = FAULTS.map(|(file, row, column, ..)| format!("{file}:{row}:{column}"));
    assert_eq!(places, all);
    assert_eq!(ran.err.lines().last(), Some("3 errors, 1 warning in 5 files"));
}

fn json(ran: &Ran) -> Value {
    assert_eq!(ran.err, "");
    serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{error}: {}", ran.out))
}

#[test]
fn json_is_one_object_with_all_faults() {
    let report = json(&told("json"));
    assert_eq!((&report["version"], &report["errors"], &report["warnings"]), (&1.into(), &3.into(), &1.into()));
    let faults = report["faults"].as_array().expect("a list");
    assert_eq!(faults.len(), FAULTS.len());
    for (fault, (file, line, column, severity, code)) in faults.iter().zip(FAULTS) {
        let found = ["file", "severity", "code"].map(|key| fault[key].as_str().unwrap_or_default());
        assert_eq!(found, [file, severity, code]);
        assert_eq!((&fault["line"], &fault["column"]), (&line.into(), &column.into()), "{fault}");
        let keys: Vec<&str> = fault.as_object().expect("an object").keys().map(String::as_str).collect();
        let promised = [
            "code",
            "severity",
            "message",
            "file",
            "line",
            "column",
            "end_line",
            "end_column",
            "text",
            "help",
            "related",
        ];
        assert_eq!(keys, promised);
        assert!(["message", "help"].iter().all(|key| fault[*key].as_str().is_some_and(|text| !text.is_empty())));
    }
    let score = &faults[1];
    assert_eq!((&score["text"], &score["end_line"], &score["end_column"]), (&"99".into(), &7.into(), &27.into()));
    let related = &score["related"][0];
    assert_eq!(related["file"], "content/schemes/thu.yaml");
    assert_eq!((&related["line"], &related["column"]), (&4.into(), &68.into()));
    assert_eq!(related["message"], "its maximum");
}

#[test]
fn without_faults_every_format_says_so() {
    let clean = |format: &str| {
        let ran = Site::minimal().run(&["check", "--format", format]);
        ran.must_end_with(0);
        ran
    };
    assert_eq!(clean("json").out, "{\"version\":1,\"errors\":0,\"warnings\":0,\"faults\":[]}\n");
    assert_eq!(json(&clean("sarif"))["runs"][0]["results"], Value::Array(Vec::new()));
    assert_eq!((clean("github").out, clean("github").err), (String::new(), String::new()));
    for format in ["human", "short"] {
        assert_eq!((clean(format).out.as_str(), clean(format).err.as_str()), ("", "0 errors, 0 warnings in 4 files\n"));
    }
}

#[test]
fn github_has_an_annotation_for_each_fault() {
    let ran = told("github");
    assert_eq!(ran.err, "");
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines.len(), FAULTS.len(), "{}", ran.out);
    for (line, (file, row, column, severity, code)) in lines.iter().zip(FAULTS) {
        assert!(line.starts_with(&format!("::{severity} file={file},line={row},col={column},endLine=")), "{line}");
        let (properties, message) = line[2..].split_once("::").expect("properties and a message");
        assert!(properties.ends_with(&format!("title={code}")) && !message.is_empty(), "{line}");
    }
}

#[test]
fn sarif_has_a_rule_and_a_result_for_each_fault() {
    let report = json(&told("sarif"));
    assert_eq!(report["version"], "2.1.0");
    let run = &report["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), FAULTS.len());
    for (result, (file, line, column, severity, code)) in results.iter().zip(FAULTS) {
        assert_eq!((&result["ruleId"], &result["level"]), (&code.into(), &severity.into()));
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("a position")];
        assert_eq!(rule["id"], code);
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], file);
        assert_eq!((&place["region"]["startLine"], &place["region"]["startColumn"]), (&line.into(), &column.into()));
    }
}

#[test]
fn people_see_a_hundred_faults_of_a_kind_and_programs_all() {
    let site = Site::minimal();
    let units: String = (0..150).map(|i| format!("    so-{i}: {{ ha-tang: 1, nhan-luc: 1 }}\n")).collect();
    let text = site.read("content/scores/2024.yaml") + &units;
    site.write("content/scores/2024.yaml", text);
    for format in ["short", "human"] {
        let ran = site.run(&["check", "--format", format]);
        assert_eq!(ran.err.matches("no unit has the id").count(), 100, "{format}");
        assert!(ran.err.contains("50 more of this kind"), "{format}: {}", ran.err);
        assert!(ran.err.ends_with("150 errors, 0 warnings in 4 files\n"), "{format}");
    }
    assert_eq!(json(&site.run(&["check", "--format", "json"]))["faults"].as_array().map(Vec::len), Some(150));
    assert_eq!(site.run(&["check", "--format", "github"]).out.lines().count(), 150);
}
