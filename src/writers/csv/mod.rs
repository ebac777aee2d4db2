//! What machines read of an edition: one file a format. Written once, at the root, for all languages.

mod cells;
mod changes_csv;
mod corrections_csv;
mod ranking_csv;
mod scores_csv;
mod table;
mod why;

use crate::model::Series;
use crate::rankings::Rankings;
use crate::words::Words;

pub use changes_csv::changes_table;
pub use ranking_csv::{criterion_table, ranking_order, ranking_table};
pub use table::{Table, Value};
pub use why::Why;

/// A file for machines: its path in the site, and how it is written.
pub struct Export<'a> {
    /// Its path in the site.
    pub file: String,
    /// Answers with its bytes.
    pub write: Box<dyn Fn() -> Vec<u8> + Send + Sync + 'a>,
}

/// What exports are made from: names and order are those of the first language.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// The publication.
    pub series: &'a Series,
    /// What was computed of it.
    pub rankings: &'a Rankings,
    /// The phrases and the order of the first language.
    pub words: &'a Words,
}

/// Every kind of export: each answers with the files of its kind.
pub static EXPORTS: &[for<'a> fn(Source<'a>) -> Vec<Export<'a>>] =
    &[scores_csv::exports, ranking_csv::exports, changes_csv::exports, corrections_csv::exports];
