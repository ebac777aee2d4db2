//! Whole sites: what the program makes of a content folder, file by file.
//!
//! What the small site says is kept in `tests/expected/small`, its English words in `small-en.txt` beside it and what its
//! print says otherwise in `small-print.txt`. `SCOREBOOK_BLESS=1 cargo test --test site` writes them anew and shows what
//! it accepted: that is what a reviewer reads.

mod common;

#[path = "site/accepted.rs"]
mod accepted;
#[path = "site/announced_scores.rs"]
mod announced_scores;
#[path = "site/announcement.rs"]
mod announcement;
#[path = "site/claims.rs"]
mod claims;
#[path = "site/corrections.rs"]
mod corrections;
#[path = "site/counts.rs"]
mod counts;
#[path = "site/data.rs"]
mod data;
#[path = "site/descriptions.rs"]
mod descriptions;
#[path = "site/disputed.rs"]
mod disputed;
#[path = "site/embedding.rs"]
mod embedding;
#[path = "site/expected.rs"]
mod expected;
#[path = "site/finding.rs"]
mod finding;
#[path = "site/frame.rs"]
mod frame;
#[path = "site/groups.rs"]
mod groups;
#[path = "site/hostile.rs"]
mod hostile;
#[path = "site/languages.rs"]
mod languages;
#[path = "site/large.rs"]
mod large;
#[path = "site/leading.rs"]
mod leading;
#[path = "site/links.rs"]
mod links;
#[path = "site/markup.rs"]
mod markup;
#[path = "site/maxima.rs"]
mod maxima;
#[path = "site/methodology.rs"]
mod methodology;
#[path = "site/nouns.rs"]
mod nouns;
#[path = "site/numbers.rs"]
mod numbers;
#[path = "site/own_weights.rs"]
mod own_weights;
#[path = "site/printed.rs"]
mod printed;
#[path = "site/promises.rs"]
mod promises;
#[path = "site/publishing.rs"]
mod publishing;
#[path = "site/remarks.rs"]
mod remarks;
#[path = "site/rounded.rs"]
mod rounded;
#[path = "site/same.rs"]
mod same;
#[path = "site/sealed.rs"]
mod sealed;
#[path = "site/sentences.rs"]
mod sentences;
#[path = "site/since.rs"]
mod since;
#[path = "site/standing_words.rs"]
mod standing_words;
#[path = "site/status.rs"]
mod status;
#[path = "site/themes.rs"]
mod themes;
#[path = "site/ties.rs"]
mod ties;
#[path = "site/true_of_all.rs"]
mod true_of_all;
#[path = "site/unspoken.rs"]
mod unspoken;
#[path = "site/wording.rs"]
mod wording;
#[path = "site/words_of_editors.rs"]
mod words_of_editors;
#[path = "site/workbook.rs"]
mod workbook;

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
