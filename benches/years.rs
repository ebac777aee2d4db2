//! How long a site of 30 editions, 200 units and 30 criteria takes, beside writing the same files: one province that
//! assesses its agencies for a generation. `cargo bench --bench years`.
//!
//! Prints the median of five builds in memory, of five copies of the same files on the disk, and the ratio.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use scorebook::publish::MemorySink;
use scorebook::tree::{File, Tree};
use scorebook::{Options, build};

const EDITIONS: usize = 30;
const UNITS: usize = 200;
const CRITERIA: usize = 30;
const RUNS: usize = 5;

/// A score in tenths that wanders from year to year.
fn score(edition: usize, unit: usize, criterion: usize) -> String {
    let tenths = (unit.wrapping_mul(7919) ^ criterion.wrapping_mul(104_729) ^ (edition / 3).wrapping_mul(31)) % 101;
    format!("{}.{}", tenths / 10, tenths % 10)
}

fn content() -> Tree {
    let mut scheme = String::from("title: S\ndecimals: 1\ncriteria:\n");
    for criterion in 0..CRITERIA {
        let _ = writeln!(scheme, "  - {{ id: c{criterion}, name: C{criterion}, max: 10 }}");
    }
    let mut units = String::from("groups: { g: { name: G } }\nunits:\n");
    for unit in 0..UNITS {
        let _ = writeln!(units, "  u{unit}: {{ name: U{unit}, group: g }}");
    }
    let site = "format: 1\ntitle: T\npublisher: { name: P }\nlanguages: [vi, en]\nscorecards: latest\n".to_owned();
    let file = |path: String, text: String| File { path, bytes: text.into_bytes() };
    let mut files = vec![
        file("content/schemes/s.yaml".into(), scheme),
        file("content/site.yaml".into(), site),
        file("content/units.yaml".into(), units),
    ];
    for edition in 0..EDITIONS {
        let year = 1994 + edition;
        let mut scores = format!("year: {year}\nscheme: s\nstatus: official\nscores:\n  g:\n");
        for unit in 0..UNITS {
            let cells = (0..CRITERIA).map(|c| format!("c{c}: {}", score(edition, unit, c)));
            let _ = writeln!(scores, "    u{unit}: {{ {} }}", cells.collect::<Vec<_>>().join(", "));
        }
        files.push(file(format!("content/scores/{year}.yaml"), scores));
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Tree { files, ..Tree::default() }
}

/// The median of some runs.
fn median(mut run: impl FnMut()) -> Duration {
    let mut took: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let begun = Instant::now();
            run();
            begun.elapsed()
        })
        .collect();
    took.sort();
    took[RUNS / 2]
}

fn main() {
    let content = content();
    let built = || {
        let sink = MemorySink::default();
        let built = build(&content, &Tree::default(), &Options::default(), &sink).expect("memory takes everything");
        assert!(built.summary.is_some(), "the content has no fault");
        sink.into_files()
    };
    let files = built();
    let bytes: usize = files.values().map(Vec::len).sum();
    let folder = std::env::temp_dir().join("scorebook-bench-years");
    let copied = median(|| copy(&folder, &files));
    let took = median(|| drop(built()));
    let _ = fs::remove_dir_all(&folder);
    let ratio = took.as_secs_f64() / copied.as_secs_f64();
    #[expect(clippy::print_stdout, reason = "a benchmark tells its result")]
    {
        println!(
            "{EDITIONS} editions x {UNITS} units x {CRITERIA} criteria: {} files, {} kB",
            files.len(),
            bytes / 1000
        );
        println!("build in memory {took:?}, writing the same files {copied:?}, ratio {ratio:.2}");
    }
}

/// Writes the files anew into a folder.
fn copy(folder: &Path, files: &std::collections::BTreeMap<String, Vec<u8>>) {
    let _ = fs::remove_dir_all(folder);
    for (path, bytes) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
        fs::write(path, bytes).expect("a file is written");
    }
}
