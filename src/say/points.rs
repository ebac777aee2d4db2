//! A score in words.

use rust_decimal::Decimal;

use crate::model::{Column, Scheme, Text};
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

/// A value of a column in words: with the unit of measure of its criterion, where it has one; otherwise in points, but for
/// raw values, which are none.
pub(crate) fn measured(voice: Voice<'_>, scheme: &Scheme, column: Column, value: Decimal) -> String {
    match scheme.criterion(column).and_then(|criterion| criterion.unit.as_ref()) {
        Some(unit) => with_unit(voice, unit, &voice.number(&value)),
        None if scheme.is_raw(column) => voice.number(&value),
        None => points(voice, value),
    }
}

/// A number with the unit in which it is measured.
pub(crate) fn with_unit(voice: Voice<'_>, unit: &Text, number: &str) -> String {
    voice.say("measured", &[("value", number), ("unit", voice.text(unit))])
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
