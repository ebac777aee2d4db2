//! Numbers of cells as a theme receives them: text with a decimal point, so that no digit is lost.

use std::fmt::Display;

use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

/// A value, or an empty text where there is none.
pub(super) fn value<T: Display, S: Serializer>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => serializer.collect_str(value),
        None => serializer.serialize_str(""),
    }
}

/// Both ends of an interval.
pub(super) fn ends<T: Display, S: Serializer>(ends: &Option<(T, T)>, serializer: S) -> Result<S::Ok, S::Error> {
    ends.as_ref().map(|(low, high)| (low.to_string(), high.to_string())).serialize(serializer)
}

/// The length of a part of a bar.
pub(super) fn part<S: Serializer>(part: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
    part.map(|part| part.normalize().to_string()).serialize(serializer)
}

/// The length of a whole bar.
pub(super) fn number<S: Serializer>(number: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&number.normalize())
}
