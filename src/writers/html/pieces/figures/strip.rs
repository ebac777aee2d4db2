//! Where everyone stands in one column.

use rust_decimal::Decimal;

use crate::charts::{ChartFrame, Dot, Span, Strip, pixel, strip, whole_steps};
use crate::model::Column;
use crate::report::group::GroupResult;
use crate::report::middles::ends;
use crate::report::narrowed::narrowed;
use crate::report::spread::{Spread, counted_rows};
use crate::say::figures::{scored, strip as say};
use crate::say::points::rounded;
use crate::writers::html::frame::context::Page;
use crate::writers::html::pieces::figures::figure::{Figure, draw, ticks, words_of};

/// Where everyone stands in a column; nothing where no number is known.
pub(crate) fn strip_chart(page: &Page<'_>, part: GroupResult<'_>, column: Column, id: &str) -> Option<Figure> {
    let rows = counted_rows(part, column);
    let spread = Spread::of(part, column, rows.iter().copied())?;
    let between = between(page, part, column, &rows);
    let (low, high) = axis(&spread, &between, part.max(column));
    let summary = part.column(column).summary.as_ref();
    let middle = summary.map(|s| rounded(page.words(), part.told_median(column, s.median))).unwrap_or_default();
    let median = summary.map(|s| (pixel(s.median), page.say("figure.median", &[("value", &middle)])));
    let (dots, ends) = dots(page, part, column, &spread);
    let spans = between.iter().map(|&(from, to, name)| {
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
        (spread.lowest, spread.highest),
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

/// The ends, as they are shown, of the scores that are not exactly known, each with the name of its unit.
fn between<'a>(
    page: &Page<'a>,
    part: GroupResult<'_>,
    column: Column,
    rows: &[usize],
) -> Vec<(Decimal, Decimal, &'a str)> {
    let shown = |&row: &usize| {
        let standing = part.standing(column, row);
        let (low, high) = ends(standing.shown_score()).filter(|_| narrowed(&standing).is_some())?;
        Some((low, high, page.unit_name(part.edition, part.group.units[row])))
    };
    rows.iter().filter_map(shown).collect()
}

/// The ends of the axis: from 0 to the maximum where there is one, else round numbers around what is known.
fn axis(spread: &Spread, between: &[(Decimal, Decimal, &str)], max: Option<Decimal>) -> (f64, f64) {
    let lowest = between.iter().map(|span| span.0).fold(spread.lowest, Decimal::min);
    let highest = between.iter().map(|span| span.1).fold(spread.highest, Decimal::max);
    let (low, high) = (pixel(lowest), pixel(highest));
    match max.map(pixel).filter(|max| *max > 0.0) {
        Some(max) => (low.min(0.0), high.max(max)),
        None => whole_steps(low, high),
    }
}

/// The dots, and the lowest and the highest in words: the unit, or how many share the value.
fn dots(page: &Page<'_>, part: GroupResult<'_>, column: Column, spread: &Spread) -> (Vec<Dot>, Vec<String>) {
    let name = |row: usize| page.unit_name(part.edition, part.group.units[row]);
    let dot = |&(row, score): &(usize, Decimal)| {
        let tip = scored(page.voice, name(row), score, part.max(column));
        Dot { value: pixel(score), tip, label: None, filled: false }
    };
    let mut dots: Vec<Dot> = spread.known.iter().map(dot).collect();
    let mut words = Vec::new();
    for sharing in spread.ends() {
        let (row, score) = spread.known[sharing[0]];
        let who = match sharing.len() {
            1 => name(row).to_owned(),
            n => page.voice.say_units(part.group, "figure.units", n, &[]),
        };
        let label = page.say("figure.end", &[("who", &who), ("value", &page.number(&score))]);
        words.push(label.clone());
        (dots[sharing[0]].label, dots[sharing[0]].filled) = (Some(label), true);
    }
    (dots, words)
}
