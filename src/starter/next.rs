//! What next year's score file is made of.

use std::sync::Arc;

use crate::model::{Edition, GroupIdx, LangIdx, Scheme, SchemeEntry, Series, UnitIdx};

/// The first language of a site.
pub(super) const FIRST: LangIdx = LangIdx(0);

/// What next year's score file is made of.
pub(crate) struct NextScores<'s> {
    /// The edition that is begun: `2026`, `2026-h1`.
    pub(crate) id: &'s str,
    /// Its calendar year.
    pub(crate) year: u16,
    /// What there is already.
    pub(crate) series: &'s Series,
    /// The edition that it is taken from, with the text of its file; none where there is no edition yet.
    pub(crate) from: Option<(&'s Edition, &'s str)>,
    /// The scheme that is asked for; none: that of the edition taken from.
    pub(crate) scheme: Option<&'s SchemeEntry>,
    /// Whether schemas for editors stand beside the content.
    pub(crate) has_schemas: bool,
}

/// A group of the new edition: its units, and those that ended before its last day.
pub(super) struct NextGroup<'s> {
    pub(super) group: GroupIdx,
    /// The scheme as it holds for the group; none where nobody said which.
    pub(super) scheme: Option<&'s Arc<Scheme>>,
    pub(super) units: Vec<UnitIdx>,
    pub(super) ended: Vec<UnitIdx>,
}
