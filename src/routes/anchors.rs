//! The elements of pages that links lead to.

/// What the elements of a foreword begin with.
pub(crate) const FOREWORD: &str = "w-";

/// The element of a unit's row in a table.
#[must_use]
pub(crate) fn row_anchor(unit: &str) -> String {
    format!("u-{unit}")
}

/// The element of a group on pages that hold several.
#[must_use]
pub(crate) fn group_anchor(group: &str) -> String {
    format!("g-{group}")
}

/// The element of a statement on the announcement page.
#[must_use]
pub(crate) fn statement_anchor(group: &str, criterion: &str, number: u32) -> String {
    format!("{group}-{criterion}-{number}")
}
