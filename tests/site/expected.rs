//! Every page and every table of data of the small site, compared with what was read and found right by hand.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use crate::common::main_text::{lines, main_text};
use crate::common::{Files, files_below, repository, text};
use crate::small;

fn folder() -> PathBuf {
    repository().join("tests/expected/small")
}

/// What is compared: pages by what they say, data and files for hosts whole.
fn significant(files: &Files) -> Files {
    let mut kept = Files::new();
    for path in files.keys() {
        if path.ends_with(".html") {
            kept.insert(path.clone(), main_text(text(files, path)).into_bytes());
        } else if path.ends_with(".csv") {
            kept.insert(path.clone(), files[path].clone());
        }
    }
    kept
}

/// Writes the expectation anew; files that are the same stay untouched, those of no page go.
fn bless(now: &Files, before: &Files) {
    for path in before.keys().filter(|path| !now.contains_key(*path)) {
        fs::remove_file(folder().join(path)).expect("an old expectation goes");
    }
    for (path, bytes) in now.iter().filter(|(path, bytes)| before.get(*path) != Some(bytes)) {
        let file = folder().join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder is made");
        fs::write(file, bytes).expect("an expectation is written");
    }
}

/// The first line in which two texts differ, with the lines before it.
fn first_difference(expected: &str, found: &str) -> String {
    let (expected, found): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), found.lines().collect());
    let at = (0..).find(|&i| expected.get(i) != found.get(i) || i >= expected.len()).unwrap_or_default();
    let before = expected[at.saturating_sub(2)..at.min(expected.len())].iter().map(|line| format!("  {line}\n"));
    let end = "(the end)";
    let [a, b] = [&expected, &found].map(|lines| lines.get(at).copied().unwrap_or(end));
    format!("line {}:\n{}- {a}\n+ {b}", at + 1, before.collect::<String>())
}

#[test]
fn each_page_says_what_it_should() {
    let now = significant(small());
    fs::create_dir_all(folder()).expect("a folder");
    let expected = files_below(&folder());
    if std::env::var_os("SCOREBOOK_BLESS").is_some() {
        return bless(&now, &expected);
    }
    let paths: BTreeSet<&String> = now.keys().chain(expected.keys()).collect();
    let mut differences = Vec::new();
    for path in paths {
        match (expected.get(path), now.get(path)) {
            (Some(_), Some(_)) if expected[path] == now[path] => {}
            (Some(_), Some(_)) => {
                differences.push(format!("{path}, {}", first_difference(text(&expected, path), text(&now, path))));
            }
            (None, _) => differences.push(format!("{path} is new")),
            (_, None) => differences.push(format!("{path} is gone")),
        }
    }
    let n = differences.len();
    differences.truncate(5);
    assert!(
        n == 0,
        "{n} files differ from tests/expected/small; where that is right: SCOREBOOK_BLESS=1 cargo test --test site\n\n{}\n",
        differences.join("\n\n")
    );
}

#[test]
fn what_only_makes_a_page_look_so_is_not_compared() {
    let page = "<section class=\"a b\"><h2 id=\"x\">Tên &amp;\n tuổi</h2><p>một <b class=\"k\">hai</b></p>\
                <svg viewBox=\"0 0 1 1\" aria-hidden=\"true\"><path d=\"M0 0\"/><text x=\"1\">ba</text></svg>\
                <td class=\"n\" data-value=\"1 > 0\" data-c=\"1\" data-up>4</td></section>";
    assert_eq!(
        lines(page),
        "<section>\n<h2 id=\"x\">Tên &amp; tuổi</h2>\n<p>một <b>hai</b></p>\n  svg text: ba\n<td data-value=\"1 > 0\">4</td>\n</section>\n"
    );
}

#[test]
fn the_first_difference_is_shown_with_its_place() {
    assert_eq!(first_difference("a\nb\nc\n", "a\nb\nd\n"), "line 3:\n  a\n  b\n- c\n+ d");
    assert_eq!(first_difference("a\n", "a\nb\n"), "line 2:\n  a\n- (the end)\n+ b");
    assert_eq!(first_difference("a\nb\n", "a\n"), "line 2:\n  a\n- b\n+ (the end)");
}
