//! Puts together what changed from one edition to another.

use super::edition_change::{EditionChange, GroupChange, Pair};
use super::moves::Movers;
use super::{lives, movers, verdict};
use crate::model::{Edition, EditionGroup, EditionIdx, Series};
use crate::rankings::group_ranking::GroupRanking;
use crate::rankings::results::EditionRanking;

/// What changed in each edition since the one before it.
pub(in crate::rankings) fn changes(series: &Series, rankings: &[EditionRanking]) -> Vec<Option<EditionChange>> {
    let one = |(i, edition): (usize, &Edition)| Some(between(series, rankings, edition.previous?, EditionIdx(i)));
    series.editions.iter().enumerate().map(one).collect()
}

/// What changed from one edition to another, whichever they are.
///
/// # Panics
/// Where the results are not those of the series.
#[must_use]
pub(crate) fn between(
    series: &Series,
    rankings: &[EditionRanking],
    before: EditionIdx,
    after: EditionIdx,
) -> EditionChange {
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
