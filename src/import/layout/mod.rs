//! Understanding tables: one step a file, from the texts of cells to tables of units with their columns.
//!
//! Nothing is guessed: where a sheet does not tell, the likeliest is taken and a doubt says so.

pub(crate) use choice::choices;
pub(crate) use found::tables_of;
pub(crate) use text::years;

mod choice;
mod doubts;
mod facts;
mod found;
mod header;
mod heading_words;
mod joined;
mod league;
mod maxima;
mod names;
mod number;
mod order;
mod orientation;
mod plane;
mod range;
mod roles;
mod row_words;
mod rows;
mod text;
mod values;
mod wholes;
mod year_columns;
