//! What is written: pages for readers, tables for machines in every format, and files that a web host wants.

pub(crate) mod announcement;
pub(crate) mod described;
pub(crate) mod explained;
pub(crate) mod files;
pub(crate) mod formats;
pub(crate) mod guides;
pub(crate) mod hosting;
pub(crate) mod html;
pub(crate) mod table;
pub(crate) mod tables;
pub(crate) mod width;
pub(crate) mod workbook;
pub(crate) mod written;
