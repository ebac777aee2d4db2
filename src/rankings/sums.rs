//! Sums that a reader can do again: a total beside its parts, with the help of numbers that are exactly known.

use rust_decimal::Decimal;

use super::exact;
use super::group_ranking::GroupRanking;
use super::known::{Basis, Known};
use crate::model::{Aggregate, Column, EditionGroup, Row};

/// A total that is the sum of its parts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sum {
    /// Whose.
    pub(crate) row: Row,
    /// The total, from the scores or announced.
    pub(crate) total: Decimal,
    /// Its parts in the order of the scheme, each times its weight, and an adjustment if there is one.
    pub(crate) parts: Vec<Decimal>,
    /// The one part that was deduced from the total itself, with its maximum: then the sum alone proves nothing.
    pub(crate) deduced: Option<(Decimal, Option<Decimal>)>,
}

/// The sum that makes a column, or that it is a part of; none unless all its numbers are known, and no more than one of
/// them rests on the others.
pub(super) fn around(group: &EditionGroup, ranking: &GroupRanking, column: Column, row: Row) -> Option<Sum> {
    let scheme = &group.scheme;
    let above = if scheme.parts(column).is_empty() {
        scheme.criterion(column).filter(|c| c.scored)?.parent.unwrap_or(scheme.total_column())
    } else {
        column
    };
    let standing = |column: Column| ranking.columns[column].standing(row.index());
    let total = match (standing(above).score, standing(above).score_basis) {
        (Known::Exact(total), Some(Basis::Announced | Basis::Scored)) => total,
        _ => return None,
    };
    let (mut parts, mut deduced) = (Vec::new(), None);
    for part in parts_of(group, above)? {
        let standing = standing(part);
        let Known::Exact(score) = standing.score else { return None };
        if standing.score_basis == Some(Basis::Deduced) && deduced.replace((score, scheme.column_max(part))).is_some() {
            return None;
        }
        parts.push(score.checked_mul(scheme.criteria[part].weight)?);
    }
    parts.extend(Some(adjustment(group, above, row)).filter(|points| !points.is_zero()));
    let adds_up = parts.len() > 1 && exact::sum(parts.iter().copied()) == Some(total);
    adds_up.then_some(Sum { row, total, parts, deduced })
}

/// The least and the most that a total can be by those of its parts that are known without it; none where no part is, or
/// where one has no limits.
pub(super) fn range(
    group: &EditionGroup,
    ranking: &GroupRanking,
    column: Column,
    row: Row,
) -> Option<(Decimal, Decimal)> {
    let (mut low, mut high) = (Some(adjustment(group, column, row)), Some(adjustment(group, column, row)));
    let mut any_known = false;
    for part in parts_of(group, column)? {
        let (standing, weight) = (ranking.columns[part].standing(row.index()), group.scheme.criteria[part].weight);
        let (least, most) = match (standing.score, standing.score_basis) {
            (Known::Exact(score), Some(Basis::Scored | Basis::Announced | Basis::Computed)) => {
                any_known = true;
                (score, score)
            }
            _ => (Decimal::ZERO, group.scheme.column_max(part)?),
        };
        let add = |sum: Option<Decimal>, value: Decimal| sum?.checked_add(value.checked_mul(weight)?);
        (low, high) = (add(low, least), add(high, most));
    }
    low.zip(high).filter(|_| any_known)
}

/// The parts that count in a column that is a plain sum of numbers that are shown.
fn parts_of(group: &EditionGroup, column: Column) -> Option<Vec<Column>> {
    let scheme = &group.scheme;
    let parts: Vec<Column> = scheme.parts(column).into_iter().filter(|&part| scheme.criteria[part].scored).collect();
    let is_plain = scheme.aggregate(column) == Aggregate::Sum && !parts.iter().any(|&part| scheme.is_raw(part));
    (is_plain && !parts.is_empty()).then_some(parts)
}

/// The points added to a row's total.
fn adjustment(group: &EditionGroup, column: Column, row: Row) -> Decimal {
    let own = group.adjustments.iter().filter(|a| column == group.scheme.total_column() && a.row == row);
    exact::sum(own.map(|a| a.points)).unwrap_or_default()
}
