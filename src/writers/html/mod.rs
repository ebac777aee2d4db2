//! What each page says: its address, its template, and a typed view with ready strings. One file a page.
//!
//! Templates show, they do not compute: a view holds numbers already formatted in the page's language and links made
//! by [`crate::routes`].

mod absent;
mod announcement;
mod archive;
mod assets;
mod cite;
mod compare;
mod completeness;
mod context;
mod corrections;
mod criterion;
mod edition;
mod figures;
mod finder;
mod findings;
mod frame;
mod frame_legend;
mod free;
mod group;
mod heat;
mod home;
mod leaders;
mod line;
mod methodologies;
mod methodology;
mod not_found;
mod print;
mod proofs;
mod rank_effects;
mod reasons;
mod references;
mod rows;
mod search;
mod search_index;
mod shown;
mod social;
mod source_line;
mod split;
mod tables;
mod tiles;
mod unit;
mod units;
mod weights;
mod years;

pub use assets::Assets;
pub use context::{Context, Job, Language, Page};
pub use rows::row_scripts;
pub use search_index::search_scripts;
pub use split::Places;
pub use years::edition_scripts;

/// Every kind of page: each answers with the pages of its kind, in every language.
pub static PAGES: &[for<'a> fn(&'a Context<'a>) -> Vec<Job<'a>>] = &[
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
    methodology::jobs,
    methodologies::jobs,
    weights::jobs,
    compare::jobs,
    years::unit_jobs,
    years::criterion_jobs,
    years::trends_jobs,
    free::jobs,
    not_found::jobs,
];
