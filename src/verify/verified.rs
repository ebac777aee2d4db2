//! What was found of a published site: its faults, and the texts in which they stand.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostics::codes::published;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::Place;
use crate::publish::LeftBy;
use crate::tree::{File, Tree};

use super::links::{LookedInto, Stray};

/// Of how many texts the places of faults are shown; of further ones only the path.
const SHOWN_MAX: usize = 200;

/// What was found of a published site.
#[derive(Debug, Default)]
pub(crate) struct Verified {
    /// What is wrong.
    pub(crate) faults: Faults,
    /// The texts that faults stand in.
    pub(crate) texts: Tree,
    /// How many files were looked at.
    pub(crate) n_files: usize,
    /// What lies there and is no fault.
    pub(crate) left: Vec<(LeftBy, String)>,
}

impl Verified {
    /// Keeps a text in which faults stand, and answers its number.
    pub(crate) fn show(&mut self, path: &str, bytes: Vec<u8>) -> u32 {
        self.texts.files.push(File { path: path.to_owned(), bytes });
        self.texts.n_files() - 1
    }

    /// Tells what is wrong with the links of all files that were looked into. `text` reads a file once more, where its
    /// text may be shown.
    pub(crate) fn tell_links(&mut self, looked: &BTreeMap<String, LookedInto>, text: &dyn Fn(&str) -> Option<Vec<u8>>) {
        for (path, found) in looked {
            let places = found
                .wanted
                .iter()
                .filter(|((file, place), _)| looked.get(file).is_some_and(|other| !other.has(place)));
            let places =
                places.map(|((file, place), range)| (range.clone(), Stray::NoPlace(file.clone(), place.clone())));
            let mut strays: Vec<(Range<usize>, Stray)> = found.strays.iter().cloned().chain(places).collect();
            strays.sort_by_key(|(range, _)| range.start);
            if strays.is_empty() {
                continue;
            }
            let shown = if self.texts.files.len() < SHOWN_MAX { text(path) } else { None };
            let file = shown.map(|bytes| self.show(path, bytes));
            for (range, stray) in strays {
                let at = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
                let place = file.map(|file| Place { file, start: at(range.start), end: at(range.end) });
                self.faults.push(told(stray, path, place));
            }
        }
    }
}

/// The fault of an address; the same one on many pages has one cause.
fn told(stray: Stray, path: &str, place: Option<Place>) -> Diagnostic {
    match stray {
        Stray::Dead(target) => {
            let fault = Diagnostic::new(&published::PUBLISHED_LINK_DEAD, place).with("path", path);
            fault.with("target", &target).caused_by(target)
        }
        Stray::OtherCase(target, actual) => {
            let fault = Diagnostic::new(&published::PUBLISHED_LINK_CASE, place).with("path", path);
            fault.with("target", &target).with("actual", actual).caused_by(target)
        }
        Stray::NoPlace(target, id) => {
            let cause = format!("{target}#{id}");
            let fault = Diagnostic::new(&published::PUBLISHED_ANCHOR_DEAD, place).with("path", path);
            fault.with("target", target).with("place", id).caused_by(cause)
        }
        Stray::Load(host) => {
            let fault = Diagnostic::new(&published::PUBLISHED_LOAD_ELSEWHERE, place).with("path", path);
            fault.with("host", &host).caused_by(host)
        }
    }
}
