//! The signs that stand beside numbers or in their place, and those that a page uses.

use serde::Serialize;

use crate::model::State;

/// A sign beside a number, or in its place. Each means one thing; a legend lists those that a page uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sign {
    /// `§`
    Announced,
    /// `∴`
    Deduced,
    /// `Σ`
    Computed,
    /// `…`
    Unpublished,
    /// `×`
    Missing,
    /// `–`
    Exempt,
    /// A black block.
    Withheld,
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

/// All signs in the order of a legend.
const SIGNS: [Sign; 14] = [
    Sign::Announced,
    Sign::Deduced,
    Sign::Computed,
    Sign::Unpublished,
    Sign::Interval,
    Sign::RankOnly,
    Sign::Missing,
    Sign::Exempt,
    Sign::Withheld,
    Sign::Disputed,
    Sign::Provisional,
    Sign::Estimated,
    Sign::Revised,
    Sign::Tied,
];

impl Sign {
    /// The key of its phrases: `sign.KEY` is its meaning, `sign.KEY.looks` how it looks.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Announced => "announced",
            Self::Deduced => "deduced",
            Self::Computed => "computed",
            Self::Unpublished => State::Unpublished.word(),
            Self::Missing => State::Missing.word(),
            Self::Exempt => State::Exempt.word(),
            Self::Withheld => State::Withheld.word(),
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
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Announced => "§",
            Self::Deduced => "∴",
            Self::Computed => "Σ",
            Self::Unpublished => "…",
            Self::Missing => "×",
            Self::Exempt => "–",
            Self::Withheld => "■",
            Self::Tied => "=",
            Self::Provisional => "ᵖ",
            Self::Estimated => "ᵉ",
            Self::Revised => "ʳ",
            Self::Disputed | Self::Interval | Self::RankOnly => "",
        }
    }

    /// The signs in the order of a legend.
    #[must_use]
    pub fn all() -> &'static [Self] {
        &SIGNS
    }
}

/// The signs that were used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks(u32);

impl Marks {
    /// Notes that a sign is used.
    pub fn note(&mut self, sign: Sign) {
        self.0 |= 1 << sign as u32;
    }

    /// Adds those used elsewhere.
    pub fn add(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Those that are not used elsewhere.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether a sign is used.
    #[must_use]
    pub fn has(self, sign: Sign) -> bool {
        self.0 & (1 << sign as u32) != 0
    }
}

/// A sign with its meaning in the page's language.
#[derive(Clone, Debug, Serialize)]
pub struct Mark {
    /// Which sign it is.
    pub kind: Sign,
    /// The sign itself.
    pub sign: &'static str,
    /// What it means.
    pub meaning: String,
}
