//! What a reader's own weights are computed from: a group whose parts are all known, and how it is ranked.
//!
//! A part counts by its share of its maximum. Of each part that a unit has, x is its score, max the maximum, and W the
//! weight that the reader gives it; scale is the total of a unit with every part at its maximum. Then the unit has
//!
//! ```text
//! scale · Σ W·(x / max) / Σ W + adjustments
//! ```
//!
//! The official weight of a part is `weight · max`: with these the formula *is* the official total, digit for digit. That is not left
//! to reasoning: where it does not give every official total and rank again, own weights are not offered.
//!
//! By hand: of 24 and 14 a unit has 12 and 14, so 12 + 14 = 26 of 38. With W = 1 and 1: 38 · (0.5 + 1) / 2 = 28.5.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::exact;
use super::group_ranking::GroupRanking;
use super::known::Known;
use super::places::{self, rank_value};
use super::policy::{self, PartEffect};
use super::sheet::Sheet;
use super::ties::{self, Equals, Run};
use crate::model::{Aggregate, Column, EditionGroup, Order, Rank, RankRule, Rounding, count_of};

/// How many decimals a script ranks by.
const SCRIPT_DECIMALS: u32 = 9;
/// The largest total whose decimals a script holds.
const SCRIPT_MAX: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// What own weights are computed from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct OwnWeights {
    /// The criteria at the top of the tree that count.
    pub(crate) parts: Vec<OwnPart>,
    /// The total of a unit with every part at its maximum.
    pub(crate) scale: Decimal,
    /// The ranked units, in the order of the score file.
    pub(crate) rows: Vec<OwnRow>,
}

/// A criterion that may be weighed otherwise.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct OwnPart {
    /// Its column.
    pub(crate) column: Column,
    /// Its official weight beside the others, for shares of the maximum.
    pub(crate) weight: Decimal,
    /// Its maximum.
    pub(crate) max: Decimal,
}

/// A unit that is ranked.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct OwnRow {
    /// Its row.
    pub(crate) row: usize,
    /// Its value in each part, as it counts; none: the part leaves, and the others are rescaled.
    pub(crate) values: Vec<Option<Decimal>>,
    /// What is added to its total.
    pub(crate) added: Decimal,
    /// Its place among units of equal totals; equal ones share a rank.
    pub(crate) among_equals: u32,
}

/// Why own weights are not offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoOwnWeights {
    /// Nothing is known but ranks or totals.
    NoCriteria,
    /// The total is not made of the parts.
    GivenTotal,
    /// Parts are multiplied.
    GeometricMean,
    /// Equal totals are ranked as announced.
    AnnouncedTies,
    /// Only one criterion counts.
    OnePart,
    /// A criterion has no maximum, so that it has no share of it.
    NoMaximum(Column),
    /// Scores are not known.
    Incomplete,
    /// All is known but how many units there are.
    PopulationUnknown,
    /// No unit is ranked.
    NobodyRanked,
    /// Totals are rounded before they are ranked in a way that a script does not know.
    RoundedOtherwise,
    /// The official totals do not follow from shares of the maxima.
    NotReproduced,
}

/// What own weights of a group are computed from.
///
/// # Errors
/// Why they are not offered.
pub(crate) fn own_weights(group: &EditionGroup, ranking: &GroupRanking) -> Result<OwnWeights, NoOwnWeights> {
    let scheme = &*group.scheme;
    let tops: Vec<Column> = scheme.top_level().filter(|&top| scheme.criteria[top].scored).collect();
    match (scheme.total, tops.len()) {
        _ if scheme.is_implied() => return Err(NoOwnWeights::NoCriteria),
        (Aggregate::Given, _) => return Err(NoOwnWeights::GivenTotal),
        (Aggregate::GeometricMean, _) => return Err(NoOwnWeights::GeometricMean),
        (_, 0) => return Err(NoOwnWeights::NoCriteria),
        (_, 1) => return Err(NoOwnWeights::OnePart),
        (Aggregate::Sum | Aggregate::Mean, _) => {}
    }
    if ties::rule(scheme.rank.ties).equals == Equals::AsAnnounced {
        return Err(NoOwnWeights::AnnouncedTies);
    }
    if !is_known(group, ranking) {
        return Err(NoOwnWeights::Incomplete);
    }
    if !is_complete(group, ranking) {
        return Err(NoOwnWeights::PopulationUnknown);
    }
    if is_rounded_otherwise(&scheme.rank) {
        return Err(NoOwnWeights::RoundedOtherwise);
    }
    let sheet = Sheet::of(group);
    let parts: Vec<OwnPart> = tops.iter().map(|&top| part(&sheet, top)).collect::<Result<_, _>>()?;
    let made = made(&sheet, ranking, parts).ok_or(NoOwnWeights::NotReproduced)?;
    if made.rows.is_empty() {
        return Err(NoOwnWeights::NobodyRanked);
    }
    if is_official(&sheet, ranking, &made) { Ok(made) } else { Err(NoOwnWeights::NotReproduced) }
}

/// Whether own weights may be offered, as far as can be said without computing: for menus.
#[must_use]
pub(crate) fn may_have_own_weights(group: &EditionGroup, ranking: &GroupRanking) -> bool {
    group.scheme.total.adds_up() && !group.scheme.is_implied() && is_complete(group, ranking)
}

/// The leaves that count in the total.
fn counted_leaves(group: &EditionGroup) -> impl Iterator<Item = Column> + '_ {
    let criteria = &group.scheme.criteria;
    let counts = |&leaf: &Column| {
        let up = std::iter::successors(Some(leaf), |&at| criteria[at].parent);
        up.into_iter().all(|at| criteria[at].scored)
    };
    group.scheme.measured().filter(counts)
}

fn is_complete(group: &EditionGroup, ranking: &GroupRanking) -> bool {
    let total = group.scheme.total_column();
    counted_leaves(group).chain([total]).all(|column| ranking.columns[column].complete)
}

/// Whether each score of a ranked unit is exactly known, or there is none.
fn is_known(group: &EditionGroup, ranking: &GroupRanking) -> bool {
    let settled = |column: Column, row: usize| {
        let standing = ranking.columns[column].standing(row);
        matches!(standing.score, Known::Exact(_)) || standing.state.absence().is_some()
    };
    let rows = || (0..group.units.len()).filter(|&row| group.unranked[row].is_none());
    counted_leaves(group).all(|leaf| rows().all(|row| settled(leaf, row)))
}

fn part(sheet: &Sheet<'_>, column: Column) -> Result<OwnPart, NoOwnWeights> {
    let max = sheet.max(column).filter(|max| *max > Decimal::ZERO).ok_or(NoOwnWeights::NoMaximum(column))?;
    let weight = sheet.scheme.criteria[column].weight.checked_mul(max).ok_or(NoOwnWeights::NotReproduced)?;
    Ok(OwnPart { column, weight: weight.normalize(), max: max.normalize() })
}

fn made(sheet: &Sheet<'_>, ranking: &GroupRanking, parts: Vec<OwnPart>) -> Option<OwnWeights> {
    let whole = exact::sum(parts.iter().map(|part| part.weight))?;
    let weights = exact::sum(parts.iter().map(|part| sheet.scheme.criteria[part.column].weight))?;
    let scale = match sheet.scheme.total {
        Aggregate::Mean => whole.checked_div(weights)?,
        _ => whole,
    };
    if whole <= Decimal::ZERO || parts.iter().any(|part| part.weight < Decimal::ZERO) {
        return None;
    }
    let total = &ranking.columns[sheet.total()];
    let ranked: Vec<usize> =
        (0..sheet.rows).filter(|&row| matches!(total.standing(row).rank, Known::Exact(_))).collect();
    let among_equals = places::order_among_equals(sheet, sheet.total(), ranked.clone());
    let row = |(row, among_equals): (usize, u32)| {
        let values = parts.iter().map(|part| value(sheet, ranking, part, row)).collect::<Option<_>>()?;
        Some(OwnRow { row, values, added: sheet.adjustment(sheet.total(), row), among_equals })
    };
    let rows = ranked.into_iter().zip(among_equals).map(row).collect::<Option<_>>()?;
    Some(OwnWeights { scale: scale.normalize(), rows, parts })
}

/// The value of a part as it counts in a unit's total, the inner none where it leaves; none where that cannot be said.
#[expect(clippy::option_option, reason = "the outer is a failure, the inner a part that leaves")]
fn value(sheet: &Sheet<'_>, ranking: &GroupRanking, part: &OwnPart, row: usize) -> Option<Option<Decimal>> {
    let standing = ranking.columns[part.column].standing(row);
    let state = match (standing.score, standing.state) {
        (Known::Exact(_), _) if sheet.normalisation(part.column).is_some() => {
            return Some(Some(sheet.valued(part.column, row).number()?));
        }
        (Known::Exact(score), _) => return Some(Some(score)),
        (_, state) if state.absence().is_some() => state.without_number(),
        _ => return None,
    };
    match policy::effect(sheet.policy(), state, Some(part.max)) {
        PartEffect::CountsAs(value) => Some(Some(value)),
        PartEffect::Leaves => Some(None),
        PartEffect::Prevents | PartEffect::Waits => None,
    }
}

/// Whether totals are rounded before they are ranked, to even digits or to more decimals than a script holds.
fn is_rounded_otherwise(rule: &RankRule) -> bool {
    let is_to_even = rule.precision.is_some() && rule.rounding == Rounding::HalfEven;
    is_to_even || rule.precision > Some(SCRIPT_DECIMALS)
}

/// Whether the official weights give every official total and every official rank.
fn is_official(sheet: &Sheet<'_>, ranking: &GroupRanking, own: &OwnWeights) -> bool {
    let column = &ranking.columns[sheet.total()];
    let rule = &sheet.scheme.rank;
    if own.scale > SCRIPT_MAX {
        return false;
    }
    let mut placed: Vec<(Decimal, u32, Rank)> = Vec::with_capacity(own.rows.len());
    for row in &own.rows {
        let standing = column.standing(row.row);
        let (Known::Exact(score), Known::Exact(rank)) = (standing.score, standing.rank) else { return false };
        if official(own, row).map(exact::settle) != Some(score.normalize()) {
            return false;
        }
        // Ranked as the script does it, whose numbers hold no more decimals.
        let value = rank_value(sheet, sheet.total(), exact::round(score, SCRIPT_DECIMALS, Rounding::HalfUp));
        placed.push((value, row.among_equals, rank));
    }
    let compare = |a: &(Decimal, u32, Rank), b: &(Decimal, u32, Rank)| {
        let values = a.0.cmp(&b.0);
        let directed = if rule.order == Order::Ascending { values } else { values.reverse() };
        directed.then(a.1.cmp(&b.1))
    };
    placed.sort_by(compare);
    let runs = placed.chunk_by(|a, b| compare(a, b) == Ordering::Equal);
    let (mut above, mut values_above) = (0, 0);
    for members in runs {
        let len = count_of(members.len());
        let rank = ties::rank(rule.ties, Run { above, values_above, len }, 0);
        if members.iter().any(|member| member.2 != rank) {
            return false;
        }
        (above, values_above) = (above + len, values_above + 1);
    }
    true
}

/// The total of a unit with the official weights, by the formula of own ones.
fn official(own: &OwnWeights, row: &OwnRow) -> Option<Decimal> {
    let present = || own.parts.iter().zip(&row.values).filter_map(|(part, value)| Some((part, (*value)?)));
    // W·(x / max), where W is weight·max: divided last, so that no digit is lost.
    let shares: Option<Vec<Decimal>> =
        present().map(|(part, value)| value.checked_mul(part.weight)?.checked_div(part.max)).collect();
    let sum = exact::sum(shares?)?;
    let weight = exact::sum(present().map(|(part, _)| part.weight))?;
    sum.checked_mul(own.scale)?.checked_div(weight)?.checked_add(row.added)
}
