//! Numbers of pages are the numbers of the data: every cell with a `data-value` is compared with scores.csv.

use std::collections::BTreeMap;

use crate::common::html::{Element, elements, named};
use crate::common::{Files, csv_rows, text};
use crate::{example, small};

/// Score and rank as scores.csv has them, by unit and criterion.
type Cells = BTreeMap<(String, String), (String, String)>;

fn cells(files: &Files, edition: &str) -> Cells {
    let rows = csv_rows(text(files, &format!("{edition}/data/scores.csv")));
    let entry = |row: BTreeMap<String, String>| {
        ((row["unit"].clone(), row["criterion"].clone()), (row["score"].clone(), row["rank"].clone()))
    };
    rows.into_iter().map(entry).collect()
}

/// The id behind `units/ID/` or `criteria/ID/` in an address.
fn id_in(address: &str, folder: &str) -> Option<String> {
    let (_, rest) = address.split_once(&format!("{folder}/"))?;
    let id = rest.split('/').next()?;
    (!id.is_empty() && id != "index.html").then(|| id.to_owned())
}

/// The first link in some markup that leads to a unit or criterion.
fn link_to(markup: &str, folder: &str) -> Option<String> {
    named(markup, "a").iter().find_map(|a| id_in(a.get("href")?, folder))
}

/// Names of criteria in the language of a page, as the links of the scorecards have them.
fn criteria(files: &Files, edition: &str, prefix: &str) -> BTreeMap<String, String> {
    let start = format!("{prefix}{edition}/units/");
    let pages = files.keys().filter(|path| path.starts_with(&start) && path.ends_with(".html"));
    let links = pages.flat_map(|path| named(text(files, path), "a"));
    links.filter_map(|a| Some((a.text.clone(), id_in(a.get("href")?, "criteria")?))).collect()
}

/// The criterion of each column of a table; none for columns that hold no score.
fn columns(table: &Element, names: &BTreeMap<String, String>, page_criterion: Option<&str>) -> Vec<Option<String>> {
    let Some(head) = named(&table.inner, "thead").into_iter().next() else { return Vec::new() };
    let mut columns = Vec::new();
    for (i, th) in named(&head.inner, "th").iter().enumerate() {
        let whole = named(&th.inner, "span").into_iter().find(|span| span.has_class("nm")).map(|span| span.text);
        let name = whole.unwrap_or_else(|| th.text.split(" /").next().unwrap_or_default().trim().to_owned());
        columns.push(match names.get(&name) {
            _ if i < 2 => None,
            Some(id) => Some(id.clone()),
            None => Some(page_criterion.unwrap_or("total").to_owned()),
        });
    }
    columns
}

/// How many cells of a page were compared.
#[derive(Default)]
struct Compared {
    exact: usize,
    empty: usize,
}

impl Compared {
    #[track_caller]
    fn one(&mut self, path: &str, what: &str, shown: Option<&str>, expected: &str) {
        let Some(shown) = shown else { return };
        assert_eq!(shown, expected, "{path}: {what}");
        *(if shown.is_empty() { &mut self.empty } else { &mut self.exact }) += 1;
    }
}

/// Compares the rankings of a page: each by the criterion of the page, or in a print of the section that it stands in.
fn compare_rankings(path: &str, page: &str, cells: &Cells, names: &BTreeMap<String, String>, compared: &mut Compared) {
    let of_page = id_in(path, "criteria");
    for section in page.split("<section") {
        let (tag, _) = section.split_once('>').unwrap_or_default();
        let own = tag.split_once("data-criterion=\"").and_then(|(_, rest)| rest.split('"').next());
        compare_ranking((path, own.or(of_page.as_deref())), section, cells, names, compared);
    }
}

/// Compares the rows of a ranking: a rank, a unit, its scores.
fn compare_ranking(
    (path, of_page): (&str, Option<&str>),
    page: &str,
    cells: &Cells,
    names: &BTreeMap<String, String>,
    compared: &mut Compared,
) {
    let of_page = of_page.map(str::to_owned);
    for table in named(page, "table") {
        let columns = columns(&table, names, of_page.as_deref());
        for row in named(&table.inner, "tr") {
            let Some(unit) = link_to(&row.inner, "units") else { continue };
            let fields: Vec<Element> =
                elements(&row.inner).into_iter().filter(|e| ["td", "th"].contains(&e.name.as_str())).collect();
            let ranked_by = of_page.clone().unwrap_or_else(|| "total".to_owned());
            for (field, criterion) in fields.iter().zip(&columns) {
                let criterion = criterion.clone().unwrap_or_else(|| ranked_by.clone());
                let Some((score, rank)) = cells.get(&(unit.clone(), criterion.clone())) else { continue };
                let expected = if field.has_class("rk") { rank } else { score };
                compared.one(path, &format!("{unit}, {criterion}"), field.get("data-value"), expected);
            }
        }
    }
}

/// Compares the rows of a scorecard: a criterion, its rank, its score.
fn compare_scorecard(path: &str, page: &str, cells: &Cells, compared: &mut Compared) {
    let unit = id_in(path, "units").expect("a scorecard");
    for row in named(page, "tr") {
        let values: Vec<Element> =
            named(&row.inner, "td").into_iter().filter(|td| td.get("data-value").is_some()).collect();
        let [rank_cell, score_cell] = values.as_slice() else { continue };
        let criterion = link_to(&row.inner, "criteria").unwrap_or_else(|| "total".to_owned());
        let (score, rank) = &cells[&(unit.clone(), criterion.clone())];
        compared.one(path, &format!("rank in {criterion}"), rank_cell.get("data-value"), rank);
        compared.one(path, &format!("score in {criterion}"), score_cell.get("data-value"), score);
    }
}

/// Compares all pages of an edition in a language; answers with how much there was to compare, by kind of page.
fn compare(files: &Files, edition: &str, prefix: &str) -> BTreeMap<&'static str, Compared> {
    let (cells, names) = (cells(files, edition), criteria(files, edition, prefix));
    let mut compared: BTreeMap<&'static str, Compared> = BTreeMap::new();
    let start = format!("{prefix}{edition}/");
    for path in files.keys().filter(|path| path.starts_with(&start) && path.ends_with(".html")) {
        let page = text(files, path);
        if id_in(path, "units").is_some() {
            compare_scorecard(path, page, &cells, compared.entry("units").or_default());
        } else {
            let kind = ["groups", "criteria"].into_iter().find(|kind| id_in(path, kind).is_some());
            let kind = kind.or(path.ends_with("print/index.html").then_some("print"));
            compare_rankings(path, page, &cells, &names, compared.entry(kind.unwrap_or("edition")).or_default());
        }
    }
    compared
}

#[track_caller]
fn case(files: &Files, edition: &str, at_least: &[(&str, usize, usize)]) {
    for prefix in ["", "en/"] {
        let compared = compare(files, edition, prefix);
        for (kind, exact, empty) in at_least {
            let found = &compared[kind];
            assert!(found.exact >= *exact, "{prefix}{edition} {kind}: only {} numbers compared", found.exact);
            assert!(found.empty >= *empty, "{prefix}{edition} {kind}: only {} empty cells compared", found.empty);
        }
    }
}

#[test]
fn numbers_on_the_pages_of_the_example_are_those_of_its_data() {
    // 156 cells, each with a score and a rank: on the scorecards all of them, on the rankings all but the ranks of criteria.
    case(
        example(),
        "2018",
        &[("units", 140, 140), ("groups", 80, 80), ("criteria", 120, 120), ("edition", 8, 0), ("print", 200, 200)],
    );
    case(example(), "2016", &[("units", 6, 20), ("groups", 6, 10)]);
}

#[test]
fn numbers_on_the_pages_of_the_small_site_are_those_of_its_data() {
    case(
        small(),
        "2024",
        &[("units", 60, 10), ("groups", 30, 10), ("criteria", 50, 10), ("edition", 6, 0), ("print", 80, 20)],
    );
    case(small(), "2023", &[("units", 70, 0), ("groups", 35, 0), ("criteria", 50, 0), ("edition", 6, 0)]);
}
