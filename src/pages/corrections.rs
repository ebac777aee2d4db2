//! What was corrected after publication: a log of all editions, and of one.

use serde::Serialize;

use super::context::{Context, Job, Page};
use super::edition::{DocumentLine, document_line};
use super::frame::{Frame, Head, Link, frame};
use super::tables::{edition_name, unit_link};
use crate::model::{Cell, Correction, CorrectionKind, EditionIdx, State};
use crate::render::Html;
use crate::routes::Route;

#[derive(Serialize)]
struct Corrections {
    frame: Frame,
    title: String,
    say: String,
    table: Option<Log>,
}

/// Corrections in a table, the newest first.
#[derive(Serialize)]
pub(super) struct Log {
    caption: String,
    rows: Vec<Line>,
}

/// One correction.
#[derive(Serialize)]
struct Line {
    date: String,
    unit: Html,
    href: Option<String>,
    criterion: Html,
    edition: Option<Link>,
    was: String,
    now: String,
    kind: String,
    reason: Option<Html>,
    document: Option<DocumentLine>,
}

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
    let caption = page.say("corrections.caption", &[]);
    Corrections { frame: frame(page, head), title, say, table: log(page, &editions, true, caption) }
}

/// The corrections of one edition, if there are any.
pub(super) fn of_edition(page: &Page<'_>, edition: EditionIdx) -> Option<Log> {
    let caption = page.say("corrections.caption.edition", &[("edition", &edition_name(page, edition))]);
    log(page, &[edition], false, caption)
}

/// The corrections of some editions, the newest first; of one day, in the order of the files from the newest edition.
fn log(page: &Page<'_>, editions: &[EditionIdx], names_edition: bool, caption: String) -> Option<Log> {
    let of = |&index: &EditionIdx| page.edition(index).corrections.iter().map(move |c| (index, c));
    let mut all: Vec<(EditionIdx, &Correction)> = editions.iter().rev().flat_map(of).collect();
    all.sort_by_key(|(_, correction)| std::cmp::Reverse(correction.date));
    let rows: Vec<Line> = all.into_iter().map(|(index, c)| line(page, index, c, names_edition)).collect();
    (!rows.is_empty()).then_some(Log { caption, rows })
}

fn line(page: &Page<'_>, index: EditionIdx, correction: &Correction, names_edition: bool) -> Line {
    let edition = page.edition(index);
    let kind = match correction.kind {
        CorrectionKind::Correction => "corrections.correction",
        CorrectionKind::Revision => "corrections.revision",
    };
    let edition_link = || {
        Link::to(
            page,
            Route::Edition(&edition.id),
            page.say("edition.crumb", &[("edition", &edition_name(page, index))]),
        )
    };
    Line {
        date: page.words().date(correction.date),
        unit: page.html(page.unit_text(index, correction.unit)),
        href: unit_link(page, index, &page.series().units[correction.unit.0].id),
        criterion: criterion(page, index, correction),
        edition: names_edition.then(edition_link),
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
