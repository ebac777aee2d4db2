//! How long one edition of 10,000 units and 60 criteria takes to be read, ranked and checked: all known, and with a tenth
//! of the cells unknown, with and without announced ranks. `cargo bench --bench rankings`.

use std::fmt::Write as _;

use divan::Bencher;
use scorebook::tree::{File, Tree};
use scorebook::{Options, examine};

const UNITS: usize = 10_000;
const CRITERIA: usize = 60;

fn main() {
    divan::main();
}

/// Which cells nobody knows: a tenth of them, scattered in the same way each time.
fn is_unknown(unit: usize, criterion: usize) -> bool {
    (unit.wrapping_mul(7919) ^ criterion.wrapping_mul(104_729)) % 10 == 3
}

fn score(unit: usize, criterion: usize) -> String {
    let tenths = (unit.wrapping_mul(2_654_435_761) >> (criterion % 16)) % 101;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// One edition; `unknown` hides a tenth, `announced` tells the first and the last rank of each criterion.
fn content(unknown: bool, announced: bool) -> Tree {
    let mut units = String::from("groups: { g: { name: G } }\nunits:\n");
    let mut scores = String::from("year: 2024\nscheme: s\nstatus: official\nscores:\n  g:\n");
    let mut scheme = String::from("title: S\ndecimals: 1\ncriteria:\n");
    for criterion in 0..CRITERIA {
        let _ = writeln!(scheme, "  - {{ id: c{criterion}, name: C{criterion}, max: 10 }}");
    }
    for unit in 0..UNITS {
        let _ = writeln!(units, "  u{unit}: {{ name: U{unit}, group: g }}");
        let _ = write!(scores, "    u{unit}: {{ ");
        for criterion in 0..CRITERIA {
            let hidden = unknown && is_unknown(unit, criterion);
            let cell = if hidden { "~".to_owned() } else { score(unit, criterion) };
            let _ = write!(scores, "{}c{criterion}: {cell}", if criterion > 0 { ", " } else { "" });
        }
        scores.push_str(" }\n");
    }
    if announced {
        scores.push_str("announced:\n  g:\n");
        for criterion in 0..CRITERIA {
            let best = (0..UNITS).filter(|&unit| score(unit, criterion) == "10.0").map(|unit| format!("u{unit}"));
            let best = best.collect::<Vec<_>>().join(", ");
            let _ = writeln!(scores, "    c{criterion}: [{{ rank: 1, score: 10, units: [{best}] }}]");
        }
    }
    let file = |path: &str, text: String| File { path: path.to_owned(), bytes: text.into_bytes() };
    let site = "format: 1\ntitle: T\npublisher: { name: P }\nlanguages: [vi]\n".to_owned();
    let files = vec![
        file("content/schemes/s.yaml", scheme),
        file("content/scores/2024.yaml", scores),
        file("content/site.yaml", site),
        file("content/units.yaml", units),
    ];
    let content = Tree { files, ..Tree::default() };
    let examined = examine(&content, &Options::default());
    assert_eq!(examined.faults.errors(), 0, "{:?}", examined.faults.as_slice().first());
    content
}

#[divan::bench(sample_count = 10)]
fn all_known(bencher: Bencher<'_, '_>) {
    let content = content(false, false);
    bencher.bench(|| examine(&content, &Options::default()));
}

#[divan::bench(sample_count = 10)]
fn a_tenth_unknown(bencher: Bencher<'_, '_>) {
    let content = content(true, false);
    bencher.bench(|| examine(&content, &Options::default()));
}

#[divan::bench(sample_count = 10)]
fn a_tenth_unknown_with_announced_ranks(bencher: Bencher<'_, '_>) {
    let content = content(true, true);
    bencher.bench(|| examine(&content, &Options::default()));
}
