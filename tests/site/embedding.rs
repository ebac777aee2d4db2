//! Charts and tables that other sites show in a frame: pages of their own below `embed/`, and the lines that show them.

use std::fmt::Write as _;

use crate::common::html::{named, tags};
use crate::common::{Files, Site, text};
use crate::{SMALL, example, small};

/// The parts of a site, by path.
fn parts(files: &Files) -> Vec<&str> {
    let parts = files.keys().map(String::as_str);
    parts.filter(|path| path.starts_with("embed/") || path.starts_with("en/embed/")).collect()
}

/// The lines that a page offers, in its order.
fn offered(files: &Files, page: &str) -> Vec<String> {
    named(text(files, page), "pre").into_iter().map(|pre| pre.text).collect()
}

#[test]
fn each_ranking_and_each_chart_of_groups_stands_alone() {
    let files = Site::minimal().build();
    let expected: Vec<String> = ["embed/", "en/embed/"]
        .iter()
        .flat_map(|root| {
            ["criteria/ha-tang/so", "criteria/nhan-luc/so", "groups/so/bars", "groups/so"]
                .map(|part| format!("{root}2024/{part}/index.html"))
        })
        .collect();
    assert_eq!(parts(&files), expected);
    let of_groups = |path: &&&str| path.contains("/trends/");
    assert_eq!(parts(small()).iter().filter(of_groups).count(), 2 * 2 * 2);
}

#[test]
fn a_part_tells_its_source_and_leads_to_the_whole_page() {
    for (files, url) in [(example(), "https://example.gov.vn/xep-hang/"), (small(), "https://example.org/xep-hang/")] {
        for path in parts(files) {
            let page = text(files, path);
            let elements = tags(page);
            let of = |name: &str| elements.iter().filter(|e| e.name == name).collect::<Vec<_>>();
            assert_eq!((of("h1").len(), of("nav").len(), of("header").len()), (1, 0, 0), "{path}");
            assert!(of("a").iter().all(|link| link.get("target") == Some("_top")), "{path}");
            assert!(page.contains("<meta name=\"robots\" content=\"noindex\">"), "{path}");
            let canonical = of("link").into_iter().find(|link| link.get("rel") == Some("canonical")).expect(path);
            let whole = canonical.get("href").and_then(|href| href.strip_prefix(url)).expect("an address of the site");
            assert!(files.contains_key(whole) && !whole.contains("embed"), "{path}: {whole}");
            let foot = named(page, "footer").pop().expect("a foot").inner;
            let links = named(&foot, "a").into_iter().filter_map(|a| a.get("href").map(str::to_owned));
            let leads = |link: String| crate::links::target(path, &link).as_deref() == Some(whole);
            assert!(links.into_iter().any(leads), "{path}: {foot}");
            assert!(!text(files, "sitemap.xml").contains(path), "{path}");
        }
    }
}

#[test]
fn a_part_of_results_that_are_not_official_says_so() {
    let page = text(small(), "en/embed/2024/groups/so/bars/index.html");
    assert!(page.contains("<p class=\"note banner\" role=\"note\"><b>Provisional results, they may change.</b></p>"));
    assert!(!text(small(), "en/embed/2023/groups/so/bars/index.html").contains("banner"));
}

#[test]
fn the_lines_show_the_part_and_work_without_frames() {
    let files = Site::minimal().build();
    let root = "https://example.org/xep-hang/en";
    let expected = format!(
        "<iframe src=\"{root}/embed/2024/groups/so/index.html\" title=\"Ranking of Departments, 2024\" width=\"100%\" \
         height=\"332\" loading=\"lazy\"></iframe>\n\
         <p><a href=\"{root}/2024/groups/so/index.html\">Ranking of Departments, 2024</a></p>"
    );
    let group = offered(&files, "en/2024/groups/so/index.html");
    assert_eq!((group.len(), group[0].as_str()), (2, expected.as_str()));
    let criterion = offered(&files, "en/2024/criteria/ha-tang/index.html");
    let title = "title=\"Infrastructure: ranking of Departments, 2024\"";
    assert!(criterion.len() == 1 && criterion[0].contains(title), "{criterion:?}");
    for page in ["trends/index.html", "2023/groups/so/index.html", "en/2024/criteria/nhan-luc/index.html"] {
        for lines in offered(small(), page) {
            let frame = tags(&lines).into_iter().find(|e| e.name == "iframe").expect("a frame");
            let file = frame.get("src").and_then(|src| src.strip_prefix("https://example.org/xep-hang/"));
            assert!(file.is_some_and(|file| parts(small()).contains(&file)), "{page}: {lines}");
        }
    }
}

#[test]
fn names_cannot_break_out_of_the_lines() {
    let site = Site::minimal();
    site.replace("content/units.yaml", "en: Departments", "en: 'A \"b\" <i>'");
    let files = site.build();
    let lines = &offered(&files, "en/2024/groups/so/index.html")[0];
    assert!(lines.contains("title=\"Ranking of A &quot;b&quot; &lt;i&gt;, 2024\""), "{lines}");
    assert_eq!(named(lines, "a")[0].text, "Ranking of A \"b\" <i>, 2024");
}

#[test]
fn a_site_without_an_address_has_no_parts() {
    let site = Site::new(SMALL);
    site.replace("content/site.yaml", "url: https://example.org/xep-hang/\n", "");
    let files = site.build();
    assert_eq!(parts(&files), Vec::<&str>::new());
    assert!(files.keys().filter(|path| path.ends_with(".html")).all(|path| !text(&files, path).contains("iframe")));
}

#[test]
fn a_long_ranking_shows_its_beginning() {
    let site = Site::minimal();
    let (mut units, mut scores) = (String::new(), String::new());
    for n in 1..=101 {
        let _ = writeln!(units, "  u{n}: {{ name: {{ vi: Sở {n}, en: Office {n} }}, group: so }}");
        let _ = writeln!(scores, "    u{n}: {{ ha-tang: {}.{}, nhan-luc: 1 }}", n / 10, n % 10);
    }
    site.write(
        "content/units.yaml",
        format!("groups: {{ so: {{ name: {{ vi: S, en: Departments }} }} }}\nunits:\n{units}"),
    );
    let head = "year: 2024\nscheme: thu\nstatus: official\npublished: 2025-03-01\nscores:\n  so:\n";
    site.write("content/scores/2024.yaml", format!("{head}{scores}"));
    let files = site.build();
    for part in ["groups/so", "criteria/ha-tang/so"] {
        let page = text(&files, &format!("en/embed/2024/{part}/index.html")).to_owned();
        let rows = named(&page, "tr").into_iter().filter(|row| row.inner.contains("scope=\"row\""));
        let names: Vec<String> =
            rows.map(|row| named(&row.inner, "a").pop().map_or(String::new(), |a| a.text)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
        assert_eq!((names.len(), names[0], names[49]), (50, "Office 101", "Office 52"), "{part}");
        assert!(page.contains("<p>Only the first 50 rows of 101 are shown.</p>"), "{part}");
    }
}
