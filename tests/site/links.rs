//! Links: each leads to a file of the site and to an element of that page, and none says where the site stands.

use std::collections::{BTreeMap, BTreeSet};

use crate::common::html::{Element, tags};
use crate::common::{Files, Site, text};
use crate::{SMALL, example, small};

/// A page with its elements.
struct Page<'f> {
    path: &'f str,
    elements: Vec<Element>,
}

fn pages(files: &Files) -> Vec<Page<'_>> {
    let pages = files.keys().filter(|path| path.ends_with(".html"));
    pages.map(|path| Page { path, elements: tags(text(files, path)) }).collect()
}

impl Page<'_> {
    /// Every address that the page names, but those that say where it stands itself.
    fn addresses(&self) -> Vec<&str> {
        let stands = |e: &Element| e.name == "link" && ["canonical", "alternate"].contains(&e.get("rel").unwrap_or(""));
        let named = self.elements.iter().filter(|e| !stands(e));
        let mut addresses: Vec<&str> =
            named.flat_map(|e| ["href", "src", "action", "poster"].map(|name| e.get(name))).flatten().collect();
        let refresh = self.elements.iter().filter(|e| e.get("http-equiv").is_some());
        addresses.extend(refresh.filter_map(|e| e.get("content")?.split_once("url=").map(|(_, url)| url)));
        addresses.retain(|address| *address != "data:,");
        addresses
    }

    fn ids(&self) -> BTreeSet<&str> {
        self.elements.iter().filter_map(|e| e.get("id")).collect()
    }

    fn is_not_found(&self) -> bool {
        self.path.ends_with("404.html")
    }
}

/// Whether an address has a scheme: it leads out of the site.
fn leads_out(address: &str) -> bool {
    address.split_once(':').is_some_and(|(scheme, _)| {
        !scheme.is_empty() && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
    })
}

/// The file that a relative address names, seen from a page; nothing where it leaves the site.
pub(crate) fn target(from: &str, address: &str) -> Option<String> {
    if address.is_empty() {
        return Some(from.to_owned());
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    if address.ends_with('/') {
        parts.push("index.html");
    }
    Some(parts.join("/"))
}

/// What is wrong with the links of a site.
pub(crate) fn broken(files: &Files, outside: &[&str]) -> Vec<String> {
    let pages = pages(files);
    let ids: BTreeMap<&str, BTreeSet<&str>> = pages.iter().map(|page| (page.path, page.ids())).collect();
    let mut broken = Vec::new();
    let mut n = 0;
    for page in pages.iter().filter(|page| !page.is_not_found()) {
        for address in page.addresses() {
            n += 1;
            if let Some(why) = fault(files, &ids, page.path, address, outside) {
                broken.push(format!("{}: {address}: {why}", page.path));
            }
        }
    }
    assert!(n > 100, "only {n} links were looked at");
    broken
}

fn fault(
    files: &Files,
    ids: &BTreeMap<&str, BTreeSet<&str>>,
    page: &str,
    address: &str,
    outside: &[&str],
) -> Option<String> {
    if leads_out(address) {
        let known = outside.iter().any(|start| address.starts_with(start));
        return (!known).then(|| "leads out of the site".to_owned());
    }
    if address.starts_with('/') || address.starts_with('\\') {
        return Some("is absolute".to_owned());
    }
    let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
    // What stands behind `?` is read by a script of the page.
    let path = path.split('?').next().unwrap_or_default();
    let Some(target) = target(page, path) else { return Some("leaves the site".to_owned()) };
    if !files.contains_key(&target) {
        return Some(format!("there is no {target}"));
    }
    let lost = !fragment.is_empty() && !ids.get(target.as_str()).is_some_and(|ids| ids.contains(fragment));
    lost.then(|| format!("{target} has no #{fragment}"))
}

/// Where the documents of the example and the free pages lead.
const OUTSIDE: [&str; 4] = ["https://mic.gov.vn/", "https://example.org", "https://example.gov.vn", "mailto:"];

#[test]
fn every_link_of_the_example_arrives() {
    assert_eq!(broken(example(), &OUTSIDE), Vec::<String>::new());
}

#[test]
fn every_link_of_the_small_site_arrives() {
    assert_eq!(broken(small(), &OUTSIDE), Vec::<String>::new());
}

#[test]
fn links_name_files() {
    for page in pages(small()).iter().filter(|page| !page.is_not_found()) {
        for address in page.addresses().into_iter().filter(|address| !leads_out(address)) {
            let path = address.split(['#', '?']).next().unwrap_or_default();
            let name = path.rsplit('/').next().unwrap_or_default();
            assert!(address.starts_with('#') || name.contains('.'), "{}: {address} names no file", page.path);
        }
    }
}

#[test]
fn links_may_name_folders() {
    let site = Site::new(SMALL);
    site.replace("content/site.yaml", "licence: CC-BY-4.0", "licence: CC-BY-4.0\nlinks: folders");
    let files = site.build();
    assert_eq!(broken(&files, &OUTSIDE), Vec::<String>::new());
    for page in pages(&files).iter().filter(|page| !page.is_not_found()) {
        for address in page.addresses().into_iter().filter(|address| !leads_out(address)) {
            assert!(!address.contains("index.html"), "{}: {address}", page.path);
        }
    }
}

#[test]
fn ids_are_unique_on_each_page() {
    for files in [example(), small()] {
        for page in pages(files) {
            let all: Vec<&str> = page.elements.iter().filter_map(|e| e.get("id")).collect();
            assert_eq!(all.len(), page.ids().len(), "{}: {all:?}", page.path);
        }
    }
}

#[test]
fn pages_that_are_served_at_any_depth_link_by_whole_addresses() {
    let pages = pages(small());
    let lost: Vec<&Page<'_>> = pages.iter().filter(|page| page.is_not_found()).collect();
    assert_eq!(lost.iter().map(|page| page.path).collect::<Vec<_>>(), ["404.html", "en/404.html"]);
    for page in lost {
        let addresses: Vec<&str> = page.addresses().into_iter().filter(|a| !a.starts_with('#')).collect();
        assert!(!addresses.is_empty(), "{} links nowhere", page.path);
        for address in addresses {
            assert!(leads_out(address), "{}: {address}", page.path);
            if let Some(path) = address.strip_prefix("https://example.org/xep-hang/") {
                assert!(small().contains_key(&target("index.html", path).expect("a path")), "{}: {address}", page.path);
            }
        }
    }
}

#[test]
fn only_the_heads_of_pages_say_where_the_site_stands() {
    for page in pages(small()) {
        let head = |rel: &str| page.elements.iter().filter(|e| e.name == "link" && e.get("rel") == Some(rel)).count();
        if !page.is_not_found() && !page.path.ends_with("ve-chung-toi/index.html") {
            assert_eq!(head("canonical"), 1, "{}", page.path);
        }
    }
    let site = Site::new(SMALL);
    site.replace("content/site.yaml", "url: https://example.org/xep-hang/\n", "");
    for (path, bytes) in site.build() {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert!(!text.contains("example.org/xep-hang"), "{path}");
    }
}

#[test]
fn a_broken_link_would_be_found() {
    let page = |body: &str| format!("<p id=\"a\">x</p>{body}").into_bytes();
    let bad = ["b.html", "index.html#b", "../x.html", "/index.html", "//example.com/", "https://example.com/"];
    let links = bad.iter().map(|href| format!("<a href=\"{href}\">x</a>")).collect::<String>();
    let good = "<a href=\"index.html#a\">x</a>".repeat(100);
    let files = Files::from([("index.html".to_owned(), page(&(good + &links)))]);
    let found = broken(&files, &[]);
    assert_eq!(found.len(), bad.len(), "{found:?}");
}
