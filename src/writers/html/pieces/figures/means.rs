//! The mean of a criterion in a group over the editions.

use crate::charts::{ChartFrame, YearLine, YearPoint, Years, years};
use crate::rankings::{CellChange, CellVerdict, CellWhy, Verdict};
use crate::report::means::mean;
use crate::report::since::SinceLast;
use crate::report::threads::ThreadPoint;
use crate::say::editions::edition_label;
use crate::say::figures::{break_words, means as say};
use crate::writers::html::frame::context::Page;
use crate::writers::html::pieces::figures::figure::{DataTable, Figure, draw};
use crate::writers::html::pieces::figures::unit_years::axis;
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
        let since = SinceLast::of(page.report(), point.part);
        let column = since.map(|since| since.change.columns[point.column]);
        let joined = since.zip(column).is_some_and(|(since, column)| {
            Some(since.before) == last
                && year_ticks.follows(point.part.edition, since.before)
                && column.verdict == Verdict::Comparable
        });
        if let (Some(column), false) = (column, joined) {
            let verdict = match column.verdict {
                Verdict::Comparable => CellVerdict::Comparable,
                Verdict::Share => CellVerdict::Share,
                Verdict::Broken => CellVerdict::Broken,
            };
            let why = CellWhy::Column(column.because);
            let cell = CellChange { verdict, why, score: None, share: None, rank: None };
            breaks.extend(
                break_words(page.voice, cell).and_then(|words| year_ticks.break_before(point.part.edition, words)),
            );
        }
        let mean = mean.normalize();
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
    let (low, high, ticks) = axis(page, low, high);
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
    Some(Figure {
        title,
        caption,
        drawing: draw(&|size| years(&chart, size)),
        keys: Vec::new(),
        table,
        noprint: false,
        embedding: None,
    })
}
