//! A score in words.

use rust_decimal::Decimal;

use crate::say::voice::Voice;

/// A score in words: the number with its unit.
pub(crate) fn points(voice: Voice<'_>, value: Decimal) -> String {
    let one = value == Decimal::ONE;
    voice.words.say_n("points", if one { 1 } else { 2 }, &[("points", &voice.number(&value))])
}
