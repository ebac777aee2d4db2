//! Which pages search engines may list.

use crate::model::{Edition, Status};
use crate::report::model::Report;
use crate::routes::Route;

/// Whether search engines may list a page: not one of a draft, nor one of all editions while there is a draft, nor a
/// part of another page, nor what stands for a page that is missing.
pub(crate) fn is_listed(report: &Report<'_>, route: Route<'_>) -> bool {
    let is_draft = |edition: &Edition| edition.status == Status::Draft;
    match (route, route.edition()) {
        (Route::NotFound | Route::Embed(_), _) => false,
        (Route::Page(_), _) => true,
        (_, Some(id)) => !report.series.editions.iter().any(|edition| edition.id == id && is_draft(edition)),
        (_, None) => !report.series.editions.iter().any(is_draft),
    }
}
