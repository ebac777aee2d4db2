//! How values become ranks: which end is best, to how many decimals they are compared, and what equal ones do.

use super::index::Column;
use super::word::worded;

/// How values become ranks.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct RankRule {
    /// What equal values do.
    pub(crate) ties: Ties,
    /// Which end is best.
    pub(crate) order: Order,
    /// To how many decimals values are rounded before ranking; none: exact.
    pub(crate) precision: Option<u32>,
    /// How they are rounded.
    pub(crate) rounding: Rounding,
    /// Criteria looked at in turn where values are equal.
    pub(crate) break_ties_by: Vec<Column>,
}

/// What equal values do to ranks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Ties {
    /// 1-2-2-3.
    #[default]
    Dense,
    /// 1-2-2-4.
    Competition,
    /// 1-3-3-4.
    Modified,
    /// 1-2.5-2.5-4.
    Average,
    /// 1-2-3-4.
    Ordinal,
    /// As announced, among the places that they share.
    Announced,
}

worded!(Ties {
    Dense = "dense",
    Competition = "competition",
    Modified = "modified",
    Average = "average",
    Ordinal = "ordinal",
    Announced = "announced",
});

/// Which end of a column is best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Order {
    /// The highest is first.
    #[default]
    Descending,
    /// The lowest is first.
    Ascending,
}

worded!(Order { Descending = "descending", Ascending = "ascending" });

/// How a value is rounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Rounding {
    /// 0.5 becomes 1, −0.5 becomes −1.
    #[default]
    HalfUp,
    /// 0.5 becomes 0, 1.5 becomes 2.
    HalfEven,
    /// Towards zero.
    Down,
}

worded!(Rounding { HalfUp = "half-up", HalfEven = "half-even", Down = "down" });
