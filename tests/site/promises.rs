//! `docs/promises.md` against what the program writes: addresses, columns and words.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::common::{Files, text};
use crate::corrections::corrected;
use crate::{example, small};

const PROMISES: &str = include_str!("../../docs/promises.md");

/// The lines of the list in a part of the page.
#[track_caller]
fn listed(part: &str) -> Vec<&'static str> {
    let (_, rest) = PROMISES.split_once(&format!("\n## {part}\n")).expect("a part of that name");
    let (_, list) = rest.split_once("```text\n").expect("a list");
    list.split("\n```").next().expect("its end").lines().collect()
}

fn sites() -> [&'static Files; 3] {
    [example(), corrected(), small()]
}

/// A path as the page writes it: with words for what differs between sites.
fn pattern(path: &str) -> String {
    let number =
        |part: &str| part.strip_prefix('v').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    let parts = path.split('/').enumerate().map(|(at, part)| match part {
        part if at == 0 && part.starts_with(|c: char| c.is_ascii_digit()) => "EDITION".to_owned(),
        part if number(part) && !path.starts_with("api/") => "vN".to_owned(),
        part => match part.strip_prefix("ranking-").and_then(|rest| rest.split_once('.')) {
            Some((_, extension)) => format!("ranking-GROUP.{extension}"),
            None => part.replace("cite.vi.", "cite.LANG.").replace("cite.en.", "cite.LANG."),
        },
    });
    parts.collect::<Vec<_>>().join("/")
}

/// Whether a file is one that programs may rest on.
fn is_promised(path: &str) -> bool {
    let is_data = path.starts_with("api/") || path.starts_with("data/") || path.contains("/data/");
    // The workbook is for people, the source is the publisher's own.
    is_data && ![".html", ".xlsx"].iter().any(|end| path.ends_with(end)) && !path.contains("/source/")
}

#[test]
fn every_file_for_programs_stands_at_a_promised_address() {
    let listed: BTreeSet<String> = listed("Addresses").into_iter().map(str::to_owned).collect();
    let written: BTreeSet<String> = sites()
        .iter()
        .flat_map(|files| files.keys())
        .filter(|path| is_promised(path))
        .map(|path| pattern(path))
        .collect();
    assert_eq!(written.symmetric_difference(&listed).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn columns_have_the_promised_names_and_order() {
    let listed: BTreeMap<&str, &str> =
        listed("Columns").into_iter().map(|l| l.split_once(": ").expect("a name")).collect();
    let mut seen = BTreeSet::new();
    for files in sites() {
        for path in files.keys().filter(|path| path.ends_with(".csv")) {
            let name = path.rsplit('/').next().unwrap_or_default().trim_end_matches(".csv");
            let kind = if name.starts_with("ranking-") { "ranking" } else { name };
            let head = text(files, path).lines().next().unwrap_or_default();
            let rest = head.strip_prefix(listed[kind]).unwrap_or_else(|| panic!("{path}: {head}"));
            assert!(rest.is_empty() || rest.starts_with(','), "{path}: {rest}");
            let more: Vec<&str> = rest.split(',').skip(1).collect();
            match kind {
                "ranking" => {
                    assert!(more.chunks(2).all(|two| two[1] == format!("{}_rank", two[0])), "{path}: {more:?}")
                }
                "units" | "criteria" => assert_eq!(more, ["name_vi", "name_en"], "{path}"),
                _ => assert!(more.is_empty(), "{path}: {more:?} is not promised"),
            }
            seen.insert(kind);
        }
    }
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), listed.into_keys().collect::<Vec<_>>());
}

#[test]
fn words_are_those_that_are_promised() {
    let mut written = BTreeSet::new();
    for files in sites() {
        for path in files.keys().filter(|path| path.ends_with("/datapackage.json")) {
            let package: Value = serde_json::from_str(text(files, path)).expect("a package");
            for resource in package["resources"].as_array().expect("resources") {
                for field in resource["schema"]["fields"].as_array().into_iter().flatten() {
                    let Some(words) = field["categories"].as_array() else { continue };
                    let words: Vec<&str> = words.iter().filter_map(Value::as_str).collect();
                    let table = resource["name"].as_str().expect("a name");
                    written.insert(format!("{table}.{}: {}", field["name"].as_str().expect("a name"), words.join(" ")));
                }
            }
        }
    }
    let listed: BTreeSet<String> = listed("Words").into_iter().map(str::to_owned).collect();
    assert_eq!(written.symmetric_difference(&listed).collect::<Vec<_>>(), Vec::<&String>::new());
}
