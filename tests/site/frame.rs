//! What stands around every page: what other sites show of it, how it is cited, what is said of an edition that is not
//! official; and the print of a whole edition.

use std::fmt::Write as _;

use crate::common::html::{elements, named, tags, unescape};
use crate::common::{Files, Site, text};
use crate::{example, small};

/// The pages of a site that stand for themselves: no redirect, not the one of a missing address.
fn pages(files: &Files) -> Vec<&str> {
    let redirect = |path: &str| text(files, path).contains("http-equiv=\"refresh\"");
    let pages = files.keys().map(String::as_str).filter(|path| path.ends_with(".html"));
    pages.filter(|path| !path.ends_with("404.html") && !redirect(path)).collect()
}

/// The content of a `<meta>`, by its property or name.
fn meta(files: &Files, path: &str, key: &str) -> Option<String> {
    let found = tags(text(files, path)).into_iter().find(|e| {
        e.name == "meta" && (e.get("property") == Some(key) || e.get("name") == Some(key) && e.get("media").is_none())
    })?;
    found.get("content").map(str::to_owned)
}

fn cited(files: &Files, path: &str) -> Option<String> {
    elements(text(files, path)).into_iter().find(|e| e.get("id") == Some("cite")).map(|e| e.text)
}

#[track_caller]
fn says(files: &Files, path: &str, key: &str, expected: Option<&str>) {
    assert_eq!(meta(files, path, key).as_deref(), expected, "{path}: {key}");
}

#[test]
fn every_page_tells_other_sites_what_it_is() {
    for files in [example(), small()] {
        for path in pages(files) {
            let title = named(text(files, path), "title").first().map(|e| e.text.clone());
            assert_eq!(meta(files, path, "og:title"), title, "{path}");
            let description = meta(files, path, "description");
            assert_eq!(meta(files, path, "og:description"), description, "{path}");
            assert!(description.is_some_and(|d| (10..=303).contains(&d.chars().count())), "{path}");
            let canonical = tags(text(files, path)).into_iter().find(|e| e.get("rel") == Some("canonical"));
            let canonical = canonical.and_then(|e| e.get("href").map(str::to_owned));
            assert_eq!(meta(files, path, "og:url"), canonical, "{path}");
            assert!(canonical.is_some_and(|url| url.starts_with("https://")), "{path}");
            let english = path.starts_with("en/");
            says(files, path, "og:locale", Some(if english { "en_GB" } else { "vi_VN" }));
            let home = path == "index.html" || path == "en/index.html";
            says(files, path, "og:type", Some(if home { "website" } else { "article" }));
        }
    }
}

#[test]
fn descriptions_are_what_the_pages_found() {
    says(
        example(),
        "2018/index.html",
        "description",
        Some(
            "Kết quả xếp hạng năm 2018. Sở Thông tin và Truyền thông dẫn đầu nhóm các cơ quan chuyên môn thuộc UBND tỉnh \
             với 98 điểm. UBND huyện Văn Yên dẫn đầu nhóm UBND các huyện, thị xã, thành phố với 88 điểm.",
        ),
    );
    let site = Site::minimal().build();
    says(
        &site,
        "en/2024/groups/so/index.html",
        "description",
        Some("Ranking of Departments, 2024. Health leads Departments with 27.5 points. 2 units."),
    );
    says(
        &site,
        "en/2024/criteria/nhan-luc/index.html",
        "description",
        Some("Staff, 2024. Departments: Justice is first with 9.5 points."),
    );
    says(
        &site,
        "2024/units/so-y-te/index.html",
        "description",
        Some(
            "Sở Y tế, Các sở, năm 2024: Hạng 1 trong 2 đơn vị được xếp hạng. 27,5 trên 30 điểm, hơn 3 điểm so với hạng 2.",
        ),
    );
}

#[test]
fn without_an_address_of_the_site_nothing_names_one() {
    let site = Site::minimal();
    site.replace("content/site.yaml", "url: https://example.org/xep-hang/\n", "logo: static/logo.png\n");
    site.write("content/static/logo.png", "png");
    let files = site.build();
    for path in pages(&files) {
        says(&files, path, "og:url", None);
        says(&files, path, "og:image", None);
        assert!(!cited(&files, path).expect("a reference").contains("http"), "{path}");
    }
}

#[test]
fn a_logo_is_shown_where_other_sites_can_draw_it() {
    for (logo, image) in [
        ("static/logo.png", Some("https://example.org/xep-hang/static/logo.png")),
        ("static/logo.JPG", Some("https://example.org/xep-hang/static/logo.JPG")),
        ("static/logo.svg", None),
    ] {
        let site = Site::minimal();
        site.replace("content/site.yaml", "languages:", &format!("logo: {logo}\nlanguages:"));
        site.write(&format!("content/{logo}"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        let files = site.build();
        says(&files, "2024/index.html", "og:image", image);
        says(&files, "2024/index.html", "og:image:alt", image.map(|_| "Văn phòng"));
    }
}

#[test]
fn a_country_comes_from_the_tag_or_the_words() {
    let site = Site::minimal();
    site.replace("content/site.yaml", "languages: [vi, en]", "languages: [vi, en-US]");
    for file in ["site", "units", "schemes/thu"] {
        let path = format!("content/{file}.yaml");
        site.write(&path, site.read(&path).replace("en: ", "en-US: "));
    }
    let files = site.build();
    says(&files, "index.html", "og:locale", Some("vi_VN"));
    says(&files, "index.html", "og:locale:alternate", Some("en_US"));
}

#[test]
fn every_page_can_be_cited() {
    for files in [example(), small()] {
        // A part of a page leads to the whole one, which is cited.
        for path in pages(files).into_iter().filter(|path| !path.contains("embed/")) {
            let reference = cited(files, path).unwrap_or_else(|| panic!("{path} cannot be cited"));
            let address = meta(files, path, "og:url").expect("an address");
            assert!(reference.ends_with(&address), "{path}: {reference}");
            let title = meta(files, path, "og:title").expect("a title");
            assert!(reference.contains(&title), "{path}: {reference}");
        }
        for path in ["404.html", "en/404.html"] {
            assert_eq!(cited(files, path), None, "{path}");
        }
    }
}

#[track_caller]
fn is_cited(files: &Files, path: &str, expected: &str) {
    assert_eq!(cited(files, path).as_deref(), Some(expected), "{path}");
}

#[test]
fn a_reference_names_publisher_title_version_and_address() {
    let site = Site::minimal();
    let corrected = "\ncorrections:\n  - { date: 2025-06-10, unit: so-y-te, criterion: nhan-luc, was: 8, now: 9 }\n";
    is_cited(
        &site.build(),
        "2024/groups/so/index.html",
        "Trích dẫn trang này: Văn phòng (2025). Các sở, bảng xếp hạng năm 2024 – Xếp hạng thử. Công bố ngày 01/3/2025. \
         https://example.org/xep-hang/2024/groups/so/index.html",
    );
    site.write("content/scores/2024.yaml", site.read("content/scores/2024.yaml") + corrected);
    is_cited(
        &site.build(),
        "en/2024/index.html",
        "Cite this page: The office (2025). Results of 2024 – A trial ranking. Published on 1 March 2025, version \
         corrected on 10 June 2025. https://example.org/xep-hang/en/2024/index.html",
    );
    site.replace("content/scores/2024.yaml", "status: official", "status: provisional");
    is_cited(
        &site.build(),
        "2024/index.html",
        "Trích dẫn trang này: Văn phòng (2025). Kết quả xếp hạng năm 2024 – Xếp hạng thử. Công bố ngày 01/3/2025, bản \
         đính chính ngày 10/6/2025. Kết quả năm 2024: Tạm thời. https://example.org/xep-hang/2024/index.html",
    );
    is_cited(
        &site.build(),
        "archive/index.html",
        "Trích dẫn trang này: Văn phòng (2025). Lưu trữ các kỳ – Xếp hạng thử. Số liệu đến ngày 10/6/2025. \
         https://example.org/xep-hang/archive/index.html",
    );
}

/// What a page says above everything else of an edition that is not official, and on each sheet of paper.
fn marked(files: &Files, path: &str) -> (Option<String>, Option<String>) {
    let elements = elements(text(files, path));
    let banner = elements.iter().find(|e| e.has_class("banner")).map(|e| e.text.clone());
    let sheet = elements.iter().find(|e| e.name == "body").and_then(|e| e.get("data-mark").map(str::to_owned));
    (banner, sheet)
}

#[test]
fn what_is_not_official_says_so_on_every_page() {
    for (status, banner, sheet, hidden) in [
        ("draft", Some("Dự thảo, chưa công bố. Số liệu có thể thay đổi."), Some("Dự thảo"), true),
        ("provisional", Some("Kết quả tạm thời, có thể thay đổi."), Some("Tạm thời"), false),
        ("withdrawn", Some("Kết quả này đã bị thu hồi, không còn giá trị sử dụng."), Some("Đã thu hồi"), false),
        ("official", None, None, false),
    ] {
        let site = Site::minimal();
        site.write("content/pages/lien-he.vi.md", "---\ntitle: Liên hệ\n---\nViết thư cho chúng tôi.\n");
        site.replace("content/scores/2024.yaml", "status: official", &format!("status: {status}"));
        site.run(&["build", "--drafts"]).must_end_with(0);
        let files = site.output();
        let part = |path: &str| path.starts_with("embed/2024/");
        let own = |path: &str| {
            path.starts_with("2024/") || part(path) || ["weights/index.html", "compare/index.html"].contains(&path)
        };
        for path in pages(&files).into_iter().filter(|path| !path.starts_with("en/")) {
            let free = path == "lien-he/index.html";
            let whole =
                banner.map(|words| if own(path) { words.to_owned() } else { format!("Kết quả năm 2024: {words}") });
            let expected = (whole.filter(|_| !free), sheet.map(str::to_owned).filter(|_| !free));
            assert_eq!(marked(&files, path), expected, "{status}, {path}");
            let robots = meta(&files, path, "robots");
            assert_eq!(robots.as_deref(), ((hidden && !free) || part(path)).then_some("noindex"), "{status}, {path}");
        }
        let report = text(&files, "2024/index.html");
        assert!(report.contains("class=\"seal\""), "{status}");
    }
}

#[test]
fn drafts_are_built_only_when_asked_for() {
    let site = Site::minimal();
    site.replace("content/scores/2024.yaml", "status: official", "status: draft");
    assert!(!site.build().keys().any(|path| path.contains("2024")));
}

/// A site whose draft alone speaks of a unit, a group, a scheme, a criterion, a document and a foreword.
#[test]
fn what_only_a_draft_speaks_of_stands_nowhere() {
    let site = Site::minimal_with(
        "//- content/scores/2025.yaml\nyear: 2025\nscheme: kin\nstatus: draft\npublished: 2026-03-01\ndocuments: [ { title: Kín văn bản, role: \
         report } ]\nscores:\n  so:\n    kin-a: { kin-c: 3 }\n    so-y-te: { kin-c: 4 }\n  kin-g:\n    kin-b: { kin-c: 3 }\nannounced:\n  so:\n    \
         total:\n      - { rank: 1, units: [so-y-te], quote: Kín trích }\n\
         //- content/scores/2025.vi.md\nKín lời tựa\n\
         //- content/schemes/kin.yaml\ntitle: { vi: Kín bộ, en: Kín set }\ncriteria:\n  - { id: kin-c, name: { vi: Kín chí, en: Kín criterion }, max: 5 }\n",
    );
    site.replace("content/units.yaml", "groups:\n", "groups:\n  kin-g: { name: { vi: Kín nhóm, en: Kín group } }\n");
    let units = "units:\n  kin-a: { name: { vi: Kín a, en: Kín a }, group: so }\n  kin-b: { name: { vi: Kín b, en: Kín b }, group: \
                 kin-g }\n";
    site.replace("content/units.yaml", "units:\n", units);
    let speaking = |site: &Site, arguments: &[&str]| -> Vec<String> {
        site.run(arguments).must_end_with(0);
        let speaks = |bytes: &[u8]| {
            let text = String::from_utf8_lossy(bytes).to_lowercase();
            ["kin-", "kín", "kin a"].iter().any(|word| text.contains(word))
        };
        let files = site.output().into_iter();
        files.filter(|(path, bytes)| speaks(path.as_bytes()) || speaks(bytes)).map(|(path, _)| path).collect()
    };
    assert_eq!(speaking(&site, &["build"]), Vec::<String>::new());
    let all = speaking(&site, &["build", "--drafts"]);
    for path in ["units/index.html", "data/units.csv", "2025/index.html"] {
        assert!(all.iter().any(|other| other == path), "{path}: {all:?}");
    }
}

/// What an event or a published edition says of a unit is known to all, whatever drafts say of it too.
#[test]
fn a_unit_of_a_draft_is_listed_once_something_else_speaks_of_it() {
    let listed = |change: &dyn Fn(&Site)| {
        let site = Site::minimal_with(
            "//- content/scores/2025.yaml\nyear: 2025\nscheme: thu\nstatus: draft\nscores:\n  so:\n    moi: { ha-tang: 3, nhan-luc: 4 }\n",
        );
        site.replace(
            "content/units.yaml",
            "units:\n",
            "units:\n  moi: { name: { vi: Cơ quan mới, en: New body }, group: so }\n",
        );
        change(&site);
        text(&site.build(), "units/index.html").contains("Cơ quan mới")
    };
    assert!(!listed(&|_| ()));
    assert!(listed(&|site| site.replace("content/scores/2025.yaml", "    moi:", "    so-y-te:")), "a registered unit");
    assert!(listed(&|site| site.replace(
        "content/scores/2024.yaml",
        "status: official",
        "status: official\nnot_assessed: [moi]"
    )));
    assert!(listed(&|site| {
        let units = site.read("content/units.yaml");
        site.write("content/units.yaml", format!("{units}events:\n  - {{ date: 2025-06-01, create: moi }}\n"));
    }));
}

#[test]
fn a_print_holds_the_whole_edition() {
    let site = Site::minimal_with(
        "//- content/scores/2023.yaml\nyear: 2023\nscheme: thu\nstatus: official\nannounced:\n  so:\n    total:\n      - { rank: 1, units: [so-y-te], quote: Sở Y tế dẫn đầu }\n",
    );
    let files = site.build();
    let main = |path: &str| named(text(&files, path), "main")[0].text.clone();
    let print = main("2024/print/index.html");
    for words in [
        "Kết quả xếp hạng năm 2024: bản in",
        "Chính thức",
        "01/3/2025",
        "Hạ tầng",
        "Nhân lực",
        "27,5",
        "Bộ tiêu chí thử",
    ] {
        assert!(print.contains(words), "{words}");
    }
    assert_eq!(named(text(&files, "2024/print/index.html"), "table").len(), 3);
    assert!(main("2023/print/index.html").contains("“Sở Y tế dẫn đầu”"));
    assert!(text(&files, "2024/index.html").contains("href=\"print/index.html\""));
}

/// A site of one group, every unit with a score in every criterion.
fn large(units: usize, criteria: usize) -> Files {
    let site = Site::minimal();
    site.replace("content/site.yaml", "languages:", "scorecards: none\nlanguages:");
    let mut lines =
        [String::from("groups:\n  so: { name: Các sở }\nunits:\n"), String::from("title: Thử\ncriteria:\n")];
    let mut scores = String::from("year: 2024\nscheme: thu\nstatus: official\nscores:\n  so:\n");
    for criterion in 0..criteria {
        let _ = writeln!(lines[1], "  - {{ id: c{criterion}, name: Tiêu chí {criterion}, max: 2000 }}");
    }
    for unit in 0..units {
        let _ = writeln!(lines[0], "  u{unit}: {{ name: Đơn vị {unit}, group: so }}");
        let cells: Vec<String> = (0..criteria).map(|c| format!("c{c}: {unit}")).collect();
        let _ = writeln!(scores, "    u{unit}: {{ {} }}", cells.join(", "));
    }
    site.write("content/units.yaml", &lines[0]);
    site.write("content/schemes/thu.yaml", &lines[1]);
    site.write("content/scores/2024.yaml", scores);
    site.run(&["build"]).must_end_with(0);
    site.output()
}

#[track_caller]
fn prints(files: &Files, tables: usize, rows: usize, words: Option<&str>) {
    let page = text(files, "2024/print/index.html");
    let ranked = named(page, "td")
        .iter()
        .filter(|e| e.has_class("rk") && e.get("data-value").is_some_and(|v| !v.is_empty()))
        .count();
    assert_eq!((named(page, "table").len(), ranked), (tables, rows));
    let left: Vec<String> = named(page, "p").into_iter().filter(|e| e.has_class("left")).map(|e| e.text).collect();
    assert_eq!(left.iter().map(|text| unescape(text)).collect::<Vec<_>>(), Vec::from_iter(words));
}

#[test]
fn a_print_says_what_it_leaves_out() {
    prints(&large(300, 2), 3, 900, None);
    prints(
        &large(300, 4),
        3,
        900,
        Some("Để bản in không quá dài, không in bảng của 2 tiêu chí sau: Tiêu chí 2, Tiêu chí 3"),
    );
    let files = large(1000, 1);
    let page = text(&files, "2024/print/index.html");
    assert!(page.contains("Chỉ in 600 đơn vị đầu trong 1000; bảng đầy đủ:"));
    assert!(page.contains("không in bảng của 1 tiêu chí sau:"));
}

#[test]
fn tables_too_wide_for_a_sheet_are_printed_across() {
    let across = |criteria: usize| {
        let files = large(3, criteria);
        let wide = |path: &str| text(&files, path).contains("<div class=\"wide\">");
        let body = text(&files, "2024/groups/so/index.html").contains("<body class=\"across\">");
        [body, wide("2024/groups/so/index.html"), wide("2024/index.html"), wide("2024/print/index.html")]
    };
    assert_eq!(across(12), [true; 4]);
    assert_eq!(across(5), [false; 4]);
}
