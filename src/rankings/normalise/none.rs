//! `method: none`: the value as it is, for criteria that are points already.

use rust_decimal::Decimal;

/// The values themselves.
pub(super) fn points(values: &[Decimal]) -> Vec<Option<Decimal>> {
    values.iter().copied().map(Some).collect()
}
