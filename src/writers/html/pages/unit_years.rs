//! A unit over the years: names, what it came from and became, ranks and totals of all editions, and where they break.

use serde::Serialize;

use crate::fragments::{Marks, Sign, short_cell};
use crate::model::{Column, Edition, Effect, EventKind, GroupIdx, State, Status, UnitEvent, UnitIdx};
use crate::rankings::CellVerdict;
use crate::render::Html;
use crate::report::group::GroupResult;
use crate::report::since::{SinceLast, is_apart};
use crate::report::threads::ThreadPoint;
use crate::routes::Route;
use crate::say::change;
use crate::say::change::ChangeView;
use crate::say::compared::why;
use crate::say::editions::{edition_label, edition_name, status};
use crate::say::points::maximum;
use crate::say::population::population;
use crate::words::capitalised;
use crate::writers::html::frame::base::{Frame, frame};
use crate::writers::html::frame::context::{Context, Job, Page};
use crate::writers::html::frame::head::Head;
use crate::writers::html::frame::legend;
use crate::writers::html::frame::link::Link;
use crate::writers::html::pieces::cells::score;
use crate::writers::html::pieces::edition_facts::EditionFact;
use crate::writers::html::pieces::figures::figure::Figure;
use crate::writers::html::pieces::figures::unit_years::{rank_figure, total_figure};
use crate::writers::html::pieces::figures::year_ticks::YearTicks;
use crate::writers::html::pieces::finder::{rank_words, result_link};
use crate::writers::html::pieces::year_cells::marked_id;

#[derive(Serialize)]
struct UnitYears {
    frame: Frame,
    kick: String,
    title: Html,
    say: Vec<String>,
    facts: Vec<EditionFact>,
    breaks: Vec<String>,
    figures: Vec<Figure>,
    caption: String,
    rows: Vec<YearRow>,
    note: Option<String>,
    legend: Vec<legend::LegendEntry>,
    matrices: Vec<Matrix>,
}

/// An edition in the life of the unit, or a time without one.
#[derive(Serialize)]
struct YearRow {
    edition: Link,
    status: Option<String>,
    name: Option<Html>,
    rank: String,
    exact: bool,
    behind: String,
    /// Whether nobody says of how many the rank is.
    is_of_unknown: bool,
    total: Html,
    change: Option<ChangeView>,
    /// Since which edition it changed, where that is not the one listed below it.
    since: Option<String>,
    absent: Option<String>,
}

/// Criteria by editions.
#[derive(Serialize)]
struct Matrix {
    caption: String,
    region: String,
    editions: Vec<String>,
    rows: Vec<MatrixRow>,
    legend: Vec<legend::LegendEntry>,
}

#[derive(Serialize)]
struct MatrixRow {
    name: Link,
    cells: Vec<MatrixCell>,
}

#[derive(Serialize, Default)]
struct MatrixCell {
    shown: Html,
    value: String,
    max: Option<String>,
    breaks: bool,
}

/// The page of each unit that is in an edition, in each language.
pub(crate) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    let mut jobs = Vec::new();
    for index in
        (0..context.report.series.units.len()).filter(|&index| !context.report.standings(UnitIdx(index)).is_empty())
    {
        let route = Route::UnitYears(&context.report.series.units[index].id);
        for language in context.languages {
            let write = move |page: &Page<'a>| view(page, UnitIdx(index));
            jobs.push(Job::new(context, language, route, "unit-years.html", write));
        }
    }
    jobs
}

/// The unit in each edition that has it, from the oldest: the group and the row.
fn places<'a>(page: &Page<'a>, unit: UnitIdx) -> Vec<(GroupResult<'a>, usize)> {
    let places = page.report().standings(unit).iter();
    places.map(|place| (GroupResult::of(page.report(), place.edition, place.group), place.row)).collect()
}

fn view<'a>(page: &Page<'a>, unit: UnitIdx) -> UnitYears {
    let places = places(page, unit);
    let own = &page.series().units[unit.0];
    let name = page.text(&own.name);
    let site = page.text(&page.series().site.title);
    let current = places.iter().rfind(|(part, _)| page.edition(part.edition).status != Status::Withdrawn);
    let say: Vec<String> = current.or(places.last()).map(|&(part, row)| lead(page, part, row)).unwrap_or_default();
    let words = [("unit", name), ("site", site)];
    let head = Head {
        title: page.say("title.unit-years", &words),
        description: page.say("description.unit-years", &words),
        crumbs: vec![
            Link::to(page, Route::Home, page.say("crumb.home", &[])),
            Link::to(page, Route::Units, page.say("units.title", &[])),
            Link::here(name),
        ],
        edition: None,
        languages: None,
    };
    let group = current.or(places.last()).map(|(part, _)| page.group_name(part.group)).unwrap_or_default();
    let groups: Vec<GroupIdx> = current.or(places.last()).map(|(part, _)| part.group.group).into_iter().collect();
    let year_ticks = YearTicks::of(page);
    let figures = [total_figure(page, &year_ticks, unit, &places), rank_figure(page, &year_ticks, unit, &places)];
    let mut marks = Marks::default();
    let rows = rows(page, unit, &places, &mut marks);
    UnitYears {
        frame: frame(page, head),
        kick: page.voice.say_of(&groups, "unit-years.kick", &[("group", group)]),
        title: page.html(&own.name),
        say,
        facts: facts(page, unit),
        breaks: breaks(page, &places),
        figures: figures.into_iter().flatten().collect(),
        caption: page.say("unit-years.caption", &[("unit", name)]),
        note: of_unknown(page, &places, &rows),
        rows,
        legend: legend::entries(page, marks),
        matrices: matrices(page, unit, &places),
    }
}

/// Where the unit stands now, and since when it moved.
fn lead(page: &Page<'_>, part: GroupResult<'_>, row: usize) -> Vec<String> {
    let edition = edition_name(page.voice, part.edition);
    let words = rank_words(page, part, row);
    let rank = format!("{}{}", words.words, words.behind);
    let mut say = vec![page.say("unit-years.now", &[("edition", &edition), ("rank", &rank)])];
    say.extend(part.is_of_unknown(row).then(|| population(page.voice, part, part.total())));
    if let Some(since) = SinceLast::of(page.report(), part) {
        let before = edition_name(page.voice, since.before);
        say.push(change::view(page.voice, since.told(part, part.total(), row)).since(page.voice, &before));
    }
    say
}

/// Names, groups, what it came from and what it became.
fn facts(page: &Page<'_>, unit: UnitIdx) -> Vec<EditionFact> {
    let mut facts = Vec::new();
    let own = &page.series().units[unit.0];
    let life = page.series().life(unit);
    let mut add = |term: &str, value: Html| facts.push(EditionFact { term: page.say(term, &[]), value });
    for UnitEvent { event, effect, .. } in page.series().timeline.of(unit) {
        let date = page.words().date(event.date);
        match &event.kind {
            EventKind::Rename { from, .. } => {
                let words = page.say("fact.named.until", &[("name", page.text(from)), ("date", &date)]);
                add("fact.named", Html::text(&words));
            }
            EventKind::Move { from, .. } => {
                let name = page.text(&page.series().groups[from.0].name);
                add("fact.group.before", Html::text(&page.say("fact.named.until", &[("name", name), ("date", &date)])));
            }
            EventKind::Merge { .. } | EventKind::Split { .. } => {
                let Some((from, into)) = event.kind.passage() else { continue };
                let (term, others) = match effect {
                    Effect::Begins => ("fact.predecessor", from),
                    Effect::Changes if from.len() > 1 => ("fact.taken-in", from),
                    Effect::Changes => ("fact.split-off", into),
                    Effect::Ends | Effect::GoesOn => ("fact.successor", into),
                };
                let others: Vec<UnitIdx> = others.iter().copied().filter(|&other| other != unit).collect();
                add(term, linked(page, &others, &date));
            }
            EventKind::Abolish { .. } => add("fact.ended", Html::text(&date)),
            EventKind::Create { .. } => add("fact.began", Html::text(&date)),
        }
    }
    if let Some(from) = own.from.filter(|from| life.from == Some(*from)) {
        add("fact.began", Html::text(&page.words().date(from)));
    }
    if let Some(until) = own.until.filter(|until| life.ended == Some(until.next())) {
        let told = page.series().timeline.of(unit).any(|own| own.effect == Effect::Ends);
        if !told {
            add("fact.until", Html::text(&page.words().date(until)));
        }
    }
    facts
}

/// Units with links to their pages, and a date.
fn linked(page: &Page<'_>, units: &[UnitIdx], date: &str) -> Html {
    let link = |unit: &UnitIdx| {
        let has_page = !page.report().standings(*unit).is_empty();
        let own = &page.series().units[unit.0];
        let address = has_page.then(|| page.link(Route::UnitYears(&own.id)));
        page.html(&own.name).linked(address.as_deref())
    };
    let list = page.words().list_html(&units.iter().map(link).collect::<Vec<_>>());
    page.words().say_html("fact.since", &[("units", &list), ("date", &Html::text(date))])
}

/// Where totals are not compared with the edition before, and why: each reason once, from the newest.
fn breaks(page: &Page<'_>, places: &[(GroupResult<'_>, usize)]) -> Vec<String> {
    let mut told = Vec::new();
    for &(part, row) in places.iter().rev() {
        let Some(since) = SinceLast::of(page.report(), part) else { continue };
        let cell = since.cell(part, part.total(), row);
        if cell.verdict == CellVerdict::Broken {
            let editions = (edition_name(page.voice, part.edition), edition_name(page.voice, since.before));
            let reason = why(page.voice, since.before).cell(cell.why);
            let words = [("edition", editions.0.as_str()), ("before", &editions.1), ("why", &reason)];
            told.push(capitalised(&page.say("unit-years.break", &words)));
        }
    }
    told
}

/// All editions since the unit was first in one, the newest first, with those that it is not in.
fn rows(page: &Page<'_>, unit: UnitIdx, places: &[(GroupResult<'_>, usize)], marks: &mut Marks) -> Vec<YearRow> {
    let Some(first) = places.first().map(|(part, _)| part.edition) else { return Vec::new() };
    let editions: Vec<_> = page.report().editions().filter(|(index, _)| *index >= first).collect();
    let mut rows = Vec::new();
    let mut newer: Option<u16> = None;
    for (index, edition) in editions.into_iter().rev() {
        for year in newer.map_or(edition.year..edition.year, |newer| edition.year + 1..newer).rev() {
            let label = page.say("edition.label.year", &[("edition", &year.to_string())]);
            rows.push(absent(Link::here(label), page.say("archive.none", &[])));
        }
        newer = Some(edition.year);
        let link = Link::to(page, Route::Edition(&edition.id), edition_label(page.voice, index));
        match places.iter().find(|(part, _)| part.edition == index) {
            Some(&(part, row)) => rows.push(present(page, unit, (part, row), marks)),
            None => rows.push(absent(link, page.say(why_absent(page, unit, edition), &[]))),
        }
    }
    rows
}

/// That a rank without the number of units is one in a group of which that was not published, where there is such a rank.
fn of_unknown(page: &Page<'_>, places: &[(GroupResult<'_>, usize)], rows: &[YearRow]) -> Option<String> {
    let groups: Vec<GroupIdx> = places.iter().map(|(part, _)| part.group.group).collect();
    rows.iter().any(|row| row.is_of_unknown).then(|| page.voice.say_of(&groups, "units.of-unknown", &[]))
}

/// Why an edition has nothing of a unit that an earlier one has.
fn why_absent(page: &Page<'_>, unit: UnitIdx, edition: &Edition) -> &'static str {
    let (series, last) = (page.series(), edition.period.to);
    let has_ended = series.life(unit).ended.is_some_and(|day| day <= last) || series.last_day(unit, last).is_some();
    match series.is_alive(unit, edition.period) {
        false => "unit-years.not-alive",
        true if has_ended => "unit-years.ended",
        true if edition.not_assessed.contains(&unit) || series.names_all(edition, unit) => "unit-years.absent",
        true => "unit-years.not-named",
    }
}

fn absent(edition: Link, why: String) -> YearRow {
    YearRow {
        edition,
        status: None,
        name: None,
        rank: String::new(),
        exact: false,
        behind: String::new(),
        is_of_unknown: false,
        total: Html::default(),
        change: None,
        since: None,
        absent: Some(why),
    }
}

fn present(page: &Page<'_>, unit: UnitIdx, (part, row): (GroupResult<'_>, usize), marks: &mut Marks) -> YearRow {
    let own = &page.series().units[unit.0];
    let edition = page.edition(part.edition);
    let words = rank_words(page, part, row);
    let name = page.unit_text(part.edition, unit);
    let since = SinceLast::of(page.report(), part);
    let change = since.map(|since| change::view(page.voice, since.told(part, part.total(), row)));
    let has_moved = change.as_ref().is_some_and(|change| change.why.is_none());
    let href = Some(result_link(page, part, row));
    YearRow {
        edition: Link { label: edition_label(page.voice, part.edition).into(), href, current: false },
        status: (edition.status != Status::Official).then(|| status(page.voice, edition.status).to_lowercase()),
        name: (name != &own.name).then(|| page.html(name)),
        rank: words.words,
        exact: words.exact,
        behind: words.behind,
        is_of_unknown: part.is_of_unknown(row),
        total: total(page, part, row, marks),
        change,
        since: since
            .filter(|since| has_moved && part.edition.0 != since.before.0 + 1)
            .map(|since| page.say("unit-years.change.since", &[("edition", &edition_name(page.voice, since.before))])),
        absent: None,
    }
}

/// The total of a unit, or the sign that stands for it.
fn total(page: &Page<'_>, part: GroupResult<'_>, row: usize, marks: &mut Marks) -> Html {
    let mut own = Marks::default();
    let cell = score(page, part, part.total(), row, &mut own);
    // What is known of it may be its rank alone, which stands beside it.
    if own.has(Sign::RankOnly) {
        marks.note(Sign::Empty(State::Unpublished));
        return Html::text("…");
    }
    marks.add(own);
    short_cell(&cell)
}

/// The scores by criterion: a table for each group that the unit was in under a scheme.
fn matrices<'a>(page: &Page<'a>, unit: UnitIdx, places: &[(GroupResult<'a>, usize)]) -> Vec<Matrix> {
    let mut groups: Vec<GroupIdx> = places.iter().rev().map(|(part, _)| part.group.group).collect();
    groups.dedup();
    let one = |group: GroupIdx| {
        let here: Vec<(GroupResult<'_>, usize)> =
            places.iter().copied().filter(|(p, _)| p.group.group == group && !p.group.scheme.is_implied()).collect();
        // One edition alone has its own page; after others in another group its scores are looked for here.
        (here.len() > 1 || places.len() > here.len() && !here.is_empty())
            .then(|| matrix(page, unit, page.context.threads.group(group), &here))
    };
    groups.into_iter().filter_map(one).collect()
}

fn matrix(
    page: &Page<'_>,
    unit: UnitIdx,
    threads: &[Vec<ThreadPoint<'_>>],
    places: &[(GroupResult<'_>, usize)],
) -> Matrix {
    let parts: Vec<GroupResult<'_>> = places.iter().map(|(part, _)| *part).collect();
    let mut marks = Marks::default();
    let row = |thread: &Vec<ThreadPoint<'_>>| {
        let newest = thread.iter().rev().find(|point| parts.iter().any(|part| part.edition == point.part.edition))?;
        let criterion = &newest.part.group.scheme.criteria[newest.column];
        let column = |part: &GroupResult<'_>| {
            thread.iter().find(|point| point.part.edition == part.edition).map(|point| point.column)
        };
        let cell = |at: usize| {
            let (part, row) = places[at];
            let left = parts[..at].last().copied().filter(|left| column(left).is_some());
            let cell = |column| matrix_cell(page, left, (part, column, row), &mut marks);
            column(&part).map_or_else(MatrixCell::default, cell)
        };
        Some(MatrixRow {
            name: Link::to(page, Route::CriterionYears(&criterion.id), page.html(&criterion.name)),
            cells: (0..places.len()).map(cell).collect(),
        })
    };
    let name = page.text(&page.series().units[unit.0].name);
    Matrix {
        caption: page.say("unit-years.matrix", &[("unit", name)]),
        region: page.say("unit-years.region", &[]),
        editions: parts.iter().map(|part| marked_id(page, *part)).collect(),
        rows: threads.iter().filter_map(row).collect(),
        legend: legend::entries(page, marks),
    }
}

fn matrix_cell(
    page: &Page<'_>,
    left: Option<GroupResult<'_>>,
    (part, column, row): (GroupResult<'_>, Column, usize),
    marks: &mut Marks,
) -> MatrixCell {
    let cell = score(page, part, column, row, marks);
    MatrixCell {
        shown: short_cell(&cell),
        value: cell.value.map(|value| value.to_string()).unwrap_or_default(),
        max: part.max(column).map(|max| maximum(page.words(), max)),
        breaks: is_apart(page.report(), left, part, column, row),
    }
}
