//! A place in a ranking, and what is announced of one.

use std::fmt;

use rust_decimal::Decimal;

/// A rank, counted from 1; kept in halves, since `ties: average` gives places such as 2.5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Rank(u32);

impl Rank {
    /// The rank with a whole number.
    #[must_use]
    pub(crate) const fn whole(n: u32) -> Self {
        Self(n * 2)
    }

    /// The rank with that many halves: 5 is 2.5.
    #[must_use]
    pub(crate) const fn halves(n: u32) -> Self {
        Self(n)
    }

    /// So many places up, or down below zero, as a number: 5 halves are 2.5.
    #[must_use]
    pub(crate) fn places(halves: i64) -> Decimal {
        Decimal::from_i128_with_scale(i128::from(halves) * 5, 1).normalize()
    }

    /// How many halves the rank has.
    #[must_use]
    pub(crate) const fn in_halves(self) -> u32 {
        self.0
    }

    /// The whole number at or below the rank.
    #[must_use]
    pub(crate) const fn floor(self) -> u32 {
        self.0 / 2
    }

    /// The whole number at or above the rank.
    #[must_use]
    pub(crate) const fn whole_above(self) -> u32 {
        self.0.div_ceil(2)
    }
}

impl fmt::Display for Rank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.0 / 2, if self.0 % 2 == 1 { ".5" } else { "" })
    }
}

/// An announced rank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum StatedRank {
    /// Just that one.
    One(Rank),
    /// One of these.
    OneOf(Vec<Rank>),
    /// Somewhere from the first to the last, a band such as 101–152.
    Band(Rank, Rank),
}

impl StatedRank {
    /// Whether it allows no rank but one.
    #[must_use]
    pub(crate) fn is_one(&self) -> bool {
        match self {
            Self::One(_) => true,
            Self::OneOf(_) | Self::Band(..) => false,
        }
    }

    /// The best rank that it allows.
    #[must_use]
    pub(crate) fn best(&self) -> Rank {
        match self {
            Self::One(rank) | Self::Band(rank, _) => *rank,
            Self::OneOf(ranks) => ranks.iter().copied().min().unwrap_or(Rank::whole(1)),
        }
    }

    /// The worst rank that it allows.
    #[must_use]
    pub(crate) fn worst(&self) -> Rank {
        match self {
            Self::One(rank) | Self::Band(_, rank) => *rank,
            Self::OneOf(ranks) => ranks.iter().copied().max().unwrap_or(Rank::whole(1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Rank;

    #[test]
    fn prints_whole_and_half_places() {
        assert_eq!(Rank::whole(13).to_string(), "13");
        assert_eq!(Rank::halves(5).to_string(), "2.5");
    }

    #[test]
    fn a_half_place_lies_between_two_whole_ones() {
        let around = |rank: Rank| (rank.floor(), rank.whole_above());
        assert_eq!([Rank::whole(3), Rank::halves(5)].map(around), [(3, 3), (2, 3)]);
    }
}
