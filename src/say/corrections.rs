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

/// A value within a sentence: in some languages a verb stands before a number, and none before words.
fn in_sentence(voice: Voice<'_>, cell: Cell) -> String {
    let told = corrected_cell(voice, cell);
    match cell {
        Cell::Score(_) => voice.say("corrections.note.value", &[("value", &told)]),
        Cell::Empty(_) => told,
    }
}

fn in_words<'a>(voice: Voice<'_>, correction: &'a Correction) -> ReasonedNote<'a> {
    let date = voice.words.date(correction.date);
    let [was, now] = [correction.was, correction.now].map(|cell| in_sentence(voice, cell));
    let words = voice.say("corrections.note", &[("date", &date), ("was", &was), ("now", &now)]);
    ReasonedNote { words, reason: correction.reason.as_ref() }
}
