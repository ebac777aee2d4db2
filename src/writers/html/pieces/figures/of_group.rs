//! The charts of a group that stand on more than one page, by the names that their addresses have.

use crate::model::{GroupIdx, Status};
use crate::report::group::GroupResult;
use crate::report::threads;
use crate::routes::Embedded;
use crate::writers::html::frame::context::Page;
use crate::writers::html::pieces::embedding::{HEIGHT_MAX, embedding, height_of};
use crate::writers::html::pieces::figures::bars::stacked_bars;
use crate::writers::html::pieces::figures::bump::bump_chart;
use crate::writers::html::pieces::figures::figure::{Figure, ROWS};
use crate::writers::html::pieces::figures::intervals::interval_chart;
use crate::writers::html::pieces::figures::slope::slope_chart;
use crate::writers::html::pieces::figures::year_ticks::YearTicks;

/// The charts of a group in an edition.
pub(crate) const GROUP_CHARTS: [&str; 2] = ["bars", "intervals"];

/// The charts of a group over the editions.
pub(crate) const TREND_CHARTS: [&str; 2] = ["ranks", "changes"];

/// A chart of a group in an edition; nothing where there is nothing to be drawn.
pub(crate) fn group_chart(page: &Page<'_>, part: GroupResult<'_>, chart: &str) -> Option<Figure> {
    match chart {
        "bars" => stacked_bars(page, part, "stacked"),
        _ => interval_chart(page, part, "intervals"),
    }
}

/// The charts of a group in an edition, each with the way to show it elsewhere.
pub(crate) fn group_charts(page: &Page<'_>, part: GroupResult<'_>) -> Vec<Figure> {
    let (edition, group) = (&page.edition(part.edition).id, &page.series().groups[part.group.group.0].id);
    let height = height_of(part.group.units.len().min(ROWS));
    let charts = GROUP_CHARTS.into_iter().filter_map(|chart| {
        let figure = group_chart(page, part, chart)?;
        let embedding = embedding(page, Embedded::GroupChart(edition, group, chart), &figure.title, height);
        Some(Figure { embedding, ..figure })
    });
    charts.collect()
}

/// A group in the editions that are not withdrawn, where there are two at least.
pub(crate) fn trend_parts<'a>(page: &Page<'a>, group: GroupIdx) -> Option<Vec<GroupResult<'a>>> {
    let holds = |part: &GroupResult<'_>| page.edition(part.edition).status != Status::Withdrawn;
    let parts: Vec<GroupResult<'a>> = threads::parts(page.report(), group).into_iter().filter(holds).collect();
    (parts.len() > 1).then_some(parts)
}

/// A chart of a group over some editions; nothing where there is nothing to be drawn.
pub(crate) fn trend_chart(
    page: &Page<'_>,
    year_ticks: &YearTicks,
    parts: &[GroupResult<'_>],
    chart: &str,
) -> Option<Figure> {
    let last = *parts.last()?;
    let group = &page.series().groups[last.group.group.0].id;
    match chart {
        "ranks" => bump_chart(page, year_ticks, parts, &format!("bump-{group}")),
        _ => slope_chart(page, last, &format!("slope-{group}")),
    }
}

/// The charts of a group over some editions, each with the way to show it elsewhere.
pub(crate) fn trend_charts(page: &Page<'_>, year_ticks: &YearTicks, parts: &[GroupResult<'_>]) -> Vec<Figure> {
    let charts = TREND_CHARTS.into_iter().filter_map(|chart| {
        let figure = trend_chart(page, year_ticks, parts, chart)?;
        let group = &page.series().groups[parts.last()?.group.group.0].id;
        let embedding = embedding(page, Embedded::Trend(group, chart), &figure.title, HEIGHT_MAX);
        Some(Figure { embedding, ..figure })
    });
    charts.collect()
}
