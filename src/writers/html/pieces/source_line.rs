//! Where an edition comes from, in few words, for pages that show a part of it. The foot of the page has the date.

use crate::model::{DocumentRole, EditionIdx};
use crate::render::Html;
use crate::say::editions::status;
use crate::writers::html::frame::context::Page;
use crate::writers::html::pieces::documents::document_line;

/// The status of an edition, and the documents that approve it, each with its link.
pub(crate) fn source_line(page: &Page<'_>, index: EditionIdx) -> Html {
    let edition = page.edition(index);
    let mut html = Html::text(&status(page.voice, edition.status));
    let approvals = edition.documents.iter().filter(|document| document.role == DocumentRole::Approval);
    for line in approvals.map(|document| document_line(page, document)) {
        html.push_raw(" · ");
        html.push(&Html::text(&line.name).linked(line.href.as_deref()));
    }
    html
}
