//! Tables for machines: each in every format with the same values, and the numbers of the pages.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::common::{Files, csv_rows, text};
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
