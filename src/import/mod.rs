//! Spreadsheets into score files: a workbook is read, its tables are understood, matched with the site and written.

pub(crate) use tables::tables;

pub(crate) mod book;
pub(crate) mod layout;
pub(crate) mod table;
mod tables;
#[cfg(test)]
mod tests;
