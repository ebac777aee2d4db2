//! The full reference of a page.

use crate::model::EditionIdx;
use crate::routes::Route;
use crate::say::cite::{self, Cited};
use crate::writers::html::frame::context::Page;

/// The full reference of a page of that title.
pub(crate) fn reference(page: &Page<'_>, title: &str, edition: Option<EditionIdx>) -> String {
    let of = match (edition, page.route) {
        (Some(edition), _) => Cited::Edition(edition),
        (None, Route::Page(_)) => Cited::Page,
        (None, _) => Cited::All,
    };
    cite::reference(page.voice, title, of, page.context.routes.absolute(&page.file))
}
