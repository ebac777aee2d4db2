//! What is written for hosts, whatever the address is.

use super::base::Base;
use super::{HostFile, HostedSite, files_of};
use crate::model::Hosting;

fn site(path: &str) -> HostedSite {
    HostedSite {
        base: Base::of(path),
        languages: vec!["en".to_owned(), "zh-hant".to_owned()],
        editions: vec!["2023".to_owned(), "2024-h1".to_owned()],
    }
}

/// Every file of every host, for a site at a path.
fn all(path: &str) -> Vec<(&'static str, HostFile)> {
    let files = |(word, host): &(&'static str, Hosting)| {
        files_of(*host, &site(path)).into_iter().map(|file| (*word, file)).collect::<Vec<_>>()
    };
    Hosting::WORDS.iter().flat_map(files).collect()
}

#[track_caller]
fn text(host: Hosting, path: &str, file: &str) -> String {
    let files = files_of(host, &site(path));
    files.into_iter().find(|(name, _)| *name == file).unwrap_or_else(|| panic!("no {file}")).1
}

/// Paths full of what means something to some host: each of its signs is in the address as `%XX` or as it is.
const HOSTILE: [&str; 6] = [
    "/a%0A%20%20X-Evil:%20yes%0D%0A/",
    "/a%22;%7D%20location%20/%20%7B%20root%20/etc;%20%7D%20%23/",
    "/%7B$HOME%7D%7B%25x%25%7D/$request_uri/%25%7BHTTP_HOST%7D/",
    "/%3C/configuration%3E&amp;%3C!--/",
    "/a%5C%22%5C%5C'%60id%60$(id)/",
    "/*/%5Ba%5D(.*)+%7C%5E$/",
];

#[test]
fn no_address_adds_a_line_or_a_rule() {
    // As many lines, and on each the same words but for the path: so says the shape, in which the path is left out.
    let shape = |path: &str| -> Vec<(&str, &str, usize)> {
        all(path).into_iter().map(|(host, (file, text))| (host, file, text.lines().count())).collect()
    };
    let plain = shape("/xep-hang/");
    for path in HOSTILE {
        let (mut plain, mut hostile) = (plain.clone(), shape(path));
        // Caddy names a path that it cannot write by a matcher: a line before each of two rules.
        plain.retain(|(host, ..)| *host != "caddy");
        let caddy: Vec<_> = hostile.extract_if(.., |(host, ..)| *host == "caddy").collect();
        // nginx shows its own page where a path holds a sign for variables.
        let lines = |shape: &[(&str, &str, usize)]| shape.iter().find(|(host, ..)| *host == "nginx").map(|(.., n)| *n);
        if path.contains('$') {
            assert_eq!(lines(&hostile).map(|n| n + 3), lines(&plain), "{path}");
            hostile.retain(|(host, ..)| *host != "nginx");
            plain.retain(|(host, ..)| *host != "nginx");
        }
        assert_eq!(hostile, plain, "{path}");
        assert_eq!(caddy[0].2, text(Hosting::Caddy, "/xep-hang/", ".hosting/Caddyfile").lines().count() + 2, "{path}");
    }
}

#[test]
fn an_address_stands_only_in_letters_that_mean_nothing() {
    let quiet = |c: char| c.is_ascii_alphanumeric() || "-._~/%\\{}".contains(c);
    for path in HOSTILE {
        let base = Base::of(path);
        for written in [base.encoded(), base.regex(), base.regex_of_characters()] {
            assert!(written.chars().all(quiet), "{written}");
        }
        assert!(!base.encoded().contains(['\\', '{', '}']), "{}", base.encoded());
        for (host, (file, text)) in all(path) {
            // nginx alone is told the path as it is, between quotation marks.
            let told = host == "nginx" || !text.contains(base.plain());
            assert!(told, "{file} of {host} holds {path} as it is");
            assert!(!text.contains("X-Evil: yes\n"), "{file} of {host}");
        }
    }
}

#[test]
fn nginx_reads_a_path_between_quotation_marks() {
    let text = text(Hosting::Nginx, "/a%22;%0A%5C%7B/", ".hosting/nginx.conf");
    assert!(text.contains("\nlocation ^~ \"/a\\\";\\n\\\\{/\" {\n"), "{text}");
    assert!(text.contains("    error_page 403 404 =404 \"/a\\\";\\n\\\\{/404.html\";\n"), "{text}");
    assert!(text.contains("    return 301 \"/a%22%3B%0A%5C%7B/\";\n"), "{text}");
}

#[test]
fn a_recipe_names_the_folder_as_it_is_called_on_the_disk() {
    let case = |path, line: &str| {
        for (host, file) in [(Hosting::Nginx, ".hosting/nginx.conf"), (Hosting::Caddy, ".hosting/Caddyfile")] {
            let text = text(host, path, file);
            let found = text.lines().find(|line| line.starts_with("#   i")).and_then(|line| line.split("/srv").nth(1));
            let found = found.map(|rest| rest.trim_end_matches(';').trim_end_matches(file));
            assert_eq!(found, Some(line), "{text}");
        }
    };
    case("/", "/www/");
    case("/xep-hang/", "/www/xep-hang/");
    case("/x%E1%BA%BFp-h%E1%BA%A1ng/2/", "/www/xếp-hạng/2/");
    // A sign that could end the remark stays as the address has it.
    case("/a%0Ab%C2%85%20;$/", "/www/a%0Ab%C2%85%20%3B%24/");
}

#[test]
fn every_host_has_the_page_of_the_readers_language() {
    let case = |host, file: &str, lines: &[&str]| {
        let text = text(host, "/xep-hang/", file);
        lines.iter().for_each(|line| assert!(text.contains(line), "{line:?} in\n{text}"));
    };
    case(
        Hosting::Apache,
        ".htaccess",
        &["\nErrorDocument 404 /xep-hang/404.html\n", "\n  ErrorDocument 404 /xep-hang/zh-hant/404.html\n</If>\n"],
    );
    case(
        Hosting::Nginx,
        ".hosting/nginx.conf",
        &[
            "=404 \"/xep-hang/404.html\";\n",
            "    location ^~ \"/xep-hang/en/\" {\n        error_page 403 404 =404 \"/xep-hang/en/404.html\";",
        ],
    );
    case(
        Hosting::Caddy,
        ".hosting/Caddyfile",
        &["rewrite * \"/xep-hang/404.html\"\n", "rewrite * \"/xep-hang/en/404.html\"\n"],
    );
    case(
        Hosting::Iis,
        "web.config",
        &[
            "<error statusCode=\"404\" path=\"/xep-hang/404.html\" responseMode=\"ExecuteURL\"/>",
            "<location path=\"en\">\n    <system.webServer>\n    <httpErrors errorMode=\"Custom\">",
            "<error statusCode=\"404\" path=\"/xep-hang/en/404.html\" responseMode=\"ExecuteURL\"/>",
        ],
    );
    case(
        Hosting::Netlify,
        "_redirects",
        &["\n/en/* /en/404.html 404\n/zh-hant/* /zh-hant/404.html 404\n/* /404.html 404\n"],
    );
}

#[test]
fn one_file_of_headers_serves_two_hosts() {
    let netlify = text(Hosting::Netlify, "/xep-hang/", "_headers");
    assert_eq!(netlify, text(Hosting::CloudflarePages, "/xep-hang/", "_headers"));
    // A rule begins with a path; both hosts stop at 100, and Cloudflare at 2,000 signs a line.
    assert!(netlify.lines().filter(|line| line.starts_with('/')).count() < 20);
    assert!(netlify.lines().all(|line| line.len() < 2000));
    // What an earlier rule says is taken away before it is said otherwise.
    assert!(netlify.contains("/assets/*\n  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable\n"));
    assert!(
        netlify.contains("/en/embed/*\n  ! Content-Security-Policy\n  Content-Security-Policy: default-src 'none';")
    );
    assert_eq!(netlify.matches("frame-ancestors *\n").count(), 3);
    assert_eq!(netlify.matches("frame-ancestors 'self'\n").count(), 1);
}

#[test]
fn iis_is_told_nothing_twice() {
    let text = text(Hosting::Iis, "/", "web.config");
    let count = |what: &str| text.matches(what).count();
    assert_eq!(count("<mimeMap "), count("<remove fileExtension="));
    assert_eq!(count("        <add name="), count("<remove name="));
    assert_eq!(count("<add segment="), count("<remove segment="));
    let mut folders: Vec<&str> =
        text.split("<location path=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let all = folders.len();
    folders.sort_unstable();
    folders.dedup();
    assert_eq!(folders.len(), all);
    assert!(folders.contains(&"2024-h1/data") && folders.contains(&"en/embed") && folders.contains(&"assets"));
    assert!(text.contains("<mimeMap fileExtension=\".csv\" mimeType=\"text/csv; charset=utf-8\"/>"));
}

#[test]
fn every_host_that_takes_headers_has_the_policy_and_the_fonts_of_a_theme() {
    for (host, (file, text)) in all("/") {
        let takes = !matches!(host, "github-pages" | "gitlab-pages" | "s3") && file != "_redirects";
        assert_eq!(text.contains("; font-src 'self'; "), takes, "{file} of {host}");
        assert_eq!(text.contains("; frame-ancestors *"), takes, "{file} of {host}");
    }
}

#[test]
fn the_document_names_every_host_with_its_files_and_the_policy() {
    let document = include_str!("../../../docs/hosting.md");
    assert!(document.contains(&format!("Content-Security-Policy: {}\n", super::rules::POLICY)));
    let row = |host: &str| document.lines().find(|line| line.starts_with(&format!("| `{host}` |")));
    for (host, (file, _)) in all("/") {
        assert!(row(host).is_some_and(|row| row.contains(&format!("`{file}`"))), "{file} of {host}");
    }
}
