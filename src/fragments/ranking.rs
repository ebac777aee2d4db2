//! The table of a ranking: a row for each unit, in blocks of what is known of its rank.

use serde::Serialize;

use super::cells::{RankCell, ScoreCell, push_mark, push_rank, push_score, push_value};
use super::parts::{push_abbr, push_linked, push_note};
use super::signs::Sign;
use crate::render::Html;

/// The most rows of a table whose numbers are lined up.
const LINED_UP: usize = 100;

/// The table of a ranking; the fields are what a theme's own fragment receives.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RankingTable {
    /// The classes of the table: `rows` for a full ranking, `lead` for its leaders.
    pub(crate) class: &'static str,
    /// What the table is: the ranking of which group, by what, in which edition.
    pub(crate) title: String,
    /// Of how many units it is, on what basis, with which rule for ties.
    pub(crate) caption: String,
    /// The head of the column of ranks.
    pub(crate) rank_head: String,
    /// The head of the column of units.
    pub(crate) unit_head: String,
    /// The columns of scores; the first is the total, or the only criterion.
    pub(crate) columns: Vec<ColumnHead>,
    /// The head of the column of bands behind the first column of scores, if there is one.
    pub(crate) band_head: Option<String>,
    /// What is read aloud for `=`.
    pub(crate) tied_word: String,
    /// Rows in blocks, each with a line above it if it has a title.
    pub(crate) blocks: Vec<TableBlock>,
    /// Whether a script may sort it.
    pub(crate) sortable: bool,
    /// Whether it has so many columns that large letters may need it to scroll sideways.
    pub(crate) wide: bool,
}

/// A column of scores.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct ColumnHead {
    /// Its head.
    pub(crate) head: String,
    /// The whole name behind a short head.
    pub(crate) name: Option<String>,
    /// What follows the head where there is little room: `/24`.
    pub(crate) maximum: Option<String>,
    /// What stands below the head where there is more: of how many points, or in what its numbers are measured, and where
    /// they come from.
    pub(crate) of: Option<String>,
    /// What stands above its numbers on a narrow screen.
    pub(crate) key: Option<String>,
    /// The letter whose colour it has.
    pub(crate) colour: Option<String>,
    /// Whether some of its cells have a sign beside their number.
    pub(crate) has_signs: bool,
}

/// Rows that belong together.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct TableBlock {
    /// The line above them.
    pub(crate) title: Option<String>,
    /// The rows.
    pub(crate) rows: Vec<RankingRow>,
}

/// One unit, or a line of words in its place.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct RankingRow {
    /// The element's id, so that a row can be linked to.
    pub(crate) anchor: Option<String>,
    /// The unit's name.
    pub(crate) name: Html,
    /// The unit's page.
    pub(crate) href: Option<String>,
    /// Its rank.
    pub(crate) rank: RankCell,
    /// Its scores, one for each column; none: the name is a line of words across all columns.
    pub(crate) scores: Vec<ScoreCell>,
    /// Whether it is the first of a tie.
    pub(crate) tie_first: bool,
    /// Whether it is the last of a tie.
    pub(crate) tie_last: bool,
    /// The band of its total.
    pub(crate) band: Option<BandCell>,
    /// A word on it, such as why it is not ranked.
    pub(crate) note: Option<Html>,
    /// Whether it is no unit but what all of them come to: their mean, their best.
    pub(crate) reference: bool,
}

/// The band of a total.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct BandCell {
    /// Where it stands among the bands, 0 for the highest; behind them all where it is not known.
    pub(crate) position: usize,
    /// Its name, or a sign.
    pub(crate) name: Html,
    /// What a sign in its place means.
    pub(crate) meaning: Option<String>,
}

impl RankingTable {
    /// How many columns there are: ranks, units, scores and bands.
    #[must_use]
    pub(crate) fn width(&self) -> usize {
        self.columns.len() + 2 + usize::from(self.band_head.is_some())
    }

    /// Lines up the numbers of each column at their decimal signs, and keeps room beside them only where some have a sign.
    /// A long table is not lined up: it would take a third longer to sort.
    #[must_use]
    pub(crate) fn aligned(mut self) -> Self {
        let is_long = self.blocks.iter().map(|block| block.rows.len()).sum::<usize>() > LINED_UP;
        for i in 0..self.columns.len() {
            let cells = || self.blocks.iter().flat_map(|block| &block.rows).filter_map(move |row| row.scores.get(i));
            let most = cells().filter_map(|cell| cell.decimals).max().unwrap_or(0);
            self.columns[i].has_signs = cells().any(ScoreCell::has_signs);
            let cells =
                self.blocks.iter_mut().flat_map(|block| &mut block.rows).filter_map(|row| row.scores.get_mut(i));
            cells.filter(|_| !is_long).for_each(|cell| cell.pad_to(most));
        }
        self
    }
}

impl RankingRow {
    /// Whether the cell of the rank tells where the rank comes from: a deduced one does. An announced one is told once,
    /// in the caption, and where there are no scores, beside the name.
    #[must_use]
    pub(crate) fn tells_rank(&self, columns: usize) -> bool {
        columns > 0 && self.rank.exact && self.rank.mark.as_ref().is_some_and(|mark| mark.kind == Sign::Deduced)
    }
}

/// Writes the table.
#[must_use]
pub(crate) fn ranking_table(table: &RankingTable) -> Html {
    let mut html = Html::default();
    if table.wide {
        html.push_raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\"");
        html.attr("aria-label", &table.title);
        html.push_raw(">");
    }
    html.push_raw("<table");
    html.attr("class", table.class);
    if table.sortable {
        html.push_raw(" data-sort");
    }
    html.push_raw("><caption><b>");
    html.push_text(&table.title);
    html.push_raw("</b> ");
    html.push_text(&table.caption);
    html.push_raw("</caption>\n");
    push_head(&mut html, table);
    for block in &table.blocks {
        push_block(&mut html, table, block);
    }
    html.push_raw("</table>\n");
    if table.wide {
        html.push_raw("</div>\n");
    }
    html
}

fn push_head(html: &mut Html, table: &RankingTable) {
    html.push_raw("<thead><tr><th scope=\"col\" class=\"rk\" data-c=\"0\" data-up>");
    html.push_text(&table.rank_head);
    html.push_raw("</th><th scope=\"col\" data-c=\"1\" data-up>");
    html.push_text(&table.unit_head);
    html.push_raw("</th>");
    for (i, column) in table.columns.iter().enumerate() {
        html.push_raw("<th scope=\"col\" class=\"n\"");
        // The bands stand behind the first scores.
        let shift = usize::from(i > 0 && table.band_head.is_some());
        html.attr("data-c", &(i + 2 + shift).to_string());
        html.push_raw(">");
        push_wide_head(html, column);
        html.push_raw("</th>");
        if let Some(head) = table.band_head.as_ref().filter(|_| i == 0) {
            html.push_raw("<th scope=\"col\" class=\"bd\" data-c=\"3\" data-up>");
            html.push_text(head);
            html.push_raw("</th>");
        }
    }
    html.push_raw("</tr></thead>\n");
}

fn push_block(html: &mut Html, table: &RankingTable, block: &TableBlock) {
    html.push_raw("<tbody>\n");
    if let Some(title) = &block.title {
        html.push_raw("<tr class=\"sub\"><th scope=\"rowgroup\"");
        html.attr("colspan", &table.width().to_string());
        html.push_raw(">");
        html.push_text(title);
        html.push_raw("</th></tr>\n");
    }
    for row in &block.rows {
        push_row(html, table, row);
    }
    html.push_raw("</tbody>\n");
}

fn push_row(html: &mut Html, table: &RankingTable, row: &RankingRow) {
    html.push_raw("<tr");
    if let Some(anchor) = &row.anchor {
        html.attr("id", anchor);
    }
    if row.reference {
        html.push_raw(" class=\"ref\"");
    }
    push_tie(html, &row.rank, row.tie_first, row.tie_last);
    html.push_raw("><td class=\"rk");
    html.push_raw(if row.rank.exact { "\"" } else { " r\"" });
    push_value(html, row.rank.value.as_ref(), row.rank.ends.as_ref());
    html.push_raw(">");
    push_rank(html, &row.rank, &table.tied_word);
    if let Some(mark) = row.rank.mark.as_ref().filter(|_| row.tells_rank(table.columns.len())) {
        push_mark(html, mark);
    }
    html.push_raw("</td>");
    push_name(html, table, row);
    for (i, (cell, column)) in row.scores.iter().zip(&table.columns).enumerate() {
        html.push_raw(if i == 0 { "<td class=\"n e to\"" } else { "<td class=\"n e\"" });
        if let Some(key) = &column.key {
            html.attr("data-k", key);
        }
        push_value(html, cell.value.as_ref(), cell.ends.as_ref());
        html.push_raw(">");
        if !cell.is_blank() {
            push_score(html, cell, column.has_signs, None);
        }
        html.push_raw("</td>");
        if i == 0 && table.band_head.is_some() {
            push_band(html, row.band.as_ref());
        }
    }
    html.push_raw("</tr>\n");
}

fn push_band(html: &mut Html, band: Option<&BandCell>) {
    html.push_raw("<td class=\"bd\"");
    let Some(band) = band else { return html.push_raw("></td>") };
    html.attr("data-from", &band.position.to_string());
    html.push_raw(">");
    match &band.meaning {
        Some(meaning) => push_abbr(html, Some("no"), meaning, |html| html.push(&band.name)),
        None => html.push(&band.name),
    }
    html.push_raw("</td>");
}

fn push_name(html: &mut Html, table: &RankingTable, row: &RankingRow) {
    if row.scores.is_empty() && !table.columns.is_empty() {
        html.push_raw("<td class=\"q sm\"");
        html.attr("colspan", &(table.width() - 1).to_string());
        html.push_raw(">");
        html.push(&row.name);
        html.push_raw("</td>");
        return;
    }
    html.push_raw("<th scope=\"row\">");
    push_linked(html, &row.name, row.href.as_deref());
    if let Some(mark) = row.rank.mark.as_ref().filter(|_| table.columns.is_empty()) {
        push_mark(html, mark);
    }
    push_note(html, row.note.as_ref());
    html.push_raw("</th>");
}

/// Writes the short head of a column of scores with its maximum; its name is heard.
pub(super) fn push_column_head(html: &mut Html, column: &ColumnHead) {
    html.push_text(&column.head);
    if let Some(name) = &column.name {
        html.push_raw("<span class=\"vh\"> ");
        html.push_text(name);
        html.push_raw("</span>");
    }
    if let Some(maximum) = &column.maximum {
        html.push_raw(" ");
        html.push_text(maximum);
    }
}

/// Writes the head of a column of scores: its letter, its name where there is room, and below what its numbers are.
fn push_wide_head(html: &mut Html, column: &ColumnHead) {
    match &column.name {
        Some(name) => {
            html.push_raw("<b");
            let colour = column.colour.as_ref().map(|letter| format!("k k{letter}"));
            html.attr("class", colour.as_deref().unwrap_or("k"));
            html.push_raw(">");
            html.push_text(&column.head);
            html.push_raw("</b> <span class=\"nm\">");
            html.push_text(name);
            html.push_raw("</span>");
        }
        None => html.push_text(&column.head),
    }
    if let Some(of) = &column.of {
        html.push_raw(" <span class=\"mx\">");
        html.push_text(of);
        html.push_raw("</span>");
    }
}

/// Writes the class of a row that shares its rank: where the tie begins, goes on and ends.
pub(super) fn push_tie(html: &mut Html, rank: &RankCell, is_first: bool, is_last: bool) {
    match (rank.tied, is_first, is_last) {
        (false, ..) | (true, true, true) => {}
        (true, true, false) => html.push_raw(" class=\"tie t1\""),
        (true, false, true) => html.push_raw(" class=\"tie t9\""),
        (true, false, false) => html.push_raw(" class=\"tie\""),
    }
}
