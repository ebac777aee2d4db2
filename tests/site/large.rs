//! An edition of more units than a page holds: every unit stands on one page, and every link to it leads there.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::OnceLock;

use crate::common::html::{named, tags};
use crate::common::{Files, Site, text};
use crate::links::broken;

const UNITS: usize = 1100;

/// 1,100 units of one group with two criteria; each rank is shared by two, and the last three are not ranked.
fn build(scorecards: &str) -> Files {
    let (mut units, mut scores) = (String::new(), String::new());
    for i in 0..UNITS {
        let _ = writeln!(units, "  u{i:04}: {{ name: Commune {i:04}, group: g }}");
        let _ = writeln!(scores, "    u{i:04}: {{ a: {}, b: 1 }}", 1000 - i / 2);
    }
    Site::new(&format!(
        "//- content/site.yaml\nformat: 1\ntitle: Large\npublisher: {{ name: P }}\nlanguages: [en]\nscorecards: {scorecards}\n\
         //- content/units.yaml\ngroups:\n  g: {{ name: Communes }}\nunits:\n{units}\
         //- content/schemes/s.yaml\ntitle: S\ndecimals: 0\ncriteria:\n  - {{ id: a, name: A, max: 1000 }}\n  - {{ id: b, name: B, max: 1 }}\n\
         //- content/scores/2024.yaml\nyear: 2024\nscheme: s\nstatus: official\npublished: 2025-01-02\nscores:\n  g:\n{scores}\
         unranked: {{ u1097: No data, u1098: No data, u1099: No data }}\n"
    ))
    .build()
}

fn without_scorecards() -> &'static Files {
    static BUILT: OnceLock<Files> = OnceLock::new();
    BUILT.get_or_init(|| build("none"))
}

/// The pages of the group's ranking in order: three columns of scores, 200 rows each, the unranked ones on the last.
const PAGES: [(&str, usize); 6] = [
    ("2024/groups/g/index.html", 200),
    ("2024/groups/g/page-2/index.html", 200),
    ("2024/groups/g/page-3/index.html", 200),
    ("2024/groups/g/page-4/index.html", 200),
    ("2024/groups/g/page-5/index.html", 200),
    ("2024/groups/g/page-6/index.html", 100),
];

fn row_ids(page: &str) -> Vec<String> {
    let rows = tags(page).into_iter().filter(|e| e.name == "tr");
    rows.filter_map(|row| row.get("id").map(str::to_owned)).collect()
}

#[test]
fn each_unit_stands_on_one_page_in_the_order_of_ranks() {
    let files = without_scorecards();
    let found: Vec<Vec<String>> = PAGES.iter().map(|(page, _)| row_ids(text(files, page))).collect();
    assert_eq!(found.iter().map(Vec::len).collect::<Vec<_>>(), PAGES.map(|(_, n)| n));
    let expected: Vec<String> = (0..UNITS).map(|i| format!("u-u{i:04}")).collect();
    assert_eq!(found.concat(), expected);
    assert!(!files.contains_key("2024/groups/g/page-7/index.html"));
}

#[test]
fn what_is_said_of_the_whole_group_holds_on_every_page() {
    let files = without_scorecards();
    for (i, (path, _)) in PAGES.iter().enumerate() {
        let page = text(files, path);
        let (first, last) = (i * 200 + 1, UNITS.min((i + 1) * 200));
        assert!(page.contains(&format!("Rows {first}–{last} of 1100.")), "{path}");
        assert!(page.contains("</b> 1097 units ranked, 3 not."), "{path}");
        assert!(page.contains("Mean of 1097 units"), "{path}");
        assert_eq!(page.contains("No data"), i == 5, "{path}: unranked units stand on the last page");
        assert_eq!(page.contains("<figure"), i == 0, "{path}: charts stand on the first page");
    }
}

#[test]
fn ties_go_on_over_the_end_of_a_page() {
    // The 200th row shares its rank with the 199th, so that no tie is cut there; rank 1 of criterion B is shared by all.
    let first = text(without_scorecards(), PAGES[0].0);
    let classes = |id: &str| {
        tags(first).into_iter().find(|e| e.get("id") == Some(id)).and_then(|e| e.get("class").map(str::to_owned))
    };
    assert_eq!(classes("u-u0198").as_deref(), Some("tie t1"));
    assert_eq!(classes("u-u0199").as_deref(), Some("tie t9"));
    let tied = text(without_scorecards(), "2024/criteria/b/page-2/index.html");
    let ends = named(tied, "tr").into_iter().filter(|row| row.has_class("t1") || row.has_class("t9")).count();
    assert_eq!(ends, 0, "on the second of three pages the tie neither begins nor ends");
}

#[test]
fn titles_and_descriptions_are_unique() {
    let files = without_scorecards();
    let pages = files.keys().filter(|path| path.ends_with(".html"));
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for path in pages {
        let title = named(text(files, path), "title").swap_remove(0).text;
        if let Some(other) = seen.insert(title.clone(), path) {
            panic!("{path} and {other} are both called {title}");
        }
    }
    let title = "Page 2 of 6: Communes, ranking of 2024 – Large";
    assert_eq!(seen.get(title), Some(&"2024/groups/g/page-2/index.html"));
}

#[test]
fn every_link_arrives() {
    assert_eq!(broken(without_scorecards(), &[]), Vec::<String>::new());
}

#[test]
fn every_scorecard_leads_to_its_row() {
    let files = build("all");
    assert_eq!(broken(&files, &[]), Vec::<String>::new());
    for (unit, page) in [("u0000", 0), ("u0199", 0), ("u0200", 1), ("u1099", 5)] {
        let card = text(&files, &format!("2024/units/{unit}/index.html"));
        let to = format!("{}#u-{unit}", PAGES[page].0.replace("2024/", "../../"));
        assert!(named(card, "a").iter().any(|a| a.get("href") == Some(&to)), "{unit}: {to}");
    }
}

#[test]
fn the_search_leads_to_the_page_of_each_unit() {
    let files = without_scorecards();
    let index = files.keys().find(|path| path.starts_with("assets/search-en.")).expect("an index");
    let index = text(files, index);
    assert!(index.contains("\"../units/*/index.html\""), "{}", &index[..200]);
}

#[test]
fn long_lists_are_in_scripts_that_have_all_units() {
    let files = without_scorecards();
    for (page, kind, listed) in [("weights/index.html", "weights", 100), ("compare/index.html", "compare", 0)] {
        let html = text(files, page);
        let script = html.split("data-rows=\"../").nth(1).and_then(|rest| rest.split('"').next()).expect("a script");
        assert!(script.starts_with(&format!("assets/{kind}-g-g-en.")), "{script}");
        let names: BTreeSet<&str> = text(files, script).split(['"', '\n']).flat_map(|part| part.split("\\n")).collect();
        let ranked = if kind == "weights" { UNITS - 3 } else { UNITS };
        assert_eq!((0..UNITS).filter(|i| names.contains(format!("Commune {i:04}").as_str())).count(), ranked);
        let shown = (0..UNITS - 3).filter(|i| html.contains(&format!("Commune {i:04}"))).count();
        assert_eq!(shown, listed, "{page}");
        assert_eq!(html.contains("100 of 1097 ranked units are shown."), kind == "weights");
    }
}

#[test]
fn pages_stay_light() {
    for (path, bytes) in without_scorecards().iter().filter(|(path, _)| path.ends_with(".html")) {
        assert!(bytes.len() < 500_000, "{path}: {}", bytes.len());
    }
}
