//! The legend under a table: only the signs that it uses.

use serde::Serialize;

use crate::fragments::{Marks, Sign};
use crate::writers::html::frame::context::Page;

/// A sign with its meaning.
#[derive(Serialize)]
pub(crate) struct LegendEntry {
    /// The key of the sign, for a class or a drawing.
    pub(crate) kind: &'static str,
    /// Whether it is drawn as a block and not written.
    pub(crate) block: bool,
    /// How it looks.
    pub(crate) looks: String,
    /// What it means.
    pub(crate) means: String,
}

/// The signs that were used, in their order.
pub(crate) fn entries(page: &Page<'_>, marks: Marks) -> Vec<LegendEntry> {
    Sign::all().filter(|&sign| marks.has(sign)).map(|sign| entry(page, sign)).collect()
}

/// A sign with its meaning.
pub(crate) fn entry(page: &Page<'_>, sign: Sign) -> LegendEntry {
    let kind = sign.key();
    LegendEntry {
        kind,
        block: sign.is_block(),
        looks: page.say(&format!("sign.{kind}.looks"), &[]),
        means: page.say(&format!("sign.{kind}"), &[]),
    }
}
