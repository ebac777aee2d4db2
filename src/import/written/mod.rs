//! The files that are written: the score file of the year, and those of a new site; each knows which cell of the sheet
//! stands where in it.

mod cell;
mod lines;
mod new_site;
mod scores;
mod spots;

pub(crate) use new_site::{NewSite, new_site};
pub(crate) use scores::{Disputes, WrittenEdition, score_file};
pub(crate) use spots::WrittenFile;
