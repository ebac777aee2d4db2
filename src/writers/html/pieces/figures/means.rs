//! The mean of a criterion in a group over the editions.

use crate::charts::{AxisEvent, ChartFrame, YearLine, YearPoint, Years, years};
use crate::rankings::Verdict;
use crate::report::means::mean;
use crate::report::since::SinceLast;
use crate::report::threads::ThreadPoint;
use crate::say::editions::edition_label;
use crate::say::figures::{column_break_words, means as say};
use crate::writers::html::frame::context::Page;
use crate::writers::html::pieces::figures::figure::{DataTable, Figure, draw};
use crate::writers::html::pieces::figures::unit_years::{axis, greatest_maximum};
use crate::writers::html::pieces::figures::year_ticks::YearTicks;

/// The chart; nothing where fewer than two means are known.
pub(crate) fn means_figure(
    page: &Page<'_>,
    year_ticks: &YearTicks,
    thread: &[ThreadPoint<'_>],
    id: &str,
) -> Option<Figure> {
    let (mut points, mut rows, mut breaks) = (Vec::new(), Vec::new(), Vec::new());
    let mut last = None;
    for point in thread {
        let (Some((_, day)), Some(mean)) = (year_ticks.at(point.part.edition), mean(point.part, point.column)) else {
            continue;
        };
        let is_comparable = |since: SinceLast<'_>| since.change.columns[point.column].verdict == Verdict::Comparable;
        let joined = year_ticks.since_last(page, point.part, last).is_some_and(is_comparable);
        breaks.extend(broken(page, year_ticks, point));
        let (edition, shown) = (edition_label(page.voice, point.part.edition), page.number(&mean));
        let tip = page.say("figure.tip", &[("name", &edition), ("value", &shown)]);
        points.push(YearPoint { day, low: mean, high: mean, tip, joined });
        rows.push(vec![edition, shown]);
        last = Some(point.part.edition);
    }
    if points.len() < 2 {
        return None;
    }
    let (low, high) = (points.iter().map(|p| p.low).min()?, points.iter().map(|p| p.high).max()?);
    let max = greatest_maximum(thread.iter().map(|point| (point.part, point.column)));
    let (low, high, ticks) = axis(page, (low, high), max);
    let (first_day, last_day) = (points.first()?.day, points.last()?.day);
    let title = say::title(page.voice, thread);
    let description = rows.iter().map(|row| row.join(": ")).collect::<Vec<_>>().join("; ");
    let words = say::line(page.voice, thread);
    let chart = Years {
        frame: ChartFrame { id: id.to_owned(), title: title.clone(), description },
        low,
        high,
        ticks,
        year_ticks: year_ticks.between(first_day, last_day),
        breaks,
        events: Vec::new(),
        line: YearLine { label: format!("{} {words}", page.number(&points.last()?.low)), tip: words.clone(), points },
        mean: None,
    };
    let caption = say::caption(page.voice, low);
    let heads = vec![page.say("archive.edition", &[]), words];
    let table = Some(DataTable { caption: title.clone(), heads, rows });
    Some(Figure { table, ..Figure::of(title, caption, draw(&|size| years(&chart, size))) })
}

/// Where means are not compared before an edition, with a word on why.
fn broken(page: &Page<'_>, year_ticks: &YearTicks, point: &ThreadPoint<'_>) -> Option<AxisEvent> {
    let change = SinceLast::of(page.report(), point.part)?.change.columns[point.column];
    year_ticks.break_before(point.part.edition, column_break_words(page.voice, change)?)
}
