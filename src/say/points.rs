//! A score in words.

use rust_decimal::Decimal;

use crate::report::difference::Difference;
use crate::say::voice::Voice;

/// A score in words: the number with its unit.
pub(crate) fn points(voice: Voice<'_>, value: Decimal) -> String {
    let one = value == Decimal::ONE;
    voice.words.say_n("points", if one { 1 } else { 2 }, &[("points", &voice.number(&value))])
}

/// How far two scores are apart, with a word where those that are printed are apart by something else.
pub(crate) fn distance(voice: Voice<'_>, gap: Difference) -> String {
    let words = points(voice, gap.by.abs());
    if gap.is_unlike_print { voice.say("gap.unrounded", &[("gap", &words)]) } else { words }
}
