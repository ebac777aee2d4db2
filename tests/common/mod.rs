//! The world of the integration tests: a site in a temporary folder, the program run on it, and what it wrote.

#![allow(dead_code, reason = "each test binary uses its own part of it")]

pub(crate) mod blessed;
pub(crate) mod html;
pub(crate) mod main_text;
pub(crate) mod numbers;
pub(crate) mod offices;
pub(crate) mod tree;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A site of two units and two criteria without a fault.
pub(crate) const MINIMAL: &str = include_str!("../data/minimal.txt");

/// Path and bytes of the files of a folder.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// A folder of its own with `content/` in it.
pub(crate) struct Site {
    folder: TempDir,
}

/// How a run of the program ended.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Site {
    /// The files of a fixture: each begins with a line `//- PATH`.
    #[track_caller]
    pub(crate) fn new(fixture: &str) -> Self {
        let site = Self { folder: tempfile::tempdir().expect("a temporary folder") };
        for (path, text) in split(fixture) {
            site.write(path, text);
        }
        site
    }

    /// The small site without a fault.
    #[track_caller]
    pub(crate) fn minimal() -> Self {
        Self::new(MINIMAL)
    }

    /// The small site with some of its files replaced, or others beside them.
    #[track_caller]
    pub(crate) fn minimal_with(fixture: &str) -> Self {
        let site = Self::minimal();
        for (path, text) in split(fixture) {
            site.write(path, text);
        }
        site
    }

    /// The example of the repository.
    #[track_caller]
    pub(crate) fn example() -> Self {
        let site = Self { folder: tempfile::tempdir().expect("a temporary folder") };
        for (path, bytes) in files_below(&repository().join("content")) {
            site.write(&format!("content/{path}"), bytes);
        }
        site
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    #[track_caller]
    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder is made");
        fs::write(path, text).expect("a file is written");
    }

    #[track_caller]
    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// Replaces a text that a file holds once.
    #[track_caller]
    pub(crate) fn replace(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert_eq!(text.matches(from).count(), 1, "{path} holds {from:?} once");
        self.write(path, text.replace(from, to));
    }

    /// Runs the program in the folder of the site.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, &[])
    }

    /// Runs the program with variables of its surroundings; otherwise these are empty and English.
    pub(crate) fn run_with(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Ran {
        let output = self.command(arguments).envs(variables.iter().copied()).output().expect("the program runs");
        Ran::of(&output)
    }

    /// The program in the folder of the site, in surroundings that are empty and English.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(assert_cmd::cargo::cargo_bin!("scorebook"));
        command.current_dir(self.folder.path()).args(arguments);
        for name in ["LC_ALL", "LC_MESSAGES", "NO_COLOR", "LANGUAGE"] {
            command.env_remove(name);
        }
        command.env("LANG", "C.UTF-8");
        command
    }

    /// Builds the site, which must work, and answers with what was written.
    #[track_caller]
    pub(crate) fn build(&self) -> Files {
        let ran = self.run(&["build"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        self.output()
    }

    /// The published files, without the publisher's own.
    pub(crate) fn output(&self) -> Files {
        files_below(&self.path("output"))
    }
}

impl Ran {
    /// How a run ended; a stream that was not read is empty.
    #[track_caller]
    pub(crate) fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text on the streams");
        Self { code: output.status.code().unwrap_or(-1), out: text(&output.stdout), err: text(&output.stderr) }
    }

    /// The lines of the faults, without the last one, which counts them.
    #[track_caller]
    pub(crate) fn faults(&self) -> Vec<&str> {
        let mut lines: Vec<&str> = self.err.lines().collect();
        lines.pop().expect("a last line");
        lines
    }

    #[track_caller]
    pub(crate) fn must_end_with(&self, code: i32) -> &Self {
        assert_eq!(self.code, code, "\nstandard output:\n{}\nstandard error:\n{}", self.out, self.err);
        self
    }
}

/// The folder of the repository.
pub(crate) fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Path and bytes of all files of a folder, without the publisher's own.
pub(crate) fn files_below(folder: &Path) -> Files {
    let mut files = Files::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(&at).unwrap_or_else(|error| panic!("{}: {error}", at.display())) {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("a path below").to_string_lossy().replace('\\', "/");
                files.insert(name, fs::read(&path).expect("a file that can be read"));
            }
        }
    }
    files.remove(".scorebook-manifest");
    files
}

/// The text of a file among some.
#[track_caller]
pub(crate) fn text<'f>(files: &'f Files, path: &str) -> &'f str {
    let bytes = files.get(path).unwrap_or_else(|| panic!("no file {path}"));
    std::str::from_utf8(bytes).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The rows of a CSV file, each as column → field.
#[track_caller]
pub(crate) fn csv_rows(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(|row| row.expect("a row with all its fields")).collect()
}

/// Splits a fixture at its lines `//- PATH`.
fn split(fixture: &str) -> impl Iterator<Item = (&str, &str)> {
    fixture.split("//- ").skip(1).map(|part| part.split_once('\n').expect("a line with a path"))
}
