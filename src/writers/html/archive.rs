//! The archive: every edition with its status, dates, documents and how much of it is known.

use serde::Serialize;

use super::completeness;
use super::context::{Context, Job, Page};
use super::frame::{Frame, Head, Link, frame};
use super::methodology::in_few_words;
use super::tables::{Part, edition_label, edition_name};
use super::years::{Since, total_compared};
use crate::model::{EditionIdx, Seal, Status};
use crate::routes::Route;

#[derive(Serialize)]
struct Archive {
    frame: Frame,
    title: String,
    say: String,
    editions: EditionTable,
    methods: Vec<MethodLine>,
}

/// By what an edition was assessed, and whether its totals may be compared with those of the edition before.
#[derive(Serialize)]
struct MethodLine {
    edition: Link,
    schemes: Vec<Link>,
    compared: Vec<String>,
    /// What is another than in the edition before.
    changed: Vec<String>,
}

/// The table of all editions.
#[derive(Serialize)]
pub(super) struct EditionTable {
    caption: String,
    heads: [String; 4],
    rows: Vec<EditionRow>,
}

#[derive(Serialize)]
struct EditionRow {
    name: String,
    /// Its name within a sentence.
    sentence: String,
    href: Option<String>,
    status: String,
    published: String,
    known: String,
    documents: Vec<super::edition::DocumentLine>,
    /// When it was sealed, in short.
    sealed: Option<String>,
    /// Its seal with the whole hash, and those before it.
    seals: Vec<String>,
}

/// The archive in each language.
pub(super) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    context.languages.iter().map(|l| Job::new(context, l, Route::Archive, "archive.html", view)).collect()
}

fn view(page: &Page<'_>) -> Archive {
    let site = page.text(&page.series().site.title);
    let title = page.say("archive.title", &[]);
    let say = match page.context.editions().count() {
        0 => page.say("archive.say.none", &[]),
        n => page.say_n("archive.say", n, &[]),
    };
    let head = Head {
        title: page.say("title.page", &[("page", &title), ("site", site)]),
        description: say.clone(),
        crumbs: vec![Link::to(page, Route::Home, page.say("crumb.home", &[])), Link::here(title.clone())],
        edition: None,
        languages: None,
    };
    Archive { frame: frame(page, head), title, say, editions: table(page), methods: methods(page) }
}

/// What changed in the method, from the newest edition on; nothing where there is only one.
fn methods(page: &Page<'_>) -> Vec<MethodLine> {
    let editions: Vec<EditionIdx> = page.context.editions().map(|(index, _)| index).collect();
    if editions.len() < 2 {
        return Vec::new();
    }
    editions.into_iter().rev().map(|index| method(page, index)).collect()
}

fn method(page: &Page<'_>, index: EditionIdx) -> MethodLine {
    let edition = page.edition(index);
    let (mut schemes, mut seen) = (Vec::new(), Vec::new());
    for scheme in edition.groups.iter().map(|group| &group.scheme).filter(|scheme| !scheme.is_implied()) {
        if !seen.contains(&&scheme.id) {
            seen.push(&scheme.id);
            schemes.push(Link::to(page, Route::Methodology(&scheme.id), page.text(&scheme.title)));
        }
    }
    let parts = Part::all(page, index);
    let told: Vec<(String, String)> = parts
        .iter()
        .filter_map(|&part| {
            let words = page.say("archive.total", &[("words", &total_compared(page, part)?)]);
            Some((page.group_name(part.group).to_owned(), words))
        })
        .collect();
    let compared = by_group(page, told);
    let label = edition_label(page, index);
    MethodLine {
        edition: Link::to(page, Route::Edition(&edition.id), label),
        schemes,
        compared,
        changed: changed(page, &parts),
    }
}

/// Words of groups: once, where they are the same for all.
fn by_group(page: &Page<'_>, told: Vec<(String, String)>) -> Vec<String> {
    let same = told.windows(2).all(|pair| pair[0].1 == pair[1].1);
    match told.first() {
        Some((_, words)) if same => vec![words.clone()],
        _ => told
            .into_iter()
            .map(|(group, words)| page.say("archive.compared", &[("group", &group), ("words", &words)]))
            .collect(),
    }
}

/// What changed in the schemes of groups since the edition before.
fn changed(page: &Page<'_>, parts: &[Part<'_>]) -> Vec<String> {
    let mut told: Vec<(String, Vec<String>)> = Vec::new();
    for &part in parts {
        let Some((then, _)) = Since::of(page, part).and_then(|since| since.then) else { continue };
        if then.scheme.id != part.group.scheme.id && !then.scheme.is_implied() && !part.group.scheme.is_implied() {
            let points = in_few_words(page, &then.scheme, &part.group.scheme);
            told.push((page.group_name(part.group).to_owned(), points));
        }
    }
    let same = told.windows(2).all(|pair| pair[0].1 == pair[1].1);
    if same {
        return told.into_iter().next().map(|(_, points)| points).unwrap_or_default();
    }
    let lines =
        told.into_iter().flat_map(|(group, points)| points.into_iter().map(move |point| (group.clone(), point)));
    lines.map(|(group, words)| page.say("archive.compared", &[("group", &group), ("words", &words)])).collect()
}

/// All editions from the newest to the oldest, years without one between them.
pub(super) fn table(page: &Page<'_>) -> EditionTable {
    let mut rows = Vec::new();
    let mut newer: Option<u16> = None;
    for (index, edition) in page.context.editions().collect::<Vec<_>>().into_iter().rev() {
        for year in newer.map_or(edition.year..edition.year, |newer| edition.year + 1..newer).rev() {
            rows.push(gap(page, year));
        }
        rows.push(row(page, index));
        newer = Some(edition.year);
    }
    let heads = ["archive.edition", "archive.status", "archive.published", "archive.known"];
    EditionTable { caption: page.say("archive.caption", &[]), heads: heads.map(|key| page.say(key, &[])), rows }
}

/// A year without an edition.
fn gap(page: &Page<'_>, year: u16) -> EditionRow {
    EditionRow {
        name: page.say("edition.label.year", &[("edition", &year.to_string())]),
        sentence: String::new(),
        href: None,
        status: page.say("archive.none", &[]),
        published: "…".to_owned(),
        known: String::new(),
        documents: Vec::new(),
        sealed: None,
        seals: Vec::new(),
    }
}

fn row(page: &Page<'_>, index: EditionIdx) -> EditionRow {
    let edition = page.edition(index);
    EditionRow {
        name: edition_label(page, index),
        sentence: edition_name(page, index),
        href: Some(page.link(Route::Edition(&edition.id))),
        status: page.say(status_key(edition.status), &[]),
        published: edition.published.map_or_else(|| "…".to_owned(), |day| page.words().date(day)),
        known: known(page, index),
        documents: edition.documents.iter().map(|d| super::edition::document_line(page, d)).collect(),
        sealed: edition.seal.as_ref().map(|s| page.say("archive.sealed", &[("date", &page.words().date(s.date))])),
        seals: edition.seal.as_ref().map(|seal| seals(page, seal)).unwrap_or_default(),
    }
}

/// The seal of an edition with its whole hash, then those before it from the newest to the oldest.
fn seals(page: &Page<'_>, seal: &Seal) -> Vec<String> {
    let now = page.say("archive.seal", &[("date", &page.words().date(seal.date)), ("hash", &seal.hash)]);
    let before = seal.before.iter().rev().map(|former| {
        let date = page.words().date(former.date);
        page.say("archive.seal-before", &[("date", &date), ("hash", &former.hash), ("reason", &former.reason)])
    });
    std::iter::once(now).chain(before).collect()
}

/// A name of an edition, marked where the edition is not official: `năm 2018 (đã thu hồi)`.
pub(super) fn marked(page: &Page<'_>, index: EditionIdx, name: &str) -> String {
    let key = match page.edition(index).status {
        Status::Official => return name.to_owned(),
        Status::Draft => "edition.draft",
        Status::Provisional => "edition.provisional",
        Status::Withdrawn => "edition.withdrawn",
    };
    page.say(key, &[("edition", name)])
}

/// The name of an edition within a sentence, marked where it is not official.
pub(super) fn marked_name(page: &Page<'_>, index: EditionIdx) -> String {
    marked(page, index, &edition_name(page, index))
}

/// The name of an edition that stands alone, marked where it is not official.
pub(super) fn marked_label(page: &Page<'_>, index: EditionIdx) -> String {
    marked(page, index, &edition_label(page, index))
}

/// What a table of an edition that is not official says first of its numbers.
pub(super) fn caveat(page: &Page<'_>, index: EditionIdx) -> Option<String> {
    let key = match page.edition(index).status {
        Status::Official => return None,
        Status::Draft => "caption.draft",
        Status::Provisional => "caption.provisional",
        Status::Withdrawn => "caption.withdrawn",
    };
    Some(page.say(key, &[]))
}

/// The key of a status in the phrases.
pub(super) fn status_key(status: Status) -> &'static str {
    match status {
        Status::Draft => "status.draft",
        Status::Provisional => "status.provisional",
        Status::Official => "status.official",
        Status::Withdrawn => "status.withdrawn",
    }
}

/// How much of an edition is known, in a few words.
fn known(page: &Page<'_>, edition: EditionIdx) -> String {
    let n = |n: usize| page.words().number(&n.into());
    let (mut cells, mut all, mut totals, mut units, mut ranks) = (0, 0, 0, 0, 0);
    for part in Part::all(page, edition) {
        let leaves = completeness::leaves(part);
        let total = completeness::count(part, part.total());
        cells += leaves.known;
        all += leaves.cells;
        totals += total.known;
        units += total.cells;
        ranks += total.ranks;
    }
    if all == 0 && totals == 0 {
        return page.say("archive.ranks", &[("known", &n(ranks)), ("all", &n(units))]);
    }
    if units == 0 {
        return page.say("archive.unranked", &[("known", &n(cells)), ("all", &n(all))]);
    }
    if cells == all && totals == units {
        return page.say_n("archive.complete", units, &[]);
    }
    page.say("archive.partial", &[("known", &n(cells)), ("all", &n(all)), ("totals", &n(totals)), ("units", &n(units))])
}
