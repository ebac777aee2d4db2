//! The cells of ranking tables.

use crate::fragments::{Look, Marks, ScoreCell, score_cell, sign_of};
use crate::model::Column;
use crate::report::group::GroupResult;
use crate::writers::html::frame::context::Page;

/// The score of a unit in a column as tables show it.
pub(crate) fn score(
    page: &Page<'_>,
    part: GroupResult<'_>,
    column: Column,
    row: usize,
    marks: &mut Marks,
) -> ScoreCell {
    let cell = score_cell(page.words(), &part.standing(column, row), marks);
    if column == part.total() && cell.look == Look::Unknown && part.group.unranked[row].is_some() {
        return ScoreCell { bar: None, ..cell };
    }
    cell
}

/// The same in a column whose head says where its numbers come from: a sign stands only beside one from elsewhere.
pub(crate) fn score_under_head(
    page: &Page<'_>,
    part: GroupResult<'_>,
    column: Column,
    row: usize,
    marks: &mut Marks,
) -> ScoreCell {
    let mut own = Marks::default();
    let mut cell = score(page, part, column, row, &mut own);
    if let Some(sign) = part.column(column).origin.and_then(sign_of) {
        cell.leave_out(sign);
        let mut said = Marks::default();
        said.note(sign);
        own = own.without(said);
    }
    marks.add(own);
    cell
}
