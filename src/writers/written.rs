//! What was written before pages are: the files for machines with their sizes and hashes, and what tables hold.

use std::collections::BTreeMap;

use crate::model::LangIdx;
use crate::routes::Route;
use crate::writers::table::{Field, Value};
use crate::writers::width::{is_wider, width};

/// The files for machines that were written, and the tables in them.
#[derive(Debug, Default)]
pub(crate) struct WrittenData {
    /// Length and SHA-256 of each file by its path in the site.
    pub(crate) files: BTreeMap<String, FileRecord>,
    /// What each table holds, in the order of the tables.
    pub(crate) tables: Vec<TableShape>,
}

/// What is known of a file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FileRecord {
    /// Its length in bytes.
    pub(crate) len: u64,
    /// The SHA-256 of its bytes; none where nobody read them.
    pub(crate) sha256: Option<[u8; 32]>,
}

impl FileRecord {
    /// The SHA-256 in hexadecimal digits, if it is known.
    pub(crate) fn hex(&self) -> Option<String> {
        let digits = |byte: &u8| [byte >> 4, byte & 15].map(|digit| char::from_digit(digit.into(), 16).unwrap_or('0'));
        Some(self.sha256?.iter().flat_map(digits).collect())
    }
}

/// What a table that was written holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TableShape {
    /// Its columns, with the kinds that their values are in this table.
    pub(crate) fields: Vec<Field>,
    /// The number of its rows.
    pub(crate) rows: usize,
    /// How wide the widest value of each column is, in digits.
    pub(crate) widest: Vec<usize>,
    /// How many decimals the first number of each column has; none where there is no number.
    pub(crate) decimals: Vec<Option<usize>>,
    /// How long its longest text is, in units of UTF-16.
    pub(crate) longest: usize,
}

impl TableShape {
    /// A table without rows.
    pub(crate) fn new(fields: Vec<Field>) -> Self {
        Self { rows: 0, widest: vec![0; fields.len()], decimals: vec![None; fields.len()], longest: 0, fields }
    }

    /// Takes note of a row.
    pub(crate) fn add(&mut self, row: &[Value<'_>]) {
        self.rows += 1;
        for ((widest, decimals), value) in self.widest.iter_mut().zip(&mut self.decimals).zip(row) {
            *decimals = decimals.or_else(|| value.decimals());
            match value {
                Value::Text(text) => {
                    if is_wider(text, *widest) {
                        *widest = width(text);
                    }
                    // No text has more units of UTF-16 than bytes of UTF-8.
                    if text.len() > self.longest {
                        self.longest = text.encode_utf16().count().max(self.longest);
                    }
                }
                value => *widest = value.plain_len().max(*widest),
            }
        }
    }
}

/// A page of the site, as other files name it.
#[derive(Clone, Debug)]
pub(crate) struct PageRecord<'a> {
    /// Its file, relative to the site.
    pub(crate) file: &'a str,
    /// Its address.
    pub(crate) route: Route<'a>,
    /// Its language.
    pub(crate) language: LangIdx,
    /// Whether search engines may list it: not where it is a draft, leads elsewhere, or tells that a page is missing.
    pub(crate) is_listed: bool,
}
