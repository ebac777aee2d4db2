//! The other language: each English page has the same structure and says the same numbers as its Vietnamese page.
//!
//! What rightly differs is listed in `RIGHT`, and what is the same in other words in `same.rs`. The English words
//! themselves stand in `tests/expected/small-en.txt`.

use std::collections::BTreeSet;

use crate::common::tree::tree;
use crate::common::{Files, Site, repository, text};
use crate::same::{Difference, Page, differences};
use crate::{example, small};

/// A difference that is right: of which site, on which page, in which element, and why.
type Right = (&'static str, &'static str, &'static str, &'static str);

const RIGHT: [Right; 12] = [
    ("small", "gioi-thieu/index.html", "article.prose", "editors write a page of their own in each language"),
    ("example", "gioi-thieu/index.html", "h2#doc-so-lieu-the-nao", "a heading of editors is named by its words"),
    ("example", "gioi-thieu/index.html", "h2#tim-lai-ket-qua-cu", "a heading of editors is named by its words"),
    ("example", "lien-he/index.html", "h2#khi-thay-so-sai", "a heading of editors is named by its words"),
    ("small", "units/index.html", "nav.jump ul", "names begin with other letters"),
    ("example", "units/index.html", "nav.jump ul", "names begin with other letters"),
    ("corrected", "units/index.html", "nav.jump ul", "names begin with other letters"),
    ("rules", "units/index.html", "nav.jump ul", "names begin with other letters"),
    (
        "small",
        "weights/index.html",
        "table.rows.own tbody tr td",
        "units that are not ranked stand in the order of names",
    ),
    ("example", "2018/criteria/applications/index.html", "html head meta", "a long description is cut"),
    ("between-editions", "trends/index.html", "svg.c.cn", "a word without room in the narrow drawing is left out"),
    ("not-named", "trends/index.html", "svg.c.cn", "a word without room in the narrow drawing is left out"),
];

/// All differences between the languages of a site, each with its page; no page may be in one language alone.
fn all(files: &Files) -> Vec<(String, Difference)> {
    let pages: Vec<&str> = files.keys().map(String::as_str).filter(|path| path.ends_with(".html")).collect();
    let (en, vi): (Vec<&str>, Vec<&str>) = pages.into_iter().partition(|path| path.starts_with("en/"));
    assert!(vi.len() > 20, "only {} pages", vi.len());
    assert_eq!(en, vi.iter().map(|path| format!("en/{path}")).collect::<Vec<_>>());
    let mut all = Vec::new();
    for (vi, en) in vi.into_iter().zip(en) {
        let [left, right] = [vi, en].map(|path| tree(text(files, path)));
        let found = differences(Page { path: vi, root: &left }, Page { path: en, root: &right });
        all.extend(found.into_iter().map(|difference| (vi.to_owned(), difference)));
    }
    all
}

/// Whether the languages of a site differ where they should, and nowhere else.
#[track_caller]
fn same(site: &str, files: &Files) {
    let right: BTreeSet<Right> = RIGHT.into_iter().filter(|(of, ..)| *of == site).collect();
    let mut met = BTreeSet::new();
    let mut wrong = Vec::new();
    for (page, Difference { place, what }) in all(files) {
        match right.iter().find(|(_, on, at, _)| *on == page && place.ends_with(at)) {
            Some(found) => drop(met.insert(*found)),
            None => wrong.push(format!("{page}: {place} {what}")),
        }
    }
    assert!(wrong.is_empty(), "{site}: {} differences\n{}", wrong.len(), wrong.join("\n"));
    assert_eq!(met, right, "{site}: all that may differ does");
}

#[test]
fn the_small_site_is_the_same_in_both_languages() {
    same("small", small());
}

#[test]
fn the_example_is_the_same_in_both_languages() {
    same("example", example());
}

#[test]
fn corrections_and_rules_are_the_same_in_both_languages() {
    for (name, fixture) in
        [("corrected", include_str!("../data/corrected.txt")), ("rules", include_str!("../data/rules.txt"))]
    {
        same(name, &Site::new(fixture).build());
    }
}

/// The sites of `tests/data/years`, with English pages and without English names.
#[track_caller]
fn histories(from: &str, to: &str) {
    let mut n = 0;
    for (path, fixture) in crate::common::files_below(&repository().join("tests/data/years")) {
        let name = path.trim_end_matches(".txt");
        if !(from..to).contains(&name) {
            continue;
        }
        let fixture = String::from_utf8(fixture).expect("a fixture");
        assert_eq!(fixture.matches("languages: [vi]").count(), 1, "{path}");
        let site = Site::new(&fixture.replace("languages: [vi]", "languages: [vi, en]"));
        same(name, &site.build());
        n += 1;
    }
    assert!(n >= 6, "only {n} sites");
}

#[test]
fn years_are_the_same_in_both_languages() {
    histories("a", "n");
}

#[test]
fn more_years_are_the_same_in_both_languages() {
    histories("n", "{");
}

/// Whether two pieces of a page differ, with a word on how; nothing where they do not.
#[track_caller]
fn told(vi: &str, en: &str, expected: &[&str]) {
    let [left, right] = [vi, en].map(tree);
    let found =
        differences(Page { path: "2024/index.html", root: &left }, Page { path: "en/2024/index.html", root: &right });
    assert_eq!(found.len(), expected.len(), "{found:?}");
    for (difference, word) in found.iter().zip(expected) {
        assert!(difference.what.contains(word), "{difference:?} does not say {word:?}");
    }
}

#[test]
fn what_is_of_the_language_does_not_differ() {
    told("<p>Ngày 01/3/2025: 97,5 điểm</p>", "<p>97.5 points on 1 March 2025</p>", &[]);
    told("<a href=\"../a/index.html#x\">A</a>", "<a href=\"../a/index.html#x\">A</a>", &[]);
    told("<img src=\"../assets/a.1.svg\" alt=\"hạng 1\">", "<img src=\"../../assets/a.1.svg\" alt=\"rank 1\">", &[]);
    told("<p>Sở Y tế</p>", "<p><span lang=\"vi\">Sở Y tế</span></p>", &[]);
    told("<blockquote>đạt 93.6</blockquote>", "<blockquote lang=\"vi\">đạt 93.6</blockquote>", &[]);
    let row = |rank: &str, unit: &str| format!("<tr><td>{rank}</td><th><a href=\"{unit}.html\">x</a></th></tr>");
    let table = |rows: &[(&str, &str)]| rows.iter().map(|(rank, unit)| row(rank, unit)).collect::<String>();
    told(&table(&[("=1", "a"), ("=1", "b"), ("3", "c")]), &table(&[("=1", "b"), ("=1", "a"), ("3", "c")]), &[]);
    told(&table(&[("1", "a"), ("2", "b")]), &table(&[("2", "b"), ("1", "a")]), &["has the order"]);
}

#[test]
fn what_is_not_of_the_language_differs() {
    told("<p>97,5 điểm</p>", "<p>97.6 points</p>", &["says \"97.5\""]);
    told("<p>97,5 điểm</p>", "<p>97,5 points</p>", &["says \"97.5\""]);
    told("<p>2 và 3</p>", "<p>2 and 3 and 3</p>", &["says \"2 3\""]);
    told("<p>01/3/2025</p>", "<p>3 January 2025</p>", &["2025-01-03"]);
    told("<td data-value=\"1.5\">1,5</td>", "<td data-value=\"1.6\">1.5</td>", &["has data-value="]);
    told("<td class=\"n\">x</td>", "<td class=\"n e\">x</td>", &["holds td.n in"]);
    told("<section id=\"a\">x</section>", "<section id=\"b\">x</section>", &["has id="]);
    told("<ul><li>x</li><li>y</li></ul>", "<ul><li>x</li></ul>", &["holds li. li. in"]);
    told("<p hidden>x</p>", "<p>x</p>", &["has the attributes"]);
    told("<a href=\"../a/index.html\">A</a>", "<a href=\"../b/index.html\">A</a>", &["has href="]);
    told("<a href=\"../a/index.html\">A</a>", "<a href=\"../../a/index.html\">A</a>", &["has href="]);
    told("<a href=\"../en/a/index.html\">A</a>", "<a href=\"../a/index.html\">A</a>", &["has href="]);
    told("<p title=\"1 việc\">x</p>", "<p title=\"2 things\">x</p>", &["has title="]);
    told("<p data-v=\"1|2.5\">x</p>", "<p data-v=\"1|2,5\">x</p>", &["has data-v="]);
    told("<blockquote>đạt 93.6</blockquote>", "<blockquote lang=\"vi\">đạt 93,6</blockquote>", &["quotes"]);
    let drawing =
        |words: &str, shape: &str| format!("<svg role=\"img\"><{shape} class=\"a\"/><text>{words}</text></svg>");
    told(&drawing("2 việc", "path"), &drawing("2 things", "path"), &[]);
    told(&drawing("2 việc", "path"), &drawing("3 things", "rect"), &["draws", "says \"2\""]);
}
