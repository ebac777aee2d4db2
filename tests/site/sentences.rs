//! The words of the English pages of the small site: each sentence once, below the page that has it first.
//!
//! That the numbers are those of the Vietnamese pages is shown in `languages.rs`, so a sentence that differs from another
//! one in its numbers and names alone is not written again.

use std::collections::BTreeSet;

use crate::common::blessed::file_holds;
use crate::common::tree::{Node, tree};
use crate::common::{Files, text};
use crate::small;

/// Elements that stand within a sentence.
const INLINE: [&str; 14] =
    ["a", "abbr", "b", "code", "em", "i", "s", "small", "span", "strong", "sub", "sup", "tspan", ""];

/// Attributes that a reader reads or hears; so do those that begin with `data-t-`.
const WORDS: [&str; 8] =
    ["alt", "aria-label", "content", "data-mark", "data-pick", "data-yours", "placeholder", "title"];

/// What of a page others show.
const META: [&str; 2] = ["description", "og:site_name"];

/// The sentences of a page in its order.
fn sentences(root: &Node) -> Vec<String> {
    let mut found = Vec::new();
    for node in root.all().into_iter().filter(|node| !node.is_text()) {
        let is_read = node.name != "meta"
            || [node.get("name"), node.get("property")].iter().flatten().any(|of| META.contains(of));
        for (key, words) in node.attributes.iter().filter(|_| is_read) {
            if WORDS.contains(&key.as_str()) || key.starts_with("data-t-") {
                found.extend(split(words));
            }
        }
        if !INLINE.contains(&node.name.as_str()) {
            own(node).iter().for_each(|words| found.extend(split(words)));
        }
    }
    found
}

/// The texts that stand in an element and not in a block below it.
fn own(node: &Node) -> Vec<String> {
    let mut texts = vec![String::new()];
    for child in &node.children {
        if !INLINE.contains(&child.name.as_str()) {
            texts.push(String::new());
        } else if let Some(last) = texts.last_mut() {
            last.push_str(&child.whole_text());
        }
    }
    texts
}

/// The sentences of a text.
fn split(text: &str) -> Vec<String> {
    let words = text.split_whitespace().filter(|word| !word.starts_with("http"));
    let text = words.collect::<Vec<_>>().join(" ");
    let mut found = Vec::new();
    let mut rest = text.as_str();
    let starts = |c: char| c.is_uppercase() || c.is_ascii_digit();
    while let Some((at, _)) =
        rest.match_indices(". ").find(|(at, _)| rest[at + 2..].starts_with(starts) && !rest[..*at].ends_with("No"))
    {
        found.push(rest[..=at].to_owned());
        rest = &rest[at + 2..];
    }
    found.push(rest.to_owned());
    let is_word = |word: &str| word.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    found.retain(|sentence| sentence.split(' ').any(is_word));
    found
}

/// Names of units, criteria and groups, the longest first.
fn names(files: &Files) -> Vec<String> {
    let mut names = BTreeSet::new();
    for (path, page) in pages(files) {
        let heading = |page: &Node, level: &str| page.named(level).first().map(|heading| heading.words());
        if path.contains("/units/") || path.contains("/criteria/") {
            names.extend(heading(&page, "h1"));
        }
        let groups = page.named("section").into_iter().filter(|s| s.get("id").is_some_and(|id| id.starts_with("g-")));
        names.extend(groups.filter_map(|section| heading(section, "h2")));
    }
    let mut names: Vec<String> = names.into_iter().collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names
}

/// The English pages, those of the whole site first and those of paper, which repeat others, last.
fn pages(files: &Files) -> Vec<(&str, Node)> {
    let pages = files.keys().map(String::as_str).filter(|path| path.starts_with("en/") && path.ends_with(".html"));
    let mut pages: Vec<&str> = pages.collect();
    pages.sort_by_key(|path| (path.contains("/print/"), path.matches('/').count(), *path));
    let page = |path: &str| {
        let mut page = tree(text(files, path));
        // Drawings for narrow screens say what those for wide ones say, with broken lines.
        page.drop_all(&|node| node.has_class("cn"));
        page
    };
    pages.into_iter().map(|path| (path, page(path))).collect()
}

/// A sentence without its numbers and names, and each part of a list once.
fn pattern(sentence: &str, names: &[String]) -> String {
    let mut pattern = names.iter().fold(sentence.to_owned(), |text, name| text.replace(name.as_str(), "¤"));
    pattern = pattern.replace(|c: char| c.is_ascii_digit(), "#");
    for (more, one) in
        [("##", "#"), ("#.#", "#"), ("#–#", "#"), ("=#", "#"), ("¤, ¤", "¤"), ("¤; ¤", "¤"), ("¤ and ¤", "¤")]
    {
        while pattern.contains(more) {
            pattern = pattern.replace(more, one);
        }
    }
    let mut parts: Vec<&str> = pattern.split("; ").collect();
    parts.dedup();
    parts.join("; ")
}

/// The sentences of all pages, each once, below the pages that have them first.
fn all(files: &Files) -> String {
    let names = names(files);
    let mut met = BTreeSet::from(["¤".to_owned()]);
    let mut out = String::new();
    for (path, page) in pages(files) {
        let new: Vec<String> = sentences(&page).into_iter().filter(|one| met.insert(pattern(one, &names))).collect();
        if !new.is_empty() {
            out.push_str(&format!("\n== {path}\n{}\n", new.join("\n")));
        }
    }
    out.trim_start().to_owned()
}

#[test]
fn the_english_pages_say_these_sentences() {
    file_holds("tests/expected/small-en.txt", &all(small()));
}

#[test]
fn a_sentence_is_written_once() {
    let page = |words: &str| words.as_bytes().to_vec();
    let files = Files::from([
        (
            "en/2024/units/a/index.html".to_owned(),
            page("<h1>Health</h1><p>Health has <b>2</b> points. It is first.</p>"),
        ),
        (
            "en/2024/units/b/index.html".to_owned(),
            page("<h1>Staff</h1><ul><li>Staff has 3.5 points.<p title=\"A word\">4</p></li></ul>"),
        ),
    ]);
    let expected =
        "== en/2024/units/a/index.html\nHealth has 2 points.\nIt is first.\n\n== en/2024/units/b/index.html\nA word\n";
    assert_eq!(all(&files), expected);
}
