//! What pages say of data to search engines.

use serde_json::Value;

use crate::writers::described::dataset::Dataset;
use crate::writers::described::distribution::{Distribution, distributions};
use crate::writers::described::schema_org::{edition_block, home_block, series_block};
use crate::writers::html::frame::context::Page;
use crate::writers::tables::DataOf;

/// The data of an edition, or of all editions with the catalogue.
pub(crate) fn data(page: &Page<'_>, of: DataOf) -> Value {
    let dataset = Dataset { of, voice: page.voice, routes: page.context.routes };
    let (folder, offered) = (dataset.folder(), page.context.offered);
    let files: Vec<Distribution<'_>> = distributions(of, &folder, offered, &page.data);
    match of {
        DataOf::Series => series_block(&dataset, &files, offered),
        DataOf::Edition(_) | DataOf::Version(..) => edition_block(&dataset, &files, offered),
    }
}

/// The catalogue of the site.
pub(crate) fn catalog(page: &Page<'_>) -> Value {
    home_block(page.voice, page.context.routes)
}
