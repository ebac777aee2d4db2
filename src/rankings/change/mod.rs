//! What changed between two editions, where it may be said at all.
//!
//! `verdict` decides for each column whether it is comparable, by the two schemes alone; `lives` for each unit, by what
//! happened to it in between. Where both allow it, a cell has a change in points, in shares of the maximum and in ranks.
//! `movers` splits the change of a rank into the unit's own doing, that of the others, and that of those who came and
//! went.

mod cells;
mod lives;
mod movers;
mod parts;
mod verdict;

use super::standing::{EditionRanking, GroupRanking};
use crate::model::{Edition, EditionGroup, EditionIdx, Rank, Series};

pub use cells::{CellChange, CellVerdict, CellWhy, Lack, Lacks, RankChange};
pub use lives::{Gone, GoneWhy, Here, absent, gone_why};
pub use movers::{Moved, Movers, Split};
pub use parts::{PartChange, PartChanges};
pub use verdict::{Because, ColumnChange, Verdict, schemes_between, total_between};

/// What changed between an edition and the one before it.
#[derive(Clone, Debug)]
pub struct EditionChange {
    /// The edition before.
    pub before: EditionIdx,
    /// One for each group of the edition, in its order.
    pub groups: Vec<GroupChange>,
    /// Groups of the edition before that this one has not, by their position there, each with its units.
    pub gone: Vec<(usize, Vec<Gone>)>,
}

/// What changed in one group.
#[derive(Clone, Debug)]
pub struct GroupChange {
    /// The position of the group in the edition before; none if it is not there.
    pub before: Option<usize>,
    /// For each column of the scheme, the total last: whether it is comparable.
    pub columns: Vec<ColumnChange>,
    /// For each row: whether the unit was there before, and is the same.
    pub units: Vec<Here>,
    /// Units of the group in the edition before that are not in it now.
    pub gone: Vec<Gone>,
    /// For each row how its total rank moved, where that can be taken apart.
    pub moved: Vec<Option<Moved>>,
    /// How many moved where, by total rank.
    pub movers: Movers,
    /// Of how many units, in both editions and ranked in both, `moved` speaks.
    pub common: u32,
}

/// One group in two editions, with what was computed of it.
#[derive(Clone, Copy)]
pub(super) struct Pair<'a> {
    pub(super) before: &'a EditionGroup,
    pub(super) ranked_before: &'a GroupRanking,
    pub(super) after: &'a EditionGroup,
    pub(super) ranked_after: &'a GroupRanking,
}

/// What changed in each edition since the one before it.
pub(super) fn changes(series: &Series, rankings: &[EditionRanking]) -> Vec<Option<EditionChange>> {
    let one = |(i, edition): (usize, &Edition)| Some(between(series, rankings, edition.previous?, EditionIdx(i)));
    series.editions.iter().enumerate().map(one).collect()
}

/// What changed from one edition to another, whichever they are.
///
/// # Panics
/// Where the results are not those of the series.
#[must_use]
pub fn between(series: &Series, rankings: &[EditionRanking], before: EditionIdx, after: EditionIdx) -> EditionChange {
    let (was, now) = (&series.editions[before.0], &series.editions[after.0]);
    let groups = now.groups.iter().zip(&rankings[after.0].groups).map(|(group, ranked)| {
        let position = was.groups.iter().position(|other| other.group == group.group);
        let other = position.map(|at| (at, &was.groups[at], &rankings[before.0].groups[at]));
        group_change(series, was, now, other, group, ranked)
    });
    let groups: Vec<GroupChange> = groups.collect();
    let missing = was.groups.iter().enumerate().filter(|(_, g)| !now.groups.iter().any(|o| o.group == g.group));
    let gone = missing.map(|(at, group)| (at, lives::gone(series, now, group, None))).collect();
    EditionChange { before, groups, gone }
}

fn group_change(
    series: &Series,
    was: &Edition,
    now: &Edition,
    other: Option<(usize, &EditionGroup, &GroupRanking)>,
    group: &EditionGroup,
    ranked: &GroupRanking,
) -> GroupChange {
    let units = lives::here(series, was, now, other.map(|(_, before, _)| before), group);
    let columns = verdict::columns(series, was, now, other.map(|(_, before, _)| &*before.scheme), &group.scheme);
    let mut change = GroupChange {
        before: other.map(|(at, ..)| at),
        columns,
        units,
        gone: other.map(|(_, before, _)| lives::gone(series, now, before, Some(group))).unwrap_or_default(),
        moved: vec![None; group.units.len()],
        movers: Movers::default(),
        common: 0,
    };
    let pair =
        other.map(|(_, before, ranked_before)| Pair { before, ranked_before, after: group, ranked_after: ranked });
    if let Some(pair) = pair {
        (change.moved, change.common) = movers::moved(&change, pair);
    }
    change.movers = movers::count(&change, pair);
    change
}

/// How many places were gained from one rank to another, in halves; below zero if they were lost.
fn gained(before: Rank, after: Rank) -> i64 {
    i64::from(before.in_halves()) - i64::from(after.in_halves())
}
