//! What the publisher says beside the numbers: remarks on the source, and the foreword.

use serde::Serialize;

use crate::model::EditionIdx;
use crate::render::{Html, PlacedText, render_markdown};
use crate::report::group::GroupResult;
use crate::routes::FOREWORD;
use crate::writers::html::frame::context::Page;

/// What a reader must know of the source.
#[derive(Serialize)]
pub(crate) struct RemarkView {
    quote: Option<String>,
    /// The language of the quote, where it is not that of the page.
    lang: Option<String>,
    text: Html,
}

/// The foreword of an edition, for a page `up` folders below its own.
pub(crate) fn foreword(page: &Page<'_>, index: EditionIdx, up: usize) -> Option<Html> {
    let forewords = &page.edition(index).forewords;
    let (markdown, _) = forewords.get(page.language.index.0)?.as_ref()?;
    Some(render_markdown(
        markdown,
        PlacedText { prefix: FOREWORD, taken: &[], top: 3, up, links: page.series().site.links },
    ))
}

/// What a reader must know of the source: of the whole edition, or of one group and what concerns all.
pub(crate) fn remarks(page: &Page<'_>, index: EditionIdx, only: Option<GroupResult<'_>>) -> Vec<RemarkView> {
    let remarks = &page.edition(index).remarks;
    let wanted = remarks.iter().filter(|r| only.is_none_or(|part| r.group == Some(part.group.group)));
    wanted.map(|r| RemarkView { quote: r.quote.clone(), lang: quoted_in(page), text: page.html(&r.text) }).collect()
}

/// The language of what is quoted, where it is not that of the page: quotes are in the first language of the site.
pub(crate) fn quoted_in(page: &Page<'_>) -> Option<String> {
    let first = page.context.languages.first()?;
    (first.index != page.language.index).then(|| first.tag.clone())
}
