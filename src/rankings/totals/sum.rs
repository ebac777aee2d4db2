//! `total: sum`: Σ w·x (OECD/JRC Handbook 2008, step 6: additive aggregation).
//!
//! By hand: 24 + 6 + 24 + 15 + 23 = 92; with 15 of 100 points exempt and 77 made of the other 85, rescaled:
//! 77 · 100 / 85 = 90.588235294118.

use rust_decimal::Decimal;

use super::{PresentShare, Term, weighted};

/// Σ w·x, times whole over present where parts are absent.
pub(super) fn make(terms: &[Term], share: Option<PresentShare>) -> Option<Decimal> {
    let sum = weighted(terms)?;
    match share {
        None => Some(sum),
        Some(PresentShare { present, whole }) => sum.checked_mul(whole)?.checked_div(present),
    }
}
