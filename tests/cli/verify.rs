//! `verify` of a folder: what was broken in a published site is told in exact words, and nothing else is.

use std::fs;
use std::os::unix::fs::symlink;
use std::sync::OnceLock;

use serde_json::Value;

use crate::common::{Files, Site};

/// The small site as it is published.
fn published() -> &'static Files {
    static BUILT: OnceLock<Files> = OnceLock::new();
    BUILT.get_or_init(|| Site::minimal().build())
}

/// A folder of its own with the published site in `output/`.
pub(super) fn output() -> Site {
    let site = Site::minimal();
    published().iter().for_each(|(path, bytes)| site.write(&format!("output/{path}"), bytes));
    site
}

/// What is told of the published site after something was done to it, in English and in Vietnamese.
#[track_caller]
fn case(change: impl Fn(&Site), english: &[&str], vietnamese: &[&str]) {
    let site = output();
    change(&site);
    let code = i32::from(english.iter().any(|line| line.contains(": error[")));
    let told = |lang: &str| {
        let ran = site.run(&["--lang", lang, "verify", "output", "--format", "short"]);
        ran.must_end_with(code);
        assert_eq!(ran.out, "");
        ran.faults().into_iter().map(str::to_owned).collect::<Vec<String>>()
    };
    assert_eq!(told("en"), english);
    assert_eq!(told("vi"), vietnamese);
}

/// Replaces a text in a published file.
fn replace(site: &Site, path: &str, from: &str, to: &str) {
    site.replace(&format!("output/{path}"), from, to);
}

#[test]
fn a_site_as_it_was_published_is_fine() {
    let site = output();
    let n = published().len();
    let ran = site.run(&["verify", "output"]);
    ran.must_end_with(0);
    assert_eq!((ran.out.as_str(), ran.err), ("", format!("0 errors, 0 warnings in {n} files\n")));
    let ran = site.run(&["--lang", "vi", "verify", "output"]);
    assert_eq!(ran.err, format!("0 lỗi, 0 cảnh báo trong {n} tệp\n"));
    let ran = site.run(&["verify", "output", "--content", "--strict"]);
    assert_eq!((ran.code, ran.err), (0, format!("0 errors, 0 warnings in {n} files\n")));
    let ran = site.run(&["verify", "output", "--format", "json"]);
    assert_eq!(ran.out, "{\"version\":1,\"errors\":0,\"warnings\":0,\"faults\":[]}\n");
}

#[test]
fn the_example_is_fine_as_it_is_built() {
    let site = Site::example();
    let n = site.build().len();
    let ran = site.run(&["verify", "output", "--strict"]);
    ran.must_end_with(0);
    assert_eq!(ran.err.lines().last(), Some(format!("0 errors, 0 warnings in {n} files").as_str()), "{}", ran.err);
}

#[test]
fn what_others_leave_behind_is_named_and_no_fault() {
    case(
        |site| {
            // The mark is that of the bytes: the first digits of the SHA-256 of `x`.
            site.write("output/assets/old.2d711642b7.js", "x");
            for path in [".scorebook-manifest", ".nojekyll", ".git/config", "2024/.DS_Store", "Thumbs.db"] {
                site.write(&format!("output/{path}"), "x");
            }
        },
        &[
            "note: Scorebook's own record, which is no part of the site: `.scorebook-manifest`",
            "note: of a build before, kept for pages in caches: `assets/old.2d711642b7.js`",
            "note: in the root and no part of the site, since the name begins with a dot: `.git`, `.nojekyll`",
            "note: left behind by a system, no part of the site: `2024/.DS_Store`, `Thumbs.db`",
        ],
        &[
            "lưu ý: tệp ghi chép riêng của Scorebook, không thuộc trang web: `.scorebook-manifest`",
            "lưu ý: thuộc lần dựng trước, giữ lại cho các trang còn trong bộ nhớ đệm: `assets/old.2d711642b7.js`",
            "lưu ý: nằm ở gốc nhưng không thuộc trang web vì tên bắt đầu bằng dấu chấm: `.git`, `.nojekyll`",
            "lưu ý: do hệ điều hành để lại, không thuộc trang web: `2024/.DS_Store`, `Thumbs.db`",
        ],
    );
}

#[test]
fn a_file_for_a_host_that_was_changed_by_hand_is_named_and_no_fault() {
    let site = Site::minimal();
    site.replace("content/site.yaml", "languages: [vi, en]", "languages: [vi, en]\nhosting: [apache]");
    let n = site.build().len();
    site.write("output/.htaccess", "Options -Indexes\n");
    site.write("output/_headers", "/*\n");
    for more in [&[][..], &["--content"]] {
        let ran = site.run(&[&["verify", "output", "--strict"][..], more].concat());
        ran.must_end_with(0);
        let told = "note: for the host, and not as Scorebook wrote it, which a build keeps so: `.htaccess`, `_headers`";
        assert_eq!(ran.err.lines().nth(1), Some(told), "{}", ran.err);
        assert_eq!(ran.err.lines().last(), Some(format!("0 errors, 0 warnings in {} files", n + 1).as_str()));
    }
    let ran = site.run(&["--lang", "vi", "verify", "output"]);
    let told = "lưu ý: dành cho máy chủ và khác với bản Scorebook đã ghi, lần dựng sau vẫn giữ nguyên: `.htaccess`, `_headers`";
    assert_eq!(ran.err.lines().nth(1), Some(told), "{}", ran.err);
}

#[test]
fn files_that_are_missing_changed_or_foreign_are_told() {
    let scores = "2024/data/scores.csv";
    case(
        |site| replace(site, scores, "18.5", "19.5"),
        &["2024/data/scores.csv:1:1: error[published-file-changed]: `2024/data/scores.csv` is not as it was published"],
        &["2024/data/scores.csv:1:1: error[published-file-changed]: `2024/data/scores.csv` khác với khi xuất bản"],
    );
    case(
        |site| {
            site.write("output/2023/index.html", "<!DOCTYPE html>\n<title>x</title>\n</html>\n");
            site.write("output/2024/.hidden", "x");
            site.write("output/assets/old.2d711642b7.js", "y");
        },
        &[
            "2023/index.html:1:1: error[published-file-foreign]: `2023/index.html` is not on the list: it was not published \
             with this site",
            "2024/.hidden:1:1: error[published-file-foreign]: `2024/.hidden` is not on the list: it was not published with \
             this site",
            "assets/old.2d711642b7.js:1:1: error[published-file-foreign]: `assets/old.2d711642b7.js` is not on the list: it was \
             not published with this site",
        ],
        &[
            "2023/index.html:1:1: error[published-file-foreign]: `2023/index.html` không có trong danh sách: tệp không được \
             xuất bản cùng trang web này",
            "2024/.hidden:1:1: error[published-file-foreign]: `2024/.hidden` không có trong danh sách: tệp không được xuất \
             bản cùng trang web này",
            "assets/old.2d711642b7.js:1:1: error[published-file-foreign]: `assets/old.2d711642b7.js` không có trong danh sách: \
             tệp không được xuất bản cùng trang web này",
        ],
    );
    // Links to it are not told as well: all have one cause.
    case(
        |site| fs::remove_file(site.path("output/2024/data/scores.csv")).expect("removed"),
        &[
            "2024/data/scores.csv:1:1: error[published-file-missing]: `2024/data/scores.csv` is on the list and is not there",
        ],
        &[
            "2024/data/scores.csv:1:1: error[published-file-missing]: `2024/data/scores.csv` có trong danh sách nhưng không có \
             trên trang web",
        ],
    );
}

/// Changes the bytes of the methodology page and says how that is told.
#[track_caller]
fn changed(change: impl Fn(String) -> Vec<u8>, english: &str, vietnamese: &str) {
    let page = "methodology/index.html";
    let site = output();
    site.write(&format!("output/{page}"), change(site.read(&format!("output/{page}"))));
    let told =
        |lang: &str| site.run(&["--lang", lang, "verify", "output", "--format", "short"]).must_end_with(1).err.clone();
    let en = format!("{page}:1:1: error[published-file-changed]: `{page}` is not as it was published: {english}\n");
    assert!(told("en").contains(&en), "{}", told("en"));
    let vi = format!("{page}:1:1: error[published-file-changed]: `{page}` khác với khi xuất bản: {vietnamese}\n");
    assert!(told("vi").contains(&vi), "{}", told("vi"));
}

#[test]
fn how_a_page_was_changed_on_its_way_is_told() {
    changed(
        |page| page.replace('\n', "\r\n").into_bytes(),
        "its lines end as those of Windows do (CR LF)",
        "các dòng kết thúc theo kiểu Windows (CR LF)",
    );
    changed(
        |page| page.replace("</body>", "<script>track()</script></body>").into_bytes(),
        "a host or CDN put a script into it on the way",
        "máy chủ hoặc CDN đã chèn mã vào trang",
    );
    changed(
        |page| page.lines().map(str::trim).collect::<String>().into_bytes(),
        "a host or CDN squeezed it on the way (minify)",
        "máy chủ hoặc CDN đã rút gọn trang (minify)",
    );
    changed(|page| page.as_bytes()[..3000].to_vec(), "its end is missing", "bị cắt mất phần cuối");
    changed(|_| Vec::new(), "it is empty", "tệp rỗng");
    changed(|_| vec![0x1f, 0x8b, 8, 0], "it is compressed (gzip)", "tệp bị nén (gzip)");
}

#[test]
fn a_list_that_is_not_there_or_damaged_is_told() {
    case(
        |site| fs::remove_file(site.path("output/checksums.txt")).expect("removed"),
        &["checksums.txt:1:1: error[checksums-missing]: there is no checksums.txt, the list of all files of the site"],
        &["checksums.txt:1:1: error[checksums-missing]: không có checksums.txt, danh sách tất cả tệp của trang web"],
    );
    let n = published().len() - 1;
    let hash = "0".repeat(64);
    case(
        |site| {
            let list = site.read("output/checksums.txt");
            site.write("output/checksums.txt", format!("{list}{hash}  ../secret\n{hash}  /etc/passwd\nx\n"));
        },
        &[
            &format!(
                "checksums.txt:{}:1: error[checksums-malformed]: checksums.txt cannot be trusted: its path does not stay in the site",
                n + 1
            ),
            &format!(
                "checksums.txt:{}:1: error[checksums-malformed]: checksums.txt cannot be trusted: its path does not stay in the site",
                n + 2
            ),
            &format!(
                "checksums.txt:{}:1: error[checksums-malformed]: checksums.txt cannot be trusted: it is not a SHA-256, two spaces and a path, as `sha256sum` writes them",
                n + 3
            ),
        ],
        &[
            &format!(
                "checksums.txt:{}:1: error[checksums-malformed]: checksums.txt không đáng tin cậy: đường dẫn đi ra ngoài trang web",
                n + 1
            ),
            &format!(
                "checksums.txt:{}:1: error[checksums-malformed]: checksums.txt không đáng tin cậy: đường dẫn đi ra ngoài trang web",
                n + 2
            ),
            &format!(
                "checksums.txt:{}:1: error[checksums-malformed]: checksums.txt không đáng tin cậy: không phải SHA-256, hai dấu cách và đường dẫn như `sha256sum` ghi",
                n + 3
            ),
        ],
    );
    case(
        |site| site.write("output/checksums.txt", site.read("output/checksums.txt").replace('\n', "\r\n")),
        &[
            "checksums.txt:1:1: error[checksums-malformed]: checksums.txt cannot be trusted: its lines end as those of Windows do (CR LF)",
        ],
        &[
            "checksums.txt:1:1: error[checksums-malformed]: checksums.txt không đáng tin cậy: các dòng kết thúc theo kiểu Windows (CR LF)",
        ],
    );
}

#[test]
fn links_that_lead_out_of_the_folder_are_told_and_not_followed() {
    case(
        |site| {
            symlink("/etc/hostname", site.path("output/2024/hostname")).expect("a link");
            symlink("/etc", site.path("output/etc")).expect("a link");
        },
        &[
            "2024/hostname:1:1: error[published-entry-odd]: `2024/hostname` is a symbolic link, which no site has; it was not followed",
            "etc:1:1: error[published-entry-odd]: `etc` is a symbolic link, which no site has; it was not followed",
        ],
        &[
            "2024/hostname:1:1: error[published-entry-odd]: `2024/hostname` là liên kết tượng trưng, trang web không bao giờ có; không đi theo",
            "etc:1:1: error[published-entry-odd]: `etc` là liên kết tượng trưng, trang web không bao giờ có; không đi theo",
        ],
    );
    // In place of a file of the site, too.
    let site = output();
    let page = site.path("output/methodology/index.html");
    fs::rename(&page, site.path("elsewhere.html")).expect("moved");
    symlink(site.path("elsewhere.html"), &page).expect("a link");
    let ran = site.run(&["verify", "output", "--format", "short"]);
    ran.must_end_with(1);
    assert!(ran.err.contains("`methodology/index.html` is a symbolic link"), "{}", ran.err);
    assert!(!ran.err.contains("published-file-missing"), "{}", ran.err);
}

/// What is told of the first page with a line more, beside that it was changed.
#[track_caller]
fn line(line: &str, english: &str, vietnamese: &str) {
    let site = output();
    let text = site.read("output/index.html").replace("</body>", &format!("{line}\n</body>"));
    let n = text.lines().position(|found| found == line).expect("the line") + 1;
    site.write("output/index.html", &text);
    for (lang, expected) in [("en", english), ("vi", vietnamese)] {
        let ran = site.run(&["--lang", lang, "verify", "output", "--format", "short"]);
        ran.must_end_with(1);
        let told: Vec<&str> =
            ran.faults().into_iter().filter(|told| !told.contains("[published-file-changed]")).collect();
        assert_eq!(told, [expected.replace("LINE", &n.to_string())], "{line}");
    }
}

#[test]
fn links_that_lead_nowhere_stand_where_they_are_written() {
    line(
        "<a href=\"2019/index.html\">x</a>",
        "index.html:LINE:10: error[published-link-dead]: the site has no `2019/index.html`",
        "index.html:LINE:10: error[published-link-dead]: trang web không có `2019/index.html`",
    );
    line(
        "<a href=\"Methodology/index.html\">x</a>",
        "index.html:LINE:10: error[published-link-case]: `Methodology/index.html` is there as `methodology/index.html`",
        "index.html:LINE:10: error[published-link-case]: `Methodology/index.html` có trên trang web với tên \
         `methodology/index.html`",
    );
    line(
        "<a href='methodology/#no-such-place'>x</a>",
        "index.html:LINE:10: error[published-anchor-dead]: `methodology/index.html` has no element `no-such-place`",
        "index.html:LINE:10: error[published-anchor-dead]: `methodology/index.html` không có phần tử `no-such-place`",
    );
    line(
        "<img srcset=\"no.png 1x\" alt=\"\">",
        "index.html:LINE:14: error[published-link-dead]: the site has no `no.png`",
        "index.html:LINE:14: error[published-link-dead]: trang web không có `no.png`",
    );
    line(
        "<link rel=\"stylesheet\" href=\"https://cdn.example.net/a.css\">",
        "index.html:LINE:30: error[published-load-elsewhere]: the page loads something from `cdn.example.net`",
        "index.html:LINE:30: error[published-load-elsewhere]: trang tải nội dung từ `cdn.example.net`",
    );
    line(
        "<a href=\"https://example.org/xep-hang/2019/\">x</a>",
        "index.html:LINE:10: error[published-link-dead]: the site has no `2019/index.html`",
        "index.html:LINE:10: error[published-link-dead]: trang web không có `2019/index.html`",
    );
}

#[test]
fn names_that_hosts_do_not_take_are_warnings() {
    let site = Site::minimal();
    site.write("content/static/a?b.txt", "x");
    site.build();
    let ran = site.run(&["verify", "output", "--format", "short"]);
    ran.must_end_with(0);
    let told = "static/a?b.txt:1:1: warning[published-name-unsafe]: some hosts and systems do not take the name \
                `static/a?b.txt`: it holds `?`";
    assert!(ran.faults().contains(&told), "{}", ran.err);
    site.run(&["verify", "output", "--strict"]).must_end_with(1);
    let ran = site.run(&["--lang", "vi", "verify", "output", "--format", "short"]);
    let told = "static/a?b.txt:1:1: warning[published-name-unsafe]: một số máy chủ và hệ điều hành không nhận tên \
                `static/a?b.txt`: tên có ký tự `?`";
    assert!(ran.faults().contains(&told), "{}", ran.err);
}

#[test]
fn what_a_build_does_not_give_is_told() {
    let site = output();
    site.replace("content/scores/2024.yaml", "ha-tang: 15", "ha-tang: 16");
    let ran = site.run(&["verify", "output", "--content", "--format", "short"]);
    ran.must_end_with(1);
    let told = "2024/data/scores.csv:1:1: error[build-mismatch]: a build of content/ does not give `2024/data/scores.csv` as \
                it is published: other bytes";
    assert!(ran.faults().contains(&told), "{}", ran.err);
    assert!(!ran.err.contains("published-"), "{}", ran.err);
    site.write("content/static/new.txt", "x");
    let ran = site.run(&["--lang", "vi", "verify", "output", "--content", "--format", "short"]);
    let told = "static/new.txt:1:1: error[build-mismatch]: dựng từ content/ không cho ra `static/new.txt` như đã đăng: chỉ bản \
                dựng có";
    assert!(ran.faults().contains(&told), "{}", ran.err);
    // Content with faults is told as `check` tells it.
    site.replace("content/scores/2024.yaml", "ha-tang: 16", "ha-tang: 99");
    let ran = site.run(&["verify", "output", "--content", "--format", "short"]);
    ran.must_end_with(1);
    assert!(ran.err.contains("error[score-above-maximum]"), "{}", ran.err);
}

#[test]
fn at_most_a_hundred_of_a_kind_are_told_to_people_and_all_to_programs() {
    let site = output();
    (0..150).for_each(|n| site.write(&format!("output/foreign-{n:03}.txt"), "x"));
    let ran = site.run(&["verify", "output", "--format", "short"]);
    assert_eq!(ran.err.matches("foreign-").count(), 200, "each is named twice");
    assert!(
        ran.err.contains("error[published-file-foreign]: 50 more of this kind\n150 errors, 0 warnings in"),
        "{}",
        ran.err
    );
    let ran = site.run(&["verify", "output", "--format", "json"]);
    let report: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(report["faults"].as_array().map(Vec::len), Some(150));
}

#[test]
fn wrong_use_ends_with_2_and_what_cannot_be_read_with_3() {
    let site = output();
    let case = |arguments: &[&str], code: i32, words: &str| {
        let ran = site.run(arguments);
        assert_eq!((ran.code, ran.err.as_str()), (code, words), "{arguments:?}");
    };
    case(&["verify", "nowhere"], 2, "error: there is no folder nowhere; an address begins with http:// or https://\n");
    case(
        &["--lang", "vi", "verify", "nowhere"],
        2,
        "lỗi: không có thư mục nowhere; địa chỉ phải bắt đầu bằng http:// hoặc https://\n",
    );
    for address in ["http://me:secret@127.0.0.1/", "ftp://127.0.0.1/", "http:///x"] {
        let words = format!(
            "error: `{address}` is no address of a site: http:// or https://, a host without a password, a path\n"
        );
        case(&["verify", address], 2, &words);
    }
    assert_eq!(site.run(&["verify"]).code, 2);
    assert_eq!(site.run(&["verify", "output", "--url", "https://example.org/"]).code, 2, "--url needs --content");
}
