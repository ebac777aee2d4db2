//! A document in one line.

use serde::Serialize;

use crate::model::{Document, DocumentRole};
use crate::render::Html;
use crate::say::documents::{document_details, document_name};
use crate::writers::html::frame::context::Page;

/// A document in one line.
#[derive(Serialize)]
pub(crate) struct DocumentLine {
    role: String,
    /// What it is called.
    pub(crate) name: String,
    /// Where it is, if that is known.
    pub(crate) href: Option<String>,
    details: String,
}

/// The key of what a document is to an edition.
pub(crate) fn role_key(role: DocumentRole) -> String {
    format!("document.{}", role.word())
}

/// A document in one line: its number, or else its title, and what is known beside it.
pub(crate) fn document_line(page: &Page<'_>, document: &Document) -> DocumentLine {
    let file = document.file.as_ref().map(|file| page.link_file(file));
    DocumentLine {
        role: page.say(&role_key(document.role), &[]),
        name: document_name(page.voice, document),
        href: file.or_else(|| document.url.clone()),
        details: document_details(page.voice, document).join(", "),
    }
}

pub(crate) fn document_html(line: &DocumentLine) -> Html {
    let mut html = Html::text(&line.name).linked(line.href.as_deref());
    if !line.details.is_empty() {
        html.push_raw("<br>");
        html.push_text(&line.details);
    }
    html
}
