//! The table of a unit's scorecard: a row for each criterion.

use serde::Serialize;

use super::cells::{RankCell, ScoreCell, push_mark, push_rank, push_score, push_value};
use super::parts::{push_linked, push_note};
use crate::render::Html;

/// The table of a scorecard.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct UnitSheet {
    /// What the table holds.
    pub(crate) caption: String,
    /// The heads of its three columns.
    pub(crate) heads: [String; 3],
    /// What is read aloud for `=`.
    pub(crate) tied_word: String,
    /// Criteria in the order of the scheme, then the total.
    pub(crate) rows: Vec<SheetRow>,
}

/// One criterion of a unit, or its total.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct SheetRow {
    /// The letter of a criterion at the top of the tree.
    pub(crate) letter: Option<String>,
    /// Whether the letter has a colour of its own.
    pub(crate) coloured: bool,
    /// How deep it stands in the tree, 0 at the top.
    pub(crate) depth: usize,
    /// Its name.
    pub(crate) name: Html,
    /// Its page.
    pub(crate) href: Option<String>,
    /// Why the number holds, or what it means.
    pub(crate) note: Option<Html>,
    /// The unit's rank in it.
    pub(crate) rank: RankCell,
    /// Of how many the rank is, where the caption does not say that.
    pub(crate) of: Option<String>,
    /// The unit's score in it.
    pub(crate) score: ScoreCell,
    /// Its maximum: `/24`.
    pub(crate) maximum: Option<String>,
    /// Whether it is the total.
    pub(crate) total: bool,
}

/// Writes the table.
#[must_use]
pub(crate) fn sheet_table(sheet: &UnitSheet) -> Html {
    let mut html = Html::default();
    html.push_raw("<table class=\"sheet\"><caption>");
    html.push_text(&sheet.caption);
    html.push_raw("</caption>\n<thead><tr>");
    for (i, head) in sheet.heads.iter().enumerate() {
        html.push_raw(if i == 0 { "<th scope=\"col\">" } else { "<th scope=\"col\" class=\"n\">" });
        html.push_text(head);
        html.push_raw("</th>");
    }
    html.push_raw("</tr></thead>\n<tbody>\n");
    for row in &sheet.rows {
        push_row(&mut html, sheet, row);
    }
    html.push_raw("</tbody></table>\n");
    html
}

fn push_row(html: &mut Html, sheet: &UnitSheet, row: &SheetRow) {
    html.push_raw(if row.total { "<tr class=\"ref\">" } else { "<tr>" });
    html.push_raw(match row.depth {
        0 => "<th scope=\"row\">",
        1 => "<th scope=\"row\" class=\"d1\">",
        _ => "<th scope=\"row\" class=\"d2\">",
    });
    push_letter(html, row.letter.as_deref(), row.coloured);
    push_linked(html, &row.name, row.href.as_deref());
    push_note(html, row.note.as_ref());
    html.push_raw("</th><td class=\"n\"");
    push_value(html, row.rank.value.as_ref(), None);
    html.push_raw(if row.rank.exact { ">" } else { "><span class=\"no\">" });
    push_rank(html, &row.rank, &sheet.tied_word);
    html.push_raw(if row.rank.exact { "" } else { "</span>" });
    if let Some(mark) = &row.rank.mark {
        push_mark(html, mark);
    }
    if let Some(of) = &row.of {
        html.push_raw("<span class=\"q\"> ");
        html.push_text(of);
        html.push_raw("</span>");
    }
    html.push_raw("</td><td class=\"n e to\"");
    push_value(html, row.score.value.as_ref(), None);
    html.push_raw(">");
    push_score(html, &row.score, true, row.maximum.as_deref());
    html.push_raw("</td></tr>\n");
}

/// Writes the letter of a criterion, in its colour if it has one.
pub(super) fn push_letter(html: &mut Html, letter: Option<&str>, coloured: bool) {
    let Some(letter) = letter else { return };
    html.push_raw(match if coloured { letter } else { "" } {
        "A" => "<b class=\"k kA\">",
        "B" => "<b class=\"k kB\">",
        "C" => "<b class=\"k kC\">",
        "D" => "<b class=\"k kD\">",
        "E" => "<b class=\"k kE\">",
        _ => "<b class=\"k\">",
    });
    html.push_text(letter);
    html.push_raw("</b>");
}
