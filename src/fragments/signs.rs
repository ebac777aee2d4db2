//! The signs that stand beside numbers or in their place, and those that a page uses.

use serde::{Serialize, Serializer};

use crate::model::{Disclosure, State};

/// A sign beside a number, or in its place. Each means one thing; a legend lists those that a page uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sign {
    /// `§`
    Announced,
    /// `∴`
    Deduced,
    /// `Σ`
    Computed,
    /// What stands in place of a number: `…`, `×`, `–` or a black block.
    Empty(State),
    /// A number struck through.
    Disputed,
    /// `9,1–11,9`
    Interval,
    /// `hạng 3`
    RankOnly,
    /// `=2`
    Tied,
    /// `ᵖ`
    Provisional,
    /// `ᵉ`
    Estimated,
    /// `ʳ`
    Revised,
}

impl Sign {
    /// The key of its phrases: `sign.KEY` is its meaning, `sign.KEY.looks` how it looks.
    #[must_use]
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Announced => "announced",
            Self::Deduced => "deduced",
            Self::Computed => "computed",
            Self::Empty(state) => state.word(),
            Self::Disputed => "disputed",
            Self::Interval => "interval",
            Self::RankOnly => "rank-only",
            Self::Tied => "tied",
            Self::Provisional => "provisional",
            Self::Estimated => "estimated",
            Self::Revised => "revised",
        }
    }

    /// What is printed beside a number, or in its place; empty for a sign that is a form and not a letter.
    #[must_use]
    pub(crate) fn symbol(self) -> &'static str {
        match self {
            Self::Announced => "§",
            Self::Deduced => "∴",
            Self::Computed => "Σ",
            Self::Empty(state) => state.symbol(),
            Self::Tied => "=",
            Self::Provisional => "ᵖ",
            Self::Estimated => "ᵉ",
            Self::Revised => "ʳ",
            Self::Disputed | Self::Interval | Self::RankOnly => "",
        }
    }

    /// The signs in the order of a legend.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        let of_states =
            |open: bool| State::empty().filter(move |state| (state.disclosure() == Disclosure::Open) == open);
        [Self::Announced, Self::Deduced, Self::Computed]
            .into_iter()
            .chain(of_states(true).map(Self::Empty))
            .chain([Self::Interval, Self::RankOnly])
            .chain(of_states(false).map(Self::Empty))
            .chain([Self::Disputed, Self::Provisional, Self::Estimated, Self::Revised, Self::Tied])
    }

    /// Whether it is drawn as a block and not written.
    #[must_use]
    pub(crate) fn is_block(self) -> bool {
        match self {
            Self::Empty(state) => state.is_secret(),
            Self::Announced
            | Self::Deduced
            | Self::Computed
            | Self::Disputed
            | Self::Interval
            | Self::RankOnly
            | Self::Tied
            | Self::Provisional
            | Self::Estimated
            | Self::Revised => false,
        }
    }

    /// Its bit among those that are used.
    fn bit(self) -> u32 {
        let position = match self {
            Self::Announced => 0,
            Self::Deduced => 1,
            Self::Computed => 2,
            Self::Disputed => 3,
            Self::Interval => 4,
            Self::RankOnly => 5,
            Self::Tied => 6,
            Self::Provisional => 7,
            Self::Estimated => 8,
            Self::Revised => 9,
            Self::Empty(state) => 10 + state as u32,
        };
        1 << position
    }
}

/// As its key.
impl Serialize for Sign {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.key())
    }
}

/// The signs that were used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks(u32);

impl Marks {
    /// Notes that a sign is used.
    pub(crate) fn note(&mut self, sign: Sign) {
        self.0 |= sign.bit();
    }

    /// Adds those used elsewhere.
    pub(crate) fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Those that are not used elsewhere.
    #[must_use]
    pub(crate) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether a sign is used.
    #[must_use]
    pub(crate) fn has(self, sign: Sign) -> bool {
        self.0 & sign.bit() != 0
    }
}

/// A sign with its meaning in the page's language.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Mark {
    /// Which sign it is.
    pub(crate) kind: Sign,
    /// The sign itself.
    pub(crate) sign: &'static str,
    /// What it means.
    pub(crate) meaning: String,
}
