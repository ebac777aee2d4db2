//! A unit over the years: its total beside the mean of its group, and its rank in steps.

use rust_decimal::Decimal;

use crate::charts::{
    Axis, AxisEvent, ChartFrame, RankPoint, RankYears, YearLine, YearPoint, Years, pick_ranks, rank_years, years,
};
use crate::fragments::{Marks, rank_cell};
use crate::model::{Column, EditionIdx, Effect, EventKind, GroupIdx, Rank, Series, UnitEvent, UnitIdx, count_of};
use crate::rankings::{CellVerdict, Known, Verdict};
use crate::report::group::GroupResult;
use crate::report::means::mean;
use crate::report::middles::ends;
use crate::report::since::SinceLast;
use crate::say::editions::edition_label;
use crate::say::figures::{break_words, named, rank_break_words, span, unit_years as say};
use crate::say::ranks::{self, with_besides};
use crate::writers::html::frame::context::Page;
use crate::writers::html::pieces::figures::figure::{DataTable, Figure, draw};
use crate::writers::html::pieces::figures::year_ticks::YearTicks;

/// A unit in an edition.
type UnitInEdition<'a> = (GroupResult<'a>, usize);

/// The total of a unit over the years, as far as it is drawn.
#[derive(Default)]
struct TotalLine {
    points: Vec<YearPoint>,
    /// The same for those who do not see the chart: edition, total, mean of the group.
    rows: Vec<Vec<String>>,
    breaks: Vec<AxisEvent>,
    /// The ends of each point as they are printed.
    printed: Vec<(Decimal, Decimal)>,
    /// Whether one of them was announced and stands for all that are rounded to it.
    is_of_printed: bool,
}

/// Its total over the years; nothing where fewer than two are known.
pub(crate) fn total_figure(
    page: &Page<'_>,
    year_ticks: &YearTicks,
    unit: UnitIdx,
    places: &[UnitInEdition<'_>],
) -> Option<Figure> {
    let name = page.text(&page.series().units[unit.0].name);
    let TotalLine { points, rows, breaks, printed, is_of_printed } = total_line(page, year_ticks, places);
    if points.len() < 2 {
        return None;
    }
    let (first_day, last_day) = (points.first()?.day, points.last()?.day);
    let means = mean_line(page, year_ticks, places, [first_day, last_day]);
    let values = || points.iter().chain(means.iter().flat_map(|line| &line.points));
    let low = values().map(|point| point.low).min()?;
    let high = values().map(|point| point.high).max()?;
    let whole: Vec<(Decimal, Decimal)> = points.iter().map(|point| (point.low, point.high)).collect();
    let is_joined = !is_of_printed && points.iter().skip(1).all(|point| point.joined);
    let title = say::total_title(page.voice, name, is_joined, &whole, &printed);
    let ends = page.say("figure.years.heads.total", &[]);
    let label = printed.last().map(|told| span(page.voice, told.0, told.1))?;
    let max = greatest_maximum(places.iter().map(|(part, _)| (*part, part.total())));
    let (low, high, ticks) = axis(page, (low, high), max);
    let frame = ChartFrame {
        id: "total".to_owned(),
        title: title.clone(),
        description: rows.iter().map(|row| format!("{}: {}", row[0], row[1])).collect::<Vec<_>>().join("; "),
    };
    let parts: Vec<GroupResult<'_>> = places.iter().map(|(part, _)| *part).collect();
    let caption = say::total_caption(page.voice, low, &parts);
    let chart = Years {
        frame,
        low,
        high,
        ticks,
        year_ticks: year_ticks.between(first_day, last_day),
        breaks: inside(breaks, first_day, last_day),
        events: inside(events(page, unit), first_day, last_day),
        line: YearLine { label: format!("{label} {name}"), tip: name.to_owned(), points },
        mean: means,
    };
    let heads = vec![page.say("archive.edition", &[]), ends, page.say("table.mean", &[])];
    let table = Some(DataTable { caption: title.clone(), heads, rows });
    Some(Figure { table, ..Figure::of(title, caption, draw(&|size| years(&chart, size))) })
}

fn total_line(page: &Page<'_>, year_ticks: &YearTicks, places: &[UnitInEdition<'_>]) -> TotalLine {
    let mut line = TotalLine::default();
    let mut last = None;
    for &(part, row) in places {
        let Some((_, day)) = year_ticks.at(part.edition) else { continue };
        let standing = part.standing(part.total(), row);
        // Whole values are drawn, so that a line rises where they do; what is printed beside it is rounded.
        let (Some((low, high)), Some(told)) = (ends(standing.score), ends(standing.shown_score())) else { continue };
        let (edition, shown) = (edition_label(page.voice, part.edition), span(page.voice, told.0, told.1));
        let joined = joined(page, year_ticks, (part, row), last);
        line.breaks.extend(broken(page, year_ticks, (part, row)));
        line.points.push(YearPoint { day, low, high, tip: named(page.voice, &edition, &shown), joined });
        let mean = mean(part, part.total()).map_or_else(|| "…".to_owned(), |mean| page.number(&mean));
        line.rows.push(vec![edition, shown, mean]);
        line.printed.push(told);
        line.is_of_printed |= part.is_of_printed(part.total(), row);
        last = Some(part.edition);
    }
    line
}

/// The rank of a unit over the years, as far as it is drawn.
struct RankLine {
    points: Vec<RankPoint>,
    /// The same for those who do not see the chart: edition, rank, of how many.
    rows: Vec<Vec<String>>,
    breaks: Vec<AxisEvent>,
    /// The last rank that there was in any edition.
    lowest: u32,
    /// The newest rank.
    label: String,
}

/// Its rank over the years; nothing where fewer than two are known.
pub(crate) fn rank_figure(
    page: &Page<'_>,
    year_ticks: &YearTicks,
    unit: UnitIdx,
    places: &[UnitInEdition<'_>],
) -> Option<Figure> {
    let name = page.text(&page.series().units[unit.0].name);
    let RankLine { points, rows, breaks, lowest, label } = rank_line(page, year_ticks, places);
    if points.len() < 2 {
        return None;
    }
    let (first_day, last_day) = (points.first()?.day, points.last()?.day);
    let title = rank_title(page, name, year_ticks, places)?;
    let frame = ChartFrame {
        id: "rank".to_owned(),
        title: title.clone(),
        description: rows.iter().map(|row| format!("{}: {}", row[0], row[1])).collect::<Vec<_>>().join("; "),
    };
    let chart = RankYears {
        frame,
        ticks: pick_ranks(lowest).into_iter().map(|rank| (rank, page.words().rank(Rank::whole(rank)))).collect(),
        year_ticks: year_ticks.between(first_day, last_day),
        breaks: inside(breaks, first_day, last_day),
        events: inside(events(page, unit), first_day, last_day),
        label: format!("{label} {name}"),
        tip: name.to_owned(),
        points,
    };
    let groups: Vec<GroupIdx> = places.iter().map(|(part, _)| part.group.group).collect();
    let of_how_many = page.voice.say_of(&groups, "figure.rank.of", &[]);
    let heads = vec![page.say("archive.edition", &[]), page.say("table.rank", &[]), of_how_many];
    let table = Some(DataTable { caption: title.clone(), heads, rows });
    let caption = page.say("figure.rank.caption", &[]);
    Some(Figure { table, ..Figure::of(title, caption, draw(&|size| rank_years(&chart, size))) })
}

fn rank_line(page: &Page<'_>, year_ticks: &YearTicks, places: &[UnitInEdition<'_>]) -> RankLine {
    let (points, rows, breaks) = (Vec::new(), Vec::new(), Vec::new());
    let mut line = RankLine { points, rows, breaks, lowest: 1, label: String::new() };
    let mut last = None;
    for &(part, row) in places {
        let Some((_, day)) = year_ticks.at(part.edition) else { continue };
        let standing = part.standing(part.total(), row);
        let cell = rank_cell(page.words(), &standing, &mut Marks::default());
        let shown = with_besides(page.voice, &standing, cell.written());
        let of = standing.ranked.map_or_else(|| "…".to_owned(), |n| page.words().number(&n.into()));
        let edition = edition_label(page.voice, part.edition);
        let (best, worst) = match standing.rank {
            Known::Exact(rank) => (rank, rank),
            Known::Between(best, worst) => (best, worst),
            Known::Nothing => {
                // Said to be last, nobody says at which rank: there is nothing to draw, and something to tell.
                line.rows.extend(standing.is_last.then(|| vec![edition, shown, of]));
                continue;
            }
        };
        let since = year_ticks.since_last(page, part, last);
        let joined = since.is_some_and(|since| same_rule(&since, part, row));
        line.breaks.extend(rank_broken(page, year_ticks, (part, row)));
        let (key, told) = match standing.is_last_unnumbered() {
            true => ("figure.rank.tip.last", shown.clone()),
            false => {
                let rank = ranks::rank(page.voice, &cell.shown, cell.tied);
                ("figure.rank.tip", with_besides(page.voice, &standing, rank))
            }
        };
        let words = [("edition", edition.as_str()), ("rank", &told), ("n", &of)];
        let tip = page.voice.say_of(&[part.group.group], key, &words);
        line.points.push(RankPoint { day, best: best.in_halves(), worst: worst.in_halves(), tip, joined });
        line.label.clone_from(&shown);
        // Where nobody says how many were ranked, those that are named.
        let named = count_of(part.group.units.len());
        line.lowest = line.lowest.max(standing.ranked.unwrap_or(named)).max(worst.whole_above());
        line.rows.push(vec![edition, shown, of]);
        last = Some(part.edition);
    }
    line
}

/// The message: the newest rank that anything is said of.
fn rank_title(page: &Page<'_>, name: &str, year_ticks: &YearTicks, places: &[UnitInEdition<'_>]) -> Option<String> {
    let told = |(part, row): &&UnitInEdition<'_>| {
        let standing = part.standing(part.total(), *row);
        year_ticks.at(part.edition).is_some() && (standing.rank != Known::Nothing || standing.is_last)
    };
    let &(part, row) = places.iter().rev().find(told)?;
    let standing = part.standing(part.total(), row);
    let cell = rank_cell(page.words(), &standing, &mut Marks::default());
    let is_last = standing.is_last_unnumbered();
    let rank = if is_last { cell.shown } else { ranks::rank(page.voice, &cell.shown, cell.tied) };
    Some(say::rank_title(page.voice, name, part.edition, &rank, is_last))
}

/// Whether a line may lead to the total of a place from the edition that was told last.
fn joined(page: &Page<'_>, year_ticks: &YearTicks, (part, row): UnitInEdition<'_>, last: Option<EditionIdx>) -> bool {
    let since = year_ticks.since_last(page, part, last);
    since.is_some_and(|since| since.cell(part, part.total(), row).verdict == CellVerdict::Comparable)
}

/// Whether the rank of a place was made by the rule of the one before, for a unit that is the same: another scale of the
/// totals does not matter.
fn same_rule(since: &SinceLast<'_>, part: GroupResult<'_>, row: usize) -> bool {
    let verdict = since.cell(part, part.total(), row).verdict;
    let compared = matches!(verdict, CellVerdict::Comparable | CellVerdict::Share);
    compared && since.change.columns[part.total()].same_rank_rule
}

/// Where ranks are not compared before a place, with a word on why.
fn rank_broken(page: &Page<'_>, year_ticks: &YearTicks, (part, row): UnitInEdition<'_>) -> Option<AxisEvent> {
    let since = SinceLast::of(page.report(), part)?;
    let cell = since.cell(part, part.total(), row);
    let words = match cell.verdict {
        _ if same_rule(&since, part, row) => return None,
        CellVerdict::Comparable | CellVerdict::Share => {
            rank_break_words(page.voice, since.change.columns[part.total()])
        }
        CellVerdict::Broken | CellVerdict::New => break_words(page.voice, cell)?,
    };
    year_ticks.break_before(part.edition, words)
}

/// Where the comparison breaks before a place, with a word on why.
fn broken(page: &Page<'_>, year_ticks: &YearTicks, (part, row): UnitInEdition<'_>) -> Option<AxisEvent> {
    let since = SinceLast::of(page.report(), part)?;
    year_ticks.break_before(part.edition, break_words(page.voice, since.cell(part, part.total(), row))?)
}

/// What happened to a unit, in a word each.
fn events(page: &Page<'_>, unit: UnitIdx) -> Vec<AxisEvent> {
    let series: &Series = page.series();
    let told = series.timeline.of(unit).filter_map(|UnitEvent { event, effect, .. }| {
        let key = match (&event.kind, effect) {
            (EventKind::Rename { .. }, _) => "event.rename",
            (EventKind::Move { .. }, _) => "event.move",
            (EventKind::Merge { .. }, Effect::Changes) => "event.merge",
            (EventKind::Split { .. }, Effect::Changes) => "event.split",
            _ => return None,
        };
        Some(AxisEvent { day: event.date.number(), words: page.say(key, &[]) })
    });
    told.collect()
}

fn inside(all: Vec<AxisEvent>, first: i32, last: i32) -> Vec<AxisEvent> {
    all.into_iter().filter(|one| one.day >= first && one.day <= last).collect()
}

/// The means of the unit's group between the first and the last day that the unit has a total, where they are known.
fn mean_line(
    page: &Page<'_>,
    year_ticks: &YearTicks,
    places: &[UnitInEdition<'_>],
    days: [i32; 2],
) -> Option<YearLine> {
    let mut points: Vec<YearPoint> = Vec::new();
    let mut last = None;
    for &(part, _) in places {
        let (Some((_, day)), Some(mean)) = (year_ticks.at(part.edition), mean(part, part.total())) else { continue };
        if day < days[0] || day > days[1] {
            continue;
        }
        let since = year_ticks.since_last(page, part, last);
        let joined = since.is_some_and(|since| since.change.columns[part.total()].verdict == Verdict::Comparable);
        let tip = page
            .say("figure.tip", &[("name", &edition_label(page.voice, part.edition)), ("value", &page.number(&mean))]);
        points.push(YearPoint { day, low: mean, high: mean, tip, joined });
        last = Some(part.edition);
    }
    let end = points.last()?.low;
    let words = page.say("table.mean", &[]);
    (points.len() > 1).then(|| YearLine { label: format!("{} {words}", page.number(&end)), tip: words, points })
}

/// The greatest maximum of some columns; none where one has none.
pub(crate) fn greatest_maximum<'a>(columns: impl Iterator<Item = (GroupResult<'a>, Column)>) -> Option<Decimal> {
    let maxima: Option<Vec<Decimal>> = columns.map(|(part, column)| part.max(column)).collect();
    maxima?.into_iter().max()
}

/// An axis that holds all values, with round ticks in words; it need not begin at zero. Where there is a maximum, it shows
/// at least a quarter of it and does not go beyond.
pub(crate) fn axis(
    page: &Page<'_>,
    (low, high): (Decimal, Decimal),
    max: Option<Decimal>,
) -> (Decimal, Decimal, Vec<(Decimal, String)>) {
    let Axis { low, high, ticks } = match max.filter(|max| *max > Decimal::ZERO) {
        Some(max) => Axis::of_scale(low, high, max),
        None => Axis::around(low, high),
    };
    let ticks = ticks.into_iter().map(|tick| (tick, page.number(&tick)));
    (low, high, ticks.collect())
}
