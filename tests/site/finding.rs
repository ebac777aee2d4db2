//! How readers and programs find the pages: the feed, the list of pages, what search engines may read, the icons and names
//! for devices, and addresses that a page had before.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::common::html::{Element, elements, named, tags};
use crate::common::{Files, Site, text};
use crate::{example, small};

/// Editions with corrections; the newest one is withdrawn.
const CORRECTED: &str = include_str!("../data/corrected.txt");

/// Where the small sites stand.
const URL: &str = "https://example.org/xep-hang/";

/// The words of a feed: title, summary and last part of the id of each entry.
fn entries(files: &Files, path: &str) -> Vec<[String; 3]> {
    let entry = |entry: Element| {
        ["title", "summary", "id"].map(|name| named(&entry.inner, name).first().expect("an element").text.clone())
    };
    let mut entries: Vec<[String; 3]> = named(text(files, path), "entry").into_iter().map(entry).collect();
    for [_, _, id] in &mut entries {
        let whole = std::mem::take(id);
        *id = whole.strip_prefix("tag:example.org,2026:xep-hang/").expect("an id of the site").to_owned();
    }
    entries
}

fn ids(files: &Files, path: &str) -> Vec<String> {
    entries(files, path).into_iter().map(|[_, _, id]| id).collect()
}

/// The values of an attribute of the links of a page with a relation.
fn links(files: &Files, path: &str, rel: &str, name: &str) -> Vec<String> {
    let links = tags(text(files, path)).into_iter().filter(|e| e.name == "link" && e.get("rel") == Some(rel));
    links.filter_map(|link| link.get(name).map(str::to_owned)).collect()
}

fn canonical(files: &Files, path: &str) -> Option<String> {
    links(files, path, "canonical", "href").pop()
}

fn is_noindex(files: &Files, path: &str) -> bool {
    tags(text(files, path)).iter().any(|e| e.get("name") == Some("robots") && e.get("content") == Some("noindex"))
}

fn pages(files: &Files) -> impl Iterator<Item = &str> {
    files.keys().map(String::as_str).filter(|path| path.ends_with(".html"))
}

#[test]
fn a_feed_tells_what_was_published_and_corrected() {
    let files = Site::new(CORRECTED).build();
    let expected = [
        [
            "Results of the 2024 ranking (withdrawn)",
            "These results have been withdrawn and must not be used. Published on 1 February 2025.",
            "en/2024",
        ],
        [
            "2 corrections to the results of 2023 (provisional) on 10 June 2024",
            "Provisional results, they may change. On 10 June 2024, 2 corrections were made to the results of 2023. The \
             page of corrections tells each value before and since, and what they did to ranks.",
            "en/2023/corrections/2024-06-10",
        ],
        ["", "", "en/2023"],
        ["", "", "en/2023/corrections/2024-03-01"],
        ["", "", "en/2022"],
    ];
    let found = entries(&files, "en/feed.xml");
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for (found, expected) in found.iter().zip(expected) {
        let told = expected.iter().zip(found).filter(|(expected, _)| !expected.is_empty());
        told.for_each(|(expected, found)| assert_eq!(found, expected));
    }
    let feed = text(&files, "en/feed.xml");
    for line in [
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">",
        "<updated>2025-02-01T12:00:00Z</updated>",
        "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://example.org/xep-hang/en/feed.xml\"/>",
        "<name>Trial province</name>",
    ] {
        assert_eq!(feed.matches(line).count(), if line.contains("updated") { 2 } else { 1 }, "{line}");
    }
    let anchor = "corrections/index.html#c-2023-2024-06-10";
    assert!(feed.contains(&format!("href=\"{URL}en/{anchor}\"")), "{feed}");
    assert!(
        elements(text(&files, "en/corrections/index.html")).iter().any(|e| e.get("id") == Some("c-2023-2024-06-10"))
    );
}

#[test]
fn a_feed_speaks_the_language_of_its_pages() {
    let files = Site::minimal().build();
    let expected =
        ["Kết quả xếp hạng năm 2024", "Sở Y tế dẫn đầu nhóm Các sở với 27,5 điểm. Công bố ngày 01/3/2025.", "vi/2024"];
    assert_eq!(entries(&files, "feed.xml"), [expected.map(str::to_owned)]);
    for (page, feed) in [("2024/groups/so/index.html", "../../../feed.xml"), ("en/index.html", "feed.xml")] {
        let links = tags(text(&files, page)).into_iter().filter(|e| e.get("type") == Some("application/atom+xml"));
        assert_eq!(links.filter_map(|link| link.get("href").map(str::to_owned)).collect::<Vec<_>>(), [feed], "{page}");
        let foot = elements(text(&files, page)).into_iter().find(|e| e.get("id") == Some("foot")).expect("a foot");
        assert!(foot.inner.contains(&format!("href=\"{feed}\"")), "{page}");
    }
}

#[test]
fn an_id_outlives_names_and_addresses() {
    let site = Site::new(CORRECTED);
    let before = ids(&site.build(), "feed.xml");
    let address = "url: https://example.org/xep-hang/\n";
    site.replace("content/site.yaml", address, "url: http://example.org/xep-hang/\nlinks: folders\n");
    site.replace("content/site.yaml", "title: { vi: Xếp hạng tỉnh Thử", "title: { vi: Tên mới");
    site.replace("content/scores/2024.yaml", "status: withdrawn", "status: official");
    assert_eq!(ids(&site.build(), "feed.xml"), before);
}

#[test]
fn there_is_no_news_of_drafts_nor_of_days_that_nobody_knows() {
    let site = Site::minimal();
    site.replace("content/scores/2024.yaml", "status: official", "status: draft");
    site.run(&["build", "--drafts"]).must_end_with(0);
    let files = site.output();
    assert!(files.contains_key("2024/index.html") && !files.contains_key("feed.xml"));
    assert!(!text(&files, "index.html").contains("feed.xml"));
    let site = Site::minimal();
    site.replace("content/scores/2024.yaml", "published: 2025-03-01\n", "");
    assert!(!site.build().contains_key("feed.xml"));
}

#[test]
fn a_feed_has_the_newest_fifty() {
    let site = Site::new(
        "//- content/site.yaml\nformat: 1\ntitle: T\npublisher: { name: P }\nlanguages: [en]\n\
         url: https://example.org/xep-hang/\nscorecards: none\n\
         //- content/units.yaml\ngroups: { g: { name: G } }\nunits: { a: { name: A, group: g } }\n\
         //- content/schemes/s.yaml\ntitle: S\ncriteria: [{ id: c, name: C, max: 20 }]\n",
    );
    for year in 1950..=2001 {
        let scores = format!(
            "year: {year}\nscheme: s\nstatus: official\npublished: {year}-12-31\nscores: {{ g: {{ a: {{ c: 1 }} }} }}\n"
        );
        site.write(&format!("content/scores/{year}.yaml"), scores);
    }
    let found = ids(&site.build(), "feed.xml");
    assert_eq!((found.len(), found[0].as_str(), found[49].as_str()), (50, "en/2001", "en/1952"));
}

#[test]
fn every_page_that_may_be_listed_is_listed_once() {
    let corrected = Site::new(CORRECTED).build();
    for files in [example(), small(), &corrected] {
        let mut listed = BTreeMap::new();
        for url in named(text(files, "sitemap.xml"), "url") {
            let address = named(&url.inner, "loc").pop().expect("an address").text;
            assert!(listed.insert(address, url).is_none());
        }
        let wanted: BTreeMap<String, &str> =
            pages(files).filter(|page| !is_noindex(files, page)).map(|p| (canonical(files, p).expect(p), p)).collect();
        assert_eq!(listed.keys().collect::<BTreeSet<_>>(), wanted.keys().collect());
        for (address, page) in wanted {
            let of = |e: &Element| e.get("hreflang").map(|tag| (tag.to_owned(), e.get("href").map(str::to_owned)));
            let in_list: Vec<_> = tags(&listed[&address].inner).iter().filter_map(of).collect();
            let head = tags(text(files, page)).into_iter().filter(|e| e.name == "link");
            let in_head: Vec<_> = head.filter_map(|e| of(&e)).collect();
            assert_eq!(in_list, in_head, "{page}");
        }
    }
}

#[test]
fn a_page_is_as_new_as_the_data_that_it_tells() {
    let site = Site::new(CORRECTED);
    site.write("content/pages/them.vi.md", "---\ntitle: Thêm\n---\nx\n");
    let files = site.build();
    let list = named(text(&files, "sitemap.xml"), "url");
    for (path, expected) in [
        ("2022/index.html", "2023-02-01"),
        ("2023/groups/so/index.html", "2024-06-10"),
        ("en/2024/index.html", "2025-02-01"),
        ("index.html", "2025-02-01"),
        ("trends/index.html", "2024-06-10"),
        ("units/so-noi-vu/index.html", "2025-02-01"),
        ("units/huyen-binh/index.html", "2024-06-10"),
        ("criteria/ha-tang/index.html", "2025-02-01"),
        ("methodology/bo/index.html", "2025-02-01"),
        ("them/index.html", ""),
    ] {
        let address = format!("<loc>{URL}{path}</loc>");
        let url = list.iter().find(|url| url.inner.contains(&address)).unwrap_or_else(|| panic!("{path}"));
        let day = named(&url.inner, "lastmod").pop().map(|day| day.text).unwrap_or_default();
        assert_eq!(day, expected, "{path}");
    }
}

#[test]
fn drafts_are_not_listed() {
    let site = Site::new(CORRECTED);
    site.replace("content/scores/2022.yaml", "status: official", "status: draft");
    site.run(&["build", "--drafts"]).must_end_with(0);
    let files = site.output();
    assert!(!ids(&files, "feed.xml").contains(&"vi/2022".to_owned()));
    let list = text(&files, "sitemap.xml");
    assert!(list.contains("/2023/index.html<") && !list.contains("/2022/") && !list.contains("xep-hang/index.html<"));
}

#[test]
fn each_page_says_where_readers_of_other_languages_go() {
    let site = Site::minimal_with(
        "//- content/pages/them.vi.md\n---\ntitle: Thêm\n---\nx\n//- content/pages/only.en.md\n---\ntitle: Only\n---\nx\n",
    );
    let files = site.build();
    let tags_of = |path: &str| links(&files, path, "alternate", "hreflang");
    for path in ["2024/index.html", "en/2024/index.html"] {
        assert_eq!(tags_of(path), ["vi", "en", "x-default"], "{path}");
        let last = links(&files, path, "alternate", "href").into_iter().rfind(|href| href.starts_with("https"));
        assert_eq!(last.as_deref(), Some("https://example.org/xep-hang/2024/index.html"));
    }
    assert_eq!((tags_of("them/index.html"), tags_of("en/only/index.html")), (Vec::new(), Vec::new()));
}

#[test]
fn without_an_address_only_what_needs_none_is_there() {
    let site = Site::minimal();
    site.replace("content/site.yaml", "url: https://example.org/xep-hang/\n", "");
    let files = site.build();
    assert!(!files.contains_key("sitemap.xml") && !files.contains_key("feed.xml"));
    assert_eq!(text(&files, "robots.txt"), "User-agent: *\nAllow: /\n");
    assert!(files.contains_key("site.webmanifest") && files.contains_key("en/site.webmanifest"));
    assert!(!text(&files, "index.html").contains("feed.xml"));
    site.run(&["build", "--url", "https://example.org/elsewhere"]).must_end_with(0);
    let robots = site.read("output/robots.txt");
    assert_eq!(robots, "User-agent: *\nAllow: /\n\nSitemap: https://example.org/elsewhere/sitemap.xml\n");
}

#[test]
fn a_publisher_may_have_files_for_programs_of_his_own() {
    let site = Site::minimal_with(
        "//- content/root/robots.txt\nUser-agent: x\nDisallow: /\n//- content/root/site.webmanifest\n{}\n",
    );
    let files = site.build();
    assert_eq!(text(&files, "robots.txt"), "User-agent: x\nDisallow: /\n");
    assert_eq!(text(&files, "site.webmanifest"), "{}\n");
    assert!(text(&files, "en/site.webmanifest").contains("A trial ranking"));
    let site = Site::minimal_with("//- content/root/sitemap.xml\n<urlset/>\n");
    assert!(site.run(&["build"]).must_end_with(1).err.contains("error[path-twice]"));
}

#[test]
fn devices_know_the_site_by_name_and_icons() {
    let files = Site::minimal().build();
    for (page, to_root) in [("en/2024/index.html", "../../"), ("index.html", "")] {
        for (rel, name, n) in [("icon", "icon", 2), ("apple-touch-icon", "icon-180", 1)] {
            let links = links(&files, page, rel, "href");
            assert_eq!(links.len(), n, "{page}: {rel}");
            assert!(links.iter().all(|link| link.contains(name)), "{page}: {links:?}");
            let place = |link: &String| link.strip_prefix(to_root).is_some_and(|file| files.contains_key(file));
            assert!(links.iter().all(place), "{page}: {links:?}");
        }
    }
    let manifest: serde_json::Value = serde_json::from_str(text(&files, "en/site.webmanifest")).expect("JSON");
    let of = |name: &str| manifest[name].as_str().unwrap_or_default().to_owned();
    assert_eq!(["name", "lang", "dir", "start_url"].map(of), ["A trial ranking", "en", "ltr", "index.html"]);
    let icons = manifest["icons"].as_array().expect("icons");
    assert_eq!(
        icons.iter().map(|icon| icon["sizes"].as_str().unwrap()).collect::<Vec<_>>(),
        ["any", "192x192", "512x512"]
    );
    for icon in icons {
        let path = icon["src"].as_str().and_then(|src| src.strip_prefix("../")).expect("an address");
        let size = icon["sizes"].as_str().and_then(|sizes| sizes.split('x').next()?.parse::<u32>().ok());
        // The width and the height of a PNG stand behind its first 16 bytes.
        let side = |at: usize| u32::from_be_bytes(files[path][at..at + 4].try_into().expect("four bytes"));
        assert!(size.is_none_or(|size| (side(16), side(20)) == (size, size)), "{path}");
    }
}

#[test]
fn a_theme_with_an_icon_of_its_own_has_no_other_one() {
    let site = Site::minimal();
    site.replace("content/site.yaml", "languages:", "theme: own\nlanguages:");
    site.write("themes/own/assets/icon.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    let files = site.build();
    assert!(!files.keys().any(|path| path.ends_with(".png")));
    assert_eq!(links(&files, "index.html", "apple-touch-icon", "href"), Vec::<String>::new());
    site.write("themes/own/assets/icon-180.png", "png");
    assert_eq!(links(&site.build(), "index.html", "apple-touch-icon", "href").len(), 1);
}

#[test]
fn an_address_that_a_page_had_leads_to_it() {
    let mut pages = String::new();
    for language in ["vi", "en"] {
        let _ = write!(pages, "//- content/pages/moi.{language}.md\n---\ntitle: T {language}\naliases: [cu]\n---\nx\n");
    }
    let site = Site::minimal_with(&pages);
    let files = site.build();
    for (path, target) in [("cu/index.html", "moi/index.html"), ("en/cu/index.html", "en/moi/index.html")] {
        let page = text(&files, path);
        assert!(page.contains("<meta http-equiv=\"refresh\" content=\"0; url=../moi/index.html\">"), "{page}");
        assert!(named(page, "a").iter().any(|a| a.get("href") == Some("../moi/index.html")), "{path}");
        assert_eq!(canonical(&files, path), Some(format!("{URL}{target}")));
        assert!(is_noindex(&files, path) && files.contains_key(target));
        assert!(!text(&files, "sitemap.xml").contains(&format!("{URL}{path}")));
    }
    site.replace("content/site.yaml", "languages:", "links: folders\nlanguages:");
    assert!(text(&site.build(), "en/cu/index.html").contains("content=\"0; url=../moi/\""));
}
