//! `init`: a first site that builds at once, in each language, and that changes nothing that is there.

use std::fs;

use crate::common::{Files, Ran, Site, files_below, repository, text};

/// A site folder with nothing in it.
fn empty() -> Site {
    Site::new("")
}

/// Every file of a first site but those of its content.
const BESIDE: [&str; 10] = [
    ".github/workflows/scorebook.yml",
    ".gitignore",
    ".gitlab-ci.yml",
    ".vscode/extensions.json",
    "README.md",
    "schema/scheme.json",
    "schema/scores.json",
    "schema/site.json",
    "schema/units.json",
    "output/index.html",
];

/// Writes a first site, checks and builds it, and answers with all files but the pages.
#[track_caller]
fn begun(arguments: &[&str]) -> Files {
    let site = empty();
    let ran = site.run(&[&["init"], arguments].concat());
    ran.must_end_with(0);
    let files = files_below(&site.path(""));
    for end in ["check --strict", "build --strict"] {
        let ran = site.run(&end.split(' ').collect::<Vec<_>>());
        ran.must_end_with(0);
        assert!(!ran.err.contains("warning["), "{}", ran.err);
    }
    assert!(site.path("output/index.html").is_file());
    files
}

/// Asks for the first lines of a file, and that its schema is the one that the program prints.
#[track_caller]
fn begins(files: &Files, path: &str, kind: &str, up: &str, second: &str) {
    let lines: Vec<&str> = text(files, path).lines().take(2).collect();
    let schema = format!("# yaml-language-server: $schema={up}schema/{kind}.json");
    assert_eq!(lines, [schema.as_str(), second], "{path}");
    assert_eq!(text(files, &format!("schema/{kind}.json")), empty().run(&["schema", kind]).out);
}

#[test]
fn a_first_site_is_in_vietnamese_and_english() {
    let files = begun(&[]);
    let mut expected: Vec<&str> = BESIDE.into_iter().filter(|path| !path.starts_with("output/")).collect();
    let content = ["schemes/bo-2025.yaml", "scores/2025.yaml", "site.yaml", "units.yaml"];
    let content = content.map(|path| format!("content/{path}"));
    expected.extend(content.iter().map(String::as_str));
    expected.sort_unstable();
    assert_eq!(files.keys().collect::<Vec<_>>(), expected);
    begins(
        &files,
        "content/site.yaml",
        "site",
        "../",
        "# Tên gọi của ấn phẩm, cơ quan công bố và ngôn ngữ. Lệnh `scorebook schema site` cho biết mọi khoá.",
    );
    begins(
        &files,
        "content/schemes/bo-2025.yaml",
        "scheme",
        "../../",
        "# Bộ tiêu chí: mỗi tiêu chí có mã, tên và mức tối đa. Khi tiêu chí thay đổi, hãy tạo tệp mới, không sửa tệp này.",
    );
    let site = text(&files, "content/site.yaml");
    assert!(site.contains("\ntitle: { vi: Xếp hạng chuyển đổi số, en: Digital transformation rankings }\n"), "{site}");
    assert!(site.contains("\nlanguages: [vi, en]\n"), "{site}");
    assert!(text(&files, "README.md").starts_with("# Trang xếp hạng\n"));
}

#[track_caller]
fn in_languages(asked: &str, title: &str, languages: &str, readme: &str) {
    let files = begun(&["--lang", asked]);
    let site = text(&files, "content/site.yaml");
    for line in [title, languages] {
        assert!(site.lines().any(|other| other == line), "{asked}: {site}");
    }
    assert!(text(&files, "README.md").starts_with(readme));
    for (path, bytes) in &files {
        let marks = ["#vi ", "#en ", "@{", "@languages"];
        let said = String::from_utf8_lossy(bytes);
        assert!(path.starts_with("schema/") || marks.iter().all(|mark| !said.contains(mark)), "{path}: {said}");
    }
}

#[test]
fn the_languages_of_the_site_are_those_that_are_asked_for() {
    in_languages("vi", "title: Xếp hạng chuyển đổi số", "languages: [vi]", "# Trang xếp hạng\n");
    in_languages("en", "title: Digital transformation rankings", "languages: [en]", "# A site of rankings\n");
    let both = "title: { en: Digital transformation rankings, vi: Xếp hạng chuyển đổi số }";
    in_languages("en,vi", both, "languages: [en, vi]", "# A site of rankings\n");
}

#[test]
fn the_example_is_that_of_the_repository() {
    let files = begun(&["--example", "yen-bai"]);
    let mut own = files_below(&repository().join("content"));
    for (path, bytes) in &mut own {
        if path.ends_with(".yaml") {
            let line = text(&files, &format!("content/{path}")).lines().next().expect("a first line").to_owned();
            assert!(line.starts_with("# yaml-language-server: $schema=../"), "{path}: {line}");
            bytes.splice(..0, format!("{line}\n").into_bytes());
        }
    }
    let content =
        files.iter().filter_map(|(path, bytes)| Some((path.strip_prefix("content/")?.to_owned(), bytes.clone())));
    assert_eq!(content.collect::<Files>(), own);
}

#[test]
fn files_for_hosts_check_and_publish() {
    let files = begun(&[]);
    for (path, commands) in [
        (".github/workflows/scorebook.yml", ["scorebook check --format github", "scorebook build"]),
        (".gitlab-ci.yml", ["scorebook check", "scorebook build --output public"]),
    ] {
        let file = text(&files, path);
        for command in commands {
            let is_run = |line: &str| line.trim().trim_start_matches("- ").trim_start_matches("run: ") == command;
            assert!(file.lines().any(is_run), "{path}: {file}");
        }
        // The options are ones that the program has.
        for command in commands {
            let arguments: Vec<&str> = command.split(' ').skip(1).chain(["--help"]).collect();
            empty().run(&arguments).must_end_with(0);
        }
    }
    assert_eq!(text(&files, ".gitignore"), "/output/\n/.output.scorebook/\n");
}

#[track_caller]
fn told(ran: &Ran, code: i32, out: &str, err: &str) {
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (code, out, err));
}

#[test]
fn what_comes_next_is_said() {
    told(
        &empty().run(&["init"]),
        0,
        ".: 13 files\nNow `scorebook build`, then open output/index.html in a browser.\n",
        "",
    );
    told(
        &empty().run(&["--lang", "vi", "init", "xếp hạng 2026"]),
        0,
        "xếp hạng 2026: 13 tệp\n\
         Tiếp theo: `scorebook --site 'xếp hạng 2026' build`, rồi mở xếp hạng 2026/output/index.html bằng trình duyệt.\n",
        "",
    );
    told(
        &empty().run(&["--site", "a/b", "init", "--example", "yen-bai"]),
        0,
        "a/b: 22 files\nNow `scorebook --site a/b build`, then open a/b/output/index.html in a browser.\n",
        "",
    );
}

#[test]
fn nothing_that_is_there_is_changed() {
    let site = empty();
    site.write("site/notes.txt", "mine");
    let told_so = "error: site is not empty: `notes.txt` stands in it; choose a new or an empty folder\n";
    told(&site.run(&["init", "site"]), 2, "", told_so);
    let vietnamese = "lỗi: site không trống: trong đó có `notes.txt`; hãy chọn một thư mục mới hoặc trống\n";
    told(&site.run(&["--lang", "vi", "init", "site"]), 2, "", vietnamese);
    assert_eq!(files_below(&site.path("")).keys().collect::<Vec<_>>(), ["site/notes.txt"]);
    // A folder that git has made is as good as empty, one with a file that would be written is not.
    site.write("git/.git/HEAD", "ref");
    site.run(&["init", "git"]).must_end_with(0);
    assert_eq!(site.read("git/.git/HEAD"), "ref");
    let again = "error: git is not empty: `README.md` stands in it; choose a new or an empty folder\n";
    told(&site.run(&["init", "git"]), 2, "", again);
    site.write("own/.gitignore", "mine");
    let hidden = "error: own is not empty: `.gitignore` stands in it; choose a new or an empty folder\n";
    told(&site.run(&["init", "own"]), 2, "", hidden);
    assert_eq!(files_below(&site.path("own")).len(), 1);
}

#[test]
fn a_machine_that_refuses_leaves_nothing_behind() {
    let site = empty();
    site.write("file", "a file");
    let ran = site.run(&["init", "file/below"]);
    assert_eq!((ran.code, ran.out.as_str()), (3, ""), "{}", ran.err);
    // A link to nowhere in the place of a folder that has to be made.
    fs::create_dir(site.path("linked")).expect("a folder");
    std::os::unix::fs::symlink("nowhere/below", site.path("linked/.github")).expect("a link");
    let ran = site.run(&["init", "linked"]);
    assert_eq!((ran.code, ran.out.as_str()), (3, ""), "{}", ran.err);
    let left: Vec<_> = fs::read_dir(site.path("linked")).expect("a folder").flatten().map(|e| e.file_name()).collect();
    assert_eq!(left, [".github"]);
}

#[track_caller]
fn unfit(arguments: &[&str], expected: &str) {
    let ran = empty().run(&[&["--lang", "vi", "init"], arguments].concat());
    assert_eq!(ran.code, 2);
    assert!(ran.err.starts_with(expected), "{}", ran.err);
}

#[test]
fn languages_that_no_first_site_has_are_wrong_use() {
    for wrong in ["fr", "vi;en"] {
        unfit(&["--lang", wrong], &format!("lỗi: giá trị `{wrong}` của `--lang <LANGUAGES>` không dùng được"));
    }
    for empty in ["", "vi,"] {
        unfit(&["--lang", empty], "lỗi: tham số `--lang <LANGUAGES>` thiếu giá trị");
    }
    for twice in ["vi,vi", "vi,en,vi"] {
        unfit(&["--lang", twice], "lỗi: một ngôn ngữ được ghi hai lần trong --lang\n");
    }
    let only = "lỗi: ví dụ yen-bai có tiếng Việt và tiếng Anh; hãy bỏ --lang\n";
    unfit(&["--example", "yen-bai", "--lang", "vi"], only);
    unfit(&["--example", "hdi"], "lỗi: giá trị `hdi` của `--example <EXAMPLE>` không dùng được");
}
