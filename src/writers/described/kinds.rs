//! The kinds of tables, each with the columns that any of its tables has.

use crate::writers::table::{Field, FieldKind};
use crate::writers::tables::Offered;
use crate::writers::written::TableShape;

/// A kind of table with the columns that any of its tables has.
pub(crate) struct DescribedKind<'k> {
    /// What its rows are.
    pub(crate) kind: &'static str,
    /// The columns of all its tables.
    pub(crate) fields: Vec<Field>,
    /// Its tables.
    pub(crate) tables: Vec<&'k Offered>,
}

/// Every kind of table that the site has, in the order of the catalogue.
pub(crate) fn kinds<'k>(offered: &'k [Offered], shapes: &[TableShape]) -> Vec<DescribedKind<'k>> {
    let mut kinds: Vec<DescribedKind<'k>> = Vec::new();
    for (table, shape) in offered.iter().zip(shapes) {
        let at = kinds.iter().position(|kind| kind.kind == table.kind).unwrap_or_else(|| {
            kinds.push(DescribedKind { kind: table.kind, fields: Vec::new(), tables: Vec::new() });
            kinds.len() - 1
        });
        kinds[at].tables.push(table);
        add(&mut kinds[at].fields, shape);
    }
    kinds
}

/// Adds the columns of a table to those that are known: the columns that are named after criteria are of one meaning, and
/// a column is one of texts wherever it is one.
fn add(fields: &mut Vec<Field>, shape: &TableShape) {
    for field in &shape.fields {
        let same = |other: &&mut Field| other.means == field.means && (is_open(other) || other.name == field.name);
        match fields.iter_mut().find(same) {
            Some(other) if field.kind == FieldKind::Text => other.kind = FieldKind::Text,
            Some(_) => {}
            None => fields.push(field.clone()),
        }
    }
}

/// Whether a column has the name of a criterion, so that tables of one kind differ in it.
pub(crate) fn is_open(field: &Field) -> bool {
    ["criterion_score", "criterion_rank"].contains(&&*field.means)
}
