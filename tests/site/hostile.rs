//! Texts of editors are never more than text: not markup, not script, not a formula.

use crate::common::html::{Element, elements};
use crate::common::{Files, Site, csv_rows, text};

const HOSTILE: &str = include_str!("../data/hostile.txt");

fn hostile() -> Files {
    Site::new(HOSTILE).build()
}

/// What only our own code could have put on a page, and did not.
fn fault(element: &Element) -> Option<String> {
    let is_own = |src: &str| src.rsplit('/').nth(1) == Some("assets") && src.ends_with(".js");
    // A block of data is not run; nothing in it can end it.
    let is_data = element.get("type") == Some("application/ld+json") && !element.inner.contains('<');
    let own_script = is_data || element.get("src").is_some_and(is_own) && element.inner.is_empty();
    let forbidden = ["iframe", "object", "embed", "form", "style", "base", "img", "math"];
    // The form of the search page leads to the page itself.
    let own_form = element.name == "form" && element.get("action").is_none();
    if (element.name == "script" && !own_script) || (forbidden.contains(&element.name.as_str()) && !own_form) {
        return Some(format!("<{}> {}", element.name, element.inner));
    }
    for (name, value) in &element.attributes {
        let value_start: String = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
        let scheme = value_start.to_lowercase();
        let bad_address = ["href", "src", "action", "formaction", "xlink:href"].contains(&name.as_str())
            && (["javascript:", "vbscript:", "//", "\\"].iter().any(|bad| scheme.starts_with(bad))
                || (scheme.starts_with("data:") && scheme != "data:,"));
        if name.starts_with("on") || name == "style" || name == "srcdoc" || bad_address {
            return Some(format!("{name}={value:?}"));
        }
    }
    None
}

#[track_caller]
fn assert_harmless(files: &Files) {
    let mut n_elements = 0;
    for path in files.keys().filter(|path| path.ends_with(".html")) {
        let elements = elements(text(files, path));
        n_elements += elements.len();
        let found: Vec<String> = elements.iter().filter_map(fault).collect();
        assert_eq!(found, Vec::<String>::new(), "{path}");
    }
    assert!(n_elements > 1000, "only {n_elements} elements were looked at");
}

#[test]
fn no_text_becomes_markup() {
    let files = hostile();
    assert_harmless(&files);
    for path in files.keys().filter(|path| path.ends_with(".html")) {
        let page = text(&files, path);
        // Seen without a parser: whatever one makes of it, there is no tag and no end of an attribute.
        for opened in ["<script>", "<img", "<iframe", "<svg onload", "<style"] {
            assert!(!page.contains(opened), "{path} holds {opened}");
        }
        let tags = page.split('<').skip(1).filter_map(|rest| rest.split('>').next());
        for tag in tags {
            assert!(!tag.contains("\"onmouseover=") && !tag.contains("'onfocus="), "{path}: <{tag}>");
        }
        assert!(!page.contains("⟦"), "{path} asks for a phrase that there is not");
    }
}

#[track_caller]
fn is_read(files: &Files, path: &str, expected: &str) {
    let page = elements(text(files, path));
    let main = page.iter().find(|e| e.name == "main").expect("a page with <main>");
    assert!(main.text.contains(expected), "{path} does not say {expected:?}");
}

#[test]
fn each_text_is_read_as_it_was_written() {
    let files = hostile();
    is_read(&files, "2024/groups/g/index.html", "=HYPERLINK(\"http://evil.example\";\"x\")");
    is_read(&files, "2024/groups/g/index.html", "</td></tr></table><script>alert(\"e\")</script>");
    is_read(&files, "en/2024/groups/g/index.html", "{% include 'x' %}");
    is_read(&files, "en/2024/groups/g/index.html", "&lt;script&gt;");
    is_read(&files, "2024/criteria/x/index.html", "<svg onload=alert(\"x\")>");
    is_read(&files, "2024/announcement/index.html", "<script>alert(\"quote\")</script>");
    is_read(&files, "2024/announcement/index.html", "<script>alert(\"disputed\")</script>");
    is_read(&files, "2024/units/a/index.html", "<script>alert(\"note\")</script>");
    is_read(&files, "2024/units/e/index.html", "<script>alert(\"unranked\")</script>");
    is_read(&files, "2024/index.html", "<a href=\"javascript:alert(1)\">x</a>");
    is_read(&files, "2024/index.html", "<script>alert(\"foreword\")</script>");
    is_read(&files, "trang/index.html", "<iframe src=\"https://evil.example\"></iframe>");
    is_read(&files, "en/index.html", "\"onmouseover=\"alert(1)");
    is_read(&files, "2024/print/index.html", "<script>alert(\"quote\")</script>");
    is_read(&files, "2024/print/index.html", "<script>alert(\"foreword\")</script>");
}

#[test]
fn what_other_sites_show_is_read_as_it_was_written() {
    let files = hostile();
    let page = elements(text(&files, "index.html"));
    let said =
        |property: &str| page.iter().find(|e| e.get("property") == Some(property)).and_then(|e| e.get("content"));
    assert_eq!(said("og:title"), Some("<script>alert(\"title\")</script>"));
    assert_eq!(said("og:site_name"), Some("<script>alert(\"title\")</script>"));
    assert_eq!(said("og:description"), Some("\"><script>alert(\"description\")</script>"));
    let cited = page.iter().find(|e| e.get("id") == Some("cite")).expect("a reference");
    assert!(
        cited.text.contains("</title><script>alert(\"publisher\")</script> (2025). <script>alert(\"title\")</script>.")
    );
    let group = elements(text(&files, "2024/groups/g/index.html"));
    let described = group.iter().find(|e| e.get("name") == Some("description")).and_then(|e| e.get("content"));
    let leader =
        "=HYPERLINK(\"http://evil.example\";\"x\") dẫn đầu nhóm <script>alert(\"group\")</script> với 27 điểm.";
    assert!(described.expect("a description").contains(leader), "{described:?}");
}

#[test]
fn no_text_becomes_a_formula() {
    let files = hostile();
    let rows = csv_rows(text(&files, "2024/data/scores.csv"));
    let name = |unit: &str| rows.iter().find(|row| row["unit"] == unit).expect("a row")["unit_name"].clone();
    assert_eq!(name("a"), "'=HYPERLINK(\"http://evil.example\";\"x\")");
    assert_eq!([name("b"), name("c")], ["'+1+1", "'@SUM(A1)"]);
    for path in files.keys().filter(|path| path.ends_with(".csv")) {
        let records = csv::ReaderBuilder::new().has_headers(false).from_reader(files[path].as_slice()).into_records();
        for field in records.flat_map(|record| record.expect("a record").iter().map(str::to_owned).collect::<Vec<_>>())
        {
            let number = field.parse::<rust_decimal::Decimal>().is_ok();
            assert!(number || !field.starts_with(['=', '+', '-', '@', '\t', '\r']), "{path}: {field:?}");
        }
    }
}

#[track_caller]
fn refused(file: &str, from: &str, to: &str, code: &str) {
    let site = Site::new(HOSTILE);
    site.replace(file, from, to);
    let ran = site.run(&["check", "--format", "short"]);
    ran.must_end_with(1);
    assert!(ran.err.contains(&format!("error[{code}]")), "{}", ran.err);
}

#[test]
fn what_would_become_an_address_is_refused() {
    refused("content/site.yaml", "url: https://example.org/", "url: 'javascript:alert(1)'", "not-a-url");
    refused("content/schemes/s.yaml", "https://example.org/?a=1&b='x'", "javascript:x", "not-a-url");
    refused("content/units.yaml", "  a: {", "  '../a': {", "id-malformed");
    refused("content/units.yaml", "  a: {", "  '<script>': {", "id-malformed");
    refused("content/units.yaml", "'+1+1'", "\"\\u202e1\"", "character-refused");
}

#[test]
fn markup_would_be_found() {
    let found = |markup: &str| elements(markup).iter().filter_map(fault).count();
    assert_eq!(found("<p onclick=\"x\">"), 1);
    assert_eq!(found("<script>x</script>"), 1);
    assert_eq!(found("<a href=\" JavaScript:x\">"), 1);
    assert_eq!(found("<a href=\"//x\">"), 1);
    assert_eq!(found("<img src=\"x\">"), 1);
    assert_eq!(found("<p style=\"x\">"), 1);
    assert_eq!(found("<a href=\"x.html\">&lt;script&gt;</a>"), 0);
}
