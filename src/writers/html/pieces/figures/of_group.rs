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

/// A chart of a group in an edition.
pub(crate) struct GroupChart {
    /// Its name in addresses.
    pub(crate) name: &'static str,
    /// The chart; nothing where there is nothing to be drawn.
    pub(crate) draw: fn(&Page<'_>, GroupResult<'_>) -> Option<Figure>,
}

/// A chart of a group over some editions, of which there is one at least.
pub(crate) struct TrendChart {
    /// Its name in addresses.
    pub(crate) name: &'static str,
    /// The chart; nothing where there is nothing to be drawn.
    pub(crate) draw: fn(&Page<'_>, &YearTicks, &[GroupResult<'_>]) -> Option<Figure>,
}

/// The charts of a group in an edition, in the order in which pages show them.
pub(crate) static GROUP_CHARTS: [GroupChart; 2] = [
    GroupChart { name: "bars", draw: |page, part| stacked_bars(page, part, "stacked") },
    GroupChart { name: "intervals", draw: |page, part| interval_chart(page, part, "intervals") },
];

/// The charts of a group over the editions, in the order in which pages show them.
pub(crate) static TREND_CHARTS: [TrendChart; 2] = [
    TrendChart {
        name: "ranks",
        draw: |page, ticks, parts| bump_chart(page, ticks, parts, &format!("bump-{}", id_of(page, parts.last()?))),
    },
    TrendChart {
        name: "changes",
        draw: |page, _, parts| slope_chart(page, *parts.last()?, &format!("slope-{}", id_of(page, parts.last()?))),
    },
];

fn id_of<'a>(page: &Page<'a>, part: &GroupResult<'_>) -> &'a str {
    &page.series().groups[part.group.group.0].id
}

/// The charts of a group in an edition, each with the way to show it elsewhere.
pub(crate) fn group_charts(page: &Page<'_>, part: GroupResult<'_>) -> Vec<Figure> {
    let (edition, group) = (&page.edition(part.edition).id, id_of(page, &part));
    let height = height_of(part.group.units.len().min(ROWS));
    let charts = GROUP_CHARTS.iter().filter_map(|chart| {
        let figure = (chart.draw)(page, part)?;
        let embedding = embedding(page, Embedded::GroupChart(edition, group, chart.name), &figure.title, height);
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

/// The charts of a group over some editions, each with the way to show it elsewhere.
pub(crate) fn trend_charts(page: &Page<'_>, year_ticks: &YearTicks, parts: &[GroupResult<'_>]) -> Vec<Figure> {
    let charts = TREND_CHARTS.iter().filter_map(|chart| {
        let figure = (chart.draw)(page, year_ticks, parts)?;
        let group = id_of(page, parts.last()?);
        let embedding = embedding(page, Embedded::Trend(group, chart.name), &figure.title, HEIGHT_MAX);
        Some(Figure { embedding, ..figure })
    });
    charts.collect()
}
