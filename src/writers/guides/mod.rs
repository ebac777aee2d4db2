//! Files that lead readers and programs to the pages: one file a kind. They know every page, and no page offers them.

mod feed;
mod guide;
mod manifest;
mod robots;
mod sitemap;
mod xml;

pub(crate) use guide::GuideSource;

use crate::writers::files::SiteFile;

/// Every kind of guide: each answers with the files of its kind.
pub(crate) static GUIDES: &[for<'a> fn(&'a GuideSource<'a>) -> Vec<SiteFile<'a>>] =
    &[feed::files, sitemap::files, robots::files, manifest::files];
