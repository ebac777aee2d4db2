//! One mistake, one fault: every line of the example's files with every slip of the hand that a line can have, one at a
//! time. Whatever rests on the line, no second fault may follow from it.

mod common;

#[path = "slips/characters.rs"]
mod characters;

use std::path::Path;

use rayon::prelude::*;
use scorebook::diagnostics::CliLanguage;
use scorebook::diagnostics::print::{Format, Settings, print};
use scorebook::tree::Tree;
use scorebook::{Options, examine};

/// Of how many slips the quick test tries one.
const STRIDE: usize = 23;

/// Slips of which more than one fault is told, by file, text of the line and slip, each with the reason.
const SEVERAL: &[(&str, &str, &str, &str)] = &[
    ("site.yaml", "publisher:", "deleted", "its keys become languages of the text above, each of them a wrong one"),
    ("units.yaml", "units:", "deleted", "units become groups, whose keys are others; and there are no units"),
];

/// A line of a file as it is after a slip.
struct Slip {
    file: usize,
    line: usize,
    what: String,
    text: String,
}

/// SCOREBOOK_ALL_SLIPS=1 tries every slip, which takes a minute.
#[test]
fn a_slip_in_a_line_of_the_example_is_one_fault() {
    let stride = if std::env::var_os("SCOREBOOK_ALL_SLIPS").is_some() { 1 } else { STRIDE };
    held(stride);
}

/// Nothing of what was announced is judged by a population that cannot be.
#[test]
fn a_population_that_is_too_small_is_one_fault() {
    let mut tree = example();
    let file = tree.files.iter_mut().find(|file| file.path == "content/scores/2018.yaml").expect("the scores of 2018");
    let text = String::from_utf8(file.bytes.clone()).expect("a text");
    file.bytes = text.replace("population: { departments: unknown }", "population: { departments: 16 }").into_bytes();
    let expected = "content/scores/2018.yaml:18:15: error[population-too-small]: \
                    the population of `departments` is 16, but 17 units are here";
    assert_eq!(told(&tree), [expected]);
}

fn example() -> Tree {
    scorebook::tree::read(&common::repository().join("content"), "content").expect("the example is read")
}

#[track_caller]
fn held(stride: usize) {
    let tree = example();
    assert_eq!(told(&tree), Vec::<String>::new(), "without a slip there is no fault");
    let all: Vec<Slip> = (0..tree.files.len())
        .filter(|&file| Path::new(&tree.files[file].path).extension().is_some_and(|end| end == "yaml"))
        .flat_map(|file| slips(file, tree.text(u32::try_from(file).expect("few files"))))
        .collect();
    let some: Vec<&Slip> = all.iter().step_by(stride).collect();
    let wrong: Vec<String> = some.par_iter().filter_map(|slip| several(&tree, slip)).collect();
    assert!(wrong.is_empty(), "{} of {} slips raise more than one fault:\n{}", wrong.len(), some.len(), wrong.concat());
}

/// What is told of a slip, if it is more than one fault and not among those that may be.
fn several(tree: &Tree, slip: &Slip) -> Option<String> {
    let mut changed = tree.clone();
    changed.files[slip.file].bytes = slip.text.clone().into_bytes();
    let faults = told(&changed);
    let path = &tree.files[slip.file].path;
    let line = tree.text(u32::try_from(slip.file).ok()?).lines().nth(slip.line - 1)?.trim();
    let known = SEVERAL
        .iter()
        .any(|(file, text, what, _)| path.ends_with(file) && line.starts_with(text) && slip.what.starts_with(what));
    (faults.len() > 1 && !known).then(|| {
        let shown: String = faults.iter().map(|fault| format!("    {fault}\n")).collect();
        format!("{path}:{} {}: {line}\n{shown}", slip.line, slip.what)
    })
}

/// The faults of a site, a line each: place, code and sentence.
fn told(tree: &Tree) -> Vec<String> {
    let faults = examine(tree, &Options { drafts: true, ..Options::default() }).faults;
    let settings = Settings { format: Format::Short, language: CliLanguage::English, colour: false };
    let mut lines: Vec<String> = print(faults, tree, &settings).lines().map(str::to_owned).collect();
    lines.pop().expect("the last line counts them");
    lines
}

/// Every slip in every line of a file that says something.
fn slips(file: usize, text: &str) -> Vec<Slip> {
    let lines: Vec<&str> = text.lines().collect();
    let said = (0..lines.len()).filter(|&at| !lines[at].trim().is_empty() && !lines[at].trim().starts_with('#'));
    said.flat_map(|at| {
        slips_of(lines[at]).into_iter().map({
            let lines = lines.clone();
            move |(what, instead)| {
                let changed: Vec<&str> = lines
                    .iter()
                    .enumerate()
                    .flat_map(
                        |(i, line)| if i == at { instead.iter().map(String::as_str).collect() } else { vec![*line] },
                    )
                    .collect();
                Slip { file, line: at + 1, what, text: changed.join("\n") + "\n" }
            }
        })
    })
    .collect()
}

/// The slips of a line, each with the lines that stand in its place.
fn slips_of(line: &str) -> Vec<(String, Vec<String>)> {
    let mut slips =
        vec![("deleted".to_owned(), Vec::new()), ("doubled".to_owned(), vec![line.to_owned(), line.to_owned()])];
    let depth = line.len() - line.trim_start().len();
    if depth > 0 {
        slips.push(("no-break indent".to_owned(), vec![format!("{}{}", "\u{a0}".repeat(depth), line.trim_start())]));
    }
    if let [before, text, after] = line.split('"').collect::<Vec<_>>().as_slice() {
        slips.push(("curly quotes".to_owned(), vec![format!("{before}“{text}”{after}")]));
    }
    slips.push(("conflict".to_owned(), ["<<<<<<< HEAD", line, "=======", ">>>>>>> other"].map(str::to_owned).to_vec()));
    for (at, c) in line.char_indices() {
        if "{}[]\"',".contains(c) {
            slips.push((format!("without `{c}` at {at}"), vec![format!("{}{}", &line[..at], &line[at + 1..])]));
        }
        if c == ':' && line[at + 1..].starts_with(' ') && line[..at].ends_with(|c: char| c.is_ascii_alphanumeric()) {
            let spaced = format!("{}:\u{a0}{}", &line[..at], &line[at + 2..]);
            slips.push((format!("no-break space at {at}"), vec![spaced]));
            let end = line[at..].find([',', '}']).map_or(line.len(), |end| at + end);
            if line[at + 2..end].trim().parse::<f64>().is_ok() {
                slips.push((format!("dash at {at}"), vec![format!("{}: -{}", &line[..at], &line[end..])]));
                slips.push((format!("spreadsheet at {at}"), vec![format!("{}: #REF!{}", &line[..at], &line[end..])]));
            }
        }
        let is_key_end = c == ':' && (at + 1 == line.len() || line[at + 1..].starts_with(' '));
        if is_key_end && line[..at].ends_with(|c: char| c.is_ascii_alphanumeric()) {
            slips.push((format!("misspelt key at {at}"), vec![format!("{}x{}", &line[..at], &line[at..])]));
        }
    }
    slips
}
