//! The table of all editions: status, dates, documents, and how much of each is known.

use serde::Serialize;

use crate::model::{EditionIdx, GroupIdx, Seal};
use crate::report::completeness;
use crate::report::group::GroupResult;
use crate::routes::Route;
use crate::say::editions::{edition_label, edition_name, status};
use crate::writers::html::frame::context::Page;
use crate::writers::html::pieces::documents;

/// The table of all editions.
#[derive(Serialize)]
pub(crate) struct EditionTable {
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
    documents: Vec<documents::DocumentLine>,
    /// When it was sealed, in short.
    sealed: Option<String>,
    /// Its seal with the whole hash, and those before it.
    seals: Vec<String>,
}

/// All editions from the newest to the oldest, years without one between them.
pub(crate) fn edition_table(page: &Page<'_>) -> EditionTable {
    let mut rows = Vec::new();
    let mut newer: Option<u16> = None;
    for (index, edition) in page.report().editions().collect::<Vec<_>>().into_iter().rev() {
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
        name: edition_label(page.voice, index),
        sentence: edition_name(page.voice, index),
        href: Some(page.link(Route::Edition(&edition.id))),
        status: status(page.voice, edition.status),
        published: edition.published.map_or_else(|| "…".to_owned(), |day| page.words().date(day)),
        known: known(page, index),
        documents: edition.documents.iter().map(|d| documents::document_line(page, d)).collect(),
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

/// How much of an edition is known, in a few words.
fn known(page: &Page<'_>, edition: EditionIdx) -> String {
    let n = |n: usize| page.words().number(&n.into());
    let parts = GroupResult::all(page.report(), edition);
    let groups: Vec<GroupIdx> = parts.iter().map(|part| part.group.group).collect();
    let [leaves, total] = completeness::of_edition(&parts);
    let (cells, all, totals, units) = (leaves.known, leaves.cells, total.known, total.cells);
    let names_all = completeness::names_all(&parts);
    if all == 0 && totals == 0 && total.ranked == 0 && names_all {
        return page.voice.say_of(&groups, "archive.nobody", &[]);
    }
    if all == 0 && totals == 0 {
        let key = if completeness::says_how_many(&parts) { "archive.ranks" } else { "archive.ranks.named" };
        return page.voice.say_of(&groups, key, &[("known", &n(total.ranks)), ("all", &n(total.ranked))]);
    }
    if all == 0 {
        let key = if names_all { "archive.totals" } else { "archive.totals.named" };
        return page.voice.say_of(&groups, key, &[("totals", &n(totals)), ("units", &n(units))]);
    }
    if units == 0 {
        return page.say("archive.unranked", &[("known", &n(cells)), ("all", &n(all))]);
    }
    if cells == all && totals == units {
        let leaves_out = parts.iter().any(|part| part.column(part.total()).counts.left_out() > 0);
        let key = match (names_all, leaves_out) {
            (true, false) => "archive.complete",
            (false, false) => "archive.complete.named",
            (true, true) => "archive.complete.ranked",
            (false, true) => "archive.complete.ranked.named",
        };
        return page.voice.say_units_of(&groups, key, units, &[]);
    }
    let key = match (names_all, totals) {
        (true, 0) => "archive.partial.none",
        (false, 0) => "archive.partial.none.named",
        (true, _) => "archive.partial",
        (false, _) => "archive.partial.named",
    };
    let [known, all, totals, units] = [cells, all, totals, units].map(n);
    page.voice.say_of(&groups, key, &[("known", &known), ("all", &all), ("totals", &totals), ("units", &units)])
}
