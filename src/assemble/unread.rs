//! What could not be read, known by the errors that reading told: nothing that rests on it is judged.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::{ASIDES, Content, ScoreFile};
use crate::diagnostics::codes::shape::KEY_UNKNOWN;
use crate::diagnostics::{Diagnostic, Faults, Severity};
use crate::model::{Place, UnreadFiles};

/// The places of all errors that reading told, by file.
pub(super) struct Unread {
    errors: BTreeMap<u32, Vec<Place>>,
    /// Those of misspelt keys that no number rests on.
    asides: BTreeSet<Place>,
}

impl Unread {
    /// Those told so far.
    pub(super) fn of(faults: &Faults) -> Self {
        let mut errors: BTreeMap<u32, Vec<Place>> = BTreeMap::new();
        let meant =
            |fault: &&Diagnostic| fault.words.iter().find(|(name, _)| *name == "near").map(|(_, key)| key.clone());
        let is_aside = |fault: &&Diagnostic| {
            fault.code.id == KEY_UNKNOWN.id && meant(fault).is_some_and(|key| ASIDES.contains(&key.as_str()))
        };
        let asides = faults.as_slice().iter().filter(is_aside).filter_map(|fault| fault.place).collect();
        let told = faults.as_slice().iter().filter(|fault| fault.code.severity == Severity::Error);
        for place in told.filter_map(|fault| fault.place) {
            errors.entry(place.file).or_default().push(place);
        }
        Self { errors, asides }
    }

    /// Whether some of a file could not be read.
    pub(super) fn file(&self, file: u32) -> bool {
        self.errors.contains_key(&file)
    }

    /// Which of the files that all others rest on could not be read whole.
    pub(super) fn files(&self, content: &Content) -> UnreadFiles {
        let unread = |file: Option<u32>| file.is_some_and(|file| self.file(file));
        UnreadFiles { site: unread(content.there.site), units: unread(content.there.units) }
    }

    /// Whether something at a place could not be read.
    pub(super) fn within(&self, place: Place) -> bool {
        let inside = |error: &Place| error.start >= place.start && error.end <= place.end;
        self.errors.get(&place.file).is_some_and(|errors| errors.iter().any(inside))
    }

    /// Whether something could not be read that overlaps a place or touches it, a comma aside.
    pub(super) fn touches(&self, place: Place) -> bool {
        let meets = |error: &Place| error.start <= place.end + 1 && error.end >= place.start;
        self.errors.get(&place.file).is_some_and(|errors| errors.iter().any(meets))
    }

    /// Whether something of a score file could not be read that is not of one of its groups.
    pub(super) fn outside_of_groups(&self, file: &ScoreFile) -> bool {
        let Some(errors) = self.errors.get(&file.place.file) else { return false };
        let groups: Vec<Place> =
            file.scores.iter().map(|group| group.place).chain(file.announced.iter().map(|group| group.place)).collect();
        let parts = || groups.iter().chain(&file.asides);
        let inside = |error: &Place| {
            self.asides.contains(error) || parts().any(|part| error.start >= part.start && error.end <= part.end)
        };
        file.broken || !errors.iter().all(inside)
    }

    /// Whether an edition may be missing because its file could not be read.
    pub(super) fn hides_editions(content: &Content) -> bool {
        content.there.scores.iter().any(|id| !content.scores.iter().any(|file| file.id == *id))
    }
}
