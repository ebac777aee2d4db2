//! The change of a total, by criterion.

use rust_decimal::Decimal;

use super::cells::{CellChange, CellVerdict};
use super::edition_change::GroupChange;
use crate::model::{Aggregate, Column, EditionGroup, Scheme};
use crate::rankings::exact;
use crate::rankings::group_ranking::GroupRanking;

/// How the change of a unit's total is made up.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PartChanges {
    /// The change of the total, in points.
    pub(crate) total: Decimal,
    /// What each criterion at the top adds to it.
    pub(crate) parts: Vec<PartChange>,
    /// What they do not explain: adjustments, rescaling, rounding.
    pub(crate) rest: Decimal,
}

/// What one criterion adds to the change of the total.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PartChange {
    /// Its column.
    pub(crate) column: Column,
    /// In points of the total: its own change times its weight.
    pub(crate) points: Decimal,
}

impl GroupChange {
    /// The change of a unit's total by criterion; none where the total may not be compared in points, is not a sum or
    /// mean, or a criterion is not comparable or not known: then it does not add up.
    #[must_use]
    pub(crate) fn parts(
        &self,
        before: (&EditionGroup, &GroupRanking),
        after: (&EditionGroup, &GroupRanking),
        row: usize,
    ) -> Option<PartChanges> {
        let scheme = &*after.0.scheme;
        let whole = |cell: CellChange| cell.score.filter(|_| !cell.is_of_printed);
        let total = whole(self.cell(Some(before), after, scheme.total_column(), row))?;
        let tops: Vec<Column> = scheme.top_level().filter(|&top| scheme.criteria[top].scored).collect();
        let share = share(scheme, &tops)?;
        let part = |&column: &Column| {
            let cell = self.cell(Some(before), after, column, row);
            let raw = scheme.is_raw(column) || cell.verdict != CellVerdict::Comparable;
            let change = whole(cell).filter(|_| !raw)?;
            let origin = self.columns[column].before?;
            let weight = scheme.criteria[column].weight;
            if before.0.scheme.criteria[origin].weight != weight {
                return None;
            }
            Some(PartChange { column, points: exact::settle(change.checked_mul(weight)?.checked_div(share)?) })
        };
        let parts: Vec<PartChange> = tops.iter().map(part).collect::<Option<_>>()?;
        let rest = total.checked_sub(exact::sum(parts.iter().map(|part| part.points))?)?.normalize();
        Some(PartChanges { total, parts, rest })
    }
}

/// What weights are divided by: nothing in a sum, their sum in a mean.
fn share(scheme: &Scheme, tops: &[Column]) -> Option<Decimal> {
    match scheme.total {
        Aggregate::Sum => Some(Decimal::ONE),
        Aggregate::Mean => exact::sum(tops.iter().map(|&top| scheme.criteria[top].weight)).filter(|sum| !sum.is_zero()),
        Aggregate::GeometricMean | Aggregate::Given => None,
    }
}
