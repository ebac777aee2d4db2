//! Whole sites: what the program makes of a content folder, file by file.
//!
//! The pages of the small site are kept under `tests/expected/small/`; `SCOREBOOK_BLESS=1 cargo test --test site`
//! writes them anew. Read the difference before it is committed.

mod common;

#[path = "site/announcement.rs"]
mod announcement;
#[path = "site/corrections.rs"]
mod corrections;
#[path = "site/expected.rs"]
mod expected;
#[path = "site/frame.rs"]
mod frame;
#[path = "site/hostile.rs"]
mod hostile;
#[path = "site/large.rs"]
mod large;
#[path = "site/links.rs"]
mod links;
#[path = "site/methodology.rs"]
mod methodology;
#[path = "site/numbers.rs"]
mod numbers;
#[path = "site/publishing.rs"]
mod publishing;
#[path = "site/sealed.rs"]
mod sealed;
#[path = "site/standing_words.rs"]
mod standing_words;
#[path = "site/status.rs"]
mod status;
#[path = "site/themes.rs"]
mod themes;
#[path = "site/ties.rs"]
mod ties;

use std::sync::OnceLock;

use common::{Files, Site};

/// The site of the repository's example, built once.
fn example() -> &'static Files {
    static BUILT: OnceLock<Files> = OnceLock::new();
    BUILT.get_or_init(|| Site::example().build())
}

/// The small site in which everything rare happens once, built once.
fn small() -> &'static Files {
    static BUILT: OnceLock<Files> = OnceLock::new();
    BUILT.get_or_init(|| Site::new(SMALL).build())
}

const SMALL: &str = include_str!("data/small.txt");
