//! The names of units in a sentence.

use crate::report::group::GroupResult;
use crate::say::voice::Voice;

/// The most units that a sentence names.
pub(crate) const NAMED: usize = 12;

pub(crate) fn name_of<'a>(voice: Voice<'a>, part: GroupResult<'_>, row: usize) -> &'a str {
    voice.unit_name(part.edition, part.group.units[row])
}

/// The names of units; very many are only counted.
pub(crate) fn names(voice: Voice<'_>, part: GroupResult<'_>, rows: &[usize]) -> String {
    if rows.len() > NAMED {
        return voice.say_units(part.group, "figure.units", rows.len(), &[]);
    }
    let names: Vec<String> = rows.iter().map(|&row| name_of(voice, part, row).to_owned()).collect();
    voice.words.list(&names)
}
