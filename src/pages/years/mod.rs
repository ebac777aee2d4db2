//! What pages say across editions: changes in words, criteria followed back, a unit and a criterion over the years,
//! trends. Lines break where nothing may be compared, and a word says why.

mod change;
mod criterion;
mod movers;
mod side_by_side;
mod threads;
mod trends;
mod unit;

use serde::Serialize;

use super::context::Page;
use super::tables::{Part, edition_name};
use crate::exports::Why;
use crate::model::{EditionGroup, EditionIdx};
use crate::rankings::{CellChange, ColumnChange, GroupChange, GroupRanking, Verdict};

pub(super) use change::{ChangeView, view as change_view};
pub(super) use criterion::jobs as criterion_jobs;
pub(super) use movers::{MoversView, ended, movers};
pub use side_by_side::edition_scripts;
pub(super) use side_by_side::{SCRIPT as SIDE_SCRIPT, SideBySide, side_by_side};
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

/// Whether the totals of a group may be compared with the edition before, and why; nothing where there is none.
pub(super) fn total_compared(page: &Page<'_>, part: Part<'_>) -> Option<String> {
    let since = Since::of(page, part)?;
    Some(compared(page, &since, since.change.columns[part.total()]))
}

/// Whether a column may be compared with the edition before, and why.
fn compared(page: &Page<'_>, since: &Since<'_>, change: ColumnChange) -> String {
    let key = match change.verdict {
        Verdict::Comparable => "criterion-years.yes",
        Verdict::Share => "criterion-years.share",
        Verdict::Broken => "criterion-years.no",
    };
    let before = edition_name(page, since.before);
    page.say(key, &[("edition", &before), ("why", &why(page).column(change.because))])
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
