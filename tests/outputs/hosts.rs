//! Files for hosts, and what a host makes of pages and tables.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::process::Command;

use crate::common::{Site, files_below, text};

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
fn a_page_that_is_not_found_is_relative_where_no_server_is_known() {
    let site = Site::minimal();
    let line =
        site.read("content/site.yaml").lines().find(|line| line.starts_with("url:")).expect("an address").to_owned();
    site.replace("content/site.yaml", &line, "");
    let ran = site.run(&["check", "--strict"]);
    ran.must_end_with(0);
    let files = site.build();
    assert!(text(&files, "404.html").contains(" href=\"index.html\""));
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

/// Runs a script in the folder of a site; `bin/` of it comes first among the folders of programs.
#[track_caller]
fn shell(site: &Site, folder: &str, script: &str) {
    let path = format!("{}:{}", site.path("bin").display(), std::env::var("PATH").expect("a path"));
    let ran = Command::new("sh").args(["-euc", script]).env("PATH", path).current_dir(site.path(folder)).output();
    let ran = ran.expect("a shell");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
}

#[test]
fn the_job_of_gitlab_publishes_the_site_with_compressed_copies() {
    let site = Site::minimal();
    site.replace("content/site.yaml", "format: 1", "format: 1\nhosting: [gitlab-pages]");
    site.write("content/root/.well-known/security.txt", "x");
    let mut expected = site.build();
    let job = site.read("output/.gitlab-ci.yml");
    let lines = job.lines().filter_map(|line| line.strip_prefix("    - ")).filter(|line| !line.starts_with("if: "));
    shell(&site, "output", &lines.collect::<Vec<_>>().join("\n"));
    let (packed, plain): (Vec<_>, Vec<_>) =
        files_below(&site.path("output/public")).into_iter().partition(|(path, _)| path.ends_with(".gz"));
    expected.remove(".gitlab-ci.yml");
    assert!(plain.into_iter().eq(expected), "all files but what begins with a dot");
    let names: Vec<&str> = packed.iter().map(|(path, _)| path.as_str()).collect();
    assert!(names.contains(&"index.html.gz") && names.contains(&"2024/data/scores.csv.gz"), "{names:?}");
}

#[test]
fn what_is_uploaded_to_storage_has_its_type_and_goes_in_order() {
    let site = Site::minimal();
    site.replace("content/site.yaml", "format: 1", "format: 1\nhosting: [s3]");
    site.build();
    // A program in place of `aws` that notes its words.
    site.write("bin/aws", "#!/bin/sh\n{ printf '[%s]' \"$@\"; echo; } >>\"$NOTES\"\n");
    fs::set_permissions(site.path("bin/aws"), fs::Permissions::from_mode(0o755)).expect("it may run");
    let notes = site.path("notes");
    let script = format!("NOTES={} sh output/.hosting/s3.sh s3://b/p --endpoint-url 'http://x y'", notes.display());
    shell(&site, ".", &script);
    let notes = site.read("notes");
    let lines: Vec<&str> = notes.lines().collect();
    let begin = "[s3][sync][.][s3://b/p]";
    let end = "[--endpoint-url][http://x y]";
    assert!(lines.iter().all(|line| line.starts_with(begin) && line.contains(end)), "{notes}");
    let at =
        |words: &str| lines.iter().position(|line| line.contains(words)).unwrap_or_else(|| panic!("{words}: {notes}"));
    let kept = "[--cache-control][public, max-age=31536000, immutable]";
    let style = at(&format!("[--content-type][text/css; charset=utf-8]{kept}"));
    assert!(lines[style].contains("[--include][assets/*.css]"), "{notes}");
    let page = at(
        "[--exclude][assets/*][--exclude][.*][--endpoint-url][http://x y][--content-type][text/html; charset=utf-8]",
    );
    assert!(lines[page].contains("[--exclude][*]") && lines[page].ends_with("[--cache-control][no-cache]"), "{notes}");
    assert!(style < page && page < lines.len() - 1, "{notes}");
    assert_eq!(at("[--delete]"), lines.len() - 1, "{notes}");
    assert!(!notes.contains("video/mp4"), "nothing is asked for that the site has not: {notes}");
}

#[test]
fn every_host_at_once_is_no_clash() {
    let site = Site::minimal();
    let hosts = "[github-pages, gitlab-pages, netlify, cloudflare-pages, apache, nginx, caddy, iis, s3]";
    site.replace("content/site.yaml", "format: 1", &format!("format: 1\nhosting: {hosts}"));
    let files = site.build();
    let expected = [
        ".gitlab-ci.yml",
        ".hosting/Caddyfile",
        ".hosting/nginx.conf",
        ".hosting/s3.sh",
        ".htaccess",
        ".nojekyll",
        "_headers",
        "_redirects",
        "web.config",
    ];
    expected.iter().for_each(|path| assert!(files.contains_key(*path), "{path}"));
    site.replace("content/site.yaml", hosts, "[nginx]");
    let files = site.build();
    assert_eq!(expected.iter().filter(|path| files.contains_key(**path)).collect::<Vec<_>>(), [&".hosting/nginx.conf"]);
}
