//! `sitemap.xml`: every page that search engines may list, in all its languages (sitemaps.org, version 0.9). One that would
//! be too long is a list of parts. The site must say where it will stand.

use std::collections::BTreeMap;

use crate::model::{Date, LangIdx, Status, UnitIdx};
use crate::report::days::{newest_day, newest_day_of};
use crate::report::model::Report;
use crate::routes::{OTHER_LANGUAGES, Route, Routes, SITEMAP, sitemap_part};
use crate::writers::files::SiteFile;
use crate::writers::guides::guide::{GuideSource, file};
use crate::writers::guides::xml::Xml;
use crate::writers::written::PageRecord;

/// How much one file may hold.
#[derive(Clone, Copy, Debug)]
struct MapLimits {
    addresses: usize,
    bytes: usize,
}

/// What the protocol allows, with room for what stands around the addresses.
const LIMITS: MapLimits = MapLimits { addresses: 50_000, bytes: 50 * 1024 * 1024 - 1024 };

/// A page as the file lists it.
#[derive(Debug)]
struct Listed {
    xml: String,
    day: Option<Date>,
}

/// The list, or the list of its parts with these; nothing where the site has no address or no page to be listed.
pub(crate) fn files<'a>(source: &'a GuideSource<'a>) -> Vec<SiteFile<'a>> {
    let routes = source.context.routes;
    let listed = listed(routes, source.context.report, &tags(source), &source.pages);
    maps(&listed, LIMITS, &|path| routes.absolute(path))
        .into_iter()
        .map(|(path, text)| file(path, text.into_bytes()))
        .collect()
}

/// The languages that the site speaks: pages in the words of another one are no version of a page.
fn tags<'a>(source: &GuideSource<'a>) -> BTreeMap<LangIdx, &'a str> {
    let spoken = source.context.languages.iter().filter(|language| language.is_spoken());
    spoken.map(|language| (language.index, language.tag.as_str())).collect()
}

/// Every page that may be listed, by its path in the first language.
fn listed(
    routes: &Routes,
    report: &Report<'_>,
    tags: &BTreeMap<LangIdx, &str>,
    pages: &[PageRecord<'_>],
) -> Vec<Listed> {
    let mut by_path: BTreeMap<String, Vec<(&PageRecord<'_>, String)>> = BTreeMap::new();
    for page in pages.iter().filter(|page| page.is_listed) {
        let Some(address) = routes.absolute(page.file) else { continue };
        by_path.entry(routes.file(page.route, LangIdx(0))).or_default().push((page, address));
    }
    let units = (0..).map(UnitIdx).zip(&report.series.units).map(|(index, unit)| (unit.id.as_str(), index)).collect();
    let mut listed = Vec::with_capacity(pages.len());
    for mut versions in by_path.into_values() {
        versions.sort_by_key(|(page, _)| page.language);
        let day = day_of(report, &units, versions[0].0.route);
        let alternates = alternates(tags, &versions);
        for (page, address) in &versions {
            let mut xml = Xml::default();
            xml.open("url", &[]);
            xml.text("loc", address);
            if let Some(day) = day {
                xml.text("lastmod", &day.to_string());
            }
            if tags.contains_key(&page.language) {
                xml.push(&alternates);
            }
            xml.close("url");
            listed.push(Listed { xml: xml.finish(), day });
        }
    }
    listed
}

/// The versions of a page in several languages, each of which lists all of them, and where readers of others go.
fn alternates(tags: &BTreeMap<LangIdx, &str>, versions: &[(&PageRecord<'_>, String)]) -> String {
    let named = versions.iter().filter_map(|(page, address)| Some((*tags.get(&page.language)?, address)));
    let named: Vec<(&str, &String)> = named.collect();
    let mut xml = Xml::default();
    if let [(_, first), _, ..] = named.as_slice() {
        for (tag, address) in named.iter().chain([&(OTHER_LANGUAGES, *first)]) {
            xml.empty("xhtml:link", &[("rel", "alternate"), ("hreflang", tag), ("href", address)]);
        }
    }
    xml.finish()
}

/// The newest day of the data that a page tells; words of the publisher have none.
fn day_of(report: &Report<'_>, units: &BTreeMap<&str, UnitIdx>, route: Route<'_>) -> Option<Date> {
    let series = report.series;
    let has_unit = |id: &str, edition| {
        let unit = units.get(id);
        unit.is_some_and(|&unit| report.standings(unit).iter().any(|place| place.edition == edition))
    };
    match route {
        Route::Page(_) => None,
        Route::UnitYears(id) => newest_day_of(series, |index, _| has_unit(id, index)),
        Route::CriterionYears(id) => newest_day_of(series, |_, edition| {
            edition.groups.iter().any(|group| group.scheme.criteria.iter().any(|criterion| criterion.id == id))
        }),
        Route::Methodology(id) => {
            newest_day_of(series, |_, edition| edition.groups.iter().any(|group| group.scheme.id == id))
        }
        Route::Trends => newest_day_of(series, |_, edition| edition.status != Status::Withdrawn),
        route => match route.edition() {
            Some(id) => series.editions.iter().find(|edition| edition.id == id).and_then(newest_day),
            None => newest_day_of(series, |_, _| true),
        },
    }
}

/// The files of a list: one, or parts of it and the list of these.
fn maps(listed: &[Listed], limits: MapLimits, absolute: &dyn Fn(&str) -> Option<String>) -> Vec<(String, String)> {
    let parts = parts(listed, limits);
    if let [only] = parts.as_slice() {
        return vec![(SITEMAP.to_owned(), map(only))];
    }
    let mut index = Xml::new();
    index.open("sitemapindex", &[("xmlns", NAMESPACE)]);
    let mut files = Vec::with_capacity(parts.len() + 1);
    for (number, part) in (1..).zip(parts) {
        let path = sitemap_part(number);
        let Some(address) = absolute(&path) else { return Vec::new() };
        index.open("sitemap", &[]);
        index.text("loc", &address);
        if let Some(day) = part.iter().filter_map(|page| page.day).max() {
            index.text("lastmod", &day.to_string());
        }
        index.close("sitemap");
        files.push((path, map(part)));
    }
    index.close("sitemapindex");
    if !files.is_empty() {
        files.push((SITEMAP.to_owned(), index.finish()));
    }
    files
}

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

fn map(part: &[Listed]) -> String {
    let mut xml = Xml::new();
    xml.open("urlset", &[("xmlns", NAMESPACE), ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")]);
    part.iter().for_each(|page| xml.push(&page.xml));
    xml.close("urlset");
    xml.finish()
}

/// A list in pieces, none of which is too long.
fn parts(listed: &[Listed], limits: MapLimits) -> Vec<&[Listed]> {
    let (mut parts, mut from, mut bytes) = (Vec::new(), 0, 0);
    for (i, page) in listed.iter().enumerate() {
        if i > from && (i - from == limits.addresses || bytes + page.xml.len() > limits.bytes) {
            parts.push(&listed[from..i]);
            (from, bytes) = (i, 0);
        }
        bytes += page.xml.len();
    }
    if from < listed.len() {
        parts.push(&listed[from..]);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::{Listed, MapLimits, maps, parts};
    use crate::model::Date;

    /// So many pages, each of ten bytes, the first of the newest day.
    fn pages(n: u8) -> Vec<Listed> {
        (0..n).map(|i| Listed { xml: "<url/>    ".to_owned(), day: Date::new(2020, 1, 28 - i) }).collect()
    }

    #[track_caller]
    fn case(n: u8, limits: [usize; 2], expected: &[usize]) {
        let [addresses, bytes] = limits;
        let pages = pages(n);
        let found: Vec<usize> = parts(&pages, MapLimits { addresses, bytes }).iter().map(|part| part.len()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn no_part_is_too_long() {
        case(0, [2, 1000], &[]);
        case(2, [2, 1000], &[2]);
        case(5, [2, 1000], &[2, 2, 1]);
        case(5, [100, 29], &[2, 2, 1]);
        case(5, [100, 30], &[3, 2]);
        // One that is too long alone stands alone.
        case(2, [100, 5], &[1, 1]);
    }

    #[test]
    fn a_list_of_parts_names_each_with_its_newest_day() {
        let absolute = |path: &str| Some(format!("https://example.org/{path}"));
        let files = maps(&pages(3), MapLimits { addresses: 2, bytes: 1000 }, &absolute);
        let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(paths, ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]);
        let expected = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
                        <sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\
                        <sitemap>\n<loc>https://example.org/sitemap-1.xml</loc>\n<lastmod>2020-01-28</lastmod>\n</sitemap>\n\
                        <sitemap>\n<loc>https://example.org/sitemap-2.xml</loc>\n<lastmod>2020-01-26</lastmod>\n</sitemap>\n\
                        </sitemapindex>\n";
        assert_eq!(files[2].1, expected);
        assert_eq!(maps(&pages(3), MapLimits { addresses: 3, bytes: 1000 }, &absolute).len(), 1);
        assert_eq!(maps(&[], MapLimits { addresses: 3, bytes: 1000 }, &absolute).len(), 0);
        assert_eq!(maps(&pages(3), MapLimits { addresses: 2, bytes: 1000 }, &|_| None).len(), 0);
    }
}
