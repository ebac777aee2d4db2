//! An edition as it stood before it was corrected.

use super::group_ranking::GroupRanking;
use crate::model::{Date, EditionGroup};

/// An edition as it stood before the corrections of a day.
#[derive(Clone, Debug)]
pub(crate) struct Version {
    /// The day whose corrections ended it.
    pub(crate) until: Date,
    /// For each group of the edition how it stood; none where these corrections left it alone, so that it stood as in
    /// the version after.
    pub(crate) groups: Vec<Option<VersionGroup>>,
}

/// A group as it stood in an earlier version.
#[derive(Clone, Debug)]
pub(crate) struct VersionGroup {
    /// Its numbers.
    pub(crate) group: EditionGroup,
    /// What was computed of them.
    pub(crate) ranking: GroupRanking,
}
