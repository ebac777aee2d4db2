//! A criterion followed through the editions of a group: under its own id, and under those that it had before or since.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::model::{Column, EditionIdx, GroupIdx};
use crate::rankings::{ColumnChange, Verdict, VerdictReason};
use crate::report::group::GroupResult;
use crate::report::model::Report;
use crate::report::since::SinceLast;

/// A criterion in one edition.
#[derive(Clone, Copy)]
pub(crate) struct ThreadPoint<'a> {
    /// The group of the edition.
    pub(crate) part: GroupResult<'a>,
    /// Its column there.
    pub(crate) column: Column,
}

/// Every criterion of every group, each through all editions.
pub(crate) struct Threads<'a>(Vec<Vec<Vec<ThreadPoint<'a>>>>);

impl<'a> Threads<'a> {
    /// Those of a report; a group of one edition alone has none.
    pub(crate) fn of(report: &'a Report<'a>) -> Self {
        let groups = (0..report.series.groups.len()).into_par_iter().map(|group| {
            let parts = parts(report, GroupIdx(group));
            if parts.len() > 1 { all(report, &parts) } else { Vec::new() }
        });
        Self(groups.collect())
    }

    /// The criteria of a group, those of the newest edition first.
    pub(crate) fn group(&self, group: GroupIdx) -> &[Vec<ThreadPoint<'a>>] {
        &self.0[group.0]
    }
}

/// The group in each edition that has it, from the oldest.
pub(crate) fn parts<'a>(report: &'a Report<'a>, group: GroupIdx) -> Vec<GroupResult<'a>> {
    let editions: Vec<EditionIdx> = report.editions().map(|(index, _)| index).collect();
    let all = editions.into_iter().flat_map(|index| GroupResult::all(report, index));
    all.filter(|part| part.group.group == group).collect()
}

/// A criterion through the editions of a group: where a scheme has its id, and what those go on from or into.
pub(crate) fn thread<'a>(report: &'a Report<'a>, parts: &[GroupResult<'a>], id: &str) -> Vec<ThreadPoint<'a>> {
    let own = |part: &GroupResult<'_>| part.group.scheme.criterion_column(id);
    let mut columns: Vec<Option<Column>> = parts.iter().map(own).collect();
    let at = |edition: EditionIdx| parts.iter().position(|part| part.edition == edition);
    let links: Vec<Option<(usize, SinceLast<'a>)>> = parts
        .iter()
        .map(|part| SinceLast::of(report, *part).and_then(|since| Some((at(since.before)?, since))))
        .collect();
    forward(&mut columns, &links);
    for (now, link) in links.iter().enumerate().rev() {
        let (Some((before, since)), Some(column)) = (link, columns[now]) else { continue };
        let origin = since.change.columns.get(column.index()).filter(|column| goes_on(column));
        if columns[*before].is_none() {
            columns[*before] = origin.and_then(|column| column.before);
        }
    }
    // A withdrawn edition goes on from one that was only found on the way back.
    forward(&mut columns, &links);
    let points = parts.iter().zip(columns);
    points.filter_map(|(&part, column)| Some(ThreadPoint { part, column: column? })).collect()
}

/// Follows a criterion into later editions.
fn forward(columns: &mut [Option<Column>], links: &[Option<(usize, SinceLast<'_>)>]) {
    for (now, link) in links.iter().enumerate() {
        let Some((before, since)) = link else { continue };
        if columns[now].is_none() {
            columns[now] = columns[*before].and_then(|was| {
                since
                    .change
                    .columns
                    .iter()
                    .position(|column| column.before == Some(was) && goes_on(column))
                    .map(Column::at)
            });
        }
    }
}

/// Whether it is the same criterion as the one before; also where it is the editions that are not compared.
fn goes_on(column: &ColumnChange) -> bool {
    column.verdict != Verdict::Broken
        || matches!(column.because, VerdictReason::Withdrawn | VerdictReason::PeriodsDiffer)
}

/// Every criterion of a group once, those of the newest edition first: each through all editions.
fn all<'a>(report: &'a Report<'a>, parts: &[GroupResult<'a>]) -> Vec<Vec<ThreadPoint<'a>>> {
    let mut threads: Vec<Vec<ThreadPoint<'a>>> = Vec::new();
    let mut told: BTreeSet<(EditionIdx, Column)> = BTreeSet::new();
    for part in parts.iter().rev() {
        for (column, criterion) in part.group.scheme.numbered_criteria() {
            if told.contains(&(part.edition, column)) {
                continue;
            }
            let points = thread(report, parts, &criterion.id);
            told.extend(points.iter().map(|point| (point.part.edition, point.column)));
            threads.push(points);
        }
    }
    threads
}
