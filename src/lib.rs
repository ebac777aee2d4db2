//! Scorebook publishes yearly rankings: hand-written YAML score files in, a checked static site out.
//!
//! Data flows one way, through stages; everything else is ground that they stand on, or a catalogue to which one adds a
//! file and a line:
//!
//! ```text
//! content/ ─Tree─▶ content ─▶ assemble ─▶ rankings ─▶ checks ─▶ report ─▶ plan ─▶ writers ─Sink─▶ publish ─▶ output/
//! ```
//!
//! The rooms of the house, each of which may look into those above it and into none below:
//!
//! | room | what it holds |
//! |---|---|
//! | `model` | the words of the domain, ids resolved; it imports nothing of ours |
//! | `tree` | a folder in memory, path by path; the only reader of the disk |
//! | `diagnostics` | what can be wrong, where it stands, and the printers of that |
//! | `yaml` | YAML as a flat tree of nodes with their places |
//! | `words` | languages: phrases, plurals, numbers, dates, alphabets |
//! | `routes` | every address, file name and anchor of the site |
//! | `content` | the files as they are written: their shape, not their sense |
//! | `assemble` | from the files to one series |
//! | `rankings` | exact totals, ranks, and what can be proved of what is not known |
//! | `facts` | everything that a seal keeps, as lines to be compared |
//! | `checks` | sense: one file a check |
//! | `charts` | charts as data until they are drawn: one file a chart |
//! | `report` | what an edition says, said once: facts without language, markup or address |
//! | `render` | templates, Markdown, markup that is safe |
//! | `say` | the facts of the report in sentences of a language |
//! | `fragments` | the big tables, and the cells that they are made of |
//! | `writers` | what is written: pages (`html`), tables for machines (`csv`), `guides` to pages, files for hosts |
//! | `links` | dead links in the words of editors |
//! | `plan` | all files of the site, each with what writes it |
//! | `publish` | the only writer of the disk |
//! | `verify` | a published site, read again |
//! | `site` | the whole line of stages, from trees in memory to a sink |
//! | `preview` | the site in memory while it is edited, shown by browsers of this machine |
//! | `manual` | the page on each kind of fault |
//! | `prose` | the prose of an announcement, read as statements |
//! | `starter` | a first site to start from, and next year's score file |
//! | `import` | spreadsheets into score files: reading, understanding, matching, writing |
//! | `commands` | what a user can ask for: one file a command |
//!
//! Faults gather all along in [`diagnostics::Faults`]: never printed on the way, never lost. [`examine`] goes as far as
//! the checks, [`build`] writes the whole site into a [`Sink`].

mod assemble;
mod charts;
mod checks;
pub mod commands;
mod content;
pub mod diagnostics;
mod facts;
mod fragments;
mod import;
mod links;
pub mod manual;
mod model;
mod plan;
mod preview;
mod prose;
pub mod publish;
mod rankings;
mod render;
mod report;
mod routes;
mod say;
mod site;
mod starter;
pub mod tree;
mod verify;
mod words;
mod writers;
mod yaml;

pub use site::{Built, Examined, Options, Summary, build, examine};

use std::io;

use sha2::{Digest, Sha256};

/// Takes the finished files of a site: a tree in memory for tests, the publisher for `build`.
pub trait Sink: Sync {
    /// Takes a file; `path` is relative to the site, with slashes.
    ///
    /// # Errors
    /// When the machine refuses.
    fn put(&self, path: &str, bytes: &[u8]) -> io::Result<Written>;

    /// Takes a file piece by piece: it is there once its end was told.
    ///
    /// # Errors
    /// When the machine refuses.
    fn stream<'s>(&'s self, path: &str) -> io::Result<Box<dyn SinkFile + 's>>;

    /// Takes a file that is copied as it is.
    ///
    /// # Errors
    /// When the machine refuses.
    fn copy(&self, path: &str, from: &tree::StaticFile) -> io::Result<Written>;
}

/// A file that a sink takes piece by piece.
pub trait SinkFile: io::Write {
    /// Tells that there is no more of it.
    ///
    /// # Errors
    /// When the machine refuses.
    fn end(self: Box<Self>) -> io::Result<Written>;
}

/// What a sink answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The length of the file in bytes.
    pub len: u64,
    /// The SHA-256 of its bytes; none where the sink did not read them.
    pub sha256: Option<[u8; 32]>,
}

impl Written {
    /// What is told of bytes that were taken.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self { len: bytes.len() as u64, sha256: Some(Sha256::digest(bytes).into()) }
    }
}
