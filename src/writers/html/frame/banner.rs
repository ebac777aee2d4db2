//! What a page of numbers that are not official says of that.

use crate::model::{EditionIdx, Status};
use crate::routes::Route;
use crate::say::editions;
use crate::say::editions::{edition_name, not_official};
use crate::writers::html::frame::context::Page;

/// The editions that are not official and whose numbers a page tells: its own; on a page of all editions every draft,
/// and the latest.
pub(crate) fn told(page: &Page<'_>, edition: Option<EditionIdx>) -> Vec<EditionIdx> {
    let status = |index: EditionIdx| page.edition(index).status;
    let tells = |index: EditionIdx| match edition {
        Some(own) => index == own,
        None => status(index) == Status::Draft || page.series().latest() == Some(index),
    };
    if edition.is_none() && matches!(page.route, Route::Page(_) | Route::NotFound) {
        return Vec::new();
    }
    let all = page.report().editions().map(|(index, _)| index);
    all.filter(|&index| status(index) != Status::Official && tells(index)).collect()
}

/// What every page that tells numbers of an edition which is not official says of it; a page of all editions names it.
pub(crate) fn banner(page: &Page<'_>, own: Option<EditionIdx>, told: &[EditionIdx]) -> Option<String> {
    let sentences = told.iter().filter_map(|&index| {
        let says = not_official(page.voice, index)?;
        let name = edition_name(page.voice, index);
        Some(if own.is_some() { says } else { page.say("banner.of", &[("edition", &name), ("says", &says)]) })
    });
    let sentences: Vec<String> = sentences.collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// What stands on every sheet of paper of a page whose numbers are not official.
pub(crate) fn mark(page: &Page<'_>, told: &[EditionIdx]) -> Option<String> {
    told.first().map(|&index| editions::status(page.voice, page.edition(index).status))
}
