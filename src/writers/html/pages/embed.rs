//! Charts and tables that stand alone, to be shown in a frame by another site: without navigation, with their source and a
//! way to the whole page. Only of a site that says where it will stand.

use rayon::prelude::*;
use serde::Serialize;

use crate::fragments::ranking_table;
use crate::model::{Column, EditionIdx, GroupIdx};
use crate::render::{Html, TemplateFault};
use crate::report::columns::shown_columns;
use crate::report::group::GroupResult;
use crate::report::offers::has_trends;
use crate::report::split::{RowsShown, first_rows};
use crate::routes::{Embedded, Route};
use crate::say::captions::{caption, table_title};
use crate::writers::html::frame::base::{Frame, frame};
use crate::writers::html::frame::context::{Context, Job, Page};
use crate::writers::html::frame::head::{Head, description};
use crate::writers::html::frame::legend;
use crate::writers::html::frame::link::Link;
use crate::writers::html::pieces::figures::figure::{Figure, Key, letter_keys};
use crate::writers::html::pieces::figures::of_group::{
    GROUP_CHARTS, GroupChart, TREND_CHARTS, TrendChart, trend_parts,
};
use crate::writers::html::pieces::figures::year_ticks::YearTicks;
use crate::writers::html::pieces::source_line::source_line;
use crate::writers::html::pieces::tables::{TableRequest, full};

#[derive(Serialize)]
struct EmbedPage {
    frame: Frame,
    /// Of which group and edition a chart is.
    kick: Option<String>,
    title: String,
    hatch: Html,
    keys: Vec<Key>,
    table: Option<Html>,
    legend: Vec<legend::LegendEntry>,
    /// That the table goes on elsewhere.
    first: Option<String>,
    figure: Option<Figure>,
    /// Status and documents of its edition.
    source: Option<Html>,
    /// The page that it is a part of.
    whole: Link,
}

/// What stands alone.
#[derive(Clone, Copy)]
enum Standalone {
    /// The ranking of a group by a column.
    Table(EditionIdx, usize, Column),
    /// A chart of a group.
    Chart(EditionIdx, usize, &'static GroupChart),
    /// A chart of a group over the editions.
    Trend(GroupIdx, &'static TrendChart),
}

/// Each part in each language.
pub(crate) fn jobs<'a>(context: &'a Context<'a>) -> Vec<Job<'a>> {
    if context.routes.url().is_none() {
        return Vec::new();
    }
    let mut parts: Vec<(Embedded<'a>, Standalone)> = Vec::new();
    for (index, edition) in context.report.editions() {
        for (position, of) in edition.groups.iter().enumerate() {
            let group = &context.report.series.groups[of.group.0].id;
            let total = GroupResult::of(context.report, index, position).total();
            parts.push((Embedded::Group(&edition.id, group), Standalone::Table(index, position, total)));
            parts.extend(of.scheme.numbered_criteria().map(|(column, criterion)| {
                (Embedded::Criterion(&edition.id, &criterion.id, group), Standalone::Table(index, position, column))
            }));
            parts.extend(GROUP_CHARTS.iter().map(|chart| {
                (Embedded::GroupChart(&edition.id, group, chart.name), Standalone::Chart(index, position, chart))
            }));
        }
    }
    for (index, group) in context.report.series.groups.iter().enumerate().filter(|_| has_trends(context.report)) {
        let trend = |chart: &'static TrendChart| {
            (Embedded::Trend(&group.id, chart.name), Standalone::Trend(GroupIdx(index), chart))
        };
        parts.extend(TREND_CHARTS.iter().map(trend));
    }
    // Whether there is anything to be drawn is the same in all languages.
    let is_there = |(part, shown): &(Embedded<'a>, Standalone)| {
        let page = Page::new(context, &context.languages[0], Route::Embed(*part));
        matches!(shown, Standalone::Table(..)) || figure(&page, *shown).is_some()
    };
    let parts: Vec<(Embedded<'a>, Standalone)> = parts.into_par_iter().filter(is_there).collect();
    let mut jobs = Vec::with_capacity(parts.len() * context.languages.len());
    for (part, shown) in parts {
        for language in context.languages {
            let write = move |page: &Page<'a>| view(page, part, shown);
            jobs.push(Job::tried(context, language, Route::Embed(part), "embed.html", write));
        }
    }
    jobs
}

fn figure(page: &Page<'_>, shown: Standalone) -> Option<Figure> {
    match shown {
        Standalone::Table(..) => None,
        Standalone::Chart(index, position, chart) => {
            (chart.draw)(page, GroupResult::of(page.report(), index, position))
        }
        Standalone::Trend(group, chart) => (chart.draw)(page, &YearTicks::of(page), &trend_parts(page, group)?),
    }
}

fn view(page: &Page<'_>, part: Embedded<'_>, shown: Standalone) -> Result<EmbedPage, TemplateFault> {
    let edition = match shown {
        Standalone::Table(index, ..) | Standalone::Chart(index, ..) => Some(index),
        Standalone::Trend(..) => None,
    };
    let figure = figure(page, shown);
    let (title, table) = match (shown, &figure) {
        (Standalone::Table(index, position, column), _) => {
            let of = GroupResult::of(page.report(), index, position);
            (table_title(page.voice, of, column), Some(table(page, of, column)?))
        }
        (_, Some(figure)) => (figure.title.clone(), None),
        (_, None) => (String::new(), None),
    };
    let (table, keys, legend, first) = match table {
        Some(TablePart { table, keys, legend, first }) => (Some(table), keys, legend, first),
        None => (None, Vec::new(), Vec::new(), None),
    };
    let site = page.text(&page.series().site.title);
    let head = Head {
        title: page.say("title.page", &[("page", &title), ("site", site)]),
        description: description(page, &title, &[]),
        crumbs: Vec::new(),
        edition,
        languages: None,
    };
    let mut frame = frame(page, head);
    let whole = page.context.routes.file(Route::whole_of(part), page.language.index);
    frame.part_of(page.context.routes.absolute(&whole));
    frame.script(page, "embed.js");
    Ok(EmbedPage {
        frame,
        kick: kick(page, shown),
        title,
        hatch: Html::trusted(crate::charts::hatch_definition().to_owned()),
        keys,
        table,
        legend,
        first,
        figure,
        source: edition.map(|index| source_line(page, index).for_the_whole_window()),
        whole: Link::to(page, Route::whole_of(part), page.say("embed.whole", &[])),
    })
}

/// Of which group and edition a chart is; a table says that in its title.
fn kick(page: &Page<'_>, shown: Standalone) -> Option<String> {
    match shown {
        Standalone::Table(..) => None,
        Standalone::Chart(index, position, _) => {
            let part = GroupResult::of(page.report(), index, position);
            Some(table_title(page.voice, part, part.total()))
        }
        Standalone::Trend(group, _) => Some(page.text_of(&page.series().groups[group.0].name)),
    }
}

/// A table with what explains it.
struct TablePart {
    table: Html,
    keys: Vec<Key>,
    legend: Vec<legend::LegendEntry>,
    first: Option<String>,
}

/// The ranking by a column; of many rows only the first ones, which is said.
fn table(page: &Page<'_>, part: GroupResult<'_>, column: Column) -> Result<TablePart, TemplateFault> {
    let is_total = column == part.total();
    let first = first_rows(part);
    let request = TableRequest {
        ranked_by: column,
        shown: if is_total { shown_columns(part) } else { vec![column] },
        caption: caption(page.voice, part, column),
        anchors: false,
        rows: first.map_or(RowsShown::Page(1), RowsShown::First),
    };
    let (table, marks) = full(page, part, request);
    let all = page.words().number(&part.group.units.len().into());
    Ok(TablePart {
        table: page.fragment("ranking", &table, ranking_table)?.for_the_whole_window(),
        keys: if is_total { letter_keys(page, part) } else { Vec::new() },
        legend: legend::entries(page, marks),
        first: first.map(|n| page.say_n("edition.first", n, &[("all", &all)])),
    })
}
