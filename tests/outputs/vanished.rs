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
    let english = "error: published and no longer in content/: 2023; nothing was written\n  = help: put \
                   content/scores/2023.yaml back, or take it off the site with `scorebook build --remove 2023`: links to \
                   it will be dead\n";
    assert_eq!((ran.err.as_str(), ran.out.as_str()), (english, ""));
    let ran = site.run(&["--lang", "vi", "build"]);
    ran.must_end_with(1);
    let vietnamese = "lỗi: đã xuất bản nhưng không còn trong content/: 2023; chưa ghi gì\n  = gợi ý: đưa tệp \
                      content/scores/2023.yaml trở lại, hoặc gỡ khỏi trang web bằng `scorebook build --remove 2023`: các \
                      liên kết đến đó sẽ hỏng\n";
    assert_eq!(ran.err, vietnamese);
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
    assert!(ran.err.contains("content/: 2023, 2024; nothing was written"), "{}", ran.err);
    assert!(ran.err.contains("`scorebook build --remove 2023 --remove 2024`"), "{}", ran.err);
}

#[test]
fn an_edition_that_became_a_draft_stops_the_build() {
    let site = two();
    site.replace("content/scores/2023.yaml", "status: official", "status: draft");
    let ran = site.run(&["build"]);
    ran.must_end_with(1);
    assert!(ran.err.starts_with("error: published, and now a draft in content/: 2023;"), "{}", ran.err);
    assert!(site.path("output/2023/index.html").exists());
    site.run(&["build", "--drafts"]).must_end_with(0);
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
