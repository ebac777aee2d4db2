//! What changed in an edition and its groups since the edition before.

use super::lives::{Departure, Presence};
use super::moves::{Moved, Movers};
use super::verdict::ColumnChange;
use crate::model::{EditionGroup, EditionIdx};
use crate::rankings::group_ranking::GroupRanking;

/// What changed between an edition and the one before it.
#[derive(Clone, Debug)]
pub(crate) struct EditionChange {
    /// The edition before.
    pub(crate) before: EditionIdx,
    /// One for each group of the edition, in its order.
    pub(crate) groups: Vec<GroupChange>,
    /// Groups of the edition before that this one has not, by their position there, each with its units.
    pub(crate) gone: Vec<(usize, Vec<Departure>)>,
}

/// What changed in one group.
#[derive(Clone, Debug)]
pub(crate) struct GroupChange {
    /// The position of the group in the edition before; none if it is not there.
    pub(crate) before: Option<usize>,
    /// For each column of the scheme, the total last: whether it is comparable.
    pub(crate) columns: Vec<ColumnChange>,
    /// For each row: whether the unit was there before, and is the same.
    pub(crate) units: Vec<Presence>,
    /// Units of the group in the edition before that are not in it now.
    pub(crate) gone: Vec<Departure>,
    /// For each row how its total rank moved, where that can be taken apart.
    pub(crate) moved: Vec<Option<Moved>>,
    /// How many moved where, by total rank.
    pub(crate) movers: Movers,
    /// How many units are ranked in both editions: `moved` counts its ranks among them.
    pub(crate) common: u32,
}

/// One group in two editions, with what was computed of it.
#[derive(Clone, Copy)]
pub(super) struct Pair<'a> {
    pub(super) before: &'a EditionGroup,
    pub(super) ranked_before: &'a GroupRanking,
    pub(super) after: &'a EditionGroup,
    pub(super) ranked_after: &'a GroupRanking,
}
