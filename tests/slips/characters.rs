//! Every character of the example's files left out, typed twice, and replaced by its neighbour on the keyboard, one at a
//! time: one fault at most, and it stands where the slip is.

use std::path::Path;

use rayon::prelude::*;
use scorebook::diagnostics::CliLanguage;
use scorebook::diagnostics::print::{Format, Settings, print};
use scorebook::tree::Tree;
use scorebook::{Options, examine};
use serde_json::Value;

use crate::example;

/// Of how many slips the quick test tries one.
const STRIDE: usize = 211;

/// The rows of a keyboard; a finger hits the key on the right, or on the left of the last one.
const KEYS: [&str; 7] =
    ["1234567890", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "QWERTYUIOP{}", "ASDFGHJKL:\"", "ZXCVBNM<>?"];

/// A character of a file, and what is typed in its place.
struct Slip {
    file: usize,
    at: usize,
    typed: String,
}

/// A fault, as far as its place matters.
struct Told {
    code: String,
    /// Where it stands: a file, and the first and last of its lines.
    place: (String, u64, u64),
    /// The files and lines that it names beside it.
    related: Vec<(String, u64)>,
    text: String,
}

/// SCOREBOOK_ALL_SLIPS=1 tries every slip, which takes an hour.
#[test]
fn a_slip_in_a_character_of_the_example_is_one_fault_where_it_is() {
    let stride = if std::env::var_os("SCOREBOOK_ALL_SLIPS").is_some() { 1 } else { STRIDE };
    let tree = example();
    let is_yaml = |file: &usize| Path::new(&tree.files[*file].path).extension().is_some_and(|end| end == "yaml");
    let files = (0..tree.files.len()).filter(is_yaml);
    let all: Vec<Slip> = files.flat_map(|file| slips(file, text_of(&tree, file))).collect();
    let some: Vec<&Slip> = all.iter().step_by(stride).collect();
    let wrong: Vec<String> = some.par_iter().filter_map(|slip| wrong(&tree, slip)).collect();
    assert!(wrong.is_empty(), "{} of {} slips:\n{}", wrong.len(), some.len(), wrong.concat());
}

fn text_of(tree: &Tree, file: usize) -> &str {
    tree.text(u32::try_from(file).expect("few files"))
}

/// Every slip in the characters of a text.
fn slips(file: usize, text: &str) -> Vec<Slip> {
    let of = |(at, c): (usize, char)| {
        let typed = [Some(String::new()), Some(format!("{c}{c}")), neighbour(c).map(String::from)];
        typed.into_iter().flatten().map(move |typed| Slip { file, at, typed })
    };
    text.char_indices().flat_map(of).collect()
}

/// What a finger hits beside a character.
fn neighbour(c: char) -> Option<char> {
    let row = KEYS.iter().find(|row| row.contains(c))?;
    let at = row.find(c)?;
    row[at + 1..].chars().next().or_else(|| row[..at].chars().next_back())
}

/// What is told of a slip, if it is more than one fault, or one that stands elsewhere.
fn wrong(tree: &Tree, slip: &Slip) -> Option<String> {
    let text = text_of(tree, slip.file);
    let c = text[slip.at..].chars().next()?;
    let mut changed = tree.clone();
    changed.files[slip.file].bytes =
        format!("{}{}{}", &text[..slip.at], slip.typed, &text[slip.at + c.len_utf8()..]).into_bytes();
    let faults = told(&changed);
    let path = &tree.files[slip.file].path;
    let line = text[..slip.at].matches('\n').count() as u64 + 1;
    let is_fine = match faults.as_slice() {
        [] => true,
        [fault] => is_of(fault, path, line, text_of(&changed, slip.file)),
        _ => false,
    };
    let column = text[..slip.at].chars().rev().take_while(|c| *c != '\n').count() + 1;
    let shown: String = faults.iter().map(|fault| format!("    {}\n", fault.text)).collect();
    let whole = text.lines().nth(usize::try_from(line).ok()? - 1)?.trim();
    (!is_fine).then(|| format!("{path}:{line}:{column} {c:?} as {:?}: {whole}\n{shown}", slip.typed))
}

/// Whether a fault is that of a slip: it stands in its line or in the one before or behind it. What contradicts something else,
/// or is missing elsewhere because its name is another one now, may stand there, if it names the line of the slip.
fn is_of(fault: &Told, path: &str, line: u64, text: &str) -> bool {
    let (file, first, last) = &fault.place;
    // The languages of the site are named by each text and each file name.
    let is_language = fault.code == "language-unknown" && path.ends_with("site.yaml");
    let is_named = |(file, first): &(String, u64)| file == path && (*first..=end_of(text, *first)).contains(&line);
    (file == path && (first.saturating_sub(1)..=last + 1).contains(&line))
        || fault.related.iter().any(is_named)
        || is_language
}

/// The last line of the item or key that begins in a line: those below it are indented deeper.
fn end_of(text: &str, first: u64) -> u64 {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let below = text.lines().skip(usize::try_from(first).unwrap_or_default());
    let depth = text.lines().nth(usize::try_from(first).unwrap_or_default().saturating_sub(1)).map_or(0, indent);
    first + below.take_while(|line| line.trim().is_empty() || indent(line) > depth).count() as u64
}

/// The faults of a site.
fn told(tree: &Tree) -> Vec<Told> {
    let faults = examine(tree, &Options { drafts: true, ..Options::default() }).faults;
    let settings = Settings { format: Format::Json, language: CliLanguage::English, colour: false };
    let report: Value = serde_json::from_str(&print(faults, tree, &settings)).expect("an object");
    let text = |value: &Value, key: &str| value[key].as_str().expect("a text").to_owned();
    let number = |value: &Value, key: &str| value[key].as_u64().expect("a number");
    let one = |fault: &Value| {
        let (file, line, code) = (text(fault, "file"), number(fault, "line"), text(fault, "code"));
        let related = fault["related"].as_array().expect("a list").iter();
        Told {
            related: related.map(|other| (text(other, "file"), number(other, "line"))).collect(),
            text: format!("{file}:{line} {code}: {} = {}", text(fault, "message"), text(fault, "help")),
            place: (file, line, number(fault, "end_line")),
            code,
        }
    };
    report["faults"].as_array().expect("a list").iter().map(one).collect()
}
