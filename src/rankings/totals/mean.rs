//! `total: mean`: Σ w·x / Σ w, over the parts that are there (OECD/JRC Handbook 2008, step 6: weighted average).
//!
//! By hand: 90 with weight 3 and 60 with weight 1 make (270 + 60) / 4 = 82.5.

use rust_decimal::Decimal;

use super::{Term, weighted, weights};

/// Σ w·x / Σ w.
pub(super) fn make(terms: &[Term]) -> Option<Decimal> {
    weighted(terms)?.checked_div(weights(terms)?)
}
