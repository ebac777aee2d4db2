//! Small inputs that once went wrong, one a file: what is said of them now, and that every command ends in words.

use std::collections::BTreeSet;
use std::fs;

use rayon::prelude::*;

use crate::common::{Site, repository};

/// The codes that `check` tells.
fn codes(said: &str) -> BTreeSet<&str> {
    let codes = said.lines().filter_map(|line| line.split_once("[").and_then(|(_, rest)| rest.split_once("]: ")));
    codes.map(|(code, _)| code).collect()
}

/// Runs every command on an input; its first line says which codes are told of it.
fn case(name: &str, text: &str) -> Result<(), String> {
    let expected = text.lines().next().and_then(|line| line.strip_prefix("told:")).unwrap_or_default();
    let site = Site::new(text);
    let check = site.run(&["check", "--format", "short"]);
    let told = codes(&check.err);
    if told != expected.split_whitespace().collect() {
        return Err(format!("{name}: told {told:?}\n{}", check.err));
    }
    let commands = [
        &["build"][..],
        &["build", "--drafts"],
        &["check", "--drafts", "--format", "json"],
        &["--lang", "vi", "check"],
        &["rank", "2024"],
        &["seal", "2024"],
        &["seal", "--verify"],
        &["diff", "2023", "2024"],
    ];
    for command in commands {
        let ran = site.run(command);
        if !(0..=2).contains(&ran.code) || ran.err.contains("panicked") {
            return Err(format!("{name}: {command:?} ended with {}\n{}", ran.code, ran.err));
        }
    }
    let built = site.path("output/index.html").exists();
    if built != check.err.lines().last().is_some_and(|line| line.starts_with("0 errors")) {
        return Err(format!("{name}: built: {built}, and check says\n{}", check.err));
    }
    Ok(())
}

#[test]
fn small_inputs_that_once_went_wrong_are_told_in_words() {
    let folder = repository().join("tests/hostile");
    let paths = fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path());
    let mut paths: Vec<_> = paths.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    paths.sort();
    assert!(paths.len() >= 12, "{} inputs", paths.len());
    let one = |path: &std::path::PathBuf| {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        case(&name, &fs::read_to_string(path).expect("a text"))
    };
    let wrong: Vec<String> = paths.par_iter().filter_map(|path| one(path).err()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
