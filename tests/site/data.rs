//! Tables for machines: each in every format with the same values, and the numbers of the pages.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs::read_to_string;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::common::{Files, Site, csv_rows, repository, text};
use crate::corrections::corrected;
use crate::example;

/// The values of a row of JSON by column, as CSV writes them.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => format!("'{text}"),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The tables of a site by their paths without ending.
fn tables(files: &Files) -> BTreeSet<&str> {
    files.keys().filter(|path| path.contains("data/")).filter_map(|path| path.strip_suffix(".csv")).collect()
}

#[test]
fn json_has_the_rows_and_columns_of_csv() {
    for files in [example(), corrected()] {
        for table in tables(files) {
            let json = text(files, &format!("{table}.json"));
            let whole: Value = serde_json::from_str(json).unwrap_or_else(|error| panic!("{table}: {error}"));
            let csv = text(files, &format!("{table}.csv"));
            let head = csv.lines().next().expect("a head").split(',').map(str::to_owned).collect::<Vec<_>>();
            let names = whole["fields"].as_array().expect("fields").iter().map(|f| plain(&f["name"]));
            assert_eq!(names.collect::<Vec<_>>(), head, "{table}");
            let rows = csv_rows(csv);
            let found = whole["rows"].as_array().expect("rows");
            assert_eq!(found.len(), rows.len(), "{table}");
            for (found, row) in found.iter().zip(&rows) {
                let found = found.as_object().expect("a row");
                // Numbers are compared as the text has them further down: a parser may round them.
                let same = |(name, value): (&String, &Value)| value.is_number() || plain(value) == row[name];
                assert!(found.iter().all(same), "{table}: {found:?} {row:?}");
            }
        }
    }
}

/// Columns are told to be of numbers before the first row is written: they are, exactly where no text stands in them.
#[test]
fn a_column_of_numbers_holds_no_text_and_one_of_texts_holds_some() {
    let more = ["data/announced-scores.txt", "hostile/band-rank-for-excel.txt"].map(|fixture| {
        let fixture = read_to_string(repository().join("tests").join(fixture)).expect("a fixture");
        Site::new(&fixture).build()
    });
    let mut mixed = BTreeSet::new();
    for files in more.iter().chain([example(), corrected()]) {
        for table in tables(files) {
            let whole: Value = serde_json::from_str(text(files, &format!("{table}.json"))).expect("JSON");
            let rows = whole["rows"].as_array().expect("rows");
            for field in whole["fields"].as_array().expect("fields") {
                let name = field["name"].as_str().expect("a name");
                let (texts, numbers) = (
                    rows.iter().filter(|row| row[name].is_string()).count(),
                    rows.iter().filter(|row| row[name].is_number()).count(),
                );
                let is_number = field["type"] == "number";
                assert!(if is_number { texts == 0 } else { numbers == 0 }, "{table}: {name} {field}");
                // In a column of texts a number is a text too.
                let is_of_digits = |row: &Value| row[name].as_str().is_some_and(|text| text.parse::<f64>().is_ok());
                let digits = rows.iter().filter(|row| is_of_digits(row)).count();
                mixed.extend((0 < digits && digits < texts).then(|| name.to_owned()));
            }
        }
    }
    assert!(mixed.contains("now"), "{mixed:?}");
}

#[test]
fn numbers_have_the_digits_that_were_written() {
    let (csv, json) = (text(corrected(), "2022/data/scores.csv"), text(corrected(), "2022/data/scores.json"));
    let scores = csv_rows(csv).into_iter().map(|row| row["score"].clone()).filter(|score| !score.is_empty());
    let scores: Vec<String> = scores.collect();
    assert!(scores.len() > 5, "{scores:?}");
    for score in scores {
        assert!(json.contains(&format!("\"score\":{score},")), "{score}");
    }
}

/// Some columns of some rows of a table.
#[track_caller]
fn case(files: &Files, path: &str, columns: &[&str], wanted: (&str, &str), expected: &[&str]) {
    let rows = csv_rows(text(files, path));
    let rows = rows.iter().filter(|row| row[wanted.0] == wanted.1);
    let found: Vec<String> =
        rows.map(|row| columns.iter().map(|&column| row[column].as_str()).collect::<Vec<_>>().join("|")).collect();
    assert_eq!(found, expected, "{path}");
}

#[test]
fn units_criteria_and_statements_are_those_of_the_example() {
    let unit = ["edition", "group", "unranked", "name_vi", "name_en"];
    case(
        example(),
        "2018/data/units.csv",
        &unit,
        ("unit", "so-y-te"),
        &["2018|departments||Sở Y tế|Department of Health"],
    );
    let criterion = ["group", "parent", "maximum", "aggregate", "order", "scored"];
    let maxima = ["departments|total|24||descending|yes", "districts|total|24||descending|yes"];
    case(example(), "2018/data/criteria.csv", &criterion, ("criterion", "infrastructure"), &maxima);
    let total = ["departments||100|sum|descending|", "districts||100|sum|descending|"];
    case(example(), "2018/data/criteria.csv", &criterion, ("criterion", "total"), &total);
    let statements = csv_rows(text(example(), "2018/data/statements.csv"));
    let number = |row: &std::collections::BTreeMap<String, String>| {
        ["group", "criterion", "statement", "standing"].map(|column| row[column].clone())
    };
    let different: BTreeSet<[String; 4]> = statements.iter().map(number).collect();
    let standing = |word: &str| different.iter().filter(|statement| statement[3] == word).count();
    assert_eq!(["confirmed", "consistent", "undecidable", "disputed"].map(standing), [0, 33, 1, 1]);
}

#[test]
fn what_is_of_all_editions_is_what_they_have_together() {
    let count = |path: &str| csv_rows(text(example(), path)).len();
    for table in ["scores", "units", "criteria", "statements"] {
        let each = ["2016", "2018"].map(|edition| count(&format!("{edition}/data/{table}.csv")));
        assert_eq!(count(&format!("data/{table}.csv")), each.iter().sum::<usize>(), "{table}");
    }
}

/// The SHA-256 of some bytes in hexadecimal digits.
fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The files that a list of checksums names, each with the right checksum.
fn listed(files: &Files, list: &str, folder: &str) -> BTreeSet<String> {
    let line = |line: &str| {
        let (hash, path) = line.split_once("  ").unwrap_or_else(|| panic!("{list}: {line}"));
        let path = format!("{folder}{path}");
        let bytes = files.get(&path).unwrap_or_else(|| panic!("{list}: no file {path}"));
        assert_eq!(sha256(bytes), hash, "{list}: {path}");
        path
    };
    text(files, list).lines().map(line).collect()
}

#[test]
fn every_file_has_its_checksum() {
    for files in [example(), corrected()] {
        let all: BTreeSet<String> = files.keys().filter(|path| *path != "checksums.txt").cloned().collect();
        assert_eq!(listed(files, "checksums.txt", ""), all);
    }
    let folder = |folder: &str| {
        let list = format!("{folder}checksums.txt");
        let inside = |path: &&String| path.strip_prefix(folder).is_some_and(|rest| !rest.starts_with('v'));
        let all = corrected().keys().filter(inside).filter(|path| **path != list && !path.ends_with(".html"));
        assert_eq!(listed(corrected(), &list, folder), all.cloned().collect::<BTreeSet<_>>(), "{list}");
    };
    ["data/", "2023/data/", "2023/data/v1/"].into_iter().for_each(folder);
}

/// The files that a page offers for download.
fn offered(files: &Files, page: &str) -> BTreeSet<String> {
    let folder = page.trim_end_matches("index.html");
    let links = text(files, page).split("<a href=\"").skip(1).filter_map(|rest| rest.split_once('>'));
    let links = links.filter_map(|(link, _)| link.strip_suffix("\" download"));
    links.map(|link| format!("{folder}{link}")).collect()
}

#[test]
fn the_page_of_the_data_offers_every_file_beside_it() {
    for (files, folder) in [(example(), "2018/data/"), (example(), "data/"), (corrected(), "2022/data/")] {
        let beside = files.keys().filter(|path| path.starts_with(folder) && !path.ends_with(".html"));
        let beside: BTreeSet<String> = beside.cloned().collect();
        assert_eq!(offered(files, &format!("{folder}index.html")), beside, "{folder}");
    }
}

#[test]
fn the_dictionary_explains_every_column() {
    for page in ["data/fields/index.html", "en/data/fields/index.html"] {
        let explained = text(example(), page).replace("<wbr>", "");
        let sections = tables(example()).into_iter().filter(|table| table.starts_with("2018/"));
        for table in sections {
            let name = table.rsplit('/').next().unwrap();
            let anchor = if name.starts_with("ranking-") { "ranking" } else { name };
            let section = explained.split(&format!("id=\"t-{anchor}\"")).nth(1).unwrap_or_else(|| panic!("{anchor}"));
            let section = section.split("</section>").next().unwrap();
            let head = text(example(), &format!("{table}.csv")).lines().next().unwrap();
            for column in head.split(',') {
                let id = column.trim_end_matches("_rank");
                let pattern = match column {
                    "name_vi" | "name_en" => "name_LANG".to_owned(),
                    _ if csv_rows(text(example(), "2018/data/criteria.csv"))
                        .iter()
                        .any(|row| row["criterion"] == id)
                        && name.starts_with("ranking-")
                        && column != "total" =>
                    {
                        column.replacen(id, "ID", 1)
                    }
                    _ => column.to_owned(),
                };
                assert!(section.contains(&format!("<code>{pattern}</code>")), "{page}: {table}: {column}");
            }
        }
    }
}

#[test]
fn sources_are_published_without_what_editors_wrote_for_each_other() {
    let source = text(example(), "2018/data/source/scores/2018.yaml.txt");
    assert!(source.starts_with("year: 2018\n"), "{source}");
    let written = std::fs::read_to_string(crate::common::repository().join("content/scores/2018.yaml")).unwrap();
    let comment = written.lines().find(|line| line.starts_with('#')).expect("a comment");
    assert!(!source.contains(comment.trim_start_matches(['#', ' '])), "{comment}");
    assert!(text(example(), "2018/data/source/schemes/qd-3329-2016.yaml.txt").contains("criteria:\n"));
}

#[test]
fn a_score_file_that_withholds_a_value_is_not_published() {
    let written = crate::common::Site::new(crate::SMALL).read("content/scores/2024.yaml");
    let is_there = |year: &str| crate::small().contains_key(&format!("{year}/data/source/scores/{year}.yaml.txt"));
    assert_eq!((written.contains("withheld"), is_there("2024"), is_there("2023")), (true, false, true));
    assert!(crate::small().contains_key("2024/data/source/schemes/bo-2023.yaml.txt"));
}
