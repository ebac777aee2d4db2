//! A score in words.

use rust_decimal::Decimal;

use crate::report::columns::told_maximum;
use crate::report::difference::Difference;
use crate::say::voice::Voice;
use crate::words::Words;

/// A score in words: the number with its unit.
pub(crate) fn points(voice: Voice<'_>, value: Decimal) -> String {
    let one = value.abs() == Decimal::ONE;
    voice.words.say_n("points", if one { 1 } else { 2 }, &[("points", &voice.number(&value))])
}

/// A maximum; one that had to be rounded says so.
pub(crate) fn maximum(words: &Words, max: Decimal) -> String {
    rounded(words, told_maximum(max))
}

/// A number with whether it is just that; one that had to be rounded says so.
pub(crate) fn rounded(words: &Words, (told, is_exact): (Decimal, bool)) -> String {
    let number = words.number(&told);
    if is_exact { number } else { format!("≈{number}") }
}

/// A maximum with its unit.
pub(crate) fn maximum_in_points(voice: Voice<'_>, max: Decimal) -> String {
    let n = if max == Decimal::ONE { 1 } else { 2 };
    voice.words.say_n("points", n, &[("points", &maximum(voice.words, max))])
}

/// How far two scores are apart, with a word where those that are printed are apart by something else.
pub(crate) fn distance(voice: Voice<'_>, gap: Difference) -> String {
    let words = points(voice, gap.by.abs());
    if gap.is_unlike_print { voice.say("gap.unrounded", &[("gap", &words)]) } else { words }
}
