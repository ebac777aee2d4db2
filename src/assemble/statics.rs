//! Files of the publisher: those that are named must be there, and those that only drafts name are kept back.

use std::collections::BTreeSet;

use crate::content::Content;
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Document, Place, Series, Status};
use crate::routes::address::decoded;
use crate::words;

/// Reports files that are named and not there.
pub(super) fn missing(content: &Content, series: &Series, faults: &mut Faults) {
    for (path, place) in named(series) {
        if !content.statics.contains(path) && !content.there.statics.contains(path) {
            // A name may be spelled as an address writes it.
            let spelled = [words::caseless(path), words::caseless(&decoded(path))];
            let alike = |other: &&String| spelled.contains(&words::caseless(other));
            let near = content.statics.iter().find(alike);
            faults.push(Diagnostic::new(&sense::STATIC_MISSING, place).with("path", path).with_some("near", near));
        }
    }
}

/// The files that the series names, each with where it does.
fn named(series: &Series) -> Vec<(&String, Option<Place>)> {
    let mut named: Vec<(&String, Option<Place>)> = Vec::new();
    named.extend(series.site.logo.iter().map(|path| (path, series.site.logo_place)));
    let events = series.timeline.events().iter().filter_map(|event| event.document.as_ref());
    let editions = series.editions.iter().flat_map(|edition| {
        let of_corrections = edition.corrections.iter().filter_map(|correction| correction.document.as_ref());
        let of_withdrawal = edition.withdrawn.iter().filter_map(|withdrawn| withdrawn.document.as_ref());
        of_corrections.chain(of_withdrawal).chain(&edition.documents)
    });
    let schemes = series.schemes.iter().filter_map(|entry| entry.base.document.as_ref());
    let documents = events.chain(editions).chain(schemes);
    named.extend(documents.filter_map(|document| Some((document.file.as_ref()?, document.file_place))));
    named
}

/// The files that drafts name and nothing that is published does: nobody may read them yet. The series is without drafts,
/// and without the schemes that only they are under.
pub(super) fn kept_back(content: &Content, series: &Series, schemes_of_drafts: &BTreeSet<&str>) -> BTreeSet<String> {
    let is_draft = |id: &str| content.scores.iter().any(|file| file.id == id && file.status == Status::Draft);
    let scores = content.scores.iter().filter(|file| file.status == Status::Draft);
    let documents = scores.flat_map(|file| {
        file.documents.iter().chain(file.corrections.iter().filter_map(|line| line.document.as_ref()))
    });
    let schemes = content.schemes.iter().filter(|scheme| schemes_of_drafts.contains(scheme.base.id.as_str()));
    let documents = documents.chain(schemes.filter_map(|scheme| scheme.base.document.as_ref()));
    let of_drafts: BTreeSet<&String> = documents.filter_map(|document: &Document| document.file.as_ref()).collect();
    let published: BTreeSet<&String> = named(series).into_iter().map(|(path, _)| path).collect();
    let forewords = |drafts: bool| {
        let own = content.forewords.iter().filter(move |foreword| is_draft(&foreword.edition) == drafts);
        own.map(|foreword| decoded(&foreword.markdown))
    };
    let words_of_drafts: Vec<String> = forewords(true).collect();
    let words: Vec<String> = forewords(false).chain(content.pages.iter().map(|page| decoded(&page.markdown))).collect();
    let said = |texts: &[String], path: &String| texts.iter().any(|text| text.contains(path.as_str()));
    let is_kept = |path: &&String| {
        path.starts_with("static/")
            && (of_drafts.contains(path) || said(&words_of_drafts, path))
            && !published.contains(path)
            && !said(&words, path)
    };
    content.statics.iter().filter(is_kept).cloned().collect()
}
