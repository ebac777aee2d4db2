//! What a scorecard notes beside a cell: why its number holds, what parts without a value did to it, who shares it.

use crate::model::Column;
use crate::report::group::GroupResult;
use crate::report::maxima::{SharedWith, shared_with};
use crate::say::absence;
use crate::say::reasons::reason;
use crate::say::voice::Voice;

/// The note beside a cell of a unit; the first that there is, since each says what the others would.
pub(crate) fn cell_note(voice: Voice<'_>, part: GroupResult<'_>, column: Column, row: usize) -> Option<String> {
    reason(voice, part, &part.standing(column, row))
        .or_else(|| absence::note(voice, part, column, row))
        .or_else(|| sharing(voice, part, column, row))
}

/// That a unit has the maximum, and how many share it; or how many share its rank.
fn sharing(voice: Voice<'_>, part: GroupResult<'_>, column: Column, row: usize) -> Option<String> {
    Some(match shared_with(part, column, row)? {
        SharedWith::Maximum(0) => voice.say("sheet.full", &[]),
        SharedWith::Maximum(n) => voice.say_units(part.group, "sheet.full.shared", n, &[]),
        SharedWith::Rank(n) => voice.say_units(part.group, "sheet.shared", n, &[]),
    })
}
