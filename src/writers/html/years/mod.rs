//! What pages say across editions: changes in words, criteria followed back, a unit and a criterion over the years,
//! trends. Lines break where nothing may be compared, and a word says why.

mod change;
mod criterion;
mod movers;
mod side_by_side;
mod threads;
mod trends;
mod unit;

use rust_decimal::Decimal;
use serde::Serialize;

use super::archive::marked;
use super::context::Page;
use super::tables::{Part, edition_name};
use crate::fragments::{Look, ScoreCell};
use crate::model::{EditionGroup, EditionIdx};
use crate::rankings::{CellChange, CellVerdict, ColumnChange, GroupChange, GroupRanking, Verdict};
use crate::render::Html;
use crate::writers::csv::Why;

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

    /// The change of a cell, in points as pages show it.
    pub(super) fn cell(&self, part: Part<'_>, column: usize, row: usize) -> CellChange {
        let cell = self.change.cell(self.then, (part.group, part.ranking), column, row);
        let score = cell.score.map(|by| self.shown_points(part, column, row).unwrap_or(by));
        CellChange { score, ..cell }
    }

    /// The difference of two values as each is shown; none where they look the same, and the whole one has to be told.
    fn shown_points(&self, part: Part<'_>, column: usize, row: usize) -> Option<Decimal> {
        let was = self.value_then(column, row)?;
        let by = part.shown_value(column, row)?.checked_sub(was)?.normalize();
        (!by.is_zero()).then_some(by)
    }

    /// The value of the same unit then, as it is shown.
    pub(super) fn value_then(&self, column: usize, row: usize) -> Option<Decimal> {
        let (then, column, at) = self.place_then(column, row)?;
        then.shown_value(column, at)
    }

    /// The group then with the column and the row of the same cell.
    fn place_then(&self, column: usize, row: usize) -> Option<(Part<'a>, usize, usize)> {
        let (group, ranking) = self.then?;
        let at = self.change.units[row].same()? as usize;
        Some((Part { edition: self.before, group, ranking }, self.change.columns[column].before?, at))
    }
}

/// A score in a table by editions: short, since such a table has thousands; the legend says what its signs mean.
fn short_cell(cell: &ScoreCell) -> Html {
    let mut html = Html::default();
    match cell.look {
        Look::Withheld => {
            html.push_raw("<span class=\"wh\"></span><span class=\"vh\">");
            html.push_text(cell.meaning.as_deref().unwrap_or_default());
            html.push_raw("</span>");
        }
        Look::Disputed => {
            html.push_raw("<s>");
            html.push_text(&cell.shown);
            html.push_raw("</s>");
        }
        Look::Known | Look::Bounded | Look::Unknown | Look::Empty => html.push_text(&cell.shown),
    }
    if let Some(mark) = &cell.mark {
        html.push_text(" ");
        html.push_text(mark.sign);
    }
    cell.flags.iter().for_each(|flag| html.push_text(flag.sign));
    html
}

/// An edition at the head of a column, marked where it is not official: `2022 (đã thu hồi)`.
fn marked_id(page: &Page<'_>, part: Part<'_>) -> String {
    marked(page, part.edition, &page.edition(part.edition).id)
}

/// Whether a cell is not compared with the one at its left, which is of another edition.
fn is_apart(page: &Page<'_>, left: Option<Part<'_>>, part: Part<'_>, column: usize, row: usize) -> bool {
    let since = Since::of(page, part);
    let broken = since.is_some_and(|since| since.cell(part, column, row).verdict == CellVerdict::Broken);
    let unit = part.group.units[row];
    let left = left.filter(|left| page.context.row_of(unit, left.edition, left.group).is_some());
    broken || left.is_some_and(|left| since.map(|since| since.before) != Some(left.edition))
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
    value: Html,
}
