//! Whole workbooks, read and understood.

mod groups;
mod hostile;
mod more_traps;
mod print;
mod real;
mod sheets;
mod traps;
mod workbooks;
