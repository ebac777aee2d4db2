//! A total and its parts as one equation in whole steps.

use rust_decimal::Decimal;

use super::grid;
use super::score_bounds::ScoreBounds;
use crate::model::{Aggregate, Column};
use crate::rankings::policy::WeightedPart;
use crate::rankings::sheet::Sheet;

/// Σ factor·part = divisor·total − shift, give or take the slack.
pub(super) struct Relation {
    /// The column of the total.
    pub(super) column: Column,
    /// Its parts.
    pub(super) parts: Vec<WeightedPart>,
    /// The equation; none where it cannot be solved for a part: a geometric mean, weights below zero.
    pub(super) equation: Option<Equation>,
    /// Whether more of each part never makes less of the total.
    pub(super) is_monotone: bool,
}

/// The equation of a sum or a mean, all numbers in steps of `10^-scale`.
pub(super) struct Equation {
    pub(super) scale: u32,
    /// By part; 0 where the part weighs nothing.
    pub(super) factors: Vec<i128>,
    pub(super) divisor: i128,
    /// By how much a mean may be off, since it is rounded.
    pub(super) slack: i128,
    /// What an adjustment is multiplied with.
    weight: Decimal,
    /// Whether the total is just the sum, so that it can be made in whole steps.
    pub(super) is_sum: bool,
}

impl Relation {
    /// How a column is made.
    pub(super) fn of(sheet: &Sheet, column: Column, columns: &[ScoreBounds]) -> Self {
        let parts = sheet.parts(column);
        let is_monotone = parts.iter().all(|part| part.weight >= Decimal::ZERO);
        let equation = is_monotone.then(|| Equation::of(sheet, column, &parts, columns)).flatten();
        Self { column, parts, equation, is_monotone }
    }
}

impl Equation {
    fn of(sheet: &Sheet, column: Column, parts: &[WeightedPart], columns: &[ScoreBounds]) -> Option<Self> {
        let weight = match sheet.scheme.aggregate(column) {
            Aggregate::Sum => Decimal::ONE,
            Aggregate::Mean => crate::rankings::exact::sum(parts.iter().map(|part| part.weight))?,
            Aggregate::GeometricMean | Aggregate::Given => return None,
        };
        let own = columns[column].scale;
        let terms = parts.iter().map(|part| columns[part.column].scale + part.weight.normalize().scale());
        let added = sheet.adjustments.iter().map(|points| points.normalize().scale());
        let scale = terms.chain(added).max().unwrap_or(0).max(own) + weight.normalize().scale();
        let factor =
            |part: &WeightedPart| grid::exact_steps(part.weight, scale.checked_sub(columns[part.column].scale)?);
        let factors = parts.iter().map(factor).collect::<Option<Vec<i128>>>()?;
        let divisor = grid::exact_steps(weight, scale - own)?;
        let is_sum = sheet.scheme.aggregate(column) == Aggregate::Sum;
        let slack = if is_sum { 0 } else { divisor };
        (divisor > 0).then_some(Self { scale, factors, divisor, slack, weight, is_sum })
    }

    /// What an adjustment adds to the sum of the parts.
    pub(super) fn shift(&self, adjustment: Decimal) -> Option<i128> {
        grid::exact_steps(adjustment.checked_mul(self.weight)?, self.scale)
    }
}
