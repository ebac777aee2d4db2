//! Editions that a published site has and a new one would not have: their addresses are promises.

use crate::diagnostics::Diagnostic;
use crate::diagnostics::codes::files;
use crate::model::Series;
use crate::routes::edition_of_scores;

/// The faults of editions that would vanish from a published site, given the paths of its files and the editions that may
/// go: one for all that the content no longer has, and one for each that it has only as a draft.
pub(crate) fn vanished<'p>(
    published: impl Iterator<Item = &'p str>,
    series: &Series,
    removed: &[String],
) -> Vec<Diagnostic> {
    let stays = |id: &&str| series.editions.iter().any(|edition| edition.id == *id) || removed.iter().any(|r| r == id);
    let gone = published.filter_map(edition_of_scores).filter(|id| !stays(id));
    let (drafts, lost): (Vec<&str>, Vec<&str>) = gone.partition(|id| series.drafts.contains_key(*id));
    let drafts = drafts.into_iter().map(|id| {
        let fault = Diagnostic::new(&files::EDITION_VANISHED, series.drafts[id]).with("draft", id);
        fault.with("options", options(&[id]))
    });
    let lost = lost.first().map(|first| {
        let path = format!("content/scores/{first}.yaml");
        let fault = Diagnostic::new(&files::EDITION_VANISHED, None).with("path", path).with("gone", lost.join(", "));
        fault.with("options", options(&lost))
    });
    drafts.chain(lost).collect()
}

/// How a build is told that those editions are to go.
fn options(ids: &[&str]) -> String {
    ids.iter().map(|id| format!("--remove {id}")).collect::<Vec<_>>().join(" ")
}
