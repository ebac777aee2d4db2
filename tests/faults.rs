//! Every kind of fault: its manual page, an example that raises it and nothing else, and the same one mended, which
//! passes. `docs/faults.md` is the gallery of the examples with their exact words; SCOREBOOK_BLESS=1 writes it anew.

mod common;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::sync::OnceLock;

use rayon::prelude::*;
use scorebook::diagnostics::{CliLanguage, Code, Severity, codes};
use scorebook::manual::{Block, Example, FaultPage, Tried, page, tell};

/// Where a phrase that is left out has nothing to be mended in a few lines.
const NEVER_MENDED: [&str; 1] = ["phrases-missing"];

#[track_caller]
fn pages(code: &Code) -> [FaultPage; 2] {
    [CliLanguage::English, CliLanguage::Vietnamese].map(|language| {
        let page = page(code.id, language).unwrap_or_else(|| panic!("`{}` has no whole page in {language:?}", code.id));
        let words = [&page.lead, &page.why.words, &page.mend.words];
        assert!(words.iter().all(|words| !words.is_empty()), "a part of `{}` is empty in {language:?}", code.id);
        assert!(!page.lead.contains('\n') && page.lead.ends_with('.'), "`{}` begins with one sentence", code.id);
        page
    })
}

/// What the examples of all codes raise, as they are and mended; each is tried once.
fn tried() -> &'static [(&'static Code, Tried, Tried)] {
    static TRIED: OnceLock<Vec<(&'static Code, Tried, Tried)>> = OnceLock::new();
    TRIED.get_or_init(|| {
        let all: Vec<&'static Code> = codes::all().collect();
        let tell = |blocks: &[Block]| tell(&Example::of(blocks));
        let one = |code: &'static Code| {
            let [page, _] = pages(code);
            (code, tell(&page.example.files), tell(&page.mend.files))
        };
        all.into_par_iter().map(one).collect()
    })
}

#[test]
fn every_code_has_a_page_and_every_page_a_code() {
    let known: BTreeSet<String> = codes::all().map(|code| format!("{}.md", code.id)).collect();
    for language in ["en", "vi"] {
        let folder = format!("{}/src/manual/pages/{language}", env!("CARGO_MANIFEST_DIR"));
        let there = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        assert_eq!(there.collect::<BTreeSet<String>>(), known);
    }
    codes::all().for_each(|code| drop(pages(code)));
}

#[test]
fn every_example_raises_its_code_and_nothing_else() {
    let wrong = tried()
        .iter()
        .filter(|(code, told, _)| told.codes.is_empty() || told.codes.iter().any(|raised| *raised != code.id));
    let wrong: Vec<String> =
        wrong.map(|(code, told, _)| format!("{}: {:?}\n{}", code.id, told.codes, told.english)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_mended_example_passes() {
    let wrong = tried().iter().filter(|(code, _, told)| !NEVER_MENDED.contains(&code.id) && !told.codes.is_empty());
    let wrong: Vec<String> =
        wrong.map(|(code, _, told)| format!("{}: {:?}\n{}", code.id, told.codes, told.english)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_example_is_told_in_vietnamese_too() {
    for (code, told, _) in tried() {
        assert_ne!(told.english, told.vietnamese, "`{}`", code.id);
        let open = |text: &str| text.contains("{what}") || text.contains("{name}") || text.contains("_vi}");
        assert!(!open(&told.english) && !open(&told.vietnamese), "a word of `{}` is not filled in", code.id);
    }
}

#[test]
fn the_gallery_shows_what_is_said_today() {
    common::blessed::file_holds("docs/faults.md", &gallery());
}

fn gallery() -> String {
    let mut out = String::from(
        "# Faults\n\nEvery kind of fault with an example and the exact words of `scorebook check`. Each example is laid over a \
         small site that passes. Generated from the manual pages; `scorebook explain CODE` prints one with its mend.\n\n\
         | fault | weight | what it is |\n|---|---|---|\n",
    );
    let mut all: Vec<&(&Code, Tried, Tried)> = tried().iter().collect();
    all.sort_by_key(|(code, ..)| code.id);
    for (code, ..) in &all {
        let _ = writeln!(out, "| [{0}](#{0}) | {1} | {2} |", code.id, weight(code), pages(code)[0].lead);
    }
    for (code, told, _) in all {
        let [page, _] = pages(code);
        let _ = write!(out, "\n## {}\n\n{}\n", code.id, page.lead);
        page.example.files.iter().for_each(|block| push(&mut out, block));
        let _ = write!(out, "\n```text\n{}\n```\n", told.english.trim_end());
    }
    out
}

fn push(out: &mut String, block: &Block) {
    let directive = block.directive.as_ref().map_or_else(String::new, |directive| format!(" ({directive})"));
    let _ = write!(out, "\n`{}`{directive}\n\n```{}\n{}```\n", block.path, block.kind, block.text);
}

fn weight(code: &Code) -> &'static str {
    match code.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
