//! A criterion over the years: what it was in each edition, whether it may be compared, and who had how many points.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::fragments::{Marks, short_cell};
use crate::model::{GroupIdx, UnitIdx};
use crate::render::Html;
use crate::report::findings::leaves_out_scores;
use crate::report::means::mean;
use crate::report::since::{SinceLast, is_apart};
use crate::report::threads;
use crate::report::threads::ThreadPoint;
use crate::routes::Route;
use crate::say::compared;
use crate::say::editions::marked_label;
use crate::say::points::maximum;
use crate::writers::html::frame::base::{Frame, frame};
use crate::writers::html::frame::context::{Context, Job, Page};
use crate::writers::html::frame::head::Head;
use crate::writers::html::frame::legend;
use crate::writers::html::frame::link::Link;
use crate::writers::html::pieces::cells::score;
use crate::writers::html::pieces::figures::figure::Figure;
use crate::writers::html::pieces::figures::means::means_figure;
use crate::writers::html::pieces::figures::year_ticks::YearTicks;
use crate::writers::html::pieces::year_cells::marked_id;

/// The most units that the table of a group holds; beyond, the editions' own pages have them.
const UNITS: usize = 500;

/// The most scores that it holds: of many units the newest editions.
const SCORES: usize = 3500;

#[derive(Serialize)]
struct CriterionYears {
    frame: Frame,
    kick: String,
    title: Html,
    description: Option<Html>,
    groups: Vec<CriterionInGroup>,
}

#[derive(Serialize)]
struct CriterionInGroup {
    name: Html,
    figure: Option<Figure>,
    caption: String,
    best_head: String,
    editions: Vec<EditionLine>,
    table: Option<UnitTable>,
    left_out: Option<String>,
    legend: Vec<legend::LegendEntry>,
}

/// The criterion in an edition.
#[derive(Serialize)]
struct EditionLine {
    edition: Link,
    name: Option<Html>,
    max: String,
    mean: String,
    best: String,
    compared: String,
}

/// Units by editions.
#[derive(Serialize)]
struct UnitTable {
    caption: String,
    unit_head: String,
    region: String,
    editions: Vec<String>,
    rows: Vec<UnitRow>,
}

#[derive(Serialize)]
struct UnitRow {
    name: Link,
    cells: Vec<YearCell>,
}

#[derive(Serialize)]
struct YearCell {
    shown: Html,
    breaks: bool,
}

/// The page of each criterion of any edition, in each language.
pub(crate) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    let groups = context.report.series.editions.iter().flat_map(|edition| &edition.groups);
    let ids: BTreeSet<&str> = groups.flat_map(|group| &group.scheme.criteria).map(|c| c.id.as_str()).collect();
    let mut jobs = Vec::new();
    for id in ids {
        for language in context.languages {
            let write = move |page: &Page<'a>| view(page, id);
            jobs.push(Job::new(context, language, Route::CriterionYears(id), "criterion-years.html", write));
        }
    }
    jobs
}

fn view(page: &Page<'_>, id: &str) -> CriterionYears {
    let year_ticks = YearTicks::of(page);
    let threads = threads_of(page, id);
    let all = || threads.iter().flat_map(|(_, points)| points);
    // The page speaks with the words of the newest edition that has the id itself.
    let named = all().filter(|point| point.part.group.scheme.criteria[point.column].id == id);
    let newest = named.max_by_key(|point| point.part.edition).map(|p| &p.part.group.scheme.criteria[p.column]);
    let name = newest.map(|criterion| page.text(&criterion.name)).unwrap_or(id);
    let words = [("criterion", name), ("site", page.text(&page.series().site.title))];
    let head = Head {
        title: page.say("title.criterion-years", &words),
        description: page.say("description.criterion-years", &words),
        crumbs: vec![Link::to(page, Route::Home, page.say("crumb.home", &[])), Link::here(name)],
        edition: None,
        languages: None,
    };
    CriterionYears {
        frame: frame(page, head),
        kick: page.say("criterion-years.kick", &[]),
        title: newest.map_or_else(|| Html::text(name), |criterion| page.html(&criterion.name)),
        description: newest.and_then(|criterion| criterion.description.as_ref()).map(|text| page.html(text)),
        groups: threads.iter().map(|(group, points)| group_view(page, &year_ticks, *group, points)).collect(),
    }
}

/// The criterion through the editions of each group that has it.
fn threads_of<'a>(page: &Page<'a>, id: &str) -> Vec<(GroupIdx, Vec<ThreadPoint<'a>>)> {
    let groups = (0..page.series().groups.len()).map(GroupIdx);
    let all = groups.map(|group| (group, threads::thread(page.report(), &threads::parts(page.report(), group), id)));
    all.filter(|(_, points)| !points.is_empty()).collect()
}

fn group_view(
    page: &Page<'_>,
    year_ticks: &YearTicks,
    group: GroupIdx,
    points: &[ThreadPoint<'_>],
) -> CriterionInGroup {
    let name = &page.series().groups[group.0].name;
    let mut marks = Marks::default();
    let (table, left_out) = table(page, group, points, &mut marks);
    CriterionInGroup {
        name: page.html(name),
        figure: means_figure(page, year_ticks, points, &format!("mean-{}", page.series().groups[group.0].id)),
        caption: caption(page, group, points),
        best_head: best_head(page, points),
        editions: points.iter().rev().map(|point| edition(page, point)).collect(),
        table,
        left_out,
        legend: legend::entries(page, marks),
    }
}

/// What the end of a column is called: the best, or where none is better than the other, the highest or the lowest.
fn best_head(page: &Page<'_>, points: &[ThreadPoint<'_>]) -> String {
    page.say(
        match points.last().map(|point| point.part.column(point.column)) {
            Some(newest) if !newest.has_best && newest.rises => "trends.highest",
            Some(newest) if !newest.has_best => "trends.lowest",
            Some(_) | None => "criterion-years.best",
        },
        &[],
    )
}

/// What the table of editions holds, and that means and bests are of ranked units alone where others have scores too.
fn caption(page: &Page<'_>, group: GroupIdx, points: &[ThreadPoint<'_>]) -> String {
    let caption = page.say("criterion-years.caption", &[("group", page.text(&page.series().groups[group.0].name))]);
    match points.iter().any(|point| leaves_out_scores(point.part, &[point.column])) {
        true => format!("{caption}. {}", page.voice.say_of(&[group], "counted.ranked", &[])),
        false => caption,
    }
}

fn edition(page: &Page<'_>, point: &ThreadPoint<'_>) -> EditionLine {
    let ThreadPoint { part, column } = *point;
    let edition = page.edition(part.edition);
    let criterion = &part.group.scheme.criteria[column];
    let summary = part.column(column).summary;
    // Of nobody there is no mean that could be known.
    let lacking = if part.column(column).counts.counted() == 0 { "–" } else { "…" };
    let number = |number: Option<rust_decimal::Decimal>| {
        number.map_or_else(|| lacking.to_owned(), |number| page.number(&number))
    };
    let label = marked_label(page.voice, part.edition);
    EditionLine {
        edition: Link::to(page, Route::Criterion(&edition.id, &criterion.id), label),
        name: Some(page.html(&criterion.name)),
        max: part.max(column).map_or_else(|| "–".to_owned(), |max| maximum(page.words(), max)),
        mean: number(mean(part, column)),
        best: number(summary.map(|summary| part.shown(column, summary.best))),
        compared: compared(page, point),
    }
}

/// Whether the criterion may be compared with the edition before, and why.
fn compared(page: &Page<'_>, point: &ThreadPoint<'_>) -> String {
    let Some(since) = SinceLast::of(page.report(), point.part) else {
        return compared::with_none(page.voice, point.part);
    };
    compared::compared(page.voice, &since, since.change.columns[point.column])
}

/// Units by editions, in the order of the language; nothing for one edition alone.
fn table(
    page: &Page<'_>,
    group: GroupIdx,
    points: &[ThreadPoint<'_>],
    marks: &mut Marks,
) -> (Option<UnitTable>, Option<String>) {
    if points.len() < 2 {
        return (None, None);
    }
    let units: BTreeSet<UnitIdx> = points.iter().flat_map(|point| point.part.group.units.iter().copied()).collect();
    if units.len() > UNITS {
        return (None, Some(page.voice.say_units_of(&[group], "criterion-years.left-out", units.len(), &[])));
    }
    let kept = (SCORES / units.len().max(1)).max(2).min(points.len());
    let older = points.len() - kept;
    let points = &points[older..];
    let mut units: Vec<UnitIdx> = units.into_iter().collect();
    let name = |unit: UnitIdx| page.text(&page.series().units[unit.0].name);
    units.sort_by_key(|&unit| page.voice.order.unit(unit));
    let rows = units.into_iter().map(|unit| UnitRow {
        name: Link::to(page, Route::UnitYears(&page.series().units[unit.0].id), name(unit)),
        cells: (0..points.len()).map(|at| cell(page, &points[..=at], unit, marks)).collect(),
    });
    let table = UnitTable {
        caption: page.voice.say_of(&[group], "criterion-years.units", &[]),
        unit_head: page.voice.say_units_of(&[group], "table.unit", 1, &[]),
        region: format!("{}: {}", page.say("unit-years.region", &[]), page.text(&page.series().groups[group.0].name)),
        editions: points.iter().map(|point| marked_id(page, point.part)).collect(),
        rows: rows.collect(),
    };
    (Some(table), (older > 0).then(|| page.say_n("criterion-years.older", kept, &[])))
}

/// The score of a unit at the last of some points; it is not always compared with the one before.
fn cell(page: &Page<'_>, points: &[ThreadPoint<'_>], unit: UnitIdx, marks: &mut Marks) -> YearCell {
    let none = || YearCell { shown: Html::default(), breaks: false };
    let Some((&ThreadPoint { part, column }, before)) = points.split_last() else { return none() };
    let Some(row) = page.report().row_of(unit, part.edition, part.group) else { return none() };
    let left = before.last().map(|point| point.part);
    let shown = short_cell(&score(page, part, column, row, marks));
    YearCell { shown, breaks: is_apart(page.report(), left, part, column, row) }
}
