//! The word of an enum's value stands in its table in `src/model` and nowhere else: decoders, seals, exports and keys of
//! phrases take it from there.

use crate::{Source, holds, program, refused};

/// Words that mean nothing but the value of an enum; others, such as `rank`, name more than that.
const WORDS: [&str; 19] = [
    "geometric-mean",
    "dense",
    "modified",
    "average",
    "ordinal",
    "ascending",
    "half-up",
    "half-even",
    "rescale",
    "min-max",
    "z-score",
    "withdrawn",
    "revision",
    "approval",
    "unpublished",
    "withheld",
    "at_least_percent",
    "github-pages",
    "netlify",
];

/// Where a word stands as a text of its own outside of the tables.
fn elsewhere(files: &[Source]) -> Vec<String> {
    let mut broken = Vec::new();
    for source in files.iter().filter(|source| source.module() != "model") {
        for (number, line) in source.code() {
            let words = WORDS.iter().filter(|word| line.contains(&format!("\"{word}\"")));
            broken.extend(
                words.map(|word| format!("{}:{number}: {word:?} is a word of a table in src/model", source.path)),
            );
        }
    }
    broken
}

#[test]
fn words_of_enums_stand_in_one_table() {
    let program = program();
    holds(elsewhere(&program));
    let model: String = program.iter().filter(|s| s.module() == "model").map(|s| s.text.as_str()).collect();
    let lost: Vec<&str> = WORDS
        .into_iter()
        .filter(|word| [" = ", "word: "].iter().all(|before| !model.contains(&format!("{before}\"{word}\""))))
        .collect();
    assert!(lost.is_empty(), "no table has {lost:?}");
}

#[test]
fn a_second_table_is_refused() {
    let case = |text: &str| elsewhere(&[Source::new("src/say/ties.rs", text)]);
    refused(case("match ties { Ties::Dense => \"dense\" }"), "src/say/ties.rs:1: \"dense\"");
    assert_eq!(case("page.say(\"ties.dense\", &[]); // \"dense\"\n"), Vec::<String>::new());
    assert_eq!(elsewhere(&[Source::new("src/model/scheme.rs", "Dense = \"dense\"")]), Vec::<String>::new());
}
