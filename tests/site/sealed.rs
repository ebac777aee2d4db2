//! Sealed editions: what next year's file leaves as it was, byte for byte.

use crate::SMALL;
use crate::common::{Files, Site, text};

/// Next year's file: more units, another scheme, a unit with a new name, one that is no more.
const NEXT: &str = "\
year: 2025
scheme: bo-2025
status: official
published: 2026-02-01
not_assessed: [huyen-binh, huyen-cuong, thi-xa-dai, cong-an]
scores:
  so:
    so-y-te:     { ha-tang: 9 }
    so-tu-phap:  { ha-tang: 8 }
    so-noi-vu:   { ha-tang: 8 }
    so-xay-dung: { ha-tang: 7 }
    so-ngoai-vu: { ha-tang: 7 }
    so-moi:      { ha-tang: 6 }
  huyen:
    huyen-an:    { ha-tang: 5 }
";

const SCHEME: &str = "\
title: { vi: Bộ tiêu chí năm 2025, en: Criteria of 2025 }
replaces: bo-2023
criteria:
  - { id: ha-tang, name: { vi: Hạ tầng số, en: Digital infrastructure }, max: 10 }
";

/// The small site with both of its editions sealed.
fn sealed() -> Site {
    let site = Site::new(SMALL);
    for edition in ["2023", "2024"] {
        site.run(&["seal", edition]).must_end_with(0);
    }
    site
}

/// Adds next year's file, with all that comes with it.
fn add_next_year(site: &Site) {
    site.write("content/scores/2025.yaml", NEXT);
    site.write("content/schemes/bo-2025.yaml", SCHEME);
    let units = "  so-ngoai-vu: { name:";
    site.replace("content/units.yaml", units, &format!("  so-moi: {{ name: Sở Mới, group: so }}\n{units}"));
    site.replace("content/units.yaml", "{ vi: Sở Xây dựng, en: Construction }", "{ vi: Sở Hạ tầng, en: Building }");
    let renamed =
        "events:\n  - { date: 2025-03-01, rename: so-xay-dung, from: { vi: Sở Xây dựng, en: Construction } }\n";
    site.write("content/units.yaml", site.read("content/units.yaml") + renamed);
}

/// The files that the seals of a site promise.
fn promised(site: &Site) -> Vec<String> {
    promised_by(site, &["2023", "2024"])
}

/// The files that the seals of some editions promise.
fn promised_by(site: &Site, editions: &[&str]) -> Vec<String> {
    let seals: Vec<String> = editions.iter().map(|id| site.read(&format!("content/sealed/{id}.yaml"))).collect();
    let lines = seals.iter().flat_map(|seal| seal.lines());
    lines.filter_map(|line| line.strip_prefix("  url ")).map(str::to_owned).collect()
}

/// The body of a page without the elements that say that they speak of other editions.
#[track_caller]
fn body(page: &str) -> String {
    let mut rest = &page[page.find("<body").expect("a body")..];
    let mut kept = String::new();
    while let Some(mark) = rest.find(" data-editions") {
        let open = rest[..mark].rfind('<').expect("an element");
        let name = &rest[open + 1..mark].split(' ').next().expect("a name");
        kept.push_str(&rest[..open]);
        rest = &rest[open + end_of(&rest[open..], name)..];
    }
    kept + rest
}

/// Where the element that a text begins with ends.
#[track_caller]
fn end_of(text: &str, name: &str) -> usize {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let (mut depth, mut at) = (0, 0);
    loop {
        let end = text[at..].find(&close).expect("an end") + at;
        depth += text[at..end].matches(&open).count();
        at = end + close.len();
        depth -= 1;
        if depth == 0 {
            return at;
        }
    }
}

/// Files of an edition that tell what changed since the edition before, or hold or tell the length of a file that does:
/// another edition may change their bytes, never their addresses.
const OF_EDITIONS: [&str; 4] = ["/data/changes.csv", "/data/checksums.txt", "/data/datapackage.json", ".xlsx"];

/// The promised files that differ, and how many pages differ only where they speak of other editions.
fn differing(urls: &[String], before: &Files, after: &Files) -> (Vec<String>, usize) {
    let (mut differing, mut elsewhere) = (Vec::new(), 0);
    for url in urls.iter().filter(|url| OF_EDITIONS.iter().all(|end| !url.ends_with(end))) {
        let same = before[url] == after[url];
        if !same && (!url.ends_with(".html") || body(text(before, url)) != body(text(after, url))) {
            differing.push(url.clone());
        } else if !same {
            elsewhere += 1;
        }
    }
    (differing, elsewhere)
}

#[test]
fn next_years_file_leaves_sealed_pages_as_they_were() {
    let site = sealed();
    let (urls, before) = (promised(&site), site.build());
    assert!(urls.len() > 60, "{} addresses are sealed", urls.len());
    add_next_year(&site);
    let after = site.build();
    assert!(after.contains_key("2025/index.html"));
    let (differing, elsewhere) = differing(&urls, &before, &after);
    assert_eq!(differing, Vec::<String>::new());
    assert!(elsewhere > 0, "the pages speak of the new edition");
    site.run(&["seal", "--verify"]).must_end_with(0);
}

/// An edition like 2023 with another score, of another year.
fn like_2023(site: &Site, year: &str, score: &str) {
    let other = site.read("content/scores/2023.yaml").replace("year: 2023", &format!("year: {year}"));
    let other = other.replace("published: 2024-02-01", &format!("published: {year}-12-31"));
    site.write(
        &format!("content/scores/{year}.yaml"),
        other.replace("{ ha-tang: 25,", &format!("{{ ha-tang: {score},")),
    );
}

/// What another edition does, an older one than the sealed ones or one between them, leaves these as they were.
#[test]
fn older_editions_that_come_are_corrected_or_withdrawn_leave_sealed_pages_as_they_were() {
    let site = Site::new(SMALL);
    like_2023(&site, "2021", "23");
    let sealed = ["2021", "2023", "2024"];
    for edition in sealed {
        site.run(&["seal", edition]).must_end_with(0);
    }
    let before = site.build();
    let same = |editions: &[&str], what: &str| {
        let (differing, elsewhere) = differing(&promised_by(&site, editions), &before, &site.build());
        assert_eq!(differing, Vec::<String>::new(), "{what}");
        assert!(elsewhere > 0, "{what}: the pages speak of the other edition");
    };
    like_2023(&site, "2022", "11");
    same(&sealed, "an edition between two");
    let correction = "{ date: 2026-03-01, unit: so-y-te, criterion: ha-tang, was: 23, now: 29, reason: Sai }";
    site.replace("content/scores/2021.yaml", "{ ha-tang: 23,", "{ ha-tang: 29,");
    let scores = site.read("content/scores/2021.yaml");
    site.write("content/scores/2021.yaml", scores + &format!("corrections:\n  - {correction}\n"));
    same(&["2023", "2024"], "a corrected edition");
    site.replace("content/scores/2022.yaml", "status: official", "status: withdrawn");
    same(&["2023", "2024"], "a withdrawn edition");
}

/// Then a sealed edition is compared with none, and has no file of changes: nobody was promised one.
#[test]
fn the_only_edition_before_a_sealed_one_may_be_withdrawn() {
    let site = Site::new(SMALL);
    site.run(&["seal", "2024"]).must_end_with(0);
    let before = site.build();
    let changes = "2024/data/changes.csv";
    assert!(before.contains_key(changes) && !site.read("content/sealed/2024.yaml").contains(changes));
    site.replace("content/scores/2023.yaml", "status: official", "status: withdrawn");
    let (differing, elsewhere) = differing(&promised_by(&site, &["2024"]), &before, &site.build());
    assert_eq!((differing, elsewhere > 0), (Vec::new(), true));
}

#[test]
fn a_second_edition_leaves_the_sealed_first_one_as_it_was() {
    let site = Site::new(SMALL);
    let second = ["2024.yaml", "2024.vi.md", "2024.en.md"].map(|name| format!("content/scores/{name}"));
    let texts = second.each_ref().map(|path| (path, site.read(path)));
    for path in &second {
        std::fs::remove_file(site.path(path)).expect("a file of the second edition");
    }
    site.run(&["seal", "2023"]).must_end_with(0);
    let before = site.build();
    for (path, text) in texts {
        site.write(path, text);
    }
    let (differing, _) = differing(&promised_by(&site, &["2023"]), &before, &site.build());
    assert_eq!(differing, Vec::<String>::new());
}

#[test]
fn little_is_cut_before_pages_are_compared() {
    let site = sealed();
    let built = site.build();
    for url in promised(&site).iter().filter(|url| url.ends_with(".html")) {
        let page = text(&built, url);
        let (whole, kept) = (page.len() - page.find("<body").expect("a body"), body(page).len());
        assert!(kept * 10 > whole * 7, "of {url} {kept} of {whole} bytes are compared");
        assert!(body(page).contains("<main id=\"main\">") && body(page).contains("</html>"), "{url}");
    }
}

#[test]
fn a_change_of_a_sealed_page_would_be_seen() {
    let page = "<head></head><body><nav class=\"x\" data-editions><nav>1</nav></nav><main>2</main></body>";
    assert_eq!(body(page), "<body><main>2</main></body>");
    assert_ne!(body(&page.replace('2', "3")), body(page));
    assert_eq!(body(&page.replace('1', "3")), body(page));
}
