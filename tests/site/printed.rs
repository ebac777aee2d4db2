//! The report for print: its sections are those of the pages that it prints, with the same rows and numbers.
//!
//! `tests/expected/small-print.txt` keeps the sections of the report of the small site, each with the one of a page that it
//! comes from, and below it what only the sheet (`+`) or only the page (`-`) says.

use std::collections::BTreeSet;

use similar::{ChangeTag, TextDiff};

use crate::common::blessed::file_holds;
use crate::common::main_text::main_text_in_full;
use crate::common::{Files, Site, text};
use crate::links::target;
use crate::{example, small};

/// What stands below a heading, as far as the next one.
#[derive(Clone, Debug, Default)]
struct Part {
    page: String,
    /// The headings that it stands below, from that of the page.
    titles: Vec<String>,
    /// The criterion that it is about, in a print.
    criterion: Option<String>,
    lines: Vec<String>,
}

impl Part {
    /// The headings below that of the page.
    fn below(&self) -> &[String] {
        self.titles.get(1..).unwrap_or_default()
    }

    fn rows(&self) -> Vec<&str> {
        self.lines.iter().map(String::as_str).filter(|line| line.starts_with('|')).collect()
    }

    fn name(&self) -> String {
        let titles = if self.below().is_empty() { "the top".to_owned() } else { self.below().join(" / ") };
        format!("{}: {titles}", self.page.trim_end_matches("/index.html"))
    }
}

/// The parts of a page, with links as seen from the root of the site, and without the marks of elements.
fn parts(files: &Files, page: &str) -> Vec<Part> {
    let mut parts = vec![Part { page: page.to_owned(), ..Part::default() }];
    for line in main_text_in_full(text(files, page)).lines() {
        let (line, marks) = unmarked(line);
        let line = rooted(page, &line);
        let depth = line.bytes().take_while(|byte| *byte == b'#').count();
        if depth > 0 {
            let mut titles = parts.last().map(|part| part.titles.clone()).unwrap_or_default();
            titles.truncate(depth - 1);
            titles.push(line[depth + 1..].to_owned());
            let criterion =
                marks.split_once("data-criterion=").and_then(|(_, rest)| Some(rest.split_once('}')?.0.to_owned()));
            parts.push(Part { page: page.to_owned(), titles, criterion, lines: Vec::new() });
        } else if let Some(part) = parts.last_mut() {
            part.lines.push(line);
        }
    }
    // What stands above the heading of a page belongs to it.
    let above = parts.remove(0).lines;
    parts[0].lines.splice(0..0, above);
    parts
}

/// A line without the attributes in it, and these.
fn unmarked(line: &str) -> (String, String) {
    let (mut kept, mut marks) = (String::new(), String::new());
    for (i, piece) in line.split(" {").enumerate() {
        let (mark, rest) = if i == 0 { ("", piece) } else { piece.split_once('}').unwrap_or((piece, "")) };
        marks.push_str(&format!("{mark}}}"));
        kept.push_str(rest);
    }
    (kept, marks)
}

/// A line with its links as seen from the root of the site.
fn rooted(page: &str, line: &str) -> String {
    let mut out = String::new();
    for (i, piece) in line.split("](").enumerate() {
        let link = piece.split_once(')').filter(|(link, _)| i > 0 && !link.contains(':') && !link.starts_with('#'));
        if i > 0 {
            out.push_str("](");
        }
        match link.and_then(|(link, rest)| Some((target(page, link)?, rest))) {
            Some((link, rest)) => out.push_str(&format!("{link}){rest}")),
            None => out.push_str(piece),
        }
    }
    out
}

/// A print with the pages that it is made of.
struct Print {
    parts: Vec<Part>,
    edition: Vec<Part>,
    others: Vec<Part>,
}

impl Print {
    fn new(files: &Files, folder: &str) -> Self {
        let language = if folder.starts_with("en/") { "en/" } else { "" };
        let kinds = [format!("{folder}criteria/"), format!("{folder}announcement/"), format!("{language}methodology/")];
        let is_other =
            |path: &&String| path.ends_with(".html") && kinds.iter().any(|kind| path.starts_with(kind.as_str()));
        Self {
            parts: parts(files, &format!("{folder}print/index.html")),
            edition: parts(files, &format!("{folder}index.html")),
            others: files.keys().filter(is_other).flat_map(|path| parts(files, path)).collect(),
        }
    }

    /// The parts of pages that a part of the print is made of; none of what the print alone has.
    fn sources(&self, part: &Part) -> Vec<&Part> {
        let same = |other: &&Part| other.below() == part.below();
        let edition = self.edition.iter().find(same);
        if edition.is_some() {
            return edition.into_iter().collect();
        }
        let [.., above, title] = part.titles.as_slice() else { return Vec::new() };
        let others = self.others.iter();
        if let Some(id) = &part.criterion {
            let page = format!("/criteria/{id}/");
            let group = above.split_once(": ").map_or(above.as_str(), |(group, _)| group);
            return others
                .filter(|part| part.page.contains(&page) && part.below().first().map(String::as_str) == Some(group))
                .collect();
        }
        if let Some((group, criterion)) = title.split_once(": ") {
            return others
                .filter(|part| part.page.contains("/announcement/") && part.below() == [group, criterion])
                .collect();
        }
        let scheme = title.strip_prefix('[').and_then(|rest| rest.split_once("]("));
        let Some((_, page)) = scheme else { return Vec::new() };
        // The line on a scheme and its tree stand at the start of its page.
        others.filter(|part| page.trim_end_matches(')') == part.page).take(2).collect()
    }
}

/// The folders of the editions that are printed, of a language.
fn printed(files: &Files, language: &str) -> Vec<String> {
    let folders = files.keys().filter_map(|path| path.strip_suffix("print/index.html"));
    folders.filter(|folder| folder.starts_with("en/") == (language == "en")).map(str::to_owned).collect()
}

/// How many rows of tables all prints of a language have, and which parts do not have those of their pages.
fn compared(files: &Files, language: &str) -> (usize, Vec<String>) {
    let (mut n, mut broken) = (0, Vec::new());
    for folder in printed(files, language) {
        let print = Print::new(files, &folder);
        for part in &print.parts {
            let sources = print.sources(part);
            let rows: Vec<&str> = sources.iter().flat_map(|source| source.rows()).collect();
            n += rows.len();
            if part.rows() != rows {
                broken.push(format!("{}: {:#?} is {:#?} on its page", part.name(), part.rows(), rows));
            }
            if sources.is_empty() && !part.lines.is_empty() {
                broken.push(format!("{}: no page has {:?}", part.name(), part.lines));
            }
        }
    }
    (n, broken)
}

#[track_caller]
fn same_rows(files: &Files, expected: usize) {
    for language in ["vi", "en"] {
        assert_eq!(compared(files, language), (expected, Vec::new()), "{language}");
    }
}

#[test]
fn a_print_has_the_rows_of_the_pages() {
    same_rows(small(), 184);
    same_rows(example(), 277);
    same_rows(&Site::new(include_str!("../data/corrected.txt")).build(), 78);
}

#[test]
fn a_print_that_says_something_else_is_refused() {
    let path = "2024/print/index.html";
    let refused = |from: &str, to: &str, words: &str| {
        let mut files = small().clone();
        let page = text(&files, path).to_owned();
        assert!(page.contains(from), "{from}");
        files.insert(path.to_owned(), page.replacen(from, to, 1).into_bytes());
        let (_, broken) = compared(&files, "vi");
        assert!(broken.iter().any(|line| line.contains(words)), "{broken:?}");
    };
    refused(
        "<td class=\"rk\" data-value=\"3\">3</td>",
        "<td class=\"rk\" data-value=\"3\">4</td>",
        "2024/print: Các sở: [",
    );
    refused("<h2>Lời dẫn</h2>", "<h2>Lời cuối</h2>", "2024/print: Lời cuối: no page has");
    refused("data-criterion=\"ha-tang\"", "data-criterion=\"noi-bo\"", "A. Hạ tầng: [");
}

/// What the sections of a print say otherwise than their pages, and which sections of the edition it leaves out.
fn otherwise(files: &Files, folder: &str) -> String {
    let print = Print::new(files, folder);
    let mut out = String::new();
    let mut met: BTreeSet<String> = BTreeSet::new();
    for part in &print.parts {
        let sources = print.sources(part);
        met.extend(sources.iter().map(|source| source.name()));
        let before: String = sources.iter().flat_map(|source| &source.lines).map(|line| format!("{line}\n")).collect();
        let after: String = part.lines.iter().map(|line| format!("{line}\n")).collect();
        let from = sources.first().map_or_else(|| "nothing".to_owned(), |source| source.name());
        out.push_str(&format!("{} < {from}\n", part.name()));
        for change in TextDiff::from_lines(&before, &after).iter_all_changes() {
            match change.tag() {
                ChangeTag::Equal => {}
                ChangeTag::Delete
                    if change.value().starts_with("svg marks") || change.value().starts_with("svg texts") => {}
                // Its whole words are kept with its page.
                ChangeTag::Delete => out.push_str(&format!("- {}\n", shortened(change.value().trim_end()))),
                ChangeTag::Insert => out.push_str(&format!("+ {}", change.value())),
            }
        }
    }
    for part in print.edition.iter().filter(|part| !met.contains(&part.name())) {
        out.push_str(&format!("not printed: {}\n", part.name()));
    }
    out
}

fn shortened(line: &str) -> String {
    let short: String = line.chars().take(40).collect();
    if short == line { short } else { format!("{short}…") }
}

#[test]
fn a_print_says_what_the_pages_say() {
    let all: String = printed(small(), "vi").iter().map(|folder| otherwise(small(), folder)).collect();
    file_holds("tests/expected/small-print.txt", &all);
}
