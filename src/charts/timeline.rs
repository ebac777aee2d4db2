//! What charts over years share: places by true time, the words of years, breaks above the plot and events below it.

use super::Size;
use super::axis::{keep_inside, left_end};
use super::canvas::{Canvas, Plot, TextAnchor};
use super::labels::{APART, Hung, hang};
use super::text::width;

/// A time with its words: an edition, or a year of the axis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct YearTick {
    /// The day, counted from any fixed day.
    pub day: i32,
    /// `2018`.
    pub label: String,
    /// The same where room is scarce: `’18`.
    pub short: String,
}

/// A break of the comparison, or an event in the life of a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AxisEvent {
    /// The day, counted from the same day as the others.
    pub day: i32,
    /// What is written there.
    pub words: String,
}

/// How many years apart the words of years may stand, finest first.
const STRIDES: [usize; 10] = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500];

/// The space between the words of two years.
const SPACE: f64 = 8.0;

/// Words of a year at their place.
pub(super) struct YearWords<'m> {
    pub(super) x: f64,
    at: f64,
    anchor: TextAnchor,
    words: &'m str,
}

/// The words of years that have room: the first and the last, and as many between them as stand apart evenly. Inner ones
/// are short where there is little room.
pub(super) fn year_words<'m>(year_ticks: &[&'m YearTick], plot: Plot, size: Size) -> Vec<YearWords<'m>> {
    let last = year_ticks.len().saturating_sub(1);
    for stride in STRIDES {
        for short in [false, true] {
            let words = |i: usize, short: bool| {
                let words = if short && i != 0 && i != last { &year_ticks[i].short } else { &year_ticks[i].label };
                let x = plot.at(f64::from(year_ticks[i].day));
                let (at, anchor) = keep_inside(x, width(words), size);
                YearWords { x, at, anchor, words }
            };
            let mut kept: Vec<YearWords<'_>> = (0..last).step_by(stride).map(|i| words(i, short)).collect();
            if last < year_ticks.len() {
                let end = words(last, false);
                // The last year stands for a neighbour that it would touch.
                while stride > 1 && kept.len() > 1 && kept.last().is_some_and(|year| touch(year, &end)) {
                    kept.pop();
                }
                kept.push(end);
            }
            if !kept.windows(2).any(|pair| touch(&pair[0], &pair[1])) {
                return kept;
            }
        }
    }
    let newest = year_ticks.iter().rev().take(1);
    newest
        .map(|year_tick| {
            let x = plot.at(f64::from(year_tick.day));
            let (at, anchor) = keep_inside(x, width(&year_tick.label), size);
            YearWords { x, at, anchor, words: &year_tick.label }
        })
        .collect()
}

fn touch(a: &YearWords<'_>, b: &YearWords<'_>) -> bool {
    let (wide_a, wide_b) = (width(a.words), width(b.words));
    left_end(b.at, wide_b, b.anchor) < left_end(a.at, wide_a, a.anchor) + wide_a + SPACE
}

/// Draws the words of years on one line.
pub(super) fn draw_years(canvas: &Canvas, words: &[YearWords<'_>], baseline: f64) {
    for year in words {
        canvas.text(year.at, baseline, year.anchor, "t2", year.words);
    }
}

/// How much room the words of breaks take above the plot.
pub(super) fn room_of_breaks(breaks: &[AxisEvent], plot: Plot, size: Size) -> f64 {
    let rows = hang_breaks(breaks, plot, size).1.into_iter().max().unwrap_or(0);
    rows as f64 * APART
}

/// The words of breaks over their rules; where those would touch, beside them.
fn hang_breaks(breaks: &[AxisEvent], plot: Plot, size: Size) -> (Vec<Hung>, Vec<usize>) {
    let places = places(breaks, plot);
    let over = hang(&places, size, None);
    if over.1.iter().all(|&end| end == 1) || breaks.len() == 1 { over } else { hang(&places, size, Some(5.0)) }
}

/// Draws breaks: a dotted rule down to the end of the plot, its words on top, from the top of the drawing.
pub(super) fn draw_breaks(canvas: &Canvas, breaks: &[AxisEvent], plot: Plot, size: Size, bottom: f64) {
    let (hung, ends) = hang_breaks(breaks, plot, size);
    for (happening, end) in breaks.iter().zip(ends) {
        canvas.rule(f64::from(happening.day), end as f64 * APART + 3.0, bottom, "br");
    }
    for line in &hung {
        canvas.text(line.x, line.row as f64 * APART + 13.0, line.anchor, "t2", &line.words);
    }
}

/// How much room events take below the plot.
pub(super) fn room_of_events(events: &[AxisEvent], plot: Plot, size: Size) -> f64 {
    let rows = hang(&later_first(events, plot), size, Some(5.0)).1.into_iter().max().unwrap_or(0);
    rows as f64 * APART + if rows > 0 { 6.0 } else { 0.0 }
}

/// Draws events: a short tick at the axis that reaches down to its words.
pub(super) fn draw_events(canvas: &Canvas, events: &[AxisEvent], plot: Plot, size: Size, top: f64) {
    let (hung, ends) = hang(&later_first(events, plot), size, Some(5.0));
    for (event, end) in events.iter().rev().zip(ends) {
        canvas.rule(f64::from(event.day), top - 6.0, top + end as f64 * APART, "me2");
    }
    for line in &hung {
        canvas.text(line.x, top + line.row as f64 * APART + 14.0, line.anchor, "t2", &line.words);
    }
}

fn places(happenings: &[AxisEvent], plot: Plot) -> Vec<(f64, &str)> {
    happenings.iter().map(|event| (plot.at(f64::from(event.day)), event.words.as_str())).collect()
}

/// The later an event, the higher its words: so no tick crosses the words of an earlier one.
fn later_first(events: &[AxisEvent], plot: Plot) -> Vec<(f64, &str)> {
    let mut places = places(events, plot);
    places.reverse();
    places
}
