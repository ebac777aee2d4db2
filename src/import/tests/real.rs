//! Published spreadsheets against what a reader finds in them; they lie beside the repository, and not in it.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::import::layout::choices;
use crate::import::table::{DoubtKind, FoundTable, Role, Workbook};
use crate::import::tables;

/// Where they lie; none where they do not.
fn folder() -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().map(|above| above.join("shared/sheets")).find(|folder| folder.is_dir())
}

#[test]
#[expect(clippy::print_stderr, reason = "who runs it must know what it compared")]
fn published_spreadsheets_are_understood_as_a_reader_does() {
    let Some(folder) = folder() else {
        eprintln!("no published spreadsheets beside the repository: nothing was compared");
        return;
    };
    let mut truths: Vec<PathBuf> = fs::read_dir(folder.join("truth")).unwrap().map(|e| e.unwrap().path()).collect();
    truths.sort();
    assert!(!truths.is_empty(), "no truths");
    let (mut broken, mut n) = (Vec::new(), 0);
    for truth in truths {
        let text = fs::read_to_string(&truth).unwrap();
        let truth: Value = serde_yaml::from_str(&text).unwrap();
        let name = truth["file"].as_str().unwrap().to_owned();
        let bytes = fs::read(folder.join("files").join(&name)).unwrap();
        let workbook = tables(&bytes, &name).unwrap();
        let mut compare = Compare { name, n: 0, broken: Vec::new() };
        compare.workbook(&truth, &workbook);
        n += compare.n;
        broken.extend(compare.broken);
    }
    eprintln!("{n} facts of published spreadsheets were compared");
    assert!(broken.is_empty(), "{} of {n} facts:\n{}", broken.len(), broken.join("\n"));
}

struct Compare {
    name: String,
    n: usize,
    broken: Vec<String>,
}

impl Compare {
    fn fact(&mut self, what: &str, found: &str, truth: &str) {
        self.n += 1;
        if found != truth {
            self.broken.push(format!("{}: {what}: found {found:?}, and is {truth:?}", self.name));
        }
    }

    fn workbook(&mut self, truth: &Value, workbook: &Workbook) {
        let year = if self.name.contains("2011-2018") { 2018 } else { 2000 };
        let (choices, _) = choices(workbook, year);
        let table = &workbook.sheets[choices[0].sheet].tables[choices[0].table];
        if let Some(sheet) = truth["sheet"].as_str() {
            self.fact("sheet", &table.sheet_names(), sheet);
        }
        let is_none = table.doubts.iter().any(|doubt| doubt.kind == DoubtKind::NoRanking);
        self.fact("no ranking", &is_none.to_string(), &truth["refuse"].is_string().to_string());
        self.table(truth, table);
        self.criteria(truth, table);
        self.samples(truth, table);
    }

    fn table(&mut self, truth: &Value, table: &FoundTable) {
        let list = |value: &Value| -> Vec<u64> {
            value.as_array().map(|list| list.iter().filter_map(Value::as_u64).collect()).unwrap_or_default()
        };
        let header: Vec<u64> = table.header.iter().map(|row| u64::from(*row)).collect();
        self.fact("header", &format!("{header:?}"), &format!("{:?}", list(&truth["header_rows"])));
        self.fact("transposed", &table.is_transposed.to_string(), &(truth["layout"] == "transposed").to_string());
        if truth["refuse"].is_string() {
            return;
        }
        self.fact("units", &table.rows.len().to_string(), &truth["units"].to_string());
        if !table.is_transposed {
            let first = table.rows.first().map_or(0, |row| row.at.row + 1);
            let last = table.rows.last().map_or(0, |row| row.at.row + 1);
            self.fact("first row", &first.to_string(), &truth["first_data_row"].to_string());
            self.fact("last row", &last.to_string(), &truth["last_data_row"].to_string());
            let name = table.name.map(|i| table.columns[i].at.letters()).unwrap_or_default();
            if let Some(column) = truth["unit_column"].as_str() {
                let is_of_two = column.contains(" and ");
                self.fact("names", &name, if is_of_two { "B" } else { column });
            }
        }
        if truth["groups"]["kind"] == "rows" {
            let rows = truth["groups"]["rows"].as_object().unwrap();
            let told: Vec<String> =
                rows.iter().map(|(row, text)| format!("{row} {}", text.as_str().unwrap())).collect();
            let mut found: Vec<String> = Vec::new();
            for row in &table.rows {
                let (text, at) = row.group.clone().unwrap_or_default();
                let group = format!("{} {text}", at.row + 1);
                if found.last() != Some(&group) {
                    found.push(group);
                }
            }
            self.fact("groups", &found.join(", "), &told.join(", "));
        }
        if truth["groups"]["kind"] == "column" {
            let column = truth["groups"]["column"].as_str().unwrap();
            let found = table.columns.iter().find(|other| other.role == Role::Group).map(|c| c.at.letters());
            self.fact("group column", found.as_deref().unwrap_or("none"), column);
        }
    }

    fn criteria(&mut self, truth: &Value, table: &FoundTable) {
        if truth["refuse"].is_string() {
            return;
        }
        let of = |column: &str| table.columns.iter().find(|other| other.at.letters() == column);
        let role = |column: &str| {
            of(column).map_or("none".to_owned(), |column| match &column.role {
                Role::Rank { .. } => "Rank".to_owned(),
                Role::Year(_) => "Year".to_owned(),
                role => format!("{role:?}"),
            })
        };
        if let Some(criteria) = truth["criteria"].as_object().filter(|_| !table.is_transposed) {
            for (column, heading) in criteria {
                let heading = heading.as_str().unwrap();
                let expected = match heading {
                    heading if heading.ends_with("Rank") => "Rank",
                    heading if heading.len() == 4 && heading.parse::<i32>().is_ok() => "Year",
                    _ => "Criterion",
                };
                self.fact(&format!("role of {column}"), &role(column), expected);
                let found = of(column).map_or(String::new(), |column| column.heading.join(" "));
                let words = |text: &str| -> Vec<String> {
                    let text = crate::words::fold(text);
                    text.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 3).map(str::to_owned).collect()
                };
                let last = words(heading).into_iter().rev().find(|word| word.parse::<i32>().is_err());
                if let Some(last) = last {
                    let numbered = of(column).and_then(|column| column.measure.clone()).unwrap_or_default();
                    let all = words(&format!("{found} {numbered}"));
                    self.fact(&format!("heading of {column}"), &all.contains(&last).to_string(), "true");
                }
            }
        }
        match truth["total"]["column"].as_str() {
            Some(column) if truth["criteria"][column].is_string() => {}
            Some(column) => self.fact(&format!("role of {column}"), &role(column), "Total"),
            None if table.is_transposed => {
                let total = table.columns.iter().find(|column| column.role == Role::Total);
                let row = total.map_or(0, |column| column.at.row + 1);
                self.fact("total", &row.to_string(), &truth["total"]["row"].to_string());
                let maximum = total.and_then(|column| column.maximum).map(|maximum| maximum.to_string());
                self.fact("maximum", maximum.as_deref().unwrap_or("none"), &truth["total"]["max"].to_string());
            }
            None => {
                let total = table.columns.iter().find(|column| column.role == Role::Total && column.is_sure);
                self.fact("total", &total.map_or("none".to_owned(), |column| column.at.letters()), "none");
            }
        }
        if let Some(maximum) = truth["total"]["max"].as_u64() {
            let found = table.columns.iter().find(|c| c.role == Role::Total).and_then(|c| c.maximum);
            self.fact("maximum", &found.map_or("none".to_owned(), |m| m.to_string()), &maximum.to_string());
        }
        if let Some(column) = truth["rank"]["column"].as_str() {
            self.fact(&format!("role of {column}"), &role(column), "Rank");
        }
        if let Some(column) = truth["id_column"].as_str() {
            let column = column.split(' ').next().unwrap();
            self.fact(&format!("role of {column}"), &role(column), "Id");
        }
    }

    fn samples(&mut self, truth: &Value, table: &FoundTable) {
        let samples = truth["samples"].as_object().unwrap();
        for (at, sample) in samples {
            let cells = || table.rows.iter().chain(table.passed_over.iter().filter_map(|p| p.row.as_deref()));
            let found = cells().flat_map(|row| &row.cells).find(|cell| cell.at.to_string() == *at);
            let stored = found.map(|cell| cell.stored.clone());
            let name = || cells().find(|row| row.at.to_string() == *at).map(|row| row.name.clone());
            let Some(stored) = stored.or_else(name) else {
                // A heading of a column, or a row that is passed over.
                let is_heading = table.columns.iter().any(|column| column.at.to_string() == *at);
                self.fact(&format!("sample {at}"), &is_heading.to_string(), "true");
                continue;
            };
            self.fact(&format!("stored {at}"), &stored, sample["stored"].as_str().unwrap());
            let shown = found.and_then(|cell| cell.shown.clone());
            if let (Some(truth), Some(shown)) = (sample["shown"].as_str(), shown) {
                self.fact(&format!("shown {at}"), &shown, truth);
            }
        }
    }
}
