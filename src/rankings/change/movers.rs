//! Who moved where by total rank, and by whose doing.
//!
//! A rank changes because the unit's own total changed, because those of others did, and because units came or went. To
//! tell them apart, ranks are counted once more among the units that are ranked in both editions (as the Global
//! Innovation Index 2012 did in its annex on changes of rank), and with the unit's new total among the others' old ones:
//!
//! ```text
//! own doing        rank before (common)            − rank with the new total among the old ones
//! others' doing    rank with the new total …       − rank now (common)
//! coming and going what is left of the whole change
//! ```

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::cells::{self, CellVerdict, MissingEnds, WhyMissing};
use super::edition_change::{GroupChange, Pair};
use super::lives::Presence;
use super::moves::{Moved, Movers, Split, gained};
use super::verdict::Verdict;
use crate::model::{Column, Order, Rank, Scheme, Ties, count_of};
use crate::rankings::exact;
use crate::rankings::group_ranking::GroupRanking;
use crate::rankings::known::Known;
use crate::rankings::ties::{self, Equals, Run};

/// Counts who moved where.
pub(super) fn count(change: &GroupChange, pair: Option<Pair<'_>>) -> Movers {
    let mut movers = Movers { gone: count_of(change.gone.len()), ..Movers::default() };
    let Some(total) = change.columns.len().checked_sub(1).map(Column::at) else { return movers };
    for row in 0..change.units.len() {
        let cell = cells::cell(change, pair, total, row);
        let of = match (cell.verdict, cell.rank.map(|rank| rank.gained().cmp(&0))) {
            (CellVerdict::New, _) => not_before(&mut movers, change.units[row]),
            (CellVerdict::Broken, _) => &mut movers.broken,
            (_, Some(Ordering::Greater)) => &mut movers.up,
            (_, Some(Ordering::Less)) => &mut movers.down,
            (_, Some(Ordering::Equal)) => &mut movers.same,
            (_, None) => no_rank(&mut movers, pair.and_then(|pair| cells::lacks(change, pair, total, row))),
        };
        *of += 1;
    }
    movers
}

/// Where a unit counts that was not in the edition before.
fn not_before(movers: &mut Movers, here: Presence) -> &mut u32 {
    match here {
        Presence::Returned => &mut movers.back,
        Presence::Absent => &mut movers.absent,
        Presence::Began(_) | Presence::First => &mut movers.new,
        Presence::Same(_) | Presence::Changed(..) | Presence::Moved(_) | Presence::NotNamed => &mut movers.broken,
    }
}

/// Where a unit counts whose total might be compared, and whose rank might not.
fn no_rank(movers: &mut Movers, lacks: Option<MissingEnds>) -> &mut u32 {
    let is_outside = |lack: &WhyMissing| *lack != WhyMissing::Unknown;
    match lacks {
        Some(lacks) if lacks.rank.iter().flatten().any(is_outside) => &mut movers.unranked,
        Some(lacks) if lacks.rule => &mut movers.broken,
        Some(_) | None => &mut movers.unknown,
    }
}

/// One unit that is ranked in both editions, as it was and as it is.
struct Common {
    row: usize,
    places: [RankedOn; 2],
}

/// An exactly known rank, and what it is taken on.
struct RankedOn {
    rank: Rank,
    value: Decimal,
    /// Whether it is only a printed value, which stands for all that are rounded to it.
    is_of_printed: bool,
}

/// For each row how its total rank moved among the units that are ranked in both editions, and how many these are.
pub(super) fn moved(change: &GroupChange, pair: Pair<'_>) -> (Vec<Option<Moved>>, u32) {
    let mut moved = vec![None; change.units.len()];
    let Some(total) = change.columns.last().filter(|total| total.verdict != Verdict::Broken && total.same_rank_rule)
    else {
        return (moved, 0);
    };
    let Some(before) = total.before else { return (moved, 0) };
    let scheme = &*pair.after.scheme;
    let column = scheme.total_column();
    // Where some ranks are not known, what units that came or went did cannot be told from what is left.
    let is_whole = pair.ranked_before.columns[before].complete && pair.ranked_after.columns[column].complete;
    if !is_whole || ties::rule(scheme.rank.ties).equals == Equals::AsAnnounced {
        return (moved, 0);
    }
    let common: Vec<Common> = change
        .units
        .iter()
        .enumerate()
        .filter_map(|(row, here)| {
            let was = ranked(pair.ranked_before, &pair.before.scheme, before, here.same()?.index())?;
            let now = ranked(pair.ranked_after, scheme, column, row)?;
            Some(Common { row, places: [was, now] })
        })
        .collect();
    let [before, after] = [0, 1].map(|edition| recount(scheme, common.iter().map(|unit| unit.places[edition].rank)));
    let is_of_printed = common.iter().flat_map(|unit| &unit.places).any(|place| place.is_of_printed);
    let can_split = !is_of_printed
        && total.verdict == Verdict::Comparable
        && ties::rule(scheme.rank.ties).equals.share()
        && scheme.rank.break_ties_by.is_empty();
    let old = can_split.then(|| RankedValues::of(scheme.rank.order, common.iter().map(|unit| unit.places[0].value)));
    for (i, unit) in common.iter().enumerate() {
        let split = old.as_ref().map(|old| {
            let between = old.rank_of(scheme.rank.ties, unit.places[0].value, unit.places[1].value);
            Split { own: gained(before[i], between), others: gained(between, after[i]) }
        });
        moved[unit.row] = Some(Moved { before: before[i], after: after[i], split });
    }
    (moved, count_of(common.len()))
}

/// The rank of a row and the value that it is taken on, where both are exactly known and the rank is not disputed.
fn ranked(ranking: &GroupRanking, scheme: &Scheme, column: Column, row: usize) -> Option<RankedOn> {
    let standing = ranking.columns[column].standing(row);
    let (Known::Exact(rank), Known::Exact(score)) = (standing.concluded_rank(), standing.score) else { return None };
    let rule = scheme.column_rule(column);
    let value = match rule.precision {
        Some(decimals) if scheme.is_made(column) => exact::round(score, decimals, rule.rounding),
        _ => score,
    };
    Some(RankedOn { rank, value, is_of_printed: standing.is_of_printed(scheme, column) })
}

/// Ranks counted once more among fewer units: those that shared a rank share one.
fn recount(scheme: &Scheme, ranks: impl Iterator<Item = Rank>) -> Vec<Rank> {
    let ranks: Vec<Rank> = ranks.collect();
    let mut order: Vec<usize> = (0..ranks.len()).collect();
    order.sort_by_key(|&at| ranks[at]);
    let mut counted = vec![Rank::whole(1); ranks.len()];
    let (mut above, mut values_above) = (0, 0);
    for run in order.chunk_by(|&a, &b| ranks[a] == ranks[b]) {
        let len = count_of(run.len());
        for (position, &at) in (0..).zip(run) {
            counted[at] = ties::rank(scheme.rank.ties, Run { above, values_above, len }, position);
        }
        (above, values_above) = (above + len, values_above + 1);
    }
    counted
}

/// Values from the best to the worst, each with how many have it and how many are better.
struct RankedValues {
    order: Order,
    steps: Vec<(Decimal, u32, u32)>,
}

impl RankedValues {
    fn of(order: Order, values: impl Iterator<Item = Decimal>) -> Self {
        let mut values: Vec<Decimal> = values.collect();
        values.sort_by(|a, b| better(order, *a, *b));
        let mut steps: Vec<(Decimal, u32, u32)> = Vec::new();
        for (above, value) in (0..).zip(values) {
            match steps.last_mut().filter(|(last, ..)| *last == value) {
                Some((_, len, _)) => *len += 1,
                None => steps.push((value, 1, above)),
            }
        }
        Self { order, steps }
    }

    /// The rank that a new value would have, in the place of an old one among them.
    fn rank_of(&self, ties: Ties, old: Decimal, new: Decimal) -> Rank {
        let at = self.steps.partition_point(|(value, ..)| better(self.order, *value, new) == Ordering::Less);
        let equal = self.steps.get(at).filter(|(value, ..)| *value == new).map_or(0, |(_, len, _)| *len);
        let mut above = match self.steps.get(at) {
            Some((.., above)) => *above,
            None => self.steps.last().map_or(0, |(_, len, above)| above + len),
        };
        let mut values_above = count_of(at);
        let mut len = equal + 1;
        // The old value of the unit itself is among the others: it does not count.
        match better(self.order, old, new) {
            Ordering::Less => {
                let alone = self.steps.iter().any(|(value, len, _)| *value == old && *len == 1);
                (above, values_above) = (above - 1, values_above - u32::from(alone));
            }
            Ordering::Equal => len -= 1,
            Ordering::Greater => {}
        }
        ties::rank(ties, Run { above, values_above, len }, 0)
    }
}

/// Less where the first value is the better one.
fn better(order: Order, a: Decimal, b: Decimal) -> Ordering {
    match order {
        Order::Descending => b.cmp(&a),
        Order::Ascending => a.cmp(&b),
    }
}
