//! The guides: the tutorial is gone step by step, and the documents are a site that Scorebook builds.
//!
//! The pages of that site are copies of the documents, with links as pages need them; SCOREBOOK_BLESS=1 writes them anew.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::common::{Files, Site, blessed, files_below, repository};
use super::documents::{STEPS, blocks, documents, lay_over, parts};

/// The documents of the site in the order of its pages, each with the name of its page.
const PAGES: &[(&str, &str)] = &[
    ("tutorial.md", "tutorial"),
    ("cookbook.md", "cookbook"),
    ("reference.md", "reference"),
    ("glossary.md", "glossary"),
    ("commands", "commands"),
    ("install.md", "install"),
    ("content.md", "score-file"),
    ("import.md", "import"),
    ("years.md", "years"),
    ("archive.md", "sealing"),
    ("hosting.md", "hosting"),
    ("verify.md", "verify"),
    ("finding.md", "finding"),
    ("data.md", "open-data"),
    ("promises.md", "promises"),
    ("theming.md", "theming"),
    ("reliability.md", "reliability"),
];

/// Those whose examples are in the words of their language.
const TOLD_APART: &[&str] = &["tutorial.md", "cookbook.md", "reference.md", "glossary.md"];

/// Pages that stand in the menu.
const IN_MENU: usize = 4;

/// A command as it is typed, in parts.
fn words(line: &str) -> Vec<&str> {
    let line = line.split("  #").next().unwrap_or(line);
    line.split_whitespace().skip(1).collect()
}

#[test]
fn the_tutorial_leads_from_a_spreadsheet_to_the_next_year() {
    for (path, text) in documents().into_iter().filter(|(path, _)| STEPS.contains(&path.as_str())) {
        let site = Site::new("");
        let all = blocks(&text);
        let lines: Vec<&str> =
            all.iter().filter(|(kind, _)| *kind == "sh").flat_map(|(_, text)| text.lines()).collect();
        let folder =
            lines.iter().find_map(|line| line.strip_prefix("scorebook init ")).and_then(|rest| rest.split(' ').next());
        let folder = folder.unwrap_or_else(|| panic!("{path} begins with no site"));
        let sheet = lines.iter().flat_map(|line| line.split(' ')).find(|word| word.ends_with(".csv")).expect("a sheet");
        for (kind, block) in &all {
            match *kind {
                "csv" => site.write(sheet, block),
                "yaml" => parts(&path, block)
                    .iter()
                    .for_each(|(file, text)| lay_over(&site, &format!("{folder}/{file}"), text)),
                "sh" => block.lines().filter(|line| !line.contains(" serve")).for_each(|line| {
                    let ran = site.run(&words(line));
                    assert_eq!(ran.code, 0, "{path}: {line}\n{}{}", ran.out, ran.err);
                }),
                other => panic!("{path}: nothing tries a block of {other:?}"),
            }
        }
        for page in ["output/2026/index.html", "content/sealed/2026.yaml", "content/scores/2027.yaml"] {
            assert!(site.path(&format!("{folder}/{page}")).is_file(), "{path}: {page} is not there");
        }
    }
}

/// The commands of the README as a document.
fn commands() -> String {
    let readme = std::fs::read_to_string(repository().join("README.md")).expect("a README");
    let (_, rest) = readme.split_once("\n## Commands\n").expect("a list of commands");
    format!("# Commands\n{}", rest.split("\n## ").next().unwrap_or(rest)).replace("](docs/", "](")
}

/// A document in a language, if it is there.
fn document(name: &str, language: &str) -> Option<String> {
    let path = match (name, language) {
        ("commands", "en") => return Some(commands()),
        ("commands", _) => "docs/vi/commands.md".to_owned(),
        (name, "en") => format!("docs/{name}"),
        (name, _) => format!("docs/vi/{name}"),
    };
    std::fs::read_to_string(repository().join(path)).ok()
}

/// Where a link of a document leads on the page: to a page, to another host, or nowhere.
fn link(target: &str, language: &str) -> Option<String> {
    if target.contains("://") {
        return Some(target.to_owned());
    }
    let (path, place) =
        target.split_once('#').map_or((target, String::new()), |(path, id)| (path, format!("#{}", place(id))));
    if path.is_empty() {
        return Some(place);
    }
    let (name, up) = match (language, path.strip_prefix("../")) {
        ("vi", Some(name)) => (name, "../../"),
        ("en", Some(name)) => (name.strip_prefix("docs/")?, "../"),
        _ => (path, "../"),
    };
    let (_, page) = PAGES.iter().find(|(other, _)| *other == name)?;
    Some(format!("{up}{page}/index.html{place}"))
}

/// The name of a heading as the pages have it: the host of the code keeps letters that they fold.
fn place(heading: &str) -> String {
    let letters = heading.nfd().filter(|letter| !is_combining_mark(*letter));
    letters.map(|letter| if letter == 'đ' { 'd' } else { letter }).collect()
}

/// A text with its links as its page needs them; what the site has no page for is told without a link. Code stays.
fn linked(text: &str, language: &str) -> String {
    let mut out = String::new();
    let mut is_code = false;
    for line in text.split_inclusive('\n') {
        is_code ^= line.starts_with("```");
        let mut rest = line;
        while let Some((before, said, target, behind)) = (!is_code).then(|| next_link(rest)).flatten() {
            out.push_str(before);
            match link(target, language) {
                Some(address) => out.push_str(&format!("[{said}]({address})")),
                None => out.push_str(said),
            }
            rest = behind;
        }
        out.push_str(rest);
    }
    out
}

/// The next link of a line: what stands before it, its words, its target and the rest.
fn next_link(line: &str) -> Option<(&str, &str, &str, &str)> {
    let middle = line.find("](")?;
    let start = line[..middle].rfind('[')?;
    let end = middle + line[middle..].find(')')?;
    Some((&line[..start], &line[start + 1..middle], &line[middle + 2..end], &line[end + 1..]))
}

/// The pages of the site, made of the documents.
fn pages() -> Files {
    let mut pages = Files::new();
    for (order, (name, page)) in PAGES.iter().enumerate() {
        for language in ["en", "vi"] {
            let Some(text) = document(name, language) else { continue };
            let (title, body) = text.strip_prefix("# ").and_then(|text| text.split_once('\n')).expect("a title");
            let menu = if order < IN_MENU { "menu: true\n" } else { "" };
            let front = format!("---\ntitle: {title:?}\norder: {}\n{menu}---\n", order + 1);
            // What is made for the host of the code is no part of the page.
            let body: String = body
                .split_inclusive('\n')
                .filter(|line| !line.starts_with("<!--") && !line.starts_with("!["))
                .collect();
            pages.insert(format!("{page}.{language}.md"), format!("{front}{}", linked(&body, language)).into_bytes());
        }
    }
    pages
}

#[test]
fn every_document_for_users_is_a_page_of_the_site_of_documents() {
    blessed::folder_holds("docs/content/pages", &pages());
    let known: BTreeSet<&str> = PAGES.iter().map(|(name, _)| *name).collect();
    // For those who work on the program itself; the gallery of all faults, which `scorebook explain` prints; and what names
    // addresses of one's own machine, which published pages may not.
    let others = ["architecture.md", "decisions.md", "performance.md", "faults.md", "preview.md"];
    let there = files_below(&repository().join("docs"));
    let left = there.keys().filter(|path| path.ends_with(".md") && !path.contains('/'));
    let left: Vec<&String> =
        left.filter(|path| !known.contains(path.as_str()) && !others.contains(&path.as_str())).collect();
    assert!(left.is_empty(), "no page has {left:?}");
}

#[test]
fn the_documents_are_built_into_a_site_without_a_fault() {
    let site = Site::new("");
    for (path, bytes) in files_below(&repository().join("docs")) {
        if path.starts_with("content/") || path.starts_with("themes/") {
            site.write(&path, bytes);
        }
    }
    let ran = site.run(&["check", "--strict"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let ran = site.run(&["build"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let [english, vietnamese] = ["output/index.html", "output/vi/index.html"].map(|page| site.read(page));
    for (name, page) in PAGES {
        let has = |home: &str, page: &str| home.contains(&format!("<li><a href=\"{page}/index.html\">"));
        assert!(has(&english, page), "the home page does not lead to {page}");
        let is_told = document(name, "vi").is_some();
        assert_eq!(has(&vietnamese, page), is_told, "{page} in Vietnamese");
        assert_eq!(has(&vietnamese, &format!("../{page}")), !is_told, "{page} in English");
    }
}

/// What the rows of tables are about: the code in their first cells.
fn rows(text: &str) -> Vec<Vec<&str>> {
    let rows = text.lines().filter(|line| line.starts_with("| `"));
    rows.map(|row| row.split(" | ").next().unwrap_or(row).split('`').skip(1).step_by(2).collect()).collect()
}

/// What a document shows in blocks, without what stands there for people.
fn shown(text: &str) -> Vec<(String, Vec<String>)> {
    let for_people = |line: &str| line.starts_with('#') || line.contains("reason") || line.is_empty();
    let lines = |block: &str| {
        let lines = block.lines().map(|line| line.split(" # ").next().unwrap_or(line).trim().to_owned());
        lines.filter(|line| !for_people(line)).collect()
    };
    let block = |(kind, block): (&str, String)| match kind {
        "text" => (kind.to_owned(), Vec::new()),
        _ => (kind.to_owned(), lines(&block)),
    };
    blocks(text).into_iter().map(block).collect()
}

#[test]
fn both_languages_show_the_same() {
    for (name, _) in PAGES.iter().filter(|(name, _)| !TOLD_APART.contains(name)) {
        let (Some(english), Some(vietnamese)) = (document(name, "en"), document(name, "vi")) else { continue };
        // Of themes, what is made from the views is in English alone.
        let english = english.split("\n<!-- made ").next().unwrap_or(&english);
        assert_eq!(shown(english), shown(&vietnamese), "{name}: the blocks");
        let heads = |text: &str| text.lines().filter(|line| line.starts_with("##")).count();
        assert_eq!(heads(english) + usize::from(*name == "theming.md"), heads(&vietnamese), "{name}: the headings");
        assert_eq!(rows(english), rows(&vietnamese), "{name}: the tables");
    }
}
