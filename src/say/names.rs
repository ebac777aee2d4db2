//! The names of units in a sentence.

use crate::model::Column;
use crate::report::findings::unnamed;
use crate::report::group::GroupResult;
use crate::say::voice::Voice;

/// The most units that a sentence names.
pub(crate) const MAX_NAMED: usize = 12;

pub(crate) fn name_of<'a>(voice: Voice<'a>, part: GroupResult<'_>, row: usize) -> &'a str {
    voice.unit_name(part.edition, part.group.units[row])
}

/// The names of units; very many are only counted.
pub(crate) fn names(voice: Voice<'_>, part: GroupResult<'_>, rows: &[usize]) -> String {
    names_with(voice, part, rows, 0)
}

/// The names of the units at a rank, with how many share it that the source does not name.
pub(crate) fn holders(voice: Voice<'_>, part: GroupResult<'_>, column: Column, rows: &[usize]) -> String {
    names_with(voice, part, rows, unnamed(part, column, rows))
}

fn names_with(voice: Voice<'_>, part: GroupResult<'_>, rows: &[usize], more: usize) -> String {
    if rows.len() > MAX_NAMED {
        return voice.say_units(part.group, "figure.units", rows.len() + more, &[]);
    }
    let names = rows.iter().map(|&row| name_of(voice, part, row).to_owned());
    let names: Vec<String> = names.chain(others(voice, part, more)).collect();
    voice.words.list(&names)
}

/// Units that are not named, as the last of a list of names.
pub(crate) fn others(voice: Voice<'_>, part: GroupResult<'_>, n: usize) -> Option<String> {
    (n > 0).then(|| voice.say_units(part.group, "names.others", n, &[]))
}
