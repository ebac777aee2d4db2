//! What the numbers of a group say: who has the same, and which ranks there are.

use rust_decimal::Decimal;

use crate::model::{Aggregate, Column, Order, Rank, StatedRank, Statement};
use crate::rankings::ties;
use crate::rankings::{ColumnSummary, Known, Standing};
use crate::report::blocks::BlockKind;
use crate::report::group::GroupResult;
use crate::report::maxima::is_ceiling;
use crate::report::order::GroupOrder;

/// The total in short, where all of several ranked units have the same, and none is ranked above another.
pub(crate) fn all_equal(part: GroupResult<'_>) -> Option<&ColumnSummary> {
    let summary = part.ranking.columns[part.total()].summary()?;
    let is_one_rank = known_ranks(part, part.total()).len() == 1;
    (summary.count > 1 && summary.lowest == summary.highest && is_one_rank).then_some(summary)
}

/// The ranks that units are known to have, each once, from the best; none that are only printed and disputed.
pub(crate) fn known_ranks(part: GroupResult<'_>, column: Column) -> Vec<Rank> {
    let ranks = (0..part.group.units.len()).map(|row| part.standing(column, row).concluded_rank());
    let mut ranks: Vec<Rank> = ranks
        .filter_map(|rank| match rank {
            Known::Exact(rank) => Some(rank),
            _ => None,
        })
        .collect();
    ranks.sort_unstable();
    ranks.dedup();
    ranks
}

/// The score that all of some rows are known to have, as it is shown. Units that share a rank need not share one: ranks
/// may be taken on rounded values, or on points that are cut at a goalpost.
pub(crate) fn shared_score(part: GroupResult<'_>, column: Column, rows: &[usize]) -> Option<Decimal> {
    shared(rows.iter().map(|&row| part.standing(column, row).shown_score()))
}

/// The whole value that all of some rows are known to have.
pub(crate) fn shared_value(part: GroupResult<'_>, column: Column, rows: &[usize]) -> Option<Decimal> {
    shared(rows.iter().map(|&row| part.standing(column, row).score))
}

fn shared(mut scores: impl Iterator<Item = Known<Decimal>>) -> Option<Decimal> {
    let Some(Known::Exact(score)) = scores.next() else { return None };
    scores.all(|other| other == Known::Exact(score)).then_some(score)
}

/// How many units share a rank beside the rows that are known to have it: the source may count more than it names.
pub(crate) fn unnamed(part: GroupResult<'_>, column: Column, rows: &[usize]) -> usize {
    let shared = rows.iter().filter_map(|&row| part.standing(column, row).tied).max();
    (shared.unwrap_or(0) as usize).saturating_sub(rows.len())
}

/// Whether it is known which units share the rank that some rows are known to have.
pub(crate) fn knows_sharers(part: GroupResult<'_>, column: Column, rows: &[usize]) -> bool {
    let Some(Known::Exact(rank)) = rows.first().map(|&row| part.standing(column, row).rank) else { return false };
    let may_share = |standing: Standing| match standing.rank {
        Known::Exact(_) => false,
        Known::Between(best, worst) => best <= rank && rank <= worst,
        Known::Nothing => standing.has_place && !standing.is_last,
    };
    let is_counted = rows.iter().any(|&row| part.standing(column, row).tied.is_some());
    let names_all = |statement: &Statement| {
        statement.column == column
            && statement.disputed.is_none()
            && statement.rank == Some(StatedRank::One(rank))
            && statement.is_exhaustive()
    };
    is_counted
        || part.group.statements.iter().any(names_all)
        || part.group.names_all() && !(0..part.group.units.len()).any(|row| may_share(part.standing(column, row)))
}

/// The best rank with its rows by name. Where ties share their last rank, or the mean of their ranks, it need not be 1:
/// in a complete column all of whose ranks are known it is the best that there is.
pub(crate) fn firsts(part: GroupResult<'_>, order: &GroupOrder, column: Column) -> Option<(Rank, Vec<usize>)> {
    let rank = *known_ranks(part, column).first()?;
    let has_open = || part.column(column).open_ranks() > 0;
    if rank != Rank::whole(1) && (!part.ranking.columns[column].complete || has_open()) {
        return None;
    }
    Some((rank, order.at_rank(part, column, rank)))
}

/// Who is known to have nobody above: the rows of the best rank that is known, by name. Where ties share the last of their
/// ranks, or the mean of them, that need not be known of those who have the maximum, and nobody is above them all the same.
pub(crate) fn leading(part: GroupResult<'_>, order: &GroupOrder, column: Column) -> Option<Vec<usize>> {
    firsts(part, order, column).map(|(_, rows)| rows).or_else(|| at_limit(part, order, column))
}

/// The rows that have the most that a column allows, where equal ones share a rank; nothing where it may allow more.
fn at_limit(part: GroupResult<'_>, order: &GroupOrder, column: Column) -> Option<Vec<usize>> {
    let (scheme, rule) = (&part.group.scheme, part.group.scheme.column_rule(column));
    let is_shared = ties::rule(rule.ties).equals.share() && rule.break_ties_by.is_empty();
    let is_limited = !scheme.is_made(column) || scheme.aggregate(column) == Aggregate::Sum;
    if !is_shared || !is_limited || !is_ceiling(part, column) || rule.order == Order::Ascending {
        return None;
    }
    let is_full = |row: usize| {
        let standing = part.standing(column, row);
        standing.has_place && standing.is_at_maximum() && !standing.has_printed_rank()
    };
    let rows = order.by_name((0..part.group.units.len()).filter(|&row| is_full(row)));
    (!rows.is_empty()).then_some(rows)
}

/// The rows that are said to be last in the total, without a number.
pub(crate) fn last_unnumbered(part: GroupResult<'_>, order: &GroupOrder) -> Option<Vec<usize>> {
    let mut blocks = order.blocks(part.total()).iter();
    blocks.find(|block| block.kind == BlockKind::Last).map(|block| block.rows().collect())
}

/// Whether the numbers of some columns, in a table that is ranked by one of them, count units that have no place there.
pub(crate) fn counts_others(part: GroupResult<'_>, columns: &[Column], ranked_by: Column) -> bool {
    ranked_by == part.total() && columns.iter().any(|&column| part.column(column).counts_unplaced)
}

/// Whether the numbers of some columns leave out scores that are known: those of units that are not ranked.
pub(crate) fn leaves_out_scores(part: GroupResult<'_>, columns: &[Column]) -> bool {
    columns.iter().any(|&column| part.column(column).outside > 0)
}
