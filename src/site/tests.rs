//! How much work a build takes, counted.

use std::cell::Cell;

use super::{Built, Options, build, examine};
use crate::publish::PathSink;
use crate::tree::{File, Tree};

thread_local! {
    static EXAMINATIONS: Cell<usize> = const { Cell::new(0) };
}

/// Notes that a content is examined.
pub(super) fn note_examination() {
    EXAMINATIONS.set(EXAMINATIONS.get() + 1);
}

/// How often a content is examined while something is done. It is done by one thread, so that nothing else is counted.
pub(crate) fn examinations(done: impl FnOnce() + Send) -> usize {
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    alone.install(|| {
        EXAMINATIONS.set(0);
        done();
        EXAMINATIONS.get()
    })
}

fn file(path: &str, text: String) -> File {
    File { path: path.to_owned(), bytes: text.into_bytes() }
}

/// A content of two editions in which each unit was renamed between the two.
fn renamed(n: usize) -> Tree {
    let lines = |line: &dyn Fn(usize) -> String| (0..n).map(|unit| format!("{}\n", line(unit))).collect::<String>();
    let units = lines(&|unit| format!("  u{unit}: {{ name: Unit {unit}, group: g }}"));
    let events = lines(&|unit| format!("  - {{ date: 2024-01-01, rename: u{unit}, from: Former {unit} }}"));
    let scores = lines(&|unit| format!("    u{unit}: {{ a: {}, b: {} }}", unit % 7, unit % 5));
    let criteria = "  - { id: a, name: A, max: 10 }\n  - { id: b, name: B, max: 10 }\n";
    let edition = |year| {
        let text = format!("year: {year}\nscheme: s\nstatus: official\nscores:\n  g:\n{scores}");
        file(&format!("content/scores/{year}.yaml"), text)
    };
    let files = vec![
        file("content/schemes/s.yaml", format!("title: S\ntotal: sum\ncriteria:\n{criteria}")),
        edition(2023),
        edition(2024),
        file("content/site.yaml", "format: 1\ntitle: T\npublisher: { name: P }\nlanguages: [en]\n".to_owned()),
        file("content/units.yaml", format!("groups:\n  g: {{ name: G }}\nunits:\n{units}events:\n{events}")),
    ];
    Tree { files, ..Tree::default() }
}

/// How many events are looked at by a whole build of so many units, each of which was renamed.
fn looks(n: usize) -> usize {
    let sink = PathSink::default();
    let Built { examined, summary, faults } =
        build(&renamed(n), &Tree::default(), &Options::default(), &sink).expect("paths are taken");
    assert!(summary.is_some(), "{:?}", faults.as_slice());
    examined.expect("a series").series.timeline.looks()
}

#[test]
fn twice_as_many_renamed_units_take_about_twice_as_many_looks_at_events() {
    let (once, twice) = (looks(20), looks(40));
    assert!(once >= 20, "{once} looks: they are not counted");
    // Sorting takes a little more than twice; a scan of all events for each unit would take four times as many.
    assert!(twice < 3 * once, "{once} looks at the events of 20 units, {twice} at those of 40");
}

#[test]
fn a_column_of_misspelt_ids_is_told_id_by_id_and_what_was_meant_for_the_first_of_them() {
    let n = 300;
    let mut content = renamed(n);
    let scores = content.files.iter_mut().find(|file| file.path == "content/scores/2024.yaml").unwrap();
    scores.bytes = String::from_utf8(scores.bytes.clone()).unwrap().replace(": { a:", "-: { a:").into_bytes();
    let faults = examine(&content, &Options::default()).faults;
    let unknown: Vec<_> = faults.as_slice().iter().filter(|fault| fault.code.id == "unit-unknown").collect();
    assert_eq!(unknown.len(), n, "each is told");
    let meant: Vec<String> = unknown
        .iter()
        .filter_map(|fault| fault.words.iter().find(|(name, _)| *name == "near"))
        .map(|(_, word)| word.clone())
        .collect();
    assert_eq!(meant, (0..20).map(|unit| format!("u{unit}")).collect::<Vec<_>>());
    let kept: usize = unknown.iter().flat_map(|fault| &fault.words).map(|(_, word)| word.len()).sum();
    assert!(kept <= (n + 20) * "u299-".len(), "{kept} bytes are kept: of each only its id, and what was meant");
}

#[test]
fn a_build_examines_its_content_once() {
    let content = renamed(2);
    let done = || drop(build(&content, &Tree::default(), &Options::default(), &PathSink::default()));
    assert_eq!(examinations(done), 1);
}
