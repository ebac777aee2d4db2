//! Which pages search engines may list.

use crate::model::{Edition, LangIdx, Status};
use crate::routes::Route;
use crate::say::voice::Voice;

/// Whether search engines may list a page: not one of a draft, nor one of all editions while there is a draft, nor a
/// part of another page, nor what stands for a page that is missing, nor a page in the words of another language, which
/// has that page already; those at the root and pages of editors are listed all the same.
pub(crate) fn is_listed(voice: Voice<'_>, route: Route<'_>) -> bool {
    let is_repeated = !voice.is_spoken() && voice.language != LangIdx(0);
    let is_draft = |edition: &Edition| edition.status == Status::Draft;
    match (route, route.edition()) {
        (Route::NotFound | Route::Embed(_), _) => false,
        (Route::Page(_), _) => true,
        _ if is_repeated => false,
        (_, Some(id)) => !voice.series().editions.iter().any(|edition| edition.id == id && is_draft(edition)),
        (_, None) => !voice.series().editions.iter().any(is_draft),
    }
}
