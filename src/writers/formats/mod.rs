//! How a table stands in a file: one file a format.

pub(crate) mod csv;
pub(crate) mod json;

use crate::writers::table::{Field, Table, Value};

/// A format that holds one table.
pub(crate) struct TableFormat {
    /// How its files end, without the dot.
    pub(crate) extension: &'static str,
    /// What people call it.
    pub(crate) name: &'static str,
    /// Begins a file with the columns.
    pub(crate) begin: fn(&[Field], &mut Vec<u8>) -> Box<dyn TableText>,
}

/// A table of which a file is written: each row is added to the bytes, of which those before may be gone.
pub(crate) trait TableText {
    /// Adds a row.
    fn row(&mut self, row: &[Value<'_>], out: &mut Vec<u8>);

    /// Adds what stands behind the last row.
    fn end(&mut self, out: &mut Vec<u8>);
}

/// All of them, in the order in which pages offer them.
pub(crate) static FORMATS: [TableFormat; 2] = [
    TableFormat { extension: "csv", name: "CSV", begin: csv::csv },
    TableFormat { extension: "json", name: "JSON", begin: json::json },
];

/// All bytes of a table in a format.
pub(crate) fn table_bytes(table: Table<'_>, begin: fn(&[Field], &mut Vec<u8>) -> Box<dyn TableText>) -> Vec<u8> {
    let mut out = Vec::new();
    let mut text = begin(&table.fields, &mut out);
    table.rows.for_each(|row| text.row(&row, &mut out));
    text.end(&mut out);
    out
}
