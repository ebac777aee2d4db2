//! What may stand where in the program's own files.

use crate::{Source, holds, program, refused, sources, word_outside};

/// The longest file that is readable in a sitting.
const LINES: usize = 500;

fn too_long(files: &[Source]) -> Vec<String> {
    let lines = |source: &Source| source.text.lines().count();
    let long = files.iter().filter(|source| lines(source) > LINES);
    long.map(|source| format!("{}: {} lines, at most {LINES}", source.path, lines(source))).collect()
}

fn undocumented(files: &[Source]) -> Vec<String> {
    // A check's doc comment is its manual page, which stands in a file of its own.
    let page = "#![doc = include_str!(\"../manual/pages/en/";
    let begins = |source: &&Source| {
        (source.text.starts_with("//! ") && !source.text.starts_with("//! \n")) || source.text.starts_with(page)
    };
    files.iter().filter(|s| !begins(s)).map(|source| format!("{}: does not begin with //!", source.path)).collect()
}

fn disk(files: &[Source]) -> Vec<String> {
    let allowed = |path: &str| path == "src/tree.rs" || path.starts_with("src/publish/") || path == "src/publish.rs";
    word_outside(files, &["std::fs", "std::{fs", "File::open", "File::create", "read_dir(", ".canonicalize("], allowed)
}

/// Packages that only one file may name, so that another could take their place; packed files are read by one file and
/// written by one.
const PACKAGES: [(&str, &str); 14] = [
    ("pulldown_cmark", "src/render/markdown.rs"),
    ("tera::", "src/render/templates.rs"),
    ("serde_yaml", "src/yaml/events.rs"),
    ("walkdir", "src/tree.rs"),
    ("plotters", "src/charts/canvas.rs"),
    ("ureq", "src/verify/http.rs"),
    ("ctrlc::", "src/commands/serve.rs"),
    ("notify::", "src/preview/watcher.rs"),
    ("rust_xlsxwriter", "src/writers/workbook/xlsx.rs"),
    ("calamine::", "src/import/book/xls.rs"),
    ("encoding_rs", "src/import/book/encoding.rs"),
    ("quick_xml", "src/import/book/xml.rs"),
    ("zip::", "src/import/book/pack.rs"),
    ("zip::", "src/writers/announcement/docx/mod.rs"),
];

fn packages(files: &[Source]) -> Vec<String> {
    let broken = |package: &str| word_outside(files, &[package], |path| PACKAGES.contains(&(package, path)));
    let names: std::collections::BTreeSet<&str> = PACKAGES.iter().map(|(package, _)| *package).collect();
    names.into_iter().flat_map(broken).collect()
}

fn printing(files: &[Source]) -> Vec<String> {
    let words = ["println!", "eprintln!", "print!(", "eprint!(", "process::exit", "stdout()", "stderr()"];
    word_outside(files, &words, |path| path == "src/commands/streams.rs")
}

/// Whoever keeps a whole site in memory is a test: commands need its paths at most.
fn whole_sites(files: &[Source]) -> Vec<String> {
    word_outside(files, &["MemorySink"], |path| path.starts_with("src/publish/"))
}

fn chance(files: &[Source]) -> Vec<String> {
    let words = ["HashMap", "HashSet", "SystemTime::now", "Instant::now", "std::env", "thread_rng"];
    word_outside(files, &words, |path| path.starts_with("src/commands/") || path == "src/publish/guard.rs")
}

/// The rooms in which what is needed twice is made before, and is not changed then.
const MADE_BEFORE: [&str; 7] = ["rankings", "report", "say", "writers", "fragments", "charts", "render"];

/// Where a cell stays: plotters takes its backend for itself, so that a drawing shares what it writes with it. It lives as
/// long as one drawing, and nobody else sees it.
const ONE_DRAWING: &str = "src/charts/canvas.rs";

fn caches(files: &[Source]) -> Vec<String> {
    let words = [
        "std::cell",
        "RefCell",
        "OnceCell",
        "OnceLock",
        "LazyCell",
        "LazyLock",
        "Mutex",
        "RwLock",
        "Atomic",
        "thread_local!",
    ];
    let inside: Vec<Source> =
        files.iter().filter(|source| MADE_BEFORE.contains(&source.module()) && !source.is_test()).cloned().collect();
    word_outside(&inside, &words, |path| path == ONE_DRAWING)
}

fn unfinished(files: &[Source]) -> Vec<String> {
    let words = ["todo!", "unimplemented!", "dbg!", "#[ignore", "FIXME", "XXX"];
    let mut broken = Vec::new();
    for source in files {
        for (i, line) in source.text.lines().enumerate() {
            let found = words.iter().filter(|word| line.contains(**word));
            broken.extend(found.map(|word| format!("{}:{}: {word}", source.path, i + 1)));
        }
    }
    broken
}

fn untidy(files: &[Source]) -> Vec<String> {
    let mut broken = Vec::new();
    for source in files {
        for (i, line) in source.text.lines().enumerate() {
            if line.ends_with([' ', '\t', '\r']) || line.contains('\t') {
                broken.push(format!("{}:{}: space at the end, or a tab", source.path, i + 1));
            }
        }
        if !source.text.ends_with('\n') || source.text.ends_with("\n\n") {
            broken.push(format!("{}: does not end with one line feed", source.path));
        }
    }
    broken
}

/// Everything in the repository that is written in Rust, but the files that hold the forbidden words as data.
fn all() -> Vec<Source> {
    let mut all = sources("src", ".rs");
    all.extend(sources("tests", ".rs").into_iter().filter(|source| !source.path.starts_with("tests/tidy")));
    all
}

/// Every rule with a text that breaks it.
#[track_caller]
fn rule(rule: fn(&[Source]) -> Vec<String>, files: &[Source], breaks: &[(&str, &str, &str)]) {
    holds(rule(files));
    for (path, text, why) in breaks {
        refused(rule(&[Source::new(path, text)]), why);
    }
}

#[test]
fn files_are_readable_in_a_sitting() {
    rule(too_long, &all(), &[("src/a.rs", &"x\n".repeat(LINES + 1), "501 lines")]);
}

#[test]
fn every_file_says_what_it_is() {
    rule(undocumented, &all(), &[("src/a.rs", "use std::fmt;\n", "//!"), ("src/b.rs", "// x\n", "//!")]);
}

#[test]
fn only_the_tree_reads_and_only_the_publisher_writes_the_disk() {
    let breaks = [
        ("src/writers/html/pages/home.rs", "use std::fs;\n", "std::fs"),
        ("src/commands/build.rs", "let x = std::fs::read(p);\n", "std::fs"),
        ("src/words/mod.rs", "use std::{fs, io};\n", "std::{fs"),
    ];
    rule(disk, &program(), &breaks);
}

#[test]
fn each_of_six_packages_has_one_home() {
    let breaks = [
        ("src/writers/html/pages/free.rs", "use pulldown_cmark::Parser;\n", "pulldown_cmark"),
        ("src/writers/html/pages/free.rs", "use tera::Context;\n", "tera"),
        ("src/content/site.rs", "serde_yaml::from_str(x)\n", "serde_yaml"),
        ("src/charts/strip.rs", "use plotters_backend::X;\n", "plotters"),
        ("src/publish/mod.rs", "use walkdir::WalkDir;\n", "walkdir"),
        ("src/commands/verify.rs", "ureq::get(x)\n", "ureq"),
        ("src/writers/announcement/mod.rs", "use zip::ZipWriter;\n", "zip::"),
    ];
    rule(packages, &program(), &breaks);
    for (package, home) in PACKAGES {
        let there = program().into_iter().find(|source| source.path == home).unwrap_or_else(|| panic!("no {home}"));
        assert!(there.text.contains(package), "{home} does not name {package}");
    }
}

#[test]
fn only_the_streams_of_commands_are_written_to() {
    let breaks = [
        ("src/commands/build.rs", "    eprintln!(\"x\");\n", "eprintln!"),
        ("src/commands/rank.rs", "std::io::stdout().write_all(b\"x\")\n", "stdout()"),
        ("src/main.rs", "print!(\"x\")\n", "print!"),
        ("src/site.rs", "    println!(\"x\");\n", "println!"),
        ("src/publish/mod.rs", "eprintln!(\"x\")\n", "eprintln!"),
        ("src/plan/mod.rs", "std::process::exit(1)\n", "process::exit"),
    ];
    rule(printing, &program(), &breaks);
}

#[test]
fn no_command_keeps_a_whole_site_in_memory() {
    let breaks = [("src/commands/check.rs", "crate::build(&a, &b, &c, &MemorySink::default())\n", "MemorySink")];
    rule(whole_sites, &program(), &breaks);
}

#[test]
fn no_stage_depends_on_chance_clock_or_machine() {
    let breaks = [
        ("src/rankings/sheet.rs", "use std::collections::HashMap;\n", "HashMap"),
        ("src/writers/html/pages/home.rs", "SystemTime::now()\n", "SystemTime"),
        ("src/writers/html/pages/home.rs", "std::time::Instant::now()\n", "Instant::now"),
        ("src/words/mod.rs", "std::env::var(\"LANG\")\n", "std::env"),
    ];
    rule(chance, &program(), &breaks);
}

#[test]
fn no_fact_is_kept_by_whoever_asks_first() {
    let breaks = [
        ("src/report/order.rs", "use std::sync::OnceLock;\n", "OnceLock"),
        ("src/writers/html/frame/context.rs", "    broken: Mutex<Option<TemplateFault>>,\n", "Mutex"),
        ("src/charts/strip.rs", "use std::cell::RefCell;\n", "std::cell"),
        ("src/say/ties.rs", "static RULES: LazyLock<u8> = x;\n", "LazyLock"),
    ];
    rule(caches, &program(), &breaks);
    let canvas = program().into_iter().find(|source| source.path == ONE_DRAWING).expect("the canvas");
    assert!(canvas.text.contains("RefCell"), "{ONE_DRAWING} needs no exception any more");
}

#[test]
fn nothing_is_left_unfinished() {
    let breaks = [
        ("src/a.rs", "todo!()\n", "todo!"),
        ("src/a.rs", "unimplemented!()\n", "unimplemented!"),
        ("src/a.rs", "dbg!(x)\n", "dbg!"),
        ("tests/a.rs", "#[ignore]\n", "#[ignore"),
        ("tests/a.rs", "#[ignore = \"slow\"]\n", "#[ignore"),
    ];
    rule(unfinished, &all(), &breaks);
}

#[test]
fn files_have_no_stray_space() {
    let breaks = [("src/a.rs", "x \n", "space"), ("src/a.rs", "x", "line feed"), ("src/a.rs", "\tx\n", "tab")];
    rule(untidy, &all(), &breaks);
    holds(untidy(&sources("themes", "")));
}

#[test]
fn a_comment_or_a_test_breaks_no_rule() {
    let text = "//! x\n// println!(\"x\")\nlet x = 1; // std::fs\n#[cfg(test)]\nmod tests { use std::fs; }\n";
    let source = [Source::new("src/writers/html/pages/home.rs", text)];
    assert_eq!((printing(&source), disk(&source)), (Vec::new(), Vec::new()));
    // What is there for tests only ends the code of a file no earlier than it has to.
    let text = "//! x\nfn f() {\n    #[cfg(test)]\n    println!(\"x\");\n}\n#[cfg(test)]\nuse x;\nprintln!(\"y\")\n";
    assert_eq!(printing(&[Source::new("src/pages/home.rs", text)]).len(), 1);
}
