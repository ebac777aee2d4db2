//! The archive: every edition with its status, dates, documents and how much of it is known.

use serde::Serialize;

use crate::model::EditionIdx;
use crate::report::group::GroupResult;
use crate::report::since::SinceLast;
use crate::routes::Route;
use crate::say::compared::total_compared;
use crate::say::editions::edition_label;
use crate::say::scheme_changes::in_few_words;
use crate::writers::html::frame::base::{Frame, frame};
use crate::writers::html::frame::context::{Context, Job, Page};
use crate::writers::html::frame::head::Head;
use crate::writers::html::frame::link::Link;
use crate::writers::html::pieces::downloads::{Download, downloads};
use crate::writers::html::pieces::edition_table::{EditionTable, edition_table};
use crate::writers::tables::DataOf;

#[derive(Serialize)]
struct Archive {
    frame: Frame,
    title: String,
    say: String,
    editions: EditionTable,
    methods: Vec<MethodLine>,
    /// The tables of all editions together.
    downloads: Vec<Download>,
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

/// The archive in each language.
pub(crate) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    context.languages.iter().map(|l| Job::new(context, l, Route::Archive, "archive.html", view)).collect()
}

fn view(page: &Page<'_>) -> Archive {
    let site = page.text(&page.series().site.title);
    let title = page.say("archive.title", &[]);
    let say = match page.report().editions().count() {
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
    let (editions, methods) = (edition_table(page), methods(page));
    Archive { frame: frame(page, head), title, say, editions, methods, downloads: downloads(page, DataOf::Series) }
}

/// What changed in the method, from the newest edition on; nothing where there is only one.
fn methods(page: &Page<'_>) -> Vec<MethodLine> {
    let editions: Vec<EditionIdx> = page.report().editions().map(|(index, _)| index).collect();
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
            schemes.push(Link::to(page, Route::Methodology(&scheme.id), page.html(&scheme.title)));
        }
    }
    let parts = GroupResult::all(page.report(), index);
    let told: Vec<(String, String)> = parts
        .iter()
        .filter_map(|&part| {
            let words = page.say("archive.total", &[("words", &total_compared(page.voice, part)?)]);
            Some((page.group_name(part.group).to_owned(), words))
        })
        .collect();
    let compared = by_group(page, told);
    let label = edition_label(page.voice, index);
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
fn changed(page: &Page<'_>, parts: &[GroupResult<'_>]) -> Vec<String> {
    let mut told: Vec<(String, Vec<String>)> = Vec::new();
    for &part in parts {
        let Some((then, _)) = SinceLast::of(page.report(), part).and_then(|since| since.then) else { continue };
        if then.scheme.id != part.group.scheme.id && !then.scheme.is_implied() && !part.group.scheme.is_implied() {
            let points = in_few_words(page.voice, &then.scheme, &part.group.scheme);
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
