//! Streams that do not take what is written: pipes that nobody reads any more, and full disks.

use std::fs::OpenOptions;
use std::io::{BufRead as _, BufReader};
use std::process::Stdio;
use std::sync::OnceLock;

use rayon::prelude::*;

use crate::common::{Ran, Site};

/// Calls of every command, those that end with each exit code among them.
const CALLS: [&[&str]; 31] = [
    &[],
    &["--help"],
    &["--version"],
    &["help"],
    &["help", "build"],
    &["check", "--help"],
    &["bild"],
    &["check"],
    &["check", "--format", "short"],
    &["check", "--format", "json"],
    &["check", "--format", "github"],
    &["check", "--format", "sarif"],
    &["--site", "nowhere", "check"],
    &["build"],
    &["build", "--output", "content"],
    &["diff", "2023", "2024"],
    &["diff", "2023", "2025"],
    &["explain"],
    &["explain", "score-above-maximum"],
    &["explain", "nothing"],
    &["rank", "2024"],
    &["rank", "2024", "--format", "csv"],
    &["rank", "1999"],
    &["schema"],
    &["schema", "scores"],
    &["seal", "2024"],
    &["seal", "--verify"],
    &["theme", "eject", "own"],
    &["verify", "content"],
    &["verify", "content", "--format", "json"],
    &["verify", "nowhere"],
];

/// Calls whose end depends on the content.
fn reads_content(call: &[&str]) -> bool {
    call.first().is_some_and(|command| ["check", "build", "diff", "rank", "seal"].contains(command))
}

/// A site of two editions without a fault.
fn fine() -> Site {
    let site = Site::minimal();
    let before = site.read("content/scores/2024.yaml").replace("year: 2024", "year: 2023");
    site.write("content/scores/2023.yaml", before.replace("published: 2025", "published: 2024"));
    site
}

/// The same with an error.
fn faulty() -> Site {
    let site = fine();
    site.replace("content/scores/2024.yaml", "ha-tang: 18.5", "ha-tang: 99");
    site
}

/// The same with a warning.
fn warned() -> Site {
    let site = fine();
    site.replace("content/scores/2024.yaml", "{ ha-tang: 18.5, nhan-luc: 9 }", "{ ha-tang: 18.5 }");
    site
}

/// What stands behind a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Behind {
    /// Somebody who reads everything.
    Reader,
    /// A pipe whose reader has gone.
    Nobody,
    /// A full disk.
    FullDisk,
}

impl Behind {
    fn stream(self) -> Stdio {
        match self {
            Self::Reader => Stdio::piped(),
            // Its reader is dropped at once.
            Self::Nobody => std::io::pipe().expect("a pipe").1.into(),
            Self::FullDisk => OpenOptions::new().write(true).open("/dev/full").expect("/dev/full").into(),
        }
    }
}

fn run(site: &Site, arguments: &[&str], [out, err]: [Behind; 2]) -> Ran {
    let mut command = site.command(arguments);
    let child = command.stdout(out.stream()).stderr(err.stream()).spawn().expect("the program runs");
    // The command keeps an end of each pipe for itself.
    drop(command);
    Ran::of(&child.wait_with_output().expect("the program ends"))
}

/// A call on a site.
type Call = (fn() -> Site, &'static [&'static str]);

/// Every call on a site without a fault, and those that read the content on one with an error.
fn calls() -> Vec<Call> {
    let all = CALLS.into_iter().map(|call| (fine as fn() -> Site, call));
    all.chain(CALLS.into_iter().filter(|call| reads_content(call)).map(|call| (faulty as fn() -> Site, call))).collect()
}

/// How a call ends on a new site; the folder of the site is called `SITE`.
fn ends((site, call): Call, behind: [Behind; 2]) -> Ran {
    let site = site();
    let Ran { code, out, err } = run(&site, call, behind);
    let folder = site.path("").to_string_lossy().trim_end_matches('/').to_owned();
    Ran { code, out: out.replace(&folder, "SITE"), err: err.replace(&folder, "SITE") }
}

/// Compares how every call ends with streams of a kind with how it ends when both are read.
#[track_caller]
fn each(behind: [Behind; 2], case: impl Fn(&[&str], &Ran, &Ran) + Sync) {
    static USUAL: OnceLock<Vec<Ran>> = OnceLock::new();
    let all = |behind: [Behind; 2]| calls().into_par_iter().map(|call| ends(call, behind)).collect::<Vec<Ran>>();
    let usual = USUAL.get_or_init(|| all([Behind::Reader; 2]));
    let ended: Vec<_> = calls().into_iter().zip(all(behind)).collect();
    assert_eq!(ended.len(), usual.len());
    for (((_, call), ran), usual) in ended.iter().zip(usual) {
        assert!((0..=2).contains(&usual.code), "{call:?}\n{}", usual.err);
        case(call, usual, ran);
    }
}

#[test]
fn a_reader_that_has_gone_changes_nothing() {
    use Behind::{Nobody, Reader};
    each([Nobody, Reader], |call, usual, ran| {
        assert_eq!((ran.code, &ran.err), (usual.code, &usual.err), "{call:?} | true");
    });
    each([Reader, Nobody], |call, usual, ran| {
        assert_eq!((ran.code, &ran.out), (usual.code, &usual.out), "{call:?} 2>&1 >file | true");
    });
    each([Nobody, Nobody], |call, usual, ran| assert_eq!(ran.code, usual.code, "{call:?} 2>&1 | true"));
}

#[test]
fn a_full_disk_is_told_on_standard_error_and_ends_with_3() {
    use Behind::{FullDisk, Reader};
    let full = "error: standard output: No space left on device (os error 28)";
    each([FullDisk, Reader], |call, usual, ran| {
        if usual.out.is_empty() {
            return assert_eq!((ran.code, &ran.err), (usual.code, &usual.err), "{call:?} >/dev/full");
        }
        assert_eq!(ran.code, 3, "{call:?} >/dev/full\n{}", ran.err);
        let told = ran.err.lines().filter(|line| line.starts_with(full)).count();
        assert_eq!(told, 1, "{call:?} >/dev/full\n{}", ran.err);
    });
}

#[test]
fn messages_on_a_full_disk_end_with_3_and_leave_standard_output_to_the_result() {
    use Behind::{FullDisk, Reader};
    each([Reader, FullDisk], |call, usual, ran| {
        assert_eq!(ran.code, if usual.err.is_empty() { usual.code } else { 3 }, "{call:?} 2>/dev/full");
        assert!(usual.out.starts_with(&ran.out), "{call:?} 2>/dev/full\n{}", ran.out);
    });
    each([FullDisk, FullDisk], |call, usual, ran| {
        let is_silent = usual.out.is_empty() && usual.err.is_empty();
        assert_eq!(ran.code, if is_silent { usual.code } else { 3 }, "{call:?} >/dev/full 2>/dev/full");
    });
}

#[test]
fn a_reader_that_goes_in_the_middle_has_seen_enough() {
    let site = Site::minimal();
    let lines: String = (0..3000).map(|n| format!("    nobody-{n}: {{ ha-tang: 1, nhan-luc: 1 }}\n")).collect();
    site.write(
        "content/scores/2024.yaml",
        format!("year: 2024\nscheme: thu\nstatus: official\nscores:\n  so:\n{lines}"),
    );
    let whole = site.run(&["check", "--format", "github"]);
    assert!(whole.out.len() > 1 << 17, "more than a pipe holds");
    let mut command = site.command(&["check", "--format", "github"]);
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program runs");
    let mut first = String::new();
    let mut reader = BufReader::new(child.stdout.take().expect("a pipe"));
    reader.read_line(&mut first).expect("a line");
    drop(reader);
    let ran = Ran::of(&child.wait_with_output().expect("the program ends"));
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    assert_eq!(whole.out.lines().next(), Some(first.trim_end()));
}

/// A command that does something, and then cannot say so: what stands on standard error, and which file is there.
#[track_caller]
fn done_and_not_told(arguments: &[&str], done: &str, there: &str) {
    let site = Site::minimal();
    let ran = run(&site, arguments, [Behind::FullDisk, Behind::Reader]);
    ran.must_end_with(3);
    assert_eq!(ran.err, format!("{done}\n"));
    assert!(site.path(there).exists(), "{there}");
}

#[test]
fn what_was_done_and_could_not_be_told_is_told_as_done() {
    let full = "No space left on device (os error 28)";
    let english = |done: &str| format!("error: standard output: {full}; {done}");
    done_and_not_told(&["build"], &english("the site was published"), "output/index.html");
    done_and_not_told(&["seal", "2024"], &english("the seal was written"), "content/sealed/2024.yaml");
    done_and_not_told(&["theme", "eject", "own"], &english("the theme was written"), "themes/own/templates");
    let vietnamese = "lỗi: đầu ra chuẩn: đĩa đã đầy; trang web đã được xuất bản";
    done_and_not_told(&["--lang", "vi", "build"], vietnamese, "output/index.html");
}

#[test]
fn a_site_whose_warnings_cannot_be_told_is_not_published() {
    let site = warned();
    run(&site, &["build"], [Behind::Reader, Behind::FullDisk]).must_end_with(3);
    assert!(!site.path("output").exists());
    run(&site, &["build"], [Behind::Reader, Behind::Nobody]).must_end_with(0);
    assert!(site.path("output/index.html").exists(), "a reader that has gone keeps no site from being published");
}
