//! The mean of a column.

use rust_decimal::Decimal;

use crate::model::Column;
use crate::report::group::GroupResult;

/// The mean of a complete column: rounded half-up to one decimal more than its scores are shown with.
pub(crate) fn mean(part: GroupResult<'_>, column: Column) -> Option<Decimal> {
    let summary = part.column(column).summary.as_ref()?;
    let scheme = &part.group.scheme;
    // Where scores may have any number of decimals, as many as the ends of the column have, three at most.
    let of_ends = || summary.lowest.scale().max(summary.highest.scale()).min(3);
    // A made column of which nobody says how many it has is shown with few, but may be shown with many.
    let said = part.rule(column).filter(|shown| shown.whole || scheme.column_decimals(column).is_some());
    let own = said.map(|shown| shown.decimals).or(scheme.column_decimals(column));
    let decimals = own.unwrap_or_else(of_ends);
    // Raw values have the digits of their source, of which a mean needs no more than a few.
    let decimals = if scheme.is_raw(column) { decimals.min(3) } else { decimals };
    Some(summary.mean(decimals.saturating_add(1).min(12)))
}
