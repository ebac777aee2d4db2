//! The addresses in a file of a published site, and the ids that others may name.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use xxhash_rust::xxh3::xxh3_64;

use super::address::{LeadsTo, SiteAddress, leads};
use super::scan::{OpenTag, plain, styles, tags};

/// Whether a file is of a kind that names other files: a page, a style sheet, a picture of lines, a feed.
#[must_use]
pub(crate) fn is_looked_into(path: &str) -> bool {
    [".html", ".htm", ".css", ".svg", ".xml", ".atom"].iter().any(|end| path.ends_with(end))
}

/// What is known of a site before its files are looked into.
#[derive(Clone, Debug)]
pub(crate) struct Grounds {
    paths: BTreeSet<String>,
    /// Each path by its letters in one case.
    folded: BTreeMap<String, String>,
    /// Where the site stands, as far as that is known.
    sites: Vec<SiteAddress>,
}

impl Grounds {
    /// The files of a site, and its addresses.
    pub(crate) fn new(paths: BTreeSet<String>, sites: Vec<SiteAddress>) -> Self {
        let folded = paths.iter().map(|path| (path.to_lowercase(), path.clone())).collect();
        Self { paths, folded, sites }
    }

    /// Whether a file is there: a path of a folder means its page.
    fn there(&self, path: &str) -> Option<String> {
        let page = || Some(format!("{path}/index.html")).filter(|page| self.paths.contains(page));
        self.paths.contains(path).then(|| path.to_owned()).or_else(page)
    }
}

/// The address that a page gives itself.
pub(crate) fn canonical(page: &[u8]) -> Option<SiteAddress> {
    let text = std::str::from_utf8(page).ok()?;
    let is_canonical = |tag: &OpenTag<'_>| {
        tag.is("link") && tag.value("rel").is_some_and(|rel| text[rel].eq_ignore_ascii_case("canonical"))
    };
    SiteAddress::of(&plain(&text[tags(text).find(is_canonical)?.value("href")?]))
}

/// What is wrong with an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stray {
    /// No file is there.
    Dead(String),
    /// A file of that name is there in other letters: the path asked for, and that of the file.
    OtherCase(String, String),
    /// The file is there and the place in it is not.
    NoPlace(String, String),
    /// The page loads it from another host.
    Load(String),
}

/// What was found in a file.
#[derive(Clone, Debug, Default)]
pub(crate) struct LookedInto {
    /// What is wrong, and where the address stands.
    pub(crate) strays: Vec<(Range<usize>, Stray)>,
    /// The ids of the file, as hashes in their order: of a site with many rows the names would fill the memory.
    pub(crate) ids: Vec<u64>,
    /// Places in other files that addresses name, each once, with where.
    pub(crate) wanted: BTreeMap<(String, String), Range<usize>>,
}

impl LookedInto {
    /// Whether the file has an element of that id.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.ids.binary_search(&xxh3_64(id.as_bytes())).is_ok()
    }
}

/// An address in a file, and whether a reader's browser loads what it leads to by itself.
struct AddressIn {
    range: Range<usize>,
    loads: bool,
}

/// Looks into a text of a site.
pub(crate) fn look(path: &str, text: &str, grounds: &Grounds) -> LookedInto {
    let (mut found, mut ids) = (Vec::new(), BTreeSet::new());
    if path.ends_with(".css") {
        found.extend(styles(text, 0..text.len()).into_iter().map(|range| AddressIn { range, loads: true }));
    } else {
        let is_page = path.ends_with(".html") || path.ends_with(".htm");
        for tag in tags(text) {
            addresses(&tag, text, &mut found);
            let name = tag.value("name").filter(|_| is_page && tag.is("a"));
            ids.extend(tag.value("id").into_iter().chain(name).map(|id| xxh3_64(plain(&text[id]).as_bytes())));
        }
    }
    let mut looked = LookedInto { ids: ids.into_iter().collect(), ..LookedInto::default() };
    for AddressIn { range, loads } in found {
        let address = plain(&text[range.clone()]).into_owned();
        match leads(path, &address, &grounds.sites) {
            LeadsTo::File(file, place) => match grounds.there(&file) {
                Some(file) => {
                    place.into_iter().filter(|_| file != path).for_each(|place| {
                        looked.wanted.entry((file.clone(), place)).or_insert_with(|| range.clone());
                    });
                }
                None => {
                    let other = grounds.folded.get(&file.to_lowercase()).cloned();
                    let stray = other.map_or(Stray::Dead(file.clone()), |other| Stray::OtherCase(file, other));
                    looked.strays.push((range, stray));
                }
            },
            LeadsTo::Here(place) if !place.is_empty() && !looked.has(&place) => {
                looked.strays.push((range, Stray::NoPlace(path.to_owned(), place)));
            }
            LeadsTo::Host(host) if loads => looked.strays.push((range, Stray::Load(host))),
            LeadsTo::Here(_) | LeadsTo::Host(_) | LeadsTo::Elsewhere => {}
        }
    }
    looked
}

/// Attributes by which an element loads a file: name of the element, name of the attribute.
const LOADS: [(&str, &str); 17] = [
    ("script", "src"),
    ("img", "src"),
    ("source", "src"),
    ("iframe", "src"),
    ("frame", "src"),
    ("video", "src"),
    ("video", "poster"),
    ("audio", "src"),
    ("track", "src"),
    ("embed", "src"),
    ("object", "data"),
    ("input", "src"),
    ("image", "href"),
    ("image", "xlink:href"),
    ("use", "href"),
    ("use", "xlink:href"),
    ("base", "href"),
];

/// Attributes by which an element leads a reader somewhere.
const LEADS: [(&str, &str); 4] = [("a", "href"), ("a", "xlink:href"), ("area", "href"), ("form", "action")];

/// What a `link` may be for that no browser loads by itself.
const NOT_LOADED: [&str; 10] =
    ["alternate", "author", "canonical", "help", "license", "next", "prev", "related", "search", "self"];

/// The addresses of a tag.
fn addresses(tag: &OpenTag<'_>, text: &str, found: &mut Vec<AddressIn>) {
    let mut push = |range: Option<Range<usize>>, loads| found.extend(range.map(|range| AddressIn { range, loads }));
    for (_, attribute) in LOADS.iter().filter(|(element, _)| tag.is(element)) {
        push(tag.value(attribute), true);
    }
    for (_, attribute) in LEADS.iter().filter(|(element, _)| tag.is(element)) {
        push(tag.value(attribute), false);
    }
    if tag.is("link") {
        let rel = tag.value("rel").map(|range| text[range].to_ascii_lowercase()).unwrap_or_default();
        let loads = rel.split_ascii_whitespace().any(|word| !NOT_LOADED.contains(&word)) && !is_alternate(&rel);
        push(tag.value("href"), loads);
    }
    if tag.is("loc") {
        push(Some(tag.text.clone()), false);
    }
    if tag.is("meta") {
        push(tag.value("content").and_then(|range| refresh(tag, text, range)), false);
    }
    if tag.is("img") || tag.is("source") {
        let set = tag.value("srcset").map(|range| candidates(text, range)).unwrap_or_default();
        set.into_iter().for_each(|range| push(Some(range), true));
    }
    let styled = tag.value("style").into_iter().chain(tag.is("style").then(|| tag.text.clone()));
    for range in styled.flat_map(|range| styles(text, range)) {
        push(Some(range), true);
    }
}

/// An alternate style sheet is loaded, and every other alternate is not.
fn is_alternate(rel: &str) -> bool {
    rel.contains("alternate") && !rel.contains("stylesheet")
}

/// The address of `<meta http-equiv="refresh" content="0; url=…">`, and of the picture of a link preview.
fn refresh(tag: &OpenTag<'_>, text: &str, content: Range<usize>) -> Option<Range<usize>> {
    let of = |name: &str| tag.value(name).map(|range| &text[range]).unwrap_or_default();
    if ["og:image", "og:url"].contains(&of("property")) || of("name") == "twitter:image" {
        return Some(content);
    }
    if !of("http-equiv").eq_ignore_ascii_case("refresh") {
        return None;
    }
    let at = text[content.clone()].to_ascii_lowercase().find("url=")?;
    Some(content.start + at + 4..content.end)
}

/// The addresses of `srcset="a.png 1x, b.png 2x"`.
fn candidates(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = range.start;
    for part in text[range].split(", ").flat_map(|part| part.split(",\n")) {
        let start = at + (part.len() - part.trim_start().len());
        let len = part.trim_start().split_ascii_whitespace().next().unwrap_or_default().len();
        if len > 0 {
            found.push(start..start + len);
        }
        at += part.len() + 2;
    }
    found
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{Grounds, Stray, look};
    use crate::verify::address::SiteAddress;

    fn grounds() -> Grounds {
        let paths = ["index.html", "2018/index.html", "assets/a.css", "assets/Logo.svg", "feed.xml"];
        let paths: BTreeSet<String> = paths.map(str::to_owned).into();
        Grounds::new(paths, SiteAddress::of("https://example.org/xep-hang/").into_iter().collect())
    }

    /// What is wrong in a text, one line each.
    fn strays(path: &str, text: &str) -> Vec<String> {
        let looked = look(path, text, &grounds());
        let wanted = looked.wanted.keys().map(|(file, place)| format!("wants {file}#{place}"));
        let stray = |(range, stray): &(std::ops::Range<usize>, Stray)| match stray {
            Stray::Dead(file) => format!("{}: no {file}", &text[range.clone()]),
            Stray::OtherCase(asked, file) => format!("{}: {asked} is {file}", &text[range.clone()]),
            Stray::NoPlace(file, place) => format!("{}: no {place} in {file}", &text[range.clone()]),
            Stray::Load(host) => format!("{}: load from {host}", &text[range.clone()]),
        };
        looked.strays.iter().map(stray).chain(wanted).collect()
    }

    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        assert_eq!(strays("2018/index.html", text), expected, "{text}");
    }

    #[test]
    fn links_that_lead_to_a_file_are_fine() {
        case("<a href=\"../index.html\">x</a><a href=..>y</a><a href=https://other.org/>z</a>", &[]);
        case("<p id=a><a href=#a></a><a href='#top'></a><a name=b></a><a href=#b></a>", &[]);
        case("<link rel=canonical href=https://example.org/xep-hang/2018/index.html>", &[]);
        case("<a href='../2018'>a folder by its name</a>", &[]);
    }

    #[test]
    fn links_that_lead_nowhere_are_found() {
        case("<a href=\"../2019/index.html\">", &["../2019/index.html: no 2019/index.html"]);
        case("<img src=../assets/logo.svg>", &["../assets/logo.svg: assets/logo.svg is assets/Logo.svg"]);
        case("<a href=\"#x&amp;y\">", &["#x&amp;y: no x&y in 2018/index.html"]);
        case("<a href=../index.html#z><a href=../index.html#z>", &["wants index.html#z"]);
        case("<meta http-equiv=refresh content=\"0; url=x.html\">", &["x.html: no 2018/x.html"]);
        case("<img srcset=\"a.png 1x, ../assets/Logo.svg 2x\">", &["a.png: no 2018/a.png"]);
        case("<p style=\"background:url(b.png)\"></p>", &["b.png: no 2018/b.png"]);
        assert_eq!(strays("assets/a.css", "a{b:url(../c.png)}"), ["../c.png: no c.png"]);
        let sitemap = "<loc>https://example.org/xep-hang/2019/</loc>";
        assert_eq!(strays("sitemap.xml", sitemap), ["https://example.org/xep-hang/2019/: no 2019/index.html"]);
        let feed = "<entry><link href=\"https://example.org/xep-hang/2019/\"/></entry>";
        assert_eq!(strays("feed.xml", feed), ["https://example.org/xep-hang/2019/: no 2019/index.html"]);
    }

    #[test]
    fn what_is_loaded_from_elsewhere_is_found() {
        case("<script src=//cdn.net/x.js></script>", &["//cdn.net/x.js: load from cdn.net"]);
        case("<link rel=\"preconnect\" href=\"https://f.net\">", &["https://f.net: load from f.net"]);
        case("<link rel='alternate' href='https://f.net/x'><link rel=license href=https://c.org/>", &[]);
        case("<style>@import 'https://f.net/a.css';</style>", &["https://f.net/a.css: load from f.net"]);
    }
}
