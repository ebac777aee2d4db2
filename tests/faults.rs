//! Every kind of fault: its manual page, an example that raises it and nothing else, and the same one mended, which
//! passes. `docs/faults.md` is the gallery of the examples with their exact words; SCOREBOOK_BLESS=1 writes it anew.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use scorebook::diagnostics::{Code, Severity, Tongue, codes};
use scorebook::manual::{Block, Example, Page, page, tell};

const GALLERY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/faults.md");

/// Where a phrase that is left out has nothing to be mended in a few lines.
const NEVER_MENDED: [&str; 1] = ["phrases-missing"];

#[track_caller]
fn pages(code: &Code) -> [Page; 2] {
    [Tongue::English, Tongue::Vietnamese].map(|tongue| {
        let page = page(code.id, tongue).unwrap_or_else(|| panic!("`{}` has no whole page in {tongue:?}", code.id));
        let words = [&page.lead, &page.why.words, &page.mend.words];
        assert!(words.iter().all(|words| !words.is_empty()), "a part of `{}` is empty in {tongue:?}", code.id);
        assert!(!page.lead.contains('\n') && page.lead.ends_with('.'), "`{}` begins with one sentence", code.id);
        page
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
    let mut wrong = Vec::new();
    for code in codes::all() {
        let told = tell(&Example::of(&pages(code)[0].example.files), Tongue::English);
        if told.codes.is_empty() || told.codes.iter().any(|raised| *raised != code.id) {
            wrong.push(format!("{}: {:?}\n{}", code.id, told.codes, told.text));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_mended_example_passes() {
    let mut wrong = Vec::new();
    for code in codes::all().filter(|code| !NEVER_MENDED.contains(&code.id)) {
        let told = tell(&Example::of(&pages(code)[0].mend.files), Tongue::English);
        if !told.codes.is_empty() {
            wrong.push(format!("{}: {:?}\n{}", code.id, told.codes, told.text));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_example_is_told_in_vietnamese_too() {
    for code in codes::all() {
        let blocks = &pages(code)[1].example.files;
        let [english, vietnamese] =
            [Tongue::English, Tongue::Vietnamese].map(|tongue| tell(&Example::of(blocks), tongue).text);
        assert_ne!(english, vietnamese, "`{}`", code.id);
        assert!(!vietnamese.contains('{') || english.contains('{'), "a word of `{}` is not filled in", code.id);
    }
}

#[test]
fn the_gallery_shows_what_is_said_today() {
    let gallery = gallery();
    if std::env::var_os("SCOREBOOK_BLESS").is_some() {
        fs::write(GALLERY, &gallery).unwrap();
    }
    let there = fs::read_to_string(GALLERY).unwrap_or_default();
    let differs = there.lines().zip(gallery.lines()).position(|(a, b)| a != b);
    assert!(there == gallery, "docs/faults.md differs from line {:?} on; SCOREBOOK_BLESS=1 writes it anew", differs);
}

fn gallery() -> String {
    let mut out = String::from(
        "# Faults\n\nEvery kind of fault with an example and the exact words of `scorebook check`. Each example is laid over a \
         small site that passes. Generated from the manual pages; `scorebook explain CODE` prints one with its mend.\n\n\
         | fault | weight | what it is |\n|---|---|---|\n",
    );
    let mut all: Vec<&Code> = codes::all().collect();
    all.sort_by_key(|code| code.id);
    for code in &all {
        let _ = writeln!(out, "| [{0}](#{0}) | {1} | {2} |", code.id, weight(code), pages(code)[0].lead);
    }
    for code in all {
        let [page, _] = pages(code);
        let _ = write!(out, "\n## {}\n\n{}\n", code.id, page.lead);
        page.example.files.iter().for_each(|block| push(&mut out, block));
        let told = tell(&Example::of(&page.example.files), Tongue::English).text;
        let _ = write!(out, "\n```text\n{}\n```\n", told.trim_end());
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
