//! The announcement of an edition as offices write it: for each group and criterion who is first, who is last, and overall.

mod docx;

use serde::Serialize;

use crate::model::{DocumentRole, EditionIdx};
use crate::render::{Engine, Escape, TemplateFault, Theme};
use crate::report::columns::{has_total, shown_columns};
use crate::report::group::GroupResult;
use crate::report::places::not_ranked;
use crate::say::announced::of_column;
use crate::say::documents::{document_details, document_name};
use crate::say::editions::{edition_name, not_official};
use crate::say::names::name_of;
use crate::say::voice::Voice;

/// A form in which an announcement is written.
pub(crate) struct AnnouncementForm {
    /// The name of its template in `announcements/` of a theme.
    pub(crate) template: &'static str,
    escape: Escape,
    /// Whether what the template writes are the paragraphs of a document that is packed.
    is_packed: bool,
}

/// Plain text.
pub(crate) const TEXT: AnnouncementForm =
    AnnouncementForm { template: "announcement.txt", escape: Escape::Nothing, is_packed: false };
/// Markdown.
pub(crate) const MARKDOWN: AnnouncementForm =
    AnnouncementForm { template: "announcement.md", escape: Escape::Markdown, is_packed: false };
/// A page of its own.
pub(crate) const HTML: AnnouncementForm =
    AnnouncementForm { template: "announcement.html", escape: Escape::Html, is_packed: false };
/// A document for word processors; its markup is escaped as that of HTML.
pub(crate) const DOCX: AnnouncementForm =
    AnnouncementForm { template: "announcement.docx.xml", escape: Escape::Html, is_packed: true };

/// The announcement of an edition, as templates receive it.
#[derive(Serialize)]
struct AnnouncementText {
    /// The language that it is in.
    language: String,
    publisher: String,
    title: String,
    /// What it rests on, when it was published, what is assessed: a sentence each.
    lead: Vec<String>,
    groups: Vec<AnnouncedGroup>,
}

/// What is announced of a group.
#[derive(Serialize)]
struct AnnouncedGroup {
    name: String,
    /// The criteria in their order, then the total.
    lines: Vec<AnnouncedLine>,
    /// What else is said, such as who is not ranked: a sentence each.
    notes: Vec<String>,
}

/// What is announced of a criterion, or of the total.
#[derive(Serialize)]
struct AnnouncedLine {
    name: String,
    /// A sentence a rank.
    sentences: Vec<String>,
}

/// Writes the announcement of an edition in a form.
///
/// # Errors
/// When a template is wrong, or asks for what there is not.
pub(crate) fn announcement(
    voice: Voice<'_>,
    edition: EditionIdx,
    theme: &Theme,
    form: &AnnouncementForm,
) -> Result<Vec<u8>, Vec<TemplateFault>> {
    let engine = Engine::of_texts(&theme.announcements, form.escape)?.speaking(voice.words.clone());
    let mut out = Vec::new();
    let template = format!("announcements/{}", form.template);
    engine.render_to(&template, &view(voice, edition), &mut out).map_err(|fault| vec![fault])?;
    if form.is_packed {
        return Ok(docx::packed(&out).unwrap_or_else(|error| unreachable!("memory takes what is packed: {error}")));
    }
    Ok(out)
}

fn view(voice: Voice<'_>, edition: EditionIdx) -> AnnouncementText {
    let site = &voice.series().site;
    let name = edition_name(voice, edition);
    let title = [("site", voice.text(&site.title)), ("edition", name.as_str())];
    let parts = GroupResult::all(voice.report, edition);
    AnnouncementText {
        language: voice.own_language().to_owned(),
        publisher: voice.text_of(&site.publisher.name),
        title: voice.say("announce.title", &title),
        lead: lead(voice, edition, &parts),
        groups: parts.iter().map(|&part| group(voice, part)).collect(),
    }
}

fn lead(voice: Voice<'_>, index: EditionIdx, parts: &[GroupResult<'_>]) -> Vec<String> {
    let edition = voice.edition(index);
    let mut lead: Vec<String> = not_official(voice, index).into_iter().collect();
    for (role, key) in [(DocumentRole::Basis, "announce.basis"), (DocumentRole::Approval, "announce.approval")] {
        for document in edition.documents.iter().filter(|document| document.role == role) {
            let mut words = vec![document_name(voice, document)];
            words.extend(document_details(voice, document));
            lead.push(voice.say(key, &[("document", &words.join(", "))]));
        }
    }
    lead.extend(edition.published.map(|day| voice.say("announce.published", &[("date", &voice.words.date(day))])));
    lead.extend(criteria(voice, parts));
    lead
}

/// How many criteria there are, and which, where all groups have the same.
fn criteria(voice: Voice<'_>, parts: &[GroupResult<'_>]) -> Option<String> {
    let names = |part: &GroupResult<'_>| -> Vec<String> {
        let columns = shown_columns(*part).into_iter().filter(|&column| column != part.total());
        columns.map(|column| voice.column_name(&part.group.scheme, column)).collect()
    };
    let first = names(parts.first()?);
    let is_one = parts.iter().all(|part| names(part) == first);
    (is_one && !first.is_empty())
        .then(|| voice.say_n("announce.criteria", first.len(), &[("names", &first.join("; "))]))
}

fn group(voice: Voice<'_>, part: GroupResult<'_>) -> AnnouncedGroup {
    let columns = shown_columns(part).into_iter();
    let total = if has_total(part) { None } else { Some(part.total()) };
    // The total is told last, as the sum of what was told before.
    let mut columns: Vec<_> = columns.chain(total).collect();
    columns.sort_by_key(|&column| column == part.total());
    let line = |column| {
        let sentences = of_column(voice, part, column)?;
        Some(AnnouncedLine { name: voice.column_name(&part.group.scheme, column), sentences })
    };
    let lines: Vec<AnnouncedLine> = columns.into_iter().filter_map(line).collect();
    let mut notes = Vec::new();
    if lines.is_empty() {
        notes.push(voice.say("announce.nothing", &[]));
    }
    let unranked: Vec<String> = not_ranked(part).into_iter().map(|row| name_of(voice, part, row).to_owned()).collect();
    if !unranked.is_empty() {
        notes.push(voice.say("announce.unranked", &[("names", &unranked.join("; "))]));
    }
    AnnouncedGroup { name: voice.group_name(part.group).to_owned(), lines, notes }
}
