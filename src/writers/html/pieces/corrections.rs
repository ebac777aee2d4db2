//! What was corrected after publication, by edition and day.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::model::{Column, Correction, Date, EditionIdx};
use crate::render::Html;
use crate::report::announcement::Quoted;
use crate::report::group::GroupResult;
use crate::report::statements;
use crate::routes::{Route, correction_anchor};
use crate::say::corrections::corrected_cell;
use crate::say::data::version_title;
use crate::say::disputed::in_edition;
use crate::say::editions::edition_name;
use crate::writers::html::frame::context::Page;
use crate::writers::html::frame::link::{Link, unit_link};
use crate::writers::html::pieces::documents::{DocumentLine, document_line};
use crate::writers::html::pieces::downloads::{Download, downloads};
use crate::writers::html::pieces::rank_effects::{RankEffect, effects};
use crate::writers::tables::DataOf;

/// The corrections of one edition on one day.
#[derive(Serialize)]
pub(crate) struct Day {
    anchor: String,
    date: String,
    edition: Link,
    caption: String,
    rows: Vec<CorrectionRow>,
    effects: Vec<RankEffect>,
    before: String,
    downloads: Vec<Download>,
}

/// One correction.
#[derive(Serialize)]
struct CorrectionRow {
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
pub(crate) struct Latest {
    /// That there are none.
    none: Option<String>,
    /// The last days on which an edition was corrected.
    days: Vec<Link>,
    /// The announcements that contradict themselves.
    disputed: Vec<Link>,
}

/// How many days of corrections the home page names.
const MAX_NAMED: usize = 5;

/// The last corrections of all editions, in short.
pub(crate) fn latest(page: &Page<'_>) -> Latest {
    let editions: Vec<EditionIdx> = page.report().editions().map(|(index, _)| index).collect();
    let days: Vec<Link> =
        corrected_days(page, &editions).into_iter().rev().take(MAX_NAMED).map(|d| named(page, d)).collect();
    let none = days.is_empty().then(|| page.say("corrections.none", &[]));
    Latest { none, days, disputed: disputed(page, &editions) }
}

fn named(page: &Page<'_>, (date, index): (Date, EditionIdx)) -> Link {
    let n = page.edition(index).corrections.iter().filter(|c| c.date == date).count();
    let words = [("date", page.words().date(date)), ("edition", edition_name(page.voice, index))];
    let label = page.say_n("corrections.day", n, &words.each_ref().map(|(key, value)| (*key, value.as_str())));
    Link::to(page, Route::Corrections, label)
}

/// The announcements with statements that contradict others, from the newest.
pub(crate) fn disputed(page: &Page<'_>, editions: &[EditionIdx]) -> Vec<Link> {
    let link = |&index: &EditionIdx| {
        let Quoted { all, quoted } = statements::disputed(page.report(), index);
        let key = if quoted == all { "corrections.disputed.quoted" } else { "corrections.disputed" };
        let label = || page.say_n(key, all, &[("edition", &edition_name(page.voice, index))]);
        (all > 0).then(|| Link::to(page, Route::Announcement(&page.edition(index).id), label()))
    };
    editions.iter().rev().flat_map(|index| link(index).into_iter().chain(disputed_columns(page, *index))).collect()
}

/// The columns of an edition whose announced ranks contradict each other.
fn disputed_columns(page: &Page<'_>, index: EditionIdx) -> Vec<Link> {
    let edition = &page.edition(index).id;
    let link = |part: GroupResult<'_>, column: Column| {
        let route = match part.group.scheme.criterion(column) {
            Some(criterion) => Route::Criterion(edition, &criterion.id),
            None => Route::Group(edition, &page.series().groups[part.group.group.0].id),
        };
        Link::to(page, route, in_edition(page.voice, part, column))
    };
    let parts = GroupResult::all(page.report(), index);
    parts.iter().flat_map(|&part| part.group.disputed.iter().map(move |d| link(part, d.column))).collect()
}

/// The corrections of one edition by day, the newest first.
pub(crate) fn of_edition(page: &Page<'_>, edition: EditionIdx) -> Vec<Day> {
    log(page, &[edition])
}

/// The corrections of some editions by day, the newest first; of one day, from the newest edition.
pub(crate) fn log(page: &Page<'_>, editions: &[EditionIdx]) -> Vec<Day> {
    corrected_days(page, editions).into_iter().rev().map(|(date, index)| day(page, index, date)).collect()
}

fn corrected_days(page: &Page<'_>, editions: &[EditionIdx]) -> BTreeSet<(Date, EditionIdx)> {
    let of = |&index: &EditionIdx| page.edition(index).corrections.iter().map(move |c| (c.date, index));
    editions.iter().flat_map(of).collect()
}

fn day(page: &Page<'_>, index: EditionIdx, date: Date) -> Day {
    let edition = page.edition(index);
    let rows: Vec<&Correction> = edition.corrections.iter().filter(|c| c.date == date).collect();
    let versions = &page.report().rankings.editions[index.0].versions;
    let version = versions.iter().position(|version| version.until == date).unwrap_or_default();
    let (name, day) = (edition_name(page.voice, index), page.words().date(date));
    Day {
        anchor: correction_anchor(&edition.id, date),
        edition: Link::to(page, Route::Edition(&edition.id), page.say("edition.crumb", &[("edition", &name)])),
        caption: page.say_n("corrections.caption", rows.len(), &[("edition", &name), ("date", &day)]),
        rows: rows.into_iter().map(|c| line(page, index, c)).collect(),
        effects: effects(page, index, version),
        before: version_title(page.voice, index, version + 1),
        downloads: downloads(page, DataOf::Version(index, version + 1)),
        date: day,
    }
}

fn line(page: &Page<'_>, index: EditionIdx, correction: &Correction) -> CorrectionRow {
    CorrectionRow {
        unit: page.html(page.unit_text(index, correction.unit)),
        href: Some(unit_link(page, index, &page.series().units[correction.unit.0].id)),
        criterion: criterion(page, index, correction),
        was: corrected_cell(page.voice, correction.was),
        now: corrected_cell(page.voice, correction.now),
        kind: page.say(&format!("corrections.{}", correction.kind.word()), &[]),
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
