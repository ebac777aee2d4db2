//! How a table stands in a file: one file a format.

pub(crate) mod csv;
pub(crate) mod json;

use crate::writers::table::Table;

/// A format that holds one table.
pub(crate) struct TableFormat {
    /// How its files end, without the dot.
    pub(crate) extension: &'static str,
    /// What people call it.
    pub(crate) name: &'static str,
    /// The bytes of a table.
    pub(crate) write: fn(&Table<'_>) -> Vec<u8>,
}

/// All of them, in the order in which pages offer them.
pub(crate) static FORMATS: [TableFormat; 2] = [
    TableFormat { extension: "csv", name: "CSV", write: csv::csv },
    TableFormat { extension: "json", name: "JSON", write: json::json },
];
