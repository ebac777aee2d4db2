//! The change of one cell: shown only where the verdict on its column and the life of its unit allow it.

use rust_decimal::Decimal;

use super::lives::Here;
use super::verdict::{Because, Verdict};
use super::{GroupChange, Pair, gained};
use crate::model::{EditionGroup, Rank};
use crate::rankings::exact;
use crate::rankings::standing::{GroupRanking, Known, Standing};

/// Whether a cell may be compared with the edition before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellVerdict {
    /// In points.
    Comparable,
    /// As a share of the maximum.
    Share,
    /// Not at all.
    Broken,
    /// The unit was not in the edition before.
    New,
}

/// The reason for the verdict on a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellWhy {
    /// What the schemes say of the column.
    Column(Because),
    /// What happened to the unit.
    Unit(Here),
}

/// The change of one cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CellChange {
    /// Whether it may be compared.
    pub verdict: CellVerdict,
    /// Why.
    pub why: CellWhy,
    /// The change in points; where the column is comparable and both values are exactly known.
    pub score: Option<Decimal>,
    /// The change of the share of the maximum, in percentage points; where both values and maxima are known.
    pub share: Option<Decimal>,
    /// The change of the rank; where both ranks are exactly known and made by one rule.
    pub rank: Option<RankChange>,
}

/// The change of a rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RankChange {
    /// The rank before.
    pub before: Rank,
    /// How many units it was out of, if known.
    pub of_before: Option<u32>,
    /// The rank now.
    pub after: Rank,
    /// How many units it is out of, if known.
    pub of_after: Option<u32>,
}

impl RankChange {
    /// How many places were gained, in halves; below zero if they were lost.
    #[must_use]
    pub fn gained(&self) -> i64 {
        gained(self.before, self.after)
    }
}

impl GroupChange {
    /// The change of a cell, from the group before and now with what was computed of them; `before` is none where the
    /// group was not there.
    ///
    /// # Panics
    /// Where there is no such column or row.
    #[must_use]
    pub fn cell(
        &self,
        before: Option<(&EditionGroup, &GroupRanking)>,
        after: (&EditionGroup, &GroupRanking),
        column: usize,
        row: usize,
    ) -> CellChange {
        let pair =
            before.map(|(before, ranked_before)| Pair { before, ranked_before, after: after.0, ranked_after: after.1 });
        cell(self, pair, column, row)
    }
}

/// The change of a cell.
pub(super) fn cell(change: &GroupChange, pair: Option<Pair<'_>>, column: usize, row: usize) -> CellChange {
    let (here, of_column) = (change.units[row], change.columns[column]);
    let none = |verdict, why| CellChange { verdict, why, score: None, share: None, rank: None };
    let Some(row_before) = here.same() else {
        let verdict = match here {
            Here::Changed(..) | Here::Moved(_) => CellVerdict::Broken,
            Here::Same(_) | Here::Began(_) | Here::Returned | Here::First => CellVerdict::New,
        };
        return none(verdict, CellWhy::Unit(here));
    };
    let why = CellWhy::Column(of_column.because);
    let verdict = match of_column.verdict {
        Verdict::Comparable => CellVerdict::Comparable,
        Verdict::Share => CellVerdict::Share,
        Verdict::Broken => return none(CellVerdict::Broken, why),
    };
    let (Some(pair), Some(column_before)) = (pair, of_column.before) else { return none(verdict, why) };
    let was = pair.ranked_before.columns[column_before].standing(row_before as usize);
    let now = pair.ranked_after.columns[column].standing(row);
    let is_raw = pair.after.scheme.is_raw(column);
    CellChange {
        verdict,
        why,
        score: points(&was, &now).filter(|_| verdict == CellVerdict::Comparable),
        share: if is_raw { None } else { share(&was, &now) },
        rank: rank(&was, &now).filter(|_| of_column.same_rank_rule),
    }
}

fn points(was: &Standing, now: &Standing) -> Option<Decimal> {
    match (was.score, now.score) {
        (Known::Exact(was), Known::Exact(now)) => Some(now.checked_sub(was)?.normalize()),
        _ => None,
    }
}

/// The change in percentage points: the difference of the shares, each rounded once.
fn share(was: &Standing, now: &Standing) -> Option<Decimal> {
    let percent = |standing: &Standing| match (standing.score, standing.maximum) {
        (Known::Exact(score), Some(max)) => {
            Some(exact::settle(score.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(max)?))
        }
        _ => None,
    };
    Some(percent(now)?.checked_sub(percent(was)?)?.normalize())
}

fn rank(was: &Standing, now: &Standing) -> Option<RankChange> {
    match (was.rank, now.rank) {
        (Known::Exact(before), Known::Exact(after)) => {
            Some(RankChange { before, of_before: was.ranked, after, of_after: now.ranked })
        }
        _ => None,
    }
}
