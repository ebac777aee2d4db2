//! Editions that a published site has and the content no longer has: their addresses are promises.

use crate::diagnostics::Diagnostic;
use crate::diagnostics::codes::files;
use crate::routes::edition_of_scores;

/// The fault of editions that would vanish from a published site, given the paths of its files and the ids of the editions that
/// the content has, drafts too; one for all of them.
pub(crate) fn vanished<'p>(published: impl Iterator<Item = &'p str>, there: &[&str]) -> Option<Diagnostic> {
    let gone: Vec<&str> = published.filter_map(edition_of_scores).filter(|id| !there.contains(id)).collect();
    let path = format!("content/scores/{}.yaml", gone.first()?);
    let options: Vec<String> = gone.iter().map(|id| format!("--remove {id}")).collect();
    let fault = Diagnostic::new(&files::EDITION_VANISHED, None).with("path", path).with("gone", gone.join(", "));
    Some(fault.with("options", options.join(" ")))
}
