//! Why units with equal printed scores have different ranks, and units with unequal ones the same.

#[cfg(test)]
mod tests;

use rust_decimal::Decimal;

use crate::model::{Column, Rank};
use crate::rankings::Known;
use crate::rankings::ties::{self, Equals};
use crate::report::group::GroupResult;

/// What parted two units whose printed scores are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Apart {
    /// The first criterion, by column, in which they differ among those that are looked at in turn.
    Breaker(Column),
    /// The order of the score file.
    File,
    /// The announcement.
    Announced,
    /// Decimals that are not printed.
    Decimals,
}

/// What brought units with unequal scores to one rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Together {
    /// Equal points, which the printed values become.
    Points,
    /// Values that are rounded before they are ranked.
    Rounded,
}

/// What parted two units of a column with equal printed scores and different known ranks; none where they have not both.
pub(crate) fn apart(part: GroupResult<'_>, column: Column, rows: [usize; 2]) -> Option<Apart> {
    let [a, b] = rows.map(|row| part.standing(column, row));
    let (Known::Exact(rank), Known::Exact(other)) = (a.concluded_rank(), b.concluded_rank()) else { return None };
    let (Known::Exact(score), Known::Exact(beside)) = (a.shown_score(), b.shown_score()) else { return None };
    if rank == other || score != beside {
        return None;
    }
    if ranked_value(part, column, rows[0]) != ranked_value(part, column, rows[1]) {
        return Some(Apart::Decimals);
    }
    let rule = part.group.scheme.column_rule(column);
    let differs = |&by: &Column| ranked_value(part, by, rows[0]) != ranked_value(part, by, rows[1]);
    match (rule.break_ties_by.iter().copied().find(differs), ties::rule(rule.ties).equals) {
        (Some(by), _) => Some(Apart::Breaker(by)),
        (None, Equals::InOrder) => Some(Apart::File),
        (None, Equals::AsAnnounced) => Some(Apart::Announced),
        (None, Equals::First | Equals::Last | Equals::Mean) => None,
    }
}

/// What brought units of a column with unequal scores to one rank, where there are such.
pub(crate) fn together(part: GroupResult<'_>, column: Column) -> Option<Together> {
    let scheme = &part.group.scheme;
    let why = match scheme.column_rule(column).precision {
        _ if scheme.is_raw(column) => Together::Points,
        Some(_) if part.ranking.columns[column].complete => Together::Rounded,
        _ => return None,
    };
    // Whole values that are rounded for ranking may print alike, and be made of parts that do not.
    let told = |row: usize| match why {
        Together::Points => part.shown_value(column, row),
        Together::Rounded => part.value(column, row),
    };
    let ranked = |row: usize| match part.standing(column, row).rank {
        Known::Exact(rank) => Some((rank, told(row)?)),
        _ => None,
    };
    let mut ranked: Vec<_> = (0..part.group.units.len()).filter_map(ranked).collect();
    ranked.sort_unstable();
    ranked.windows(2).any(|pair| pair[0].0 == pair[1].0 && pair[0].1 != pair[1].1).then_some(why)
}

/// The best rank by the total that several units with known totals are known to share.
pub(crate) fn first_shared(part: GroupResult<'_>) -> Option<Rank> {
    let total = part.total();
    let shared = |row: usize| match (part.standing(total, row).rank, part.standing(total, row).tied) {
        (Known::Exact(rank), Some(2..)) => part.value(total, row).map(|_| rank),
        _ => None,
    };
    let mut ranks: Vec<Rank> = (0..part.group.units.len()).filter_map(shared).collect();
    ranks.sort_unstable();
    ranks.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0])
}

/// The whole ranks from the one before a rank to the one behind it, with the rank itself, which may be a half.
pub(crate) fn around(rank: Rank) -> Vec<Rank> {
    let middle = rank.floor();
    let mut ranks: Vec<Rank> = (middle.saturating_sub(1).max(1)..=middle + 1).map(Rank::whole).collect();
    if !ranks.contains(&rank) {
        ranks.push(rank);
        ranks.sort_unstable();
    }
    ranks
}

/// The value on which a unit is ranked, as far as it is known: rounded first, where the rule says so.
fn ranked_value(part: GroupResult<'_>, column: Column, row: usize) -> Option<Decimal> {
    let Known::Exact(score) = part.standing(column, row).score else { return None };
    Some(part.rule(column).filter(|shown| shown.whole).map_or(score, |shown| shown.number(score)))
}
