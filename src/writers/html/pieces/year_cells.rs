//! Scores in a table by editions.

use crate::fragments::{Look, ScoreCell};
use crate::render::Html;
use crate::report::group::GroupResult;
use crate::say::editions::marked;
use crate::writers::html::frame::context::Page;

/// A score in a table by editions: short, since such a table has thousands; the legend says what its signs mean.
pub(crate) fn short_cell(cell: &ScoreCell) -> Html {
    let mut html = Html::default();
    match cell.look {
        Look::Withheld => {
            html.push_raw("<span class=\"wh\"></span><span class=\"vh\">");
            html.push_text(cell.meaning.as_deref().unwrap_or_default());
            html.push_raw("</span>");
        }
        Look::Disputed => {
            html.push_raw("<s>");
            html.push_text(&cell.shown);
            html.push_raw("</s>");
        }
        Look::Known | Look::Bounded | Look::Unknown | Look::Empty => html.push_text(&cell.shown),
    }
    if let Some(mark) = &cell.mark {
        html.push_text(" ");
        html.push_text(mark.sign);
    }
    cell.flags.iter().for_each(|flag| html.push_text(flag.sign));
    html
}

/// An edition at the head of a column, marked where it is not official: `2022 (đã thu hồi)`.
pub(crate) fn marked_id(page: &Page<'_>, part: GroupResult<'_>) -> String {
    marked(page.voice, part.edition, &page.edition(part.edition).id)
}
