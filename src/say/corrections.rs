//! Corrections of a cell in words.

use crate::model::{Cell, Column, Correction};
use crate::report::group::GroupResult;
use crate::say::sentence::ReasonedNote;
use crate::say::voice::Voice;

/// A value before or since: a number, or in words why there is none.
pub(crate) fn corrected_cell(voice: Voice<'_>, cell: Cell) -> String {
    match cell {
        Cell::Score(number) => voice.number(&number),
        Cell::Empty(state) => voice.say(&format!("sign.{}", state.word()), &[]),
    }
}

/// The corrections of a cell in words, the oldest first, each with its reason.
pub(crate) fn corrections_of_cell<'a>(
    voice: Voice<'a>,
    part: GroupResult<'_>,
    column: Column,
    row: usize,
) -> Vec<ReasonedNote<'a>> {
    let (unit, criterion) = (part.group.units[row], part.group.scheme.column_id(column));
    let all = voice.edition(part.edition).corrections.iter();
    let mut found: Vec<&Correction> = all.filter(|c| c.unit == unit && c.criterion == criterion).collect();
    found.sort_by_key(|correction| correction.date);
    found.into_iter().map(|correction| in_words(voice, correction)).collect()
}

fn in_words<'a>(voice: Voice<'_>, correction: &'a Correction) -> ReasonedNote<'a> {
    let (date, was) = (voice.words.date(correction.date), corrected_cell(voice, correction.was));
    let now = corrected_cell(voice, correction.now);
    let words = voice.say("corrections.note", &[("date", &date), ("was", &was), ("now", &now)]);
    ReasonedNote { words, reason: correction.reason.as_ref() }
}
