//! What is written: pages for readers, tables for machines, and files that a web host wants. One folder a format.

pub mod csv;
pub mod hosting;
pub mod html;
