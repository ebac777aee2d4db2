//! A text that a script fills in.

use serde::Serialize;

use crate::writers::html::frame::context::Page;

/// A text that a script fills in: `data-t-NAME`.
#[derive(Serialize)]
pub(crate) struct ScriptText {
    name: &'static str,
    words: String,
}

impl ScriptText {
    /// A phrase with its places open.
    pub(crate) fn open(page: &Page<'_>, name: &'static str, key: &str) -> Self {
        Self { name, words: page.say(key, &[]) }
    }

    /// The form of a phrase for one, its other places open.
    pub(crate) fn one(page: &Page<'_>, name: &'static str, key: &str) -> Self {
        Self { name, words: page.say_n(key, 1, &[]) }
    }
}
