//! Texts that are not there in a language of the site: one warning a text.

use super::unread::Unread;
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{Place, Series, Text};

/// Warns of names without a translation.
pub(super) fn check(series: &Series, unread: &Unread, faults: &mut Faults) {
    if series.site.languages.len() < 2 {
        return;
    }
    let mut see = |text: &Text, what: String, place: Place| {
        // A text whose language is written wrong is not missing.
        if unread.file(place.file) {
            return;
        }
        let missing = series.site.language_indices().find(|&l| text.exact(l).is_none());
        if let Some(language) = missing {
            let language = &series.site.languages[language.0];
            faults.push(
                Diagnostic::new(&sense::TRANSLATION_MISSING, place).with("what", what).with("language", language),
            );
        }
    };
    for unit in &series.units {
        see(&unit.name, format!("unit `{}`", unit.id), unit.place);
    }
    for entry in &series.schemes {
        see(&entry.base.title, format!("scheme `{}`", entry.base.id), entry.base.place);
        for criterion in &entry.base.criteria {
            see(&criterion.name, format!("criterion `{}`", criterion.id), criterion.place);
        }
    }
}
