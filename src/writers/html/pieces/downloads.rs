//! The files of an edition's data, each with its size.

use serde::Serialize;

use crate::model::EditionIdx;
use crate::routes::ranking_csv;
use crate::say::editions::marked_name;
use crate::writers::csv::Listed;
use crate::writers::html::frame::context::Page;

/// A file to download.
#[derive(Serialize)]
pub(crate) struct Download {
    label: String,
    href: String,
    /// Whether it speaks of other editions too, so that another of them may change its size.
    of_editions: bool,
}

/// The files of an edition's data, in the order of their formats.
pub(crate) fn downloads(page: &Page<'_>, index: EditionIdx) -> Vec<Download> {
    let name = marked_name(page.voice, index);
    let offered = page.context.offered.iter().filter(|(_, listed)| listed.edition == index);
    let one = |(file, listed): &(String, Listed)| {
        let group = listed.group.map(|group| page.voice.group_in_text(&page.edition(index).groups[group]));
        let label = page.say(listed.phrase, &[("edition", &name), ("group", group.unwrap_or_default())]);
        Download { of_editions: listed.of_editions, ..download(page, file, label) }
    };
    offered.map(one).collect()
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
