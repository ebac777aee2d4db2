//! The change of one cell: shown only where the verdict on its column and the life of its unit allow it.

use rust_decimal::Decimal;

use super::edition_change::{GroupChange, Pair};
use super::lives::Presence;
use super::moves::gained;
use super::verdict::{Verdict, VerdictReason};
use crate::model::{Absence, Column, EditionGroup, Rank, Scheme};
use crate::rankings::exact;
use crate::rankings::group_ranking::GroupRanking;
use crate::rankings::known::{Known, StandingState};
use crate::rankings::sheet::announced_apart;
use crate::rankings::standing::Standing;

/// Whether a cell may be compared with the edition before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CellVerdict {
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
pub(crate) enum CellWhy {
    /// What the schemes say of the column.
    Column(VerdictReason),
    /// What happened to the unit.
    Unit(Presence),
}

/// The change of one cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct CellChange {
    /// Whether it may be compared.
    pub(crate) verdict: CellVerdict,
    /// Why.
    pub(crate) why: CellWhy,
    /// The change in points; where the column is comparable and both values are known, at least so far that it is certain
    /// which one is larger.
    pub(crate) score: Option<Decimal>,
    /// Whether it is only that of printed values, of which one stands for all that are rounded to it.
    pub(crate) is_of_printed: bool,
    /// The change of the share of the maximum, in percentage points; where both values and maxima are known.
    pub(crate) share: Option<Decimal>,
    /// The change of the rank; where both ranks are exactly known and made by one rule.
    pub(crate) rank: Option<RankChange>,
}

/// Why a value or rank of a cell that may be compared is not there in one edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WhyMissing {
    /// The criterion does not apply.
    Exempt,
    /// No value exists.
    Missing,
    /// The unit is not ranked.
    Unranked,
    /// It is not known.
    Unknown,
}

/// Why the value or the rank of a cell that may be compared is missing: first in the edition before, then in this one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct MissingEnds {
    /// Why there is no value.
    pub(crate) value: [Option<WhyMissing>; 2],
    /// Why there is no rank.
    pub(crate) rank: [Option<WhyMissing>; 2],
    /// Whether ranks are made by another rule than before.
    pub(crate) rule: bool,
}

/// The change of a rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RankChange {
    /// The rank before.
    pub(crate) before: Rank,
    /// How many units it was out of, if known.
    pub(crate) of_before: Option<u32>,
    /// Whether others had it too.
    pub(crate) tied_before: bool,
    /// The rank now.
    pub(crate) after: Rank,
    /// How many units it is out of, if known.
    pub(crate) of_after: Option<u32>,
    /// Whether others have it too.
    pub(crate) tied_after: bool,
}

impl RankChange {
    /// How many places were gained, in halves; below zero if they were lost.
    #[must_use]
    pub(crate) fn gained(&self) -> i64 {
        gained(self.before, self.after)
    }
}

/// A group in two editions, if it was there in the one before.
fn pair<'a>(
    before: Option<(&'a EditionGroup, &'a GroupRanking)>,
    after: (&'a EditionGroup, &'a GroupRanking),
) -> Option<Pair<'a>> {
    before.map(|(before, ranked_before)| Pair { before, ranked_before, after: after.0, ranked_after: after.1 })
}

impl GroupChange {
    /// The change of a cell, from the group before and now with what was computed of them; `before` is none where the
    /// group was not there.
    ///
    /// # Panics
    /// Where there is no such column or row.
    #[must_use]
    pub(crate) fn cell(
        &self,
        before: Option<(&EditionGroup, &GroupRanking)>,
        after: (&EditionGroup, &GroupRanking),
        column: Column,
        row: usize,
    ) -> CellChange {
        cell(self, pair(before, after), column, row)
    }

    /// Why the value or the rank of a cell is missing; nothing where the cell may not be compared.
    ///
    /// # Panics
    /// Where there is no such column or row.
    #[must_use]
    pub(crate) fn lacks(
        &self,
        before: Option<(&EditionGroup, &GroupRanking)>,
        after: (&EditionGroup, &GroupRanking),
        column: Column,
        row: usize,
    ) -> MissingEnds {
        pair(before, after).and_then(|pair| lacks(self, pair, column, row)).unwrap_or_default()
    }
}

/// Why the value or the rank of a cell is missing; none where the cell may not be compared.
pub(super) fn lacks(change: &GroupChange, pair: Pair<'_>, column: Column, row: usize) -> Option<MissingEnds> {
    let of_column = change.columns[column];
    let row_before = change.units[row].same().filter(|_| of_column.verdict != Verdict::Broken)?.index();
    let was = pair.ranked_before.columns[of_column.before?].standing(row_before);
    let now = pair.ranked_after.columns[column].standing(row);
    let unranked = [pair.before.unranked[row_before].is_some(), pair.after.unranked[row].is_some()];
    let value = [&was, &now].map(|standing| lack(standing.score, standing));
    let is_total = column == pair.after.scheme.total_column();
    Some(MissingEnds {
        value: value
            .map(|lack| if is_total && lack == Some(WhyMissing::Exempt) { Some(WhyMissing::Missing) } else { lack }),
        rank: [rank_lack(&was, unranked[0]), rank_lack(&now, unranked[1])],
        rule: !of_column.same_rank_rule,
    })
}

fn lack<T>(known: Known<T>, standing: &Standing) -> Option<WhyMissing> {
    match (known, standing.state.absence()) {
        (Known::Exact(_), _) => None,
        (Known::Nothing, Some(Absence::Exempt)) => Some(WhyMissing::Exempt),
        (Known::Nothing, Some(Absence::Missing)) => Some(WhyMissing::Missing),
        (Known::Nothing, None) if standing.state == StandingState::Unranked => Some(WhyMissing::Unranked),
        (Known::Nothing | Known::Between(..), _) => Some(WhyMissing::Unknown),
    }
}

/// An unranked unit has no rank, whatever is known of its value.
fn rank_lack(standing: &Standing, unranked: bool) -> Option<WhyMissing> {
    lack(standing.concluded_rank(), standing).map(|lack| if unranked { WhyMissing::Unranked } else { lack })
}

/// The change of a cell.
pub(super) fn cell(change: &GroupChange, pair: Option<Pair<'_>>, column: Column, row: usize) -> CellChange {
    let (here, of_column) = (change.units[row], change.columns[column]);
    let none = |verdict, why| CellChange { verdict, why, score: None, is_of_printed: false, share: None, rank: None };
    let Some(row_before) = here.same() else {
        let verdict = match here {
            Presence::Changed(..) | Presence::Moved(_) | Presence::NotNamed => CellVerdict::Broken,
            Presence::Same(_) | Presence::Began(_) | Presence::Returned | Presence::Absent | Presence::First => {
                CellVerdict::New
            }
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
    let was = pair.ranked_before.columns[column_before].standing(row_before.index());
    let now = pair.ranked_after.columns[column].standing(row);
    let is_raw = pair.after.scheme.is_raw(column);
    let (verdict, why) = match own_scale(&was, &now) {
        Some(changed) if verdict == CellVerdict::Comparable && !is_raw => {
            (CellVerdict::Share, CellWhy::Column(changed))
        }
        _ => (verdict, why),
    };
    let apart =
        [printed_apart(&pair.before.scheme, column_before, &was), printed_apart(&pair.after.scheme, column, &now)];
    let is_of_printed = apart.iter().any(Option::is_some);
    CellChange {
        verdict,
        why,
        score: points(&was, &now, apart).filter(|_| verdict == CellVerdict::Comparable),
        is_of_printed,
        share: if is_raw || is_of_printed { None } else { share(&was, &now) },
        rank: rank(&was, &now).filter(|_| of_column.same_rank_rule),
    }
}

/// That the maximum of a unit is not what it was: a mean without some of its parts has that of the others.
fn own_scale(was: &Standing, now: &Standing) -> Option<VerdictReason> {
    let (was, now) = (was.maximum?, now.maximum?);
    (was != now).then_some(VerdictReason::MaximumChanged(was, now))
}

/// How far an announced value may lie from the whole one; none where it is the whole one itself.
fn printed_apart(scheme: &Scheme, column: Column, standing: &Standing) -> Option<Decimal> {
    let Known::Exact(number) = standing.score else { return None };
    standing.is_of_printed(scheme, column).then(|| announced_apart(scheme, column, number))
}

/// The change; none where whole values that are rounded to the two may lie the other way round, or be equal.
fn points(was: &Standing, now: &Standing, apart: [Option<Decimal>; 2]) -> Option<Decimal> {
    let (Known::Exact(was), Known::Exact(now)) = (was.score, now.score) else { return None };
    let change = now.checked_sub(was)?.normalize();
    let reach = apart.into_iter().flatten().try_fold(Decimal::ZERO, Decimal::checked_add)?;
    (reach.is_zero() || change.abs() > reach).then_some(change)
}

/// The change in percentage points, rounded once: one division wherever its numbers have no more than 28 digits.
fn share(was: &Standing, now: &Standing) -> Option<Decimal> {
    let of = |standing: &Standing| match (standing.score, standing.maximum) {
        (Known::Exact(score), Some(max)) => Some((score.checked_mul(Decimal::ONE_HUNDRED)?, max.normalize())),
        _ => None,
    };
    let ((was, max_was), (now, max_now)) = (of(was)?, of(now)?);
    let change = if max_was == max_now {
        now.checked_sub(was)?.checked_div(max_now)?
    } else {
        let whole = || {
            let over = now.checked_mul(max_was)?.checked_sub(was.checked_mul(max_now)?)?;
            over.checked_div(max_was.checked_mul(max_now)?)
        };
        let apart = || now.checked_div(max_now)?.checked_sub(was.checked_div(max_was)?);
        whole().or_else(apart)?
    };
    Some(exact::settle(change))
}

fn rank(was: &Standing, now: &Standing) -> Option<RankChange> {
    match (was.concluded_rank(), now.concluded_rank()) {
        (Known::Exact(before), Known::Exact(after)) => {
            let [tied_before, tied_after] = [was, now].map(|standing| standing.is_tied());
            Some(RankChange { before, of_before: was.ranked, tied_before, after, of_after: now.ranked, tied_after })
        }
        _ => None,
    }
}
