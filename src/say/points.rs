//! A score in words.

use rust_decimal::Decimal;

use crate::report::columns::told_maximum;
use crate::report::difference::Difference;
use crate::say::voice::Voice;
use crate::words::Words;

/// A score in words: the number with its unit.
pub(crate) fn points(voice: Voice<'_>, value: Decimal) -> String {
    voice.words.say_n("points", plural_of(value) as u64, &[("points", &voice.number(&value))])
}

/// The count that chooses the form of a noun: that of one only for a 1 without decimals (CLDR, plural rules: `1.0 points`).
pub(crate) fn plural_of(value: Decimal) -> usize {
    if value.abs() == Decimal::ONE && value.scale() == 0 { 1 } else { 2 }
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
    voice.words.say_n("points", plural_of(told_maximum(max).0) as u64, &[("points", &maximum(voice.words, max))])
}

/// How far two scores are apart, with a word where those that are printed are apart by something else, or where only these
/// are.
pub(crate) fn distance(voice: Voice<'_>, gap: Difference) -> String {
    let words = points(voice, gap.by.abs());
    match (gap.is_unlike_print, gap.is_of_rounded) {
        (true, _) => voice.say("gap.unrounded", &[("gap", &words)]),
        (false, true) => voice.say("gap.rounded", &[("gap", &words)]),
        (false, false) => words,
    }
}
