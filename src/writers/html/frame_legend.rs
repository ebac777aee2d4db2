//! The legend under a table: only the signs that it uses.

use serde::Serialize;

use super::context::Page;
use crate::fragments::{Marks, Sign};

/// A sign with its meaning.
#[derive(Serialize)]
pub(super) struct Entry {
    /// The key of the sign, for a class or a drawing.
    pub(super) kind: &'static str,
    /// How it looks.
    pub(super) looks: String,
    /// What it means.
    pub(super) means: String,
}

/// The signs that were used, in their order.
pub(super) fn entries(page: &Page<'_>, marks: Marks) -> Vec<Entry> {
    Sign::all().iter().copied().filter(|&sign| marks.has(sign)).map(|sign| entry(page, sign)).collect()
}

/// A sign with its meaning.
pub(super) fn entry(page: &Page<'_>, sign: Sign) -> Entry {
    let kind = sign.key();
    Entry { kind, looks: page.say(&format!("sign.{kind}.looks"), &[]), means: page.say(&format!("sign.{kind}"), &[]) }
}
