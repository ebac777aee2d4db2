//! Earlier versions of an edition, rebuilt from its corrections.
//!
//! `scores` hold the numbers as they stand now. All corrections of one day are undone together, the newest day first, so
//! that a version is left for each day: the edition as it stood before it. Each is ranked by the same rules as the
//! edition of now; a group that a day left alone is not ranked again.
//!
//! What was announced agrees with the numbers of now, and nobody says since when. So where a correction bears on a
//! column — it is corrected, made of a corrected one, or its ties are broken by it — an earlier version keeps of the
//! statements on it only the scores of units that were not corrected, and no rank. A correction of a computed value
//! tells what was announced for it then.

use std::collections::BTreeSet;

use super::group::rank_group;
use super::group_ranking::GroupRanking;
use super::known::{Known, StandingState};
use super::results::EditionRanking;
use super::version::{Version, VersionGroup};
use crate::model::{Cell, Column, Correction, Date, Edition, EditionGroup, Rank, State, Statement};

/// What the corrections of a day did to the ranks of one column of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CorrectionEffect {
    /// Which group, by position in the edition.
    pub(crate) group: usize,
    /// Which column.
    pub(crate) column: Column,
    /// The units that were corrected on that day, in the order of the corrections.
    pub(crate) corrected: Vec<RankCorrected>,
    /// The other units whose ranks surely changed, by the rank since.
    pub(crate) others: Vec<RankCorrected>,
    /// The other units that kept their rank, and share it only since or only before, by the rank.
    pub(crate) ties: Vec<RankCorrected>,
    /// How many others kept their rank, and share it or not as before.
    pub(crate) kept: usize,
    /// How many others are not ranked, before as since.
    pub(crate) outside: usize,
    /// How many others have ranks that aren't known well enough to tell.
    pub(crate) open: usize,
    /// How many units were ranked before and since, if known.
    pub(crate) ranked: [Option<u32>; 2],
}

/// The rank of a unit before and since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct RankCorrected {
    /// Its row.
    pub(crate) row: usize,
    /// Before the corrections.
    pub(crate) before: RankHeld,
    /// Since.
    pub(crate) after: RankHeld,
    /// Whether others had the rank before, and have it since, if known.
    pub(crate) tied: [Option<bool>; 2],
}

/// Which rank a unit holds, as far as that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RankHeld {
    /// Just that one.
    Exact(Rank),
    /// One of these.
    Between(Rank, Rank),
    /// One that is not known at all.
    Unknown,
    /// None: it is not ranked.
    Outside,
}

/// The versions of an edition, the oldest first.
pub(super) fn versions(edition: &Edition) -> Vec<Version> {
    let days: BTreeSet<Date> = edition.corrections.iter().map(|correction| correction.date).collect();
    let mut versions: Vec<Version> = Vec::with_capacity(days.len());
    for &until in days.iter().rev() {
        let undone: Vec<&Correction> = edition.corrections.iter().filter(|c| c.date == until).collect();
        let group = |(index, now): (usize, &EditionGroup)| {
            let later = versions.iter().rev().find_map(|version| version.groups[index].as_ref());
            let group = before(edition, later.map_or(now, |later| &later.group), &undone)?;
            let ranking = rank_group(&group);
            Some(VersionGroup { group, ranking })
        };
        let groups = edition.groups.iter().enumerate().map(group).collect();
        versions.push(Version { until, groups });
    }
    versions.reverse();
    versions
}

/// A group before the corrections of a day, if they bear on it.
fn before(edition: &Edition, after: &EditionGroup, undone: &[&Correction]) -> Option<EditionGroup> {
    let cells: Vec<(Column, usize, &Correction)> =
        undone.iter().filter_map(|&correction| cell_of(after, correction).map(|(c, r)| (c, r, correction))).collect();
    if cells.is_empty() {
        return None;
    }
    let mut group = after.clone();
    let touched = touched(&group, cells.iter().map(|(column, ..)| *column));
    let rows: BTreeSet<usize> = cells.iter().map(|(_, row, _)| *row).collect();
    forget_announced(&mut group, &touched, &rows);
    for &(column, row, correction) in cells.iter().rev() {
        group.columns[column].replace(row, correction.was);
        let is_cell = |c: &&Correction| c.unit == correction.unit && c.criterion == correction.criterion;
        if edition.corrections.iter().filter(is_cell).any(|c| c.date < correction.date) {
            group.columns[column].mark_revised(row);
        }
    }
    Some(group)
}

/// The column and row of a correction in a group, if it is there.
fn cell_of(group: &EditionGroup, correction: &Correction) -> Option<(Column, usize)> {
    let row = group.units.iter().position(|&unit| unit == correction.unit)?;
    Some((group.scheme.column(&correction.criterion)?, row))
}

/// The columns on which corrections bear.
#[must_use]
pub(crate) fn touched(group: &EditionGroup, corrected: impl Iterator<Item = Column>) -> Vec<bool> {
    let scheme = &group.scheme;
    let mut touched = vec![false; scheme.n_columns()];
    corrected.for_each(|column| touched[column] = true);
    let mut is_new = true;
    while is_new {
        is_new = false;
        for column in scheme.columns() {
            let by = scheme.parts(column).into_iter().chain(scheme.column_rule(column).break_ties_by.iter().copied());
            if !touched[column] && by.into_iter().any(|other| touched[other]) {
                (touched[column], is_new) = (true, true);
            }
        }
    }
    touched
}

/// Forgets what was announced for the numbers of now; what is disputed stays, nothing is concluded from it.
fn forget_announced(group: &mut EditionGroup, touched: &[bool], corrected: &BTreeSet<usize>) {
    for (column, cells) in group.scheme.columns().zip(&mut group.columns).filter(|(column, _)| touched[*column]) {
        if group.disputed.iter().all(|disputed| disputed.column != column) {
            cells.forget_ranks();
        }
        // The number in a made cell is the announced one: it is dropped, so that the value is only computed.
        let is_made = group.scheme.is_made(column);
        corrected.iter().filter(|_| is_made).for_each(|&row| cells.replace(row, Cell::Empty(State::Unpublished)));
    }
    let is_disputed = |s: &Statement| s.disputed.is_some() || group.disputed.iter().any(|d| d.column == s.column);
    for statement in group.statements.iter_mut().filter(|s| touched[s.column] && !is_disputed(s)) {
        (statement.rank, statement.count, statement.last, statement.others) = (None, None, false, false);
        statement.rows.retain(|&row| !corrected.contains(&(row.index())));
    }
}

/// What the corrections that ended a version did to ranks: for each group, of its total, then of each corrected column
/// that is ranked.
#[must_use]
pub(crate) fn effects(edition: &Edition, ranking: &EditionRanking, version: usize) -> Vec<CorrectionEffect> {
    let Some(ended) = ranking.versions.get(version) else { return Vec::new() };
    let day: Vec<&Correction> = edition.corrections.iter().filter(|c| c.date == ended.until).collect();
    let mut effects = Vec::new();
    for (index, before) in ended.groups.iter().enumerate() {
        let Some(before) = before else { continue };
        let now = (&edition.groups[index], &ranking.groups[index]);
        let after = ranking.group_in(version + 1, index).map_or(now, |after| (&after.group, &after.ranking));
        let cells: Vec<(Column, usize)> = day.iter().filter_map(|&correction| cell_of(after.0, correction)).collect();
        for column in shown_columns(after.0, &cells) {
            effects.push(effect((index, column), &cells, (&before.group, &before.ranking), after));
        }
    }
    effects
}

/// The total, then the corrected columns that are ranked.
fn shown_columns(group: &EditionGroup, cells: &[(Column, usize)]) -> Vec<Column> {
    let total = group.scheme.total_column();
    let corrected: BTreeSet<Column> = cells.iter().map(|(column, _)| *column).collect();
    let is_ranked = |column: &Column| group.scheme.criterion(*column).is_some_and(|criterion| criterion.scored);
    std::iter::once(total).chain(corrected.into_iter().filter(is_ranked)).collect()
}

fn effect(
    (group, column): (usize, Column),
    cells: &[(Column, usize)],
    before: (&EditionGroup, &GroupRanking),
    after: (&EditionGroup, &GroupRanking),
) -> CorrectionEffect {
    let mut corrected: Vec<usize> = Vec::new();
    for &(other, row) in cells {
        if (other == column || column == after.0.scheme.total_column()) && !corrected.contains(&row) {
            corrected.push(row);
        }
    }
    let change = |row| RankCorrected {
        row,
        before: held(before, column, row),
        after: held(after, column, row),
        tied: [before.1, after.1].map(|ranking| ranking.columns[column].standing(row).tied.map(|n| n > 1)),
    };
    let ranked = [before.1, after.1].map(|ranking| {
        let rows = 0..after.0.units.len();
        rows.into_iter().find_map(|row| ranking.columns[column].standing(row).ranked)
    });
    let others = (0..after.0.units.len()).filter(|row| !corrected.contains(row)).map(change);
    let mut effect = CorrectionEffect {
        group,
        column,
        corrected: Vec::new(),
        others: Vec::new(),
        ties: Vec::new(),
        kept: 0,
        outside: 0,
        open: 0,
        ranked,
    };
    for other in others {
        match other.is_change() {
            Some(true) => effect.others.push(other),
            Some(false) if other.after == RankHeld::Outside => effect.outside += 1,
            Some(false) if other.tie_came().is_some() => effect.ties.push(other),
            Some(false) => effect.kept += 1,
            None => effect.open += 1,
        }
    }
    for list in [&mut effect.others, &mut effect.ties] {
        list.sort_by_key(|change| (change.after.ends().is_none(), change.after.ends(), change.row));
    }
    effect.corrected = corrected.into_iter().map(change).collect();
    effect
}

/// The rank of a unit in a column of a version.
fn held((group, ranking): (&EditionGroup, &GroupRanking), column: Column, row: usize) -> RankHeld {
    let standing = ranking.columns[column].standing(row);
    let (rank, state) = (standing.concluded_rank(), standing.state);
    let is_outside = state == StandingState::Unranked || state.absence().is_some();
    match rank {
        Known::Exact(rank) => RankHeld::Exact(rank),
        Known::Between(best, worst) => RankHeld::Between(best, worst),
        Known::Nothing if is_outside || group.unranked[row].is_some() => RankHeld::Outside,
        Known::Nothing => RankHeld::Unknown,
    }
}

impl RankHeld {
    /// The best and the worst rank that it can be, if anything is known of it.
    fn ends(self) -> Option<(Rank, Rank)> {
        match self {
            Self::Exact(rank) => Some((rank, rank)),
            Self::Between(best, worst) => Some((best, worst)),
            Self::Unknown | Self::Outside => None,
        }
    }
}

impl RankCorrected {
    /// Of a unit that kept its rank: whether others have it only since, or had it only before; nothing where neither is so
    /// or is known.
    #[must_use]
    pub(crate) fn tie_came(&self) -> Option<bool> {
        match (self.before, self.after, self.tied) {
            (RankHeld::Exact(before), RankHeld::Exact(after), [Some(was), Some(is)])
                if before == after && was != is =>
            {
                Some(is)
            }
            _ => None,
        }
    }

    /// Whether the rank surely changed, or surely did not; nothing where that can't be told.
    #[must_use]
    pub(crate) fn is_change(&self) -> Option<bool> {
        match (self.before, self.after) {
            (RankHeld::Outside, RankHeld::Outside) => Some(false),
            (RankHeld::Outside, _) | (_, RankHeld::Outside) => Some(true),
            (RankHeld::Exact(before), RankHeld::Exact(after)) => Some(before != after),
            (before, after) => {
                let ((best, worst), (other_best, other_worst)) = (before.ends()?, after.ends()?);
                (worst < other_best || other_worst < best).then_some(true)
            }
        }
    }
}
