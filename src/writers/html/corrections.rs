//! What was corrected after publication: a log of all editions, and of one.

use std::collections::BTreeSet;

use serde::Serialize;

use super::announcement;
use super::context::{Context, Job, Page};
use super::edition::{DocumentLine, Download, document_line, download};
use super::frame::{Frame, Head, Link, frame};
use super::rank_effects::{Effect, effects};
use super::tables::{Part, edition_name, unit_link};
use crate::model::{Cell, Correction, CorrectionKind, Date, EditionIdx, State};
use crate::render::Html;
use crate::routes::{Route, all_corrections_csv, corrections_csv, version_ranking_csv, version_scores_csv};

#[derive(Serialize)]
struct Corrections {
    frame: Frame,
    title: String,
    say: String,
    disputed: Vec<Link>,
    days: Vec<Day>,
    downloads: Vec<Download>,
}

/// The corrections of one edition on one day.
#[derive(Serialize)]
pub(super) struct Day {
    date: String,
    edition: Link,
    caption: String,
    rows: Vec<Line>,
    effects: Vec<Effect>,
    before: String,
    downloads: Vec<Download>,
}

/// One correction.
#[derive(Serialize)]
struct Line {
    unit: Html,
    href: Option<String>,
    criterion: Html,
    was: String,
    now: String,
    kind: String,
    reason: Option<Html>,
    document: Option<DocumentLine>,
}

/// What a reader of the home page should know of corrections.
#[derive(Serialize)]
pub(super) struct Latest {
    /// That there are none.
    none: Option<String>,
    /// The last days on which an edition was corrected.
    days: Vec<Link>,
    /// The announcements that contradict themselves.
    disputed: Vec<Link>,
}

/// How many days of corrections the home page names.
const NAMED: usize = 5;

/// The log in each language.
pub(super) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    context.languages.iter().map(|l| Job::new(context, l, Route::Corrections, "corrections.html", view)).collect()
}

fn view(page: &Page<'_>) -> Corrections {
    let editions: Vec<EditionIdx> = page.context.editions().map(|(index, _)| index).collect();
    let n = editions.iter().map(|&index| page.edition(index).corrections.len()).sum();
    let say = match n {
        0 => page.say("corrections.none", &[]),
        _ => page.say_n("corrections.say", n, &[]),
    };
    let title = page.say("corrections.title", &[]);
    let site = page.text(&page.series().site.title);
    let head = Head {
        title: page.say("title.page", &[("page", &title), ("site", site)]),
        description: say.clone(),
        crumbs: vec![Link::to(page, Route::Home, page.say("crumb.home", &[])), Link::here(title.clone())],
        edition: None,
        languages: None,
    };
    let all = (n > 0).then(|| download(page, &all_corrections_csv(), page.say("corrections.download.all", &[])));
    let downloads = all.into_iter().collect();
    let disputed = disputed(page, &editions);
    Corrections { frame: frame(page, head), title, say, disputed, days: log(page, &editions), downloads }
}

/// The last corrections of all editions, in short.
pub(super) fn latest(page: &Page<'_>) -> Latest {
    let editions: Vec<EditionIdx> = page.context.editions().map(|(index, _)| index).collect();
    let days: Vec<Link> =
        corrected_days(page, &editions).into_iter().rev().take(NAMED).map(|d| named(page, d)).collect();
    let none = days.is_empty().then(|| page.say("corrections.none", &[]));
    Latest { none, days, disputed: disputed(page, &editions) }
}

fn named(page: &Page<'_>, (date, index): (Date, EditionIdx)) -> Link {
    let n = page.edition(index).corrections.iter().filter(|c| c.date == date).count();
    let words = [("date", page.words().date(date)), ("edition", edition_name(page, index))];
    let label = page.say_n("corrections.day", n, &words.each_ref().map(|(key, value)| (*key, value.as_str())));
    Link::to(page, Route::Corrections, label)
}

/// The announcements with statements that contradict others, from the newest.
fn disputed(page: &Page<'_>, editions: &[EditionIdx]) -> Vec<Link> {
    let link = |&index: &EditionIdx| {
        let n = announcement::disputed(page, index);
        let label = || page.say_n("corrections.disputed", n, &[("edition", &edition_name(page, index))]);
        (n > 0).then(|| Link::to(page, Route::Announcement(&page.edition(index).id), label()))
    };
    editions.iter().rev().filter_map(link).collect()
}

/// The corrections of one edition by day, the newest first.
pub(super) fn of_edition(page: &Page<'_>, edition: EditionIdx) -> Vec<Day> {
    log(page, &[edition])
}

/// The file of an edition's corrections, if there are any.
pub(super) fn download_of(page: &Page<'_>, index: EditionIdx) -> Option<Download> {
    let edition = page.edition(index);
    let label = || page.say("corrections.download", &[("edition", &edition_name(page, index))]);
    (!edition.corrections.is_empty()).then(|| download(page, &corrections_csv(&edition.id), label()))
}

/// The corrections of some editions by day, the newest first; of one day, from the newest edition.
fn log(page: &Page<'_>, editions: &[EditionIdx]) -> Vec<Day> {
    corrected_days(page, editions).into_iter().rev().map(|(date, index)| day(page, index, date)).collect()
}

fn corrected_days(page: &Page<'_>, editions: &[EditionIdx]) -> BTreeSet<(Date, EditionIdx)> {
    let of = |&index: &EditionIdx| page.edition(index).corrections.iter().map(move |c| (c.date, index));
    editions.iter().flat_map(of).collect()
}

fn day(page: &Page<'_>, index: EditionIdx, date: Date) -> Day {
    let edition = page.edition(index);
    let rows: Vec<&Correction> = edition.corrections.iter().filter(|c| c.date == date).collect();
    let versions = &page.context.rankings.editions[index.0].versions;
    let version = versions.iter().position(|version| version.until == date).unwrap_or_default();
    let (name, day) = (edition_name(page, index), page.words().date(date));
    let number = page.words().number(&(version + 1).into());
    Day {
        edition: Link::to(page, Route::Edition(&edition.id), page.say("edition.crumb", &[("edition", &name)])),
        caption: page.say_n("corrections.caption", rows.len(), &[("edition", &name), ("date", &day)]),
        rows: rows.into_iter().map(|c| line(page, index, c)).collect(),
        effects: effects(page, index, version),
        before: page.say("corrections.before", &[("date", &day), ("version", &number)]),
        downloads: downloads(page, index, version + 1),
        date: day,
    }
}

/// The files of an earlier version.
fn downloads(page: &Page<'_>, index: EditionIdx, version: usize) -> Vec<Download> {
    let edition = &page.edition(index).id;
    let scores = page.say("corrections.download.scores", &[]);
    let mut list = vec![download(page, &version_scores_csv(edition, version), scores)];
    for part in Part::all(page, index) {
        let group = &page.series().groups[part.group.group.0].id;
        let label = page.say("corrections.download.ranking", &[("group", page.group_name(part.group))]);
        list.push(download(page, &version_ranking_csv(edition, version, group), label));
    }
    list
}

fn line(page: &Page<'_>, index: EditionIdx, correction: &Correction) -> Line {
    let kind = match correction.kind {
        CorrectionKind::Correction => "corrections.correction",
        CorrectionKind::Revision => "corrections.revision",
    };
    Line {
        unit: page.html(page.unit_text(index, correction.unit)),
        href: Some(unit_link(page, index, &page.series().units[correction.unit.0].id)),
        criterion: criterion(page, index, correction),
        was: cell(page, correction.was),
        now: cell(page, correction.now),
        kind: page.say(kind, &[]),
        reason: correction.reason.as_ref().map(|reason| page.html(reason)),
        document: correction.document.as_ref().map(|document| document_line(page, document)),
    }
}

/// The name of the criterion that was corrected, as the edition calls it.
fn criterion(page: &Page<'_>, index: EditionIdx, correction: &Correction) -> Html {
    let groups = page.edition(index).groups.iter().filter(|g| g.units.contains(&correction.unit));
    let found = groups.flat_map(|g| &g.scheme.criteria).find(|c| c.id == correction.criterion);
    found.map_or_else(|| Html::text(&page.say("table.total", &[])), |c| page.html(&c.name))
}

/// A value before or since: a number, or in words why there is none.
fn cell(page: &Page<'_>, cell: Cell) -> String {
    let key = match cell {
        Cell::Score(number) => return page.number(&number),
        Cell::Empty(State::Missing) => "sign.missing",
        Cell::Empty(State::Exempt) => "sign.exempt",
        Cell::Empty(State::Withheld) => "sign.withheld",
        Cell::Empty(State::Unpublished | State::Known) => "sign.unpublished",
    };
    page.say(key, &[])
}

/// The corrections of a cell in words, the oldest first, each with its reason.
pub(super) fn of_cell(page: &Page<'_>, part: Part<'_>, column: usize, row: usize) -> Vec<Html> {
    let (unit, criterion) = (part.group.units[row], part.group.scheme.column_id(column));
    let all = page.edition(part.edition).corrections.iter();
    let mut found: Vec<&Correction> = all.filter(|c| c.unit == unit && c.criterion == criterion).collect();
    found.sort_by_key(|correction| correction.date);
    found.into_iter().map(|correction| in_words(page, correction)).collect()
}

fn in_words(page: &Page<'_>, correction: &Correction) -> Html {
    let (date, was) = (page.words().date(correction.date), cell(page, correction.was));
    let now = cell(page, correction.now);
    let words = page.say("corrections.note", &[("date", &date), ("was", &was), ("now", &now)]);
    let mut html = Html::text(&words);
    if let Some(reason) = &correction.reason {
        html.push_text(" ");
        html.push(&page.html(reason));
    }
    html
}
