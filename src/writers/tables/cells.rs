//! What of a cell stands in a table for machines: numbers, and the words of its enums.

use crate::model::{Flags, Rank, StatedRank, StatedScore};
use crate::rankings::{Basis, Known, RankBasis};
use crate::writers::table::Value;

/// What is exactly known; otherwise nothing.
pub(crate) fn exact<T>(known: Known<T>) -> Option<T> {
    match known {
        Known::Exact(value) => Some(value),
        Known::Between(..) | Known::Nothing => None,
    }
}

/// The two ends of an interval; nothing where the value is exact or not bounded.
pub(crate) fn ends<T>(known: Known<T>) -> [Option<T>; 2] {
    match known {
        Known::Between(low, high) => [Some(low), Some(high)],
        Known::Exact(_) | Known::Nothing => [None, None],
    }
}

/// An announced rank: one number, the possible ones as `2|3`, or a band as `101..152`, which no spreadsheet takes for a
/// date.
pub(crate) fn stated_rank(rank: Option<&StatedRank>) -> Value<'static> {
    match rank {
        Some(&StatedRank::One(rank)) => Value::Rank(rank),
        Some(StatedRank::OneOf(ranks)) => Value::text(ranks.iter().map(Rank::to_string).collect::<Vec<_>>().join("|")),
        Some(StatedRank::Band(best, worst)) => Value::text(format!("{best}..{worst}")),
        None => Value::Empty,
    }
}

/// An announced score, or its range as `12..15`.
pub(crate) fn stated_score(score: Option<StatedScore>) -> Value<'static> {
    match score {
        Some(StatedScore::One(score)) => Value::Number(score),
        Some(StatedScore::Between(low, high)) => Value::text(format!("{low}..{high}")),
        None => Value::Empty,
    }
}

/// Every word for where a score comes from, in the order in which they apply.
pub(crate) const BASES: [&str; 4] = ["scored", "computed", "announced", "deduced"];

/// Every word for where a rank comes from.
pub(crate) const RANK_BASES: [&str; 3] = ["computed", "announced", "deduced"];

/// The word for where a score comes from.
pub(crate) fn basis(basis: Option<Basis>) -> &'static str {
    match basis {
        Some(Basis::Scored) => "scored",
        Some(Basis::Computed) => "computed",
        Some(Basis::Announced) => "announced",
        Some(Basis::Deduced) => "deduced",
        None => "",
    }
}

/// The word for where a rank comes from.
pub(crate) fn rank_basis(basis: Option<RankBasis>) -> &'static str {
    match basis {
        Some(RankBasis::Computed) => "computed",
        // One that is disputed is in the file as the announced one, never as the unit's own.
        Some(RankBasis::Announced | RankBasis::Printed) => "announced",
        Some(RankBasis::Deduced) => "deduced",
        None => "",
    }
}

/// The flags of a cell, joined by spaces.
pub(crate) fn flags(flags: Flags, disputed: bool) -> String {
    let words = [
        (flags.provisional, "provisional"),
        (flags.estimated, "estimated"),
        (flags.revised, "revised"),
        (disputed, "disputed"),
    ];
    words.iter().filter(|(holds, _)| *holds).map(|(_, word)| *word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{BASES, RANK_BASES, basis, rank_basis};
    use crate::rankings::{Basis, RankBasis};

    #[test]
    fn every_basis_has_its_word_in_the_list() {
        let bases = [Basis::Scored, Basis::Computed, Basis::Announced, Basis::Deduced];
        assert_eq!(bases.map(|of| basis(Some(of))), BASES);
        let ranks = [RankBasis::Computed, RankBasis::Announced, RankBasis::Deduced];
        assert_eq!(ranks.map(|of| rank_basis(Some(of))), RANK_BASES);
        assert_eq!(rank_basis(Some(RankBasis::Printed)), "announced");
    }
}
