//! The table that a reader weighs anew: official ranks and totals, and the inputs of each row for the script.

use serde::Serialize;

use super::cells::{RankCell, ScoreCell, push_rank, push_score, push_value};
use super::parts::{push_linked, push_note};
use super::ranking::push_tie;
use crate::render::Html;

/// The table of a group whose weights a reader may change; the fields are what a theme's own fragment receives.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OwnTable {
    /// What the table holds.
    pub(crate) caption: String,
    /// The heads: rank, unit, score, official rank, movement.
    pub(crate) heads: [String; 5],
    /// The head of the scores once they follow the reader's weights.
    pub(crate) own_head: String,
    /// What is read aloud for `=`.
    pub(crate) tied_word: String,
    /// What is said where nothing moved.
    pub(crate) same_word: String,
    /// The ranked units in order.
    pub(crate) rows: Vec<OwnTableRow>,
    /// The line above the units that are not ranked.
    pub(crate) unranked_title: String,
    /// The units that are not ranked: the name, and why.
    pub(crate) unranked: Vec<(Html, Option<Html>)>,
}

/// A ranked unit.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct OwnTableRow {
    /// Its name.
    pub(crate) name: Html,
    /// Its page.
    pub(crate) href: Option<String>,
    /// Its official rank.
    pub(crate) rank: RankCell,
    /// Its official total.
    pub(crate) score: ScoreCell,
    /// Its value in each part, `-` where it has none, with spaces between; empty where a script file has them.
    pub(crate) values: String,
    /// What is added to its total, if anything.
    pub(crate) added: Option<String>,
    /// Its place among equal ones, if that is not the first.
    pub(crate) among_equals: Option<String>,
    /// Whether it is the first of a tie.
    pub(crate) tie_first: bool,
    /// Whether it is the last of a tie.
    pub(crate) tie_last: bool,
}

/// Writes the table.
#[must_use]
pub(crate) fn own_table(table: &OwnTable) -> Html {
    let mut html = Html::default();
    html.push_raw("<table class=\"rows own\"><caption>");
    html.push_text(&table.caption);
    html.push_raw("</caption>\n<thead><tr>");
    for (i, head) in table.heads.iter().enumerate() {
        html.push_raw(match i {
            0 => "<th scope=\"col\" class=\"rk\"",
            1 => "<th scope=\"col\"",
            _ => "<th scope=\"col\" class=\"n\"",
        });
        if i == 2 {
            html.attr("data-yours", &table.own_head);
        }
        html.push_raw(">");
        html.push_text(head);
        html.push_raw("</th>");
    }
    html.push_raw("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        push_row(&mut html, table, row);
    }
    html.push_raw("</tbody>\n");
    push_unranked(&mut html, table);
    html.push_raw("</table>\n");
    html
}

fn push_row(html: &mut Html, table: &OwnTable, row: &OwnTableRow) {
    html.push_raw("<tr");
    push_tie(html, &row.rank, row.tie_first, row.tie_last);
    if !row.values.is_empty() {
        html.attr("data-v", &row.values);
    }
    if let Some(added) = &row.added {
        html.attr("data-a", added);
    }
    if let Some(among_equals) = &row.among_equals {
        html.attr("data-b", among_equals);
    }
    html.push_raw("><td class=\"rk\">");
    push_rank(html, &row.rank, &table.tied_word);
    html.push_raw("</td><th scope=\"row\">");
    push_linked(html, &row.name, row.href.as_deref());
    html.push_raw("</th><td class=\"n e to\"");
    push_value(html, row.score.value.as_ref(), None);
    html.push_raw(">");
    push_score(html, &row.score, true, None);
    html.push_raw("</td><td class=\"n of\"");
    push_value(html, row.rank.value.as_ref(), None);
    html.attr("data-k", &table.heads[3]);
    html.push_raw(if row.rank.tied { ">=" } else { ">" });
    html.push_text(&row.rank.shown);
    html.push_raw("</td><td class=\"n ch q\">");
    html.push_text(&table.same_word);
    html.push_raw("</td></tr>\n");
}

fn push_unranked(html: &mut Html, table: &OwnTable) {
    if table.unranked.is_empty() {
        return;
    }
    html.push_raw("<tbody>\n<tr class=\"sub\"><th scope=\"rowgroup\" colspan=\"5\">");
    html.push_text(&table.unranked_title);
    html.push_raw("</th></tr>\n");
    for (name, why) in &table.unranked {
        html.push_raw("<tr><td colspan=\"5\">");
        html.push(name);
        push_note(html, why.as_ref());
        html.push_raw("</td></tr>\n");
    }
    html.push_raw("</tbody>\n");
}
