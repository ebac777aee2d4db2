//! What each page says: its address, its template, and a typed view. One file a page; no page takes from another.

mod announcement;
mod archive;
mod compare;
mod corrections;
mod criterion;
mod criterion_years;
mod data;
mod edition;
mod embed;
mod fields;
mod free;
mod group;
mod home;
mod methodologies;
mod methodology;
mod not_found;
mod print;
mod search;
mod trends;
mod unit;
mod unit_years;
mod units;
mod weights;

use super::frame::context::{Context, Job};

/// Every kind of page: each answers with the pages of its kind, in every language.
pub(crate) static PAGES: &[for<'a> fn(&'a Context<'a>) -> Vec<Job<'a>>] = &[
    home::jobs,
    units::jobs,
    search::jobs,
    archive::jobs,
    corrections::jobs,
    edition::jobs,
    group::jobs,
    criterion::jobs,
    unit::jobs,
    announcement::jobs,
    print::jobs,
    data::jobs,
    fields::jobs,
    methodology::jobs,
    methodologies::jobs,
    weights::jobs,
    compare::jobs,
    unit_years::jobs,
    criterion_years::jobs,
    trends::jobs,
    embed::jobs,
    free::jobs,
    not_found::jobs,
];
