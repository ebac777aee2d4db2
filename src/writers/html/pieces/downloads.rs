//! The files of an edition's data, each with its size.

use serde::Serialize;

use crate::model::EditionIdx;
use crate::routes::{changes_csv, corrections_csv, ranking_csv, scores_csv};
use crate::say::editions::{edition_name, marked_name};
use crate::writers::html::frame::context::Page;

/// The file of an edition's corrections, if there are any.
pub(crate) fn download_of(page: &Page<'_>, index: EditionIdx) -> Option<Download> {
    let edition = page.edition(index);
    let label = || page.say("corrections.download", &[("edition", &edition_name(page.voice, index))]);
    (!edition.corrections.is_empty()).then(|| download(page, &corrections_csv(&edition.id), label()))
}

/// A file to download.
#[derive(Serialize)]
pub(crate) struct Download {
    label: String,
    href: String,
    /// Whether it speaks of other editions too, so that another of them may change its size.
    of_editions: bool,
}

/// The files of an edition's data.
pub(crate) fn downloads(page: &Page<'_>, index: EditionIdx) -> Vec<Download> {
    let edition = page.edition(index);
    let name = marked_name(page.voice, index);
    let mut list = vec![download(page, &scores_csv(&edition.id), page.say("download.scores", &[("edition", &name)]))];
    for group in &edition.groups {
        let id = &page.series().groups[group.group.0].id;
        let label = page.say("download.ranking", &[("group", page.voice.group_in_text(group)), ("edition", &name)]);
        list.push(download(page, &ranking_csv(&edition.id, id), label));
    }
    if page.report().rankings.changes[index.0].is_some() {
        let label = page.say("download.changes", &[("edition", &name)]);
        list.push(Download { of_editions: true, ..download(page, &changes_csv(Some(&edition.id)), label) });
    }
    list.extend(download_of(page, index));
    list
}

/// The file of one group's ranking.
pub(crate) fn downloads_of_group(page: &Page<'_>, index: EditionIdx, group: &str) -> Download {
    let label = page.say("download.group", &[]);
    download(page, &ranking_csv(&page.edition(index).id, group), label)
}

/// A file with its size.
pub(crate) fn download(page: &Page<'_>, file: &str, label: String) -> Download {
    let bytes = page.sizes.get(file).copied().unwrap_or_default();
    let size = page.words().number(&bytes.div_ceil(1000).max(1).into());
    let label = page.say("download.csv", &[("label", &label), ("size", &size)]);
    Download { label, href: page.link_file(file), of_editions: false }
}
