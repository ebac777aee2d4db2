//! How many units moved where, and how the rank of one moved.

use crate::model::Rank;

/// How many units moved where, by total rank. All but `gone` add up to the units of the edition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Movers {
    /// Gained places.
    pub(crate) up: u32,
    /// Lost places.
    pub(crate) down: u32,
    /// Kept their rank.
    pub(crate) same: u32,
    /// Were in no edition before.
    pub(crate) new: u32,
    /// Were not in the edition before, but in an earlier one.
    pub(crate) back: u32,
    /// Were not in the edition before; more is not known, or they were in one between the two.
    pub(crate) absent: u32,
    /// May not be compared: their totals, or their ranks where these are made by another rule than before.
    pub(crate) broken: u32,
    /// Might be compared, but are not ranked in one of the two.
    pub(crate) unranked: u32,
    /// Might be compared, but a rank is not known.
    pub(crate) unknown: u32,
    /// Are not in the edition any more.
    pub(crate) gone: u32,
}

/// How a total rank moved among the units that are ranked in both editions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Moved {
    /// The rank before, counted among these.
    pub(crate) before: Rank,
    /// The rank now, counted among these.
    pub(crate) after: Rank,
    /// Places gained by its own total and by those of others, in halves; none where ties are broken by more than totals,
    /// or the scale changed.
    pub(crate) split: Option<Split>,
}

/// Places gained, in halves, by whose doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Split {
    /// By its own total.
    pub(crate) own: i64,
    /// By the totals of others.
    pub(crate) others: i64,
}

impl Moved {
    /// How many places were gained among the units that are ranked in both editions, in halves.
    #[must_use]
    pub(crate) fn gained(&self) -> i64 {
        gained(self.before, self.after)
    }
}

/// How many places were gained from one rank to another, in halves; below zero if they were lost.
pub(super) fn gained(before: Rank, after: Rank) -> i64 {
    i64::from(before.in_halves()) - i64::from(after.in_halves())
}
