//! Ranks of a group over the editions.

use crate::charts::{Bump, BumpLine, BumpPoint, ChartFrame, bump, bump_deep};
use crate::model::{EditionIdx, GroupIdx, UnitIdx};
use crate::rankings::{CellChange, CellVerdict, Known, Verdict};
use crate::report::group::GroupResult;
use crate::report::moves::{Largest, gained, largest};
use crate::report::since::SinceLast;
use crate::say::figures::{break_words, bump as say, column_break_words, rank_break_words};
use crate::say::ranks::{rank_or_why, with_besides};
use crate::writers::html::frame::context::Page;
use crate::writers::html::pieces::figures::figure::{DataTable, Figure, draw};
use crate::writers::html::pieces::figures::year_ticks::YearTicks;

/// The most units whose ranks the table beside the chart holds; beyond, the pages of the units have them.
const TABLED: usize = 60;

/// The chart; nothing where fewer than two editions have known ranks.
pub(crate) fn bump_chart(
    page: &Page<'_>,
    year_ticks: &YearTicks,
    parts: &[GroupResult<'_>],
    id: &str,
) -> Option<Figure> {
    let lines = lines(page, year_ticks, parts);
    let editions: std::collections::BTreeSet<usize> =
        lines.iter().flat_map(|(_, line)| line.points.iter().map(|point| point.edition)).collect();
    if editions.len() < 2 {
        return None;
    }
    let title = say::title(page.voice, parts)?;
    // The ranks of the newest edition: a line that ended before it says what became of its unit.
    let newest = lines.iter().take(12).filter_map(|(_, line)| match &line.left {
        Some(left) => Some(left.clone()),
        None => Some(format!("{}: {}", line.name, line.points.last()?.words)),
    });
    let newest: Vec<String> = newest.collect();
    let frame = ChartFrame { id: id.to_owned(), title: title.clone(), description: newest.join("; ") };
    let n = lines.len();
    let table = (n <= TABLED).then(|| table(page, parts, &title, &lines));
    let chart = Bump {
        frame,
        editions: year_ticks.all(),
        breaks: breaks(page, year_ticks, parts),
        lines: lines.into_iter().map(|(_, line)| line).collect(),
    };
    let deep = bump_deep(&chart);
    let drawn = say::RanksDrawn {
        named: deep.named,
        grey: deep.grey,
        left_out: deep.left_out,
        is_thinned: deep.thinned,
        rows: deep.rows,
    };
    let caption = say::caption(page.voice, *parts.last()?, &drawn);
    Some(Figure { table, ..Figure::of(title, caption, draw(&|size| bump(&chart, size))) })
}

/// A line for each unit that has a known rank: in the order of the newest edition, then those that left.
fn lines(page: &Page<'_>, year_ticks: &YearTicks, parts: &[GroupResult<'_>]) -> Vec<(UnitIdx, BumpLine)> {
    let mut order: Vec<UnitIdx> = Vec::new();
    let mut seen = vec![false; page.series().units.len()];
    for part in parts.iter().rev() {
        for &row in &part.ranking.order {
            let unit = part.group.units[row.index()];
            if !std::mem::replace(&mut seen[unit.0], true) {
                order.push(unit);
            }
        }
    }
    let focus = focus(page, parts);
    let first = parts.iter().filter_map(|part| year_ticks.at(part.edition)).map(|(at, _)| at).min();
    let last = parts.iter().filter_map(|part| year_ticks.at(part.edition)).map(|(at, _)| at).max();
    let all = year_ticks.all();
    let line = |&unit: &UnitIdx| {
        let points = points(page, year_ticks, parts, unit);
        let (Some(start), Some(end)) = (points.first(), points.last()) else { return None };
        let newest = parts.iter().rfind(|part| page.report().row_of(unit, part.edition, part.group).is_some())?;
        let name = page.unit_name(newest.edition, unit).to_owned();
        let told: Vec<String> =
            points.iter().map(|point| format!("{}: {}", all[point.edition].label, point.words)).collect();
        // One whose rank was not known has neither come nor gone.
        let there = |edition: &dyn Fn(usize) -> bool| {
            let mut others = parts.iter().filter(|part| year_ticks.at(part.edition).is_some_and(|(at, _)| edition(at)));
            others.any(|part| page.report().row_of(unit, part.edition, part.group).is_some())
        };
        let entered = (Some(start.edition) != first && !there(&|at| at < start.edition))
            .then(|| page.say("figure.bump.from", &[("edition", &all[start.edition].label)]));
        let left = (Some(end.edition) != last)
            .then(|| page.say(left_key(page, year_ticks, parts, (unit, end.edition)), &[("unit", &name)]));
        let tip = page.say("figure.tip", &[("name", &name), ("value", &told.join(", "))]);
        Some((unit, BumpLine { tip, focus: focus.contains(&unit), name, points, entered, left }))
    };
    order.iter().filter_map(line).collect()
}

/// What became of a unit whose line ends with an edition: not there any more, or what is said of its rank since.
fn left_key(
    page: &Page<'_>,
    year_ticks: &YearTicks,
    parts: &[GroupResult<'_>],
    (unit, end): (UnitIdx, usize),
) -> &'static str {
    let later = parts.iter().filter(|part| year_ticks.at(part.edition).is_some_and(|(at, _)| at > end));
    let here = later.filter_map(|part| Some((part, page.report().row_of(unit, part.edition, part.group)?)));
    let here: Vec<(&GroupResult<'_>, usize)> = here.collect();
    let standing = |&(part, row): &(&GroupResult<'_>, usize)| part.standing(part.total(), row);
    match here.as_slice() {
        [] => "figure.bump.left",
        here if here.iter().any(|at| standing(at).is_last) => "figure.bump.last",
        here if here.iter().any(|at| standing(at).rank != Known::Nothing) => "figure.bump.bounds",
        here if here.iter().all(|(part, row)| part.is_not_ranked(*row)) => "figure.bump.unranked",
        _ => "figure.bump.unknown",
    }
}

/// The units that are meant: the one that gained most places since the edition before, and the one that lost most.
fn focus(page: &Page<'_>, parts: &[GroupResult<'_>]) -> Vec<UnitIdx> {
    let Some((&part, since)) = parts.last().and_then(|part| Some((part, SinceLast::of(page.report(), *part)?))) else {
        return Vec::new();
    };
    let rows = 0..part.group.units.len();
    let cells: Vec<CellChange> = rows.map(|row| since.cell(part, part.total(), row)).collect();
    let alone = |end: Largest<i64>| if let [row] = end.rows[..] { Some(part.group.units[row]) } else { None };
    largest(&gained(&cells)).into_iter().flatten().filter_map(alone).collect()
}

fn points(page: &Page<'_>, year_ticks: &YearTicks, parts: &[GroupResult<'_>], unit: UnitIdx) -> Vec<BumpPoint> {
    let mut points: Vec<BumpPoint> = Vec::new();
    let mut last: Option<EditionIdx> = None;
    for &part in parts {
        let Some((edition, _)) = year_ticks.at(part.edition) else { continue };
        let Some(row) = page.report().row_of(unit, part.edition, part.group) else { continue };
        let standing = part.standing(part.total(), row);
        let Known::Exact(rank) = standing.rank else { continue };
        let tied = standing.is_tied();
        let words = page.words().shared_rank(rank, tied);
        let broken = last.and_then(|last| broken(page, part, row, last));
        points.push(BumpPoint { edition, halves: rank.in_halves(), words, tied, broken });
        last = Some(part.edition);
    }
    points
}

/// Why no line leads to a unit's rank from the one before, if none may.
fn broken(page: &Page<'_>, part: GroupResult<'_>, row: usize, last: EditionIdx) -> Option<String> {
    let Some(since) = SinceLast::of(page.report(), part).filter(|since| since.before == last) else {
        return Some(page.say("break.other", &[]));
    };
    let cell = since.cell(part, part.total(), row);
    match cell.verdict {
        CellVerdict::Comparable | CellVerdict::Share if cell.rank.is_some() => None,
        CellVerdict::Comparable | CellVerdict::Share => {
            Some(rank_break_words(page.voice, since.change.columns[part.total()]))
        }
        CellVerdict::Broken | CellVerdict::New => {
            break_words(page.voice, cell).or_else(|| Some(page.say("break.other", &[])))
        }
    }
}

/// Where totals are not compared with the edition before, for anyone.
fn breaks(page: &Page<'_>, year_ticks: &YearTicks, parts: &[GroupResult<'_>]) -> Vec<crate::charts::AxisEvent> {
    let broken = |part: &GroupResult<'_>| {
        let total = SinceLast::of(page.report(), *part)?.change.columns[part.total()];
        let words = column_break_words(page.voice, total).filter(|_| total.verdict == Verdict::Broken)?;
        year_ticks.break_before(part.edition, words)
    };
    parts.iter().filter_map(broken).collect()
}

/// Ranks by edition.
fn table(page: &Page<'_>, parts: &[GroupResult<'_>], title: &str, lines: &[(UnitIdx, BumpLine)]) -> DataTable {
    let groups: Vec<GroupIdx> = parts.iter().map(|part| part.group.group).collect();
    let mut heads = vec![page.voice.say_units_of(&groups, "table.unit", 1, &[])];
    heads.extend(parts.iter().map(|part| page.edition(part.edition).id.clone()));
    let rank = |part: &GroupResult<'_>, unit: UnitIdx| {
        let row = page.report().row_of(unit, part.edition, part.group);
        row.map_or_else(
            || "–".to_owned(),
            |row| with_besides(page.voice, &part.standing(part.total(), row), rank_or_why(page.voice, *part, row)),
        )
    };
    let row = |(unit, line): &(UnitIdx, BumpLine)| {
        let mut cells = vec![line.name.clone()];
        cells.extend(parts.iter().map(|part| rank(part, *unit)));
        cells
    };
    DataTable { caption: title.to_owned(), heads, rows: lines.iter().map(row).collect() }
}
