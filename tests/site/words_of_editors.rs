//! The words of editors: which of their links, pictures and notes come out on the page, and what is told of the rest.

use crate::common::{Site, text};

/// A free page of those words, beside files with names that an address has to spell as bytes.
fn with(words: &str) -> Site {
    let site =
        Site::minimal_with(&format!("//- content/pages/gioi-thieu.vi.md\n---\ntitle: Giới thiệu\n---\n{words}\n"));
    for name in ["Quyết định 3329.pdf", "a#1.pdf", "50%.pdf"] {
        site.write(&format!("content/static/{name}"), "%PDF-");
    }
    site
}

/// What is told of words: the first lines and remedies of all faults.
fn told(site: &Site, language: &str) -> Vec<String> {
    let ran = site.run(&["--lang", language, "check"]);
    let wanted =
        |line: &&str| ["warning", "cảnh báo", "error", "lỗi", "= "].iter().any(|start| line.starts_with(start));
    let told = ran.err.lines().map(str::trim).filter(wanted).filter(|line| !line.contains("scorebook explain"));
    told.map(|line| line.trim_start_matches("= ").trim_start_matches("help: ").trim_start_matches("gợi ý: ").to_owned())
        .collect()
}

#[track_caller]
fn case(words: &str, expected: &[&str], vietnamese: &[&str]) {
    let site = with(words);
    assert_eq!(told(&site, "en"), expected);
    assert_eq!(told(&site, "vi"), vietnamese);
}

#[track_caller]
fn page_holds(words: &str, expected: &[&str]) {
    let files = with(words).build();
    let page = text(&files, "gioi-thieu/index.html");
    expected.iter().for_each(|part| assert!(page.contains(part), "{part}\n{page}"));
}

#[test]
fn links_that_lead_somewhere_are_fine() {
    case(
        "## Cách tính\n\n[a](../static/Quyết%20định%203329.pdf) [b](<../static/Quyết định 3329.pdf>) \
         ![c](<../static/Quyết định 3329.pdf>) [d](../static/a%231.pdf) [e](../static/50%25.pdf) [f](../2024/) \
         [g](#cach-tinh) [h](../2024/index.html#main) [i](#top) <lienhe@example.gov.vn> <!-- chờ duyệt -->",
        &[],
        &[],
    );
}

#[test]
fn addresses_are_spelled_as_browsers_need_them() {
    page_holds(
        "[b](<../static/Quyết định 3329.pdf>) [f](../2024/) <lienhe@example.gov.vn> a<!-- chờ duyệt -->b",
        &[
            "href=\"../static/Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%203329.pdf\"",
            "href=\"../2024/index.html\"",
            "href=\"mailto:lienhe@example.gov.vn\"",
            "</a> ab</p>",
        ],
    );
}

/// A link that leads nowhere, and the one that is proposed.
#[track_caller]
fn dead(words: &str, address: &str, near: &str) {
    case(
        words,
        &[
            &format!("warning[link-dead]: `{address}` leads nowhere in the site"),
            &format!(
                "did you mean `{near}`? pages are named with their file, such as `../archive/index.html`; files of your \
                 own lie in content/static/"
            ),
        ],
        &[
            &format!("cảnh báo[link-dead]: `{address}` không dẫn tới đâu trong trang"),
            &format!(
                "có phải là `{near}`? ghi cả tên tệp của trang, như `../archive/index.html`; tệp riêng đặt trong \
                 content/static/"
            ),
        ],
    );
}

#[test]
fn dead_links_are_told_with_the_address_that_is_there() {
    dead("## Cách tính\n\n[a](#cách-tính)", "#cách-tính", "#cach-tinh");
    dead("[b](../2024/index.html#man)", "../2024/index.html#man", "../2024/index.html#main");
    dead("[c](../2024)", "../2024", "../2024/index.html");
    dead(
        "[d](../static/Quyết%20định%203328.pdf)",
        "../static/Quyết%20định%203328.pdf",
        "../static/Quyết%20định%203329.pdf",
    );
}

/// Words of which something is left out, with what may be written in its place.
#[track_caller]
fn left_out(words: &str, [english, vietnamese]: [&str; 2], [write, ghi]: [&str; 2]) {
    let (warning, canh_bao) = (format!("warning[{english}"), format!("cảnh báo[{vietnamese}"));
    case(words, &[&warning, write], &[&canh_bao, ghi]);
}

#[test]
fn what_is_left_out_is_told_with_what_to_write() {
    let link = |words: &str, address: &str, write: [&str; 2]| {
        let english = format!("link-left-out]: the link to `{address}` is left out");
        let vietnamese = format!("link-left-out]: liên kết tới `{address}` bị bỏ");
        left_out(words, [&english, &vietnamese], write);
    };
    let from_here = [
        "write it from the folder of this page: `../2024/index.html`",
        "ghi đường dẫn tính từ thư mục của trang này: `../2024/index.html`",
    ];
    link("[a](/2024/)", "/2024/", from_here);
    link("[a](/xep-hang/2024/)", "/xep-hang/2024/", from_here);
    link("[a](//example.org/a)", "//example.org/a", ["write `https://example.org/a`", "ghi `https://example.org/a`"]);
    link(
        "[a](D:/a.pdf)",
        "D:/a.pdf",
        [
            "a file of your own goes into content/static/ and is written `../static/a.pdf`; other links begin with \
             https:, http: or mailto:",
            "tệp riêng đặt trong content/static/ và ghi là `../static/a.pdf`; liên kết khác bắt đầu bằng https:, http: \
             hoặc mailto:",
        ],
    );
    link(
        "[a](../static/Quyết định 3329.pdf)",
        "../static/Quyết định 3329.pdf",
        ["write `[a](<../static/Quyết định 3329.pdf>)`", "ghi `[a](<../static/Quyết định 3329.pdf>)`"],
    );
    for bare in ["[a]()", "[a][b]"] {
        let told = [
            format!("link-left-out]: `{bare}` is left out: it has no address"),
            format!("link-left-out]: `{bare}` bị bỏ vì không có địa chỉ"),
        ];
        let write = ["write `[a](../archive/index.html)`", "ghi `[a](../archive/index.html)`"];
        left_out(bare, [&told[0], &told[1]], write);
    }
    left_out(
        "![Bản đồ](https://example.org/ban-do.png)",
        [
            "picture-left-out]: the picture `https://example.org/ban-do.png` is left out",
            "picture-left-out]: hình `https://example.org/ban-do.png` bị bỏ",
        ],
        [
            "pages fetch nothing from elsewhere: lay the file into content/static/ and write `../static/ban-do.png`",
            "trang không tải gì từ nơi khác: đặt tệp vào content/static/ và ghi `../static/ban-do.png`",
        ],
    );
    left_out(
        "Một<br>Hai",
        ["html-as-text]: `<br>` is printed as it is written", "html-as-text]: `<br>` sẽ in nguyên văn lên trang"],
        [
            "write Markdown: an empty line begins a paragraph, a backslash at the end of a line breaks it, `**words**` \
             are strong",
            "viết bằng Markdown: dòng trống để sang đoạn, dấu `\\` cuối dòng để xuống dòng, `**chữ**` để in đậm",
        ],
    );
    left_out(
        "<!-- chờ",
        ["comment-open]: this comment is never closed", "comment-open]: ghi chú này không có dấu đóng"],
        ["close it with `-->`", "đóng lại bằng `-->`"],
    );
}

#[test]
fn files_for_the_root_land_there_and_on_no_file_of_the_site() {
    let site = with("Chữ.");
    site.write("content/root/CNAME", "xephang.example.gov.vn\n");
    site.write("content/root/.well-known/security.txt", "Contact: mailto:a@b.vn\n");
    let files = site.build();
    assert_eq!(text(&files, "CNAME"), "xephang.example.gov.vn\n");
    assert_eq!(text(&files, ".well-known/security.txt"), "Contact: mailto:a@b.vn\n");
    site.write("content/root/404.html", "x");
    let ran = site.run(&["build"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.err.contains("path-twice"), "{}", ran.err);
}
