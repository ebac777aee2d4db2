//! Files for hosts, and what a host makes of pages and tables.

use crate::common::{Site, text};

#[test]
fn an_address_with_an_ampersand_stays_xml() {
    let site = Site::minimal();
    site.replace("content/site.yaml", "format: 1", "format: 1\nhosting: [iis]");
    site.run(&["build", "--url", "https://example.org/a&b/"]).must_end_with(0);
    let config = site.read("output/web.config");
    assert!(config.contains("path=\"/a%26b/404.html\""), "{config}");
    assert_eq!(config.matches('&').count(), 0, "{config}");
}

#[test]
fn a_theme_may_bring_its_own_fonts() {
    let site = Site::minimal();
    site.replace("content/site.yaml", "format: 1", "format: 1\nhosting: [netlify, apache, iis]");
    let files = site.build();
    for path in ["_headers", ".htaccess", "web.config"] {
        assert!(text(&files, path).contains("; font-src 'self'; "), "{path}");
    }
}

#[test]
fn a_page_that_is_not_found_leads_home_from_any_depth() {
    let site = Site::minimal();
    let line =
        site.read("content/site.yaml").lines().find(|line| line.starts_with("url:")).expect("an address").to_owned();
    site.replace("content/site.yaml", &line, "hosting: [apache]");
    let files = site.build();
    let page = text(&files, "404.html");
    let targets =
        page.split([' ', '>']).filter_map(|word| word.strip_prefix("href=\"").or(word.strip_prefix("src=\"")));
    let targets: Vec<&str> = targets.map(|target| target.trim_end_matches('"')).collect();
    assert!(targets.contains(&"/index.html"), "{targets:?}");
    let relative = |target: &&str| !target.starts_with(['/', '#']) && !target.contains(':');
    assert_eq!(targets.into_iter().filter(relative).collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn an_address_has_a_host_and_no_password() {
    let site = Site::minimal();
    let refused =
        ["https://", "https:///x", "https://user:secret@example.org/", "https://:8080/", "https://?x", "x.org"];
    for address in refused {
        site.run(&["build", "--url", address]).must_end_with(2);
    }
    site.run(&["build", "--url", "https://[::1]:8080/x/"]).must_end_with(0);
    let line =
        site.read("content/site.yaml").lines().find(|line| line.starts_with("url:")).expect("an address").to_owned();
    site.replace("content/site.yaml", &line, "url: \"https://user:secret@example.org/\"");
    let ran = site.run(&["check"]);
    ran.must_end_with(1);
    assert!(ran.err.contains("error[not-a-url]"), "{}", ran.err);
}

#[test]
fn a_band_of_ranks_is_no_date() {
    let site = Site::minimal();
    site.write(
        "content/scores/2023.yaml",
        "year: 2023\nscheme: thu\nstatus: official\npublished: 2024-03-01\nannounced:\n  so:\n    total:\n      \
         - { rank: { min: 1, max: 2 }, units: [so-tu-phap, so-y-te] }\n",
    );
    let files = site.build();
    let ranking = text(&files, "2023/data/ranking-so.csv");
    assert!(ranking.contains("\n1..2,so-y-te,"), "{ranking}");
    assert!(text(&files, "2023/data/scores.csv").contains("1..2"));
}

#[test]
fn ranks_and_counts_that_cannot_be_are_faults() {
    let case = |statement: &str, code: &str| {
        let site = Site::minimal();
        site.write(
            "content/scores/2023.yaml",
            format!(
                "year: 2023\nscheme: thu\nstatus: official\npublished: 2024-03-01\nscores:\n  so:\n    so-y-te: {{ ha-tang: \
                 18, nhan-luc: 9 }}\n    so-tu-phap: {{ ha-tang: ~, nhan-luc: 9 }}\nannounced: {{ so: {{ ha-tang: [ \
                 {statement} ] }} }}\n"
            ),
        );
        let ran = site.run(&["check", "--format", "short"]);
        let expected = i32::from(!code.is_empty());
        ran.must_end_with(expected);
        assert!(code.is_empty() || ran.err.contains(&format!("error[{code}]")), "{}", ran.err);
        assert!(ran.err.contains(&format!("{expected} error")), "{}", ran.err);
    };
    case("{ rank: 1, score: 18, count: 2, units: [so-y-te] }", "");
    case("{ rank: 1, score: 18, count: 90, units: [so-y-te] }", "announced-mismatch");
    case("{ rank: 20180504, units: [so-y-te] }", "not-a-count");
    case("{ rank: 1, count: 2, units: [so-y-te] }, { rank: 2, units: [so-tu-phap] }", "statements-clash");
}
