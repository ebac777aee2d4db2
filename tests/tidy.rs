//! The house checks itself: what `src/lib.rs` and the style of the house promise, as far as a test can prove it.
//!
//! Each rule is a function from files to what breaks it, and has a test that it refuses a made-up text: a rule that cannot
//! fail proves nothing.

mod common;

#[path = "tidy/additions.rs"]
mod additions;
#[path = "tidy/circles.rs"]
mod circles;
#[path = "tidy/commits.rs"]
mod commits;
#[path = "tidy/diagnostics.rs"]
mod diagnostics;
#[path = "tidy/floors.rs"]
mod floors;
#[path = "tidy/house.rs"]
mod house;
#[path = "tidy/imports.rs"]
mod imports;
#[path = "tidy/known.rs"]
mod known;
#[path = "tidy/logic.rs"]
mod logic;
#[path = "tidy/names.rs"]
mod names;
#[path = "tidy/numbers.rs"]
mod numbers;
#[path = "tidy/parts.rs"]
mod parts;
#[path = "tidy/phrases.rs"]
mod phrases;
#[path = "tidy/raises.rs"]
mod raises;
#[path = "tidy/sources.rs"]
mod sources;
#[path = "tidy/surface.rs"]
mod surface;
#[path = "tidy/themes.rs"]
mod themes;
#[path = "tidy/tokens.rs"]
mod tokens;
#[path = "tidy/wire_words.rs"]
mod wire_words;

use common::{files_below, repository};

/// What marks a line, or everything to the end of a file, as there for tests only.
const FOR_TESTS: &str = "#[cfg(test)]";

/// A file of the repository.
#[derive(Clone, Debug)]
struct Source {
    /// From the root of the repository, with slashes.
    path: String,
    text: String,
}

impl Source {
    fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// The lines that are code, with their numbers: neither comments, nor what is there for tests only.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let mut before = "";
        let lines = self.text.lines().take(self.lines_of_code()).enumerate().filter(move |(_, line)| {
            let is_marked = [before, line.trim()].contains(&FOR_TESTS);
            before = line.trim();
            !is_marked
        });
        lines.map(|(i, line)| (i + 1, without_comment(line))).filter(|(_, line)| !line.trim().is_empty())
    }

    /// How many lines stand before the tests at the end of a file.
    fn lines_of_code(&self) -> usize {
        let all: Vec<&str> = self.text.lines().collect();
        let tests = all.windows(2).position(|two| two[0] == FOR_TESTS && !two[1].ends_with(';'));
        tests.unwrap_or(all.len())
    }

    /// The module of the program that it belongs to: `writers` of `src/writers/html/pages/unit.rs`.
    fn module(&self) -> &str {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs")
    }

    /// Whether it holds tests only.
    fn is_test(&self) -> bool {
        self.path.contains("/tests/") || self.path.ends_with("/tests.rs")
    }
}

/// A line without the comment at its end.
fn without_comment(line: &str) -> &str {
    let start = line.find("//").filter(|&at| line[..at].matches('"').count().is_multiple_of(2));
    start.map_or(line, |at| &line[..at])
}

/// The files below a folder whose names end so; pictures have no lines.
fn sources(folder: &str, ending: &str) -> Vec<Source> {
    let files = files_below(&repository().join(folder));
    let texts = files.into_iter().filter(|(path, _)| path.ends_with(ending) && !path.ends_with(".png"));
    let sources: Vec<Source> = texts
        .map(|(path, bytes)| Source {
            path: format!("{folder}/{path}"),
            text: String::from_utf8(bytes).expect("a text"),
        })
        .collect();
    assert!(!sources.is_empty(), "no {ending} in {folder}");
    sources
}

/// The program without files that hold tests only.
fn program() -> Vec<Source> {
    let all = sources("src", ".rs");
    assert!(all.len() > 100, "only {} files were looked at", all.len());
    all.into_iter().filter(|source| !source.is_test()).collect()
}

/// Fails with everything that breaks a rule.
#[track_caller]
fn holds(broken: Vec<String>) {
    assert!(broken.is_empty(), "\n{}\n", broken.join("\n"));
}

/// A made-up text must be refused, with a word on why.
#[track_caller]
fn refused(broken: Vec<String>, why: &str) {
    assert!(broken.iter().any(|line| line.contains(why)), "{why:?} is not refused: {broken:?}");
}

/// Lines of code that hold a word where it may not stand.
fn word_outside(files: &[Source], words: &[&str], allowed: impl Fn(&str) -> bool) -> Vec<String> {
    let mut broken = Vec::new();
    for source in files.iter().filter(|source| !allowed(&source.path)) {
        for (n, line) in source.code() {
            for word in words.iter().filter(|word| line.contains(**word)) {
                broken.push(format!("{}:{n}: {word} does not belong here", source.path));
            }
        }
    }
    broken
}
