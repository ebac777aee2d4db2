//! What machines read of an edition: one file a table, before any format. Written once, at the root, for all languages.

mod cells;
mod changes;
mod corrections;
mod criteria;
mod keys;
mod made;
mod ranking;
mod scores;
mod statements;
mod units;

pub(crate) use cells::basis;
pub(crate) use keys::{TableKeys, table_keys};
pub(crate) use made::{DataOf, Made, Offered, TableSource};
pub(crate) use ranking::{criterion_table, ranking_order, ranking_table};

/// Every kind of table: each answers with the tables of its kind.
pub(crate) static TABLES: &[for<'a> fn(TableSource<'a>) -> Vec<Made<'a>>] = &[
    scores::tables,
    ranking::tables,
    units::tables,
    criteria::tables,
    changes::tables,
    corrections::tables,
    statements::tables,
];
