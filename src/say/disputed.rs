//! Columns whose announced ranks contradict each other, in words.

use crate::model::Column;
use crate::report::group::GroupResult;
use crate::say::voice::Voice;

/// That the announced ranks of a column are disputed, and why, where they are; how its ranks are told.
pub(crate) fn of_column(voice: Voice<'_>, part: GroupResult<'_>, column: Column) -> Option<String> {
    let reason = voice.text_of(part.group.disputed(column)?);
    let key = match part.ranking.columns[column].is_as_printed() {
        true => "disputed.printed",
        false => "disputed.column",
    };
    Some(voice.say(key, &[("reason", &reason)]))
}
