//! Names that are spelt nearly as another one.

use super::KnownName;
use crate::diagnostics::nearest;

/// How many names are proposed.
const PROPOSED_MAX: usize = 3;

/// What has a name that is near to another one, the nearest first.
pub(super) fn near(name: &str, known: &[KnownName]) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    while found.len() < PROPOSED_MAX {
        let others = known.iter().enumerate().filter(|(at, _)| !found.contains(at));
        let names: Vec<(&str, usize)> =
            others.flat_map(|(at, known)| known.names.iter().map(move |name| (name.as_str(), at))).collect();
        let Some(next) = nearest(name, names.iter().map(|(name, _)| *name)) else { break };
        found.extend(names.iter().find(|(name, _)| *name == next).map(|(_, at)| *at));
    }
    found
}
