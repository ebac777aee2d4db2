//! The fault of an id that a scheme does not know.

use super::written::Spanned;
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, alike, nearest};
use crate::model::Scheme;

/// The fault of a criterion that a scheme does not know.
pub(super) fn criterion_unknown(id: &Spanned<String>, scheme: &Scheme) -> Diagnostic {
    let ids = || scheme.criteria.iter().map(|c| c.id.as_str());
    let (foreign, latin) = alike(&id.value).unzip();
    Diagnostic::new(&sense::CRITERION_UNKNOWN, id.place)
        .with("id", &id.value)
        .with_some("foreign", foreign)
        .with_some("latin", latin)
        .with_some("near", nearest(&id.value, ids()))
        .with("scheme", &scheme.id)
        .with("known", ids().collect::<Vec<_>>().join(", "))
        .caused_by(format!("{} {}", scheme.id, id.value))
}
