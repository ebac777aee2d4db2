//! A text that a script fills in.

use serde::Serialize;

use crate::model::GroupIdx;
use crate::writers::html::frame::context::Page;

/// A text that a script fills in: `data-t-NAME`.
#[derive(Serialize)]
pub(crate) struct ScriptText {
    name: &'static str,
    words: String,
}

impl ScriptText {
    /// A phrase with its places open; units are called as some groups call theirs.
    pub(crate) fn open(page: &Page<'_>, groups: &[GroupIdx], name: &'static str, key: &str) -> Self {
        Self { name, words: page.voice.say_of(groups, key, &[]) }
    }

    /// The form of a phrase for one, its other places open.
    pub(crate) fn one(page: &Page<'_>, groups: &[GroupIdx], name: &'static str, key: &str) -> Self {
        Self { name, words: page.voice.say_units_of(groups, key, 1, &[]) }
    }
}
