//! What machines read of an edition: one file a format. Written once, at the root, for all languages.

mod cells;
mod changes;
mod corrections;
mod export;
mod ranking;
mod scores;
mod table;

pub(crate) use export::{Export, Listed, TableSource};
pub(crate) use ranking::{criterion_table, ranking_order, ranking_table};

/// Every kind of export: each answers with the files of its kind.
pub(crate) static EXPORTS: &[for<'a> fn(TableSource<'a>) -> Vec<Export<'a>>] =
    &[scores::exports, ranking::exports, changes::exports, corrections::exports];
