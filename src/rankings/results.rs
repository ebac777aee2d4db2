//! The results of every edition, and what changed between them.

use super::change::edition_change::EditionChange;
use super::group_ranking::GroupRanking;
use super::version::{Version, VersionGroup};

/// The results of every edition, in the order of the series.
#[derive(Clone, Debug)]
pub(crate) struct Rankings {
    /// One for each edition.
    pub(crate) editions: Vec<EditionRanking>,
    /// For each edition what changed since the one before it, if there is one.
    pub(crate) changes: Vec<Option<EditionChange>>,
}

/// The results of one edition.
#[derive(Clone, Debug)]
pub(crate) struct EditionRanking {
    /// One for each group of the edition, in its order.
    pub(crate) groups: Vec<GroupRanking>,
    /// The versions before each day of corrections, the oldest first; none where nothing was corrected.
    pub(crate) versions: Vec<Version>,
}

impl EditionRanking {
    /// A group as it stood in a version, by position from the oldest; none: as it stands now.
    #[must_use]
    pub(crate) fn group_in(&self, version: usize, group: usize) -> Option<&VersionGroup> {
        self.versions.get(version..)?.iter().find_map(|version| version.groups.get(group)?.as_ref())
    }
}
