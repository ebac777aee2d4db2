//! A language of the site that has no words of the interface: its pages say which language they are really in.

use crate::common::html::{Element, elements, tags};
use crate::common::{Files, Site, text};

/// Names in French beside Vietnamese ones, pages of editors in both, and no words in French.
const FRENCH: &str = "\
//- content/site.yaml
format: 1
title: { vi: Xếp hạng, fr: Classement }
publisher: { name: { vi: UBND tỉnh, fr: La province } }
languages: [vi, en, fr]
url: https://example.org/xep-hang/
noun: { fr: { one: agence, other: agences } }
//- content/units.yaml
groups: { so: { name: { vi: Các sở, fr: Les services } } }
units:
  a: { name: { vi: Sở Y tế, fr: La santé }, group: so }
  b: { name: Sở Tư pháp, group: so }
//- content/schemes/bo.yaml
title: { vi: Bộ tiêu chí, fr: Critères }
criteria:
  - { id: x, name: { vi: Hạ tầng, fr: Réseaux }, max: 10 }
//- content/scores/2024.yaml
year: 2024
scheme: bo
status: official
published: 2025-02-01
scores:
  so: { a: { x: 9 }, b: { x: 5 } }
//- content/scores/2024.fr.md
Un mot de la province.
//- content/pages/ve.vi.md
---
title: Về trang này
menu: true
---
Lời giới thiệu.
//- content/pages/ve.fr.md
---
title: À propos
menu: true
---
Une présentation.
";

/// The attributes of the first element of a page.
fn html(files: &Files, path: &str) -> [Option<String>; 2] {
    let root = tags(text(files, path)).into_iter().find(|e| e.name == "html").expect("an element");
    ["lang", "dir"].map(|name| root.get(name).map(str::to_owned))
}

/// Every text of a page that is marked as one of another language, once, in its order; without links to other pages of it.
fn marked(files: &Files, path: &str) -> Vec<String> {
    let is_marked = |e: &Element| e.get("lang").is_some() && e.name != "html" && e.get("hreflang").is_none();
    let mut all = Vec::new();
    for element in elements(text(files, path)).into_iter().filter(is_marked) {
        let dir = element.get("dir").map(|dir| format!(" {dir}")).unwrap_or_default();
        let one = format!("{}{dir}: {}", element.get("lang").unwrap_or_default(), element.text.trim());
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all
}

fn values(files: &Files, path: &str, element: &str, name: &str) -> Vec<String> {
    let all = tags(text(files, path)).into_iter().filter(|e| e.name == element);
    all.filter_map(|e| e.get(name).map(str::to_owned)).collect()
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn a_page_names_the_language_of_its_words_and_marks_texts_in_its_own() {
    let files = Site::new(FRENCH).build();
    assert_eq!(html(&files, "fr/index.html"), [some("vi"), None]);
    assert_eq!(html(&files, "en/index.html"), [some("en"), None]);
    assert_eq!(html(&files, "fr/404.html"), [some("vi"), None]);
    let expected = ["fr: La province", "fr: Classement", "fr: À propos", "fr: Une présentation."];
    assert_eq!(marked(&files, "fr/ve/index.html"), expected);
    assert_eq!(marked(&files, "ve/index.html"), [""; 0]);
    assert!(text(&files, "fr/2024/index.html").contains("<div lang=\"fr\"><p>Un mot de la province.</p>"));
    // A name that is not in French is in the language of the words.
    let group = marked(&files, "fr/2024/groups/so/index.html");
    assert!(group.contains(&"fr: La santé".to_owned()), "{group:?}");
    assert!(!group.iter().any(|text| text.contains("Sở Tư pháp")), "{group:?}");
    // What units are called stands within the words.
    let home = text(&files, "fr/index.html");
    assert!(home.contains("2 đơn vị") && !home.contains("agence"), "{home}");
}

#[test]
fn search_engines_are_not_told_of_it() {
    let files = Site::new(FRENCH).build();
    assert_eq!(values(&files, "fr/index.html", "meta", "content").iter().filter(|c| *c == "noindex").count(), 1);
    assert_eq!(values(&files, "index.html", "meta", "content").iter().filter(|c| *c == "noindex").count(), 0);
    assert_eq!(values(&files, "fr/index.html", "link", "hreflang"), [""; 0]);
    assert_eq!(values(&files, "index.html", "link", "hreflang"), ["vi", "en", "x-default"]);
    let sitemap = text(&files, "sitemap.xml");
    assert!(sitemap.contains("<loc>https://example.org/xep-hang/en/index.html</loc>"));
    // A page of editors is in French, whatever stands around it.
    let french: Vec<&str> = sitemap.lines().filter(|line| line.contains("/fr/") || line.contains("\"fr\"")).collect();
    assert_eq!(french, ["<loc>https://example.org/xep-hang/fr/ve/index.html</loc>"]);
    // Readers still find it.
    assert!(values(&files, "index.html", "a", "hreflang").contains(&"fr".to_owned()));
    assert_eq!(values(&files, "fr/feed.xml", "feed", "xml:lang"), ["vi"]);
    assert!(text(&files, "fr/site.webmanifest").contains("\"lang\": \"fr\""));
    let index: serde_json::Value = serde_json::from_str(text(&files, "api/v1/index.json")).expect("JSON");
    let expected = serde_json::json!({ "vi": "Dữ liệu của mọi kỳ", "en": "Data of all editions" });
    assert_eq!(index["series"]["title"], expected);
}

/// A site of one language, which has no words.
fn alone(tag: &str, title: &str) -> Files {
    let site = "//- content/site.yaml\nformat: 1\ntitle: TITLE\npublisher: { name: TITLE }\nlanguages: [TAG]\n\
                url: https://example.org/\n//- content/units.yaml\ngroups: {}\nunits: {}\n";
    Site::new(&site.replace("TAG", tag).replace("TITLE", title)).build()
}

#[test]
fn the_only_language_is_listed_all_the_same() {
    let files = alone("lo", "ຈັດອັນດັບ");
    assert_eq!(html(&files, "index.html"), [some("en"), None]);
    assert_eq!(marked(&files, "index.html"), ["lo: ຈັດອັນດັບ"]);
    assert_eq!(values(&files, "index.html", "meta", "content").iter().filter(|c| *c == "noindex").count(), 0);
    assert_eq!(values(&files, "index.html", "link", "hreflang"), [""; 0]);
    assert!(text(&files, "sitemap.xml").contains("<loc>https://example.org/index.html</loc>"));
}

#[test]
fn a_text_that_runs_the_other_way_says_so() {
    let files = alone("ar", "ترتيب");
    assert_eq!(html(&files, "index.html"), [some("en"), None]);
    assert_eq!(marked(&files, "index.html"), ["ar rtl: ترتيب"]);
}

#[test]
fn a_page_is_in_the_language_of_most_of_its_phrases() {
    let head = "name: Français\ndecimal: \",\"\ndate: \"{dd}/{m}/{yyyy}\"\n\
                list: { two: \"{a} et {b}\", middle: \"{a}, {b}\", last: \"{a} et {b}\" }\nphrases:\n";
    let all: Vec<&str> = include_str!("../../themes/default/languages/en.yaml").lines().collect();
    let phrases: Vec<&str> = all.iter().skip_while(|line| **line != "phrases:").skip(1).copied().collect();
    let case = |left_out: usize, expected: &str| {
        let themed = FRENCH.replace("languages: [vi, en, fr]", "languages: [vi, en, fr]\ntheme: own");
        let own = format!("{head}{}\n", phrases[left_out..].join("\n"));
        let files = Site::new(&format!("{themed}//- themes/own/languages/fr.yaml\n{own}")).build();
        assert_eq!(html(&files, "fr/index.html"), [some(expected), None], "{left_out}");
    };
    case(phrases.len() / 3, "fr");
    case(phrases.len() * 2 / 3, "en");
}
