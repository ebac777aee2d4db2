//! Columns whose announced ranks contradict each other, in words.

use crate::model::{Column, EditionGroup, LangIdx};
use crate::rankings::GroupRanking;
use crate::report::group::GroupResult;
use crate::say::editions::edition_name;
use crate::say::voice::Voice;
use crate::words::Words;

/// That the announced ranks of a column are disputed, and why, where they are; how its ranks are told.
pub(crate) fn of_column(voice: Voice<'_>, part: GroupResult<'_>, column: Column) -> Option<String> {
    told(voice.words, voice.language, (part.group, part.ranking), column)
}

/// The same where nobody speaks but a language.
pub(crate) fn told(
    words: &Words,
    language: LangIdx,
    (group, ranking): (&EditionGroup, &GroupRanking),
    column: Column,
) -> Option<String> {
    let reason = group.disputed(column)?.get(language);
    let key = match ranking.columns[column].is_as_printed() {
        true => "disputed.printed",
        false => "disputed.column",
    };
    Some(words.say(key, &[("reason", reason)]))
}

/// That the announced ranks of a column contradict each other, with its group and edition.
pub(crate) fn in_edition(voice: Voice<'_>, part: GroupResult<'_>, column: Column) -> String {
    let name = voice.column_name(&part.group.scheme, column);
    let edition = edition_name(voice, part.edition);
    let words = [("group", voice.group_name(part.group)), ("edition", edition.as_str()), ("criterion", name.as_str())];
    voice.say("corrections.disputed.column", &words)
}
