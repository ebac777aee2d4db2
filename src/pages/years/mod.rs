//! What pages say across editions: changes in words, criteria followed back, a unit and a criterion over the years,
//! trends. Lines break where nothing may be compared, and a word says why.

mod change;
mod criterion;
mod movers;
mod threads;
mod trends;
mod unit;

use serde::Serialize;

use super::context::Page;
use super::tables::Part;
use crate::exports::Why;
use crate::model::{EditionGroup, EditionIdx};
use crate::rankings::{CellChange, GroupChange, GroupRanking};

pub(super) use change::{ChangeView, view as change_view};
pub(super) use criterion::jobs as criterion_jobs;
pub(super) use movers::{MoversView, movers};
pub(super) use threads::Point;
pub(super) use trends::{is_offered as has_trends, jobs as trends_jobs};
pub(super) use unit::jobs as unit_jobs;

/// What changed in a group since the edition before, with both sides of it.
#[derive(Clone, Copy)]
pub(super) struct Since<'a> {
    /// The edition before.
    pub(super) before: EditionIdx,
    /// What changed.
    pub(super) change: &'a GroupChange,
    /// The group then, if it was there.
    pub(super) then: Option<(&'a EditionGroup, &'a GroupRanking)>,
}

impl<'a> Since<'a> {
    /// What changed in a group since the edition before, if there is one.
    pub(super) fn of(page: &Page<'a>, part: Part<'a>) -> Option<Self> {
        let edition = page.edition(part.edition);
        let position = edition.groups.iter().position(|group| group.group == part.group.group)?;
        let change = page.context.rankings.changes[part.edition.0].as_ref()?;
        let group = &change.groups[position];
        let then = group.before.map(|at| (&page.edition(change.before).groups[at], page.ranking(change.before, at)));
        Some(Self { before: change.before, change: group, then })
    }

    /// The change of a cell.
    pub(super) fn cell(&self, part: Part<'_>, column: usize, row: usize) -> CellChange {
        self.change.cell(self.then, (part.group, part.ranking), column, row)
    }
}

/// Speaks of reasons in the language of a page.
pub(super) fn why<'a>(page: &Page<'a>) -> Why<'a> {
    Why { series: page.series(), words: page.words(), language: page.language.index }
}

/// A fact beside a title: a word and what it is.
#[derive(Serialize)]
pub(super) struct Fact {
    term: String,
    value: crate::render::Html,
}
