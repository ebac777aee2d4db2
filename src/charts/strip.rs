//! Where everyone stands in a column: a dot for each known value, a thin bar for each interval.

use super::canvas::{Anchor, Canvas, Plot};
use super::text::width;
use super::{Frame, Size};

/// The chart.
#[derive(Clone, Debug)]
pub struct Strip {
    /// What it is called.
    pub frame: Frame,
    /// Where the axis begins.
    pub low: f64,
    /// Where the axis ends.
    pub high: f64,
    /// Values of the axis with their words.
    pub ticks: Vec<(f64, String)>,
    /// Known values.
    pub dots: Vec<Dot>,
    /// Values known only to lie between two ends.
    pub spans: Vec<Span>,
    /// The middle value with its words, where all are known.
    pub median: Option<(f64, String)>,
}

/// A known value.
#[derive(Clone, Debug)]
pub struct Dot {
    /// The value.
    pub value: f64,
    /// Whose it is.
    pub tip: String,
    /// Its name, for the lowest and the highest.
    pub label: Option<String>,
    /// Whether it stands out.
    pub filled: bool,
}

/// A value between two ends.
#[derive(Clone, Debug)]
pub struct Span {
    /// The lower end.
    pub from: f64,
    /// The higher end.
    pub to: f64,
    /// Whose it is.
    pub tip: String,
}

/// The radius of a dot, and from one to the next.
const RADIUS: f64 = 4.5;
/// From one dot of a pile to the next.
const STEP: f64 = 9.5;
/// The highest pile; beyond that dots lie closer.
const PILE: f64 = 95.0;
/// Rows of thin bars; beyond that bars share the last row.
const SPAN_ROWS: usize = 6;
/// The margin at both sides.
const SIDE: f64 = 12.0;

/// Draws the chart; nothing where no value is known.
#[must_use]
pub fn strip(chart: &Strip, size: Size) -> String {
    if chart.dots.is_empty() && chart.spans.is_empty() {
        return String::new();
    }
    let plot = Plot { left: SIDE, right: size.width() - SIDE, low: chart.low, high: chart.high };
    let scale = (plot.right - plot.left) / (chart.high - chart.low).max(f64::MIN_POSITIVE);
    let levels = pile(chart, scale);
    let tallest = levels.iter().copied().max().unwrap_or(0);
    let step = if tallest == 0 { STEP } else { STEP.min(PILE / tallest as f64) };
    let labels = label_lines(chart, scale, size);
    let axis = labels.len() as f64 * 17.0 + tallest as f64 * step + RADIUS * 2.0 + 8.0;
    let rows = span_rows(&chart.spans);
    let spans = rows.iter().copied().max().map_or(0.0, |last| (last + 1) as f64 * 7.0 + 4.0);
    let median = if chart.median.is_some() { 17.0 } else { 0.0 };
    let height = axis + spans + 24.0 + median;
    let canvas = Canvas::new(&chart.frame, size, height, plot);
    canvas.across(chart.low, chart.high, axis, "ax0");
    draw_ticks(&canvas, chart, axis, spans);
    for (span, row) in chart.spans.iter().zip(&rows) {
        canvas.bar((span.from, span.to), (axis + 5.0 + *row as f64 * 7.0, 4.0), "tr", &span.tip);
    }
    for (dot, level) in chart.dots.iter().zip(&levels) {
        let class = if dot.filled { "v" } else { "dt" };
        canvas.dot(dot.value, axis - RADIUS - 2.0 - *level as f64 * step, RADIUS, class, &dot.tip);
    }
    draw_labels(&canvas, &labels, size);
    if let Some((value, words)) = &chart.median {
        canvas.rule(*value, axis - 6.0, axis + 6.0, "me2");
        let (x, anchor) = keep_inside(canvas.x(*value), width(words), size);
        canvas.text(x, height - 5.0, anchor, "t2", words);
    }
    canvas.finish()
}

fn draw_ticks(canvas: &Canvas, chart: &Strip, axis: f64, spans: f64) {
    for (value, words) in &chart.ticks {
        canvas.rule(*value, axis, axis + spans + 5.0, "ax");
        canvas.text(canvas.x(*value), axis + spans + 18.0, Anchor::Middle, "t2", words);
    }
}

/// For each dot how many lie below it: dots that would touch are piled up.
fn pile(chart: &Strip, scale: f64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..chart.dots.len()).collect();
    order.sort_by(|&a, &b| chart.dots[a].value.total_cmp(&chart.dots[b].value));
    let mut levels = vec![0; chart.dots.len()];
    let mut ends: Vec<f64> = Vec::new();
    for i in order {
        let x = chart.dots[i].value * scale;
        let level = ends.iter().position(|&end| x - end >= STEP).unwrap_or(ends.len());
        if level == ends.len() {
            ends.push(x);
        } else {
            ends[level] = x;
        }
        levels[i] = level;
    }
    levels
}

/// In which row each thin bar lies: those that would cover each other lie in different ones.
fn span_rows(spans: &[Span]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..spans.len()).collect();
    order.sort_by(|&a, &b| spans[a].from.total_cmp(&spans[b].from).then(spans[a].to.total_cmp(&spans[b].to)));
    let mut rows = vec![0; spans.len()];
    let mut ends: Vec<f64> = Vec::new();
    for i in order {
        let free = ends.iter().position(|&end| spans[i].from > end);
        let row = free.unwrap_or_else(|| ends.len().min(SPAN_ROWS - 1));
        if row == ends.len() {
            ends.push(spans[i].to);
        } else {
            ends[row] = ends[row].max(spans[i].to);
        }
        rows[i] = row;
    }
    rows
}

/// A label at its place: left edge, right edge, anchor and words.
struct Label<'c> {
    x: f64,
    anchor: Anchor,
    words: &'c str,
}

/// The labels in lines, so that none covers another; a label that no line holds gets one of its own.
fn label_lines(chart: &Strip, scale: f64, size: Size) -> Vec<Vec<Label<'_>>> {
    let mut lines: Vec<(f64, Vec<Label<'_>>)> = Vec::new();
    let mut labelled: Vec<&Dot> = chart.dots.iter().filter(|dot| dot.label.is_some()).collect();
    labelled.sort_by(|a, b| a.value.total_cmp(&b.value));
    for dot in labelled {
        let Some(words) = dot.label.as_deref() else { continue };
        let wide = width(words);
        let (x, anchor) = keep_inside(SIDE + (dot.value - chart.low) * scale, wide, size);
        let from = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - wide / 2.0,
            Anchor::End => x - wide,
        };
        let label = Label { x, anchor, words };
        match lines.iter_mut().find(|(end, _)| from > *end + 8.0) {
            Some((end, line)) => {
                *end = from + wide;
                line.push(label);
            }
            None => lines.push((from + wide, vec![label])),
        }
    }
    lines.into_iter().map(|(_, line)| line).collect()
}

fn draw_labels(canvas: &Canvas, lines: &[Vec<Label<'_>>], size: Size) {
    for (i, line) in lines.iter().enumerate() {
        for label in line {
            if width(label.words) <= size.width() {
                canvas.text(label.x, 12.0 + 17.0 * i as f64, label.anchor, "", label.words);
            }
        }
    }
}

/// Where a text hangs so that it stays within the drawing.
fn keep_inside(x: f64, wide: f64, size: Size) -> (f64, Anchor) {
    if x - wide / 2.0 < 1.0 {
        (1.0, Anchor::Start)
    } else if x + wide / 2.0 > size.width() - 1.0 {
        (size.width() - 1.0, Anchor::End)
    } else {
        (x, Anchor::Middle)
    }
}

#[cfg(test)]
mod tests {
    use super::{Dot, Span, Strip, span_rows, strip};
    use crate::charts::{Frame, Size};

    fn chart(values: &[f64]) -> Strip {
        let dot = |value: &f64| Dot { value: *value, tip: "u".into(), label: None, filled: false };
        let frame = Frame { id: "s".into(), title: "T".into(), description: "D".into() };
        let dots = values.iter().map(dot).collect();
        Strip { frame, low: 0.0, high: 24.0, ticks: vec![(0.0, "0".into())], dots, spans: Vec::new(), median: None }
    }

    #[test]
    fn equal_values_are_piled_up() {
        let svg = strip(&chart(&[24.0, 24.0, 0.0]), Size::Wide);
        // Two piles; the second dot of the right one lies 9.5 units above the first.
        assert!(svg.contains("<circle cx=\"708\" cy=\"20\" r=\"4.5\" class=\"dt\">"), "{svg}");
        assert!(svg.contains("<circle cx=\"708\" cy=\"10.5\" r=\"4.5\" class=\"dt\">"), "{svg}");
        assert!(svg.contains("<circle cx=\"12\" cy=\"20\" r=\"4.5\" class=\"dt\">"), "{svg}");
    }

    #[test]
    fn labels_stay_inside_and_apart() {
        let mut strip_of = chart(&[23.0, 24.0]);
        for (dot, label) in strip_of.dots.iter_mut().zip(["Sở Thông tin và Truyền thông: 23", "7 đơn vị: 24"])
        {
            dot.label = Some(label.into());
        }
        let svg = strip(&strip_of, Size::Narrow);
        assert!(svg.contains("<text x=\"287\" y=\"12\" class=\"e\" paint-order=\"stroke\">Sở Thông"), "{svg}");
        assert!(svg.contains("<text x=\"287\" y=\"29\" class=\"e\" paint-order=\"stroke\">7 đơn vị"), "{svg}");
    }

    #[test]
    fn bars_that_cover_each_other_lie_in_rows() {
        let span = |from, to| Span { from, to, tip: String::new() };
        assert_eq!(span_rows(&[span(0.0, 5.0), span(3.0, 6.0), span(6.0, 9.0)]), [0, 1, 0]);
    }
}
