//! Where everyone stands in one column.

use rust_decimal::Decimal;

use crate::charts::{ChartFrame, Dot, Span, Strip, pixel, strip, whole_steps};
use crate::model::Column;
use crate::rankings::{Known, Reason};
use crate::report::column::spoken_of;
use crate::report::group::GroupResult;
use crate::say::figures::{scored, strip as say};
use crate::writers::html::frame::context::Page;
use crate::writers::html::pieces::figures::figure::{Figure, draw, ticks, words_of};

/// The values of a column, as far as they are drawn.
#[derive(Default)]
struct Values<'a> {
    /// Known ones with their unit.
    known: Vec<(Decimal, &'a str)>,
    /// Those between two ends.
    between: Vec<(Decimal, Decimal, &'a str)>,
}

/// Where everyone stands in a column; nothing where no number is known.
pub(crate) fn strip_chart(page: &Page<'_>, part: GroupResult<'_>, column: Column, id: &str) -> Option<Figure> {
    let max = part.max(column);
    let values = values(page, part, column, max);
    let lowest = values.known.iter().map(|(score, _)| *score).min()?;
    let highest = values.known.iter().map(|(score, _)| *score).max()?;
    let (low, high) = axis(&values, max, lowest, highest);
    let summary = part.column(column).summary.as_ref();
    let middle = summary.map(|s| page.number(&part.shown_median(column, s.median))).unwrap_or_default();
    let median = summary.map(|s| (pixel(s.median), page.say("figure.median", &[("value", &middle)])));
    let (dots, ends) = dots(page, part, &values.known, max, lowest, highest);
    let spans = values.between.iter().map(|&(from, to, name)| {
        let tip =
            page.say("figure.tip.span", &[("name", name), ("low", &page.number(&from)), ("high", &page.number(&to))]);
        Span { from: pixel(from), to: pixel(to), tip }
    });
    let spans: Vec<Span> = spans.collect();
    let title = say::title(
        page.voice,
        part,
        column,
        summary.filter(|s| s.count > 1).map(|_| middle.as_str()),
        (lowest, highest),
    );
    let description = ends.into_iter().chain(median.iter().map(|(_, words)| words.clone()));
    let frame =
        ChartFrame { id: id.to_owned(), title: title.clone(), description: description.collect::<Vec<_>>().join("; ") };
    let chart = Strip { frame, low, high, ticks: ticks(page, low, high), dots, spans, median };
    let drawn = say::StripDrawn {
        dots: chart.dots.len(),
        spans: chart.spans.len(),
        columns: chart.columns().map(|(step, most)| (words_of(page, step), most)),
        start: (chart.low.abs() > 0.0).then(|| words_of(page, chart.low)),
    };
    let caption = say::caption(page.voice, part, column, &drawn);
    let drawing = draw(&|size| strip(&chart, size));
    Some(Figure { title, caption, drawing, keys: Vec::new(), table: None, noprint: false, embedding: None })
}

fn values<'a>(page: &Page<'a>, part: GroupResult<'_>, column: Column, max: Option<Decimal>) -> Values<'a> {
    let mut values = Values::default();
    let spoken_of = spoken_of(part.group);
    for row in (0..part.group.units.len()).filter(|&row| spoken_of[row] && part.is_counted(column, row)) {
        let name = page.unit_name(part.edition, part.group.units[row]);
        let standing = part.standing(column, row);
        match standing.shown_score() {
            Known::Exact(score) => values.known.push((score, name)),
            Known::Between(low, high)
                if standing.reason != Some(Reason::Limits)
                    && (low > Decimal::ZERO || max.is_none_or(|max| high < max)) =>
            {
                values.between.push((low, high, name));
            }
            _ => {}
        }
    }
    values
}

/// The ends of the axis: from 0 to the maximum where there is one, else round numbers around what is known.
fn axis(values: &Values<'_>, max: Option<Decimal>, lowest: Decimal, highest: Decimal) -> (f64, f64) {
    let lowest = values.between.iter().map(|span| span.0).fold(lowest, Decimal::min);
    let highest = values.between.iter().map(|span| span.1).fold(highest, Decimal::max);
    let (low, high) = (pixel(lowest), pixel(highest));
    match max.map(pixel).filter(|max| *max > 0.0) {
        Some(max) => (low.min(0.0), high.max(max)),
        None => whole_steps(low, high),
    }
}

/// The dots, and the lowest and the highest in words: the unit, or how many share the value.
fn dots(
    page: &Page<'_>,
    part: GroupResult<'_>,
    known: &[(Decimal, &str)],
    max: Option<Decimal>,
    lowest: Decimal,
    highest: Decimal,
) -> (Vec<Dot>, Vec<String>) {
    let dot = |&(score, name): &(Decimal, &str)| {
        let tip = scored(page.voice, name, score, max);
        Dot { value: pixel(score), tip, label: None, filled: false }
    };
    let mut dots: Vec<Dot> = known.iter().map(dot).collect();
    let mut words = Vec::new();
    for end in if lowest == highest { vec![highest] } else { vec![lowest, highest] } {
        let sharing = known.iter().filter(|(score, _)| *score == end).count();
        let Some(at) = known.iter().position(|(score, _)| *score == end) else { continue };
        let who = if sharing == 1 {
            known[at].1.to_owned()
        } else {
            page.voice.say_units(part.group, "figure.units", sharing, &[])
        };
        let label = page.say("figure.end", &[("who", &who), ("value", &page.number(&end))]);
        words.push(label.clone());
        (dots[at].label, dots[at].filled) = (Some(label), true);
    }
    (dots, words)
}
