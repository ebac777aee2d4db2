//! Small examples that show what a rule does, in words.

use rust_decimal::Decimal;

use crate::model::Scheme;
use crate::report::samples::{Absent, CountedAs};
use crate::say::voice::Voice;

/// The example of a lacking value; then with scores and maxima times their weights.
pub(crate) const MISSING: [&str; 2] = ["missing.example", "missing.example.weighted"];

/// The same of a criterion that does not apply.
pub(crate) const EXEMPT: [&str; 2] = ["exempt.example", "exempt.example.weighted"];

/// The others are rescaled to the whole maximum.
pub(crate) fn rescaled(voice: Voice<'_>, scheme: &Scheme, absent: Absent, keys: [&str; 2]) -> Option<String> {
    let made = absent.rescaled()?;
    let equals = if made.is_exact { "=" } else { "≈" };
    let [points, present, whole] = [absent.points, absent.present, absent.whole].map(|n| plain(voice, n));
    let value = voice.number(&made.value);
    Some(told(voice, scheme, absent, keys, &format!("{points} × {whole} / {present} {equals} {value}")))
}

/// It counts as so many points.
pub(crate) fn counted_as(
    voice: Voice<'_>,
    scheme: &Scheme,
    absent: Absent,
    keys: [&str; 2],
    counted: Option<CountedAs>,
) -> Option<String> {
    let CountedAs { more, total } = counted?;
    let [points, more, total] = [absent.points, more, total].map(|n| plain(voice, n));
    Some(told(voice, scheme, absent, keys, &format!("{points} + {more} = {total}")))
}

/// The unit is ranked on the others if they are enough.
pub(crate) fn judged(voice: Voice<'_>, scheme: &Scheme, absent: Absent, least: Decimal) -> Option<String> {
    let left = absent.left(least)?;
    let [share, least] = [left.percent, least].map(|n| plain(voice, n));
    let words = [("share", share.as_str()), ("least", least.as_str())];
    if !left.is_enough {
        return Some(voice.say("missing.example.few", &words));
    }
    let rescaled = rescaled(voice, scheme, absent, MISSING)?;
    Some(format!("{rescaled} {}", voice.say("missing.example.enough", &words)))
}

fn told(voice: Voice<'_>, scheme: &Scheme, absent: Absent, keys: [&str; 2], calculation: &str) -> String {
    let [max, present, points] = [absent.max, absent.present, absent.points].map(|n| plain(voice, n));
    let words = [
        ("criterion", voice.text(&scheme.criteria[absent.column].name)),
        ("max", &max),
        ("points", &points),
        ("present", &present),
        ("calculation", calculation),
    ];
    voice.say(keys[usize::from(absent.is_weighted)], &words)
}

fn plain(voice: Voice<'_>, number: Decimal) -> String {
    voice.number(&number.normalize())
}
