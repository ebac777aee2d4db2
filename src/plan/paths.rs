//! Two files on one path, told where an editor can change it.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::codes::sense;
use crate::diagnostics::{Diagnostic, Faults};
use crate::model::Place;

/// Where a file of the site comes from; what is nearer to what an editor wrote comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum PathSource<'a> {
    /// An editor gave it its address there.
    Place(Place),
    /// It is this file, copied as it is.
    File(&'a str),
    /// It follows from what the site is about.
    Made,
}

impl PathSource<'_> {
    /// How far it is from a word that an editor can change: a line is nearer than a whole file.
    fn distance(self) -> usize {
        match self {
            Self::Place(place) if place.end > place.start => 0,
            Self::Place(_) => 1,
            Self::File(_) => 2,
            Self::Made => 3,
        }
    }
}

/// Reports files that would lie on one path, also where they differ only in case, and files in whose place a folder has
/// to be.
pub(super) fn check_paths<'a>(laid: &[(&'a str, PathSource<'a>)], faults: &mut Faults) {
    let (mut seen, mut written): (BTreeMap<String, (&str, PathSource<'_>)>, _) = (BTreeMap::new(), BTreeSet::new());
    for &(path, origin) in laid {
        if let Some(other) = seen.insert(path.to_lowercase(), (path, origin)) {
            let fault = path_twice((path, origin), other);
            // An alias is one mistake in all languages of its page.
            if fault.place.is_none_or(|place| written.insert(place)) {
                faults.push(fault);
            }
        }
    }
    // The files of a folder follow each other, so that each folder is asked for about once.
    let (mut told, mut last) = (BTreeSet::new(), "");
    for (folded, &inside) in &seen {
        let folder = folded.rsplit_once('/').map_or("", |(folder, _)| folder);
        if std::mem::replace(&mut last, folder) == folder {
            continue;
        }
        let above = folder.match_indices('/').map(|(at, _)| &folder[..at]).chain([folder]);
        for file in above.filter_map(|path| seen.get(path)).filter(|(path, _)| told.insert(*path)) {
            faults.push(path_twice(*file, inside));
        }
    }
}

/// The fault of two files on one path: at the one that is nearer to what an editor wrote, the later one of two alike.
fn path_twice(one: (&str, PathSource<'_>), other: (&str, PathSource<'_>)) -> Diagnostic {
    let is_first = one.1.distance() <= other.1.distance();
    let ((path, origin), (other, beside)) = if is_first { (one, other) } else { (other, one) };
    let (place, known) = match origin {
        PathSource::Place(place) => (Some(place), path),
        PathSource::File(shown) => (None, shown),
        PathSource::Made => (None, path),
    };
    let fault = Diagnostic::new(&sense::PATH_TWICE, place).with("path", known).with("at", path);
    let fault = fault.with_some("other", Some(other).filter(|other| *other != path));
    match beside {
        PathSource::Place(place) => {
            fault.with("first", "the other one").with("first_vi", "chỗ kia").related(place, "first")
        }
        PathSource::File(shown) => fault.with("file", shown),
        PathSource::Made => fault,
    }
}
