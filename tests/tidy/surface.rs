//! The public surface: what the program and the tests of the promise need. Everything else is the crate's own, so that the
//! compiler tells what nobody uses.

use std::collections::BTreeSet;

use crate::known::Known;
use crate::{Source, holds, program, refused};

/// The rooms that the program and the tests of the promise need.
const PROMISED: [&str; 5] = ["commands", "diagnostics", "manual", "publish", "tree"];

/// The rooms that are public today without need.
const OPEN: Known = Known { file: "tests/tidy/known/public.txt", text: include_str!("known/public.txt"), cap: 0 };

/// The public rooms beyond those that are promised.
fn open(files: &[Source], known: &Known) -> Vec<String> {
    let lib = files.iter().filter(|source| source.path == "src/lib.rs");
    let lines = lib.flat_map(|source| source.code().map(|(_, line)| line.trim()).collect::<Vec<_>>());
    let rooms = lines.filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    let today: BTreeSet<String> = rooms.filter(|room| !PROMISED.contains(room)).map(str::to_owned).collect();
    known.differences(&today, "is public, so that nobody sees what in it is not used; make it the crate's own")
}

#[test]
fn only_what_is_promised_is_public() {
    holds(open(&program(), &OPEN));
}

#[test]
fn a_room_that_is_public_without_need_is_refused() {
    let known = Known { file: "public.txt", text: "", cap: 0 };
    let case = |lib: &str| open(&[Source::new("src/lib.rs", lib)], &known);
    refused(case("pub mod tree;\npub mod words;\n"), "words: is public");
    assert_eq!(case("pub mod tree;\nmod words;\n// pub mod words;\n"), Vec::<String>::new());
}
