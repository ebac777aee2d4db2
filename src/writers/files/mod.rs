//! Files beside pages and tables: one file a kind. They are written in the order of the catalogue, so that each kind may
//! tell sizes and hashes of those before it.

mod catalog;
mod checksums;
mod citations;
mod file;
mod interface;
mod openapi;
mod package;
mod source;
mod workbook;

pub(crate) use checksums::of_site;
pub(crate) use file::{FileSource, OfferedFile, Prominence, SiteFile};

/// Every kind of file: each answers with the files of its kind.
pub(crate) static FILES: &[for<'a> fn(&'a FileSource<'a, '_>) -> Vec<SiteFile<'a>>] = &[
    workbook::files,
    source::files,
    package::files,
    catalog::files,
    citations::files,
    interface::files,
    openapi::files,
    checksums::files,
];
