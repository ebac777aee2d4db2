//! Trends: ranks of each group over the editions, what moved last, and the means of the group.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::model::{GroupIdx, Order, Status};
use crate::render::Html;
use crate::report::findings::leaves_out_scores;
use crate::report::group::GroupResult;
use crate::report::means::mean;
use crate::report::offers::has_trends;
use crate::routes::Route;
use crate::say::compared::{total_compared, with_none};
use crate::say::editions;
use crate::say::editions::{edition_label, edition_name};
use crate::say::population::population;
use crate::writers::html::frame::base::{Frame, frame};
use crate::writers::html::frame::context::{Context, Job, Page};
use crate::writers::html::frame::head::Head;
use crate::writers::html::frame::link::Link;
use crate::writers::html::pieces::downloads::{Download, download_named};
use crate::writers::html::pieces::figures::figure::Figure;
use crate::writers::html::pieces::figures::of_group::{trend_charts, trend_parts};
use crate::writers::html::pieces::figures::year_ticks::YearTicks;
use crate::writers::html::pieces::movers::{MoversView, ended, movers};
use crate::writers::tables::DataOf;

/// The way to an edition's changes.
pub(crate) fn to_edition(page: &Page<'_>, part: GroupResult<'_>) -> Link {
    let edition = page.edition(part.edition);
    let label = page.say("edition.crumb", &[("edition", &edition_name(page.voice, part.edition))]);
    Link::to(page, Route::Edition(&edition.id), label)
}

#[derive(Serialize)]
struct Trends {
    frame: Frame,
    title: String,
    say: String,
    hatch: Html,
    groups: Vec<GroupTrend>,
    download: Option<Download>,
}

#[derive(Serialize)]
struct GroupTrend {
    anchor: String,
    name: Html,
    figures: Vec<Figure>,
    movers: Option<MoversView>,
    edition: Link,
    caption: String,
    /// What the column of the worst totals is called: the lowest, or the highest where fewer points are better.
    worst: String,
    /// What the column of how many units there were is called.
    units: String,
    means: Vec<Mean>,
}

/// A group in an edition.
#[derive(Serialize)]
struct Mean {
    edition: Link,
    units: String,
    mean: String,
    median: String,
    best: String,
    worst: String,
    compared: String,
}

/// The page in each language, where two editions have a group.
pub(crate) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    if !has_trends(context.report) {
        return Vec::new();
    }
    context.languages.iter().map(|l| Job::new(context, l, Route::Trends, "trends.html", view)).collect()
}

fn view(page: &Page<'_>) -> Trends {
    let title = page.say("trends.title", &[]);
    let site = page.text(&page.series().site.title);
    let year_ticks = YearTicks::of(page);
    let groups: Vec<GroupTrend> =
        (0..page.series().groups.len()).filter_map(|index| group(page, &year_ticks, GroupIdx(index))).collect();
    let n = year_ticks.len();
    let head = Head {
        title: page.say("title.page", &[("page", &title), ("site", site)]),
        description: page.say("description.trends", &[("site", site)]),
        crumbs: vec![Link::to(page, Route::Home, page.say("crumb.home", &[])), Link::here(title.clone())],
        edition: None,
        languages: None,
    };
    Trends {
        frame: frame(page, head),
        title,
        say: page.say_n("trends.say", n, &[]),
        download: download_named(page, DataOf::Series, "changes"),
        hatch: Html::trusted(crate::charts::hatch_definition().to_owned()),
        groups,
    }
}

/// A group that two editions have, withdrawn ones left out.
fn group(page: &Page<'_>, year_ticks: &YearTicks, index: GroupIdx) -> Option<GroupTrend> {
    let parts = trend_parts(page, index)?;
    let &last = parts.last()?;
    let group = &page.series().groups[index.0];
    Some(GroupTrend {
        anchor: format!("g-{}", group.id),
        name: page.html(&group.name),
        figures: trend_charts(page, year_ticks, &parts),
        movers: movers_and_end(page, last),
        edition: to_edition(page, last),
        caption: caption(page, index, &parts),
        worst: page.say(worst_key(&parts), &[]),
        units: page.voice.say_of(&[index], "trends.units", &[]),
        means: parts.iter().rev().map(|&part| mean_line(page, part)).collect(),
    })
}

/// What the table of editions holds, and that its numbers are of ranked units alone where others have totals too.
fn caption(page: &Page<'_>, group: GroupIdx, parts: &[GroupResult<'_>]) -> String {
    let caption = page.say("trends.caption", &[("group", page.text(&page.series().groups[group.0].name))]);
    match parts.iter().any(|part| leaves_out_scores(*part, &[part.total()])) {
        true => format!("{caption}. {}", page.voice.say_of(&[group], "counted.ranked", &[])),
        false => caption,
    }
}

/// What the worst totals of some editions are called, by which end of each is best.
fn worst_key(parts: &[GroupResult<'_>]) -> &'static str {
    let orders: BTreeSet<bool> =
        parts.iter().map(|part| part.group.scheme.column_rule(part.total()).order == Order::Ascending).collect();
    match (orders.contains(&false), orders.contains(&true)) {
        (true, true) => "trends.worst",
        (false, true) => "trends.highest",
        (_, false) => "trends.lowest",
    }
}

/// What moved in the last edition of a group, and what became of its units where the next edition has it no more.
fn movers_and_end(page: &Page<'_>, last: GroupResult<'_>) -> Option<MoversView> {
    let moved = movers(page, last);
    let next = page.report().editions().filter(|(_, edition)| edition.status != Status::Withdrawn);
    let next = next.filter(|(_, edition)| edition.previous == Some(last.edition)).last();
    let ended = next.and_then(|(next, _)| ended(page, next).into_iter().find(|(group, _)| *group == last.group.group));
    match (moved, ended) {
        (Some(moved), Some((_, ended))) => Some(moved.and_then(ended)),
        (moved, ended) => moved.or(ended.map(|(_, ended)| ended)),
    }
}

fn mean_line(page: &Page<'_>, part: GroupResult<'_>) -> Mean {
    let total = part.total();
    let summary = part.ranking.columns[total].summary();
    // Of nobody there is no mean that could be known.
    let lacking = if part.column(total).counts.counted() == 0 { "–" } else { "…" };
    let number = |number: Option<rust_decimal::Decimal>| {
        number.map_or_else(|| lacking.to_owned(), |number| page.number(&number))
    };
    let edition = page.edition(part.edition);
    let status =
        (edition.status != Status::Official).then(|| editions::status(page.voice, edition.status).to_lowercase());
    let label = match status {
        Some(status) => format!("{} ({status})", edition_label(page.voice, part.edition)),
        None => edition_label(page.voice, part.edition),
    };
    Mean {
        edition: Link::to(page, Route::Edition(&edition.id), label),
        units: population(page.voice, part, part.total()),
        mean: number(mean(part, total)),
        median: number(summary.map(|summary| part.told_median(total, summary.median).0)),
        best: number(summary.map(|summary| part.shown(total, summary.best))),
        worst: number(summary.map(|summary| part.shown(total, summary.worst))),
        compared: total_compared(page.voice, part).unwrap_or_else(|| with_none(page.voice, part)),
    }
}
