//! Sites, themes and seals with random damage: nothing panics, faults are told at places that are there, and either
//! everything is written or nothing.
//!
//! `cargo test` tries a few. `SCOREBOOK_FUZZ_SECONDS=60 cargo test --test hostile fuzz` tries what a minute allows,
//! `SCOREBOOK_FUZZ_SECONDS=0` never ends, `SCOREBOOK_FUZZ_SEED=17` begins there. What fails is kept in
//! `target/hostile/SEED/`, to be made small and laid into `tests/hostile/`.

use std::env;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Instant;

use scorebook::diagnostics::CliLanguage;
use scorebook::diagnostics::print::{Format, Settings, print};
use scorebook::publish::MemorySink;
use scorebook::tree::{File, Tree};
use scorebook::{Built, Options, build};

use crate::common::tree::read;
use crate::common::{Site, files_below, repository};
use crate::damage::{Chance, Files, damaged};

/// How many damaged sites are tried by `cargo test`.
const FEW: u64 = 48;

const FIXTURES: [&str; 5] = [
    crate::common::MINIMAL,
    include_str!("../data/small.txt"),
    include_str!("../data/rules.txt"),
    include_str!("../data/corrected.txt"),
    include_str!("../data/hostile.txt"),
];

/// Whole sites that are damaged: content and theme. One is sealed; each has a part of the theme as a theme of its own.
fn whole_sites() -> Vec<Files> {
    let theme = |path: &str| {
        let bytes = fs::read(repository().join("themes/default").join(path)).expect("a file of the theme");
        (format!("themes/own/{path}"), bytes)
    };
    let mut sites: Vec<Files> =
        FIXTURES.iter().map(|fixture| files_below(&Site::new(fixture).path("")).into_iter().collect()).collect();
    let seal = fs::read(repository().join("tests/expected/seal-minimal.yaml")).expect("a seal");
    sites[0].push(("content/sealed/2024.yaml".to_owned(), seal));
    sites[0].push(theme("languages/en.yaml"));
    sites[1].push(theme("templates/group.html"));
    sites[2].push(theme("templates/parts.html"));
    sites
}

/// The files as they are read from the disk; those that are only copied are left out.
fn trees(files: &Files) -> (Tree, Tree) {
    let (mut content, mut theme) = (Tree::default(), Tree::default());
    let mut files: Vec<_> = files.iter().filter(|(path, _)| !path.starts_with("content/static/")).collect();
    files.sort();
    for (path, bytes) in files {
        let tree = if path.starts_with("themes/") { &mut theme } else { &mut content };
        tree.files.push(File { path: path.clone(), bytes: bytes.clone() });
    }
    (content, theme)
}

/// Builds a damaged site; says what is wrong with how that went.
fn tried(files: &Files) -> Result<(), String> {
    let (content, theme) = trees(files);
    let sink = MemorySink::default();
    let options = Options { drafts: true, ..Options::default() };
    let built = build(&content, &theme, &options, &sink);
    let Built { summary, faults, .. } = built.map_err(|unwritten| format!("the machine refused: {unwritten:?}"))?;
    let errors = faults.errors();
    if summary.is_some() != (errors == 0) {
        return Err(format!("written: {}, and {errors} errors", summary.is_some()));
    }
    let pages = sink.into_files();
    if errors > 0 && pages.keys().any(|path| path.ends_with(".html")) && theme.files.is_empty() {
        return Err("pages were handed over beside an error".to_owned());
    }
    for (path, bytes) in pages.iter().filter(|(path, _)| path.ends_with(".html") && theme.files.is_empty()) {
        let page = std::str::from_utf8(bytes).map_err(|error| format!("{path}: {error}"))?;
        let (_, wrong) = read(page);
        if !wrong.is_empty() {
            return Err(format!("{path}: {wrong:?}"));
        }
    }
    let mut all = content.clone();
    all.append(theme);
    for language in [CliLanguage::English, CliLanguage::Vietnamese] {
        let settings = Settings { format: Format::Human, language, colour: false };
        let told = print(faults.clone(), &all, &settings);
        // Faults of one code and cause are told once, so that it counts no more than there are.
        let counted = told.lines().last().and_then(|line| line.split(' ').next()?.parse::<usize>().ok());
        let counted = counted.is_some_and(|n| n <= errors && (n == 0) == (errors == 0));
        if !counted {
            return Err(format!("the last line does not count {errors} errors:\n{told}"));
        }
    }
    Ok(())
}

/// Tries the site of a number; keeps and tells what fails.
fn case(sites: &[Files], seed: u64) -> Result<(), String> {
    let mut chance = Chance::new(seed);
    let site = &sites[chance.below(sites.len())];
    let files = damaged(site, &mut chance);
    let went = catch_unwind(AssertUnwindSafe(|| tried(&files)));
    let Err(why) = went.unwrap_or_else(|_| Err("it panicked".to_owned())) else { return Ok(()) };
    let folder = repository().join("target/hostile").join(seed.to_string());
    keep(&folder, &files);
    Err(format!("{}: {why}", folder.display()))
}

fn keep(folder: &Path, files: &Files) {
    for (path, bytes) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
        fs::write(path, bytes).expect("a file is kept");
    }
}

fn variable(name: &str) -> Option<u64> {
    env::var(name).ok().map(|text| text.parse().expect("a number"))
}

#[test]
#[expect(clippy::print_stdout, reason = "who lets it run for an hour wants to know how much was tried")]
fn fuzz() {
    let sites = whole_sites();
    for (index, site) in sites.iter().enumerate() {
        assert_eq!(tried(site), Ok(()), "site {index} without damage");
    }
    let seconds = variable("SCOREBOOK_FUZZ_SECONDS");
    let first = variable("SCOREBOOK_FUZZ_SEED").unwrap_or(1);
    let (next, failed, began) = (AtomicU64::new(first), AtomicBool::new(false), Instant::now());
    let goes_on = |seed: u64| match seconds {
        None => seed < first + FEW,
        Some(0) => true,
        Some(seconds) => began.elapsed().as_secs() < seconds,
    };
    let work = || {
        let mut wrong = Vec::new();
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if failed.load(Ordering::Relaxed) || !goes_on(seed) {
                return wrong;
            }
            if let Err(why) = case(&sites, seed) {
                failed.store(seconds == Some(0), Ordering::Relaxed);
                wrong.push(why);
            }
        }
    };
    let threads = if seconds.is_some() { std::thread::available_parallelism().map_or(1, usize::from) } else { 1 };
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("a worker ends")).collect()
    });
    println!("{} sites tried", next.load(Ordering::Relaxed) - first);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
