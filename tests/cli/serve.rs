//! The preview: what it answers, what a change of the content does to it, and how it ends.

use std::fs;
use std::net::TcpListener;

use crate::common::{Files, Site, files_below};
use crate::preview::{Answered, Preview};

const SCORES: &str = "content/scores/2024.yaml";
const PAGE: &str = "/xep-hang/2024/units/so-y-te/index.html";

/// What a page of the preview has more than that of a build.
fn without_script(page: &str) -> String {
    let (before, rest) =
        page.split_once("<script src=\"/xep-hang/__scorebook/live.js\" data-made=\"").expect("the script");
    let (number, after) = rest.split_once("\"></script></body>").expect("the end of the script");
    assert!(number.parse::<u64>().is_ok_and(|number| number > 0), "{number:?}");
    format!("{before}</body>{after}")
}

/// A page of the preview, which must be there.
#[track_caller]
fn page(preview: &Preview, path: &str) -> String {
    let answered = preview.get(path);
    assert_eq!(answered.status, 200, "{path}");
    answered.text().to_owned()
}

#[test]
fn the_preview_answers_with_what_a_build_writes() {
    let site = Site::minimal_with("//- content/root/robots.txt\nUser-agent: *\n//- content/static/a b.svg\n<svg/>\n");
    let preview = Preview::of(&site);
    site.run(&["build", "--drafts", "--url", &preview.address]).must_end_with(0);
    let built = site.output();
    assert!(built.len() > 50, "{} files", built.len());
    for (path, bytes) in built {
        let answered = preview.get(&format!("/xep-hang/{}", path.replace(' ', "%20")));
        if path.starts_with('.') {
            assert_eq!(answered.status, 404, "{path} is for a host");
            continue;
        }
        assert_eq!(answered.status, 200, "{path}");
        assert_eq!(answered.header("cache-control"), "no-store", "{path}");
        if path.ends_with(".html") {
            assert_eq!(without_script(answered.text()), String::from_utf8(bytes).unwrap(), "{path}");
        } else {
            assert!(answered.body == bytes, "{path} has other bytes");
        }
    }
}

#[test]
fn requests_are_answered_as_a_host_answers_them_and_nothing_outside_of_the_site_is() {
    let site = Site::minimal_with("//- content/static/plan.pdf\nPDF\n");
    let preview = Preview::of(&site);
    let fine = format!("127.0.0.1:{}", preview.port);
    let case = |method: &str, target: &str, host: &str, status: u16, header: (&str, &str)| -> Answered {
        let answered = preview.ask(method, target, host);
        assert_eq!((answered.status, answered.header(header.0)), (status, header.1), "{method} {target} of {host}");
        answered
    };
    let html = ("content-type", "text/html; charset=utf-8");
    let nothing = ("content-length", "0");
    let home = case("GET", "/xep-hang/", &fine, 200, html);
    assert!(home.text().contains("Xếp hạng thử") && home.text().ends_with("</html>\n"));
    assert!(home.header("content-security-policy").starts_with("default-src 'none'; script-src 'self';"));
    for target in ["/xep-hang/index.html", "/xep-hang/?a=1", "/xep-hang/2024/", "/xep-hang/2024/%69ndex.html"] {
        case("GET", target, &fine, 200, html);
    }
    case("GET", "/xep-hang/static/plan.pdf", &fine, 200, ("content-type", "application/pdf"));
    case("GET", "/xep-hang/__scorebook/live.js", &fine, 200, ("content-type", "text/javascript; charset=utf-8"));
    for (target, to, status) in
        [("/", "/xep-hang/", 302), ("/xep-hang", "/xep-hang/", 302), ("/xep-hang/2024", "/xep-hang/2024/", 301)]
    {
        case("GET", target, &fine, status, ("location", to));
    }
    for (target, language) in
        [("/xep-hang/nowhere/", "vi"), ("/xep-hang/en/nowhere.html", "en"), ("/xep-hang/.htaccess", "vi")]
    {
        let missing = case("GET", target, &fine, 404, html);
        assert!(missing.text().contains(&format!("<html lang=\"{language}\"")), "{target}: {}", missing.text());
    }
    case("GET", "/elsewhere/", &fine, 404, ("content-type", "text/plain; charset=utf-8"));
    for target in [
        "/xep-hang/../content/site.yaml",
        "/xep-hang/%2e%2e/content/site.yaml",
        "/xep-hang/..%2fcontent/site.yaml",
        "/xep-hang/static/..%5c..%5csite.yaml",
        "/xep-hang/%00",
        "http://127.0.0.1/xep-hang/",
        "//etc/passwd/../..",
    ] {
        case("GET", target, &fine, 400, nothing);
    }
    case("GET", "/xep-hang//etc/passwd", &fine, 404, html);
    for host in ["example.org", "evil.example:8000", "127.0.0.1.example.org", ""] {
        let refused = case("GET", "/xep-hang/", host, 403, nothing);
        assert_eq!(refused.text(), "", "{host}");
    }
    case("GET", "/xep-hang/", "localhost", 200, html);
    for method in ["POST", "PUT", "DELETE", "BREW"] {
        case(method, "/xep-hang/", &fine, 405, ("allow", "GET, HEAD"));
    }
    let (head, whole) = (preview.ask("HEAD", PAGE, &fine), preview.get(PAGE));
    assert_eq!((head.status, head.text(), &head.headers), (200, "", &whole.headers));
    assert_eq!(preview.ask_raw("nonsense\r\n\r\n").status, 400);
}

#[test]
fn an_edit_is_shown_a_mistake_is_told_and_once_it_is_mended_nothing_is_told_any_more() {
    let site = Site::minimal();
    let preview = Preview::of(&site);
    let mut news = preview.news();
    news.made(1, false);
    assert!(page(&preview, PAGE).contains("18.5") || page(&preview, PAGE).contains("18,5"));

    site.replace(SCORES, "ha-tang: 18.5", "ha-tang: 17.3");
    news.made(2, false);
    let edited = page(&preview, PAGE);
    assert!(edited.contains("17,3") && !edited.contains("18,5"), "{edited}");
    preview.errors_until("the preview is up to date (");

    site.replace(SCORES, "ha-tang: 17.3", "ha-tang: 173");
    let told = news.made(2, true);
    let notice = |key: &str| told["notice"][key].as_str().unwrap_or_default().to_owned();
    assert_eq!(told["notice"]["is_error"], true);
    assert_eq!(notice("language"), "en");
    assert_eq!(notice("heading"), "The content has errors. The site is shown as it was before them.");
    let text = "error[score-above-maximum]: score `173` of `so-y-te` for `ha-tang` is above its maximum 20\n \
                --> content/scores/2024.yaml:7:25\n";
    assert!(notice("text").starts_with(text), "{}", notice("text"));
    assert!(notice("text").contains("so-y-te: { ha-tang: 173, nhan-luc: 9 }"), "{}", notice("text"));
    assert!(notice("text").contains("help: `scorebook explain score-above-maximum`"), "{}", notice("text"));
    assert!(preview.errors_until("1 error, 0 warnings in 4 files").contains(text));
    assert_eq!(page(&preview, PAGE), edited, "the site is as it was");

    site.replace(SCORES, "ha-tang: 173", "ha-tang: 16.2");
    news.made(3, false);
    assert!(page(&preview, PAGE).contains("16,2"));

    // Sizes of downloads are those of now once one of them was opened.
    let of_build = |path: &str| {
        site.run(&["build", "--url", &preview.address]).must_end_with(0);
        site.read(&format!("output/{path}"))
    };
    assert_eq!(preview.get("/xep-hang/checksums.txt").text(), of_build("checksums.txt"));
    assert_eq!(preview.get("/xep-hang/data/datapackage.json").text(), of_build("data/datapackage.json"));
    assert_eq!(without_script(&page(&preview, "/xep-hang/2024/index.html")), of_build("2024/index.html"));

    // What a warning says does not keep the site from being shown.
    site.replace(SCORES, "{ ha-tang: 16.2, nhan-luc: 9 }", "{ ha-tang: 16.1 }");
    let told = news.made(4, true);
    assert_eq!(told["notice"]["is_error"], false);
    assert_eq!(told["notice"]["heading"], "The site can be published. What is worth a look:");
    assert!(page(&preview, PAGE).contains("16,1"));
}

#[test]
fn a_site_that_cannot_be_shown_yet_tells_why_in_the_language_of_the_messages() {
    let site = Site::minimal();
    site.replace(SCORES, "ha-tang: 18.5", "ha-tang: 185");
    let preview = Preview::with(&site, &["--lang", "vi", "serve", "--port", "0"]);
    let mut news = preview.news();
    news.made(1, false);
    let broken = preview.get(PAGE);
    assert_eq!(broken.status, 500);
    for part in
        ["<html lang=\"vi\">", "<h1>Chưa có trang web để hiện</h1>", "lỗi[score-above-maximum]", "__scorebook/live.js"]
    {
        assert!(broken.text().contains(part), "{part}: {}", broken.text());
    }
    assert!(preview.errors_until("lỗi[score-above-maximum]").contains("nhấn Ctrl-C để dừng xem trước"));
    site.replace(SCORES, "ha-tang: 185", "ha-tang: 18.5");
    news.made(2, false);
    page(&preview, PAGE);
    preview.errors_until("bản xem trước đã cập nhật (");

    site.replace(SCORES, "ha-tang: 18.5", "ha-tang: 185");
    let told = news.made(2, true);
    assert_eq!(told["notice"]["heading"], "Nội dung có lỗi. Trang web đang hiện theo nội dung trước khi có lỗi.");
    assert_eq!(told["notice"]["language"], "vi");

    fs::rename(site.path("content"), site.path("away")).unwrap();
    let told = news.until(|told| told["notice"]["text"].as_str().is_some_and(|text| !text.contains("185")));
    assert_eq!(told["notice"]["heading"], "Không đọc được nội dung. Trang web đang hiện như trước đó.");
    assert!(
        told["notice"]["text"].as_str().is_some_and(|text| text.starts_with("lỗi: không có thư mục ./content")),
        "{told}"
    );
    fs::rename(site.path("away"), site.path("content")).unwrap();
    site.replace(SCORES, "ha-tang: 185", "ha-tang: 18.5");
    news.made(3, false);
}

#[test]
fn what_only_the_whole_site_shows_is_told_beside_the_site() {
    let site = Site::minimal();
    let preview = Preview::of(&site);
    let mut news = preview.news();
    news.made(1, false);
    site.write("content/root/index.html", "mine");
    let told = news.made(2, true);
    assert_eq!(
        told["notice"]["heading"],
        "The content has errors. The site is shown as it is, but cannot be published."
    );
    assert!(told["notice"]["text"].as_str().is_some_and(|text| text.contains("content/root/index.html")), "{told}");
    page(&preview, PAGE);
}

#[test]
fn drafts_are_shown_and_a_theme_is_watched_too() {
    let site = Site::minimal();
    site.run(&["theme", "eject", "own"]).must_end_with(0);
    site.replace("content/site.yaml", "format: 1\n", "format: 1\ntheme: own\n");
    site.replace(SCORES, "status: official", "status: draft");
    let preview = Preview::of(&site);
    let mut news = preview.news();
    news.made(1, false);
    page(&preview, PAGE);
    let style = |preview: &Preview| {
        let page = page(preview, "/xep-hang/index.html");
        let (before, _) = page.split_once(".css\"").expect("a style sheet");
        let path = before.rsplit('"').next().expect("an address").to_owned();
        preview.get(&format!("/xep-hang/{path}.css")).text().to_owned()
    };
    assert!(!style(&preview).contains("#123456"));
    let sheet = site.read("themes/own/assets/style.css");
    site.write("themes/own/assets/style.css", format!("{sheet}\nmain {{ color: #123456 }}\n"));
    news.made(2, false);
    assert!(style(&preview).contains("#123456"));

    let template = site.read("themes/own/templates/unit.html");
    site.write("themes/own/templates/unit.html", format!("{template}\n{{% if %}}\n"));
    let told = news.made(2, true);
    assert!(
        told["notice"]["text"].as_str().is_some_and(|text| text.contains("themes/own/templates/unit.html:")),
        "{told}"
    );
    site.write("themes/own/templates/unit.html", template);
    news.made(3, false);
}

#[test]
fn a_port_that_is_taken_is_told_and_another_one_is_used() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    for (lang, note) in [
        ("en", "note: port N is taken, so the site is on port M\n"),
        ("vi", "lưu ý: cổng N đang được dùng, nên trang web ở cổng M\n"),
    ] {
        let site = Site::minimal();
        let preview = Preview::with(&site, &["--lang", lang, "serve", "--port", &port.to_string()]);
        assert_ne!(preview.port, port);
        let note = note.replace('N', &port.to_string()).replace('M', &preview.port.to_string());
        assert!(preview.errors_until("Ctrl-C").contains(&note));
        page(&preview, PAGE);
    }
}

#[test]
fn ctrl_c_ends_it_at_once_with_0_and_nothing_was_written() {
    let site = Site::minimal();
    let files = |site: &Site| -> Files { files_below(&site.path("")) };
    let before = files(&site);
    let preview = Preview::of(&site);
    // A browser listens, and another one has a connection open.
    let mut news = preview.news();
    news.made(1, false);
    page(&preview, PAGE);
    assert_eq!(preview.end_by("INT"), Some(0));
    assert!(files(&site) == before, "files were written");
}

#[test]
fn a_site_without_address_stands_at_the_root_and_one_with_letters_in_its_path_below_it() {
    let site = Site::minimal();
    site.replace("content/site.yaml", "url: https://example.org/xep-hang/\n", "");
    let preview = Preview::of(&site);
    assert_eq!(preview.path(), "/");
    page(&preview, "/2024/units/so-y-te/index.html");
    let site = Site::minimal();
    site.replace("content/site.yaml", "org/xep-hang/", "org/h%E1%BA%A1ng/");
    let preview = Preview::of(&site);
    assert_eq!(preview.path(), "/h%E1%BA%A1ng/");
    page(&preview, "/h%E1%BA%A1ng/2024/units/so-y-te/index.html");
    assert_eq!(preview.get("/h%E1%BA%A1ng/2024").header("location"), "/h%E1%BA%A1ng/2024/");
}

#[test]
fn the_example_is_shown_from_where_it_lies() {
    let site = Site::example();
    let preview = Preview::of(&site);
    let home = page(&preview, preview.path());
    assert!(home.contains("2018"), "{home}");
}

#[test]
fn wrong_use_is_told() {
    let site = Site::minimal();
    for (arguments, code, told) in [
        (&["serve", "--port", "70000"][..], 2, "a whole number from 0 to 65535 is needed"),
        (&["--lang", "vi", "serve", "--port", "x"], 2, "cần số nguyên từ 0 đến 65535"),
        (&["--site", "nowhere", "serve"], 2, "there is no folder nowhere/content"),
        (&["serve", "--host", "0.0.0.0"], 2, "--host"),
    ] {
        let ran = site.run(arguments);
        ran.must_end_with(code);
        assert!(ran.err.contains(told), "{arguments:?}: {}", ran.err);
    }
}
