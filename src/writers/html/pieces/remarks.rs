//! What the publisher says beside the numbers: remarks on the source, and the foreword.

use serde::Serialize;

use crate::model::{Column, EditionIdx, Remark};
use crate::render::{Html, PlacedText, render_markdown};
use crate::report::group::GroupResult;
use crate::report::remarks::{self, column_of};
use crate::routes::FOREWORD;
use crate::writers::html::frame::context::Page;
use crate::writers::html::frame::sentence::own_block;

/// What a reader must know of the source.
#[derive(Serialize)]
pub(crate) struct RemarkView {
    /// The group and the criterion that it concerns, where the page does not say so.
    of: Option<String>,
    quote: Option<String>,
    /// The language of the quote, where it is not that of the page.
    lang: Option<String>,
    text: Html,
}

impl RemarkView {
    /// A remark that quotes nothing, where it is clear what it concerns.
    pub(crate) fn of(text: Html) -> Self {
        Self { of: None, quote: None, lang: None, text }
    }
}

/// The foreword of an edition, for a page `up` folders below its own.
pub(crate) fn foreword(page: &Page<'_>, index: EditionIdx, up: usize) -> Option<Html> {
    let forewords = &page.edition(index).forewords;
    let (markdown, _) = forewords.get(page.language.index.0)?.as_ref()?;
    let place = PlacedText { prefix: FOREWORD, taken: &[], top: 3, up, links: page.series().site.links };
    Some(own_block(page.voice, render_markdown(markdown, place)))
}

/// All that a reader must know of the source of an edition; each names what it concerns.
pub(crate) fn of_edition(page: &Page<'_>, index: EditionIdx) -> Vec<RemarkView> {
    let parts = GroupResult::all(page.report(), index);
    let of = |remark: &Remark| {
        let is_of = |part: &&GroupResult<'_>| remark.group.is_none_or(|group| group == part.group.group);
        let group = remark.group.filter(|_| parts.len() > 1).map(|group| &page.series().groups[group.0].name);
        let group = group.map(|name| page.text_of(name));
        let criterion = parts
            .iter()
            .filter(is_of)
            .find_map(|part| Some(page.voice.column_name(&part.group.scheme, column_of(*part, remark)?)));
        let named: Vec<String> = group.into_iter().chain(criterion).collect();
        (!named.is_empty()).then(|| named.join(", "))
    };
    page.edition(index).remarks.iter().map(|remark| view(page, of(remark), remark)).collect()
}

/// What a reader must know of the source of a group; each names the column that it concerns.
pub(crate) fn of_group(page: &Page<'_>, part: GroupResult<'_>) -> Vec<RemarkView> {
    let of = |remark: &Remark| column_of(part, remark).map(|column| page.voice.column_name(&part.group.scheme, column));
    remarks::of_group(page.report(), part).into_iter().map(|remark| view(page, of(remark), remark)).collect()
}

/// What a reader must know of the source of a group as a whole.
pub(crate) fn of_whole_group(page: &Page<'_>, part: GroupResult<'_>) -> Vec<RemarkView> {
    remarks::of_whole_group(page.report(), part).into_iter().map(|remark| view(page, None, remark)).collect()
}

/// What a reader must know of the source of a column.
pub(crate) fn of_column(page: &Page<'_>, part: GroupResult<'_>, column: Column) -> Vec<RemarkView> {
    remarks::of_column(page.report(), part, column).into_iter().map(|remark| view(page, None, remark)).collect()
}

fn view(page: &Page<'_>, of: Option<String>, remark: &Remark) -> RemarkView {
    RemarkView { of, quote: remark.quote.clone(), lang: quoted_in(page), text: page.html(&remark.text) }
}

/// The language of what is quoted, where it is not that of the words around it: quotes are in the first language of the site.
pub(crate) fn quoted_in(page: &Page<'_>) -> Option<String> {
    let first = page.context.languages.first()?;
    (first.tag != page.words().tag()).then(|| first.tag.clone())
}
