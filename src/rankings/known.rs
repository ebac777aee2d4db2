//! What is known of a number or a rank, where it comes from, and the state of a cell.

/// A value that is known exactly, only between two bounds, or not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known<T> {
    /// Exactly this.
    Exact(T),
    /// From the first to the second, both possible, and the two differ.
    Between(T, T),
    /// Nothing.
    Nothing,
}

/// Where an exactly known score, or an interval, comes from. The first that applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Written in `scores`.
    Scored,
    /// Made from scored ones only.
    Computed,
    /// Announced.
    Announced,
    /// Proved by the rules from whatever is known: other scores, announced numbers, the limits of the criteria.
    Deduced,
}

/// Where a rank comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RankBasis {
    /// Counted in a complete column.
    Computed,
    /// Announced.
    Announced,
    /// Proved by the rules.
    Deduced,
}

/// The state of a cell in the results.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StandingState {
    /// The score is exactly known.
    Known,
    /// A value exists, it is not known exactly.
    Unpublished,
    /// No value exists.
    Missing,
    /// The criterion does not apply.
    Exempt,
    /// Known to the publisher, not shown.
    Withheld,
    /// The total of a unit that is not ranked; its value may be known all the same, it has no rank and no band.
    Unranked,
}
