//! How far the total of one place is from that of another.

use crate::report::difference::Difference;
use crate::report::findings::{shared_score, shared_value};
use crate::report::group::GroupResult;

/// How far the totals of some rows are from those of others, without a sign: of the whole values where all rows of a place
/// have one and are ranked on them; otherwise of the printed ones. None where a place has no one total that is known,
/// or where both print the same.
pub(crate) fn gap(part: GroupResult<'_>, rows: &[usize], others: &[usize]) -> Option<Difference> {
    let total = part.total();
    let printed = (shared_score(part, total, rows)?, shared_score(part, total, others)?);
    let printed = (printed.0.min(printed.1), printed.0.max(printed.1));
    let by_print = printed.1.checked_sub(printed.0).filter(|by| !by.is_zero())?;
    let is_rounded = part.group.scheme.column_rule(total).precision.is_some();
    Some(match (shared_value(part, total, rows), shared_value(part, total, others)) {
        (Some(own), Some(other)) if !is_rounded => {
            let exact = own.checked_sub(other)?.abs();
            Difference::of_points(exact, part.rule(total).map(|shown| shown.decimals), Some(printed))
        }
        _ => Difference::of_points(by_print, None, None),
    })
}
