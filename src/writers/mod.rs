//! What is written: pages for readers, tables for machines, and files that a web host wants. One folder a format.

pub(crate) mod csv;
pub(crate) mod hosting;
pub(crate) mod html;
