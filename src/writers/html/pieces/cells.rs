//! The cells of ranking tables.

use crate::fragments::{Look, Marks, ScoreCell, score_cell};
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
