//! Commands, options, exit codes, languages and colour.

use crate::common::{Ran, Site};

/// A site with one error and one warning.
fn faulty() -> Site {
    let site = Site::minimal();
    site.replace("content/scores/2024.yaml", "{ ha-tang: 18.5, nhan-luc: 9 }", "{ ha-tang: 99 }");
    site
}

#[track_caller]
fn case(arguments: &[&str], code: i32) -> Ran {
    let ran = Site::minimal().run(arguments);
    ran.must_end_with(code);
    ran
}

#[test]
fn done_is_0() {
    let checked = case(&["check"], 0);
    assert_eq!((checked.out.as_str(), checked.err.as_str()), ("", "0 errors, 0 warnings in 4 files\n"));
    let built = case(&["build"], 0);
    assert_eq!(built.err, "");
    assert!(
        built.out.starts_with("./output: 1 edition, ") && built.out.ends_with(" 0 unchanged, 0 removed\n"),
        "{}",
        built.out
    );
    case(&["--version"], 0);
}

#[test]
fn faults_in_the_input_are_1() {
    for arguments in [&["check"][..], &["build"], &["check", "--format", "json"], &["check", "--format", "sarif"]] {
        faulty().run(arguments).must_end_with(1);
    }
}

#[test]
fn wrong_use_is_2() {
    for arguments in [
        &[][..],
        &["bild"],
        &["check", "--formt", "json"],
        &["check", "--format", "xml"],
        &["build", "--jobs", "0"],
        &["build", "--jobs", "many"],
        &["build", "--url", "example.org"],
        &["build", "--url", "javascript:alert(1)"],
        &["build", "--url", "https://example.org/?x=1"],
        &["--lang", "fr", "check"],
        &["--site", "nowhere", "check"],
        &["--site", "content", "build"],
    ] {
        let ran = case(arguments, 2);
        assert!(!ran.err.is_empty(), "{arguments:?} says why");
        assert_eq!(ran.out, "", "{arguments:?}");
    }
}

#[test]
fn a_machine_that_refuses_is_3() {
    let site = Site::minimal();
    site.write("file", "in the way");
    let ran = site.run(&["build", "--output", "file/output"]);
    ran.must_end_with(3);
    assert!(ran.err.starts_with("error: ") && ran.err.contains("file"), "{}", ran.err);
    assert_eq!(ran.out, "");
}

#[test]
fn a_folder_without_content_is_named() {
    let ran = case(&["--site", "nowhere", "check"], 2);
    assert!(ran.err.contains("nowhere/content") && ran.err.contains("--site DIR"), "{}", ran.err);
}

#[test]
fn warnings_fail_only_when_strict() {
    let site = Site::minimal();
    site.replace("content/scores/2024.yaml", "{ ha-tang: 18.5, nhan-luc: 9 }", "{ ha-tang: 18.5 }");
    for command in ["check", "build"] {
        let ran = site.run(&[command]);
        assert!(ran.err.contains("warning[score-left-out]"), "{}", ran.err);
        assert!(ran.must_end_with(0).err.ends_with("0 errors, 1 warning in 4 files\n"));
        site.run(&[command, "--strict"]).must_end_with(1);
    }
}

#[test]
fn drafts_are_checked_and_built_when_asked_for() {
    let site = Site::minimal();
    site.replace("content/scores/2024.yaml", "status: official", "status: draft");
    let second = site.read("content/scores/2024.yaml").replace("year: 2024", "year: 2023").replace("draft", "official");
    site.write("content/scores/2023.yaml", second.replace("published: 2025", "published: 2024"));
    assert!(!site.build().contains_key("2024/index.html"));
    site.run(&["build", "--drafts"]).must_end_with(0);
    assert!(site.output().contains_key("2024/index.html"));
    site.replace("content/scores/2024.yaml", "ha-tang: 18.5", "ha-tang: 99");
    // Where the draft is published, the site without it would lose an edition.
    let elsewhere = ["check", "--output", "elsewhere"];
    for (arguments, code) in
        [(&elsewhere[..], 0), (&["check"], 1), (&["check", "--drafts"], 1), (&["build", "--drafts"], 1)]
    {
        site.run(arguments).must_end_with(code);
    }
}

#[test]
fn check_and_build_say_the_same_of_drafts() {
    let site = Site::minimal_with("//- content/pages/tin.vi.md\n---\ntitle: Tin\n---\n[Nháp](../2024/index.html)\n");
    let second = site.read("content/scores/2024.yaml").replace("year: 2024", "year: 2023");
    site.write("content/scores/2023.yaml", second.replace("published: 2025", "published: 2024"));
    site.replace("content/scores/2024.yaml", "status: official", "status: draft");
    for (drafts, code) in [(&[][..], 1), (&["--drafts"], 0)] {
        let [check, build] = ["check", "build"].map(|command| {
            let ran = site.run(&[&[command, "--strict"], drafts].concat());
            ran.must_end_with(code);
            ran.err
        });
        assert_eq!(check.contains("warning[link-dead]"), code == 1, "{check}");
        if code == 1 {
            assert_eq!(check, build);
        }
    }
}

#[test]
fn a_site_in_another_folder_is_built_there() {
    let site = Site::minimal();
    let other = Site::minimal();
    let folder = other.path("");
    let ran = site.run(&["--site", folder.to_str().expect("a path"), "build"]);
    ran.must_end_with(0);
    assert!(!site.path("output").exists() && other.path("output/index.html").exists());
    let faults = faulty();
    let ran = site.run(&["--site", faults.path("").to_str().expect("a path"), "check", "--format", "short"]);
    assert!(ran.err.starts_with("content/scores/2024.yaml:"), "paths begin at the site folder: {}", ran.err);
}

#[test]
fn the_address_of_the_command_line_wins() {
    let site = Site::minimal();
    site.run(&["build", "--url", "https://example.net/x"]).must_end_with(0);
    let home = site.read("output/index.html");
    assert!(home.contains("https://example.net/x/index.html") && !home.contains("example.org/xep-hang"));
}

#[track_caller]
fn help(arguments: &[&str], words: &[&str]) {
    let ran = case(arguments, 0);
    for word in words {
        assert!(ran.out.contains(word), "{arguments:?} does not say {word:?}:\n{}", ran.out);
    }
}

#[test]
fn help_says_what_commands_do() {
    help(&["--help"], &["yearly rankings", "build", "check", "--site", "--lang", "--color", "content/"]);
    help(&["help"], &["build", "check"]);
    help(&["schema", "--help"], &["KIND", "site, units, scheme or scores", "yaml-language-server"]);
    help(
        &["check", "--help"],
        &["--format", "human", "short", "json", "github", "sarif", "--strict", "Exit code 0", "without writing"],
    );
    help(
        &["build", "--help"],
        &["--output", "--url", "--drafts", "--strict", "--jobs", "all or nothing", "output/", "refused"],
    );
    help(&["build", "-h"], &["Where the site is written", "How many threads are used"]);
}

#[track_caller]
fn speaks_vietnamese(arguments: &[&str], variables: &[(&str, &str)], expected: bool) {
    let ran = faulty().run_with(arguments, variables);
    ran.must_end_with(1);
    let [found, other] = if expected {
        ["vượt mức tối đa", "above its maximum"]
    } else {
        ["above its maximum", "vượt mức tối đa"]
    };
    assert!(ran.err.contains(found) && !ran.err.contains(other), "{arguments:?} {variables:?}\n{}", ran.err);
    let last = if expected { "1 lỗi, 1 cảnh báo trong 4 tệp\n" } else { "1 error, 1 warning in 4 files\n" };
    assert!(ran.err.ends_with(last), "{}", ran.err);
}

#[test]
fn messages_are_in_the_language_that_is_asked_for() {
    speaks_vietnamese(&["--lang", "vi", "check"], &[], true);
    speaks_vietnamese(&["--lang", "vi", "build"], &[], true);
    speaks_vietnamese(&["check"], &[("LANG", "vi_VN.UTF-8")], true);
    speaks_vietnamese(&["check"], &[("LANG", "vi_VN")], true);
    speaks_vietnamese(&["check"], &[("LANG", "en_US.UTF-8"), ("LC_ALL", "vi_VN.UTF-8")], true);
    speaks_vietnamese(&["--lang", "en", "check"], &[("LANG", "vi_VN.UTF-8")], false);
    speaks_vietnamese(&["check"], &[("LANG", "vi_VN.UTF-8"), ("LC_ALL", "C")], false);
    speaks_vietnamese(&["check"], &[], false);
}

#[test]
fn a_build_says_what_it_did_in_the_language_that_is_asked_for() {
    let ran = Site::minimal().run(&["--lang", "vi", "build"]);
    ran.must_end_with(0);
    assert!(ran.out.contains("1 kỳ") && ran.out.contains("giữ nguyên 0"), "{}", ran.out);
}

#[track_caller]
fn has_colour(arguments: &[&str], variables: &[(&str, &str)], expected: bool) {
    let ran = faulty().run_with(arguments, variables);
    assert_eq!(ran.err.contains('\u{1b}'), expected, "{arguments:?} {variables:?}\n{}", ran.err);
    assert!(!ran.out.contains('\u{1b}'), "{}", ran.out);
}

#[test]
fn colour_is_for_terminals_or_where_it_is_asked_for() {
    has_colour(&["check"], &[], false);
    has_colour(&["check", "--color", "always"], &[], true);
    has_colour(&["--color", "always", "check", "--format", "short"], &[], true);
    has_colour(&["check", "--color", "always"], &[("NO_COLOR", "1")], true);
    has_colour(&["check", "--color", "never"], &[], false);
    has_colour(&["check", "--color", "always", "--format", "json"], &[], false);
    has_colour(&["check", "--color", "always", "--format", "github"], &[], false);
}
