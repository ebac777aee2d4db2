//! Publishing: all or nothing, nothing twice, and never over what somebody else put there.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::Path;
use std::time::SystemTime;

use crate::SMALL;
use crate::common::{Ran, Site, files_below};

/// Inode and time of each file of a folder.
fn identities(folder: &Path) -> BTreeMap<String, (u64, SystemTime)> {
    let identity = |path: &String| {
        let found = fs::symlink_metadata(folder.join(path)).expect("a file");
        (found.ino(), found.modified().expect("a time"))
    };
    files_below(folder).keys().map(|path| (path.clone(), identity(path))).collect()
}

#[track_caller]
fn built() -> Site {
    let site = Site::minimal();
    site.run(&["build"]).must_end_with(0);
    site
}

#[test]
fn a_second_build_touches_nothing() {
    let site = built();
    let before = identities(&site.path("output"));
    let ran = site.run(&["build"]);
    ran.must_end_with(0);
    assert!(ran.out.contains(" 0 written") && ran.out.contains(" 0 removed"), "{}", ran.out);
    assert_eq!(identities(&site.path("output")), before);
}

#[test]
fn only_files_that_differ_are_written() {
    let site = built();
    let (before, bytes) = (identities(&site.path("output")), site.output());
    site.replace("content/scores/2024.yaml", "ha-tang: 18.5", "ha-tang: 18.4");
    site.run(&["build"]).must_end_with(0);
    let (after, now) = (identities(&site.path("output")), site.output());
    let mut n = [0, 0];
    for (path, identity) in &after {
        let same = now[path] == bytes[path];
        assert_eq!(identity.0 == before[path].0, same, "{path} is a new file just where its bytes are new");
        n[usize::from(same)] += 1;
    }
    assert!(n[0] > 0 && n[1] > 0, "{n:?}");
}

#[test]
fn what_is_no_longer_of_the_site_goes() {
    let site = Site::minimal_with("//- content/pages/tam.vi.md\n---\ntitle: Tạm\n---\nx\n");
    assert!(site.build().contains_key("tam/index.html"));
    fs::remove_file(site.path("content/pages/tam.vi.md")).expect("the page goes");
    let files = site.build();
    assert!(!files.keys().any(|path| path.contains("tam/")));
    assert!(!site.path("output/tam").exists());
}

/// The style sheets of a theme's own in a site.
fn sheets(site: &Site) -> Vec<String> {
    let is_sheet = |path: &String| path.starts_with("assets/theme.");
    site.output().into_keys().filter(is_sheet).collect()
}

#[test]
fn an_asset_of_the_site_before_stays_for_one_build_more() {
    let site = Site::minimal();
    site.replace("content/site.yaml", "format: 1", "format: 1\ntheme: own");
    let sheet = |colour: &str| site.write("themes/own/assets/theme.css", format!("a {{ color: {colour} }}"));
    sheet("red");
    let red = sheets_of(&site, 1);
    sheet("green");
    let both = sheets_of(&site, 2);
    let inode = |path: &str| fs::metadata(site.path("output").join(path)).expect("a sheet").ino();
    let before = inode(&red[0]);
    // Nothing to publish: nothing is touched, and nothing goes.
    let ran = site.run(&["build"]);
    assert!(ran.out.contains(" 0 written") && ran.out.contains(" 0 removed"), "{}", ran.out);
    assert_eq!((sheets(&site), inode(&red[0])), (both.clone(), before));
    sheet("blue");
    let left = sheets_of(&site, 2);
    assert!(!left.contains(&red[0]), "{left:?}");
    let green = both.iter().find(|path| **path != red[0]).expect("the green one");
    assert!(left.contains(green), "{left:?}");
    // What is published otherwise is what a first build publishes.
    let mut files = site.output();
    files.remove(green);
    site.run(&["build", "--output", "elsewhere"]).must_end_with(0);
    assert!(files == files_below(&site.path("elsewhere")), "the same files");
    // A page alone changes: the asset of the site before is no longer asked for.
    site.replace("content/scores/2024.yaml", "ha-tang: 18.5", "ha-tang: 18.4");
    assert!(!sheets_of(&site, 1).contains(green));
    // An asset that is needed again is one of the site, and stays for one build more when it is not.
    sheet("green");
    assert!(sheets_of(&site, 2).contains(green));
    sheet("red");
    assert!(sheets_of(&site, 2).contains(green));
}

/// Builds a site; answers with its style sheets, which are so many.
#[track_caller]
fn sheets_of(site: &Site, count: usize) -> Vec<String> {
    site.run(&["build"]).must_end_with(0);
    let sheets = sheets(site);
    assert_eq!(sheets.len(), count, "{sheets:?}");
    sheets
}

#[test]
fn an_asset_of_the_site_before_that_somebody_changed_does_not_stay() {
    let site = Site::minimal();
    site.replace("content/site.yaml", "format: 1", "format: 1\ntheme: own");
    site.write("themes/own/assets/theme.css", "a { color: red }");
    let red = sheets_of(&site, 1);
    site.write(&format!("output/{}", red[0]), "x");
    site.write("themes/own/assets/theme.css", "a { color: green }");
    assert!(!sheets_of(&site, 1).contains(&red[0]));
}

#[test]
fn a_fault_leaves_the_published_site_as_it_is() {
    let site = built();
    let (before, bytes) = (identities(&site.path("output")), site.output());
    site.replace("content/scores/2024.yaml", "ha-tang: 18.5", "ha-tang: 999");
    let ran = site.run(&["build"]);
    ran.must_end_with(1);
    assert!(ran.err.contains("error[score-above-maximum]"), "{}", ran.err);
    assert_eq!(ran.out, "");
    assert_eq!((identities(&site.path("output")), site.output()), (before, bytes));
}

#[test]
fn a_fault_in_the_first_build_writes_nothing() {
    let site = Site::minimal();
    site.replace("content/scores/2024.yaml", "ha-tang: 18.5", "ha-tang: 999");
    site.run(&["build"]).must_end_with(1);
    assert!(!site.path("output").exists());
}

#[test]
fn warnings_fail_a_strict_build_and_leave_the_published_site_as_it_is() {
    let site = built();
    let bytes = site.output();
    site.replace("content/scores/2024.yaml", "{ ha-tang: 18.5, nhan-luc: 9 }", "{ ha-tang: 18 }");
    site.run(&["build", "--strict"]).must_end_with(1);
    assert_eq!(site.output(), bytes);
    site.run(&["build"]).must_end_with(0);
    assert_ne!(site.output(), bytes);
}

#[test]
fn a_site_that_nobody_may_read_is_not_published_in_part() {
    let site = built();
    let bytes = site.output();
    site.write("themes/own/templates/group.html", "{{ not_there }}");
    site.replace("content/site.yaml", "format: 1", "format: 1\ntheme: own");
    let ran = site.run(&["build"]);
    ran.must_end_with(1);
    assert!(ran.err.contains("themes/theme/group.html") || ran.err.contains("themes/own"), "{}", ran.err);
    assert_eq!(site.output(), bytes);
}

/// Runs a build that must be refused as wrong use, with a word on why.
#[track_caller]
fn refused(ran: &Ran, why: &str) {
    ran.must_end_with(2);
    assert!(ran.err.contains(why) && ran.err.contains("nothing was written"), "{}", ran.err);
    assert_eq!(ran.out, "");
}

#[test]
fn a_folder_with_other_files_is_refused() {
    let site = Site::minimal();
    site.write("output/letter.txt", "mine");
    refused(&site.run(&["build"]), "was not written by Scorebook");
    assert_eq!(site.output().keys().collect::<Vec<_>>(), ["letter.txt"]);
}

#[test]
fn a_foreign_file_in_the_published_site_is_refused() {
    let site = built();
    let before = site.output();
    site.write("output/2024/letter.txt", "mine");
    site.replace("content/scores/2024.yaml", "ha-tang: 18.5", "ha-tang: 18.4");
    refused(&site.run(&["build"]), "2024/letter.txt was not written by Scorebook");
    let mut after = site.output();
    assert_eq!(after.remove("2024/letter.txt").as_deref(), Some(b"mine".as_slice()));
    assert_eq!(after, before);
}

#[test]
fn dotfiles_stay() {
    let site = built();
    site.write("output/.git/config", "mine");
    site.write("output/.well", "mine too");
    for score in ["18.4", "18.3", "18.2"] {
        let text = site.read("content/scores/2024.yaml");
        let line = text.lines().find(|line| line.contains("so-y-te")).expect("a line").to_owned();
        site.replace("content/scores/2024.yaml", &line, &format!("    so-y-te: {{ ha-tang: {score}, nhan-luc: 9 }}"));
        site.run(&["build"]).must_end_with(0);
        assert_eq!((site.read("output/.git/config"), site.read("output/.well")), ("mine".into(), "mine too".into()));
    }
}

#[test]
fn a_page_that_somebody_changed_is_written_again() {
    let site = built();
    let before = site.output();
    site.write("output/index.html", "vandalised");
    site.run(&["build"]).must_end_with(0);
    assert_eq!(site.output(), before);
}

#[test]
fn an_output_in_the_input_is_refused() {
    let site = Site::minimal();
    refused(&site.run(&["build", "--output", "content/output"]), "lies in the input");
    refused(&site.run(&["build", "--output", "content"]), "contains the input");
    refused(&site.run(&["build", "--output", "."]), "contains the input");
    refused(&site.run(&["build", "--output", "/"]), "cannot be the output");
    assert!(!site.path("content/output").exists());
}

#[test]
fn a_symbolic_link_is_refused() {
    let site = Site::minimal();
    fs::create_dir(site.path("elsewhere")).expect("a folder");
    symlink(site.path("elsewhere"), site.path("output")).expect("a link");
    refused(&site.run(&["build"]), "is a symbolic link");
    assert_eq!(fs::read_dir(site.path("elsewhere")).expect("a folder").count(), 0);
}

#[test]
fn a_file_and_the_home_folder_are_refused() {
    let site = Site::minimal();
    site.write("output", "a file");
    refused(&site.run(&["build"]), "is not a folder");
    fs::create_dir(site.path("home")).expect("a folder");
    let home = site.path("home");
    let ran = site.run_with(&["build", "--output", "home"], &[("HOME", home.to_str().expect("a path"))]);
    refused(&ran, "is the home folder");
}

#[test]
fn a_link_in_the_content_is_refused() {
    let site = Site::minimal();
    symlink("/etc/hostname", site.path("content/secret.yaml")).expect("a link");
    let ran = site.run(&["build"]);
    ran.must_end_with(1);
    assert!(ran.err.contains("content/secret.yaml"), "{}", ran.err);
    assert!(!site.path("output").exists());
}

#[test]
fn files_of_the_publisher_are_copied_as_they_are() {
    let site = Site::minimal();
    let bytes = [0, 159, 146, 150, b'\r', b'\n'];
    site.write("content/static/logo.bin", bytes);
    assert_eq!(site.build()["static/logo.bin"], bytes);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let site = Site::new(SMALL);
    for (jobs, output) in [("1", "one"), ("4", "four"), ("64", "more")] {
        site.run(&["build", "--jobs", jobs, "--output", output]).must_end_with(0);
    }
    let one = files_below(&site.path("one"));
    assert!(one == files_below(&site.path("four")), "--jobs 4 differs from --jobs 1");
    assert!(one == files_below(&site.path("more")), "--jobs 64 differs from --jobs 1");
    let other = Site::new(SMALL);
    assert!(one == other.build(), "another folder gives other bytes");
}

#[test]
fn two_files_on_one_path_are_a_fault() {
    let site = Site::minimal_with("//- content/static/x.txt\na\n//- content/static/X.txt\nb\n");
    let ran = site.run(&["build"]);
    ran.must_end_with(1);
    assert!(ran.err.contains("error[path-twice]"), "{}", ran.err);
}

/// What is told of two files on one path, in English and Vietnamese; the fixture adds to the small site.
#[track_caller]
fn told_of_paths(more: &str, english: &[&str], vietnamese: &[&str]) {
    let site = Site::minimal_with(more);
    for (language, expected) in [("en", english), ("vi", vietnamese)] {
        let ran = site.run(&["--lang", language, "check", "--format", "short"]);
        ran.must_end_with(1);
        let told: Vec<&str> = ran.err.lines().filter(|line| line.contains("error[path-twice]")).collect();
        assert_eq!(told, expected);
    }
}

#[test]
fn addresses_that_clash_are_told_where_an_editor_wrote_them() {
    let page = |name: &str, aliases: &str| {
        format!("//- content/pages/{name}.vi.md\n---\ntitle: T\naliases: [{aliases}]\n---\nx\n")
    };
    // The name of a page and an alias; two aliases; an alias in two languages of a page, which is one mistake.
    let pages = page("moi", "cu, chung") + &page("quy-che", "moi, chung");
    let more = format!("{pages}{}", pages.replace(".vi.md", ".en.md"));
    told_of_paths(
        &more,
        &[
            "content/pages/quy-che.en.md:3:11: error[path-twice]: two files of the site would lie at moi/index.html",
            "content/pages/quy-che.en.md:3:16: error[path-twice]: two files of the site would lie at chung/index.html",
        ],
        &[
            "content/pages/quy-che.en.md:3:11: error[path-twice]: hai tệp của trang cùng nằm ở moi/index.html",
            "content/pages/quy-che.en.md:3:16: error[path-twice]: hai tệp của trang cùng nằm ở chung/index.html",
        ],
    );
    // The other place is told beside it.
    let site = Site::minimal_with(&more);
    let json = site.run(&["check", "--format", "json"]).out;
    assert!(json.contains("\"file\":\"content/pages/moi.en.md\",\"line\":3,\"column\":15"), "{json}");
}

#[test]
fn a_copied_file_on_the_path_of_another_is_told_by_its_own_name() {
    told_of_paths(
        "//- content/root/404.html\nx\n//- content/root/2024\nx\n//- content/static/A.txt\na\n//- content/static/a.txt\nb\n",
        &[
            "content/root/2024:1:1: error[path-twice]: two files of the site would lie at 2024 and 2024/criteria/ha-tang/index.html",
            "content/root/404.html:1:1: error[path-twice]: two files of the site would lie at 404.html",
            "content/static/a.txt:1:1: error[path-twice]: two files of the site would lie at static/a.txt and static/A.txt, one of them \
             from content/static/A.txt",
        ],
        &[
            "content/root/2024:1:1: error[path-twice]: hai tệp của trang cùng nằm ở 2024 và 2024/criteria/ha-tang/index.html",
            "content/root/404.html:1:1: error[path-twice]: hai tệp của trang cùng nằm ở 404.html",
            "content/static/a.txt:1:1: error[path-twice]: hai tệp của trang cùng nằm ở static/a.txt và static/A.txt, một tệp lấy từ \
             content/static/A.txt",
        ],
    );
}
