//! The tables that a page offers, each with its files in every format and their sizes.

use serde::Serialize;

use crate::model::EditionIdx;
use crate::say::editions::marked_name;
use crate::writers::described::distribution::table_label;
use crate::writers::files::{OfferedFile, Prominence};
use crate::writers::formats::FORMATS;
use crate::writers::html::frame::context::Page;
use crate::writers::tables::{DataOf, Offered};

/// A table to download.
#[derive(Serialize)]
pub(crate) struct Download {
    /// Its name with its first format and the size of that file.
    label: String,
    /// Its file in the first format.
    href: String,
    /// Its files in the other formats.
    others: Vec<DownloadFile>,
    /// Whether it speaks of other editions too, so that another of them may change its size.
    of_editions: bool,
}

/// A file of a table in one more format.
#[derive(Serialize)]
pub(crate) struct DownloadFile {
    /// The format, with the size of the file.
    label: String,
    /// Its address.
    href: String,
}

/// What stands first of the data of an edition, of a version, or of all editions, then the tables in the order of their
/// kinds.
pub(crate) fn downloads(page: &Page<'_>, of: DataOf) -> Vec<Download> {
    let offered = page.context.offered.iter().filter(|table| table.of == of);
    let tables = offered.map(|table| download(page, table, label(page, table)));
    files(page, of, Prominence::First).into_iter().chain(tables).collect()
}

/// The files beside tables that are offered in one place.
pub(crate) fn files(page: &Page<'_>, of: DataOf, place: Prominence) -> Vec<Download> {
    let files = page.context.files.iter().filter(|file| file.offer.of == of && file.offer.prominence == place);
    files.map(|file| file_download(page, file)).collect()
}

fn file_download(page: &Page<'_>, OfferedFile { path, offer }: &OfferedFile) -> Download {
    let edition = match offer.of {
        DataOf::Edition(index) | DataOf::Version(index, _) => marked_name(page.voice, index),
        DataOf::Series => String::new(),
    };
    let label = page.say(offer.phrase, &[("edition", &edition), ("name", &offer.name)]);
    let label = page.say("download.file", &[("label", &label), ("format", offer.format), ("size", &size(page, path))]);
    Download { label, href: page.link_file(path), others: Vec::new(), of_editions: offer.of_editions }
}

/// The size of a file in kilobytes, at least one.
pub(crate) fn size(page: &Page<'_>, file: &str) -> String {
    let bytes = page.data.files.get(file).map_or(0, |written| written.len);
    page.words().number(&bytes.div_ceil(1000).max(1).into())
}

/// The table of one name, if there is one.
pub(crate) fn download_named(page: &Page<'_>, of: DataOf, name: &str) -> Option<Download> {
    let table = page.context.offered.iter().find(|table| table.of == of && table.name == name)?;
    Some(download(page, table, label(page, table)))
}

/// The ranking of one group, on the page that shows it.
pub(crate) fn download_of_group(page: &Page<'_>, index: EditionIdx, group: &str) -> Option<Download> {
    let name = format!("ranking-{group}");
    let table = page.context.offered.iter().find(|table| table.of == DataOf::Edition(index) && table.name == name)?;
    Some(download(page, table, page.say("download.group", &[])))
}

/// What people call a table.
pub(crate) fn label(page: &Page<'_>, table: &Offered) -> String {
    table_label(page.voice, table)
}

fn download(page: &Page<'_>, table: &Offered, label: String) -> Download {
    let mut files =
        FORMATS.iter().zip(&table.files).map(|(format, file)| (format.name, size(page, file), page.link_file(file)));
    let (format, size, href) = files.next().unwrap_or_default();
    let others = files.map(|(format, size, href)| {
        let label = page.say("download.other", &[("format", format), ("size", &size)]);
        DownloadFile { label, href }
    });
    let others = others.collect();
    let label = page.say("download.file", &[("label", &label), ("format", format), ("size", &size)]);
    Download { label, href, others, of_editions: table.of_editions }
}
