//! What the documents show is tried: every command that they name is one of the program, every block of YAML is content
//! without a fault, and what the program is shown to answer is what it answers.

use std::collections::{BTreeMap, BTreeSet};

use super::common::{Site, files_below, repository};

/// A site whose files have what the blocks of the documents leave out.
const BEGUN: &str = include_str!("../data/documents.txt");

/// The files that a site of a document names without showing them.
const FILES: &str = "\
//- content/static/logo.svg
<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><path d=\"M0 0h8v8H0z\"/></svg>
//- content/static/nghi-quyet.pdf
%PDF-1.4
";

/// A block of YAML that has no line with the path of its file: in which document it stands, how it begins, the file of the
/// site that it is put behind.
const BLOCKS: &[(&str, &str, &str)] = &[
    ("docs/content.md", "announced:", "content/scores/2023.yaml"),
    ("docs/content.md", "disputed:", "content/scores/2022.yaml"),
    ("docs/content.md", "corrections:", "content/scores/2025.yaml"),
    ("docs/content.md", "# yaml-language-server: $schema=../../schema/scores.json", "content/scores/2024.yaml"),
    (
        "docs/hosting.md",
        "url: https://example.gov.vn/xep-hang/     # where readers will find the site",
        "content/site.yaml",
    ),
    ("docs/years.md", "groups:", "content/units.yaml"),
    (
        "docs/vi/hosting.md",
        "url: https://example.gov.vn/xep-hang/     # nơi người đọc sẽ tìm thấy trang web",
        "content/site.yaml",
    ),
    ("docs/years.md", "replaces: qd-1111-2013", "content/schemes/qd-3329-2016.yaml"),
];

/// Documents whose blocks are steps, one after the other: [`super::guides`] goes them.
pub(super) const STEPS: &[&str] = &["docs/tutorial.md", "docs/vi/tutorial.md"];

/// Documents whose blocks make one site together, with nothing beside them but files that they name.
const WHOLE: &[&str] = &["docs/reference.md", "docs/vi/reference.md"];

/// What stands in the place of a value where documents name it.
const VALUES: &[(&str, &str)] = &[
    ("N", "1"),
    ("YEAR", "2018"),
    ("DAY", "2019-05-04"),
    ("URL", "https://example.org/x/"),
    ("KIND", "site"),
    ("CODE", "unit-unknown"),
    ("$kind", "site"),
    ("SHELL", "bash"),
    ("LANG", "vi"),
    ("NAME", "mau"),
];

/// The documents that a person reads, by their paths; the pages of their own site are copies of them.
pub(super) fn documents() -> Vec<(String, String)> {
    let below = files_below(&repository().join("docs"));
    let mut documents: Vec<(String, String)> = below
        .into_iter()
        .filter(|(path, _)| path.ends_with(".md") && path != "faults.md" && !path.starts_with("content/"))
        .map(|(path, bytes)| (format!("docs/{path}"), String::from_utf8(bytes).expect("UTF-8")))
        .collect();
    documents.push(("README.md".into(), std::fs::read_to_string(repository().join("README.md")).expect("a README")));
    documents
}

/// The fenced blocks of a document: what they are in, and their text.
pub(super) fn blocks(document: &str) -> Vec<(&str, String)> {
    let mut blocks: Vec<(&str, String)> = Vec::new();
    let mut is_inside = false;
    for line in document.lines() {
        match (line.strip_prefix("```"), is_inside) {
            (Some(kind), false) => {
                blocks.push((kind, String::new()));
                is_inside = true;
            }
            (Some(_), true) => is_inside = false,
            (None, true) => {
                let (_, text) = blocks.last_mut().expect("an open block");
                text.push_str(line);
                text.push('\n');
            }
            (None, false) => {}
        }
    }
    blocks
}

/// The commands that a document names: in its blocks for a shell, behind `$`, and inside sentences.
fn commands(document: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (kind, text) in blocks(document) {
        let typed = text.lines().filter_map(|line| match kind {
            "sh" => Some(line),
            _ => line.strip_prefix("$ "),
        });
        for line in typed {
            let line = line.split("  #").next().unwrap_or(line);
            found.extend(line.split([';', '|', '>', '&']).map(|part| part.trim().trim_start_matches("do ").to_owned()));
        }
    }
    let prose = document.split("```").step_by(2).flat_map(|text| text.split('`').skip(1).step_by(2));
    found.extend(prose.map(|code| code.split(['>', '|', ';']).next().unwrap_or(code).trim().to_owned()));
    found.retain(|command| command.starts_with("scorebook ") && !command.contains(['[', '…', '\\']));
    found
}

#[test]
fn every_command_of_the_documents_is_one_of_the_program() {
    let site = Site::minimal();
    let mut tried = BTreeSet::new();
    for (path, text) in documents() {
        for command in commands(&text) {
            if !tried.insert(command.clone()) {
                continue;
            }
            let value =
                |word: &str| VALUES.iter().find(|(name, _)| *name == word).map_or(word, |(_, value)| value).to_owned();
            let words: Vec<String> =
                command.split_whitespace().skip(1).map(|word| value(word.trim_matches('"'))).collect();
            let mut arguments: Vec<&str> = words.iter().map(String::as_str).collect();
            if !arguments.contains(&"--version") {
                arguments.push("--help");
            }
            let ran = site.run(&arguments);
            assert_eq!(ran.code, 0, "{path}: `{command}`\n{}", ran.err);
        }
    }
    assert!(tried.len() > 20, "{tried:?}");
}

/// The names of what a help page lists under a head, and the options of a command.
fn listed(page: &str, head: &str) -> Vec<String> {
    let lines = page.lines().skip_while(|line| *line != head).skip(1).take_while(|line| !line.trim().is_empty());
    let names = lines.filter(|line| line.starts_with("  ") && !line.starts_with("          "));
    names.filter_map(|line| line.split_whitespace().find(|word| !word.ends_with(','))).map(str::to_owned).collect()
}

#[test]
fn the_readme_names_every_command_and_every_option() {
    let readme = std::fs::read_to_string(repository().join("README.md")).expect("a README");
    let rows: Vec<&str> = readme.lines().filter(|line| line.starts_with("| `scorebook ")).collect();
    let usage = |command: &str| -> String {
        let start = format!("`scorebook {command}");
        rows.iter().copied().filter(|row| row.split("| ").nth(1).is_some_and(|cell| cell.contains(&start))).collect()
    };
    let site = Site::minimal();
    for command in listed(&site.run(&["-h"]).out, "Commands:").iter().filter(|name| *name != "help") {
        let row = usage(command);
        assert!(!row.is_empty(), "README.md has no row for `scorebook {command}`");
        let page = site.run(&[command, "-h"]).out;
        let below = listed(&page, "Commands:");
        let pages = match below.is_empty() {
            true => vec![page],
            false => {
                below.iter().filter(|name| *name != "help").map(|name| site.run(&[command, name, "-h"]).out).collect()
            }
        };
        for option in pages.iter().flat_map(|page| listed(page, "Options:")) {
            let everywhere = ["--site", "--color", "--help"].contains(&option.as_str());
            assert!(
                everywhere || row.contains(&option),
                "README.md does not name {option} of `scorebook {command}`: {row}"
            );
        }
    }
}

/// The parts of a block, each with the file that it belongs to.
pub(super) fn parts(document: &str, block: &str) -> Vec<(String, String)> {
    let mut parts: Vec<(String, String)> = Vec::new();
    for line in block.lines() {
        if let Some(path) = line.strip_prefix("# content/") {
            let path = path.split([':', ' ']).next().unwrap_or(path);
            parts.push((format!("content/{path}"), String::new()));
            continue;
        }
        if parts.is_empty() {
            let is_same = |path: &str| path == document || path.replace("docs/", "docs/vi/") == document;
            let known = BLOCKS.iter().find(|(path, begins, _)| is_same(path) && *begins == line);
            let (.., file) =
                known.unwrap_or_else(|| panic!("{document}: nothing tries the block that begins with {line:?}"));
            parts.push(((*file).to_owned(), String::new()));
        }
        let (_, text) = parts.last_mut().expect("a part");
        text.push_str(line);
        text.push('\n');
    }
    parts
}

#[test]
fn every_block_of_yaml_is_content_without_a_fault() {
    let mut tried = BTreeMap::new();
    for (path, text) in documents().into_iter().filter(|(path, _)| ![WHOLE, STEPS].concat().contains(&path.as_str())) {
        for (_, block) in blocks(&text).into_iter().filter(|(kind, _)| *kind == "yaml") {
            // A seal, and the answers of an import, are no files that a person writes from nothing.
            if block.starts_with("# Written by `scorebook seal") || block.starts_with("sheet: ") {
                continue;
            }
            let site = Site::new(BEGUN);
            styles(&text).into_iter().for_each(|(file, style)| site.write(&file, style));
            parts(&path, &block).iter().for_each(|(file, text)| lay_over(&site, file, text));
            let ran = site.run(&["check", "--drafts"]);
            assert_eq!(ran.code, 0, "{path}:\n{block}\n{}", ran.err);
            *tried.entry(path.clone()).or_insert(0) += 1;
        }
    }
    assert!(tried.values().sum::<usize>() >= BLOCKS.len(), "{tried:?}");
}

#[test]
fn blocks_that_belong_together_are_a_site_without_a_fault_or_a_warning() {
    for (path, text) in documents().into_iter().filter(|(path, _)| WHOLE.contains(&path.as_str())) {
        let site = Site::new(FILES);
        let whole: String =
            blocks(&text).into_iter().filter(|(kind, _)| *kind == "yaml").map(|(_, block)| block).collect();
        let parts = parts(&path, &whole);
        assert!(parts.len() > 4, "{path}: {parts:?}");
        parts.iter().for_each(|(file, text)| site.write(file, text));
        let ran = site.run(&["check", "--drafts", "--strict"]);
        assert_eq!(ran.code, 0, "{path}:\n{}", ran.err);
    }
}

/// Writes into a file of a site what a block shows of it: what the block has, the file is begun without; groups that it does
/// not name stay.
pub(super) fn lay_over(site: &Site, file: &str, text: &str) {
    let begun = if site.path(file).exists() { site.read(file) } else { String::new() };
    let text = text.replace("groups:\n", &format!("groups:\n{}", other_groups(&begun, text)));
    site.write(file, format!("{}{text}", without_keys_of(&begun, &text)));
}

/// The style sheets that a document shows, each with the path in its first line.
fn styles(document: &str) -> Vec<(String, String)> {
    let sheets = blocks(document).into_iter().filter(|(kind, _)| *kind == "css");
    let named = |text: &str| text.strip_prefix("/* ").and_then(|text| text.split(" */").next()).map(str::to_owned);
    sheets
        .filter_map(|(_, text)| named(&text).filter(|path| path.starts_with("themes/")).map(|path| (path, text)))
        .collect()
}

/// The groups of a file that a text does not name, a line each.
fn other_groups(file: &str, text: &str) -> String {
    let lines = file.lines().skip_while(|line| *line != "groups:").skip(1).take_while(|line| line.starts_with("  "));
    let is_other = |line: &&str| line.split_once(':').is_some_and(|(id, _)| !text.contains(&format!("\n{id}:")));
    lines.filter(is_other).map(|line| format!("{line}\n")).collect()
}

/// A file without those of its keys that a text has too.
fn without_keys_of(file: &str, text: &str) -> String {
    let key = |line: &str| {
        line.split_once(':').map(|(key, _)| key.to_owned()).filter(|key| !key.starts_with([' ', '#', '-']))
    };
    let theirs: BTreeSet<String> = text.lines().filter_map(key).collect();
    let mut is_kept = true;
    let mut kept = String::new();
    for line in file.lines() {
        if let Some(key) = key(line) {
            is_kept = !theirs.contains(&key);
        }
        if is_kept {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

/// A document that shows answers of the program, with the words before each command.
const ANSWERED: &[(&str, &str)] = &[("docs/archive.md", "scorebook"), ("docs/vi/archive.md", "scorebook --lang vi")];

/// What the program answers to a command as it is typed.
fn answer(site: &Site, typed: &str) -> String {
    let ran = site.run(&typed.split_whitespace().skip(1).collect::<Vec<&str>>());
    format!("{}{}", ran.out, ran.err)
}

#[test]
fn the_program_answers_as_the_documents_show() {
    for (path, program) in ANSWERED {
        let archive = std::fs::read_to_string(repository().join(path)).expect("a document");
        let (example, series) = (Site::example(), super::diff::series());
        let mut answers = 0;
        for (_, block) in blocks(&archive) {
            let Some((typed, shown)) = block.strip_prefix("$ ").and_then(|block| block.split_once('\n')) else {
                continue;
            };
            let site = match typed.strip_prefix(program).map(|typed| typed.split_whitespace().next()) {
                Some(Some("seal")) => &example,
                Some(Some("diff")) => &series,
                _ => continue,
            };
            assert_eq!(answer(site, typed), shown, "{path}: {typed}");
            answers += 1;
        }
        assert_eq!(answers, 3, "{path}");
    }
}

#[test]
fn seals_and_what_breaks_them_are_as_the_documents_show() {
    for (path, program) in ANSWERED {
        let archive = std::fs::read_to_string(repository().join(path)).expect("a document");
        let site = Site::example();
        site.run(&["seal", "2018"]).must_end_with(0);
        let page = |code: &str| answer(&site, &format!("{program} explain {code}"));
        let told = [page("sealed-edition-changed"), page("sealed-scheme-changed")].concat();
        let is_told = |line: &str| told.lines().any(|other| other.trim_start() == line.trim_start());
        let seal = site.read("content/sealed/2018.yaml");
        let mut tried = 0;
        for (kind, block) in blocks(&archive) {
            let other = match (kind, block.contains("[sealed-edition-changed]: ")) {
                ("yaml", _) => {
                    block.lines().find(|line| line.trim() != "…" && !seal.lines().any(|other| other == *line))
                }
                (_, true) => block.lines().find(|line| !is_told(line)),
                _ => continue,
            };
            assert_eq!(other, None, "{path}: neither of the seal nor of the manual");
            tried += 1;
        }
        assert_eq!(tried, 2, "{path}");
    }
}
