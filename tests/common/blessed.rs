//! Texts that are kept in the repository as what the program should say.
//!
//! A test that finds another text fails with the difference. With SCOREBOOK_BLESS=1 it writes the new text and fails
//! once more, with the difference that was accepted: who blesses reads it.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use similar::TextDiff;

use super::{Files, files_below, repository};

/// How many lines of differences are shown.
const SHOWN_MAX: usize = 300;

/// Compares files with those of a folder of the repository; all of the folder belong to the test.
#[track_caller]
pub(crate) fn folder_holds(folder: &str, now: &Files) {
    let path = repository().join(folder);
    let kept = if path.is_dir() { files_below(&path) } else { Files::new() };
    told(folder, now, settle(&path, &kept, now, blessing()));
}

/// Compares a text with a file of the repository.
#[track_caller]
pub(crate) fn file_holds(file: &str, now: &str) {
    let (folder, name) = file.rsplit_once('/').expect("a file in a folder");
    let path = repository().join(folder);
    let kept = fs::read(path.join(name)).map(|bytes| Files::from([(name.to_owned(), bytes)])).unwrap_or_default();
    let now = Files::from([(name.to_owned(), now.as_bytes().to_vec())]);
    told(file, &now, settle(&path, &kept, &now, blessing()));
}

fn blessing() -> bool {
    std::env::var_os("SCOREBOOK_BLESS").is_some()
}

#[track_caller]
fn told(what: &str, now: &Files, difference: Option<String>) {
    assert!(!now.is_empty(), "{what}: there is nothing to compare");
    let Some(difference) = difference else { return };
    if blessing() {
        panic!("{what} is written anew: read this difference, then run the test again\n\n{difference}");
    }
    panic!(
        "{what} differs from what the program says (+); where that is right, SCOREBOOK_BLESS=1 writes it anew\n\n{}",
        cut(&difference)
    );
}

/// The difference between two sets of files, none where they are the same; writes the new ones where that is asked for.
fn settle(folder: &Path, kept: &Files, now: &Files, write: bool) -> Option<String> {
    let paths: BTreeSet<&String> = kept.keys().chain(now.keys()).collect();
    let changed = paths.into_iter().filter(|path| kept.get(*path) != now.get(*path));
    let mut difference = String::new();
    for path in changed {
        difference.push_str(&unified(path, kept.get(path), now.get(path)));
        let file = folder.join(path);
        match now.get(path).filter(|_| write) {
            Some(bytes) => {
                fs::create_dir_all(file.parent().expect("a folder")).expect("a folder is made");
                fs::write(file, bytes).expect("a text is written");
            }
            None if write => fs::remove_file(file).expect("an old text goes"),
            None => {}
        }
    }
    (!difference.is_empty()).then_some(difference)
}

/// The unified difference of a file, which may be new or gone.
fn unified(path: &str, before: Option<&Vec<u8>>, after: Option<&Vec<u8>>) -> String {
    let [a, b] = [before, after].map(|bytes| bytes.map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default());
    let [old, new] = [(before, "kept"), (after, "said")].map(|(bytes, name)| match bytes {
        Some(_) => format!("{name}/{path}"),
        None => "/dev/null".to_owned(),
    });
    let diff = TextDiff::from_lines(a.as_ref(), b.as_ref());
    let hunks = diff.unified_diff().context_radius(1).header(&old, &new).to_string();
    if hunks.is_empty() { format!("--- {old}\n+++ {new}\n") } else { hunks }
}

/// The first lines of a long text, with how many are left out.
fn cut(text: &str) -> String {
    let n = text.lines().count();
    if n <= SHOWN_MAX {
        return text.to_owned();
    }
    let first: Vec<&str> = text.lines().take(SHOWN_MAX).collect();
    format!("{}\n… and {} more lines\n", first.join("\n"), n - SHOWN_MAX)
}

#[test]
fn what_is_blessed_is_told_line_by_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = |files: &[(&str, &str)]| -> Files {
        files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
    };
    let first = files(&[("a/x.txt", "one\ntwo\nthree\nfour\n"), ("b.txt", "old\n")]);
    assert!(settle(folder.path(), &Files::new(), &first, true).is_some_and(|told| told.contains("+three")));
    assert_eq!(files_below(folder.path()), first);
    assert_eq!(settle(folder.path(), &first, &first, true), None);
    let second = files(&[("a/x.txt", "one\ntwo\n3\nfour\n"), ("c.txt", "")]);
    let expected = "--- kept/a/x.txt\n+++ said/a/x.txt\n@@ -2,3 +2,3 @@\n two\n-three\n+3\n four\n\
        --- kept/b.txt\n+++ /dev/null\n@@ -1 +0,0 @@\n-old\n--- /dev/null\n+++ said/c.txt\n";
    assert_eq!(settle(folder.path(), &first, &second, false).as_deref(), Some(expected));
    assert_eq!(files_below(folder.path()), first, "nothing is written unless asked for");
    assert_eq!(settle(folder.path(), &first, &second, true).as_deref(), Some(expected));
    assert_eq!(files_below(folder.path()), second);
}

#[test]
fn a_long_difference_is_cut() {
    let line = |n: usize| (0..n).map(|i| format!("{i}\n")).collect::<String>();
    assert_eq!(cut(&line(SHOWN_MAX)), line(SHOWN_MAX));
    assert!(cut(&line(SHOWN_MAX + 7)).ends_with("299\n… and 7 more lines\n"));
}
