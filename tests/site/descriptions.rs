//! What files and pages say of the data to programs: every number, name and checksum is that of the files themselves.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::common::html::{elements, named};
use crate::common::{Files, Site, csv_rows, text};
use crate::corrections::corrected;
use crate::{example, small};

fn parsed(files: &Files, path: &str) -> Value {
    serde_json::from_str(text(files, path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What a page says of its data to search engines.
fn block(files: &Files, path: &str) -> Option<Value> {
    let blocks = named(text(files, path), "script").into_iter();
    let block = blocks.filter(|script| script.get("type") == Some("application/ld+json")).map(|script| script.inner);
    let blocks: Vec<String> = block.collect();
    assert!(blocks.len() < 2, "{path}");
    let block = blocks.first()?;
    assert!(!block.contains('<'), "{path}: {block}");
    Some(serde_json::from_str(block).unwrap_or_else(|error| panic!("{path}: {error}")))
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The packages of a site by the path of their folder, with a slash at its end.
fn packages(files: &Files) -> Vec<(String, Value)> {
    let paths = files.keys().filter(|path| path.ends_with("/datapackage.json"));
    paths.map(|path| (path.trim_end_matches("datapackage.json").to_owned(), parsed(files, path))).collect()
}

/// The tables of a package by name: the schema, and the rows of the file.
type Tables<'v> = BTreeMap<&'v str, (&'v Value, Vec<BTreeMap<String, String>>)>;

fn tables<'v>(files: &Files, folder: &str, package: &'v Value) -> Tables<'v> {
    let tables = items(&package["resources"]).iter().filter(|resource| resource["type"] == "table");
    let rows = |resource: &Value| csv_rows(text(files, &format!("{folder}{}", word(&resource["path"]))));
    tables.map(|resource| (word(&resource["name"]), (&resource["schema"], rows(resource)))).collect()
}

fn key(row: &BTreeMap<String, String>, columns: &Value) -> Vec<String> {
    items(columns).iter().map(|column| row[word(column)].clone()).collect()
}

#[test]
fn packages_tell_the_files_of_their_folder() {
    for files in [example(), corrected(), small()] {
        for (folder, package) in packages(files) {
            let mut told = BTreeSet::new();
            for resource in items(&package["resources"]) {
                let path = word(&resource["path"]);
                let bytes = &files[&format!("{folder}{path}")];
                assert_eq!(resource["bytes"], bytes.len(), "{folder}{path}");
                assert_eq!(resource["hash"], format!("sha256:{}", hash(bytes)), "{folder}{path}");
                told.insert(path.to_owned());
            }
            let here = files.keys().filter_map(|path| path.strip_prefix(&folder)).filter(|path| !path.contains('/'));
            let tables = here
                .filter(|path| path.ends_with(".csv"))
                .flat_map(|path| [path.to_owned(), path.replace(".csv", ".json")]);
            let missing: Vec<String> = tables.filter(|path| !told.contains(path)).collect();
            assert_eq!(missing, Vec::<String>::new(), "{folder}");
        }
    }
}

#[test]
fn columns_are_told_as_the_files_have_them() {
    for files in [example(), corrected(), small()] {
        for (folder, package) in packages(files) {
            for (name, (schema, rows)) in tables(files, &folder, &package) {
                let json = parsed(files, &format!("{folder}{name}.json"));
                let of = |fields: &Value| {
                    items(fields).iter().map(|f| (f["name"].clone(), f["type"].clone())).collect::<Vec<_>>()
                };
                assert_eq!(of(&schema["fields"]), of(&json["fields"]), "{folder}{name}");
                for field in items(&schema["fields"]) {
                    let described = word(&field["description"]);
                    assert!(!described.is_empty() && !described.contains('⟦'), "{folder}{name}: {field}");
                    let words: BTreeSet<&str> = items(&field["categories"]).iter().map(word).collect();
                    let column = word(&field["name"]);
                    let other = |row: &&BTreeMap<String, String>| {
                        !words.is_empty() && !row[column].is_empty() && !words.contains(row[column].as_str())
                    };
                    assert_eq!(rows.iter().find(other), None, "{folder}{name}: {column}");
                }
            }
        }
    }
}

#[test]
fn keys_hold_in_the_data() {
    let mut n_keys = 0;
    for files in [example(), corrected(), small()] {
        for (folder, package) in packages(files) {
            let tables = tables(files, &folder, &package);
            for (name, (schema, rows)) in &tables {
                let unique = [&schema["primaryKey"], &schema["uniqueKeys"][0]];
                for columns in unique.into_iter().filter(|columns| !columns.is_null()) {
                    let different: BTreeSet<Vec<String>> = rows.iter().map(|row| key(row, columns)).collect();
                    assert_eq!(different.len(), rows.len(), "{folder}{name}: {columns}");
                    n_keys += 1;
                }
                let empty =
                    |row: &BTreeMap<String, String>| key(row, &schema["primaryKey"]).iter().any(String::is_empty);
                assert!(!rows.iter().any(empty), "{folder}{name}");
                for foreign in items(&schema["foreignKeys"]) {
                    let reference = &foreign["reference"];
                    let (_, others) = &tables[word(&reference["resource"])];
                    let there: BTreeSet<Vec<String>> =
                        others.iter().map(|row| key(row, &reference["fields"])).collect();
                    let lost = rows.iter().map(|row| key(row, &foreign["fields"])).find(|key| !there.contains(key));
                    assert_eq!(lost, None, "{folder}{name}: {foreign}");
                    n_keys += 1;
                }
            }
        }
    }
    assert!(n_keys > 60, "{n_keys} keys were looked at");
}

#[test]
fn a_package_says_what_the_edition_is() {
    let package = parsed(corrected(), "2023/data/datapackage.json");
    assert_eq!(package["name"], "example-org-xep-hang-2023");
    assert_eq!([&package["created"], &package["version"]], ["2024-02-01T00:00:00Z", "2024-06-10"]);
    assert!(word(&package["description"]).ends_with("Kết quả năm 2023: Tạm thời."), "{}", package["description"]);
    assert_eq!(package["licenses"], Value::Null);
    let version = |number: usize| parsed(corrected(), &format!("2023/data/v{number}/datapackage.json"));
    assert_eq!(version(1)["version"], "2024-02-01");
    assert_eq!([&version(2)["version"], &version(2)["name"]], ["2024-03-01", "example-org-xep-hang-2023-v2"]);
    assert!(word(&version(2)["title"]).starts_with("Số liệu trước ngày 10/6/2024 (phiên bản 2) – Dữ liệu năm 2023"));
    let example = parsed(example(), "2018/data/datapackage.json");
    let licence =
        json!([{ "name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/", "title": "CC-BY-4.0" }]);
    assert_eq!(example["licenses"], licence);
}

/// A band of ranks makes its column one of texts, in every description.
#[test]
fn a_column_with_a_band_of_ranks_is_one_of_texts() {
    let files = Site::new(include_str!("../hostile/band-rank-for-excel.txt")).build();
    let package = packages(&files).into_iter().find(|(folder, _)| folder != "data/").expect("an edition").1;
    let columns = items(&package["resources"]).iter().flat_map(|resource| items(&resource["schema"]["fields"]));
    let ranks = columns.filter(|field| ["rank", "announced_rank"].contains(&word(&field["name"])));
    let kinds: BTreeSet<(&str, &str)> = ranks.map(|field| (word(&field["name"]), word(&field["type"]))).collect();
    assert!(
        kinds.contains(&("announced_rank", "string")) && !kinds.contains(&("announced_rank", "number")),
        "{kinds:?}"
    );
}

#[test]
fn pages_tell_search_engines_of_their_data() {
    for path in ["2018/index.html", "2018/data/index.html", "en/2018/index.html", "en/2018/data/index.html"] {
        let found = block(example(), path).unwrap_or_else(|| panic!("{path} has no block"));
        assert_eq!([&found["@context"], &found["@type"]], ["https://schema.org/", "Dataset"], "{path}");
        assert_eq!(found["@id"], "https://example.gov.vn/xep-hang/2018/data/index.html#dataset");
        let page = if path.starts_with("en/") { "en/2018/data/" } else { "2018/data/" };
        assert_eq!(found["url"], format!("https://example.gov.vn/xep-hang/{page}index.html"));
        assert_eq!(found["license"], "https://creativecommons.org/licenses/by/4.0/");
        assert_eq!([&found["datePublished"], &found["dateModified"]], ["2019-05-04", "2019-05-04"]);
        assert_eq!(found["temporalCoverage"], "2018-01-01/2018-12-31");
        assert!((50..5000).contains(&word(&found["description"]).chars().count()), "{path}");
        let files = items(&found["distribution"]);
        assert!(files.len() > 10, "{path}: {files:?}");
        for file in files {
            let name =
                word(&file["contentUrl"]).strip_prefix("https://example.gov.vn/xep-hang/").expect("a whole address");
            let bytes = &example()[name];
            assert_eq!(file["contentSize"], format!("{} B", bytes.len()), "{name}");
            assert_eq!(file["sha256"], hash(bytes), "{name}");
        }
    }
    let measured = block(example(), "en/2018/index.html").expect("a block")["variableMeasured"].clone();
    assert_eq!(
        measured[0],
        json!({ "@type": "PropertyValue", "name": "Infrastructure", "propertyID": "infrastructure" })
    );
}

#[test]
fn the_home_page_names_the_catalogue() {
    let home = block(example(), "index.html").expect("a block");
    assert_eq!(
        [&home["@type"], &home["@id"]],
        ["DataCatalog", "https://example.gov.vn/xep-hang/data/index.html#catalog"]
    );
    let named: Vec<&str> = items(&home["dataset"]).iter().map(|one| word(&one["@id"])).collect();
    let address = |edition: &str| format!("https://example.gov.vn/xep-hang/{edition}/data/index.html#dataset");
    assert_eq!(named, [address("2016"), address("2018")]);
    let all = block(example(), "data/index.html").expect("a block");
    let kinds: Vec<&str> = items(&all["@graph"]).iter().map(|node| word(&node["@type"])).collect();
    assert_eq!(kinds, ["DataCatalog", "Dataset"]);
    assert_eq!(items(&all["@graph"][0]["dataset"]).len(), 2);
    assert_eq!(block(example(), "2018/units/so-y-te/index.html"), None);
}

#[test]
fn nothing_needs_an_address_that_the_site_does_not_say() {
    let site = Site::new(crate::SMALL);
    site.write(
        "content/site.yaml",
        site.read("content/site.yaml")
            .lines()
            .filter(|line| !line.starts_with("url:"))
            .fold(String::new(), |text, line| text + line + "\n"),
    );
    let files = site.build();
    for path in ["index.html", "data/index.html", "2024/index.html", "2024/data/index.html"] {
        let found = block(&files, path).expect("a block");
        for absent in ["\"url\":null", "@id", "contentUrl", "distribution"] {
            assert!(!found.to_string().contains(absent), "{path}: {absent}");
        }
    }
    let package = parsed(&files, "2024/data/datapackage.json");
    assert_eq!([&package["id"], &package["homepage"]], [&Value::Null, &Value::Null]);
    let catalog = parsed(&files, "data/catalog.jsonld");
    assert_eq!(catalog["@graph"][0]["@id"], "index.html#catalog");
    assert!(!text(&files, "2024/data/cite.bib").contains("url = "));
}

#[test]
fn no_name_ends_the_block() {
    let files = Site::new(include_str!("../data/hostile.txt")).build();
    let found = block(&files, "2024/data/index.html").expect("a block");
    assert_eq!(found["publisher"]["name"], "</title><script>alert(\"publisher\")</script>");
    assert_eq!(found["license"]["name"], "<script>alert(\"licence\")</script>");
}

#[test]
fn a_draft_is_not_told_to_search_engines() {
    let site = Site::new(include_str!("../data/corrected.txt"));
    site.replace("content/scores/2023.yaml", "status: provisional", "status: draft");
    site.run(&["build", "--drafts"]).must_end_with(0);
    let files = site.output();
    for path in ["2023/index.html", "2023/data/index.html", "index.html", "data/index.html"] {
        assert_eq!(block(&files, path), None, "{path}");
    }
    assert!(block(&files, "2022/index.html").is_some());
}

#[test]
fn the_sentence_to_cite_is_that_of_the_page() {
    for (files, folders) in [(example(), ["2018/data/", "data/"]), (corrected(), ["2023/data/", "data/"])] {
        for folder in folders {
            for (language, prefix) in [("vi", ""), ("en", "en/")] {
                let page = elements(text(files, &format!("{prefix}{folder}index.html")));
                let cited = page.into_iter().find(|e| e.get("id") == Some("cite")).expect("a reference").text;
                let sentence = text(files, &format!("{folder}cite.{language}.txt")).trim_end();
                assert!(cited.ends_with(&format!(": {sentence}")), "{folder}: {cited} {sentence}");
            }
        }
    }
}

#[test]
fn the_interface_tells_every_table_once() {
    for files in [example(), corrected(), small()] {
        let index = parsed(files, "api/v1/index.json");
        let editions = items(&index["editions"]);
        let versions = editions.iter().flat_map(|edition| items(&edition["versions"]));
        let tables = editions.iter().chain(versions).chain([&index["series"]]).flat_map(|data| items(&data["tables"]));
        let mut told = Vec::new();
        for table in tables {
            for file in items(&table["files"]) {
                let path = word(&file["href"]).strip_prefix("../../").expect("an address from the index");
                let bytes = &files[path];
                assert_eq!([&file["bytes"], &file["sha256"]], [&json!(bytes.len()), &json!(hash(bytes))], "{path}");
                if path.ends_with(".csv") {
                    assert_eq!(table["rows"], csv_rows(text(files, path)).len(), "{path}");
                }
                told.push(path.to_owned());
            }
        }
        told.sort();
        let is_table = |path: &&String| {
            path.ends_with(".csv")
                || path.strip_suffix(".json").is_some_and(|stem| files.contains_key(&format!("{stem}.csv")))
        };
        assert_eq!(told, files.keys().filter(is_table).cloned().collect::<Vec<_>>());
    }
}

#[test]
fn the_interface_tells_days_and_statuses() {
    let index = parsed(corrected(), "api/v1/index.json");
    let said =
        |edition: &Value, keys: &[&str]| keys.iter().map(|key| edition[key].to_string()).collect::<Vec<_>>().join(" ");
    let keys = ["id", "status", "published", "corrected", "from", "to", "previous"];
    let editions: Vec<String> = items(&index["editions"]).iter().map(|edition| said(edition, &keys)).collect();
    let expected = [
        r#""2022" "official" "2023-02-01" null "2022-01-01" "2022-12-31" null"#,
        r#""2023" "provisional" "2024-02-01" "2024-06-10" "2023-01-01" "2023-12-31" "2022""#,
        r#""2024" "withdrawn" "2025-02-01" null "2024-01-01" "2024-12-31" "2023""#,
    ];
    assert_eq!(editions, expected);
    let versions = items(&index["editions"][1]["versions"]).iter();
    let versions: Vec<String> = versions.map(|version| said(version, &["number", "from", "until"])).collect();
    assert_eq!(versions, [r#"1 "2024-02-01" "2024-03-01""#, r#"2 "2024-03-01" "2024-06-10""#]);
    assert_eq!(index["updated"], "2025-02-01");
}

#[test]
fn the_catalogue_is_a_series_of_editions() {
    let catalog = parsed(corrected(), "data/catalog.jsonld");
    let nodes = items(&catalog["@graph"]).iter();
    let name = |value: &Value| word(value).trim_start_matches("https://example.org/xep-hang/").to_owned();
    let told: Vec<String> = nodes
        .map(|node| {
            [&node["@type"], &node["@id"], &node["prev"], &node["isVersionOf"]]
                .map(name)
                .join(" ")
                .trim_end()
                .to_owned()
        })
        .collect();
    let expected = [
        "dcat:Catalog data/index.html#catalog",
        "dcat:DatasetSeries data/index.html#series",
        "dcat:Dataset 2022/data/index.html#dataset",
        "dcat:Dataset 2023/data/index.html#dataset 2022/data/index.html#dataset",
        "dcat:Dataset 2023/data/index.html#v1  2023/data/index.html#dataset",
        "dcat:Dataset 2023/data/index.html#v2  2023/data/index.html#dataset",
        "dcat:Dataset 2024/data/index.html#dataset 2023/data/index.html#dataset",
    ];
    assert_eq!(told, expected);
}

#[test]
fn the_paths_of_the_interface_are_those_of_the_files() {
    for files in [example(), corrected(), small()] {
        let described = parsed(files, "api/v1/openapi.json");
        assert_eq!(described["servers"][0]["url"], "../../");
        let mut reached = BTreeSet::new();
        for (path, item) in described["paths"].as_object().expect("paths") {
            let mut all = vec![path.trim_start_matches('/').to_owned()];
            for place in items(&item["get"]["parameters"]) {
                let values = items(&place["schema"]["enum"]).iter().map(|value| value.to_string().replace('"', ""));
                let values: Vec<String> = values.collect();
                let name = format!("{{{}}}", word(&place["name"]));
                all = all
                    .iter()
                    .flat_map(|path| values.iter().map(|value| path.replace(&name, value)).collect::<Vec<_>>())
                    .collect();
            }
            assert!(all.iter().any(|path| files.contains_key(path)), "{path} leads to no file");
            reached.extend(all);
        }
        let is_table =
            |path: &&String| path.strip_suffix(".json").is_some_and(|stem| files.contains_key(&format!("{stem}.csv")));
        let lost: Vec<&String> = files.keys().filter(is_table).filter(|path| !reached.contains(*path)).collect();
        assert_eq!(lost, Vec::<&String>::new());
    }
}

#[test]
fn a_package_holds_what_the_publisher_wrote() {
    let package: Value = serde_json::from_str(text(example(), "2018/data/datapackage.json")).expect("JSON");
    let sources = items(&package["resources"]).iter().filter(|resource| resource["format"] == "yaml");
    let paths: Vec<&Value> = sources.map(|resource| &resource["path"]).collect();
    assert_eq!(paths, ["source/schemes/qd-3329-2016.yaml.txt", "source/scores/2018.yaml.txt"]);
    let catalogue = text(example(), "data/catalog.jsonld");
    assert!(catalogue.contains("2018/data/source/scores/2018.yaml.txt"));
}
