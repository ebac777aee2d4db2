//! Spreadsheets into score files: a workbook is read, its tables are understood, matched with the site and written.

pub(crate) use tables::tables;

pub(crate) mod answers;
pub(crate) mod asked;
pub(crate) mod book;
mod chosen;
mod first_site;
pub(crate) mod ground;
mod ids;
pub(crate) mod layout;
mod line;
pub(crate) mod map_file;
mod matching;
pub(crate) mod proved;
pub(crate) mod question;
pub(crate) mod reading;
mod rules;
mod said;
pub(crate) mod shown;
mod signs;
mod stacked;
pub(crate) mod step;
pub(crate) mod table;
mod tables;
#[cfg(test)]
mod tests;
pub(crate) mod together;
pub(crate) mod written;
