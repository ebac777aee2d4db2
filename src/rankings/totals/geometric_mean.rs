//! `total: geometric-mean`: (Π x^w)^(1/Σ w) (OECD/JRC Handbook 2008, step 6: geometric aggregation).
//!
//! Made as exp(Σ w·ln x / Σ w), since the product itself leaves 28 digits soon: 100^16 does not fit. By hand: 4 and 9
//! make √36 = 6. A part of 0 makes 0, a negative one nothing.

use rust_decimal::{Decimal, MathematicalOps};

use super::{Term, weights};

/// exp(Σ w·ln x / Σ w).
pub(super) fn make(terms: &[Term]) -> Option<Decimal> {
    let counted = || terms.iter().filter(|term| !term.weight.is_zero());
    if counted().any(|term| term.value < Decimal::ZERO) {
        return None;
    }
    if counted().any(|term| term.value.is_zero()) {
        return Some(Decimal::ZERO);
    }
    let logarithms = counted()
        .try_fold(Decimal::ZERO, |sum, term| sum.checked_add(term.value.checked_ln()?.checked_mul(term.weight)?))?;
    logarithms.checked_div(weights(terms)?)?.checked_exp()
}
