//! A heat table: units × criteria, each cell a number on the ground of its class.

use serde::Serialize;

use super::cells::{ScoreCell, push_bare, push_mark};
use super::parts::push_abbr;
use super::ranking::{ColumnHead, push_column_head};
use crate::render::Html;

/// The table; the fields are what a theme's own fragment receives.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct HeatTable {
    /// What it holds, and by what cells have their class.
    pub(crate) caption: String,
    /// The limits of the five classes in words, from the lowest.
    pub(crate) classes: Vec<String>,
    /// The head of the column of units.
    pub(crate) unit_head: String,
    /// The columns.
    pub(crate) columns: Vec<ColumnHead>,
    /// A row for each unit.
    pub(crate) rows: Vec<HeatRow>,
    /// The name of the region that scrolls sideways on a narrow screen, if the table is too wide for one.
    pub(crate) region: Option<String>,
}

/// One unit.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct HeatRow {
    /// Its name.
    pub(crate) name: Html,
    /// Its cells, one for each column.
    pub(crate) cells: Vec<HeatCell>,
}

/// One score.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct HeatCell {
    /// The score as other tables show it.
    pub(crate) score: ScoreCell,
    /// Its class, from 1; none where the score is not exactly known.
    pub(crate) class: Option<usize>,
}

/// The grounds of the classes.
const GROUNDS: [&str; 5] = ["x1", "x2", "x3", "x4", "x5"];

fn ground(class: Option<usize>) -> Option<&'static str> {
    GROUNDS.get(class?.wrapping_sub(1)).copied()
}

/// Writes the table.
#[must_use]
pub(crate) fn heat_table(table: &HeatTable) -> Html {
    let mut html = Html::default();
    if let Some(region) = &table.region {
        html.push_raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\"");
        html.attr("aria-label", region);
        html.push_raw(">");
    }
    html.push_raw("<table class=\"heat\"><caption>");
    html.push_text(&table.caption);
    for (i, words) in table.classes.iter().enumerate() {
        html.push_raw(" <span");
        html.attr("class", ground(Some(i + 1)).unwrap_or_default());
        html.push_raw(">");
        html.push_text(words);
        html.push_raw("</span>");
    }
    html.push_raw("</caption>\n<thead><tr><th scope=\"col\">");
    html.push_text(&table.unit_head);
    html.push_raw("</th>");
    for column in &table.columns {
        html.push_raw("<th scope=\"col\" class=\"n\">");
        push_column_head(&mut html, column);
        html.push_raw("</th>");
    }
    html.push_raw("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        html.push_raw("<tr><th scope=\"row\">");
        html.push(&row.name);
        html.push_raw("</th>");
        row.cells.iter().for_each(|cell| push_cell(&mut html, cell));
        html.push_raw("</tr>\n");
    }
    html.push_raw("</tbody></table>\n");
    if table.region.is_some() {
        html.push_raw("</div>\n");
    }
    html
}

fn push_cell(html: &mut Html, cell: &HeatCell) {
    match ground(cell.class) {
        Some(ground) => {
            html.push_raw("<td class=\"n ");
            html.push_raw(ground);
            html.push_raw("\">");
        }
        None => html.push_raw("<td class=\"n no\">"),
    }
    let score = &cell.score;
    match &score.meaning {
        Some(meaning) if !score.shown.is_empty() => {
            push_abbr(html, None, meaning, |html| html.push_text(&score.shown));
        }
        Some(_) => push_bare(html, score),
        None => html.push_text(&score.shown),
    }
    score.mark.iter().chain(&score.flags).for_each(|mark| push_mark(html, mark));
    html.push_raw("</td>");
}
