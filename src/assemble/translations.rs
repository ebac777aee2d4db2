//! Texts that are not there in a language of the site: one warning a file and language, with the count.

use std::collections::BTreeMap;

use super::unread::Unread;
use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::{LangIdx, Place, Series, Text};

/// What has no text, in English and Vietnamese, and where.
type Missing = ([String; 2], Place);

/// Warns of names without a translation.
pub(super) fn check(series: &Series, unread: &Unread, faults: &mut Faults) {
    if series.site.languages.len() < 2 {
        return;
    }
    let mut missing: BTreeMap<(u32, LangIdx), Vec<Missing>> = BTreeMap::new();
    let mut see = |text: &Text, [what, what_vi]: [&str; 2], id: &str, place: Place| {
        // A text whose language is written wrong is not missing.
        if unread.file(place.file) {
            return;
        }
        for language in series.site.language_indices().filter(|&language| text.exact(language).is_none()) {
            let what = [format!("{what} `{id}`"), format!("{what_vi} `{id}`")];
            missing.entry((place.file, language)).or_default().push((what, place));
        }
    };
    for unit in &series.units {
        see(&unit.name, ["unit", "đơn vị"], &unit.id, unit.place);
    }
    for entry in &series.schemes {
        see(&entry.base.title, ["scheme", "bộ tiêu chí"], &entry.base.id, entry.base.place);
        for criterion in &entry.base.criteria {
            see(&criterion.name, ["criterion", "tiêu chí"], &criterion.id, criterion.place);
        }
    }
    for ((_, language), texts) in &missing {
        let Some(([what, what_vi], place)) = texts.first() else { continue };
        let is_one = texts.len() == 1;
        faults.push(
            Diagnostic::new(&sense::TRANSLATION_MISSING, *place)
                .with("language", &series.site.languages[language.0])
                .with_some("what", is_one.then_some(what))
                .with_some("what_vi", is_one.then_some(what_vi))
                .with_some("n", (!is_one).then_some(texts.len()))
                .with_some("first", (!is_one).then_some(what))
                .with_some("first_vi", (!is_one).then_some(what_vi)),
        );
    }
}
