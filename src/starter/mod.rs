//! What to start from: a first site with the files beside it that editors, hosts and people read, and next year's score
//! file.

mod bilingual;
mod next;
mod next_period;
mod next_scores;
mod questions;

use clap::ValueEnum;
use include_dir::{Dir, include_dir};

use bilingual::told;
pub(crate) use next::NextScores;
pub(crate) use next_period::part;
pub(crate) use next_scores::{BegunScores, next_scores};

use crate::content::schema::KINDS;
use crate::tree::embedded;

/// What stands in every first site.
static COMMON: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/starters/common");
/// The smallest content that shows every kind of file.
static MINIMAL: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/starters/minimal");
/// The example of the repository, a real announcement.
static YEN_BAI: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/content");

/// The content that a first site begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum StarterContent {
    /// A few made-up units, with comments that teach
    Minimal,
    /// What Yên Bái province announced, in Vietnamese and English
    YenBai,
}

/// A language that first sites can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum StarterLanguage {
    /// Tiếng Việt
    Vi,
    /// English
    En,
}

impl StarterLanguage {
    /// All of them.
    pub(crate) const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// Its tag, as site.yaml names it.
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }
}

/// The files of a first site, in the order of their paths. Comments are in the first of the languages.
pub(crate) fn starter(content: StarterContent, languages: &[StarterLanguage]) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    match content {
        StarterContent::Minimal => files.extend(embedded(&MINIMAL)),
        StarterContent::YenBai => {
            files.extend(embedded(&YEN_BAI).into_iter().map(|(path, bytes)| (format!("content/{path}"), bytes)));
        }
    }
    for (path, bytes) in &mut files {
        if let Some(kind) = kind(path) {
            let up = "../".repeat(path.matches('/').count());
            let line = format!("# yaml-language-server: $schema={up}schema/{kind}.json\n");
            bytes.splice(..0, line.into_bytes());
        }
    }
    let mut files: Vec<_> = files.into_iter().filter_map(|(path, bytes)| in_words(path, bytes, languages)).collect();
    files.extend(beside(languages));
    files.sort();
    files
}

/// The files of a first site that are not its content: schemas for editors, files for hosts, and what people read first.
pub(crate) fn beside(languages: &[StarterLanguage]) -> Vec<(String, Vec<u8>)> {
    let schema = KINDS.iter().map(|kind| (format!("schema/{}.json", kind.name), kind.text.as_bytes().to_vec()));
    let files = embedded(&COMMON).into_iter().chain(schema);
    files.filter_map(|(path, bytes)| in_words(path, bytes, languages)).collect()
}

/// The kind of a YAML file, by its path.
fn kind(path: &str) -> Option<&'static str> {
    match path.strip_prefix("content/")? {
        "site.yaml" => Some("site"),
        "units.yaml" => Some("units"),
        path if path.starts_with("schemes/") && path.ends_with(".yaml") => Some("scheme"),
        path if path.starts_with("scores/") && path.ends_with(".yaml") => Some("scores"),
        _ => None,
    }
}

/// A file in the words of the languages; none where it is that of another language.
fn in_words(path: String, bytes: Vec<u8>, languages: &[StarterLanguage]) -> Option<(String, Vec<u8>)> {
    let first = languages.first()?.tag();
    let path = match path.strip_prefix("README.").and_then(|rest| rest.strip_suffix(".md")) {
        Some(tag) if tag != first => return None,
        Some(_) => "README.md".to_owned(),
        None => path,
    };
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => told(&text, languages).into_bytes(),
        Err(bytes) => bytes.into_bytes(),
    };
    Some((path, bytes))
}
