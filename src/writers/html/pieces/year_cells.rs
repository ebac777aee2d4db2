//! The heads of a table by editions.

use crate::report::group::GroupResult;
use crate::say::editions::marked;
use crate::writers::html::frame::context::Page;

/// An edition at the head of a column, marked where it is not official: `2022 (đã thu hồi)`.
pub(crate) fn marked_id(page: &Page<'_>, part: GroupResult<'_>) -> String {
    marked(page.voice, part.edition, &page.edition(part.edition).id)
}
