//! Rankings that nobody here computed: content trees under `tests/oracles`, built and compared cell by cell with what
//! their publishers printed.
//!
//! A table (`published.csv` and its like) has a line for each edition and unit. Its columns are named for what they are
//! compared with in `scores.csv` and `ranking-GROUP.csv` of the built site: `ID` is a score, `ID_rank` its rank, `band`
//! the band of the total. An empty field says that nothing was published, so that nothing may be computed; `?` is not
//! compared. What cannot be reproduced stands in `exceptions.csv`, each with its reason, and has to go from there once it
//! can.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use rust_decimal::{Decimal, RoundingStrategy};
use scorebook::publish::MemorySink;
use scorebook::tree::{self, Tree};
use scorebook::{Options, build};

/// A cell of a table: edition, unit, column.
type Key = (String, String, String);

#[test]
fn the_human_development_index_is_what_undp_published() {
    let oracle = Oracle { name: "un-hdi", slack: Decimal::ZERO };
    oracle.case(&["published.csv", "indices.csv"], Counts { scores: 965 + 3978, ranks: 193, bands: 193 });
}

#[test]
fn the_example_has_the_ranks_of_the_latest_report() {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/un-hdi/content");
    let mut content = tree::read(&example, "content").unwrap();
    let editions = content.files.iter().filter(|file| file.path.contains("scores/")).count();
    // The other editions cannot change the ranks of this one.
    content.files.retain(|file| !file.path.contains("scores/") || file.path.ends_with("scores/2022.yaml"));
    let computed = computed(&content);
    let published = cells(&folder("un-hdi").join("published.csv")).into_iter();
    let published = published.filter(|((edition, ..), field)| edition == "2022" && !field.is_empty());
    let mut counts = [0; 2];
    for (key, field) in published {
        let count = ["total_rank", "band"].iter().position(|column| *column == key.2);
        if let Some(count) = count {
            assert_eq!(computed.get(&key), Some(&field), "{key:?}");
            counts[count] += 1;
        }
    }
    assert_eq!((editions, counts), (33, [193, 193]));
}

#[test]
fn the_welsh_index_is_what_the_government_published() {
    let oracle = Oracle { name: "wimd", slack: Decimal::new(1, 8) };
    let counts = Counts { scores: 1909, ranks: 9 * 1909 + 1896, bands: 1909 };
    oracle.case(&["published.csv", "published-2011.csv"], counts);
}

#[test]
fn the_asem_index_is_what_coinr_computed() {
    let oracle = Oracle { name: "asem", slack: Decimal::new(1, 10) };
    oracle.case(&["published.csv"], Counts { scores: 561, ranks: 561, bands: 0 });
}

#[test]
fn the_order_of_files_and_lines_changes_no_number() {
    for name in ["asem", "un-hdi"] {
        let content = content(name);
        let mut turned = content.clone();
        turned.files.reverse();
        turned.files.iter_mut().for_each(|file| file.bytes = turn_units(&file.bytes));
        assert!(turned.files.iter().rev().zip(&content.files).any(|(a, b)| a.bytes != b.bytes));
        assert_eq!(computed(&content), computed(&turned), "{name}");
    }
}

#[test]
fn raw_values_stand_without_the_maximum_of_their_points() {
    let files = built(&content("asem"));
    let page = |path: &str| String::from_utf8(files[path].clone()).unwrap();
    assert!(page("2018/criteria/conn/index.html").contains(">of 100"));
    assert!(!page("2018/criteria/visa/index.html").contains("of 100"));
}

#[test]
fn a_rank_is_out_of_those_that_are_ranked() {
    let files = built(&content("un-hdi"));
    let page = |path: &str| String::from_utf8(files[path].clone()).unwrap();
    let card = page("2022/units/vnm/index.html");
    let lead = card.split("<main").nth(1).unwrap().split("<table").next().unwrap();
    assert!(lead.contains("193 ranked units") && !lead.contains("206"), "{lead}");
    assert!(
        page("2022/criteria/health/index.html")
            .contains("A dot for each of the 195 ranked units with a known score, 2022.")
    );
}

/// Slovakia has no index before 1995, the mean of all countries has one since 1990.
#[test]
fn a_line_of_means_begins_where_the_unit_does() {
    let files = built(&content("un-hdi"));
    let page = String::from_utf8(files["units/svk/index.html"].clone()).unwrap();
    let drawing = page.split("<svg").find(|svg| svg.contains("id=\"total-wt\"")).unwrap();
    let starts = |path: &str| path.split(['L', 'H', 'V', ' ']).next().unwrap().to_owned();
    let paths = drawing.split("d=\"M").skip(1).map(|path| path.split("/>").next().unwrap());
    let lines: Vec<String> = paths.filter(|path| path.ends_with("class=\"ln\"")).map(starts).collect();
    assert!(lines.len() == 2 && lines[0] == lines[1], "{lines:?}");
}

/// How many published numbers there are to compare.
#[derive(Debug, Default, PartialEq, Eq)]
struct Counts {
    scores: usize,
    ranks: usize,
    bands: usize,
}

/// A published ranking, and how far scores may differ because the publisher computed with more decimals than it printed.
struct Oracle {
    name: &'static str,
    slack: Decimal,
}

impl Oracle {
    /// Compares every cell of the tables with the site; what differs must be the exceptions, no more and no less.
    #[track_caller]
    fn case(&self, tables: &[&str], expected: Counts) {
        let computed = computed(&content(self.name));
        let mut counts = Counts::default();
        let mut differing = BTreeSet::new();
        for (key, published) in tables.iter().flat_map(|table| cells(&folder(self.name).join(table))) {
            match key.2.as_str() {
                _ if published.is_empty() => {}
                "band" => counts.bands += 1,
                column if column.ends_with("_rank") => counts.ranks += 1,
                _ => counts.scores += 1,
            }
            let computed = computed.get(&key).map_or("", String::as_str);
            if !self.agree(&published, computed) {
                differing.insert((key, published, computed.to_owned()));
            }
        }
        assert_eq!(differing, excepted(self.name), "{}", self.name);
        assert_eq!(counts, expected);
    }

    /// Whether two fields are the same word or, in the decimals that are printed, the same number.
    fn agree(&self, published: &str, computed: &str) -> bool {
        let (Ok(printed), Ok(value)) = (published.parse::<Decimal>(), computed.parse::<Decimal>()) else {
            return published == computed;
        };
        let rounded = value.round_dp_with_strategy(printed.scale(), RoundingStrategy::MidpointAwayFromZero);
        rounded == printed || (value - printed).abs() <= self.slack
    }
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/oracles").join(name)
}

fn content(name: &str) -> Tree {
    tree::read(&folder(name).join("content"), "content").unwrap()
}

/// The same file with the lines of its units, each a map such as `{le: 85.5, eys: 16.5}`, from the last to the first.
fn turn_units(bytes: &[u8]) -> Vec<u8> {
    let text = String::from_utf8(bytes.to_vec()).unwrap();
    let is_unit = |line: &&str| line.contains(": {") && !line.contains("{ ");
    let mut turned = text.lines().filter(is_unit).rev();
    let lines = text.lines().map(|line| if is_unit(&line) { turned.next().unwrap() } else { line });
    lines.map(|line| format!("{line}\n")).collect::<String>().into_bytes()
}

/// The files of the site of a content, which must be without faults.
fn built(content: &Tree) -> BTreeMap<String, Vec<u8>> {
    let sink = MemorySink::default();
    let built = build(content, &Tree::default(), &Options::default(), &sink).unwrap();
    assert_eq!((built.faults.errors(), built.faults.warnings()), (0, 0));
    sink.into_files()
}

/// Every score, rank and band of the site of a content, by edition, unit and column.
fn computed(content: &Tree) -> BTreeMap<Key, String> {
    let mut cells = BTreeMap::new();
    for (path, bytes) in built(content) {
        let Some((edition, file)) = path.split_once("/data/") else { continue };
        match file.strip_suffix(".csv") {
            Some("scores") => {
                for line in lines(&bytes) {
                    let key = |what: &str| (edition.to_owned(), line["unit"].clone(), what.to_owned());
                    cells.insert(key(&line["criterion"]), line["score"].clone());
                    cells.insert(key(&format!("{}_rank", line["criterion"])), line["rank"].clone());
                }
            }
            Some(name) if name.starts_with("ranking-") => cells.extend(
                lines(&bytes)
                    .into_iter()
                    .map(|line| ((edition.to_owned(), line["unit"].clone(), "band".to_owned()), line["band"].clone())),
            ),
            Some(_) | None => {}
        }
    }
    cells
}

/// The cells of a published table that are to be compared.
fn cells(table: &Path) -> Vec<(Key, String)> {
    let compared = |(column, field): (String, String), key: &[String; 2]| {
        let [edition, unit] = key.clone();
        (field != "?" && column != "edition" && column != "unit").then_some(((edition, unit, column), field))
    };
    lines(&fs::read(table).unwrap())
        .into_iter()
        .flat_map(|line| {
            let key = ["edition", "unit"].map(|column| line[column].clone());
            line.into_iter().filter_map(move |cell| compared(cell, &key))
        })
        .collect()
}

/// The cells that are known to differ, with both values; each must have a reason.
fn excepted(name: &str) -> BTreeSet<(Key, String, String)> {
    let bytes = fs::read(folder(name).join("exceptions.csv")).unwrap();
    let exception = |mut line: BTreeMap<String, String>| {
        let mut take = |column: &str| line.remove(column).unwrap();
        assert!(!take("reason").is_empty());
        ((take("edition"), take("unit"), take("column")), take("published"), take("computed"))
    };
    lines(&bytes).into_iter().map(exception).collect()
}

/// The lines of a CSV file by column.
fn lines(bytes: &[u8]) -> Vec<BTreeMap<String, String>> {
    csv::Reader::from_reader(bytes).deserialize().map(Result::unwrap).collect()
}
