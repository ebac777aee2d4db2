//! Scorebook publishes yearly rankings: hand-written YAML score files in, a checked static site out.
//!
//! Data flows one way, through stages; everything else is ground that they stand on, or a catalogue to which one adds a
//! file and a line:
//!
//! ```text
//! content/ ─Tree─▶ content ─▶ assemble ─▶ rankings ─▶ checks ─▶ plan ─▶ writers ─Sink─▶ publish ─▶ output/
//! ```
//!
//! Faults gather all along in [`diagnostics::Faults`]: never printed on the way, never lost. [`examine`] goes as far as
//! the checks, [`build`] writes the whole site into a [`Sink`].

pub mod assemble;
pub mod charts;
pub mod checks;
pub mod commands;
pub mod content;
pub mod diagnostics;
pub mod facts;
pub mod fragments;
pub mod links;
pub mod manual;
pub mod model;
pub mod plan;
pub mod publish;
pub mod rankings;
pub mod render;
pub mod routes;
mod site;
pub mod tree;
pub mod words;
pub mod writers;
pub mod yaml;

pub use site::{Examined, Options, Summary, build, examine, theme_of, words_of};

use std::io;

/// Takes the finished files of a site: a tree in memory for tests, the publisher for `build`.
pub trait Sink: Sync {
    /// Takes a file; `path` is relative to the site, with slashes.
    ///
    /// # Errors
    /// When the machine refuses.
    fn put(&self, path: &str, bytes: &[u8]) -> io::Result<Written>;

    /// Takes a file that is copied as it is.
    ///
    /// # Errors
    /// When the machine refuses.
    fn copy(&self, path: &str, from: &tree::StaticFile) -> io::Result<Written>;
}

/// What a sink answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The length of the file in bytes.
    pub len: u64,
}
