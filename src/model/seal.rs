//! The seal of an edition: what it said on a day, by which every later change is noticed.

use std::collections::BTreeMap;

use super::date::Date;
use super::place::Place;

/// The seal of an edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Seal {
    /// The day up to which its corrections are sealed with it: those dated later are undone before it is compared.
    pub(crate) date: Date,
    /// The SHA-256 of its text, in hexadecimal digits.
    pub(crate) hash: String,
    /// What the edition said, a fact a line.
    pub(crate) text: String,
    /// Where each line of the text stands.
    pub(crate) lines: Vec<Place>,
    /// The seals before it, from the oldest to the newest.
    pub(crate) before: Vec<FormerSeal>,
    /// Its file.
    pub(crate) place: Place,
}

impl Seal {
    /// Where the seal says what, by the words before the first `: ` of a line.
    #[must_use]
    pub(crate) fn places(&self) -> BTreeMap<&str, Place> {
        let key = |line: &'_ str| line.find(": ").unwrap_or(line.len());
        self.text.lines().zip(&self.lines).map(|(line, place)| (&line[..key(line)], *place)).collect()
    }

    /// The addresses that it promises, as files relative to the site.
    pub(crate) fn urls(&self) -> impl Iterator<Item = &str> {
        self.text.lines().filter_map(|line| line.strip_prefix("url "))
    }
}

/// A seal that another one has replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FormerSeal {
    /// Its day.
    pub(crate) date: Date,
    /// The SHA-256 of its text.
    pub(crate) hash: String,
    /// Why it was replaced.
    pub(crate) reason: String,
}
