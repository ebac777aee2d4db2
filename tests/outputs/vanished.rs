//! Editions that are published and that the content no longer has: they stop the build until somebody says so.

use std::fs;

use crate::common::Site;

/// A published site of two editions.
#[track_caller]
fn two() -> Site {
    let site = Site::minimal();
    let older = site.read("content/scores/2024.yaml").replace("year: 2024", "year: 2023");
    site.write("content/scores/2023.yaml", older.replace("published: 2025", "published: 2024"));
    site.run(&["build"]).must_end_with(0);
    site
}

#[test]
fn an_edition_that_would_vanish_stops_the_build() {
    let site = two();
    let before = site.output();
    fs::remove_file(site.path("content/scores/2023.yaml")).expect("the file goes");
    let ran = site.run(&["build"]);
    ran.must_end_with(1);
    let english = "error[edition-vanished]: published and no longer in content/: 2023\n --> \
                   content/scores/2023.yaml:1:1\n  = help: put content/scores/2023.yaml back, or take it off the site with \
                   `scorebook build --remove 2023`: links to it will be dead\n  = help: `scorebook explain \
                   edition-vanished`\n\n1 error, 0 warnings in 4 files\n";
    assert_eq!((ran.err.as_str(), ran.out.as_str()), (english, ""));
    assert_eq!(site.run(&["check"]).err, english);
    let ran = site.run(&["--lang", "vi", "build"]);
    ran.must_end_with(1);
    let vietnamese = "lỗi[edition-vanished]: đã xuất bản nhưng không còn trong content/: 2023\n --> \
                      content/scores/2023.yaml:1:1\n  = gợi ý: đưa tệp content/scores/2023.yaml trở lại, hoặc gỡ khỏi \
                      trang web bằng `scorebook build --remove 2023`: các liên kết đến đó sẽ hỏng\n";
    assert!(ran.err.starts_with(vietnamese), "{}", ran.err);
    assert_eq!(site.run(&["--lang", "vi", "check"]).err, ran.err);
    assert_eq!(site.output(), before);
    site.run(&["build", "--remove", "2023"]).must_end_with(0);
    assert!(!site.path("output/2023").exists() && site.path("output/2024/index.html").exists());
    site.run(&["build"]).must_end_with(0);
}

#[test]
fn all_editions_that_would_vanish_are_told_at_once() {
    let site = two();
    fs::remove_dir_all(site.path("content/scores")).expect("the folder goes");
    let ran = site.run(&["build"]);
    ran.must_end_with(1);
    assert!(ran.err.contains("content/: 2023, 2024\n"), "{}", ran.err);
    assert!(ran.err.contains("`scorebook build --remove 2023 --remove 2024`"), "{}", ran.err);
}

#[test]
fn an_edition_that_became_a_draft_stops_the_build() {
    let site = two();
    site.replace("content/scores/2023.yaml", "status: official", "status: draft");
    let english = "error[edition-vanished]: published, and only a draft in content/: 2023\n \
                   --> content/scores/2023.yaml:3:9\n  |\n3 | status: draft\n  |         ^^^^^ the build would stop here\n  \
                   = help: give 2023 another `status`, publish it as a draft with `scorebook build --drafts`, or take it \
                   off the site with `scorebook build --remove 2023`: links to it will be dead\n";
    let vietnamese = "lỗi[edition-vanished]: đã xuất bản, nhưng trong content/ chỉ là bản nháp: 2023\n";
    let stopped = || {
        for (language, words) in [("en", english), ("vi", vietnamese)] {
            let [build, check] = ["build", "check"].map(|command| site.run(&["--lang", language, command]));
            build.must_end_with(1);
            assert!(build.err.starts_with(words), "{}", build.err);
            check.must_end_with(1);
            assert_eq!(check.err, build.err);
        }
    };
    stopped();
    assert!(site.path("output/2023/index.html").exists());
    site.run(&["check", "--drafts"]).must_end_with(0);
    site.run(&["build", "--drafts"]).must_end_with(0);
    // The site as it is published now has the draft on purpose: a build without it would still take it off.
    stopped();
    site.run(&["build", "--remove", "2023"]).must_end_with(0);
    assert!(!site.path("output/2023").exists());
}

#[test]
fn what_stays_or_never_was_is_not_removed() {
    let site = two();
    for (year, word) in [("2024", "content/ still has this edition"), ("2022", "there are 2023, 2024")] {
        let ran = site.run(&["build", "--remove", year]);
        ran.must_end_with(2);
        assert!(ran.err.contains(word), "{}", ran.err);
    }
}
