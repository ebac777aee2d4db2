//! The languages of the site as they were made last: templates and phrases are read again only after a change of them.

use crate::diagnostics::Faults;
use crate::render::Theme;
use crate::site::languages;
use crate::tree::{File, Tree};
use crate::writers::html::frame::context::Spoken;

/// Languages, and what they were made of; none where something was wrong with that.
#[derive(Default)]
pub(super) struct KnownLanguages {
    tags: Vec<String>,
    files: Vec<File>,
    spoken: Vec<Spoken>,
}

impl KnownLanguages {
    /// The languages of these tags as the theme of these files speaks them.
    pub(super) fn of(&mut self, tags: &[String], files: &Tree, theme: &Theme, faults: &mut Faults) -> Vec<Spoken> {
        if !self.spoken.is_empty() && self.tags == tags && self.files == files.files {
            return self.spoken.clone();
        }
        let mut found = Faults::default();
        let spoken = languages(tags, theme, &mut found);
        *self = if found.found() == 0 {
            Self { tags: tags.to_vec(), files: files.files.clone(), spoken: spoken.clone() }
        } else {
            Self::default()
        };
        faults.extend(found);
        spoken
    }
}
