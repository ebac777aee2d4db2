//! What spreadsheets write where a formula has no result: for YAML it is a comment.

/// All that they write.
pub(super) const OF_SPREADSHEETS: [&str; 7] = ["#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!"];

/// Whether a text is what a spreadsheet writes for no result.
#[must_use]
pub(crate) fn is_of_spreadsheet(text: &str) -> bool {
    OF_SPREADSHEETS.contains(&text)
}
