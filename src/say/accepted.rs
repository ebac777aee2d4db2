//! Announced values that are not the computed ones and are accepted, in words.

use crate::model::Column;
use crate::report::accepted::{accepted, accepted_of};
use crate::report::group::GroupResult;
use crate::say::statements::score_in_words;
use crate::say::voice::Voice;

/// For how many units of a column an announced value is not the computed one; none where there are no such units.
pub(crate) fn of_column(voice: Voice<'_>, part: GroupResult<'_>, column: Column) -> Option<String> {
    let (n, most) = accepted_of(part, column)?;
    let [most, within] = [most, part.group.scheme.within.normalize()].map(|number| voice.number(&number));
    Some(voice.say_units(part.group, "accepted.units", n, &[("most", &most), ("within", &within)]))
}

/// What was announced of a unit, beside the value that was computed.
pub(crate) fn of_unit(voice: Voice<'_>, part: GroupResult<'_>, column: Column, row: usize) -> Option<String> {
    let own = accepted(part, column, row)?;
    let computed = voice.number(&part.shown_value(column, row)?);
    let within = voice.number(&part.group.scheme.within.normalize());
    let announced = score_in_words(voice, own.announced);
    let words = [("announced", announced.as_str()), ("computed", &computed), ("within", &within)];
    Some(voice.say("accepted.unit", &words))
}
