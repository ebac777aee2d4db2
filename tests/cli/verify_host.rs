//! `verify` of a host: a server on this machine serves a published site with faults, which are told in exact words.

use std::time::Instant;

use crate::common::{Files, Ran, Site};
use crate::host::{HostFault, TestHost};
use crate::verify::output;

/// A policy that lets nobody else show a page.
const CLOSED: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
                      connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

/// The files of the small site.
fn files() -> Files {
    output().output()
}

/// Verifies what a server serves.
fn verify(host: &TestHost, more: &[&str]) -> Ran {
    verify_in("en", host, more)
}

/// Verifies what a server serves, and tells it in a language.
fn verify_in(language: &str, host: &TestHost, more: &[&str]) -> Ran {
    let url = host.url();
    let timeout: &[&str] = if more.contains(&"--timeout") { &[] } else { &["--timeout", "2"] };
    let arguments = [&["--lang", language, "verify", &url, "--format", "short"], timeout, more].concat();
    let site = Site::new("");
    let mut command = site.command(&arguments);
    for name in ["ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY"] {
        command.env_remove(name).env_remove(name.to_lowercase());
    }
    Ran::of(&command.output().expect("the program runs"))
}

/// What is told of a server with those faults.
#[track_caller]
fn case(faults: &[(&str, HostFault)], code: i32, expected: &[&str]) {
    let host = TestHost::new("/xep-hang/", files(), faults);
    let ran = verify(&host, &[]);
    assert_eq!(
        ran.faults(),
        expected.iter().map(|line| line.replace("URL", &host.url())).collect::<Vec<_>>(),
        "{faults:?}"
    );
    ran.must_end_with(code);
}

#[test]
fn a_site_that_is_served_as_it_should_is_fine() {
    let host = TestHost::new("/xep-hang/", files(), &[]);
    let ran = verify(&host, &["--strict"]);
    assert_eq!(ran.err, format!("0 errors, 0 warnings in {} files\n", files().len() - 1));
    ran.must_end_with(0);
    let asked = host.asked();
    assert!(asked.len() > files().len(), "{} requests", asked.len());
    let lower: Vec<String> = asked.iter().map(|head| head.to_ascii_lowercase()).collect();
    assert!(lower.iter().all(|head| !head.contains("cookie") && !head.contains("authorization")), "{asked:?}");
    // At the root of a host as well, where the first folder stands for the site.
    let host = TestHost::new("/", files(), &[]);
    assert_eq!(verify(&host, &["--strict"]).err, ran.err);
}

#[test]
fn a_sample_is_asked_for_and_no_more() {
    let host = TestHost::new("/xep-hang/", files(), &[]);
    let ran = verify(&host, &["--sample", "5", "--jobs", "2"]);
    assert_eq!(ran.err, "0 errors, 0 warnings in 5 files\n");
    assert!(host.asked().len() < 25, "{:?}", host.asked());
}

#[test]
fn files_that_are_missing_or_changed_are_errors() {
    let scores = "2024/data/scores.csv";
    case(
        &[(scores, HostFault::Status(404))],
        1,
        &[
            "2024/data/scores.csv:1:1: error[published-file-missing]: `2024/data/scores.csv` is on the list and is not there",
        ],
    );
    case(
        &[(scores, HostFault::Bytes(b"x".to_vec()))],
        1,
        &["2024/data/scores.csv:1:1: error[published-file-changed]: `2024/data/scores.csv` is not as it was published"],
    );
    let page = String::from_utf8(files()["methodology/index.html"].clone()).expect("text");
    let injected = page.replace("</body>", "<script src=\"/cdn-cgi/rum.js\"></script></body>");
    case(
        &[("methodology/index.html", HostFault::Bytes(injected.into_bytes()))],
        1,
        &[
            "methodology/index.html:1:1: error[published-file-changed]: `methodology/index.html` is not as it was published: a \
           host or CDN put a script into it on the way",
        ],
    );
}

#[test]
fn what_is_not_handed_over_is_told_with_the_reason() {
    let scores = "2024/data/scores.csv";
    let told = |why: &str| {
        format!(
            "2024/data/scores.csv:1:1: error[host-answer-failed]: the host does not hand over `2024/data/scores.csv`: {why}"
        )
    };
    let one = |fault: HostFault, why: &str| case(&[(scores, fault)], 1, &[&told(why)]);
    one(HostFault::Status(500), "it answers with status 500");
    one(HostFault::Cut, "the answer breaks off in the middle");
    one(HostFault::Slow, "it did not come within 2 seconds");
    one(HostFault::Encoded, "it is encoded as `gzip`, which was not asked for");
    one(
        HostFault::Redirect(302, "https://other.example.net/x.csv".into()),
        "it sends readers to another host: https://other.example.net/x.csv",
    );
    one(HostFault::Redirect(301, "scores.csv".into()), "it is redirected more than 5 times");
}

#[test]
fn a_server_that_never_ends_is_left() {
    let host = TestHost::new("/xep-hang/", files(), &[("index.html", HostFault::Endless)]);
    let start = Instant::now();
    let ran = verify(&host, &[]);
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
    ran.must_end_with(1);
    assert!(
        ran.err.contains("index.html:1:1: error[host-answer-failed]: the host does not hand over `index.html`: it ")
    );
}

#[test]
fn headers_that_are_wrong_are_warnings_told_once() {
    case(
        &[("2024/data/scores.csv", HostFault::Header("Content-Type", "text/plain"))],
        0,
        &["2024/data/scores.csv:1:1: warning[host-type-wrong]: 1 file served as `text/plain` and not as `text/csv; \
           charset=utf-8`, such as `2024/data/scores.csv`"],
    );
    let n = files().len() - 1;
    let told = format!(
        "2024/announcement/index.html:1:1: warning[host-header-missing]: {n} files served without `X-Content-Type-Options: \
         nosniff`, such as `2024/announcement/index.html`"
    );
    let first = files().into_keys().next().expect("a file");
    let told = told.replace("2024/announcement/index.html", &first);
    case(&[("*", HostFault::Header("X-Content-Type-Options", ""))], 0, &[&told]);
    let host = TestHost::new("/xep-hang/", files(), &[("*", HostFault::Header("X-Content-Type-Options", ""))]);
    verify(&host, &["--strict"]).must_end_with(1);
}

#[test]
fn an_address_is_taken_as_people_write_it() {
    let host = TestHost::new("/x%E1%BA%BFp%20h%E1%BA%A1ng/", files(), &[]);
    let fine = format!("0 errors, 0 warnings in {} files\n", files().len() - 1);
    for url in [host.url(), host.url().replace("x%E1%BA%BFp%20h%E1%BA%A1ng", "xếp hạng").replace("http", "HTTP")] {
        let ran = Site::new("").run(&["verify", &url, "--timeout", "5"]);
        assert_eq!((ran.code, ran.err), (0, fine.clone()), "{url}");
    }
    for url in ["http://127.0.0.1:99999/", "http://127.0.0.1:x/", "http://user@127.0.0.1/", "http://"] {
        Site::new("").run(&["verify", url, "--timeout", "5"]).must_end_with(2);
    }
}

#[test]
fn what_other_sites_need_is_asked_for() {
    let page = "embed/2024/groups/so/index.html";
    case(
        &[
            (page, HostFault::Header("Content-Security-Policy", CLOSED)),
            ("data/scores.csv", HostFault::Header("Access-Control-Allow-Origin", "")),
        ],
        0,
        &[
            "data/scores.csv:1:1: warning[host-header-missing]: 1 file served without `Access-Control-Allow-Origin: *`, such as \
             `data/scores.csv`",
            &format!(
                "{page}:1:1: warning[host-header-missing]: 1 file served without `Content-Security-Policy: …; \
                 frame-ancestors *`, such as `{page}`: it is `frame-ancestors 'self'`"
            ),
        ],
    );
}

#[test]
fn what_a_host_does_wrong_is_told_in_vietnamese_too() {
    let style = files().into_keys().find(|path| path.starts_with("assets/style.")).expect("a style sheet");
    let host = TestHost::new(
        "/xep-hang/",
        files(),
        &[
            ("2024/data/scores.csv", HostFault::Cut),
            ("2024/data/scores.json", HostFault::Status(500)),
            ("2024/data/units.csv", HostFault::Encoded),
            ("2024/data/units.json", HostFault::Redirect(302, "https://other.example.net/x".into())),
            ("2024/data/criteria.csv", HostFault::Redirect(301, "criteria.csv".into())),
            ("2024/data/criteria.json", HostFault::Slow),
            ("2024/data/cite.bib", HostFault::Header("Content-Type", "text/html")),
            ("2024/data/cite.ris", HostFault::Header("Content-Type", "")),
            ("index.html", HostFault::Header("Referrer-Policy", "unsafe-url")),
            ("data/scores.csv", HostFault::Header("Cache-Control", "max-age=9999999")),
            ("data/units.csv", HostFault::Redirect(302, "/xep-hang/data/units.csv?v=1".into())),
            ("scorebook-verify/no-such-page.html", HostFault::Status(200)),
            ("/xep-hang", HostFault::Status(404)),
            (&style, HostFault::Header("Cache-Control", "")),
        ],
    );
    let ran = verify_in("vi", &host, &[]);
    ran.must_end_with(1);
    let failed =
        |path: &str, why: &str| format!("{path}:1:1: error[host-answer-failed]: máy chủ không trả về `{path}`: {why}");
    let warned = |path: &str, code: &str, what: &str| format!("{path}:1:1: warning[{code}]: {what}");
    let such = |path: &str, code: &str, what: &str| warned(path, code, &format!("{what}, chẳng hạn `{path}`"));
    let redirect = "1 tệp bị chuyển sang địa chỉ khác, chẳng hạn `data/units.csv`: 302 đến URLdata/units.csv?v=1";
    let bare =
        "`/xep-hang` không có dấu gạch chéo ở cuối thì không dẫn đến trang của thư mục: mã 404, không chuyển hướng";
    let bib = "1 tệp có kiểu `text/html` thay vì `application/x-bibtex; charset=utf-8`";
    let ris = "1 tệp có kiểu không được khai báo thay vì `application/x-research-info-systems; charset=utf-8`";
    let kept = "1 tệp có `Cache-Control` bị bỏ trống thay vì `Cache-Control: public, max-age=31536000, immutable`";
    let expected = [
        warned("/xep-hang", "host-folder-lost", bare),
        such("2024/data/cite.bib", "host-type-wrong", bib),
        such("2024/data/cite.ris", "host-type-wrong", ris),
        failed("2024/data/criteria.csv", "bị chuyển hướng quá 5 lần"),
        failed("2024/data/criteria.json", "không nhận được trong 2 giây"),
        failed("2024/data/scores.csv", "câu trả lời bị đứt giữa chừng"),
        failed("2024/data/scores.json", "trả lời với mã 500"),
        failed("2024/data/units.csv", "bị mã hoá `gzip` dù không được yêu cầu"),
        failed("2024/data/units.json", "chuyển người đọc sang máy chủ khác: https://other.example.net/x"),
        such(&style, "host-cache-wrong", kept),
        such("data/scores.csv", "host-cache-wrong", "1 tệp có `max-age=9999999` thay vì `Cache-Control: no-cache`"),
        warned("data/units.csv", "host-redirect", &redirect.replace("URL", &host.url())),
        such("index.html", "host-header-missing", "1 tệp thiếu tiêu đề `Referrer-Policy: no-referrer`")
            + ": hiện là `unsafe-url`",
        warned(
            "scorebook-verify/no-such-page.html",
            "host-not-found-wrong",
            "với địa chỉ không có tệp, máy chủ trả lời mã 200",
        ),
    ];
    assert_eq!(ran.faults(), expected);
}

#[test]
fn redirects_within_the_site_are_followed_and_told() {
    let to = "/xep-hang/2024/data/scores.csv?v=1";
    case(
        &[("2024/data/scores.csv", HostFault::Redirect(302, to.into()))],
        0,
        &["2024/data/scores.csv:1:1: warning[host-redirect]: 1 file answered with another address first, such as \
           `2024/data/scores.csv`: 302 to URL2024/data/scores.csv?v=1"],
    );
}

#[test]
fn what_is_no_file_of_the_site_is_answered_as_it_should() {
    case(
        &[("scorebook-verify/no-such-page.html", HostFault::Status(200))],
        0,
        &[
            "scorebook-verify/no-such-page.html:1:1: warning[host-not-found-wrong]: for an address without a file the host \
           answers with status 200",
        ],
    );
    case(
        &[("/xep-hang", HostFault::Status(404))],
        0,
        &[
            "/xep-hang:1:1: warning[host-folder-lost]: `/xep-hang` without a slash at its end does not lead to the page of the \
           folder: status 404 and no redirect",
        ],
    );
    case(
        &[(".scorebook-manifest", HostFault::Bytes(b"scorebook manifest 1\n".to_vec()))],
        0,
        &[
            ".scorebook-manifest:1:1: warning[host-record-served]: the host serves `.scorebook-manifest`, the publisher's own \
           record",
        ],
    );
}

#[test]
fn a_host_without_a_list_has_none_whatever_it_answers() {
    let missing =
        "checksums.txt:1:1: error[checksums-missing]: there is no checksums.txt, the list of all files of the site";
    case(&[("checksums.txt", HostFault::Status(404))], 1, &[missing]);
    case(&[("checksums.txt", HostFault::Bytes(b"<!DOCTYPE html><title>x</title>".to_vec()))], 1, &[missing]);
}

#[test]
fn a_host_that_does_not_answer_ends_with_3() {
    // The port of a server that has gone.
    let gone = TestHost::new("/", Files::new(), &[]).url();
    let site = Site::new("");
    let english =
        "error: URL: the host does not hand over checksums.txt: the connection is refused: no server listens there\n";
    let vietnamese = "lỗi: URL: máy chủ không trả về checksums.txt: kết nối bị từ chối: không có máy chủ nào ở đó\n";
    for (lang, expected) in [("en", english), ("vi", vietnamese)] {
        let ran = site.run(&["--lang", lang, "verify", &gone]);
        ran.must_end_with(3);
        assert_eq!(ran.err, expected.replace("URL", &gone));
    }
    let host = TestHost::new("/", files(), &[]);
    let ran = site.run(&["verify", &host.url().replace("http://", "https://"), "--timeout", "2"]);
    ran.must_end_with(3);
}

#[test]
fn a_host_that_falls_silent_on_the_way_is_not_waited_for_file_by_file() {
    let files = files();
    let slow = files.keys().filter(|path| *path != "checksums.txt").map(|path| (path.as_str(), HostFault::Slow));
    let host = TestHost::new("/", files.clone(), &slow.collect::<Vec<_>>());
    let ran = verify(&host, &["--timeout", "1"]);
    ran.must_end_with(3);
    let last = format!("error: {}: the host stopped answering, so that not all files were looked at", host.url());
    assert_eq!(ran.err.lines().last(), Some(last.as_str()));
    assert!(ran.err.matches("error[host-answer-failed]").count() < files.len() - 1, "{}", ran.err);
}
