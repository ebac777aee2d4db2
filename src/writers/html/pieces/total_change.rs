//! The change of a unit's total, or why there is none.

use crate::fragments::Marks;
use crate::model::Column;
use crate::report::group::GroupResult;
use crate::report::since;
use crate::report::since::SinceLast;
use crate::say::change::{ChangeView, view};
use crate::say::editions::edition_name;
use crate::writers::html::frame::context::Page;
use crate::writers::html::pieces::cells::score;

/// The change of a unit's total; where one of the two is no number, the reason of that.
pub(crate) fn view_of(page: &Page<'_>, since: &SinceLast<'_>, part: GroupResult<'_>, row: usize) -> ChangeView {
    let told = since.told(part, part.total(), row);
    let view = view(page.voice, told);
    let unknown = view.why.is_some() && since::is_compared(told.cell);
    let why = view.why.map(|why| if unknown { nothing(page, since, part, row).unwrap_or(why) } else { why });
    ChangeView { why, ..view }
}

/// Why a total, or the one before, is no number.
fn nothing(page: &Page<'_>, since: &SinceLast<'_>, part: GroupResult<'_>, row: usize) -> Option<String> {
    let meaning = |part: GroupResult<'_>, column: Column, row: usize| {
        let cell = score(page, part, column, row, &mut Marks::default());
        let has_no_number = cell.has_no_number();
        cell.meaning.filter(|_| has_no_number)
    };
    meaning(part, part.total(), row).or_else(|| {
        let (then, column, at) = since.place_then(part.total(), row)?;
        let why = meaning(then, column, at)?;
        Some(page.say("move.before", &[("edition", &edition_name(page.voice, since.before)), ("why", &why)]))
    })
}
